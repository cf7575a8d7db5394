//! A typed path, for where no file dialog is to be had.

use eframe::egui::{Align, Context, Key, Layout, Modifiers};

use super::{dialog, style, widgets};
use crate::session::Command;

/// A field for one path, of a file or a folder.
pub(super) fn open_path_ui(ctx: &Context, path: &mut String) -> Vec<Command> {
    let mut commands = Vec::new();
    let is_left = dialog::dialog_ui(ctx, "Open a path", 520.0, |ui| {
        let field = widgets::field(ui, "File or folder", "/home/me/articles", path);
        if ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        ui.label(widgets::secondary(
            ui,
            "Files can also be dropped onto the window.",
        ));
        ui.add_space(style::SPACE_M);
        let is_given = !path.trim().is_empty();
        let enter = ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_enabled_ui(is_given, |ui| {
                if widgets::primary_button(ui, "Open").clicked() || (enter && is_given) {
                    commands.push(Command::Open(vec![at_home(path.trim()).into()]));
                }
            });
            if widgets::plain_button(ui, "Cancel").clicked() {
                commands.push(Command::CloseDialog);
            }
        });
    });
    if is_left {
        commands.push(Command::CloseDialog);
    }
    if commands
        .iter()
        .any(|command| matches!(command, Command::Open(_)))
    {
        path.clear();
    }
    commands
}

/// `~/articles` is what readers type; no shell stands between to understand it.
fn at_home(path: &str) -> String {
    let home = directories::BaseDirs::new();
    match (path.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.home_dir().join(rest).to_string_lossy().into_owned(),
        _ => path.to_owned(),
    }
}

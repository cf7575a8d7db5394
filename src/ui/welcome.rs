//! The empty window says what to do.

use eframe::egui::{Align, Layout, RichText, Ui, UiBuilder, pos2, vec2};

use super::{style, widgets};
use crate::session::{Command, Dialog, State, Work};

const WIDTH_PX: f32 = 460.0;
const MAX_RECENT: usize = 6;

/// Invites to open, drop or paste articles.
pub(super) fn welcome_ui(ui: &mut Ui, state: &State) -> Vec<Command> {
    let mut commands = Vec::new();
    let area = ui.max_rect();
    let recent = state.settings.recent.iter().take(MAX_RECENT);
    let height = if recent.len() == 0 {
        220.0
    } else {
        260.0 + 28.0 * recent.len() as f32
    };
    let left_top = area.center() - vec2(WIDTH_PX, height) / 2.0;
    let left_top = pos2(
        left_top.x.max(area.left() + 16.0),
        left_top.y.max(area.top() + 16.0),
    );
    let rect = eframe::egui::Rect::from_min_max(left_top, area.max);
    let builder = UiBuilder::new()
        .max_rect(rect)
        .layout(Layout::top_down(Align::Min));
    ui.scope_builder(builder, |ui| {
        ui.set_max_width(WIDTH_PX);
        if let Some(work) = &state.work {
            commands.extend(work_ui(ui, work));
            return;
        }
        invitation_ui(ui, &mut commands);
        if recent.len() != 0 {
            ui.add_space(style::SPACE_XL);
            widgets::section_head(ui, "Recent", "");
            for paths in recent {
                commands.extend(recent_ui(ui, paths));
            }
        }
    });
    commands
}

/// The first articles are on their way.
fn work_ui(ui: &mut Ui, work: &Work) -> Option<Command> {
    ui.label(RichText::new("Reading articles…").font(style::semibold(26.0)));
    ui.add_space(style::SPACE_XS);
    let words = match work.done {
        0 => "Large files and folders take a moment.".to_owned(),
        1 => "1 file so far.".to_owned(),
        n => format!("{n} files so far."),
    };
    ui.label(RichText::new(words).color(style::palette(ui).secondary));
    ui.add_space(style::SPACE_L);
    let stop = widgets::plain_button(ui, "Stop reading");
    stop.clicked().then_some(Command::Cancel)
}

fn invitation_ui(ui: &mut Ui, commands: &mut Vec<Command>) {
    let palette = style::palette(ui);
    ui.label(RichText::new("Drop articles here").font(style::semibold(26.0)));
    ui.add_space(style::SPACE_XS);
    let words = "Dateline finds the dated events in news articles and draws them on a timeline \
                 in which every mark leads back to its sentence. Text and Markdown files, or \
                 whole folders. Nothing leaves this machine.";
    ui.label(RichText::new(words).color(palette.secondary));
    ui.add_space(style::SPACE_L);
    ui.horizontal_wrapped(|ui| {
        if widgets::primary_button(ui, "Open files…").clicked() {
            commands.push(Command::AskFiles);
        }
        if widgets::plain_button(ui, "Open folder…").clicked() {
            commands.push(Command::AskFolder);
        }
        if widgets::plain_button(ui, "Paste text…").clicked() {
            commands.push(Command::OpenDialog(Dialog::Paste));
        }
        if widgets::plain_button(ui, "Try the sample").clicked() {
            commands.push(Command::OpenSample);
        }
    });
}

fn recent_ui(ui: &mut Ui, paths: &[String]) -> Option<Command> {
    let name = recent_name(paths);
    let link = widgets::link(ui, &name).on_hover_text(paths.join("\n"));
    link.clicked()
        .then(|| Command::Open(paths.iter().map(std::path::PathBuf::from).collect()))
}

/// `talks.txt`, `talks.txt and 3 more`.
pub(super) fn recent_name(paths: &[String]) -> String {
    let first = paths.first().map(std::path::Path::new);
    let name = first.and_then(|path| path.file_name()).unwrap_or_default();
    let name = name.to_string_lossy();
    match paths.len() {
        0 | 1 => name.into_owned(),
        n => format!("{name} and {} more", n - 1),
    }
}

//! The list of keys and what the mouse does.

use eframe::egui::{Align, Context, Grid, KeyboardShortcut, Layout, RichText, Ui};

use super::{dialog, shortcuts, style, widgets};
use crate::session::Command;

const KEYS: [(&str, KeyboardShortcut); 21] = [
    ("Open files", shortcuts::OPEN_FILES),
    ("Open a folder", shortcuts::OPEN_FOLDER),
    ("Open a typed path", shortcuts::OPEN_PATH),
    ("Paste an article", shortcuts::PASTE_ARTICLE),
    ("Export", shortcuts::EXPORT),
    ("Search", shortcuts::SEARCH),
    ("Set publication date", shortcuts::SET_DATE),
    ("Undo", shortcuts::UNDO),
    ("Redo", shortcuts::REDO),
    ("Articles and filters", shortcuts::ARTICLES),
    ("Evidence", shortcuts::EVIDENCE),
    ("Legend", shortcuts::LEGEND),
    ("Grammar of a sentence", shortcuts::GRAMMAR),
    ("Minor events", shortcuts::MINOR),
    ("Back to the view before", shortcuts::BACK),
    ("Forward again", shortcuts::FORWARD),
    ("Show all", shortcuts::FIT),
    ("Next event", shortcuts::NEXT),
    ("Previous event", shortcuts::PREVIOUS),
    ("Close all articles", shortcuts::CLOSE_ALL),
    ("Quit", shortcuts::QUIT),
];
const MOUSE: [(&str, &str); 12] = [
    ("Zoom at the pointer", "wheel"),
    ("Zoom", "+ and -"),
    ("Move through time", "drag, or Shift and wheel"),
    ("A page on or back", "Page Down, Page Up"),
    ("Scroll the lanes", "Down, Up, or Alt and wheel"),
    ("Show all", "double click on the ground"),
    ("Read an event's article", "Enter, or double click"),
    ("Go back, unselect", "Esc"),
    ("Select several articles", "Ctrl or Shift and click"),
    ("Open an article", "double click in the list"),
    ("Add articles", "drop files or folders"),
    ("Larger or smaller text", "Ctrl and + or -"),
];

/// Two columns: what, and how.
pub(super) fn keys_ui(ctx: &Context) -> Vec<Command> {
    let mut commands = Vec::new();
    let is_left = dialog::dialog_ui(ctx, "Keys and mouse", 680.0, |ui| {
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                let words = KEYS.map(|(what, key)| (what, ctx.format_shortcut(&key)));
                table_ui(left, "keys", &words);
                let words = MOUSE.map(|(what, how)| (what, how.to_owned()));
                table_ui(right, "mouse", &words);
            }
        });
        ui.add_space(style::SPACE_M);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if widgets::plain_button(ui, "Close").clicked() {
                commands.push(Command::CloseDialog);
            }
        });
    });
    if is_left {
        commands.push(Command::CloseDialog);
    }
    commands
}

fn table_ui(ui: &mut Ui, name: &str, rows: &[(&str, String)]) {
    // Rows of text need not be as tall as buttons; a small window must hold them all.
    ui.spacing_mut().interact_size.y = style::SPACE_L;
    Grid::new(name)
        .num_columns(2)
        .spacing([16.0, 6.0])
        .show(ui, |ui| {
            for (what, how) in rows {
                ui.label(widgets::secondary(ui, *what));
                let font = style::semibold(style::SECONDARY_PX);
                ui.label(RichText::new(how).font(font));
                ui.end_row();
            }
        });
}

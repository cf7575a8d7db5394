//! The list of keys and what the mouse does.

use eframe::egui::{Align, Context, Grid, KeyboardShortcut, Layout, RichText, ScrollArea, Ui};

use super::{dialog, shortcuts, style, widgets};
use crate::session::Command;

/// What the dialog has beside the tables, in height: its head, its button, and room around them.
const REST_PX: f32 = 150.0;

/// What to do with files, panels and articles.
fn program_rows(ctx: &Context) -> Vec<(&'static str, String)> {
    let key = |key: KeyboardShortcut| ctx.format_shortcut(&key);
    let mut rows = [
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
        ("Close all articles", shortcuts::CLOSE_ALL),
        ("Quit", shortcuts::QUIT),
    ]
    .map(|(what, shortcut)| (what, key(shortcut)))
    .to_vec();
    let by_mouse = [
        ("Add articles", "drop files or folders"),
        ("Select several articles", "Ctrl or Shift and click"),
        ("Open an article", "double click in the list"),
        ("Larger or smaller text", "Ctrl and + or -"),
    ];
    rows.extend(by_mouse.map(|(what, how)| (what, how.to_owned())));
    rows
}

/// Ways through the timeline.
const TIMELINE: [(&str, &str); 22] = [
    ("Zoom at the pointer", "wheel, or pinch"),
    ("Zoom", "+ and -"),
    ("Move through time", "drag, or Shift and wheel"),
    ("A page on or back", "Page Down, Page Up"),
    ("Beginning, end", "Ctrl+Home, End"),
    ("Show all", "Home, 0, or double click"),
    ("Zoom to the selection", "Z"),
    ("The view before", "Alt+Left, or mouse button 4"),
    ("Forward again", "Alt+Right, or mouse button 5"),
    ("Scroll the lanes", "Alt and Down, Up or wheel"),
    ("Collapse, move a lane", "click, drag its head"),
    ("Next, previous event", "Right, Left"),
    ("The same in its lane", "Ctrl+Right, Ctrl+Left"),
    ("To the lane below, above", "Down, Up"),
    ("Read an event's article", "Enter, or double click"),
    ("Day with news before, after", "Comma, Period"),
    ("Play the story, pause", "P"),
    ("Select one more", "Ctrl and click"),
    ("Select all up to it", "Shift and click"),
    ("Select what is touched", "Shift and drag"),
    ("Select all events", "Ctrl+A"),
    ("Go back, unselect", "Esc"),
];

/// Two columns: what, and how.
pub(super) fn keys_ui(ctx: &Context) -> Vec<Command> {
    let mut commands = Vec::new();
    let is_left = dialog::dialog_ui(ctx, "Keys and mouse", 720.0, |ui| {
        let height = ctx.content_rect().height() - REST_PX;
        ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .show(ui, |ui| tables_ui(ui, ctx));
        ui.add_space(style::SPACE_S);
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

fn tables_ui(ui: &mut Ui, ctx: &Context) {
    ui.columns(2, |columns| {
        if let [left, right] = columns {
            widgets::section_head(left, "Program and articles", "");
            table_ui(left, "program", &program_rows(ctx));
            widgets::section_head(right, "Timeline", "");
            let words = TIMELINE.map(|(what, how)| (what, how.to_owned()));
            table_ui(right, "timeline", &words);
        }
    });
}

fn table_ui(ui: &mut Ui, name: &str, rows: &[(&str, String)]) {
    // Rows of text need not be as tall as buttons; a small window must hold them all.
    ui.spacing_mut().interact_size.y = style::SPACE_L;
    Grid::new(name)
        .num_columns(2)
        .spacing([16.0, 4.0])
        .show(ui, |ui| {
            for (what, how) in rows {
                ui.label(widgets::secondary(ui, *what));
                let font = style::semibold(style::SECONDARY_PX);
                ui.label(RichText::new(how).font(font));
                ui.end_row();
            }
        });
}

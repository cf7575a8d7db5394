//! What the program is, its licences, and what it does with what it reads.

use eframe::egui::{Align, Context, Layout, RichText};

use super::{dialog, style, widgets};
use crate::session::Command;

const PRIVACY: &str = "Everything happens on this machine. Dateline sends nothing anywhere, keeps \
                       no copy of what it reads, and remembers only the settings of this window \
                       and the paths that were opened lately.";
const LICENCE: &str = "Free software under the MIT licence or the Apache licence 2.0, as you like. \
                       The typeface is Inter, under the SIL Open Font Licence 1.1.";

/// Version, privacy, licences.
pub(super) fn about_ui(ctx: &Context) -> Vec<Command> {
    let mut commands = Vec::new();
    let is_left = dialog::dialog_ui(ctx, "Dateline", 440.0, |ui| {
        let version = format!("Version {}", env!("CARGO_PKG_VERSION"));
        ui.label(widgets::secondary(ui, version));
        ui.label(env!("CARGO_PKG_DESCRIPTION"));
        for (head, words) in [("Privacy", PRIVACY), ("Licences", LICENCE)] {
            ui.add_space(style::SPACE_S);
            ui.label(RichText::new(head).font(style::semibold(style::BODY_PX)));
            ui.label(words);
        }
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

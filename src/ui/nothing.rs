//! What stands in place of the timeline when there is nothing to draw.

use eframe::egui::{Align, Layout, Rect, RichText, Ui, UiBuilder, vec2};

use super::{style, widgets};
use crate::session::{Command, State};

const WIDTH_PX: f32 = 360.0;

/// Says why the timeline is empty, with the way out.
pub(super) fn nothing_ui(ui: &mut Ui, state: &State) -> Vec<Command> {
    let mut commands = Vec::new();
    let area = ui.max_rect();
    let size = vec2(WIDTH_PX.min(area.width() - 32.0), 120.0);
    let rect = Rect::from_center_size(area.center(), size);
    let layout = Layout::top_down(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
        let has_events = !state.found.events.is_empty();
        let (head, words) = if has_events {
            (
                "Nothing matches",
                "Search, filters or the as-of day hide every event.",
            )
        } else if state.is_stale {
            ("Events were not looked for", "The work was stopped.")
        } else {
            (
                "No events found",
                "These articles speak of nothing that could be placed in time.",
            )
        };
        ui.label(RichText::new(head).font(style::title_font()));
        ui.label(RichText::new(words).color(style::palette(ui).secondary));
        ui.add_space(style::SPACE_S);
        if has_events && widgets::plain_button(ui, "Show all events").clicked() {
            commands.push(Command::Search(String::new()));
            commands.push(Command::ClearFilters);
            commands.push(Command::SetAsOf(None));
        }
        if !has_events && state.is_stale && widgets::plain_button(ui, "Find events").clicked() {
            commands.push(Command::ExtractAgain);
        }
    });
    commands
}

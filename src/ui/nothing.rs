//! What stands in place of the timeline when there is nothing to draw.

use eframe::egui::{Align, Layout, Rect, RichText, Ui, UiBuilder, vec2};

use super::{style, widgets};
use crate::model::Event;
use crate::session::{Command, Dialog, State, shown};

const WIDTH_PX: f32 = 360.0;
/// Above the middle, since the undated events stand below.
const UP_PX: f32 = 70.0;

/// Says why the timeline is empty, with the way out.
pub(super) fn nothing_ui(ui: &mut Ui, state: &State) -> Vec<Command> {
    let mut commands = Vec::new();
    let area = ui.max_rect();
    let size = vec2(WIDTH_PX.min(area.width() - 32.0), 120.0);
    let rect = Rect::from_center_size(area.center(), size);
    let layout = Layout::top_down(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
        let has_events = !state.found.events.is_empty();
        let filters = &state.view.filters;
        let mut events = state.found.events.iter();
        let is_minor = has_events && !events.any(|event| filters.shows_salience(event));
        let (head, words) = if is_minor {
            (
                "Only minor events",
                "These articles tell of events in passing, which are hidden now.",
            )
        } else if has_events {
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
            commands.extend(is_minor.then_some(Command::ShowMinor(true)));
            commands.push(Command::SetAsOf(None));
        }
        if !has_events && state.is_stale && widgets::plain_button(ui, "Find events").clicked() {
            commands.push(Command::ExtractAgain);
        }
    });
    commands
}

/// Over a timeline on which no event could be placed: why that is, with the way out.
pub(super) fn unplaced_ui(ui: &mut Ui, state: &State, area: Rect) -> Option<Command> {
    let is_placed = |event: &Event| event.when.is_some();
    if state.work.is_some() || shown(state).events().iter().any(is_placed) {
        return None;
    }
    let undated = state.articles.iter().filter(|a| !a.published.is_stated());
    let undated: Vec<_> = undated.map(|article| article.id).collect();
    let size = vec2(WIDTH_PX.min(area.width() - 32.0), 120.0);
    let rect = Rect::from_center_size(area.center() - vec2(0.0, UP_PX), size);
    let palette = style::palette(ui);
    ui.painter()
        .rect_filled(rect.expand(style::SPACE_M), style::RADIUS_S, palette.ground);
    let layout = Layout::top_down(Align::Center);
    let shown = ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
        let words = if undated.is_empty() {
            "None of them says when. They stand below as undated."
        } else {
            "Words like “Friday” count from the day an article was published, and that day is \
             not known. Set it, and the events below find their places."
        };
        ui.label(RichText::new("No event has a date yet").font(style::title_font()));
        ui.label(RichText::new(words).color(palette.secondary));
        ui.add_space(style::SPACE_S);
        !undated.is_empty() && widgets::primary_button(ui, "Set publication dates…").clicked()
    });
    shown
        .inner
        .then_some(Command::OpenDialog(Dialog::Details(undated)))
}

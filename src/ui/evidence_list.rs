//! The list of visible events in time order, shown while none is selected.

use eframe::egui::{self, Frame, Label, Margin, Rect, ScrollArea, Sense, Ui, vec2};

use super::evidence::MARGIN;
use super::ink::Ink;
use super::numbers;
use super::parts::{BODY_PX, SMALL_PX, focus_ring, name_button, one_line, section_head, words};
use crate::layout::{Events, Weight};
use crate::model::Event;
use crate::session::{Command, State, shown};

/// Height of a row.
pub(super) const ROW_PX: f32 = 44.0;

/// Shows the events; only the rows in sight cost anything.
pub(super) fn list_ui(ui: &mut Ui, state: &State, ink: &Ink) -> Vec<Command> {
    let head = Margin {
        bottom: 4,
        ..MARGIN
    };
    let shown = shown(state);
    let events = shown.events();
    Frame::NONE
        .inner_margin(head)
        .show(ui, |ui| head_ui(ui, state, events.len(), ink));
    rows_ui(ui, events, ink)
}

fn head_ui(ui: &mut Ui, state: &State, n_events: usize, ink: &Ink) {
    let hint = match (n_events == 0, state.found.events.is_empty()) {
        (true, true) => "No events yet.",
        (true, false) => "No event passes the filters and the search.",
        (false, _) => "Select an event to see its evidence.",
    };
    let hint = words(hint, BODY_PX, Weight::Regular, ink.secondary);
    ui.add(Label::new(hint).wrap());
    if n_events > 0 {
        ui.add_space(12.0);
        section_head(ui, ink, "EVENTS", &numbers::grouped(n_events));
    }
}

fn rows_ui(ui: &mut Ui, events: Events<'_>, ink: &Ink) -> Vec<Command> {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut commands = Vec::new();
    ScrollArea::vertical()
        .id_salt("events")
        .auto_shrink([false, false])
        .show_rows(ui, ROW_PX, events.len(), |ui, rows| {
            for event in rows.filter_map(|row| events.get(row)) {
                if row_ui(ui, event, false, ink).clicked() {
                    commands.push(Command::SelectEvent(Some(event.id.clone())));
                }
            }
        });
    commands
}

/// One event: its title, and date and status below.
pub(super) fn row_ui(
    ui: &mut Ui,
    event: &Event,
    is_selected: bool,
    ink: &Ink,
) -> egui::Response {
    let size = vec2(ui.available_width(), ROW_PX);
    let (_, rect) = ui.allocate_space(size);
    let rect = rect.shrink2(vec2(f32::from(MARGIN.left), 0.0));
    let id = ui.scope_id().with(("event row", &event.id.0));
    let response = ui.interact(rect, id, Sense::click());
    let date = date_words(event);
    let status = event.status.name().to_lowercase();
    name_button(
        &response,
        is_selected,
        &format!("{}, {date}, {status}", event.title),
    );
    if is_selected || response.hovered() {
        let ground = rect.expand2(vec2(8.0, 0.0));
        let color = if is_selected {
            ink.selection
        } else {
            ink.raised
        };
        ui.painter().rect_filled(ground, 6.0, color);
    }
    let swatch = Rect::from_center_size(rect.left_top() + vec2(6.0, 14.0), vec2(12.0, 12.0));
    ui.painter().rect_filled(swatch, 3.0, ink.kind(event.kind));
    let (left, width_px) = (rect.left() + 20.0, rect.width() - 24.0);
    let title = (BODY_PX, Weight::Regular);
    let title = one_line(ui, &event.title, title, ink.text, width_px);
    let title_at = egui::pos2(left, rect.top() + 6.0);
    ui.painter().galley(title_at, title, ink.text);
    let below = format!("{date} · {status}");
    let below = one_line(
        ui,
        &below,
        (SMALL_PX, Weight::Regular),
        ink.secondary,
        width_px,
    );
    let below_at = egui::pos2(left, rect.top() + 23.0);
    ui.painter().galley(below_at, below, ink.secondary);
    focus_ring(ui, ink, &response, 6.0);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

fn date_words(event: &Event) -> String {
    match &event.when {
        Some(when) => when.in_short(),
        None => "undated".to_owned(),
    }
}

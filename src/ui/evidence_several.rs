//! The list of the selected events where several are, above the evidence of one of them.

use std::sync::Arc;

use eframe::egui::{Frame, Label, Margin, ScrollArea, Ui};

use super::evidence::MARGIN;
use super::evidence_list::{ROW_PX, row_ui};
use super::ink::Ink;
use super::memo::{Same, memo};
use super::numbers::counted;
use super::parts::{SMALL_PX, TITLE_PX, link, words};
use super::widgets;
use crate::layout::Weight;
use crate::model::{Event, Granularity, When};
use crate::session::{Command, State, selected_indexes};

/// The most of the panel's height that the list takes.
const SHARE: f32 = 0.4;

/// Shows how many events are selected, and which; only the rows in sight cost anything.
pub(super) fn several_ui(ui: &mut Ui, state: &State, ink: &Ink) -> Vec<Command> {
    let key = (
        Same(Arc::clone(&state.found)),
        Same(Arc::clone(&state.selection.also)),
        state.selection.event.clone(),
    );
    let id = ui.scope_id().with("selected events");
    let indexes = memo(ui.ctx(), id, key, |_| selected_indexes(state));
    let event = |index: &usize| state.found.events.get(*index);
    let list_px = ui.available_height() * SHARE;
    let head = Margin {
        bottom: 4,
        ..MARGIN
    };
    let mut commands = Frame::NONE
        .inner_margin(head)
        .show(ui, |ui| {
            let is_dated = |event: &&Event| event.when.is_some();
            // The undated are the last.
            let mut backward = indexes.iter().rev().filter_map(event);
            let ends = [indexes.first().and_then(event), backward.find(is_dated)];
            head_ui(ui, state, ends, ink)
        })
        .inner;
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical()
        .id_salt("selected events")
        .auto_shrink([false, true])
        .max_height(list_px)
        .show_rows(ui, ROW_PX, indexes.len(), |ui, rows| {
            let shown = indexes.get(rows).unwrap_or_default();
            for event in shown.iter().filter_map(event) {
                let is_shown = state.selection.event.as_ref() == Some(&event.id);
                let row = row_ui(ui, event, is_shown, ink);
                let has_ctrl = ui.input(|input| input.modifiers.command);
                if row.clicked() {
                    let id = event.id.clone();
                    commands.push(if has_ctrl {
                        Command::ToggleEvent(id)
                    } else {
                        Command::ShowEvent(id)
                    });
                }
            }
        });
    ui.add_space(8.0);
    widgets::rule(ui);
    commands
}

fn head_ui(
    ui: &mut Ui,
    state: &State,
    [first, last]: [Option<&Event>; 2],
    ink: &Ink,
) -> Vec<Command> {
    let mut commands = Vec::new();
    ui.spacing_mut().item_spacing.y = 4.0;
    let n_events = counted(state.selection.n_events(), "event");
    let title = format!("{n_events} selected");
    let title = words(title, TITLE_PX, Weight::Semibold, ink.text);
    ui.add(Label::new(title).wrap());
    if let Some(span) = span_words(first, last) {
        ui.label(words(span, SMALL_PX, Weight::Regular, ink.secondary));
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        if link(ui, ink, "Zoom to them").clicked() {
            commands.push(Command::ZoomToSelection);
        }
        if link(ui, ink, "Unselect").clicked() {
            commands.push(Command::SelectEvent(None));
        }
    });
    commands
}

/// From the first day of the first event to the last day of the last.
fn span_words(first: Option<&Event>, last: Option<&Event>) -> Option<String> {
    let first = first?.when.as_ref()?;
    let last = last?.when.as_ref()?;
    let start = first.earliest().or(first.latest())?;
    let end = last.latest().or(last.earliest())?;
    Some(When::period(start, end.max(start), Granularity::Day).in_short())
}

//! Several selected events: one of them is shown as evidence, the others beside it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::update_select::{articles_of, event};
use super::visible::{days_of, shown_window, time_key, visible_events};
use super::{Selection, State};
use crate::layout::LaneKeys;
use crate::model::{Event, EventId};

/// The selected events as indexes into the extraction's events, in order of time.
pub fn selected_indexes(state: &State) -> Vec<usize> {
    let events = state.found.events.iter().enumerate();
    let selected = events.filter(|(_, event)| state.selection.contains(&event.id));
    let mut indexes: Vec<usize> = selected.map(|(index, _)| index).collect();
    indexes.sort_by_cached_key(|index| state.found.events.get(*index).map(time_key));
    indexes
}

/// From the first to the end of the last day of all selected events that have a day.
pub(super) fn selected_days(state: &State) -> Option<(f64, f64)> {
    if state.selection.also.is_empty() {
        return days_of(state.selected_event()?);
    }
    let events = state.found.events.iter();
    let selected = events.filter(|event| state.selection.contains(&event.id));
    let widest = |a: (f64, f64), b: (f64, f64)| (a.0.min(b.0), a.1.max(b.1));
    selected.filter_map(days_of).reduce(widest)
}

/// Adds an event to those selected, or takes it out.
pub(super) fn toggle(state: &mut State, id: EventId) {
    let mut ids = selected(state);
    let shown = if ids.remove(&id) {
        state.selection.event.take().filter(|shown| *shown != id)
    } else {
        ids.insert(id.clone());
        Some(id)
    };
    select(state, &ids, shown);
}

/// Selects all events in order of time from the one that is shown to another, in the lanes that
/// both stand in; where they share none, in the lanes of both.
pub(super) fn through(state: &mut State, id: EventId) {
    let events = visible_events(state);
    let place = |id: &EventId| events.iter().position(|event| event.id == *id);
    let from = state.selection.event.clone();
    let ends = from.as_ref().and_then(place).zip(place(&id));
    let Some((here, there)) = ends else {
        return event(state, Some(id));
    };
    let between = events.get(here.min(there)..=here.max(there));
    let keys = LaneKeys::new((&events).into(), &state.articles, state.view.lanes);
    let lanes = |at: usize| {
        let event = events.get(at);
        BTreeSet::from_iter(event.map(|event| keys.of(event)).unwrap_or_default())
    };
    let (a, b): (BTreeSet<usize>, BTreeSet<usize>) = (lanes(here), lanes(there));
    let common: BTreeSet<usize> = a.intersection(&b).copied().collect();
    let lanes = if common.is_empty() { &a | &b } else { common };
    let is_in = |event: &&&Event| keys.of(event).iter().any(|lane| lanes.contains(lane));
    let ids = between.unwrap_or_default().iter().filter(is_in);
    let ids = ids.map(|event| event.id.clone()).collect();
    select(state, &ids, from);
}

/// Selects just these events; the one that is shown stays if it is one of them.
pub(super) fn events(state: &mut State, ids: Vec<EventId>) {
    let shown = state.selection.event.clone();
    select(state, &ids.into_iter().collect(), shown);
}

/// Selects all events that pass the filters.
pub(super) fn all(state: &mut State) {
    let events = visible_events(state);
    let ids = events.iter().map(|event| event.id.clone()).collect();
    let shown = state.selection.event.clone();
    select(state, &ids, shown);
}

/// Shows the evidence of another of the selected events.
pub(super) fn show(state: &mut State, id: EventId) {
    let ids = selected(state);
    if ids.contains(&id) {
        select(state, &ids, Some(id));
    }
}

/// Drops from the selection what is no longer there.
pub(super) fn keep_what_is_there(state: &mut State) {
    if state.selection.also.is_empty() {
        return;
    }
    let (ids, shown) = (selected(state), state.selection.event.clone());
    let shown = shown.filter(|shown| state.event(shown).is_some());
    let mention = state.selection.mention;
    select(state, &ids, shown.clone());
    if state.selection.event == shown {
        state.selection.mention = mention;
    }
}

fn selected(state: &State) -> BTreeSet<EventId> {
    let also = state.selection.also.iter();
    also.chain(&state.selection.event).cloned().collect()
}

/// Selects those of some events that there are, with the articles that report them. The first in
/// sight and in order of time is shown if `shown` is none of them.
fn select(state: &mut State, ids: &BTreeSet<EventId>, shown: Option<EventId>) {
    let events = state.found.events.iter();
    let events: Vec<&Event> = events.filter(|event| ids.contains(&event.id)).collect();
    let window = shown_window(state);
    let is_out_of_sight = |event: &Event| {
        days_of(event)
            .is_none_or(|(first, last)| last < window.start_days || window.end_days < first)
    };
    // One that is in sight goes before: selecting moves the timeline only if it must.
    let keys = || {
        events
            .iter()
            .map(|event| (is_out_of_sight(event), time_key(event)))
    };
    let first = || keys().min().map(|(_, key)| key);
    let shown = shown.filter(|shown| ids.contains(shown));
    let shown = shown.or_else(|| first().map(|key| EventId(key.3.to_owned())));
    let articles = events.iter().flat_map(|event| articles_of(event));
    let also = events.iter().map(|event| &event.id);
    state.pointed = None;
    state.selection = Selection {
        mention: None,
        articles: articles.collect(),
        also: Arc::new(
            also.filter(|id| shown.as_ref() != Some(id))
                .cloned()
                .collect(),
        ),
        event: shown,
    };
}

//! From event to event: in order of time, within a lane, and from lane to lane.

use super::State;
use super::update_select::event;
use super::visible::{days_of, shown_window, visible_events};
use crate::layout::LaneKeys;
use crate::model::{Event, EventId};

/// Where an event stands; the undated have a tray below all lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shelf {
    Lane(usize),
    Tray,
}

/// Goes on by so many visible events in time order, and stops at the first and the last.
pub(super) fn step(state: &mut State, steps: i32) {
    let events = visible_events(state);
    let Some(last) = events.len().checked_sub(1) else {
        return;
    };
    let size = usize::try_from(steps.unsigned_abs()).unwrap_or(usize::MAX);
    let next = match (place(state, &events), steps < 0) {
        (None, false) => 0,
        (None, true) => last,
        (Some(here), false) => here.saturating_add(size).min(last),
        (Some(here), true) => here.saturating_sub(size),
    };
    let id = events.get(next).map(|next| next.id.clone());
    event(state, id);
}

/// Goes to the next (+1) or previous (-1) event in time order of the same lane, if there is one.
pub(super) fn step_in_lane(state: &mut State, way: i32) {
    let events = visible_events(state);
    let Some(here) = place(state, &events) else {
        return step(state, way);
    };
    let keys = LaneKeys::new((&events).into(), &state.articles, state.view.lanes);
    let shelves = events.get(here).map(|event| shelves(&keys, event));
    let is_there = |event: &&&Event| {
        let shelves = shelves.as_deref().unwrap_or_default();
        self::shelves(&keys, event)
            .iter()
            .any(|one| shelves.contains(one))
    };
    let (before, after) = events.split_at(here);
    let next = if way < 0 {
        before.iter().rev().find(is_there)
    } else {
        after.iter().skip(1).find(is_there)
    };
    if let Some(id) = next.map(|next| next.id.clone()) {
        event(state, Some(id));
    }
}

/// Goes to the event nearest in time in the lane below (+1) or above (-1), if there is one.
pub(super) fn step_lane(state: &mut State, way: i32) {
    let events = visible_events(state);
    let keys = LaneKeys::new((&events).into(), &state.articles, state.view.lanes);
    let here = place(state, &events).and_then(|at| events.get(at));
    let shelves_here = here.map(|event| shelves(&keys, event)).unwrap_or_default();
    let all = || events.iter().flat_map(|event| shelves(&keys, event));
    let there = if way < 0 {
        let first = shelves_here.iter().min();
        all()
            .filter(|one| first.is_none_or(|first| one < first))
            .max()
    } else {
        let last = shelves_here.iter().max();
        all().filter(|one| last.is_none_or(|last| last < one)).min()
    };
    let Some(there) = there else {
        return;
    };
    let window = shown_window(state);
    let (first, last) = here
        .and_then(|event| days_of(event))
        .unwrap_or((window.start_days, window.end_days));
    let middle = f64::midpoint(first, last);
    let near = events
        .iter()
        .filter(|event| shelves(&keys, event).contains(&there))
        .min_by(|a, b| {
            let (a, b) = (distance(a, middle), distance(b, middle));
            a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
    if let Some(id) = near.map(|near| near.id.clone()) {
        event(state, Some(id));
    }
}

fn place(state: &State, events: &[&Event]) -> Option<usize> {
    let id: &EventId = state.selection.event.as_ref()?;
    events.iter().position(|event| event.id == *id)
}

fn shelves(keys: &LaneKeys, event: &Event) -> Vec<Shelf> {
    match event.when {
        None => vec![Shelf::Tray],
        Some(_) => keys.of(event).into_iter().map(Shelf::Lane).collect(),
    }
}

/// How far an event is from a point in time: from its nearest end, then from its middle.
fn distance(event: &Event, days: f64) -> (f64, f64) {
    let Some((first, last)) = days_of(event) else {
        return (0.0, 0.0);
    };
    let nearest = days.clamp(first, last.max(first));
    let middle = f64::midpoint(first, last);
    ((days - nearest).abs(), (days - middle).abs())
}

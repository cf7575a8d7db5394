//! Events that tell of the same people as the selected one.

use super::State;
use super::visible::visible_events;
use crate::model::{Event, EventId};

/// So many are named.
const MOST: usize = 40;
/// They are looked for among so many events on each side of it in order of time.
const NEAR: usize = 10_000;
/// Who takes part in more than this share of the events there says nothing about two of them,
const COMMON_SHARE: usize = 3;
/// unless they are no more than so many.
const ALWAYS: usize = 4;

/// The visible events that share participants with the selected one, the strongest ties first.
/// A rare name ties more than a common one, and a name among few more than one among many.
pub fn related(state: &State) -> Vec<EventId> {
    let events = visible_events(state);
    let selected = state.selection.event.as_ref();
    let here = selected.and_then(|id| events.iter().position(|event| event.id == *id));
    let Some((here, chosen)) = here.and_then(|here| Some((here, *events.get(here)?))) else {
        return Vec::new();
    };
    if chosen.participants.is_empty() {
        return Vec::new();
    }
    let from = here.saturating_sub(NEAR);
    let near: Vec<&Event> = events.into_iter().skip(from).take(2 * NEAR).collect();
    let weights = weights(chosen, &near);
    let tie = |(at, event): (usize, &&Event)| {
        let shared = weights.iter().filter(|(name, _)| takes_part(event, name));
        let weight: f64 = shared.map(|(_, weight)| weight).sum();
        let strength = weight / (event.participants.len().max(1) as f64).sqrt();
        let is_other = event.id != chosen.id && event.when.is_some();
        (is_other && 0.0 < strength)
            .then(|| (strength, at.abs_diff(here - from), event.id.clone()))
    };
    let mut ties: Vec<(f64, usize, EventId)> =
        near.iter().enumerate().filter_map(tie).collect();
    ties.sort_by(|a, b| {
        let by_strength = b.0.total_cmp(&a.0);
        by_strength.then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2))
    });
    ties.truncate(MOST);
    ties.into_iter().map(|(_, _, id)| id).collect()
}

/// What each participant of an event counts for; those who take part in most events for nothing.
fn weights<'a>(chosen: &'a Event, near: &[&Event]) -> Vec<(&'a str, f64)> {
    let weight = |name: &'a String| {
        let n = near.iter().filter(|event| takes_part(event, name)).count();
        let is_common = ALWAYS < n && near.len() < n * COMMON_SHARE;
        (!is_common).then(|| (name.as_str(), 1.0 / (1.0 + n as f64).ln()))
    };
    chosen.participants.iter().filter_map(weight).collect()
}

fn takes_part(event: &Event, name: &str) -> bool {
    event.participants.iter().any(|one| one == name)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Kind, Status, When};
    use crate::session::Extraction;

    fn event(id: &str, day: &str, participants: &[&str]) -> Event {
        Event {
            id: EventId(id.to_owned()),
            title: id.to_owned(),
            kind: Kind::Other,
            status: Status::Happened,
            when: When::from_edtf(day),
            earlier: Vec::new(),
            places: Vec::new(),
            participants: participants.iter().map(|&name| name.to_owned()).collect(),
            origins: 1,
            mentions: Vec::new(),
            conflicts: Vec::new(),
            salience: 0.5,
        }
    }

    fn check(selected: &str, expected: &[&str]) {
        let mut events = vec![
            event("vote", "2026-01-01", &["Anna Visser", "Council"]),
            event("deal", "2026-01-02", &["Anna Visser", "Port", "Bank"]),
            event("trial", "2026-01-20", &["Anna Visser"]),
            event("storm", "2026-01-05", &[]),
            event("repair", "2026-01-09", &["Port", "Council"]),
            event("rumour", "", &["Port"]),
        ];
        let crowd =
            (10..30).map(|n| event(&format!("c{n}"), &format!("2026-02-{n}"), &["Council"]));
        events.extend(crowd.take(19));
        let mut state = State {
            found: Arc::new(Extraction {
                events,
                ..Extraction::default()
            }),
            ..State::default()
        };
        state.selection.event = Some(EventId(selected.to_owned()));
        let found: Vec<String> = related(&state).into_iter().map(|id| id.0).collect();
        assert_eq!(found, expected, "{selected}");
    }

    #[test]
    fn rare_names_tie_and_common_ones_do_not() {
        check("vote", &["trial", "deal"]);
        check("deal", &["trial", "vote", "repair"]);
        check("repair", &["deal"]);
        check("storm", &[]);
        check("c12", &[]);
    }
}

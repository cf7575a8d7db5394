//! Going through the days of a story: as-of, step, play.

use std::sync::Arc;

use jiff::civil::Date;

use super::replay::{news_days, show};
use super::visible::shown_window;
use super::{Effect, Extraction, State};

/// Goes back to what was known on a day; `None` shows what all articles say.
pub(super) fn set_as_of(state: &mut State, day: Option<Date>) -> Vec<Effect> {
    state.replay.is_playing = false;
    go_to(state, day)
}

/// Goes on by so many days with news, and stops at the first and the last.
pub(super) fn step_day(state: &mut State, steps: i32) -> Vec<Effect> {
    state.replay.is_playing = false;
    let day = day_after(state, steps);
    day.map_or_else(Vec::new, |day| go_to(state, Some(day)))
}

/// Plays the days with news, from the first if there is none after the present one; or pauses.
pub(super) fn play(state: &mut State, plays: bool) -> Vec<Effect> {
    state.replay.is_playing = false;
    let (first, last) = match news_days(state) {
        [first, .., last] if plays => (*first, *last),
        _ => return Vec::new(),
    };
    state.replay.is_playing = true;
    let day = state.view.as_of.filter(|day| *day < last);
    go_to(state, Some(day.unwrap_or(first)))
}

/// The present day was shown long enough: the next one, unless that is not there yet.
pub(super) fn tick(state: &mut State) -> Vec<Effect> {
    if !state.replay.is_playing || state.replay.is_weaving() {
        return Vec::new();
    }
    let day = day_after(state, 1);
    let effects = day.map_or_else(Vec::new, |day| go_to(state, Some(day)));
    let last = news_days(state).last();
    if day.is_none() || day.as_ref() == last {
        state.replay.is_playing = false;
    }
    effects
}

/// What was known on a day is woven.
pub(super) fn woven(
    state: &mut State,
    run: u64,
    day: Date,
    found: Arc<Extraction>,
) -> Vec<Effect> {
    if state.replay.take_in(run, day, found) {
        return show(state);
    }
    Vec::new()
}

fn go_to(state: &mut State, day: Option<Date>) -> Vec<Effect> {
    if state.view.as_of.is_none() && day.is_some() {
        // What fits all days stays, so that marks do not move because others come.
        state.view.window = Some(shown_window(state));
    }
    state.view.as_of = day;
    show(state)
}

/// So many days with news before or after the present one; none at the ends. What all articles say
/// comes after the last day.
fn day_after(state: &State, steps: i32) -> Option<Date> {
    let days = news_days(state);
    let last = days.len().checked_sub(1)?;
    let size = usize::try_from(steps.unsigned_abs()).unwrap_or(usize::MAX);
    let at = if steps < 0 {
        let before = |day| days.partition_point(|news| *news < day);
        let n_before = state.view.as_of.map_or(days.len(), before);
        (0 < n_before).then(|| n_before.saturating_sub(size))
    } else {
        let upto = |day| days.partition_point(|news| *news <= day);
        let n_upto = state.view.as_of.map_or(days.len(), upto);
        (n_upto <= last).then(|| n_upto.saturating_add(size.saturating_sub(1)).min(last))
    };
    at.and_then(|at| days.get(at)).copied()
}

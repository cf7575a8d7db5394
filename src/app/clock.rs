//! What day it is: the one place that looks at the clock of the machine.

use std::time::Duration;

use eframe::egui;
use jiff::Zoned;
use jiff::civil::DateTime;

use crate::session::{Command, State};

/// Tells the time of the place.
pub type Clock = fn() -> DateTime;

/// The clock of the machine.
#[expect(
    clippy::disallowed_methods,
    reason = "only the line of today looks at the clock"
)]
pub(super) fn of_machine() -> DateTime {
    Zoned::now().datetime()
}

/// Tells the state when another day has begun, and wakes the window for the next.
pub(super) fn follow(ctx: &egui::Context, state: &State, clock: Clock) -> Option<Command> {
    let now = clock();
    ctx.request_repaint_after(until_midnight(now));
    let is_new = state.today != Some(now.date());
    is_new.then_some(Command::SetToday(now.date()))
}

/// A little more than what is left of the day, so that waking finds the next one.
fn until_midnight(now: DateTime) -> Duration {
    const MORE: Duration = Duration::from_secs(1);
    let next = now.date().tomorrow().map(|day| day.at(0, 0, 0, 0));
    let left = next.map_or(Duration::ZERO, |next| {
        now.duration_until(next).unsigned_abs()
    });
    left + MORE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::update;

    #[test]
    fn a_day_is_told_once_and_the_next_one_at_midnight() {
        let ctx = egui::Context::default();
        let mut state = State::default();
        let (evening, night): (Clock, Clock) = (
            || jiff::civil::date(2026, 12, 31).at(23, 59, 0, 0),
            || jiff::civil::date(2027, 1, 1).at(0, 0, 0, 0),
        );
        for (clock, is_told) in [(evening, true), (evening, false), (night, true)] {
            let told = follow(&ctx, &state, clock);
            assert_eq!(told.is_some(), is_told);
            told.map(|command| update(&mut state, command));
            assert_eq!(state.today, Some(clock().date()));
        }
        assert_eq!(until_midnight(evening()), Duration::from_secs(61));
    }
}

//! The one place that changes the state.

use super::{Command, Effect, State};

/// Carries out `command` and returns what must be done outside the state.
pub fn update(state: &mut State, command: Command) -> Vec<Effect> {
    let _ = (state, command);
    Vec::new()
}

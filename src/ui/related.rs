//! The events related to the selected one, looked up once for each selection.

use std::sync::Arc;

use eframe::egui::{Context, Id};

use super::memo::{Same, memo};
use crate::model::EventId;
use crate::session::{State, related};

/// The events that tell of the same people as the selected one, the strongest ties first.
pub(super) fn related_events(ctx: &Context, state: &State) -> Arc<Vec<EventId>> {
    let key = (
        Same(Arc::clone(&state.found)),
        state.visible.clone().map(Same),
        state.selection.event.clone(),
    );
    memo(ctx, Id::unique("related events"), key, |_| related(state))
}

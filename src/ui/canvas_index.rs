//! The canvas's index of events: made at once for a small set, and beside the window for a large
//! one, while the picture before stays.

use std::sync::Arc;

use eframe::egui::{Context, Id};

use super::memo::{LARGE, Same, memo, memo_aside};
use crate::layout::{Events, Index, LaneBy};
use crate::model::Article;
use crate::session::{Extraction, State, Visible, shown};

/// An index with the events that it is of.
#[derive(Clone, Debug)]
pub(super) struct Indexed {
    /// Their store.
    pub(super) found: Arc<Extraction>,
    /// Which of them.
    pub(super) visible: Arc<Visible>,
    /// Their index.
    pub(super) index: Arc<Index>,
}

impl Indexed {
    /// The events in the order of the index.
    pub(super) fn events(&self) -> Events<'_> {
        Events::Picked(&self.found.events, &self.visible.events)
    }
}

/// What the index rests on.
#[derive(Clone, PartialEq)]
struct Key {
    found: Same<Extraction>,
    visible: Option<Same<Visible>>,
    lanes: LaneBy,
}

/// The index for the state; the one before, or none, while a large one is made.
pub(super) fn indexed(ctx: &Context, id: Id, state: &State) -> Option<Indexed> {
    let key = Key {
        found: Same(Arc::clone(&state.found)),
        visible: state.visible.clone().map(Same),
        lanes: state.view.lanes,
    };
    let (found, lanes) = (Arc::clone(&state.found), state.view.lanes);
    if found.events.len() < LARGE {
        let made = memo(ctx, id.with("index"), key, |_| {
            make(found, shown(state).visible, &state.articles, lanes)
        });
        return Some((*made).clone());
    }
    let made = memo_aside(ctx, id.with("large index"), key, || {
        let (visible, articles) = (shown(state).visible, state.articles.clone());
        move || make(found, visible, &articles, lanes)
    });
    made.map(|made| (*made).clone())
}

fn make(
    found: Arc<Extraction>,
    visible: Arc<Visible>,
    articles: &[Article],
    lanes: LaneBy,
) -> Indexed {
    let events = Events::Picked(&found.events, &visible.events);
    let index = Arc::new(Index::new(events, articles, lanes));
    Indexed {
        found,
        visible,
        index,
    }
}

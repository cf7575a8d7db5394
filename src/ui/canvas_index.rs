//! The canvas's index of events: made at once for a small set, and beside the window for a large
//! one, while the picture before stays.

use std::sync::{Arc, Mutex, PoisonError};

use eframe::egui::{Context, Id};

use super::memo::{Same, memo};
use crate::layout::{Events, Index, LaneBy};
use crate::session::{Extraction, State, Visible, shown};

/// Fewer events than that are sorted within a frame.
const LARGE: usize = 20_000;

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

/// An index that is made beside the window.
#[derive(Clone, Default)]
struct Making {
    key: Option<Key>,
    done: Arc<Mutex<Option<Indexed>>>,
}

/// The index for the state; the one before, or none, while a large one is made.
pub(super) fn indexed(ctx: &Context, id: Id, state: &State) -> Option<Indexed> {
    let key = Key {
        found: Same(Arc::clone(&state.found)),
        visible: state.visible.clone().map(Same),
        lanes: state.view.lanes,
    };
    if state.found.events.len() < LARGE {
        let made = memo(ctx, id.with("index"), key, |_| make(state));
        return Some((*made).clone());
    }
    let (making_id, kept_id) = (id.with("index being made"), id.with("large index"));
    let mut making: Making = ctx
        .data(|data| data.get_temp(making_id))
        .unwrap_or_default();
    if making.key.as_ref() != Some(&key) {
        making = Making {
            key: Some(key),
            done: Arc::default(),
        };
        start(ctx, state, Arc::clone(&making.done));
        ctx.data_mut(|data| data.insert_temp(making_id, making.clone()));
    }
    let done = making
        .done
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take();
    if let Some(done) = done {
        ctx.data_mut(|data| data.insert_temp(kept_id, done));
    }
    ctx.data(|data| data.get_temp(kept_id))
}

fn make(state: &State) -> Indexed {
    let shown = shown(state);
    Indexed {
        index: Arc::new(Index::new(
            shown.events(),
            &state.articles,
            state.view.lanes,
        )),
        found: Arc::clone(&state.found),
        visible: Arc::clone(&shown.visible),
    }
}

/// Sorts on a thread of its own and asks for a frame when it is done.
fn start(ctx: &Context, state: &State, done: Arc<Mutex<Option<Indexed>>>) {
    let (ctx, found, visible) = (ctx.clone(), Arc::clone(&state.found), shown(state).visible);
    let (articles, lanes) = (state.articles.clone(), state.view.lanes);
    let work = move || {
        let events = Events::Picked(&found.events, &visible.events);
        let index = Arc::new(Index::new(events, &articles, lanes));
        let indexed = Indexed {
            found,
            visible,
            index,
        };
        *done.lock().unwrap_or_else(PoisonError::into_inner) = Some(indexed);
        ctx.request_repaint();
    };
    // Without a thread to be had the picture before stays; the next change tries again.
    drop(
        std::thread::Builder::new()
            .name("index".to_owned())
            .spawn(work),
    );
}

//! The laid out picture of the canvas, made again only when something it rests on changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{Context, Id, Vec2};
use jiff::civil::Date;

use super::memo::{Same, memo};
use crate::layout::{FontMeasure, Index, LaneBy, Layout, Request, TimeWindow, arrange_indexed};
use crate::model::{Event, EventId};
use crate::scene::{Scene, Theme, build};
use crate::session::{Extraction, State, Visible, shown_window, visible_events};

/// A picture and where its parts stand.
#[derive(Debug)]
pub(super) struct Drawn {
    /// Places.
    pub(super) layout: Layout,
    /// Shapes.
    pub(super) scene: Scene,
}

/// All that the picture rests on.
#[derive(Clone, PartialEq)]
struct Key {
    found: Same<Extraction>,
    visible: Option<Same<Visible>>,
    window: TimeWindow,
    lanes: LaneBy,
    as_of: Option<Date>,
    today: Option<Date>,
    selected: Option<EventId>,
    also: Same<BTreeSet<EventId>>,
    scroll_px: f32,
    size_px: Vec2,
    theme: Theme,
}

/// The picture of `state` in a size; made afresh only if it changed.
pub(super) fn drawn(
    ctx: &Context,
    id: Id,
    state: &State,
    theme: &Theme,
    size_px: Vec2,
) -> Arc<Drawn> {
    let key = Key {
        found: Same(Arc::clone(&state.found)),
        visible: state.visible.clone().map(Same),
        window: shown_window(state),
        lanes: state.view.lanes,
        as_of: state.view.as_of,
        today: state.today,
        selected: state.selection.event.clone(),
        also: Same(Arc::clone(&state.selection.also)),
        scroll_px: state.view.scroll_px,
        size_px,
        theme: theme.clone(),
    };
    memo(ctx, id.with("drawn"), key, |key| {
        let events = visible_events(state);
        let index_key = (key.found.clone(), key.visible.clone(), key.lanes);
        let index = memo(ctx, id.with("index"), index_key, |_| {
            Index::new(&events, &state.articles, key.lanes)
        });
        draw(state, key, &events, &index)
    })
}

fn draw(state: &State, key: &Key, events: &[&Event], index: &Index) -> Drawn {
    let request = Request {
        events,
        articles: &state.articles,
        window: key.window,
        width_px: key.size_px.x,
        height_px: key.size_px.y,
        lanes: key.lanes,
        as_of: key.as_of,
        today: key.today,
        selected: key.selected.as_ref(),
        also: Some(&key.also.0),
        scroll_px: key.scroll_px,
        grows: false,
        numbers: None,
        measure: FontMeasure::bundled(),
    };
    let layout = arrange_indexed(&request, index);
    let scene = build(&layout, &key.theme);
    Drawn { layout, scene }
}

//! The laid out picture of the canvas, made again only when something it rests on changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{Context, Id, Vec2};
use jiff::civil::Date;

use super::calendar::calendar;
use super::canvas_index::{Indexed, indexed};
use super::memo::{Same, memo};
use super::related::related_events;
use crate::layout::{
    Calendar, FontMeasure, Held, Index, LaneSet, Layout, Request, TimeWindow, arrange_indexed,
};
use crate::model::EventId;
use crate::scene::{Scene, Theme, build};
use crate::session::State;

/// A picture and where its parts stand.
#[derive(Debug)]
pub(super) struct Drawn {
    /// Places.
    pub(super) layout: Layout,
    /// Shapes.
    pub(super) scene: Scene,
    /// What they were made of.
    pub(super) index: Option<Arc<Index>>,
}

/// All that the picture rests on.
#[derive(Clone, PartialEq)]
struct Key {
    index: Option<Same<Index>>,
    window: TimeWindow,
    lane_set: LaneSet,
    as_of: Option<Date>,
    today: Option<Date>,
    selected: Option<EventId>,
    also: Same<BTreeSet<EventId>>,
    related: Same<Vec<EventId>>,
    scroll_px: f32,
    size_px: Vec2,
    theme: Theme,
    calendar: Same<Calendar>,
}

/// The rows of the picture before, and the index that they are of.
#[derive(Clone)]
struct Before {
    indexed: Indexed,
    held: Arc<Held>,
}

impl Before {
    /// Its rows for the present index: what is still there stays where it stood.
    fn held_in(self, now: &Indexed) -> Arc<Held> {
        let Self { indexed, held } = self;
        if Arc::ptr_eq(&indexed.index, &now.index) {
            return held;
        }
        let from = (&*indexed.index, indexed.events());
        Arc::new(held.carried(from, (&now.index, now.events())))
    }
}

/// The picture of `state` for a window and a size; made afresh only if it changed.
pub(super) fn drawn(
    ctx: &Context,
    id: Id,
    state: &State,
    theme: &Theme,
    (window, size_px): (TimeWindow, Vec2),
) -> Arc<Drawn> {
    let indexed = indexed(ctx, id, state);
    let key = Key {
        index: indexed.as_ref().map(|made| Same(Arc::clone(&made.index))),
        window,
        lane_set: state.view.lane_set.clone(),
        as_of: state.view.as_of,
        today: state.today,
        selected: state.selection.event.clone(),
        also: Same(Arc::clone(&state.selection.also)),
        related: Same(related_events(ctx, state)),
        scroll_px: state.view.scroll_px,
        size_px,
        theme: theme.clone(),
        calendar: Same(calendar(ctx, state)),
    };
    memo(ctx, id.with("drawn"), key, |key| {
        let before_id = id.with("rows before");
        let before: Option<Before> = ctx.data(|data| data.get_temp(before_id));
        let held = before
            .zip(indexed.as_ref())
            .map(|(before, now)| before.held_in(now));
        let drawn = draw(state, key, indexed.as_ref(), held.as_deref());
        if let Some(indexed) = indexed.clone() {
            let held = Arc::new(drawn.layout.held.clone());
            ctx.data_mut(|data| data.insert_temp(before_id, Before { indexed, held }));
        }
        drawn
    })
}

fn draw(state: &State, key: &Key, indexed: Option<&Indexed>, held: Option<&Held>) -> Drawn {
    let none = Index::default();
    let request = Request {
        events: indexed.map_or_else(|| (&[][..]).into(), Indexed::events),
        articles: &state.articles,
        window: key.window,
        width_px: key.size_px.x,
        height_px: key.size_px.y,
        lanes: state.view.lanes,
        lane_set: &key.lane_set,
        as_of: key.as_of,
        today: key.today,
        selected: key.selected.as_ref(),
        also: Some(&key.also.0),
        scroll_px: key.scroll_px,
        grows: false,
        numbers: None,
        held,
        calendar: &key.calendar.0,
        measure: FontMeasure::bundled(),
    };
    let layout = arrange_indexed(&request, indexed.map_or(&none, |made| &made.index))
        .linked(&key.related.0);
    let scene = build(&layout, &key.theme);
    Drawn {
        layout,
        scene,
        index: indexed.map(|made| Arc::clone(&made.index)),
    }
}

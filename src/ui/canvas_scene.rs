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
    Calendar, FontMeasure, Held, Index, Layout, Request, TimeWindow, arrange_indexed,
};
use crate::model::EventId;
use crate::scene::{Scene, Theme, build};
use crate::session::{State, shown_window};

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
    index: Option<Same<Index>>,
    window: TimeWindow,
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
    index: Same<Index>,
    held: Arc<Held>,
}

/// The picture of `state` in a size; made afresh only if it changed.
pub(super) fn drawn(
    ctx: &Context,
    id: Id,
    state: &State,
    theme: &Theme,
    size_px: Vec2,
) -> Arc<Drawn> {
    let indexed = indexed(ctx, id, state);
    let key = Key {
        index: indexed.as_ref().map(|made| Same(Arc::clone(&made.index))),
        window: shown_window(state),
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
        let before = before.filter(|before| key.index.as_ref() == Some(&before.index));
        let held = before.as_ref().map(|before| &*before.held);
        let drawn = draw(state, key, indexed.as_ref(), held);
        if let Some(index) = key.index.clone() {
            let held = Arc::new(drawn.layout.held.clone());
            ctx.data_mut(|data| data.insert_temp(before_id, Before { index, held }));
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
    Drawn { layout, scene }
}

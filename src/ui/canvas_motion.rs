//! The timeline glides to another window and its rows to other places, unless the reader or the
//! system wants no motion.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::{Context, Id};

use super::canvas_scene::Drawn;
use crate::layout::{Lane, TimeWindow};
use crate::model::EventId;
use crate::scene::{Group, Target, Theme, build};

/// Windows that differ by less are a step of the hand, which is followed at once: the part of the
/// width that an edge moves.
const STEP: f64 = 0.12;
/// Places nearer than this are one.
const SAME_PX: f32 = 0.5;

/// A way from one window to another.
#[derive(Clone, Copy)]
struct Glide {
    from: TimeWindow,
    to: TimeWindow,
    began_s: f64,
    shown: TimeWindow,
}

/// What the hand on the timeline moves next is followed at once, however far it goes.
pub(super) fn follow_hand(ctx: &Context, id: Id) {
    ctx.data_mut(|data| data.insert_temp(id.with(HAND), true));
}

const HAND: &str = "hand";

/// The window to show now on the way to `target`. Asks for the next frame until it is there.
pub(super) fn gliding(ctx: &Context, id: Id, target: TimeWindow) -> TimeWindow {
    let hand = ctx.data_mut(|data| data.remove_temp::<bool>(id.with(HAND)));
    let id = id.with("glide");
    let now_s = ctx.input(|input| input.time);
    let kept: Option<Glide> = ctx.data(|data| data.get_temp(id));
    let still = Glide {
        from: target,
        to: target,
        began_s: now_s,
        shown: target,
    };
    let glide = match kept {
        Some(glide) if glide.to == target => glide,
        Some(glide) if hand.is_none() && !is_step(glide.shown, target) => Glide {
            from: glide.shown,
            ..still
        },
        _ => still,
    };
    let share = share(ctx, glide.began_s);
    let shown = glide.from.towards(target, share);
    if shown != target {
        ctx.request_repaint();
    }
    ctx.data_mut(|data| data.insert_temp(id, Glide { shown, ..glide }));
    shown
}

fn is_step(shown: TimeWindow, target: TimeWindow) -> bool {
    let most = STEP * shown.width_days();
    (shown.start_days - target.start_days).abs() < most
        && (shown.end_days - target.end_days).abs() < most
}

/// How much of a motion that began then is done: quickly at first, slowly at last.
fn share(ctx: &Context, began_s: f64) -> f64 {
    let lasts_s = f64::from(ctx.global_style().animation_time);
    let gone_s = ctx.input(|input| input.time) - began_s;
    if gone_s >= lasts_s {
        return 1.0;
    }
    1.0 - (1.0 - gone_s / lasts_s).powi(3)
}

/// How far above their places lanes and marks are still.
#[derive(Clone, Default)]
struct Slide {
    of: Option<Arc<Drawn>>,
    began_s: f64,
    lanes: BTreeMap<String, f32>,
    /// By lane; relative to it.
    marks: BTreeMap<(String, EventId), f32>,
    /// What was not there before, and since when it is.
    fresh: BTreeMap<EventId, f64>,
}

/// A picture on its way to where it belongs.
pub(super) struct Sliding {
    /// With everything where it stands now.
    pub(super) drawn: Arc<Drawn>,
    /// How much of what is new shows, 0 to 1.
    fresh: BTreeMap<EventId, f32>,
}

impl Sliding {
    /// How much of a group shows, 0 to 1: what is new comes up slowly.
    pub(super) fn opacity(&self, group: &Group) -> f32 {
        match &group.target {
            Target::Event(id) => self.fresh.get(id).copied().unwrap_or(1.0),
            _ => 1.0,
        }
    }
}

/// A picture as it is to be shown now: what stood elsewhere in the picture before is on its way.
pub(super) fn sliding(ctx: &Context, id: Id, drawn: Arc<Drawn>, theme: &Theme) -> Sliding {
    let id = id.with("slide");
    let now_s = ctx.input(|input| input.time);
    let kept: Option<Arc<Slide>> = ctx.data(|data| data.get_temp(id));
    let is_same = |slide: &Slide| slide.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, &drawn));
    let slide = match kept {
        Some(slide) if is_same(&slide) => slide,
        kept => {
            let kept = kept.unwrap_or_default();
            let share = share(ctx, kept.began_s) as f32;
            let mut slide = kept.on_to(Arc::clone(&drawn), share, now_s);
            slide
                .fresh
                .retain(|_, began_s| self::share(ctx, *began_s) < 1.0);
            let slide = Arc::new(slide);
            ctx.data_mut(|data| data.insert_temp(id, Arc::clone(&slide)));
            slide
        }
    };
    let share = share(ctx, slide.began_s) as f32;
    let fresh: BTreeMap<EventId, f32> = (slide.fresh.iter())
        .map(|(id, began_s)| (id.clone(), self::share(ctx, *began_s) as f32))
        .filter(|(_, share)| *share < 1.0)
        .collect();
    let moves = share < 1.0 && !(slide.lanes.is_empty() && slide.marks.is_empty());
    if moves || !fresh.is_empty() {
        ctx.request_repaint();
    }
    let drawn = if moves {
        Arc::new(slide.shown(&drawn, 1.0 - share, theme))
    } else {
        drawn
    };
    Sliding { drawn, fresh }
}

impl Slide {
    /// The way from where all stands after `share` of this one to another picture.
    fn on_to(&self, drawn: Arc<Drawn>, share: f32, now_s: f64) -> Self {
        let mut next = Self {
            began_s: now_s,
            fresh: self.fresh.clone(),
            ..Self::default()
        };
        let left = 1.0 - share;
        let before = self.of.as_ref().map(|of| &of.layout);
        for lane in &drawn.layout.lanes {
            let Some((old, layout)) = before.and_then(|layout| {
                let old = layout
                    .lanes
                    .iter()
                    .find(|old| old.full_name == lane.full_name)?;
                Some((old, layout))
            }) else {
                continue;
            };
            let off = self.lanes.get(&lane.full_name).copied().unwrap_or_default() * left;
            // A scroll is followed at once.
            let stood = old.bounds.y + layout.scroll_px + off;
            let by_px = stood - lane.bounds.y - drawn.layout.scroll_px;
            if SAME_PX < by_px.abs() {
                next.lanes.insert(lane.full_name.clone(), by_px);
            }
            self.marks_on_to(old, lane, left, &mut next);
        }
        next.of = Some(drawn);
        next
    }

    fn marks_on_to(&self, old: &Lane, lane: &Lane, left: f32, next: &mut Self) {
        let stood: BTreeMap<&EventId, f32> = old
            .items
            .iter()
            .map(|item| (&item.event, item.y - old.bounds.y))
            .collect();
        for item in &lane.items {
            let Some(stood) = stood.get(&item.event) else {
                next.fresh.entry(item.event.clone()).or_insert(next.began_s);
                continue;
            };
            let key = (lane.full_name.clone(), item.event.clone());
            let off = self.marks.get(&key).copied().unwrap_or_default() * left;
            let by_px = stood + off - (item.y - lane.bounds.y);
            if SAME_PX < by_px.abs() {
                next.marks.insert(key, by_px);
            }
        }
    }

    /// A picture with all that moves at so much of its way back.
    fn shown(&self, drawn: &Drawn, left: f32, theme: &Theme) -> Drawn {
        let mut layout = drawn.layout.clone();
        for lane in &mut layout.lanes {
            for item in &mut lane.items {
                let key = (lane.full_name.clone(), item.event.clone());
                if let Some(by_px) = self.marks.get(&key) {
                    item.shift(by_px * left);
                }
            }
            if let Some(by_px) = self.lanes.get(&lane.full_name) {
                lane.shift(by_px * left);
            }
        }
        Drawn {
            scene: build(&layout, theme),
            layout,
            index: drawn.index.clone(),
        }
    }
}

//! Where the marks of events were painted last, for the window to tell scripts and tests.

use eframe::egui::{self, Id, Rect};

use crate::model::{Event, EventId};

/// The mark of one event on the screen.
#[derive(Clone, Debug)]
pub struct PaintedMark {
    /// The event.
    pub event: EventId,
    /// Its title.
    pub title: String,
    /// Where it can be clicked, in points.
    pub rect: Rect,
}

/// From now on the places of marks are remembered; without this nobody pays for it.
pub fn want(ctx: &egui::Context) {
    ctx.data_mut(|data| data.get_temp_mut_or_default::<Painted>(id()).is_wanted = true);
}

/// Remembers the marks of this frame in place of those of the last one, if somebody wants them.
pub fn remember<'a>(ctx: &egui::Context, marks: impl Iterator<Item = (&'a Event, Rect)>) {
    let is_wanted = |painted: Painted| painted.is_wanted;
    if !ctx.data(|data| data.get_temp(id())).is_some_and(is_wanted) {
        return;
    }
    let marks = marks.map(|(event, rect)| PaintedMark {
        event: event.id.clone(),
        title: event.title.clone(),
        rect,
    });
    let painted = Painted {
        is_wanted: true,
        marks: marks.collect(),
    };
    ctx.data_mut(|data| data.insert_temp(id(), painted));
}

/// The marks that were painted last.
pub fn painted(ctx: &egui::Context) -> Vec<PaintedMark> {
    let painted: Painted = ctx.data(|data| data.get_temp(id())).unwrap_or_default();
    painted.marks
}

#[derive(Clone, Debug, Default)]
struct Painted {
    is_wanted: bool,
    marks: Vec<PaintedMark>,
}

fn id() -> Id {
    Id::unique("painted marks")
}

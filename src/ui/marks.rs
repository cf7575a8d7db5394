//! Where the marks of events were painted last, for the window to tell scripts and tests.

use eframe::egui::{self, Id, Rect};

use crate::model::EventId;

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

/// Remembers the marks of this frame in place of those of the last one.
pub fn remember(ctx: &egui::Context, marks: Vec<PaintedMark>) {
    ctx.data_mut(|data| data.insert_temp(id(), marks));
}

/// The marks that were painted last.
pub fn painted(ctx: &egui::Context) -> Vec<PaintedMark> {
    ctx.data(|data| data.get_temp(id())).unwrap_or_default()
}

fn id() -> Id {
    Id::unique("painted marks")
}

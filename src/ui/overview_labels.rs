//! The calendar below the strip over all time.

use eframe::egui::{Rect, Ui, pos2};

use super::calendar::calendar;
use super::ink::Ink;
use super::overview::SIDE_PX;
use super::overview_bins::labels;
use super::parts::{SMALL_PX, one_line};
use crate::layout::{TimeWindow, Weight};
use crate::session::State;

/// Shows the labels below the bars, as many as have room above `bottom_px`.
pub(super) fn labels_ui(
    ui: &Ui,
    state: &State,
    (span, bars): (TimeWindow, Rect),
    bottom_px: f32,
    ink: &Ink,
) {
    let top_px = bars.bottom() + 8.0;
    let calendar = calendar(ui.ctx(), state);
    for (at_days, text) in labels(span, bars.width(), &calendar) {
        let x = bars.left() + span.x_from_days(at_days, bars.width()) as f32;
        let small = (SMALL_PX - 1.0, Weight::Regular);
        let galley = one_line(ui, &text, small, ink.secondary, 90.0);
        let fits = x + galley.size().x <= bars.right() + SIDE_PX && top_px < bottom_px;
        if fits {
            ui.painter().galley(pos2(x, top_px), galley, ink.secondary);
        }
    }
}

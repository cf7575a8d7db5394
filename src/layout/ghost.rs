//! What a plan leaves at the date it was moved from: the outline of its mark, tied to the new one.

use super::mark::mark;
use super::request::{GAP_PX, LABEL_GAP_PX};
use super::{Ghost, Mark, Rect, Request};
use crate::model::Event;

/// Ghosts of at most so many earlier dates, the latest first.
const MAX_GHOSTS: usize = 2;
/// A ghost further away than this share of the plot would only take room.
const MAX_SHARE: f32 = 0.5;
/// A label has at least that much room beside its mark and ghosts, if it is so long.
const MIN_LABEL_PX: f32 = 120.0;

/// The ghosts of an event, as far as they can be seen whole.
pub(super) fn ghosts(
    event: &Event,
    now: &Mark,
    request: &Request<'_>,
    plot: Rect,
) -> Vec<Ghost> {
    let plans = event.earlier.iter().rev().take(MAX_GHOSTS);
    let marks = plans.filter_map(|plan| {
        let was = mark(&plan.when, plan.status, 1, request.window, plot)?;
        is_near(&was, now, plot).then_some(was)
    });
    marks.map(|mark| ghost(mark, now)).collect()
}

/// Whether a label so wide finds room left or right of a mark with ghosts between two edges.
pub(super) fn leave_room(
    (left, right): (f32, f32),
    words_px: f32,
    number_px: f32,
    request: &Request<'_>,
    plot: Rect,
) -> bool {
    let needed = words_px.min(MIN_LABEL_PX) + LABEL_GAP_PX + number_px;
    needed < left - plot.x || right + needed < request.words_end(plot)
}

/// From the left to the right edge of a mark with its ghosts.
pub(super) fn extent(mark: &Mark, ghosts: &[Ghost]) -> (f32, f32) {
    let all = ghosts.iter().map(|ghost| &ghost.mark);
    all.fold((mark.left(), mark.right()), |(left, right), one| {
        (left.min(one.left()), right.max(one.right()))
    })
}

/// Whether enough of it stands out from the mark as it is, and not too far off.
fn is_near(was: &Mark, now: &Mark, plot: Rect) -> bool {
    let is_seen = plot.x < was.left() && was.right() < plot.right();
    let out = (now.left() - was.left()).max(was.right() - now.right());
    let apart = (was.left() - now.right()).max(now.left() - was.right());
    is_seen && GAP_PX <= out && apart < plot.width * MAX_SHARE
}

/// One that touches the mark needs no tie.
fn ghost(mark: Mark, now: &Mark) -> Ghost {
    let tie = if mark.right() < now.left() {
        (mark.right(), now.left())
    } else if now.right() < mark.left() {
        (mark.left(), now.right())
    } else {
        (now.left(), now.left())
    };
    Ghost { mark, tie }
}

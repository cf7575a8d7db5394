//! How thick the events of a lane lie where not all can be shown.

use super::chips::{more_label, n_ids};
use super::lane_index::{LaneIndex, Sight};
use super::request::EDGE_PX;
use super::{Density, Label, More, Rect, Request, TimeWindow};

/// Height of the area at its highest, and of the least that is not nothing.
const HEIGHT_PX: f32 = 12.0;
const LEAST_PX: f32 = 1.5;
/// Width of a part that is counted by itself.
const PART_PX: f32 = 4.0;
/// Fewer hidden events are told by their counts alone.
const MIN_HIDDEN: usize = 30;

/// The area at the foot of a lane; none where few events are hidden. Its height grows with the
/// square root of the count, so that one event beside a hundred is still seen.
pub(super) fn density(
    (lane, sight): (&LaneIndex, &Sight),
    n_hidden: usize,
    request: &Request<'_>,
    (plot, bottom): (Rect, f32),
) -> Option<Density> {
    let foot = Rect::new(plot.x, bottom - HEIGHT_PX, plot.width, HEIGHT_PX);
    (MIN_HIDDEN <= n_hidden).then(|| area((lane, sight), request, foot))
}

/// What stands for a collapsed lane: the area, and the count of all its events.
pub(super) fn collapsed(
    (lane, sight): (&LaneIndex, &Sight),
    request: &Request<'_>,
    plot: Rect,
    bounds: Rect,
) -> (Density, More) {
    let (label, pill) = more_label(lane.len(), request.measure);
    let left = request.words_end(plot) - 2.0 - pill.width;
    let height = bounds.height - 2.0 * EDGE_PX;
    let strip = Rect::new(plot.x, bounds.bottom() - 1.0 - height, plot.width, height);
    let (first, last) = lane.extent();
    let near = lane.first_of(sight, (first, last), 1, |_| true);
    let near = near
        .iter()
        .chain(lane.after(sight))
        .chain(lane.before(sight));
    let events = near.filter_map(|entry| request.events.get(entry.event as usize));
    let more = More {
        events: events
            .map(|event| event.id.clone())
            .take(n_ids(request))
            .collect(),
        count: lane.len(),
        window: Some(TimeWindow::new(first, last)),
        label: Label {
            x: label.x + left,
            ..label
        },
        bounds: pill.shifted(left, 0.0),
    };
    (
        area((lane, sight), request, strip),
        more.shifted(bounds.center_y()),
    )
}

fn area((lane, sight): (&LaneIndex, &Sight), request: &Request<'_>, place: Rect) -> Density {
    let n_parts = (place.width / PART_PX).floor().max(1.0) as usize;
    let counts = lane.density(sight, request.window, n_parts);
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as f32;
    let height = |count: &u32| match count {
        0 => 0.0,
        count => (place.height * (*count as f32 / most).sqrt()).max(LEAST_PX),
    };
    Density {
        bounds: place,
        heights_px: counts.iter().map(height).collect(),
    }
}

//! How thick the events of a lane lie where not all can be shown.

use super::lane_index::{LaneIndex, Sight};
use super::{Density, Rect, Request};

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
    if n_hidden < MIN_HIDDEN {
        return None;
    }
    let n_parts = (plot.width / PART_PX).floor().max(1.0) as usize;
    let counts = lane.density(sight, request.window, n_parts);
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as f32;
    let height = |count: &u32| match count {
        0 => 0.0,
        count => (HEIGHT_PX * (*count as f32 / most).sqrt()).max(LEAST_PX),
    };
    Some(Density {
        bounds: Rect::new(plot.x, bottom - HEIGHT_PX, plot.width, HEIGHT_PX),
        heights_px: counts.iter().map(height).collect(),
    })
}

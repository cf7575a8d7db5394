//! Bars: solid where they are certain, fading where they are not.

use super::draw::{line, solid};
use super::look::Look;
use super::{Color, Fill, Shape};
use crate::layout::{Bar, Point, Rect};
use crate::model::Status;

/// A round end is drawn with so many corners.
const N_ARC: usize = 10;
/// No fading edge is made of more pieces, and no fading hatch of more lines.
const MAX_PIECES: usize = 160;
/// The strike of what is denied or cancelled goes so far beyond the mark.
const STRIKE_PX: f32 = 3.0;

/// The form of a bar's end.
#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    Flat,
    Round,
    Arrow,
}

/// Draws a bar around `y`.
pub(super) fn bar(shapes: &mut Vec<Shape>, bar: &Bar, y: f32, look: Look) {
    let core = bar.core();
    for two in bar.stops.windows(2) {
        let [(from, a), (to, b)] = two else { continue };
        if core.is_none_or(|(left, right)| *to <= left || right <= *from) {
            haze(shapes, (*from, *a), (*to, *b), y, bar, look);
        }
    }
    faded_lines(shapes, bar, y, look);
    if let Some((left, right)) = core {
        let is_end = |at: f32, edge: f32| (at - edge).abs() < 0.01;
        let start = if is_end(left, bar.left()) && !bar.cut_left {
            End::Round
        } else {
            End::Flat
        };
        let end = match is_end(right, bar.right()) && !bar.cut_right {
            true if bar.arrow => End::Arrow,
            true => End::Round,
            false => End::Flat,
        };
        // Where a fade ends at a whole pixel, no seam shows.
        let left = if start == End::Flat {
            left.round()
        } else {
            left
        };
        let right = if end == End::Flat {
            right.round()
        } else {
            right
        };
        shapes.push(body((left, right), y, bar.half_px, (start, end), look));
    }
    strike_bar(shapes, bar, y, look);
}

/// The part of a bar that is certain.
fn body((left, right): (f32, f32), y: f32, half: f32, ends: (End, End), look: Look) -> Shape {
    let (fill, stroke) = (look.fill(), look.outline());
    if ends == (End::Flat, End::Flat) && stroke.is_none() {
        // Its edges fall on whole pixels, as those of the fades beside it do.
        return Shape::Rect {
            rect: Rect::between(left, y - half, right, y + half),
            radius_px: 0.0,
            fill,
            stroke,
        };
    }
    Shape::Polygon {
        points: outline(left, right, y, half, ends),
        fill,
        stroke,
    }
}

/// The corners of a bar between two x.
fn outline(left: f32, right: f32, y: f32, half: f32, ends: (End, End)) -> Vec<Point> {
    let half_x = half.min((right - left) / 2.0);
    let mut points = match ends.0 {
        End::Round => arc(left + half_x, y, -half_x, half),
        _ => vec![Point::new(left, y + half), Point::new(left, y - half)],
    };
    match ends.1 {
        End::Round => points.extend(arc(right - half_x, y, half_x, -half)),
        End::Arrow => points.extend([
            Point::new(right - half_x, y - half),
            Point::new(right, y),
            Point::new(right - half_x, y + half),
        ]),
        End::Flat => {
            points.extend([Point::new(right, y - half), Point::new(right, y + half)]);
        }
    }
    points
}

/// Half an ellipse around `x`, `y` that bulges to `x + dx` and begins at `y + dy`.
fn arc(x: f32, y: f32, dx: f32, dy: f32) -> Vec<Point> {
    let angle = |at: usize| at as f32 / N_ARC as f32 * std::f32::consts::PI;
    let points = (0..=N_ARC).map(|at| {
        let (sin, cos) = angle(at).sin_cos();
        Point::new(x + dx * sin, y + dy * cos)
    });
    points.collect()
}

/// A stretch whose sureness goes from one value to another.
fn haze(
    shapes: &mut Vec<Shape>,
    from: (f32, f32),
    to: (f32, f32),
    y: f32,
    bar: &Bar,
    look: Look,
) {
    // Whole pixels, so that no seam shows where two stretches meet.
    let (left, right) = (from.0.round(), to.0.round());
    if left >= right {
        return;
    }
    let color = |sureness: f32| -> Color { look.color.faded(sureness * look.haze()) };
    let fill = if (from.1 - to.1).abs() < 1e-3 {
        Fill::Solid(color(from.1))
    } else {
        Fill::Fade {
            left: color(from.1),
            right: color(to.1),
        }
    };
    shapes.push(Shape::Rect {
        rect: Rect::between(left, y - bar.half_px, right, y + bar.half_px),
        radius_px: 0.0,
        fill,
        stroke: None,
    });
}

/// Edges and hatching where the bar is not certain, each piece as strong as the bar is sure.
fn faded_lines(shapes: &mut Vec<Shape>, bar: &Bar, y: f32, look: Look) {
    let (core_left, core_right) = bar.core().unwrap_or((f32::MAX, f32::MAX));
    let is_faded = |x: f32| x < core_left || core_right < x;
    let (left, right, half) = (bar.left(), bar.right(), bar.half_px);
    if let (Some((length, gap)), Some(edge)) = (look.edge_pieces(), look.outline()) {
        let gap = gap.max((right - left) / MAX_PIECES as f32);
        let n = ((right - left) / gap) as usize;
        let starts = (0..=n).map(|at| left + at as f32 * gap);
        for from in starts.filter(|x| is_faded(*x)) {
            let mut to =
                (from + length * gap / look.edge_pieces().map_or(gap, |p| p.1)).min(right);
            if from < core_left {
                to = to.min(core_left);
            }
            let sureness = bar.sureness(f32::midpoint(from, to));
            let stroke = solid(edge.width_px, look.color.faded(sureness.sqrt()));
            shapes.push(line((from, y - half), (to, y - half), stroke));
            shapes.push(line((from, y + half), (to, y + half), stroke));
        }
    }
    if let Some(gap) = look.hatch_gap_px() {
        let gap = gap.max((right - left) / MAX_PIECES as f32);
        let n = ((right - left + 2.0 * half) / gap) as usize;
        for at in 0..=n {
            // Each line rises from the lower edge to the upper one, cut off at the bar's ends.
            let foot = left - 2.0 * half + at as f32 * gap;
            let (from, mut to) = (foot.max(left), (foot + 2.0 * half).min(right));
            if from < core_left {
                to = to.min(core_left);
            }
            if from + 1.0 < to && is_faded(from) && is_faded(f32::midpoint(from, to)) {
                let height = |x: f32| y + half - (x - foot);
                let stroke = look.hatch(bar.sureness(f32::midpoint(from, to)));
                shapes.push(line((from, height(from)), (to, height(to)), stroke));
            }
        }
    }
}

fn strike_bar(shapes: &mut Vec<Shape>, bar: &Bar, y: f32, look: Look) {
    let (left, right) = (bar.left(), bar.right());
    strike(shapes, (left, right), y, bar.half_px, look);
}

/// Cancelled: a line through; denied: a slash across.
pub(super) fn strike(
    shapes: &mut Vec<Shape>,
    (left, right): (f32, f32),
    y: f32,
    half: f32,
    look: Look,
) {
    let stroke = solid(1.6, look.color);
    match look.status {
        Status::Cancelled => {
            shapes.push(line((left - STRIKE_PX, y), (right + STRIKE_PX, y), stroke));
        }
        Status::Denied => {
            let (middle, reach) = (f32::midpoint(left, right), half + STRIKE_PX);
            let (from, to) = ((middle - reach, y + reach), (middle + reach, y - reach));
            shapes.push(line(from, to, stroke));
        }
        _ => (),
    }
}

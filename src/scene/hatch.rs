//! The lines of a hatching, the same in the window and in every export.

use super::{Point, Rect};

/// More lines than this in one shape would be a grey area anyway.
pub const MAX_HATCH_LINES: usize = 4_000;
/// A shorter piece of line is a speck.
const MIN_LINE_PX: f32 = 0.1;

/// Lines at 45 degrees, rising to the right, cut to a convex outline and to about what is visible.
///
/// They are `gap_px` apart along x and counted from the left top corner of the outline's bounds,
/// so that they move with it.
pub fn hatch_lines(outline: &[Point], gap_px: f32, visible: Option<Rect>) -> Vec<[Point; 2]> {
    let whole = bounds(outline);
    let seen = visible.map_or(whole, |visible| common(whole, visible));
    let has_area = seen.width > 0.0 && seen.height > 0.0;
    if gap_px.is_nan() || gap_px <= 0.0 || !has_area || !seen.width.is_finite() {
        return Vec::new();
    }
    let origin = whole.x + whole.y;
    let first = ((seen.x + seen.y - origin) / gap_px).floor();
    let last = ((seen.x + seen.width + seen.y + seen.height - origin) / gap_px).ceil();
    let n_lines = ((last - first) as usize).min(MAX_HATCH_LINES);
    (0..=n_lines)
        .filter_map(|index| chord(outline, origin + (first + index as f32 + 0.5) * gap_px))
        .collect()
}

/// Where the line `x + y = sum` is inside a convex outline.
fn chord(outline: &[Point], sum: f32) -> Option<[Point; 2]> {
    let mut ends: Option<[Point; 2]> = None;
    let next_points = outline.iter().cycle().skip(1);
    for (from, to) in outline.iter().zip(next_points) {
        let (before, after) = (from.x + from.y - sum, to.x + to.y - sum);
        if (before < 0.0) == (after < 0.0) {
            continue;
        }
        let share = before / (before - after);
        let hit = Point::new(
            from.x + (to.x - from.x) * share,
            from.y + (to.y - from.y) * share,
        );
        ends = Some(match ends {
            None => [hit, hit],
            Some([low, high]) if hit.x < low.x => [hit, high],
            Some([low, high]) if hit.x > high.x => [low, hit],
            Some(both) => both,
        });
    }
    ends.filter(|[low, high]| high.x - low.x > MIN_LINE_PX)
}

fn bounds(outline: &[Point]) -> Rect {
    let reach = |of: fn(&Point) -> f32| {
        let values = outline.iter().map(of);
        values.fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        })
    };
    between(reach(|point| point.x), reach(|point| point.y))
}

fn common(a: Rect, b: Rect) -> Rect {
    between(
        (a.x.max(b.x), (a.x + a.width).min(b.x + b.width)),
        (a.y.max(b.y), (a.y + a.height).min(b.y + b.height)),
    )
}

fn between((left, right): (f32, f32), (top, bottom): (f32, f32)) -> Rect {
    Rect {
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect {
            x,
            y,
            width,
            height,
        }
    }

    fn corners(of: Rect) -> Vec<Point> {
        let (right, bottom) = (of.x + of.width, of.y + of.height);
        [(of.x, of.y), (right, of.y), (right, bottom), (of.x, bottom)]
            .map(|(x, y)| Point::new(x, y))
            .to_vec()
    }

    #[test]
    fn lines_rise_to_the_right_inside_their_outline() {
        let lines = hatch_lines(&corners(rect(0.0, 0.0, 20.0, 20.0)), 5.0, None);
        assert_eq!(lines.len(), 8);
        let is_inside = |point: Point| {
            let inside = -0.01..20.01;
            inside.contains(&point.x) && inside.contains(&point.y)
        };
        for [low, high] in lines {
            assert!(is_inside(low) && is_inside(high));
            assert!(low.x < high.x && low.y > high.y);
        }
    }

    #[test]
    fn what_is_seen_of_a_long_bar_has_the_lines_of_the_whole() {
        let bar = corners(rect(-1e5, 0.0, 2e5, 10.0));
        let seen = hatch_lines(&bar, 5.0, Some(rect(0.0, 0.0, 100.0, 10.0)));
        assert!((20..30).contains(&seen.len()), "{}", seen.len());
        assert!(hatch_lines(&bar, 5.0, Some(rect(0.0, 50.0, 9.0, 9.0))).is_empty());
    }

    #[test]
    fn what_has_no_inside_has_no_lines() {
        let square = corners(rect(0.0, 0.0, 9.0, 9.0));
        for (outline, gap_px) in [
            (square.clone(), 0.0),
            (square, f32::NAN),
            (corners(rect(0.0, 0.0, 0.0, 9.0)), 5.0),
            (corners(rect(f32::NAN, 0.0, 9.0, f32::NAN)), 5.0),
            (Vec::new(), 5.0),
        ] {
            assert!(hatch_lines(&outline, gap_px, None).is_empty());
        }
    }
}

//! Hatching as lines. A pattern would do for SVG alone, but shows seams in PDF and blurs in PNG.

use std::f32::consts::{FRAC_PI_2, TAU};

use super::xml::number;
use crate::scene::{Point, Rect, Shape, hatch_lines};

/// One point of an arc about every so many pixels.
const ARC_STEP_PX: f32 = 1.0;

/// The path of lines at 45 degrees, rising to the right, `gap_px` apart along x, inside a shape.
/// They are counted from the left top corner of its bounds, as in the window.
pub(super) fn hatch_path(shape: &Shape, gap_px: f32) -> String {
    let lines = hatch_lines(&outline(shape), gap_px, None);
    let mut path = String::new();
    for [from, to] in lines {
        for (step, point) in [("M", from), ("L", to)] {
            path.extend([step, &number(point.x), " ", &number(point.y)]);
        }
    }
    path
}

/// The corners of a closed shape; arcs as short straight pieces.
fn outline(shape: &Shape) -> Vec<Point> {
    match shape {
        Shape::Rect {
            rect, radius_px, ..
        } => round_rect(*rect, *radius_px),
        Shape::Circle {
            center, radius_px, ..
        } => arc(*center, *radius_px, 0.0, TAU),
        Shape::Polygon { points, .. } => points.clone(),
        Shape::Area(_) | Shape::Line { .. } | Shape::Text(_) | Shape::Group(_) => Vec::new(),
    }
}

fn round_rect(rect: Rect, radius_px: f32) -> Vec<Point> {
    let radius = radius_px.clamp(0.0, (rect.width.min(rect.height) / 2.0).max(0.0));
    let (left, top) = (rect.x + radius, rect.y + radius);
    let right = rect.x + rect.width - radius;
    let bottom = rect.y + rect.height - radius;
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
    let quarters = [2.0, 3.0, 0.0, 1.0];
    corners
        .into_iter()
        .zip(quarters)
        .flat_map(|((x, y), quarter)| {
            arc(Point { x, y }, radius, quarter * FRAC_PI_2, FRAC_PI_2)
        })
        .collect()
}

/// Points from one angle through another, clockwise, both ends included.
fn arc(center: Point, radius_px: f32, from: f32, through: f32) -> Vec<Point> {
    let n_steps = ((through * radius_px / ARC_STEP_PX).ceil() as usize).clamp(1, 256);
    (0..=n_steps)
        .map(|step| {
            let angle = from + through * step as f32 / n_steps as f32;
            Point {
                x: center.x + radius_px * angle.cos(),
                y: center.y + radius_px * angle.sin(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Fill, MAX_HATCH_LINES};

    fn rect(width: f32, radius_px: f32) -> Shape {
        Shape::Rect {
            rect: Rect {
                x: 10.0,
                y: 10.0,
                width,
                height: 10.0,
            },
            radius_px,
            fill: Fill::None,
            stroke: None,
        }
    }

    #[test]
    fn lines_rise_to_the_right_inside_their_shape() {
        assert_eq!(
            hatch_path(&rect(10.0, 0.0), 8.0),
            "M10 14L14 10M12 20L20 12"
        );
    }

    #[test]
    fn what_has_no_inside_has_no_lines() {
        let nowhere = Shape::Polygon {
            points: Vec::new(),
            fill: Fill::None,
            stroke: None,
        };
        for (shape, gap_px) in [
            (rect(0.0, 0.0), 5.0),
            (rect(10.0, 0.0), 0.0),
            (rect(f32::NAN, 0.0), 5.0),
            (nowhere, 5.0),
        ] {
            assert_eq!(hatch_path(&shape, gap_px), "");
        }
    }

    #[test]
    fn huge_shapes_have_a_limit() {
        assert!(hatch_path(&rect(1e9, 5.0), 1.0).len() < 40 * MAX_HATCH_LINES);
    }
}

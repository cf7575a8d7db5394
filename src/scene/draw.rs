//! Small helpers that make shapes.

use super::{Anchor, Color, Dash, Fill, Group, Shape, Stroke, Target, Text};
use crate::layout::{Label, Point, Rect, Weight};

/// A straight line.
pub(super) fn line(from: (f32, f32), to: (f32, f32), stroke: Stroke) -> Shape {
    Shape::Line {
        points: vec![Point::new(from.0, from.1), Point::new(to.0, to.1)],
        stroke,
    }
}

/// An unbroken line's look.
pub(super) fn solid(width_px: f32, color: Color) -> Stroke {
    Stroke {
        width_px,
        color,
        dash: Dash::Solid,
    }
}

/// A filled rectangle without outline.
pub(super) fn area(rect: Rect, color: Color) -> Shape {
    Shape::Rect {
        rect,
        radius_px: 0.0,
        fill: Fill::Solid(color),
        stroke: None,
    }
}

/// A rectangle with fully round ends.
pub(super) fn pill(rect: Rect, fill: Color, stroke: Option<Stroke>) -> Shape {
    Shape::Rect {
        rect,
        radius_px: rect.height / 2.0,
        fill: Fill::Solid(fill),
        stroke,
    }
}

/// A filled polygon.
pub(super) fn polygon(points: &[(f32, f32)], color: Color) -> Shape {
    Shape::Polygon {
        points: points.iter().map(|(x, y)| Point::new(*x, *y)).collect(),
        fill: Fill::Solid(color),
        stroke: None,
    }
}

/// A laid out label.
pub(super) fn text(label: &Label, size_px: f32, weight: Weight, color: Color) -> Shape {
    Shape::Text(Text {
        at: Point::new(label.x, label.baseline),
        anchor: Anchor::Start,
        words: label.words.clone(),
        size_px,
        weight,
        color,
        width_px: label.width_px,
    })
}

/// Shapes that nothing can be done with.
pub(super) fn still(bounds: Rect, clip: Option<Rect>, shapes: Vec<Shape>) -> Shape {
    Shape::Group(Group {
        target: Target::Still,
        name: String::new(),
        bounds,
        clip,
        shapes,
    })
}

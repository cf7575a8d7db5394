//! Moving scenes and putting them below each other.

use super::{Area, Group, Scene, Shape, Text};
use crate::layout::{Point, Rect};

impl Scene {
    /// Puts another scene below; the picture grows as tall and wide as both need.
    #[must_use]
    pub fn above(mut self, below: Self) -> Self {
        let top = self.height_px;
        let moved = below.shapes.into_iter();
        self.shapes
            .extend(moved.map(|shape| shape.shifted(0.0, top)));
        self.height_px += below.height_px;
        self.width_px = self.width_px.max(below.width_px);
        self
    }
}

impl Shape {
    /// Moved by `dx` to the right and `dy` down.
    #[must_use]
    pub fn shifted(self, dx: f32, dy: f32) -> Self {
        let point = |at: Point| Point::new(at.x + dx, at.y + dy);
        let points = |all: Vec<Point>| all.into_iter().map(point).collect();
        let rect = |rect: Rect| rect.shifted(dx, dy);
        match self {
            Self::Rect {
                rect: at,
                radius_px,
                fill,
                stroke,
            } => Self::Rect {
                rect: rect(at),
                radius_px,
                fill,
                stroke,
            },
            Self::Circle {
                center,
                radius_px,
                fill,
                stroke,
            } => Self::Circle {
                center: point(center),
                radius_px,
                fill,
                stroke,
            },
            Self::Polygon {
                points: at,
                fill,
                stroke,
            } => Self::Polygon {
                points: points(at),
                fill,
                stroke,
            },
            Self::Area(area) => Self::Area(Area {
                rect: rect(area.rect),
                ..area
            }),
            Self::Line { points: at, stroke } => Self::Line {
                points: points(at),
                stroke,
            },
            Self::Text(text) => Self::Text(Text {
                at: point(text.at),
                ..text
            }),
            Self::Group(group) => Self::Group(Group {
                bounds: rect(group.bounds),
                clip: group.clip.map(rect),
                shapes: group
                    .shapes
                    .into_iter()
                    .map(|shape| shape.shifted(dx, dy))
                    .collect(),
                ..group
            }),
        }
    }
}

//! Shapes of a picture. Lengths are pixels at scale 1, y grows downward.

use super::Color;
use crate::layout::{Fold, Point, Rect, TimeWindow, Weight};
use crate::model::{ArticleId, EventId};

/// A picture: shapes in painting order on a plain background.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width.
    pub width_px: f32,
    /// Height.
    pub height_px: f32,
    /// Background.
    pub background: Color,
    /// What is painted, the first undermost.
    pub shapes: Vec<Shape>,
}

/// How an area is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    /// Not at all.
    None,
    /// One colour.
    Solid(Color),
    /// From left to right edge of the shape's bounds.
    Fade {
        /// At the left edge.
        left: Color,
        /// At the right edge.
        right: Color,
    },
    /// Slanted lines (45 degrees, rising to the right) on a ground.
    Hatch {
        /// The lines.
        line: Color,
        /// The ground.
        ground: Color,
        /// Distance between lines along x.
        gap_px: f32,
        /// Width of the lines.
        width_px: f32,
    },
}

/// An outline or line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Width.
    pub width_px: f32,
    /// Colour.
    pub color: Color,
    /// Solid, dashed or dotted.
    pub dash: Dash,
}

/// The pattern of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// Unbroken.
    Solid,
    /// 4 on, 3 off.
    Dashed,
    /// 1.5 on, 2.5 off.
    Dotted,
}

/// Which end of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The baseline at the anchored end.
    pub at: Point,
    /// Which end that is.
    pub anchor: Anchor,
    /// The words.
    pub words: String,
    /// Font size.
    pub size_px: f32,
    /// Face.
    pub weight: Weight,
    /// Colour.
    pub color: Color,
    /// Measured width.
    pub width_px: f32,
}

/// What a click on a group means.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// The mark (and label) of an event.
    Event(EventId),
    /// The chip of an event outside the visible window: go there.
    Chip(EventId),
    /// An undated event in the tray.
    Undated(EventId),
    /// `+7`: so many events that do not fit in their place.
    More {
        /// The first of them in order of time, at most 100.
        events: Vec<EventId>,
        /// How many they are.
        count: usize,
        /// The stretch of time that shows them; none for undated events.
        window: Option<TimeWindow>,
    },
    /// The triangle of a publication date.
    Publication(Vec<ArticleId>),
    /// The head of a lane, which can be collapsed.
    Lane {
        /// Its whole name.
        name: String,
        /// Whether it is.
        fold: Fold,
    },
    /// Nothing to click (axis, lanes, legend, notes).
    Still,
}

/// An area over the bottom of a rectangle.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Where it stands at its highest.
    pub rect: Rect,
    /// Its heights in the middles of equal parts, from left to right.
    pub heights_px: Vec<f32>,
    /// Its colour.
    pub color: Color,
}

impl Area {
    /// Its upper edge, from its bottom left to its bottom right corner.
    pub fn edge(&self) -> Vec<Point> {
        let rect = self.rect;
        let part_px = rect.width / self.heights_px.len().max(1) as f32;
        let middles = self.heights_px.iter().enumerate();
        let edge = middles.map(|(at, height_px)| {
            let x = rect.x + (at as f32 + 0.5) * part_px;
            Point::new(x, rect.bottom() - height_px.min(rect.height))
        });
        let left = std::iter::once(Point::new(rect.x, rect.bottom()));
        let right = std::iter::once(Point::new(rect.right(), rect.bottom()));
        left.chain(edge).chain(right).collect()
    }
}

/// Shapes that belong together: a thing that can be clicked and has an accessible name.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What it stands for.
    pub target: Target,
    /// Accessible name and `<title>` in SVG; empty for still groups.
    pub name: String,
    /// Where it can be clicked.
    pub bounds: Rect,
    /// Nothing is painted outside, if set.
    pub clip: Option<Rect>,
    /// Its shapes.
    pub shapes: Vec<Shape>,
}

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle with round corners (0: sharp).
    Rect {
        /// Where.
        rect: Rect,
        /// Radius of the corners.
        radius_px: f32,
        /// Inside.
        fill: Fill,
        /// Outline, centred on the edge.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Centre.
        center: Point,
        /// Radius.
        radius_px: f32,
        /// Inside.
        fill: Fill,
        /// Outline, centred on the edge.
        stroke: Option<Stroke>,
    },
    /// A closed convex polygon.
    Polygon {
        /// Corners in order.
        points: Vec<Point>,
        /// Inside.
        fill: Fill,
        /// Outline, centred on the edge.
        stroke: Option<Stroke>,
    },
    /// An area over the bottom of a rectangle.
    Area(Area),
    /// An open line through points.
    Line {
        /// Its points, at least two.
        points: Vec<Point>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A line of text.
    Text(Text),
    /// Shapes that belong together.
    Group(Group),
}

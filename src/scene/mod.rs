//! The finished picture: one list of shapes that the window paints and the exports write.

mod bars;
mod build;
mod color;
mod draw;
mod grammar;
mod hatch;
mod legend;
mod links;
mod look;
mod marks;
mod poles;
mod shape;
mod stack;
mod theme;

pub use crate::layout::{Point, Rect};
pub use build::build;
pub use color::Color;
pub use grammar::grammar;
pub use hatch::{MAX_HATCH_LINES, hatch_lines};
pub use legend::{Signs, legend, status_sample};
pub use shape::{Anchor, Area, Dash, Fill, Group, Scene, Shape, Stroke, Target, Text};
pub use theme::{SPACING_PX, TYPE_PX, Theme};

//! The finished picture: one list of shapes that the window paints and the exports write.

mod shape;

pub use shape::{
    Anchor, Color, Dash, Fill, Group, Point, Rect, Scene, Shape, Stroke, Target, Text,
};

//! Moves shapes that were laid out elsewhere to their place in a picture.

use crate::scene::{Point, Rect, Shape};

/// The shape, moved.
pub(super) fn shifted(mut shape: Shape, dx: f32, dy: f32) -> Shape {
    shift(&mut shape, dx, dy);
    shape
}

fn shift(shape: &mut Shape, dx: f32, dy: f32) {
    match shape {
        Shape::Rect { rect, .. } => shift_rect(rect, dx, dy),
        Shape::Circle { center, .. } => shift_point(center, dx, dy),
        Shape::Polygon { points, .. } | Shape::Line { points, .. } => {
            points.iter_mut().for_each(|point| shift_point(point, dx, dy));
        }
        Shape::Text(text) => shift_point(&mut text.at, dx, dy),
        Shape::Group(group) => {
            shift_rect(&mut group.bounds, dx, dy);
            if let Some(clip) = &mut group.clip {
                shift_rect(clip, dx, dy);
            }
            group.shapes.iter_mut().for_each(|shape| shift(shape, dx, dy));
        }
    }
}

fn shift_point(point: &mut Point, dx: f32, dy: f32) {
    point.x += dx;
    point.y += dy;
}

fn shift_rect(rect: &mut Rect, dx: f32, dy: f32) {
    rect.x += dx;
    rect.y += dy;
}

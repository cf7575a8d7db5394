//! An event's mark: form by its date, look by its status, colour by its kind.

use super::build::number;
use super::draw::{pill, polygon, solid, text};
use super::{Color, Fill, Group, Shape, Target, Theme};
use crate::layout::{
    Bar, Item, LABEL_PX, Label, Mark, Point, Rect, SMALL_PX, Side, TINY_PX, Weight,
};

/// The group of an event.
pub(super) fn item(item: &Item, theme: &Theme) -> Shape {
    let mut shapes = Vec::new();
    mark(&mut shapes, item, theme);
    words(&mut shapes, item, theme);
    Shape::Group(Group {
        target: Target::Event(item.event.clone()),
        name: item.name.clone(),
        bounds: item.bounds,
        clip: None,
        shapes,
    })
}

fn mark(shapes: &mut Vec<Shape>, item: &Item, theme: &Theme) {
    let color = theme.kind(item.kind);
    match &item.mark {
        Mark::Dot { x, radius_px } => {
            shapes.push(Shape::Circle {
                center: Point::new(*x, item.y),
                radius_px: *radius_px,
                fill: Fill::Solid(color),
                stroke: None,
            });
        }
        Mark::Bar(bar) => fades(shapes, bar, item.y, color),
    }
    let (left, right, half) = (item.mark.left(), item.mark.right(), item.mark.half_px());
    if item.selected {
        let ring = Rect::between(left, item.y - half, right, item.y + half).grown(4.0);
        let clear = Color {
            a: 0,
            ..theme.ground
        };
        shapes.push(pill(ring, clear, Some(solid(2.0, theme.accent))));
    }
    if item.conflict {
        let (x, y) = (right + 3.0, item.y - half - 3.0);
        let points = [(x - 5.0, y - 5.0), (x, y), (x + 5.0, y - 5.0)];
        shapes.push(Shape::Line {
            points: points.iter().map(|(x, y)| Point::new(*x, *y)).collect(),
            stroke: solid(2.0, theme.warning),
        });
    }
}

fn fades(shapes: &mut Vec<Shape>, bar: &Bar, y: f32, color: Color) {
    for two in bar.stops.windows(2) {
        let [(from, a), (to, b)] = two else { continue };
        shapes.push(Shape::Rect {
            rect: Rect::between(*from, y - bar.half_px, *to, y + bar.half_px),
            radius_px: 0.0,
            fill: Fill::Fade {
                left: color.faded(*a),
                right: color.faded(*b),
            },
            stroke: None,
        });
    }
    if bar.arrow {
        let (x, half) = (bar.right(), bar.half_px);
        shapes.push(polygon(
            &[(x, y - half), (x + half, y), (x, y + half)],
            color,
        ));
    }
}

fn words(shapes: &mut Vec<Shape>, item: &Item, theme: &Theme) {
    let color = match item.side {
        Side::Inside => theme.on(theme.kind(item.kind)),
        _ => theme.text,
    };
    let weight = if item.selected {
        Weight::Semibold
    } else {
        Weight::Regular
    };
    shapes.push(text(&item.label, LABEL_PX, weight, color));
    if let Some(n) = item.number {
        let end = item.label.x + item.label.width_px;
        shapes.push(number(n, end, item.label.baseline, theme));
    }
    if item.origins > 1 {
        let count = Label {
            words: item.origins.to_string(),
            x: item.origins_x,
            baseline: item.y + 4.0,
            width_px: 8.0,
        };
        shapes.push(text(&count, TINY_PX, Weight::Semibold, theme.secondary));
    }
    if let Some(claims) = &item.claims {
        shapes.push(text(claims, SMALL_PX, Weight::Regular, theme.warning));
    }
}

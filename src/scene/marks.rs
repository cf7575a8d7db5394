//! An event's mark: form by its date, look by its status, colour by its kind.

use super::bars::{bar, strike};
use super::build::number;
use super::draw::{line, pill, solid, text};
use super::look::Look;
use super::{Color, Group, Shape, Target, Theme};
use crate::layout::{
    Ghost, Item, LABEL_PX, Label, Mark, Point, Rect, SMALL_PX, Side, Stand, TINY_PX, Weight,
};
use crate::model::Status;

/// A ghost's outline: its width, and how much of the ground is in its colour.
const GHOST_PX: f32 = 1.2;
const GHOST_SHARE: f32 = 0.45;
/// Width of the sign of what stands in several lanes.
const SAME_PX: f32 = 5.5;
/// From a row's middle to the first whisker, and between whiskers.
const WHISKER_PX: (f32, f32) = (13.0, 4.0);

/// The group of an event.
pub(super) fn item(item: &Item, theme: &Theme) -> Shape {
    let mut shapes = Vec::new();
    let look = Look::new(item.kind, item.status, item.stand, theme);
    for earlier in &item.ghosts {
        ghost(&mut shapes, earlier, item.y, look, theme);
    }
    mark(&mut shapes, &item.mark, item.y, look);
    signs(&mut shapes, item, theme);
    words(&mut shapes, item, look, theme);
    Shape::Group(Group {
        target: Target::Event(item.event.clone()),
        name: item.name.clone(),
        bounds: item.bounds,
        clip: None,
        shapes,
    })
}

/// The outline at an earlier date around `y`, tied to the mark by a thin line.
pub(super) fn ghost(
    shapes: &mut Vec<Shape>,
    Ghost { mark, tie }: &Ghost,
    y: f32,
    look: Look,
    theme: &Theme,
) {
    let stroke = solid(
        GHOST_PX,
        look.color
            .mixed(theme.ground, theme.set_back.min(GHOST_SHARE)),
    );
    let (left, right, half) = (mark.left(), mark.right(), mark.half_px());
    let outline = Rect::between(left, y - half, right, y + half);
    if 1.0 <= (tie.0 - tie.1).abs() {
        shapes.push(line((tie.0, y), (tie.1, y), stroke));
    }
    shapes.push(pill(outline, theme.ground.faded(0.0), Some(stroke)));
}

/// A mark around `y`.
pub(super) fn mark(shapes: &mut Vec<Shape>, mark: &Mark, y: f32, look: Look) {
    match mark {
        Mark::Bar(one) => bar(shapes, one, y, look),
        Mark::Dot { x, radius_px } => {
            // An outline is centred on the edge: the same visible size as a filled dot.
            let inset = look.outline().map_or(0.0, |stroke| stroke.width_px / 2.0);
            let more = if look.status == Status::Planned {
                1.5
            } else {
                0.5
            };
            let radius_px = if inset > 0.0 {
                radius_px + more - inset
            } else {
                *radius_px
            };
            shapes.push(Shape::Circle {
                center: Point::new(*x, y),
                radius_px,
                fill: look.fill(),
                stroke: look.outline(),
            });
            strike(shapes, (x - radius_px, x + radius_px), y, radius_px, look);
        }
    }
}

/// What stands at a mark: the ring of the selected, the split of a conflict, whiskers.
fn signs(shapes: &mut Vec<Shape>, item: &Item, theme: &Theme) {
    let (right, half) = (item.mark.right(), item.mark.half_px());
    if let Some(ring) = item.ring {
        let clear = Color {
            a: 0,
            ..theme.ground
        };
        shapes.push(pill(ring, clear, Some(solid(2.0, theme.accent))));
    }
    if item.conflict {
        let out = if item.ring.is_some() { 3.0 } else { 0.0 };
        let (x, y) = (right + 2.0 + out, item.y - half - 3.0 - out);
        let points = [(x - 4.5, y - 4.5), (x, y), (x + 4.5, y - 4.5)];
        shapes.push(Shape::Line {
            points: points.iter().map(|(x, y)| Point::new(*x, *y)).collect(),
            stroke: solid(2.0, theme.warning),
        });
    }
    if !item.also_in.is_empty() {
        let out = if item.ring.is_some() { 3.0 } else { 0.0 };
        shapes.extend(same(right + 1.5 + out, item.y + half + 1.0 + out, theme));
    }
    for (at, (from, to)) in item.whiskers.iter().enumerate() {
        let y = item.y + WHISKER_PX.0 + WHISKER_PX.1 * at as f32;
        let stroke = solid(1.5, theme.warning);
        shapes.push(line((*from, y), (*to, y), stroke));
        for x in [*from, *to] {
            shapes.push(line((x, y - 2.5), (x, y + 2.5), stroke));
        }
    }
}

/// The sign of what stands in several lanes, two short lines from `x` around `y`.
pub(super) fn same(x: f32, y: f32, theme: &Theme) -> [Shape; 2] {
    let stroke = solid(1.2, theme.secondary);
    let one = |y: f32| line((x, y), (x + SAME_PX, y), stroke);
    [one(y - 1.4), one(y + 1.4)]
}

fn words(shapes: &mut Vec<Shape>, item: &Item, look: Look, theme: &Theme) {
    let color = match item.side {
        Side::Inside => theme.on(look.color),
        _ if item.stand != Stand::Plain && !item.selected => theme.secondary,
        _ => theme.text,
    };
    if item.side == Side::Plate && !item.label.words.is_empty() {
        let label = &item.label;
        let plate = Rect::new(label.x, item.y - 8.0, label.width_px, 16.0).grown(4.0);
        let plate = Rect::between(plate.x, item.y - 9.0, plate.right(), item.y + 9.0);
        shapes.push(pill(plate, theme.ground, None));
    }
    label(shapes, item, color);
    if let Some(n) = item.number {
        let end = item.label.x + item.label.width_px;
        let color = if item.side == Side::Inside {
            color
        } else {
            theme.accent
        };
        shapes.push(number(n, end, item.label.baseline, color));
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

/// The title; a mark in a very narrow picture has none.
fn label(shapes: &mut Vec<Shape>, item: &Item, color: Color) {
    if item.label.words.is_empty() {
        return;
    }
    let is_bold = item.selected || item.side == Side::Inside;
    let weight = if is_bold {
        Weight::Semibold
    } else {
        Weight::Regular
    };
    shapes.push(text(&item.label, LABEL_PX, weight, color));
}

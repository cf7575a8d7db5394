//! The picture of a timeline, from the bottom up: ground, veil, grid, lanes, marks, axis, tray.

use super::draw::{area, line, pill, polygon, solid, still, text};
use super::links::links;
use super::marks::item;
use super::{Area, Color, Fill, Group, Scene, Shape, Target, Theme, poles};
use crate::layout::{
    ARROW_PX, Chip, Fold, Label, Lane, Layout, More, NUMBER_GAP_PX, Rect, SMALL_PX, TINY_PX,
    Tick, Way, Weight,
};

/// The bar at a lane's head.
const HEAD_BAR_PX: (f32, f32, f32) = (14.0, 4.0, 16.0);
/// How strongly the density of a lane shows.
const DENSITY: f32 = 0.45;

/// Paints a layout.
pub fn build(layout: &Layout, theme: &Theme) -> Scene {
    let plot = layout.plot;
    let lanes_area = Rect::new(0.0, plot.y, layout.width_px, plot.height);
    let mut shapes = vec![still(lanes_area, Some(lanes_area), ground(layout, theme))];
    let links = links(layout, theme);
    shapes.push(still(layout.plot, Some(layout.plot), links));
    let mut lanes = Vec::new();
    for lane in &layout.lanes {
        lane_shapes(&mut lanes, lane, layout, theme);
    }
    shapes.push(still(lanes_area, Some(lanes_area), lanes));
    axis(&mut shapes, layout, theme);
    tray(&mut shapes, layout, theme);
    shapes.extend(poles::flags(layout, theme));
    Scene {
        width_px: layout.width_px,
        height_px: layout.height_px,
        background: theme.ground,
        shapes,
    }
}

fn ground(layout: &Layout, theme: &Theme) -> Vec<Shape> {
    let plot = layout.plot;
    let mut shapes = Vec::new();
    if let Some(pole) = &layout.as_of {
        let later = Rect::between(pole.x, plot.y, layout.width_px, plot.bottom());
        shapes.push(area(later, theme.veil));
    }
    let mut grid = |ticks: &[Tick], color: Color| {
        for x in ticks.iter().filter_map(|tick| tick.x) {
            let stroke = solid(1.0, color);
            shapes.push(line((x, plot.y), (x, plot.bottom()), stroke));
        }
    };
    grid(&layout.axis.minor, theme.grid);
    grid(&layout.axis.major, theme.line);
    for lane in &layout.lanes {
        let y = lane.bounds.bottom();
        let stroke = solid(1.0, theme.line);
        shapes.push(line((0.0, y), (layout.width_px, y), stroke));
    }
    shapes.extend(poles::lines(layout, theme));
    shapes
}

fn lane_shapes(shapes: &mut Vec<Shape>, lane: &Lane, layout: &Layout, theme: &Theme) {
    if !lane.name.words.is_empty() {
        let (x, width, height) = HEAD_BAR_PX;
        let bar = Rect::new(x, lane.name.baseline - height + 3.5, width, height);
        let color = lane.kind.map_or(theme.faint, |kind| theme.kind(kind));
        let head = vec![
            Shape::Rect {
                rect: bar,
                radius_px: width / 2.0,
                fill: Fill::Solid(color),
                stroke: None,
            },
            text(&lane.name, SMALL_PX, Weight::Semibold, theme.secondary),
        ];
        let mut shapes_here = head;
        shapes_here.extend(lane.fold.map(|fold| chevron(fold, bar.center_y(), theme)));
        shapes.push(Shape::Group(Group {
            target: lane.fold.map_or(Target::Still, |fold| Target::Lane {
                name: lane.full_name.clone(),
                fold,
            }),
            name: lane.full_name.clone(),
            bounds: Rect::new(2.0, bar.y - 3.0, layout.plot.x - 4.0, height + 6.0),
            clip: None,
            shapes: shapes_here,
        }));
    }
    shapes.extend(lane.density.as_ref().map(|density| {
        Shape::Area(Area {
            rect: density.bounds,
            heights_px: density.heights_px.clone(),
            color: lane
                .kind
                .map_or(theme.faint, |kind| theme.kind(kind))
                .faded(DENSITY),
        })
    }));
    let stroke = Some(solid(1.0, theme.line));
    shapes.extend(lane.items.iter().map(|one| item(one, theme)));
    shapes.extend(lane.chips.iter().map(|one| chip(one, theme)));
    let more = lane.more.iter();
    shapes.extend(more.map(|one| more_shape(one, theme, stroke)));
}

/// The small triangle that tells whether a lane is collapsed.
fn chevron(fold: Fold, y: f32, theme: &Theme) -> Shape {
    let points = match fold {
        Fold::Open => [(3.5, y - 2.0), (10.5, y - 2.0), (7.0, y + 2.5)],
        Fold::Collapsed => [(5.0, y - 3.5), (9.5, y), (5.0, y + 3.5)],
    };
    polygon(&points, theme.faint)
}

fn chip(chip: &Chip, theme: &Theme) -> Shape {
    let edge = if chip.selected {
        theme.accent
    } else {
        theme.line
    };
    let stroke = solid(if chip.selected { 1.5 } else { 1.0 }, edge);
    let mut shapes = vec![pill(chip.bounds, theme.panel, Some(stroke))];
    shapes.push(text(
        &chip.label,
        SMALL_PX,
        Weight::Regular,
        theme.secondary,
    ));
    let y = chip.bounds.center_y();
    let arrow = |tip: f32, base: f32| {
        polygon(
            &[(tip, y), (base, y - 4.0), (base, y + 4.0)],
            theme.secondary,
        )
    };
    let (left, right) = (chip.label.x, chip.label.x + chip.label.width_px);
    match chip.way {
        Way::Left => shapes.push(arrow(left - ARROW_PX, left - ARROW_PX + 6.0)),
        Way::Right => {
            let end = chip.bounds.right() - 12.0;
            shapes.push(arrow(end, end - 6.0));
        }
        Way::None => (),
    }
    if let Some(n) = chip.number {
        shapes.push(number(n, right, chip.label.baseline, theme.accent));
    }
    Shape::Group(Group {
        target: match chip.way {
            Way::None => Target::Undated(chip.event.clone()),
            _ => Target::Chip(chip.event.clone()),
        },
        name: chip.name.clone(),
        bounds: chip.bounds,
        clip: None,
        shapes,
    })
}

/// The number of a source note, raised, after words that end at `x`.
pub(super) fn number(n: usize, x: f32, baseline: f32, color: Color) -> Shape {
    let label = Label {
        words: n.to_string(),
        x: x + NUMBER_GAP_PX,
        baseline: baseline - 4.0,
        width_px: n.to_string().len() as f32 * 7.0,
    };
    text(&label, TINY_PX, Weight::Semibold, color)
}

fn more_shape(more: &More, theme: &Theme, stroke: Option<super::Stroke>) -> Shape {
    let words = text(&more.label, TINY_PX, Weight::Semibold, theme.secondary);
    Shape::Group(Group {
        target: Target::More {
            events: more.events.clone(),
            count: more.count,
            window: more.window,
        },
        name: match more.count {
            1 => "1 more event".to_owned(),
            n => format!("{n} more events"),
        },
        bounds: more.bounds,
        clip: None,
        shapes: vec![pill(more.bounds, theme.raised, stroke), words],
    })
}

fn axis(shapes: &mut Vec<Shape>, layout: &Layout, theme: &Theme) {
    let bottom = layout.plot.y;
    let strip = Rect::new(0.0, 0.0, layout.width_px, bottom);
    let mut axis = vec![area(strip, theme.panel)];
    for tick in &layout.axis.major {
        if let Some(x) = tick.x {
            axis.push(line((x, 8.0), (x, bottom), solid(1.0, theme.line)));
        }
        let label = tick.label.as_ref();
        axis.extend(label.map(|l| text(l, SMALL_PX, Weight::Semibold, theme.text)));
    }
    for label in layout
        .axis
        .minor
        .iter()
        .filter_map(|tick| tick.label.as_ref())
    {
        axis.push(text(label, SMALL_PX, Weight::Regular, theme.secondary));
    }
    let edge = solid(1.0, theme.line);
    axis.push(line((0.0, bottom), (layout.width_px, bottom), edge));
    shapes.push(still(strip, Some(strip.grown(1.0)), axis));
    for one in &layout.publications {
        let (x, y) = (one.x, bottom - 1.0);
        shapes.push(Shape::Group(Group {
            target: Target::Publication(one.articles.clone()),
            name: one.name.clone(),
            bounds: Rect::new(x - 5.0, y - 7.0, 10.0, 8.0),
            clip: None,
            shapes: vec![polygon(
                &[(x - 4.0, y), (x, y - 6.0), (x + 4.0, y)],
                theme.faint,
            )],
        }));
    }
}

fn tray(shapes: &mut Vec<Shape>, layout: &Layout, theme: &Theme) {
    let Some(tray) = &layout.tray else {
        return;
    };
    let (top, stroke) = (tray.bounds.y, solid(1.0, theme.line));
    let label = Label {
        words: "UNDATED".to_owned(),
        x: 14.0,
        baseline: top + 21.0,
        width_px: 56.0,
    };
    let still_shapes = vec![
        area(tray.bounds, theme.ground),
        line((0.0, top), (layout.width_px, top), stroke),
        text(&label, TINY_PX, Weight::Semibold, theme.secondary),
    ];
    shapes.push(still(tray.bounds, None, still_shapes));
    shapes.extend(tray.chips.iter().map(|one| chip(one, theme)));
    let more = tray.more.as_ref();
    shapes.extend(more.map(|one| more_shape(one, theme, Some(stroke))));
}

//! The lines of the as-of day and of today, from the axis down through all lanes.

use super::draw::{line, pill, solid, still, text};
use super::{Color, Dash, Shape, Stroke, Theme};
use crate::layout::{Flag, Layout, TINY_PX, Weight};

/// Strength of the as-of line.
const AS_OF_PX: f32 = 1.5;

/// Both lines, below the marks. That of today is the calmer one.
pub(super) fn lines(layout: &Layout, theme: &Theme) -> Vec<Shape> {
    let mut shapes = Vec::new();
    if let Some(pole) = &layout.today {
        shapes.extend(pieces(pole.x, layout, today_stroke(theme)));
    }
    if let Some(pole) = &layout.as_of {
        shapes.extend(pieces(pole.x, layout, solid(AS_OF_PX, theme.accent)));
    }
    shapes
}

/// Both flags, above all else.
pub(super) fn flags(layout: &Layout, theme: &Theme) -> Vec<Shape> {
    let mut shapes = Vec::new();
    if let Some(flag) = layout.today.as_ref().and_then(|pole| pole.flag.as_ref()) {
        let edge = Some(solid(1.0, theme.line));
        shapes.push(plate(flag, (theme.panel, theme.secondary), edge));
    }
    if let Some(pole) = &layout.as_of {
        let (x, top) = (pole.x, layout.plot.y);
        let stroke = solid(AS_OF_PX, theme.accent);
        shapes.push(line((x, top - 8.0), (x, top + 2.0), stroke));
        let colors = (theme.accent, theme.on(theme.accent));
        shapes.extend(pole.flag.as_ref().map(|flag| plate(flag, colors, None)));
    }
    shapes
}

fn today_stroke(theme: &Theme) -> Stroke {
    Stroke {
        width_px: 1.0,
        color: theme.faint,
        dash: Dash::Dashed,
    }
}

fn plate(flag: &Flag, (fill, ink): (Color, Color), edge: Option<Stroke>) -> Shape {
    let words = text(&flag.label, TINY_PX, Weight::Semibold, ink);
    still(
        flag.bounds,
        None,
        vec![pill(flag.bounds, fill, edge), words],
    )
}

/// A line at `x`, interrupted where words cross it.
fn pieces(x: f32, layout: &Layout, stroke: Stroke) -> Vec<Shape> {
    let items = || layout.lanes.iter().flat_map(|lane| &lane.items);
    let labels = items().flat_map(|item| std::iter::once(&item.label).chain(&item.claims));
    let crossing = labels.filter(|l| l.x - 3.0 < x && x < l.x + l.width_px + 3.0);
    let mut baselines: Vec<f32> = crossing.map(|label| label.baseline).collect();
    let counts = items().filter(|item| item.origins > 1);
    let counts =
        counts.filter(|item| (item.origins_x - 3.0..item.origins_x + 18.0).contains(&x));
    baselines.extend(counts.map(|item| item.label.baseline));
    baselines.sort_by(f32::total_cmp);
    let mut pieces = Vec::new();
    let mut from = layout.plot.y;
    for baseline in baselines {
        pieces.push((from, baseline - 12.0));
        from = from.max(baseline + 5.0);
    }
    pieces.push((from, layout.plot.bottom()));
    let pieces = pieces.into_iter().filter(|(from, to)| from < to);
    pieces
        .map(|(from, to)| line((x, from), (x, to), stroke))
        .collect()
}

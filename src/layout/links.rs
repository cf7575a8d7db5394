//! Soft links from the selected event to those that tell of the same people.

use std::collections::BTreeMap;

use super::{Item, Label, Layout, Point, Rect};
use crate::model::EventId;

/// More than a handful would be a web.
const MOST: usize = 5;
/// From the middle of a row to the middle between it and the next.
const BETWEEN_PX: f32 = 15.0;
/// The width and height of a turn.
const TURN_PX: f32 = 15.0;
/// Marks nearer to one height than that stand in one row.
const SAME_ROW_PX: f32 = 12.0;
/// Between marks nearer than that a link keeps between the rows.
const NEAR_ROWS_PX: f32 = 75.0;
/// Free space around words.
const WORDS_PX: f32 = 3.0;
/// Free space around the marks that are linked, where a ring may stand.
const MARK_PX: f32 = 5.5;
/// From point to point along a link.
const STEP_PX: f32 = 4.0;
/// A piece shorter than that would look like dirt.
const MIN_PIECE_PX: f32 = 8.0;
/// Above and below the baseline of a label.
const ASCENT_PX: f32 = 11.0;
const DESCENT_PX: f32 = 4.0;

/// A curve from the selected event's mark to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The other event.
    pub event: EventId,
    /// What is drawn of it: all that crosses no words.
    pub pieces: Vec<Vec<Point>>,
}

impl Layout {
    /// The same with links from the selected event to the first few of `related` that are in sight.
    #[must_use]
    pub fn linked(self, related: &[EventId]) -> Self {
        let links = links(&self, related);
        Self { links, ..self }
    }
}

fn links(layout: &Layout, related: &[EventId]) -> Vec<Link> {
    let items = || layout.lanes.iter().flat_map(|lane| &lane.items);
    let selected = items().find(|item| item.selected);
    let Some(selected) = selected.filter(|_| !related.is_empty()) else {
        return Vec::new();
    };
    // An event that stands in several lanes is linked where it stands first.
    let mut by_event: BTreeMap<&EventId, &Item> = BTreeMap::new();
    for item in items() {
        by_event.entry(&item.event).or_insert(item);
    }
    let found = related.iter().filter_map(|id| by_event.get(id));
    let words = words(layout);
    let link = |other: &&Item| Link {
        event: other.event.clone(),
        pieces: pieces(selected, other, &words),
    };
    found.take(MOST).map(link).collect()
}

/// Where words stand, and what is painted over the plot like words. Of a mark that fades no link
/// shows through.
fn words(layout: &Layout) -> Vec<Rect> {
    let text = |label: &Label| {
        let (top, bottom) = (label.baseline - ASCENT_PX, label.baseline + DESCENT_PX);
        Rect::between(label.x, top, label.x + label.width_px, bottom).grown(WORDS_PX)
    };
    let mut rects = Vec::new();
    for lane in &layout.lanes {
        for item in &lane.items {
            rects.push(text(&item.label));
            rects.push(mark(item).grown(-MARK_PX));
            rects.extend(item.claims.as_ref().map(text));
            if item.origins > 1 {
                let count = Rect::new(item.origins_x, item.y - 8.0, 12.0, 16.0);
                rects.push(count.grown(WORDS_PX));
            }
        }
        rects.extend(lane.chips.iter().map(|chip| chip.bounds.grown(WORDS_PX)));
        rects.extend(lane.more.iter().map(|more| more.bounds.grown(WORDS_PX)));
    }
    rects
}

fn pieces(from: &Item, to: &Item, words: &[Rect]) -> Vec<Vec<Point>> {
    let curve = curve(from, to);
    let marks = [mark(from), mark(to)];
    let bounds = curve.iter().fold(mark(from), |all, at| {
        all.cover(Rect::new(at.x, at.y, 0.0, 0.0))
    });
    let near = words.iter().filter(|rect| rect.overlaps(bounds.grown(1.0)));
    let in_the_way: Vec<Rect> = near.copied().chain(marks).collect();
    let is_free = |at: &Point| !in_the_way.iter().any(|rect| rect.contains(at.x, at.y));
    let pieces = curve.split(|at| !is_free(at));
    let is_seen = |piece: &&[Point]| MIN_PIECE_PX <= STEP_PX * piece.len() as f32;
    pieces.filter(is_seen).map(<[Point]>::to_vec).collect()
}

/// A mark with its ring.
fn mark(item: &Item) -> Rect {
    let (left, right, half) = (item.mark.left(), item.mark.right(), item.mark.half_px());
    Rect::between(left, item.y - half, right, item.y + half).grown(MARK_PX)
}

/// It leaves and reaches the marks upright, so that it is soon out of the way of their labels.
fn curve(from: &Item, to: &Item) -> Vec<Point> {
    let middle = |item: &Item| f32::midpoint(item.mark.left(), item.mark.right());
    let nearest = |item: &Item, x: f32| {
        let left = item.mark.left();
        x.clamp(left, item.mark.right().max(left))
    };
    let start = Point::new(nearest(from, middle(to)), from.y);
    let end = Point::new(nearest(to, start.x), to.y);
    if (end.y - start.y).abs() < NEAR_ROWS_PX {
        between_rows(start, end)
    } else {
        across_rows(start, end)
    }
}

/// Runs between the rows, where no words are, and turns to the other mark.
fn between_rows(start: Point, end: Point) -> Vec<Point> {
    let is_below = start.y + SAME_ROW_PX < end.y;
    let between = start.y + if is_below { BETWEEN_PX } else { -BETWEEN_PX };
    let turn = ((end.x - start.x) / 2.0).clamp(-TURN_PX, TURN_PX);
    let rise = (end.y - between).clamp(-TURN_PX, TURN_PX);
    let corners = [
        Point::new(start.x, between),
        Point::new(start.x + turn, between),
        Point::new(end.x - turn, between),
        Point::new(end.x, between),
        Point::new(end.x, between + rise),
    ];
    let mut points = Vec::new();
    bend(&mut points, [start, corners[0], corners[1]]);
    straight(&mut points, corners[2]);
    bend(&mut points, [corners[2], corners[3], corners[4]]);
    straight(&mut points, end);
    points
}

/// Swings from one height to the other.
fn across_rows(start: Point, end: Point) -> Vec<Point> {
    let length = (end.x - start.x).hypot(end.y - start.y);
    let n = (length / STEP_PX).clamp(8.0, 2000.0) as u16;
    let at = |step: u16| {
        let t = f32::from(step) / f32::from(n);
        let slow = t * t * (3.0 - 2.0 * t);
        let even = 1.5 * t * (1.0 - t) + t * t * t;
        Point::new(
            start.x + (end.x - start.x) * slow,
            start.y + (end.y - start.y) * even,
        )
    };
    (0..=n).map(at).collect()
}

/// A bow from the first of three points to the last, towards the one between.
fn bend(points: &mut Vec<Point>, [a, b, c]: [Point; 3]) {
    const STEPS: u8 = 10;
    points.extend((0..=STEPS).map(|step| {
        let t = f32::from(step) / f32::from(STEPS);
        let at = |a: f32, b: f32, c: f32| {
            a * (1.0 - t).powi(2) + 2.0 * b * t * (1.0 - t) + c * t * t
        };
        Point::new(at(a.x, b.x, c.x), at(a.y, b.y, c.y))
    }));
}

/// From the last point to another.
fn straight(points: &mut Vec<Point>, to: Point) {
    let Some(from) = points.last().copied() else {
        return;
    };
    let length = (to.x - from.x).hypot(to.y - from.y);
    let n = (length / STEP_PX).clamp(1.0, 2000.0) as u16;
    points.extend((1..=n).map(|step| {
        let t = f32::from(step) / f32::from(n);
        Point::new(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t)
    }));
}

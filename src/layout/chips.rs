//! Chips: events outside the window at the edges of their lane, and undated events.

use super::entry::Entry;
use super::label::shorten;
use super::lane_index::{LaneIndex, Sight};
use super::request::{BASELINE_PX, CHIP_PAD_PX, CHIP_PX, EDGE_PX, GAP_PX, SMALL_PX, TINY_PX};
use super::{Chip, Label, Measure, More, Rect, Request, TimeWindow, Way, Weight};
use crate::model::Event;

/// A count names at most so many of its events, where they can be listed and elsewhere.
const MAX_IDS: usize = 100;
const FEW_IDS: usize = 12;
/// In windows narrower than this, what does not fit is listed: most events have a day and no hour,
/// so no closer look would part them.
pub const LISTED_DAYS: f64 = 4.0;
/// Lanes with more events name none that is out of sight.
pub(super) const MAX_NAMED: usize = 60;
/// The arrow of a chip that points to one side.
pub const ARROW_PX: f32 = 12.0;
/// The part of the plot that the chips of one side may take.
const SHARE: f32 = 0.42;
/// Fewer words are not worth a chip.
const MIN_WORDS_PX: f32 = 60.0;

/// The chips and counts of both edges, around `y` 0: the nearest event of each side is named,
/// the others are counted. `free_px` is what they may take up of the left and of the right side.
pub(super) fn edge_chips(
    lane: &LaneIndex,
    sight: &Sight,
    request: &Request<'_>,
    (plot, free_px): (Rect, (f32, f32)),
) -> (Vec<Chip>, Vec<EdgeCount>) {
    let (mut chips, mut counts) = (Vec::new(), Vec::new());
    let event = |entry: &Entry| request.events.get(entry.event as usize);
    for (way, n, free_px) in [
        (Way::Left, sight.n_before(), free_px.0),
        (Way::Right, lane.n_after(sight), free_px.1),
    ] {
        let nearest = match way {
            Way::Left => lane.before(sight).next(),
            _ => lane.after(sight).next(),
        };
        let Some(nearest) = nearest.and_then(event) else {
            continue;
        };
        let has_name = lane.len() <= MAX_NAMED;
        let named = has_name.then(|| room_for_name(n, request, plot, free_px));
        let named = named.and_then(|room| chip(nearest, way, request, room));
        let n_counted = n - usize::from(named.is_some());
        let mut edge = 2.0;
        if let Some(chip) = named {
            edge += chip.bounds.width;
            chips.push(to_edge(chip, way, request, plot));
        }
        if n_counted == 0 {
            continue;
        }
        let window = outside(lane, request.window, way);
        counts.push(EdgeCount {
            more: at_edge((n_counted, window), request, way, plot, edge),
            way,
            n_named: n - n_counted,
        });
    }
    (chips, counts)
}

/// What lies beyond an edge, counted; its events are named only where the count is drawn.
pub(super) struct EdgeCount {
    more: More,
    way: Way,
    /// How many of the nearest have chips of their own.
    n_named: usize,
}

impl EdgeCount {
    /// Where it stands around `y` 0.
    pub(super) fn bounds(&self) -> Rect {
        self.more.bounds
    }

    /// The count in a row around `y`.
    pub(super) fn in_full(
        &self,
        lane: &LaneIndex,
        sight: &Sight,
        request: &Request<'_>,
        y: f32,
    ) -> More {
        let n_ids = n_ids(request);
        let ids = |entries: &mut dyn Iterator<Item = &Entry>| {
            let entries = entries.skip(self.n_named).take(n_ids);
            let events = entries.filter_map(|entry| request.events.get(entry.event as usize));
            events.map(|event| event.id.clone()).collect()
        };
        let events = match self.way {
            Way::Left => ids(&mut lane.before(sight)),
            _ => ids(&mut lane.after(sight)),
        };
        More {
            events,
            ..self.more.clone().shifted(y)
        }
    }
}

/// How many of its events a count names.
pub(super) fn n_ids(request: &Request<'_>) -> usize {
    if request.window.width_days() < LISTED_DAYS {
        MAX_IDS
    } else {
        FEW_IDS
    }
}

/// The width that the named chip of a side may have, so that the counts of both sides stay apart.
fn room_for_name(n: usize, request: &Request<'_>, plot: Rect, free_px: f32) -> f32 {
    let half = (request.words_end(plot) - plot.x) / 2.0 - EDGE_PX;
    let count_px = if n > 1 {
        more_label(n, request.measure).1.width + EDGE_PX
    } else {
        0.0
    };
    let free = free_px - 2.0 - GAP_PX - count_px;
    (plot.width * SHARE).min(half - count_px).min(free)
}

fn at_edge(
    (count, window): (usize, TimeWindow),
    request: &Request<'_>,
    way: Way,
    plot: Rect,
    edge: f32,
) -> More {
    let (label, bounds) = more_label(count, request.measure);
    let gap = if edge > 2.0 { EDGE_PX } else { 0.0 };
    let x = match way {
        Way::Left => plot.x + edge + gap,
        _ => request.words_end(plot) - edge - gap - bounds.width,
    };
    More {
        events: Vec::new(),
        count,
        window: Some(window),
        label: Label {
            x: label.x + x,
            ..label
        },
        bounds: bounds.shifted(x, 0.0),
    }
}

/// From the lane's first day to the window, or from the window to its last day.
fn outside(lane: &LaneIndex, window: TimeWindow, way: Way) -> TimeWindow {
    let (first, last) = lane.extent();
    let (from, to) = match way {
        Way::Left => (first, window.start_days.max(first + 1.0)),
        _ => (window.end_days.min(last - 1.0), last),
    };
    let margin = (to - from) * 0.05;
    TimeWindow::new(from - margin, to + margin)
}

/// The chip of an event that lies one way, at `x` 0 and around `y` 0.
fn chip(event: &Event, way: Way, request: &Request<'_>, max_px: f32) -> Option<Chip> {
    let when = format!(", {}", event.when.as_ref()?.in_short());
    let room = max_px - 2.0 * CHIP_PAD_PX - ARROW_PX;
    new_chip(event, (&event.title, &when), way, request, room)
}

/// The chip of an undated event, at `x` 0 and around `y` 0.
pub(super) fn undated_chip(
    event: &Event,
    words: (&str, &str),
    request: &Request<'_>,
    max_px: f32,
) -> Option<Chip> {
    new_chip(event, words, Way::None, request, max_px - 2.0 * CHIP_PAD_PX)
}

/// A chip with a title, which may be shortened, and what follows it, which may not.
fn new_chip(
    event: &Event,
    (title, rest): (&str, &str),
    way: Way,
    request: &Request<'_>,
    room: f32,
) -> Option<Chip> {
    let number = request.numbers.and_then(|all| all.get(&event.id)).copied();
    let number_px = number_px(number, request.measure);
    let measure = request.measure;
    let width = |words: &str| measure.width_px(words, SMALL_PX, Weight::Regular);
    let room = room - number_px - width(rest);
    let title = shorten(title, room, SMALL_PX, Weight::Regular, measure)?;
    if title.ends_with('…') && width(&title) < MIN_WORDS_PX {
        return None;
    }
    let words = format!("{title}{rest}");
    let width_px = width(&words);
    let arrow = if way == Way::None { 0.0 } else { ARROW_PX };
    let left = if way == Way::Left { arrow } else { 0.0 };
    Some(Chip {
        event: event.id.clone(),
        name: super::item::accessible_name(event, None),
        kind: event.kind,
        label: Label {
            words,
            x: CHIP_PAD_PX + left,
            baseline: BASELINE_PX,
            width_px,
        },
        bounds: Rect::new(
            0.0,
            -CHIP_PX / 2.0,
            width_px + number_px + arrow + 2.0 * CHIP_PAD_PX,
            CHIP_PX,
        ),
        way,
        selected: request.is_selected(&event.id),
        number,
    })
}

fn to_edge(chip: Chip, way: Way, request: &Request<'_>, plot: Rect) -> Chip {
    let x = match way {
        Way::Left => plot.x + 2.0,
        _ => request.words_end(plot) - 2.0 - chip.bounds.width,
    };
    chip.shifted(x, 0.0)
}

/// Room that a note number takes after its words.
pub(super) fn number_px(number: Option<usize>, measure: &dyn Measure) -> f32 {
    number.map_or(0.0, |n| {
        NUMBER_GAP_PX + measure.width_px(&n.to_string(), TINY_PX, Weight::Semibold)
    })
}

/// Between words and their note number.
pub const NUMBER_GAP_PX: f32 = 3.0;

/// `+7` at `x` 0 and around `y` 0.
pub(super) fn more_label(count: usize, measure: &dyn Measure) -> (Label, Rect) {
    let words = format!("+{count}");
    let width_px = measure.width_px(&words, TINY_PX, Weight::Semibold);
    let width = (width_px + 1.5 * GAP_PX).max(34.0);
    let label = Label {
        words,
        x: (width - width_px) / 2.0,
        baseline: BASELINE_PX - 0.5,
        width_px,
    };
    (label, Rect::new(0.0, -9.0, width, 18.0))
}

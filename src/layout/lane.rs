//! One lane: which of its events stand where, which are counted, which lie outside the window.

use std::collections::BTreeMap;

use super::chips::{MAX_IDS, edge_chips, more_label};
use super::index::{Entry, LaneIndex, Sight};
use super::item::{block, item};
use super::pack::{Place, Rows};
use super::request::{FIRST_ROW_PX, GAP_PX, LANE_PX, ROW_PX};
use super::{Chip, Item, Mark, More, Rect, Request, TimeWindow, mark};
use crate::model::{Event, EventId};

/// More rows than that are not packed one by one.
pub(super) const MAX_ROWS: usize = 60;
/// A lane gets so many rows even where that means scrolling.
pub(super) const MIN_ROWS: usize = 5;
/// Above so many visible events a lane is not tried in full, in the window and in an export.
const MAX_TRIED: usize = 300;
const MAX_TRIED_GROWN: usize = 3_000;
/// Events counted in one place span at most this width.
const MORE_PX: f64 = 112.0;
/// Hardly any mark with its label is narrower: no more are tried than so fit.
const MIN_ITEM_PX: f32 = 72.0;

/// A lane with its marks in rows, before its height is known.
pub(super) struct Packed<'a> {
    pub(super) lane: &'a LaneIndex,
    sight: Sight,
    edge: (Vec<Chip>, Vec<More>),
    rows: Rows,
    placed: Vec<Placed<'a>>,
    /// Visible events that found no place.
    rest: Vec<Entry>,
}

/// An event's mark with the place of its label.
pub(super) struct Placed<'a> {
    entry: Entry,
    pub(super) event: &'a Event,
    pub(super) mark: Mark,
    pub(super) place: Place,
}

impl<'a> Packed<'a> {
    /// All events of a lane in order of time, in as many rows as they need.
    pub(super) fn in_full(lane: &'a LaneIndex, request: &Request<'a>, plot: Rect) -> Self {
        let day_px = f64::from(plot.width) / request.window.width_days();
        let sight = lane.sight(request.window, day_px);
        let edge = edge_chips(lane, &sight, request, plot);
        let mut packed = Self {
            lane,
            sight,
            edge,
            rows: Rows::new(plot.x, request.words_end(plot)),
            placed: Vec::new(),
            rest: Vec::new(),
        };
        if !packed.is_crowded(request) {
            // What needs more rows than the plot is tall is packed again with fewer.
            let max_rows = if request.grows {
                MAX_ROWS
            } else {
                ((plot.height / ROW_PX) as usize).clamp(MIN_ROWS, MAX_ROWS - 1) + 1
            };
            let order = packed.sight.visible.clone();
            packed.fill(order, request, plot, (max_rows, true));
        }
        packed
    }

    /// Whether there is so much to see that all of it is not even tried.
    fn is_crowded(&self, request: &Request<'_>) -> bool {
        let most = if request.grows {
            MAX_TRIED_GROWN
        } else {
            MAX_TRIED
        };
        most < self.sight.visible.len()
    }

    /// How many rows it needs.
    pub(super) fn n_rows(&self) -> usize {
        if self.placed.is_empty() && !self.sight.visible.is_empty() {
            return MAX_ROWS;
        }
        let more = usize::from(!self.rest.is_empty());
        (self.rows.len() + more).max(1)
    }

    /// Packs again in at most so many rows, the most salient first; the rest is counted.
    /// `selected` is the place of the selected event in the request: it is never only counted.
    pub(super) fn limit(
        &mut self,
        request: &Request<'a>,
        plot: Rect,
        max_rows: usize,
        selected: Option<usize>,
    ) {
        let is_done = self.rest.is_empty() && self.n_rows() <= max_rows;
        if is_done && !self.is_crowded(request) {
            return;
        }
        let mut order = std::mem::take(&mut self.sight.visible);
        let rank = |a: &Entry, b: &Entry| {
            let by_salience = b.salience.total_cmp(&a.salience);
            by_salience.then(a.event.cmp(&b.event))
        };
        let n_max = (max_rows as f32 * plot.width / MIN_ITEM_PX) as usize;
        let mut rest = Vec::new();
        if n_max > 0 && n_max < order.len() {
            order.select_nth_unstable_by(n_max, rank);
            rest = order.split_off(n_max);
        }
        order.sort_by(rank);
        let max_rows = max_rows.saturating_sub(1).max(1);
        self.fill(order, request, plot, (max_rows, false));
        self.rest.extend(rest);
        let counted = self
            .rest
            .iter()
            .position(|entry| selected == Some(entry.event));
        if let Some(counted) = counted {
            let entry = self.rest.swap_remove(counted);
            self.make_room(entry, request, plot);
        }
    }

    /// Gives an event that found no place the one where the least has to make way, so that
    /// choosing it moves nothing else.
    fn make_room(&mut self, entry: Entry, request: &Request<'a>, plot: Rect) {
        let mut empty = Rows::new(plot.x, request.words_end(plot));
        let Some(mut placed) = place(entry, &mut empty, request, plot, 1) else {
            self.rest.push(entry);
            return;
        };
        let extent = placed.place.extent;
        let chips = self.edge.0.iter().map(|chip| chip.bounds);
        let counts = self.edge.1.iter().map(|more| more.bounds);
        let mut edge = chips.chain(counts);
        let first = usize::from(edge.any(|bounds| meet(extent, (bounds.x, bounds.right()))));
        let loss = |row: usize| -> f32 {
            let here = self.placed.iter().filter(|other| other.is_in(row, extent));
            here.map(|other| 0.01 + other.entry.salience).sum()
        };
        let rows = first..self.rows.len().max(first + 1);
        let row = rows.min_by(|a, b| loss(*a).total_cmp(&loss(*b)));
        placed.place.row = row.unwrap_or(first);
        let (out, kept) = std::mem::take(&mut self.placed)
            .into_iter()
            .partition(|other| other.is_in(placed.place.row, extent));
        let out: Vec<Placed<'_>> = out;
        self.placed = kept;
        for other in &out {
            self.rows.free(other.place.row, other.place.extent);
        }
        self.rest.extend(out.iter().map(|other| other.entry));
        self.rows.take(placed.place.row, extent);
        self.placed.push(placed);
    }

    /// Packs in order into at most so many rows; stops at the first that finds no place if asked.
    fn fill(
        &mut self,
        order: Vec<Entry>,
        request: &Request<'a>,
        plot: Rect,
        (max_rows, stops_early): (usize, bool),
    ) {
        self.rows = Rows::new(plot.x, request.words_end(plot));
        self.placed.clear();
        self.rest.clear();
        for bounds in self.edge.0.iter().map(|chip| chip.bounds) {
            self.rows.take(0, (bounds.x, bounds.right()));
        }
        for bounds in self.edge.1.iter().map(|more| more.bounds) {
            self.rows.take(0, (bounds.x, bounds.right()));
        }
        for entry in order {
            let placed = place(entry, &mut self.rows, request, plot, max_rows);
            match placed {
                Some(placed) => self.placed.push(placed),
                None => self.rest.push(entry),
            }
            if stops_early && !self.rest.is_empty() {
                break;
            }
        }
    }

    /// Height in pixels.
    pub(super) fn height_px(&self) -> f32 {
        LANE_PX + ROW_PX * (self.n_rows() - 1) as f32
    }

    /// The middle of an event's row when the lane's top is at `top`.
    pub(super) fn y_of(&self, id: &EventId, top: f32) -> Option<f32> {
        let placed = self.placed.iter().find(|placed| placed.event.id == *id)?;
        Some(top + FIRST_ROW_PX + ROW_PX * placed.place.row as f32)
    }

    /// Its marks, chips and counts when its top is at `top`; only what `sight` can show.
    pub(super) fn finish(
        self,
        request: &Request<'_>,
        plot: Rect,
        top: f32,
    ) -> (Vec<Item>, Vec<Chip>, Vec<More>) {
        let row_y = |row: usize| top + FIRST_ROW_PX + ROW_PX * row as f32;
        let is_seen =
            |y: f32| (plot.y - ROW_PX..=plot.bottom() + ROW_PX).contains(&y) || request.grows;
        let (mut chips, mut more) = self.edge;
        if is_seen(row_y(0)) {
            for chip in &mut chips {
                chip.bounds.y += row_y(0);
                chip.label.baseline += row_y(0);
            }
            for counted in &mut more {
                counted.bounds.y += row_y(0);
                counted.label.baseline += row_y(0);
            }
        } else {
            (chips, more) = (Vec::new(), Vec::new());
        }
        let more_y = row_y(self.rows.len());
        if is_seen(more_y) {
            more.extend(counted(&self.rest, request, plot, more_y));
        }
        let n_rows = self.rows.len();
        let rows = &self.rows;
        let seen = self.placed.into_iter();
        let items = seen.filter(|placed| is_seen(row_y(placed.place.row)));
        let items = items.map(|placed| {
            let below = placed.place.row + 1;
            let is_last = below == n_rows && self.rest.is_empty();
            let free_below = |left, right| {
                is_last || (below < n_rows && rows.gap(below, left, right).is_some())
            };
            item(
                placed.event,
                &placed,
                row_y(placed.place.row),
                request,
                plot,
                &free_below,
            )
        });
        (items.collect(), chips, more)
    }
}

impl Placed<'_> {
    /// Whether it stands in a row where it would touch `extent`.
    fn is_in(&self, row: usize, extent: (f32, f32)) -> bool {
        self.place.row == row && meet(self.place.extent, extent)
    }
}

/// Whether two stretches of a row are too near each other.
fn meet(a: (f32, f32), b: (f32, f32)) -> bool {
    a.0 < b.1 + GAP_PX && b.0 < a.1 + GAP_PX
}

fn place<'a>(
    entry: Entry,
    rows: &mut Rows,
    request: &Request<'a>,
    plot: Rect,
    max_rows: usize,
) -> Option<Placed<'a>> {
    let event = *request.events.get(entry.event)?;
    let when = event.when.as_ref()?;
    let mark = mark(when, event.status, event.origins, request.window, plot)?;
    let block = block(event, &mark, request, plot);
    let place = rows.place(&block, max_rows, Some(request.measure))?;
    Some(Placed {
        entry,
        event,
        mark,
        place,
    })
}

/// Events without a place, counted by stretches of time that stay the same while panning.
fn counted(rest: &[Entry], request: &Request<'_>, plot: Rect, y: f32) -> Vec<More> {
    let day_px = f64::from(plot.width) / request.window.width_days();
    let bin_days = MORE_PX / day_px;
    let mut bins: BTreeMap<i64, Vec<&Entry>> = BTreeMap::new();
    for entry in rest {
        let (first, last) = entry.extent(day_px);
        let window = request.window;
        let middle = f64::midpoint(
            first.clamp(window.start_days, window.end_days),
            last.clamp(window.start_days, window.end_days),
        );
        let bin = (middle / bin_days).floor() as i64;
        bins.entry(bin).or_default().push(entry);
    }
    let bins = bins.into_iter();
    let bins = bins.map(|(bin, entries)| {
        let middle = (bin as f64 + 0.5) * bin_days;
        let x = f64::from(plot.x) + request.window.x_from_days(middle, plot.width);
        more(entries, request, (x as f32, y), plot)
    });
    bins.collect()
}

fn more(mut entries: Vec<&Entry>, request: &Request<'_>, at: (f32, f32), plot: Rect) -> More {
    let first = entries.iter().map(|entry| entry.first_days);
    let last = entries.iter().map(|entry| entry.last_days);
    let first = first.min_by(f64::total_cmp).unwrap_or_default();
    let last = last.max_by(f64::total_cmp).unwrap_or_default();
    let margin = (last - first) * 0.1;
    let count = entries.len();
    let by_time = |a: &&Entry, b: &&Entry| {
        let by_day = a.first_days.total_cmp(&b.first_days);
        by_day.then(a.event.cmp(&b.event))
    };
    if MAX_IDS < count {
        entries.select_nth_unstable_by(MAX_IDS, by_time);
        entries.truncate(MAX_IDS);
    }
    entries.sort_by(by_time);
    let events = entries.iter().filter_map(|e| request.events.get(e.event));
    let (label, bounds) = more_label(count, request.measure);
    let (half, right) = (bounds.width / 2.0, request.words_end(plot));
    let x = at.0.clamp(plot.x + half, (right - half).max(plot.x + half)) - half;
    More {
        events: events.map(|event| event.id.clone()).collect(),
        count,
        window: Some(TimeWindow::new(first - margin, last + margin)),
        label: super::Label {
            x: label.x + x,
            baseline: label.baseline + at.1,
            ..label
        },
        bounds: bounds.shifted(x, at.1),
    }
}

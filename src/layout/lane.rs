//! One lane: which of its events stand where, which are counted, which lie outside the window.

use std::collections::BTreeMap;

use super::chips::{edge_chips, more_label};
use super::index::{Entry, LaneIndex, Sight};
use super::item::{block, item};
use super::pack::{Place, Rows};
use super::request::{FIRST_ROW_PX, LANE_PX, ROW_PX};
use super::{Chip, Item, Mark, More, Rect, Request, TimeWindow, mark};
use crate::model::Event;

/// More rows than that are not packed one by one.
pub(super) const MAX_ROWS: usize = 60;
/// Above so many visible events a lane is not tried in full.
const MAX_TRIED: usize = 600;
/// Events counted in one place span at most this width.
const MORE_PX: f64 = 112.0;
/// The least distance at which marks can stand side by side.
const MIN_MARK_PX: f32 = 24.0;

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
            rows: Rows::new(plot.x, plot.right()),
            placed: Vec::new(),
            rest: Vec::new(),
        };
        if packed.sight.visible.len() <= MAX_TRIED {
            let order = packed.sight.visible.clone();
            packed.fill(order, request, plot, MAX_ROWS);
        } else {
            packed.rest = packed.sight.visible.clone();
        }
        packed
    }

    /// How many rows it needs.
    pub(super) fn n_rows(&self) -> usize {
        let more = usize::from(!self.rest.is_empty());
        (self.rows.len() + more).max(1)
    }

    /// Packs again in at most so many rows, the most salient first; the rest is counted.
    pub(super) fn limit(&mut self, request: &Request<'a>, plot: Rect, max_rows: usize) {
        if self.n_rows() <= max_rows && self.sight.visible.len() <= MAX_TRIED {
            return;
        }
        let mut order = std::mem::take(&mut self.sight.visible);
        let is_selected = |entry: &Entry| {
            let event = request.events.get(entry.event);
            request.selected.is_some() && event.map(|event| &event.id) == request.selected
        };
        let rank = |a: &Entry, b: &Entry| {
            let by_choice = is_selected(b).cmp(&is_selected(a));
            let by_salience = b.salience.total_cmp(&a.salience);
            by_choice.then(by_salience).then(a.event.cmp(&b.event))
        };
        let n_max = (max_rows as f32 * plot.width / MIN_MARK_PX) as usize;
        let mut rest = Vec::new();
        if n_max > 0 && n_max < order.len() {
            order.select_nth_unstable_by(n_max, rank);
            rest = order.split_off(n_max);
        }
        order.sort_by(rank);
        self.fill(order, request, plot, max_rows.saturating_sub(1).max(1));
        self.rest.extend(rest);
    }

    fn fill(&mut self, order: Vec<Entry>, request: &Request<'a>, plot: Rect, max_rows: usize) {
        self.rows = Rows::new(plot.x, plot.right());
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
        }
    }

    /// Height in pixels.
    pub(super) fn height_px(&self) -> f32 {
        LANE_PX + ROW_PX * (self.n_rows() - 1) as f32
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
    Some(Placed { event, mark, place })
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
    let bins = bins.map(|(bin, mut entries)| {
        entries.sort_by(|a, b| a.first_days.total_cmp(&b.first_days));
        let middle = (bin as f64 + 0.5) * bin_days;
        let x = f64::from(plot.x) + request.window.x_from_days(middle, plot.width);
        more(&entries, request, (x as f32, y), plot)
    });
    bins.collect()
}

fn more(entries: &[&Entry], request: &Request<'_>, at: (f32, f32), plot: Rect) -> More {
    let first = entries.iter().map(|entry| entry.first_days);
    let last = entries.iter().map(|entry| entry.last_days);
    let first = first.min_by(f64::total_cmp).unwrap_or_default();
    let last = last.max_by(f64::total_cmp).unwrap_or_default();
    let margin = (last - first) * 0.1;
    let ids = entries.iter().filter_map(|e| request.events.get(e.event));
    let events = ids
        .take(super::chips::MAX_IDS)
        .map(|event| event.id.clone());
    let (label, bounds) = more_label(entries.len(), request.measure);
    let half = bounds.width / 2.0;
    let x =
        at.0.clamp(plot.x + half, (plot.right() - half).max(plot.x + half)) - half;
    More {
        events: events.collect(),
        count: entries.len(),
        window: Some(TimeWindow::new(first - margin, last + margin)),
        label: super::Label {
            x: label.x + x,
            baseline: label.baseline + at.1,
            ..label
        },
        bounds: bounds.shifted(x, at.1),
    }
}

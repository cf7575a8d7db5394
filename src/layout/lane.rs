//! One lane: which of its events stand where, which are counted, which lie outside the window.

use super::chips::edge_chips;
use super::density::density;
use super::entry::{Entry, stretch};
use super::held::HeldLane;
use super::item::{block, item};
use super::lane_index::{LaneIndex, Sight};
use super::lane_more::Hidden;
use super::pack::{Place, Rows};
use super::request::{FIRST_ROW_PX, GAP_PX, LANE_PX, ROW_PX};
use super::{Chip, Lane, Mark, More, Rect, Request, mark};
use crate::model::Event;

/// More rows than that are not packed one by one.
pub(super) const MAX_ROWS: usize = 60;
/// A lane gets so many rows even where that means scrolling.
pub(super) const MIN_ROWS: usize = 5;
/// Above so many visible events a lane is not tried in full, in the window and in an export.
const MAX_TRIED: usize = 300;
const MAX_TRIED_GROWN: usize = 3_000;
/// All lanes together are tried with at most so many events.
const MAX_TRIED_IN_ALL: usize = 2_000;
/// Hardly any mark with its label is narrower: no more are tried than so fit.
const MIN_ITEM_PX: f64 = 72.0;

/// A lane with its marks in rows.
pub(super) struct Packed<'a> {
    pub(super) lane: &'a LaneIndex,
    sight: Sight,
    edge: (Vec<Chip>, Vec<More>),
    rows: Rows,
    placed: Vec<Placed<'a>>,
    /// Where its events stood in the picture before.
    held: Option<&'a HeldLane>,
    /// Not all of its visible events stand in `placed`.
    is_partial: bool,
    n_rows: usize,
}

/// An event's mark with the place of its label.
pub(super) struct Placed<'a> {
    pub(super) entry: Entry,
    pub(super) event: &'a Event,
    pub(super) mark: Mark,
    pub(super) place: Place,
}

impl<'a> Packed<'a> {
    /// The events of a lane in order of time, in as many rows as they need; none if they are too
    /// many to try.
    pub(super) fn in_full(
        lane: &'a LaneIndex,
        held: Option<&'a HeldLane>,
        request: &Request<'a>,
        (plot, n_lanes): (Rect, usize),
    ) -> Self {
        let day_px = f64::from(plot.width) / request.window.width_days();
        let sight = lane.sight(request.window, day_px);
        let most = if request.grows {
            MAX_TRIED_GROWN
        } else {
            MAX_TRIED
                .min(MAX_TRIED_IN_ALL / n_lanes.max(1))
                .max(MIN_ROWS)
        };
        let mut packed = Self {
            lane,
            edge: edge_chips(lane, &sight, request, plot),
            rows: Rows::new(plot.x, request.words_end(plot)),
            placed: Vec::new(),
            held,
            is_partial: most < sight.n_visible(),
            n_rows: 1,
            sight,
        };
        if !packed.is_partial {
            // What needs more rows than the plot is tall is packed again with fewer.
            let max_rows = match ((plot.height / ROW_PX) as usize, n_lanes as f32 * LANE_PX) {
                _ if request.grows => MAX_ROWS,
                (_, least_px) if plot.height < least_px => MIN_ROWS + 1,
                (n_rows, _) => n_rows.clamp(MIN_ROWS, MAX_ROWS - 1) + 1,
            };
            let order = packed.lane.visible(&packed.sight);
            packed.fill(order, request, plot, (max_rows, true));
        }
        packed
    }

    /// How many rows it would like to have.
    pub(super) fn n_wanted(&self) -> usize {
        if self.is_partial {
            MAX_ROWS
        } else {
            self.rows.len().max(1)
        }
    }

    /// Settles its height: at most so many rows, and no fewer than it had if that is given.
    pub(super) fn settle(&mut self, max_rows: usize, keeps_height: bool) {
        let held = self.held.filter(|_| keeps_height);
        let least = held.map_or(1, |held| held.n_rows);
        self.is_partial |= max_rows < self.n_wanted();
        self.n_rows = self.n_wanted().max(least).min(max_rows);
    }

    /// Puts the most salient of many into its rows; the rest is counted. `selected` is the place
    /// of the selected event in the request: it is never only counted.
    pub(super) fn limit(&mut self, request: &Request<'a>, plot: Rect, selected: Option<usize>) {
        if !self.is_partial {
            return;
        }
        let rows = (self.n_rows - 1).max(1);
        let n_for = |width_px: f64| (rows as f64 * width_px / MIN_ITEM_PX).ceil() as usize;
        let mut order = self.lane.candidates(&self.sight, n_for);
        order.sort_unstable_by_key(Entry::rank);
        self.fill(order, request, plot, (rows, false));
        let Some(selected) = selected else {
            return;
        };
        let is_placed = self
            .placed
            .iter()
            .any(|p| p.entry.event as usize == selected);
        if let Some(entry) = self.entry_of(selected, request).filter(|_| !is_placed) {
            self.make_room(entry, request, plot);
        }
    }

    /// An event as the lane has it, if it has it in sight.
    fn entry_of(&self, at: usize, request: &Request<'_>) -> Option<Entry> {
        let event = request.events.get(at)?;
        let days = stretch(event.when.as_ref()?)?;
        let entry = Entry::new(u32::try_from(at).ok()?, days, event.salience);
        self.lane.holds(&self.sight, &entry).then_some(entry)
    }

    /// Gives an event that found no place the one where the least has to make way, so that
    /// choosing it moves nothing else.
    fn make_room(&mut self, entry: Entry, request: &Request<'a>, plot: Rect) {
        let mut empty = Rows::new(plot.x, request.words_end(plot));
        let Some(mut placed) = place(entry, &mut empty, request, plot, (None, 1)) else {
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
        let rows = first..(self.n_rows - 1).max(first + 1);
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
        for bounds in self.edge.0.iter().map(|chip| chip.bounds) {
            self.rows.take(0, (bounds.x, bounds.right()));
        }
        for bounds in self.edge.1.iter().map(|more| more.bounds) {
            self.rows.take(0, (bounds.x, bounds.right()));
        }
        let held = self.held;
        let row = |entry: &Entry| held.and_then(|held| held.row(entry.event));
        let (stood, new): (Vec<Entry>, Vec<Entry>) =
            order.into_iter().partition(|entry| row(entry).is_some());
        for entry in stood.into_iter().chain(new) {
            let limits = (row(&entry), max_rows);
            match place(entry, &mut self.rows, request, plot, limits) {
                Some(placed) => self.placed.push(placed),
                None => self.is_partial = true,
            }
            if stops_early && self.is_partial {
                break;
            }
        }
    }

    /// Height in pixels.
    pub(super) fn height_px(&self) -> f32 {
        LANE_PX + ROW_PX * (self.n_rows - 1) as f32
    }

    /// The middle of an event's row when the lane's top is at `top`.
    pub(super) fn y_of(&self, at: usize, top: f32) -> Option<f32> {
        let placed = self
            .placed
            .iter()
            .find(|placed| placed.entry.event as usize == at)?;
        Some(top + FIRST_ROW_PX + ROW_PX * placed.place.row as f32)
    }

    /// Whether it has an event in sight.
    pub(super) fn holds(&self, at: usize, request: &Request<'_>) -> bool {
        self.entry_of(at, request).is_some()
    }

    /// Its rows, for the next picture.
    pub(super) fn held(&self) -> HeldLane {
        let rows = self
            .placed
            .iter()
            .map(|placed| (placed.entry.event, placed.place.row));
        HeldLane::new(self.n_rows, rows)
    }

    /// Its marks, chips and counts within its bounds; only what `sight` can show.
    pub(super) fn finish(self, request: &Request<'_>, plot: Rect, bounds: Rect) -> Lane {
        let row_y = |row: usize| bounds.y + FIRST_ROW_PX + ROW_PX * row as f32;
        let is_seen =
            |y: f32| (plot.y - ROW_PX..=plot.bottom() + ROW_PX).contains(&y) || request.grows;
        let mut lane = Lane {
            kind: self.lane.kind,
            full_name: self.lane.name.clone(),
            bounds,
            ..Lane::default()
        };
        if is_seen(row_y(0)) {
            let shifted = |more: &More| more.clone().shifted(row_y(0));
            lane.chips = self
                .edge
                .0
                .iter()
                .map(|c| c.clone().shifted(0.0, row_y(0)))
                .collect();
            lane.more = self.edge.1.iter().map(shifted).collect();
        }
        let shown: Vec<Entry> = self.placed.iter().map(|placed| placed.entry).collect();
        let (lane_index, sight) = (self.lane, &self.sight);
        let n_hidden = sight.n_visible().saturating_sub(shown.len());
        let more_row = self.n_rows - 1;
        if n_hidden > 0 && is_seen(row_y(more_row)) {
            let hidden = Hidden {
                lane: lane_index,
                sight,
                shown: &shown,
            };
            lane.more
                .extend(hidden.counts(request, plot, row_y(more_row)));
            let foot = (plot, bounds.bottom() - 1.0);
            lane.density = density((lane_index, sight), n_hidden, request, foot);
        }
        let rows = &self.rows;
        let seen = self
            .placed
            .iter()
            .filter(|placed| is_seen(row_y(placed.place.row)));
        let items = seen.map(|placed| {
            let below = placed.place.row + 1;
            let is_free = |left, right| {
                if below < rows.len() {
                    rows.gap(below, left, right).is_some()
                } else {
                    n_hidden == 0 || below < more_row
                }
            };
            item(
                placed.event,
                placed,
                row_y(placed.place.row),
                request,
                plot,
                &is_free,
            )
        });
        lane.items = items.collect();
        lane
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

/// Gives an event a place: in the row where it stood, if it stood, else in the first of so many
/// that has room.
fn place<'a>(
    entry: Entry,
    rows: &mut Rows,
    request: &Request<'a>,
    plot: Rect,
    (row, max_rows): (Option<usize>, usize),
) -> Option<Placed<'a>> {
    let event = request.events.get(entry.event as usize)?;
    let when = event.when.as_ref()?;
    let mark = mark(when, event.status, event.origins, request.window, plot)?;
    let block = block(event, &mark, request, plot);
    let stood = row.filter(|row| *row < max_rows);
    let place = stood.and_then(|row| rows.place(&block, row..row + 1, request.measure));
    let place = place.or_else(|| rows.place(&block, 0..max_rows, request.measure))?;
    Some(Placed {
        entry,
        event,
        mark,
        place,
    })
}

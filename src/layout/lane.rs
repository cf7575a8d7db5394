//! One lane: which of its events stand where, which are counted, which lie outside the window.

use super::chips::{EdgeCount, edge_chips};
use super::density::{collapsed, density};
use super::entry::{Entry, stretch};
use super::held::{HeldLane, HeldPlace};
use super::item::item;
use super::lane_fill::free_edges;
use super::lane_index::{LaneIndex, Sight};
use super::lane_more::Hidden;
use super::pack::{Place, Rows};
use super::request::{COLLAPSED_PX, FIRST_ROW_PX, LANE_PX, ROW_PX};
use super::{Chip, Fold, Item, Lane, Mark, Rect, Request};
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
pub(super) const MIN_ITEM_PX: f32 = 72.0;

/// A lane with its marks in rows.
pub(super) struct Packed<'a> {
    /// Its place in the index.
    pub(super) at: usize,
    pub(super) lane: &'a LaneIndex,
    is_collapsed: bool,
    sight: Sight,
    pub(super) edge: (Vec<Chip>, Vec<EdgeCount>),
    pub(super) rows: Rows,
    pub(super) placed: Vec<Placed<'a>>,
    /// Where its events stood in the picture before.
    pub(super) held: Option<HeldBefore<'a>>,
    /// Not all of its visible events stand in `placed`.
    pub(super) is_partial: bool,
    pub(super) n_rows: usize,
}

/// A lane's places in the picture before.
#[derive(Clone, Copy)]
pub(super) struct HeldBefore<'a> {
    pub(super) lane: &'a HeldLane,
    /// What had room then has it still.
    pub(super) fits: bool,
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
        (at, lane): (usize, &'a LaneIndex),
        held: Option<HeldBefore<'a>>,
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
        let free_px = free_edges(lane, held, request, plot);
        let mut packed = Self {
            at,
            lane,
            is_collapsed: request.lane_set.collapsed.contains(&lane.name),
            edge: edge_chips(lane, &sight, request, (plot, free_px)),
            rows: Rows::new(plot.x, request.words_end(plot)),
            placed: Vec::new(),
            held,
            is_partial: most < sight.n_visible(),
            n_rows: 1,
            sight,
        };
        if !packed.is_partial && !packed.is_collapsed {
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
        self.is_partial |= max_rows < self.n_wanted();
        // The counts get a row of their own, even where that takes one more than there may be.
        let n_counts = usize::from(self.is_partial);
        let least = held.map_or(1, |held| {
            held.lane.n_rows.max(held.lane.n_used() + n_counts)
        });
        self.n_rows = self.n_wanted().min(max_rows).max(least);
    }

    /// Puts the most salient of many into its rows; the rest is counted. `selected` is the place
    /// of the selected event in the request: it is never only counted.
    pub(super) fn limit(&mut self, request: &Request<'a>, plot: Rect, selected: Option<usize>) {
        if !self.is_partial || self.is_collapsed {
            return;
        }
        let rows = (self.n_rows - 1).max(1);
        let n_for =
            |width_px: f64| (rows as f64 * width_px / f64::from(MIN_ITEM_PX)).ceil() as usize;
        let mut order = self.lane.candidates(&self.sight, n_for);
        order.extend(self.still_here(request));
        order.sort_unstable_by_key(Entry::rank);
        order.dedup_by_key(|entry| entry.event);
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

    /// What stood in it before and still has room, if it is in sight: it stays, whatever comes.
    fn still_here(&self, request: &Request<'a>) -> Vec<Entry> {
        let held = self.held.filter(|held| held.fits);
        let events = held.into_iter().flat_map(|held| held.lane.places());
        events
            .filter_map(|(event, _)| self.entry_of(event as usize, request))
            .collect()
    }

    /// An event as the lane has it, if it has it in sight.
    fn entry_of(&self, at: usize, request: &Request<'_>) -> Option<Entry> {
        let event = request.events.get(at)?;
        let days = stretch(event.when.as_ref()?)?;
        let entry = Entry::new(u32::try_from(at).ok()?, days, event.salience);
        self.lane.holds(&self.sight, &entry).then_some(entry)
    }

    /// Height in pixels.
    pub(super) fn height_px(&self) -> f32 {
        self.height_of(self.n_rows)
    }

    /// Height with the rows that it wants, at most so many.
    pub(super) fn height_within(&self, max_rows: usize) -> f32 {
        self.height_of(self.n_wanted().min(max_rows))
    }

    fn height_of(&self, n_rows: usize) -> f32 {
        if self.is_collapsed {
            COLLAPSED_PX
        } else {
            LANE_PX + ROW_PX * (n_rows - 1) as f32
        }
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

    fn fold(&self, request: &Request<'_>) -> Option<Fold> {
        let can_fold = !request.grows && !self.lane.name.is_empty();
        let fold = if self.is_collapsed {
            Fold::Collapsed
        } else {
            Fold::Open
        };
        can_fold.then_some(fold)
    }

    /// Its rows, for the next picture.
    pub(super) fn held(&self) -> HeldLane {
        let places = self
            .placed
            .iter()
            .map(|placed| (placed.entry.event, HeldPlace::from(&placed.place)));
        HeldLane::new(self.n_rows, places)
    }

    /// Its marks, chips and counts within its bounds; only what `sight` can show.
    pub(super) fn finish(self, request: &Request<'_>, plot: Rect, bounds: Rect) -> Lane {
        let row_y = |row: usize| bounds.y + FIRST_ROW_PX + ROW_PX * row as f32;
        let is_seen = |y: f32| is_seen(y, request, plot);
        let mut lane = Lane {
            kind: self.lane.kind,
            full_name: self.lane.name.clone(),
            bounds,
            fold: self.fold(request),
            ..Lane::default()
        };
        if self.is_collapsed {
            let (density, more) = collapsed((self.lane, &self.sight), request, plot, bounds);
            lane.density = Some(density);
            lane.more = vec![more];
            return lane;
        }
        if is_seen(row_y(0)) {
            let (sight, y) = (&self.sight, row_y(0));
            let in_full = |count: &EdgeCount| count.in_full(self.lane, sight, request, y);
            lane.chips = self
                .edge
                .0
                .iter()
                .map(|c| c.clone().shifted(0.0, row_y(0)))
                .collect();
            lane.more = self.edge.1.iter().map(in_full).collect();
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
        let foot = (row_y(0), more_row, n_hidden > 0);
        lane.items = self.items(request, plot, foot);
        lane
    }

    /// Its marks, as far as they are seen, the first row's being at `y_px`; whether something is
    /// counted decides how far down claims may reach.
    fn items(
        &self,
        request: &Request<'_>,
        plot: Rect,
        (y_px, more_row, has_counts): (f32, usize, bool),
    ) -> Vec<Item> {
        let row_y = |row: usize| y_px + ROW_PX * row as f32;
        let rows = &self.rows;
        let seen = self
            .placed
            .iter()
            .filter(|placed| is_seen(row_y(placed.place.row), request, plot));
        let items = seen.map(|placed| {
            let below = placed.place.row + 1;
            let is_free = |left, right| {
                if below < rows.len() {
                    rows.gap(below, left, right).is_some()
                } else {
                    !has_counts || below < more_row
                }
            };
            let y = row_y(placed.place.row);
            item(placed.event, placed, y, request, plot, &is_free)
        });
        items.collect()
    }
}

/// Whether a row with its middle there is drawn.
fn is_seen(y: f32, request: &Request<'_>, plot: Rect) -> bool {
    (plot.y - ROW_PX..=plot.bottom() + ROW_PX).contains(&y) || request.grows
}

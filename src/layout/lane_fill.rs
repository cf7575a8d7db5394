//! Filling a lane's rows: what stood stays where it stood, and what is new takes what is free.

use super::chips::{EdgeCount, MAX_NAMED};
use super::entry::Entry;
use super::held::HeldPlace;
use super::item::block;
use super::lane::{HeldBefore, MIN_ITEM_PX, Packed, Placed};
use super::lane_index::LaneIndex;
use super::pack::{Block, Place, Rows};
use super::request::GAP_PX;
use super::{Mark, Rect, Request, mark};
use crate::model::Event;

/// What stands nearer to an edge than this leaves no room for the counts there.
const EDGE_COUNT_PX: f32 = 64.0;

/// What is to get a place.
struct Wanting<'a> {
    entry: Entry,
    event: &'a Event,
    mark: Mark,
    block: Block,
}

impl<'a> Packed<'a> {
    /// Packs in order into at most so many rows; stops at the first that finds no place if asked.
    pub(super) fn fill(
        &mut self,
        order: Vec<Entry>,
        request: &Request<'a>,
        plot: Rect,
        (max_rows, stops_early): (usize, bool),
    ) {
        self.rows = Rows::new(plot.x, request.words_end(plot));
        self.placed.clear();
        for bounds in self.edge_bounds() {
            self.rows.take(0, (bounds.x, bounds.right()));
        }
        let order = self.hold_all(order, request, plot, max_rows);
        let in_plot = (plot.x, request.words_end(plot));
        for entry in order {
            // Of many most find no place, which is told before their words are measured.
            let x = request.window.x_from_days(entry.at(), plot.width) as f32;
            let x = (plot.x + x).clamp(in_plot.0, in_plot.1);
            if !stops_early && !self.rows.has_room(x, MIN_ITEM_PX, max_rows) {
                continue;
            }
            let row = self.held_place(&entry).map(|held| held.row);
            match place(entry, &mut self.rows, request, plot, (row, max_rows)) {
                Some(placed) => self.placed.push(placed),
                None => self.is_partial = true,
            }
            if stops_early && self.is_partial {
                return;
            }
        }
        self.lengthen(request, plot);
    }

    /// Places what stood: as it stood if there was as little room before, else in its row with its label
    /// elsewhere or shorter. Gives back the others, what stood first.
    fn hold_all(
        &mut self,
        mut order: Vec<Entry>,
        request: &Request<'a>,
        plot: Rect,
        max_rows: usize,
    ) -> Vec<Entry> {
        let (asked, measure) = ((request, plot, max_rows), request.measure);
        let fits = self.held.is_some_and(|held| held.fits);
        if fits {
            order = self.hold(order, asked, |rows, block, held| {
                rows.stay(block, held, measure)
            });
        }
        // Further out the weightiest of many come first, whatever was shown before.
        if !fits && self.is_partial {
            return order;
        }
        order = self.hold(order, asked, |rows, block, held| {
            let place = rows.place(block, held.row..held.row + 1, measure);
            place.or_else(|| rows.squeeze(block, held.row, measure))
        });
        order.sort_by_key(|entry| self.held_place(entry).is_none());
        order
    }

    /// Places what finds a place by `how` where it stood; gives back the others in their order. What
    /// enters or leaves at an edge changes its form, and makes way for what is within.
    fn hold(
        &mut self,
        order: Vec<Entry>,
        (request, plot, max_rows): (&Request<'a>, Rect, usize),
        how: impl Fn(&mut Rows, &Block, &HeldPlace) -> Option<Place>,
    ) -> Vec<Entry> {
        let stood = |entry: &Entry| self.held_place(entry).filter(|held| held.row < max_rows);
        let (held, mut left): (Vec<Entry>, Vec<Entry>) =
            order.into_iter().partition(|entry| stood(entry).is_some());
        let (first, last) = (plot.x + EDGE_COUNT_PX, plot.right() - EDGE_COUNT_PX);
        let is_within = |one: &Wanting<'_>| first < one.block.left && one.block.right < last;
        let wanting = held.into_iter();
        let wanting = wanting.filter_map(|entry| Wanting::new(entry, request, plot));
        let (within, at_edge): (Vec<_>, Vec<_>) = wanting.partition(is_within);
        for wanting in within.into_iter().chain(at_edge) {
            let held = self.held_place(&wanting.entry);
            let place = held.and_then(|held| how(&mut self.rows, &wanting.block, held));
            match place {
                Some(place) => self.placed.push(wanting.at(place)),
                None => left.push(wanting.entry),
            }
        }
        left
    }

    /// Gives an event that found no place the one where the least has to make way, so that
    /// choosing it moves nothing else.
    pub(super) fn make_room(&mut self, entry: Entry, request: &Request<'a>, plot: Rect) {
        let mut empty = Rows::new(plot.x, request.words_end(plot));
        let Some(mut placed) = place(entry, &mut empty, request, plot, (None, 1)) else {
            return;
        };
        let extent = placed.place.extent;
        let edge = self.edge_bounds();
        let meets = |bounds: &Rect| meet(extent, (bounds.x, bounds.right()));
        let first = usize::from(edge.iter().any(meets));
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

    /// Chips and counts at the edges of its first row.
    fn edge_bounds(&self) -> Vec<Rect> {
        let chips = self.edge.0.iter().map(|chip| chip.bounds);
        let counts = self.edge.1.iter().map(EdgeCount::bounds);
        chips.chain(counts).collect()
    }

    fn held_place(&self, entry: &Entry) -> Option<&'a HeldPlace> {
        self.held.and_then(|held| held.lane.place(entry.event))
    }

    /// Gives labels that stayed short the words for which there is room again.
    fn lengthen(&mut self, request: &Request<'a>, plot: Rect) {
        let held = self.held.filter(|held| held.fits);
        let Some(held) = held else { return };
        for placed in &mut self.placed {
            let is_short = placed.place.words != placed.event.title;
            if !is_short || held.lane.place(placed.entry.event).is_none() {
                continue;
            }
            let block = block(placed.event, &placed.mark, request, plot);
            self.rows.free(placed.place.row, placed.place.extent);
            let longer = self.rows.longer(&block, &placed.place, request.measure);
            if let Some(place) = longer {
                placed.place = place;
            }
            self.rows.take(placed.place.row, placed.place.extent);
        }
    }
}

/// How much of the left and of the right side of its first row is free of what stood there: so
/// much may be taken by what names the events beyond the edges.
pub(super) fn free_edges<'a>(
    lane: &LaneIndex,
    held: Option<HeldBefore<'a>>,
    request: &Request<'a>,
    plot: Rect,
) -> (f32, f32) {
    let (left, right) = (plot.x, request.words_end(plot));
    let mut free = (plot.width, plot.width);
    let Some(held) = held.filter(|held| held.fits && lane.len() <= MAX_NAMED) else {
        return free;
    };
    for (event, place) in held.lane.places().filter(|(_, place)| place.row == 0) {
        let entry = Entry::new(event, (0.0, 0.0), 0.0);
        let mut row = Rows::new(left, right);
        let place = Wanting::new(entry, request, plot)
            .and_then(|wanting| row.stay(&wanting.block, place, request.measure));
        let Some(extent) = place.map(|place| place.extent) else {
            continue;
        };
        for (free_px, room) in [
            (&mut free.0, extent.0 - left),
            (&mut free.1, right - extent.1),
        ] {
            if EDGE_COUNT_PX <= room {
                *free_px = free_px.min(room);
            }
        }
    }
    free
}

impl<'a> Wanting<'a> {
    fn new(entry: Entry, request: &Request<'a>, plot: Rect) -> Option<Self> {
        let event = request.events.get(entry.event as usize)?;
        let when = event.when.as_ref()?;
        let mark = mark(when, event.status, event.origins, request.window, plot)?;
        let block = block(event, &mark, request, plot);
        Some(Self {
            entry,
            event,
            mark,
            block,
        })
    }

    fn at(self, place: Place) -> Placed<'a> {
        Placed {
            entry: self.entry,
            event: self.event,
            mark: self.mark,
            place,
        }
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
    let wanting = Wanting::new(entry, request, plot)?;
    let block = &wanting.block;
    let stood = row.filter(|row| *row < max_rows);
    let place = stood.and_then(|row| rows.place(block, row..row + 1, request.measure));
    let place = place.or_else(|| rows.place(block, 0..max_rows, request.measure))?;
    Some(wanting.at(place))
}

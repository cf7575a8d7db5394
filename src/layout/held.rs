//! Which rows events stood in, so that the next picture moves none of them without need.

use super::pack::Place;
use super::{Events, Index, Rect, Side};

/// What a picture hands on to the next one of the same index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Held {
    day_px: f64,
    plot: Rect,
    /// The rows that a lane could have.
    pub(super) max_rows: usize,
    /// By the place of their lane in the index.
    lanes: Vec<HeldLane>,
}

/// One lane's rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct HeldLane {
    /// How many it had.
    pub(super) n_rows: usize,
    /// Events with their place, sorted by event.
    places: Vec<(u32, HeldPlace)>,
}

/// Where one event stood.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct HeldPlace {
    pub(super) row: usize,
    pub(super) side: Side,
    /// Its label, shortened or not.
    pub(super) words: String,
}

/// Scales nearer than this are one.
const SAME_SCALE: f64 = 1e-6;

impl Held {
    pub(super) fn new(
        day_px: f64,
        plot: Rect,
        max_rows: usize,
        lanes: impl Iterator<Item = HeldLane>,
    ) -> Self {
        Self {
            day_px,
            plot,
            max_rows,
            lanes: lanes.collect(),
        }
    }

    /// Whether only the time in sight differs: then no lane gets lower, so that none below moves.
    pub(super) fn is_of(&self, day_px: f64, plot: Rect) -> bool {
        self.plot == plot && (day_px / self.day_px - 1.0).abs() < SAME_SCALE
    }

    /// Whether days are drawn as wide as then, or wider: what had room side by side has it still.
    pub(super) fn is_no_closer(&self, day_px: f64) -> bool {
        self.day_px <= day_px * (1.0 + SAME_SCALE)
    }

    /// The same places for another index, by the ids of its events: where the same event is still
    /// there it stays, and heights are made anew.
    #[must_use]
    pub fn carried(&self, from: (&Index, Events<'_>), to: (&Index, Events<'_>)) -> Self {
        let place = |event: u32| {
            let id = &from.1.get(event as usize)?.id;
            u32::try_from(to.0.find(id, to.1)?).ok()
        };
        let old = |name: &str| {
            let at = from.0.lanes.iter().position(|lane| lane.name == name)?;
            self.lanes.get(at)
        };
        let lanes = to.0.lanes.iter().map(|lane| {
            let places = old(&lane.name)
                .map(|old| old.places.as_slice())
                .unwrap_or_default();
            let places = places
                .iter()
                .filter_map(|(event, held)| Some((place(*event)?, held.clone())));
            HeldLane::new(1, places)
        });
        Self::new(self.day_px, Rect::default(), 0, lanes)
    }

    pub(super) fn lane(&self, at: usize) -> Option<&HeldLane> {
        self.lanes.get(at)
    }
}

impl HeldLane {
    pub(super) fn new(n_rows: usize, places: impl Iterator<Item = (u32, HeldPlace)>) -> Self {
        let mut places: Vec<(u32, HeldPlace)> = places.collect();
        places.sort_unstable_by_key(|(event, _)| *event);
        Self { n_rows, places }
    }

    /// How many rows its events stood in.
    pub(super) fn n_used(&self) -> usize {
        let rows = self.places.iter().map(|(_, place)| place.row + 1);
        rows.max().unwrap_or_default()
    }

    /// Where an event stood.
    pub(super) fn place(&self, event: u32) -> Option<&HeldPlace> {
        let at = self
            .places
            .binary_search_by_key(&event, |(held, _)| *held)
            .ok()?;
        self.places.get(at).map(|(_, place)| place)
    }

    /// The events that stood in it, with their places.
    pub(super) fn places(&self) -> impl Iterator<Item = (u32, &HeldPlace)> {
        self.places.iter().map(|(event, place)| (*event, place))
    }
}

impl From<&Place> for HeldPlace {
    fn from(place: &Place) -> Self {
        Self {
            row: place.row,
            side: place.side,
            words: place.words.clone(),
        }
    }
}

//! Which rows events stood in, so that the next picture moves none of them without need.

use super::Rect;

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
    /// Events with their row, sorted by event.
    rows: Vec<(u32, usize)>,
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

    pub(super) fn lane(&self, at: usize) -> Option<&HeldLane> {
        self.lanes.get(at)
    }
}

impl HeldLane {
    pub(super) fn new(n_rows: usize, rows: impl Iterator<Item = (u32, usize)>) -> Self {
        let mut rows: Vec<(u32, usize)> = rows.collect();
        rows.sort_unstable();
        Self { n_rows, rows }
    }

    /// The row of an event.
    pub(super) fn row(&self, event: u32) -> Option<usize> {
        let at = self
            .rows
            .binary_search_by_key(&event, |(held, _)| *held)
            .ok()?;
        self.rows.get(at).map(|(_, row)| *row)
    }
}

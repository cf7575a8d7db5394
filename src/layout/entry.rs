//! What is needed of an event to tell whether it is visible.

use std::cmp::Ordering;

use super::TimeWindow;
use crate::model::When;

/// A day drawn wider than this is a stretch of time, not a dot.
pub(super) const MAX_DOT_DAY_PX: f64 = 240.0;
/// What is shorter is a day.
const POINT_DAYS: f64 = 1.5;

/// An event's stretch of time and weight.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// Its place in the request.
    pub(super) event: u32,
    /// What it weighs, 0 to 1.
    pub(super) salience: f32,
    /// Start of its first day; of its last if the first is open.
    pub(super) first_days: f64,
    /// End of its last day; of its first if the last is open.
    pub(super) last_days: f64,
}

/// The order in which entries get a place: the most salient first. Equal only to itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rank(f32, u32);

impl Entry {
    pub(super) fn new(event: u32, (first_days, last_days): (f64, f64), salience: f32) -> Self {
        Self {
            event,
            salience,
            first_days,
            last_days,
        }
    }

    /// Whether it is a day and not a stretch of days.
    pub(super) fn is_point(&self) -> bool {
        self.last_days - self.first_days < POINT_DAYS
    }

    /// Where it stands in the order of time: a day at its noon, a stretch at its start.
    pub(super) fn at(&self) -> f64 {
        if self.is_point() {
            f64::midpoint(self.first_days, self.last_days)
        } else {
            self.first_days
        }
    }

    pub(super) fn rank(&self) -> Rank {
        Rank(self.salience, self.event)
    }

    /// In order of time, and then of the request.
    pub(super) fn by_time(&self, other: &Self) -> Ordering {
        let by_day = self.first_days.total_cmp(&other.first_days);
        by_day.then(self.event.cmp(&other.event))
    }
}

impl Eq for Rank {}

impl Ord for Rank {
    fn cmp(&self, other: &Self) -> Ordering {
        other.0.total_cmp(&self.0).then(self.1.cmp(&other.1))
    }
}

impl PartialOrd for Rank {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Start of the first and end of the last day that are known of a date; none if none is.
pub(super) fn stretch(when: &When) -> Option<(f64, f64)> {
    let (start, end) = (when.start, when.end);
    let first = start.earliest.or(start.latest).or(end.earliest);
    let last = end.latest.or(end.earliest).or(start.latest);
    let (first, last) = (first.or(last)?, last.or(first)?);
    let days = TimeWindow::days_from_date;
    Some((days(first), days(last.max(first)) + 1.0))
}

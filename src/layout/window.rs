//! The visible stretch of time, as days on the civil calendar.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

const EPOCH: Date = date(1970, 1, 1);
/// A quarter of an hour: nothing finer is drawn.
const MIN_DAYS: f64 = 1.0 / 96.0;
/// About 20,000 years: all that a civil date can say.
const MAX_DAYS: f64 = 7_300_000.0;

/// Days since 1970-01-01 (civil, no time zone) from left to right edge. Every change returns a
/// new window.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimeWindow {
    /// At the left edge.
    pub start_days: f64,
    /// At the right edge; always after the start.
    pub end_days: f64,
}

impl Default for TimeWindow {
    /// The first day of the count.
    fn default() -> Self {
        Self::new(0.0, 1.0)
    }
}

impl TimeWindow {
    /// From one point in days to another, kept between a quarter of an hour and 20,000 years wide.
    pub fn new(start_days: f64, end_days: f64) -> Self {
        let width = (end_days - start_days).clamp(MIN_DAYS, MAX_DAYS);
        Self {
            start_days,
            end_days: start_days + width,
        }
    }

    /// The start of a day on the axis.
    pub fn days_from_date(day: Date) -> f64 {
        EPOCH
            .until(day)
            .map_or(0.0, |span| f64::from(span.get_days()))
    }

    /// The day that a point of the axis lies in, clamped to the calendar.
    pub fn date_from_days(days: f64) -> Date {
        let whole =
            jiff::Span::new().try_days(days.floor().clamp(-4_371_000.0, 2_932_000.0) as i64);
        let day = whole.and_then(|span| EPOCH.checked_add(span));
        day.unwrap_or(if days < 0.0 { Date::MIN } else { Date::MAX })
    }

    /// Width in days.
    pub fn width_days(self) -> f64 {
        self.end_days - self.start_days
    }

    /// Position of a point in time on a strip `width_px` wide that begins at 0.
    pub fn x_from_days(self, days: f64, width_px: f32) -> f64 {
        (days - self.start_days) / self.width_days() * f64::from(width_px)
    }

    /// Point in time at a position on a strip `width_px` wide that begins at 0.
    pub fn days_from_x(self, x_px: f64, width_px: f32) -> f64 {
        self.start_days + x_px / f64::from(width_px.max(1.0)) * self.width_days()
    }

    /// Moved by so many days.
    #[must_use]
    pub fn pan(self, days: f64) -> Self {
        Self::new(self.start_days + days, self.end_days + days)
    }

    /// Zoomed by `factor` (above 1 shows less time) with the point `at_days` staying in its place.
    #[must_use]
    pub fn zoom_at(self, at_days: f64, factor: f64) -> Self {
        let width = (self.width_days() / factor).clamp(MIN_DAYS, MAX_DAYS);
        let share = (at_days - self.start_days) / self.width_days();
        let start = at_days - share * width;
        Self::new(start, start + width)
    }
}

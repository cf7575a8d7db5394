//! A date as sure as its source: a range with four bounds, on the civil calendar.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// When something is, as four bounds: its start lies within `start`, its end within `end`.
///
/// A certain day has all four bounds alike. `13 to 24 June` has a certain start and a certain end.
/// `in June` (some day or days of it) has the whole month for both. A bound that is `None` is open.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct When {
    /// Earliest and latest day of the start.
    pub start: Bounds,
    /// Earliest and latest day of the end.
    pub end: Bounds,
    /// The calendar unit the words name.
    pub granularity: Granularity,
    /// `about`, `around`, `mid-`.
    pub approximate: bool,
}

/// The first and the last day that something can be on; `None` is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Bounds {
    /// First possible day.
    pub earliest: Option<Date>,
    /// Last possible day.
    pub latest: Option<Date>,
}

impl Bounds {
    /// Bounds that may each be open.
    pub fn new(earliest: Option<Date>, latest: Option<Date>) -> Self {
        Self { earliest, latest }
    }

    /// Exactly this day.
    pub fn on(day: Date) -> Self {
        Self::new(Some(day), Some(day))
    }

    /// Both days known and the same.
    pub fn is_certain(self) -> bool {
        self.earliest.is_some() && self.earliest == self.latest
    }
}

/// The calendar unit that a date's words name, the finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Granularity {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
}

impl When {
    /// A certain day.
    pub fn day(day: Date) -> Self {
        Self::period(day, day, Granularity::Day)
    }

    /// Certainly from `first` to `last`.
    pub fn period(first: Date, last: Date, granularity: Granularity) -> Self {
        Self {
            start: Bounds::on(first),
            end: Bounds::on(last.max(first)),
            granularity,
            approximate: false,
        }
    }

    /// Somewhere within `first..=last`; either may be open. `within(d, d)` is a certain day.
    pub fn within(first: Option<Date>, last: Option<Date>, granularity: Granularity) -> Self {
        Self {
            start: Bounds::new(first, last),
            end: Bounds::new(first, last),
            granularity,
            approximate: false,
        }
    }

    /// Some day or days of a month (1 to 12); none if there is no such month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        let last = last_day_of_month(first);
        Some(Self::within(Some(first), Some(last), Granularity::Month))
    }

    /// Some day or days of a year (-9999 to 9999, astronomical: 0 is 1 BCE).
    pub fn year(year: i16) -> Option<Self> {
        let first = Date::new(year, 1, 1).ok()?;
        let last = Date::new(year, 12, 31).ok()?;
        Some(Self::within(Some(first), Some(last), Granularity::Year))
    }

    /// On `day` or at some time before.
    pub fn on_or_before(day: Date) -> Self {
        Self::within(None, Some(day), Granularity::Day)
    }

    /// On `day` or at some time after.
    pub fn on_or_after(day: Date) -> Self {
        Self::within(Some(day), None, Granularity::Day)
    }

    /// The same, said to be approximate.
    #[must_use]
    pub fn approximately(self) -> Self {
        Self {
            approximate: true,
            ..self
        }
    }

    /// First day it can be on; `None` is open.
    pub fn earliest(&self) -> Option<Date> {
        self.start.earliest
    }

    /// Last day it can be on; `None` is open.
    pub fn latest(&self) -> Option<Date> {
        self.end.latest
    }

    /// The day, if it is one certain day.
    pub fn single_day(&self) -> Option<Date> {
        let day = self.start.earliest?;
        (self.start.is_certain() && self.end == self.start).then_some(day)
    }

    /// Whether start and end are both known to the day.
    pub fn is_certain(&self) -> bool {
        self.start.is_certain() && self.end.is_certain()
    }

    /// Whether it lies somewhere within its days, as against filling them.
    pub fn is_within(&self) -> bool {
        self.start == self.end
    }

    /// Whether both can be true of one thing: they share a day, an open end counting as unbounded.
    pub fn is_compatible(&self, other: &Self) -> bool {
        let first = self.earliest().max(other.earliest());
        let last = match (self.latest(), other.latest()) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        match (first, last) {
            (Some(first), Some(last)) => first <= last,
            _ => true,
        }
    }

    /// How many days it can lie in; `None` if an end is open.
    pub fn width_days(&self) -> Option<i64> {
        let days = self.earliest()?.until(self.latest()?).ok()?.get_days();
        Some(i64::from(days) + 1)
    }
}

/// The last day of the month that `day` is in.
pub fn last_day_of_month(day: Date) -> Date {
    day.last_of_month()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn bounds_of_common_dates() {
        let friday = When::day(date(2026, 2, 6));
        assert_eq!(friday.single_day(), Some(date(2026, 2, 6)));
        let june = When::month(2025, 6).expect("June");
        assert_eq!(june.width_days(), Some(30));
        assert!(june.is_within() && !june.is_certain());
        let war = When::period(date(2025, 6, 13), date(2025, 6, 24), Granularity::Day);
        assert!(war.is_certain() && !war.is_within());
        assert_eq!(When::month(2025, 13), None);
    }

    #[test]
    fn open_ends_are_unbounded() {
        let by = When::on_or_before(date(2026, 2, 3));
        let from = When::on_or_after(date(2026, 2, 6));
        let june = When::month(2025, 6).expect("June");
        assert!(by.is_compatible(&june) && !from.is_compatible(&june));
        assert!(!by.is_compatible(&from) && !from.is_compatible(&by));
    }
}

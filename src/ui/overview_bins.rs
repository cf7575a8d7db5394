//! Counts of events and mentions per day, week, month, year or more, for the strip over all time.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::layout::{Calendar, Events, TimeWindow};
use crate::model::{Kind, When};

/// A bar is at least so wide, with its gap.
const MIN_BAR_PX: f64 = 3.0;
/// From one label to the next.
const MIN_LABEL_PX: f64 = 64.0;

/// What one bar counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Days(i16),
    Months(i16),
    Years(i16),
}

/// Finest first; each begins on a whole multiple of itself.
const BAR_UNITS: [Unit; 8] = [
    Unit::Days(1),
    Unit::Days(7),
    Unit::Months(1),
    Unit::Months(3),
    Unit::Years(1),
    Unit::Years(10),
    Unit::Years(100),
    Unit::Years(1000),
];
const LABEL_UNITS: [Unit; 15] = [
    Unit::Days(1),
    Unit::Days(7),
    Unit::Days(14),
    Unit::Months(1),
    Unit::Months(2),
    Unit::Months(3),
    Unit::Months(6),
    Unit::Years(1),
    Unit::Years(2),
    Unit::Years(5),
    Unit::Years(10),
    Unit::Years(20),
    Unit::Years(50),
    Unit::Years(100),
    Unit::Years(1000),
];

/// One bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bin {
    /// Its first day.
    pub(super) start_days: f64,
    /// The first day after it.
    pub(super) end_days: f64,
    /// Events in it.
    pub(super) events: u32,
    /// Mentions in it.
    pub(super) mentions: u32,
    /// The kind of most of its events.
    pub(super) kind: Kind,
}

impl Unit {
    /// The finest of `units` that is at least `min_px` wide.
    fn fitting(units: &[Self], days_per_px: f64, min_px: f64) -> Self {
        let fits = |unit: &&Self| unit.days() >= days_per_px * min_px;
        let coarsest = Self::Years(1000);
        units.iter().find(fits).copied().unwrap_or(coarsest)
    }

    fn days(self) -> f64 {
        match self {
            Self::Days(n) => f64::from(n),
            Self::Months(n) => f64::from(n) * 30.0,
            Self::Years(n) => f64::from(n) * 365.0,
        }
    }

    /// The first day of the unit that `day` is in.
    fn floor(self, day: Date) -> Date {
        let floored = match self {
            Self::Days(n) => {
                // 1970-01-05, day 4 of the axis, was a Monday.
                let days = TimeWindow::days_from_date(day) as i64 - 4;
                let past = days.rem_euclid(i64::from(n));
                day.checked_sub(past.days())
            }
            Self::Months(n) => {
                let month = (i16::from(day.month()) - 1) / n * n + 1;
                Date::new(day.year(), month as i8, 1)
            }
            Self::Years(n) => Date::new(day.year().div_euclid(n) * n, 1, 1),
        };
        floored.unwrap_or(day)
    }

    /// The first day of the next unit; none at the end of the calendar.
    fn next(self, day: Date) -> Option<Date> {
        let step = match self {
            Self::Days(n) => i64::from(n).days(),
            Self::Months(n) => i64::from(n).months(),
            Self::Years(n) => i64::from(n).years(),
        };
        day.checked_add(step).ok()
    }
}

/// The bars of `events` on a strip of `width_px` that shows `span`, by time.
pub(super) fn bins(events: Events<'_>, span: TimeWindow, width_px: f32) -> Vec<Bin> {
    let days_per_px = span.width_days() / f64::from(width_px.max(1.0));
    let unit = Unit::fitting(&BAR_UNITS, days_per_px, MIN_BAR_PX);
    let mut tallies: BTreeMap<Date, Tally> = BTreeMap::new();
    for event in events.iter() {
        for start in event.when.iter().flat_map(|when| starts(when, unit)) {
            let tally = tallies.entry(start).or_default();
            *tally.kinds.entry(event.kind).or_default() += 1;
        }
        let dates = event.mentions.iter().filter_map(|m| m.when.as_ref());
        for start in dates.flat_map(|when| starts(when, unit)) {
            let tally = tallies.entry(start).or_default();
            tally.mentions += 1;
            tally.fallback = Some(event.kind);
        }
    }
    tallies
        .into_iter()
        .map(|(start, tally)| tally.bin(start, unit))
        .collect()
}

#[derive(Default)]
struct Tally {
    kinds: BTreeMap<Kind, u32>,
    mentions: u32,
    fallback: Option<Kind>,
}

impl Tally {
    fn bin(&self, start: Date, unit: Unit) -> Bin {
        let most = self.kinds.iter().rev().max_by_key(|(_, n)| **n);
        let kind = most.map(|(kind, _)| *kind).or(self.fallback);
        let start_days = TimeWindow::days_from_date(start);
        let end = unit.next(start).map(TimeWindow::days_from_date);
        Bin {
            start_days,
            end_days: end.unwrap_or(start_days + unit.days()),
            events: self.kinds.values().sum(),
            mentions: self.mentions,
            kind: kind.unwrap_or(Kind::Other),
        }
    }
}

/// The units that a date falls into: all that a certain period fills, one for a date that is only
/// known to lie within its days.
fn starts(when: &When, unit: Unit) -> Vec<Date> {
    const MOST: usize = 400;
    let (Some(first), Some(last)) = (when.earliest(), when.latest()) else {
        let known = when.earliest().or(when.latest());
        return known.map(|day| unit.floor(day)).into_iter().collect();
    };
    if when.is_within() {
        let middle = f64::midpoint(
            TimeWindow::days_from_date(first),
            TimeWindow::days_from_date(last),
        );
        return vec![unit.floor(TimeWindow::date_from_days(middle))];
    }
    let fills = |start: &Date| *start <= last;
    std::iter::successors(Some(unit.floor(first)), |start| unit.next(*start))
        .take_while(fills)
        .take(MOST)
        .collect()
}

/// Labels with their first day, far enough apart to be read.
pub(super) fn labels(
    span: TimeWindow,
    width_px: f32,
    calendar: &Calendar,
) -> Vec<(f64, String)> {
    let days_per_px = span.width_days() / f64::from(width_px.max(1.0));
    let unit = Unit::fitting(&LABEL_UNITS, days_per_px, MIN_LABEL_PX);
    let first = unit.floor(TimeWindow::date_from_days(span.start_days));
    let n_most = (f64::from(width_px) / MIN_LABEL_PX) as usize + 3;
    let mut found: Vec<(f64, String)> = Vec::new();
    for day in std::iter::successors(Some(first), |day| unit.next(*day)).take(n_most) {
        let at = TimeWindow::days_from_date(day);
        if (span.start_days..span.end_days).contains(&at) {
            let words = label(day, unit, found.is_empty(), calendar);
            found.push((at, words));
        }
    }
    found
}

fn label(day: Date, unit: Unit, is_first: bool, calendar: &Calendar) -> String {
    let with_year = is_first || day.month() == 1;
    match unit {
        Unit::Days(_) if is_first => calendar.day_of_year(day),
        Unit::Days(_) => calendar.day_of_month(day),
        Unit::Months(_) if with_year => calendar.month_of_year(day),
        Unit::Months(_) => calendar.month(day),
        Unit::Years(_) => calendar.year(day),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn days(day: Date) -> f64 {
        TimeWindow::days_from_date(day)
    }

    #[test]
    fn units_begin_where_calendars_do() {
        let day = date(2026, 2, 6);
        for (unit, first, next) in [
            (Unit::Days(1), date(2026, 2, 6), date(2026, 2, 7)),
            (Unit::Days(7), date(2026, 2, 2), date(2026, 2, 9)),
            (Unit::Months(1), date(2026, 2, 1), date(2026, 3, 1)),
            (Unit::Months(3), date(2026, 1, 1), date(2026, 4, 1)),
            (Unit::Years(1), date(2026, 1, 1), date(2027, 1, 1)),
            (Unit::Years(100), date(2000, 1, 1), date(2100, 1, 1)),
        ] {
            assert_eq!(unit.floor(day), first, "{unit:?}");
            assert_eq!(unit.next(first), Some(next), "{unit:?}");
        }
    }

    #[test]
    fn a_certain_period_fills_its_days_and_a_vague_one_counts_once() {
        let unit = Unit::Days(1);
        for (edtf, n_days) in [
            ("2025-06-13/2025-06-24", 12),
            ("2025-06", 1),
            ("2026-02-06", 1),
            ("2026-02-06/..", 1),
            ("../2026-02-03", 1),
        ] {
            let when = When::from_edtf(edtf).expect(edtf);
            assert_eq!(starts(&when, unit).len(), n_days, "{edtf}");
        }
    }

    #[test]
    fn labels_are_apart_and_name_the_year_once_a_year() {
        let span = TimeWindow::new(days(date(2025, 4, 20)), days(date(2026, 3, 10)));
        let found = labels(span, 700.0, Calendar::english());
        let words: Vec<&str> = found.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(words[0], "May 2025");
        assert!(words.contains(&"Jan 2026"), "{words:?}");
        let px = |at: f64| span.x_from_days(at, 700.0);
        let gaps = found.windows(2).map(|two| px(two[1].0) - px(two[0].0));
        assert!(gaps.into_iter().all(|gap| gap > 55.0));
    }

    #[test]
    fn all_of_the_calendar_has_labels() {
        let span = TimeWindow::new(days(Date::MIN), days(Date::MAX));
        let found = labels(span, 700.0, Calendar::english());
        assert!((5..40).contains(&found.len()), "{found:?}");
    }
}

//! Calendar periods: their days, their TIMEX3 value, their neighbours.

use jiff::Span as Length;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::slot::{Unit, season_code};
use crate::model::{Granularity, When};

/// A period of the calendar. Years are astronomical (0 is 1 BC).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    Day(Date),
    /// By its Monday.
    Week(Date),
    /// By its Saturday.
    Weekend(Date),
    Month(i16, i8),
    Quarter(i16, i8),
    Half(i16, i8),
    /// 0 spring to 3 winter. Winter runs from December into the next year.
    Season(i16, i8),
    Year(i16),
    /// By its first year.
    Decade(i16),
    /// By its first year, counted from 00.
    Century(i16),
}

impl Period {
    /// The period of `unit` that holds `day`.
    pub(super) fn holding(unit: Unit, day: Date) -> Option<Self> {
        let (year, month) = (day.year(), day.month());
        Some(match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day => {
                Self::Day(day)
            }
            Unit::Week | Unit::Fortnight => Self::Week(monday_of(day)?),
            Unit::Weekend => Self::Weekend(days_after(monday_of(day)?, 5)?),
            Unit::Month => Self::Month(year, month),
            Unit::Quarter => Self::Quarter(year, (month + 2) / 3),
            Unit::Half => Self::Half(year, (month + 5) / 6),
            Unit::Year | Unit::TwoYears => Self::Year(year),
            Unit::Decade | Unit::Generation => Self::Decade(year - year.rem_euclid(10)),
            Unit::Century | Unit::Millennium => Self::Century(year - year.rem_euclid(100)),
        })
    }

    /// The period `n` further on, or back.
    pub(super) fn moved(self, n: i32) -> Option<Self> {
        let n16 = i16::try_from(n).ok()?;
        Some(match self {
            Self::Day(day) => Self::Day(days_after(day, n)?),
            Self::Week(day) => Self::Week(days_after(day, n.checked_mul(7)?)?),
            Self::Weekend(day) => Self::Weekend(days_after(day, n.checked_mul(7)?)?),
            Self::Month(year, month) => {
                let (year, month) = carried(year, month, 12, n)?;
                Self::Month(year, month)
            }
            Self::Quarter(year, quarter) => {
                let (year, quarter) = carried(year, quarter, 4, n)?;
                Self::Quarter(year, quarter)
            }
            Self::Half(year, half) => {
                let (year, half) = carried(year, half, 2, n)?;
                Self::Half(year, half)
            }
            Self::Season(year, season) => Self::Season(year.checked_add(n16)?, season),
            Self::Year(year) => Self::Year(year.checked_add(n16)?),
            Self::Decade(year) => Self::Decade(year.checked_add(n16.checked_mul(10)?)?),
            Self::Century(year) => Self::Century(year.checked_add(n16.checked_mul(100)?)?),
        })
    }

    /// Its first and last day, if the calendar reaches so far.
    pub(super) fn days(self) -> Option<(Date, Date)> {
        let months = |year: i16, first: i8, n: i8| {
            let start = Date::new(year, first, 1).ok()?;
            let last = start.checked_add(Length::new().months(n - 1)).ok()?;
            Some((start, last.last_of_month()))
        };
        match self {
            Self::Day(day) => Some((day, day)),
            Self::Week(day) => Some((day, days_after(day, 6)?)),
            Self::Weekend(day) => Some((day, days_after(day, 1)?)),
            Self::Month(year, month) => months(year, month, 1),
            Self::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            Self::Half(year, half) => months(year, half * 6 - 5, 6),
            Self::Season(year, season) => months(year, season * 3 + 3, 3),
            Self::Year(year) => months(year, 1, 12),
            Self::Decade(year) => years(year, 10),
            Self::Century(year) => years(year, 100),
        }
    }

    /// The year it begins in.
    pub(super) fn year(self) -> i16 {
        match self {
            Self::Day(day) | Self::Week(day) | Self::Weekend(day) => day.year(),
            Self::Month(year, _)
            | Self::Quarter(year, _)
            | Self::Half(year, _)
            | Self::Season(year, _)
            | Self::Year(year)
            | Self::Decade(year)
            | Self::Century(year) => year,
        }
    }

    pub(super) fn granularity(self) -> Granularity {
        match self {
            Self::Day(_) => Granularity::Day,
            Self::Week(_) | Self::Weekend(_) => Granularity::Week,
            Self::Month(..) => Granularity::Month,
            Self::Quarter(..) => Granularity::Quarter,
            Self::Half(..) => Granularity::Half,
            Self::Season(..) => Granularity::Season,
            Self::Year(_) => Granularity::Year,
            Self::Decade(_) => Granularity::Decade,
            Self::Century(_) => Granularity::Century,
        }
    }

    /// Some day or days of it.
    pub(super) fn when(self) -> Option<When> {
        let (first, last) = self.days()?;
        Some(When::within(Some(first), Some(last), self.granularity()))
    }

    /// As TIMEX3 writes it.
    pub(super) fn value(self) -> String {
        match self {
            Self::Day(day) => {
                format!(
                    "{}-{:02}-{:02}",
                    year_value(day.year()),
                    day.month(),
                    day.day()
                )
            }
            Self::Week(day) => week_value(day),
            Self::Weekend(day) => format!("{}-WE", week_value(day)),
            Self::Month(year, month) => format!("{}-{month:02}", year_value(year)),
            Self::Quarter(year, quarter) => format!("{}-Q{quarter}", year_value(year)),
            Self::Half(year, half) => format!("{}-H{half}", year_value(year)),
            Self::Season(year, season) => {
                format!("{}-{}", year_value(year), season_code(i32::from(season)))
            }
            Self::Year(year) => year_value(year),
            Self::Decade(year) => shortened(year, 1) + "X",
            Self::Century(year) => shortened(year, 2) + "XX",
        }
    }
}

/// The day `n` days after `day`.
pub(super) fn days_after(day: Date, n: i32) -> Option<Date> {
    day.checked_add(Length::new().try_days(n).ok()?).ok()
}

/// The Monday of the week that holds `day`.
pub(super) fn monday_of(day: Date) -> Option<Date> {
    let since = i32::from(day.weekday().to_monday_zero_offset());
    days_after(day, -since)
}

/// The last day before `day` with this weekday, `day` itself included if `may_be_today`.
pub(super) fn last_weekday(day: Date, weekday: Weekday, may_be_today: bool) -> Option<Date> {
    let back = i32::from(weekday.until(day.weekday()));
    let back = if back == 0 && !may_be_today { 7 } else { back };
    days_after(day, -back)
}

/// The first day after `day` with this weekday, `day` itself included if `may_be_today`.
pub(super) fn next_weekday(day: Date, weekday: Weekday, may_be_today: bool) -> Option<Date> {
    let on = i32::from(day.weekday().until(weekday));
    let on = if on == 0 && !may_be_today { 7 } else { on };
    days_after(day, on)
}

/// A year as TIMEX3 writes it.
pub(super) fn year_value(year: i16) -> String {
    if year <= 0 {
        format!("BC{:04}", 1 - i32::from(year))
    } else {
        format!("{year:04}")
    }
}

fn week_value(day: Date) -> String {
    let week = ISOWeekDate::from(day);
    format!("{}-W{:02}", year_value(week.year()), week.week())
}

fn shortened(year: i16, n_digits: usize) -> String {
    let mut value = year_value(year);
    value.truncate(value.len().saturating_sub(n_digits));
    value
}

fn years(first: i16, n: i16) -> Option<(Date, Date)> {
    let start = Date::new(first, 1, 1).ok()?;
    let end = Date::new(first.checked_add(n - 1)?, 12, 31).ok()?;
    Some((start, end))
}

/// Moves the `part`-th of `per_year` parts of a year by `n`.
fn carried(year: i16, part: i8, per_year: i32, n: i32) -> Option<(i16, i8)> {
    let all = i32::from(year) * per_year + i32::from(part) - 1;
    let moved = all.checked_add(n)?;
    let year = i16::try_from(moved.div_euclid(per_year)).ok()?;
    let part = i8::try_from(moved.rem_euclid(per_year) + 1).ok()?;
    Some((year, part))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn values_and_neighbours() {
        let day = date(2026, 2, 3);
        for (unit, n, value) in [
            (Unit::Day, 3, "2026-02-06"),
            (Unit::Week, 0, "2026-W06"),
            (Unit::Weekend, -1, "2026-W05-WE"),
            (Unit::Month, -2, "2025-12"),
            (Unit::Quarter, -1, "2025-Q4"),
            (Unit::Half, 1, "2026-H2"),
            (Unit::Year, -1, "2025"),
            (Unit::Decade, -1, "201X"),
            (Unit::Century, -1, "19XX"),
            (Unit::Year, -2100, "BC0075"),
        ] {
            let period = Period::holding(unit, day).and_then(|period| period.moved(n));
            assert_eq!(period.map(Period::value).as_deref(), Some(value));
        }
        assert_eq!(
            Period::Season(2025, 3).days(),
            Some((date(2025, 12, 1), date(2026, 2, 28)))
        );
        assert_eq!(Period::Year(9000).moved(30_000), None);
    }

    #[test]
    fn weekdays_around_a_day() {
        let tuesday = date(2026, 2, 3);
        assert_eq!(
            last_weekday(tuesday, Weekday::Friday, true),
            Some(date(2026, 1, 30))
        );
        assert_eq!(
            next_weekday(tuesday, Weekday::Friday, true),
            Some(date(2026, 2, 6))
        );
        assert_eq!(last_weekday(tuesday, Weekday::Tuesday, true), Some(tuesday));
        assert_eq!(
            next_weekday(tuesday, Weekday::Tuesday, false),
            Some(date(2026, 2, 10))
        );
    }
}

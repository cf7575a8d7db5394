//! Steps of the calendar, from a minute to thousands of years, and what their ticks are called.

use jiff::civil::Date;

use super::{Calendar, TimeWindow};

/// The distance between two ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Minutes(i32),
    Hours(i32),
    Day,
    /// The first days of weeks.
    Week,
    Months(i8),
    Years(i32),
}

/// Fine steps with the coarse step above, the finest first.
pub(super) const LEVELS: &[(Step, Option<Step>)] = &[
    (Step::Minutes(1), Some(Step::Day)),
    (Step::Minutes(5), Some(Step::Day)),
    (Step::Minutes(15), Some(Step::Day)),
    (Step::Minutes(30), Some(Step::Day)),
    (Step::Hours(1), Some(Step::Day)),
    (Step::Hours(3), Some(Step::Day)),
    (Step::Hours(6), Some(Step::Day)),
    (Step::Hours(12), Some(Step::Day)),
    (Step::Day, Some(Step::Months(1))),
    (Step::Week, Some(Step::Months(1))),
    (Step::Months(1), Some(Step::Years(1))),
    (Step::Months(3), Some(Step::Years(1))),
    (Step::Years(1), Some(Step::Years(10))),
    (Step::Years(2), Some(Step::Years(10))),
    (Step::Years(5), Some(Step::Years(100))),
    (Step::Years(10), Some(Step::Years(100))),
    (Step::Years(20), Some(Step::Years(100))),
    (Step::Years(50), None),
    (Step::Years(100), None),
    (Step::Years(200), None),
    (Step::Years(500), None),
    (Step::Years(1000), None),
    (Step::Years(5000), None),
];

const MINUTES_A_DAY: f64 = 1440.0;

impl Step {
    /// The shortest distance of two ticks in days.
    pub(super) fn least_days(self) -> f64 {
        match self {
            Self::Minutes(n) => f64::from(n) / MINUTES_A_DAY,
            Self::Hours(n) => f64::from(n) / 24.0,
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Months(1) => 28.0,
            Self::Months(n) => f64::from(n) * 30.0,
            Self::Years(n) => f64::from(n) * 365.0,
        }
    }

    /// The labels of the fine level that are as wide as they come.
    pub(super) fn wide_labels(self, calendar: &Calendar) -> Vec<String> {
        let wide = match self {
            Self::Minutes(_) | Self::Hours(_) => "00:00",
            Self::Day => "28",
            Self::Week => calendar.widest_week(),
            Self::Months(_) => {
                let months = (1..=12).filter_map(|month| Date::new(2000, month, 1).ok());
                return months.map(|month| calendar.month(month)).collect();
            }
            Self::Years(n) if n < 100 => "2000",
            Self::Years(_) => return vec![calendar.year(Date::MIN)],
        };
        vec![wide.to_owned()]
    }

    /// Ticks from the last one at or before `start` to the first one after `end`.
    pub(super) fn ticks(self, start: f64, end: f64, calendar: &Calendar) -> Vec<f64> {
        let mut ticks = Vec::new();
        let mut at = self.floor(start, calendar);
        while let Some(days) = at {
            ticks.push(days);
            if days > end || ticks.len() > MAX_TICKS {
                break;
            }
            at = self.after(days).filter(|next| *next > days);
        }
        ticks
    }

    /// The last tick at or before a point.
    fn floor(self, days: f64, calendar: &Calendar) -> Option<f64> {
        let part = |n: f64| Some((days / n).floor() * n);
        let day = TimeWindow::date_from_days(days);
        let date = match self {
            Self::Minutes(n) => return part(f64::from(n) / MINUTES_A_DAY),
            Self::Hours(n) => return part(f64::from(n) / 24.0),
            Self::Day => return part(1.0),
            Self::Week => {
                let offset = calendar.week_offset_days();
                return Some(((days - offset) / 7.0).floor() * 7.0 + offset);
            }
            Self::Months(n) => Date::new(day.year(), (day.month() - 1) / n * n + 1, 1).ok(),
            Self::Years(n) => year_start(year_floor(i32::from(day.year()), n)),
        };
        date.map(TimeWindow::days_from_date)
    }

    /// The tick after one; none at the end of the calendar.
    fn after(self, days: f64) -> Option<f64> {
        let day = || TimeWindow::date_from_days(days + 0.5);
        let date = match self {
            Self::Week => return Some(days + 7.0),
            Self::Minutes(_) | Self::Hours(_) | Self::Day => {
                let step = self.least_days();
                return Some(((days / step).round() + 1.0) * step);
            }
            Self::Months(n) => day()
                .checked_add(jiff::Span::new().months(n))
                .ok()
                .map(Date::first_of_month),
            Self::Years(n) => year_start(year_after(i32::from(day().year()), n)),
        };
        date.map(TimeWindow::days_from_date)
    }

    /// What a tick of the fine level is called.
    pub(super) fn fine_label(self, days: f64, calendar: &Calendar) -> String {
        let day = TimeWindow::date_from_days(days + 1e-6);
        match self {
            Self::Minutes(_) | Self::Hours(_) => {
                let minutes = ((days - days.floor()) * MINUTES_A_DAY).round() as i64 % 1440;
                format!("{:02}:{:02}", minutes / 60, minutes % 60)
            }
            Self::Day => day.day().to_string(),
            Self::Week => calendar.week(day),
            Self::Months(_) => calendar.month(day),
            Self::Years(_) => calendar.year(day),
        }
    }

    /// What a tick of the coarse level is called, the longest form first.
    pub(super) fn coarse_labels(self, days: f64, calendar: &Calendar) -> Vec<String> {
        let day = TimeWindow::date_from_days(days + 1e-6);
        let year = i32::from(day.year());
        match self {
            Self::Day => calendar.days(day),
            Self::Months(_) => calendar.months(day),
            Self::Years(10) if year > 0 => calendar.decade(day, last_year(year, 10)),
            Self::Years(100) => calendar.century(day, last_year(year, 100)),
            _ => vec![calendar.year(day)],
        }
    }
}

/// More ticks than any screen has room for.
const MAX_TICKS: usize = 2000;

/// The last year at or before `year` that begins a step of `n`: round years CE, round years BCE.
fn year_floor(year: i32, n: i32) -> i32 {
    if year >= n || n == 1 {
        return year.div_euclid(n) * n;
    }
    // Astronomical 1 - b is b BCE; the first steps CE begin with year 1.
    if year >= 1 {
        return 1;
    }
    1 - (1 - year + n - 1).div_euclid(n) * n
}

fn year_after(year: i32, n: i32) -> i32 {
    if n == 1 {
        return year + 1;
    }
    match year {
        1.. => (year.div_euclid(n) + 1) * n,
        _ if year + n > 0 => 1,
        _ => year + n,
    }
}

/// In the last year of the step that a year begins.
fn last_year(year: i32, n: i32) -> Date {
    year_start(year_after(year, n) - 1).unwrap_or(Date::MAX)
}

fn year_start(year: i32) -> Option<Date> {
    let year = i16::try_from(year).ok()?;
    Date::new(year.max(-9999), 1, 1).ok()
}

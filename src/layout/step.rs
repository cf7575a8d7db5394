//! Steps of the calendar, from a minute to a thousand years, and what their ticks are called.

use jiff::civil::{Date, Weekday};

use super::TimeWindow;

/// The distance between two ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Minutes(i32),
    Hours(i32),
    Day,
    /// Mondays.
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

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
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

    /// The widest label of the fine level.
    pub(super) fn widest_label(self) -> &'static str {
        match self {
            Self::Minutes(_) | Self::Hours(_) => "00:00",
            Self::Day | Self::Week => "28",
            Self::Months(_) => "May",
            Self::Years(n) if n < 100 => "2000",
            Self::Years(_) => "10000 BCE",
        }
    }

    /// Ticks from the last one at or before `start` to the first one after `end`.
    pub(super) fn ticks(self, start: f64, end: f64) -> Vec<f64> {
        let mut ticks = Vec::new();
        let mut at = self.floor(start);
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
    fn floor(self, days: f64) -> Option<f64> {
        let part = |n: f64| Some((days / n).floor() * n);
        let day = TimeWindow::date_from_days(days);
        let date = match self {
            Self::Minutes(n) => return part(f64::from(n) / MINUTES_A_DAY),
            Self::Hours(n) => return part(f64::from(n) / 24.0),
            Self::Day => return part(1.0),
            // The first Monday of the count is its fifth day.
            Self::Week => return Some(((days - 4.0) / 7.0).floor() * 7.0 + 4.0),
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
    pub(super) fn fine_label(self, days: f64) -> String {
        let day = TimeWindow::date_from_days(days + 1e-6);
        match self {
            Self::Minutes(_) | Self::Hours(_) => {
                let minutes = ((days - days.floor()) * MINUTES_A_DAY).round() as i64 % 1440;
                format!("{:02}:{:02}", minutes / 60, minutes % 60)
            }
            Self::Day | Self::Week => day.day().to_string(),
            Self::Months(_) => month(day).get(..3).unwrap_or("").to_owned(),
            Self::Years(_) => year_words(i32::from(day.year())),
        }
    }

    /// What a tick of the coarse level is called, the longest form first.
    pub(super) fn coarse_labels(self, days: f64) -> Vec<String> {
        let day = TimeWindow::date_from_days(days + 1e-6);
        let year = year_words(i32::from(day.year()));
        match self {
            Self::Day => {
                let (weekday, month, n) = (weekday(day), month(day), day.day());
                let short = month.get(..3).unwrap_or("");
                let short_weekday = weekday.get(..3).unwrap_or("");
                vec![
                    format!("{weekday} {n} {month} {year}"),
                    format!("{short_weekday} {n} {short} {year}"),
                    format!("{n} {short}"),
                ]
            }
            Self::Months(_) => {
                let short = month(day).get(..3).unwrap_or("");
                vec![
                    format!("{} {year}", month(day)),
                    format!("{short} {year}"),
                    short.to_owned(),
                ]
            }
            Self::Years(10) if day.year() > 0 => vec![format!("{year}s")],
            Self::Years(100) => {
                let century = century_words(i32::from(day.year()));
                vec![format!("{century} century"), century]
            }
            _ => vec![year],
        }
    }
}

/// More ticks than any screen has room for.
const MAX_TICKS: usize = 2000;

fn month(day: Date) -> &'static str {
    let at = usize::try_from(day.month() - 1).ok();
    at.and_then(|at| MONTHS.get(at)).copied().unwrap_or("")
}

fn weekday(day: Date) -> &'static str {
    let at = match day.weekday() {
        Weekday::Monday => 0,
        Weekday::Tuesday => 1,
        Weekday::Wednesday => 2,
        Weekday::Thursday => 3,
        Weekday::Friday => 4,
        Weekday::Saturday => 5,
        Weekday::Sunday => 6,
    };
    WEEKDAYS.get(at).copied().unwrap_or("")
}

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

fn year_start(year: i32) -> Option<Date> {
    let year = i16::try_from(year).ok()?;
    Date::new(year.max(-9999), 1, 1).ok()
}

fn year_words(year: i32) -> String {
    if year > 0 {
        year.to_string()
    } else {
        format!("{} BCE", 1 - year)
    }
}

/// The century that begins with (or just after) a year.
fn century_words(year: i32) -> String {
    let (number, era) = if year > 0 {
        (year / 100 + 1, "")
    } else {
        ((1 - year).max(1).div_euclid(100).max(1), " BCE")
    };
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}{era}")
}

//! Dates in the Extended Date/Time Format (ISO 8601-2:2019), written and read.
//!
//! What lies somewhere within a range that is no calendar unit is written as one of a set
//! (`[2026-02-02..2026-02-08]`), what fills a range as an interval (`2025-06-13/2025-06-24`), and
//! what is open on one side as an open interval (`2026-02-06/..`). `~` says approximate.

use jiff::civil::Date;

use super::{Bounds, Granularity, When};

const SEASON_CODE: i8 = 20; // 21 spring to 24 winter
const QUARTER_CODE: i8 = 32; // 33 to 36
const HALF_CODE: i8 = 39; // 40 and 41

impl When {
    /// The date in EDTF.
    pub fn to_edtf(&self) -> String {
        let approximate = if self.approximate { "~" } else { "" };
        if self.start.is_certain() && self.start == self.end {
            return format!("{}{approximate}", bound(self.start.earliest));
        }
        if let Some(unit) = self.calendar_unit() {
            return format!("{unit}{approximate}");
        }
        match (self.earliest(), self.latest()) {
            (Some(first), Some(last)) if self.is_within() => {
                format!("[{first}{approximate}..{last}{approximate}]")
            }
            (first, last) => {
                let mark = |day: Option<Date>| if day.is_some() { approximate } else { "" };
                let (from, to) = (bound(first), bound(last));
                format!("{from}{}/{to}{}", mark(first), mark(last))
            }
        }
    }

    /// Reads the forms that [`When::to_edtf`] writes and the plain dates a reader types:
    /// `2026`, `2026-02`, `2026-02-06`, seasons, quarters, `201X`, `19XX`, `A/B`, `../B`, `A/..`,
    /// `[A..B]`, each with `~`. None for anything else.
    pub fn from_edtf(edtf: &str) -> Option<Self> {
        let edtf = edtf.trim();
        if let Some((from, to)) = edtf.split_once('/') {
            return interval(from, to);
        }
        if let Some(set) = edtf
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            let (from, to) = set.split_once("..")?;
            let (from, to) = (side(from)?, side(to)?);
            let approximate = [&from, &to]
                .iter()
                .any(|s| s.as_ref().is_some_and(|w| w.approximate));
            let first = from.and_then(|when| when.earliest());
            let last = to.and_then(|when| when.latest());
            let when = Self::within(first, last, Granularity::Day);
            return (is_ordered(&when)).then_some(Self {
                approximate,
                ..when
            });
        }
        unit(edtf)
    }

    /// The calendar unit it lies within, as EDTF, if its days are just that unit's.
    fn calendar_unit(&self) -> Option<String> {
        let (first, last) = (self.earliest()?, self.latest()?);
        if !self.is_within() {
            return None;
        }
        let year = edtf_year(first.year());
        let text = match self.granularity {
            Granularity::Month => format!("{year}-{:02}", first.month()),
            Granularity::Quarter => {
                format!("{year}-{}", QUARTER_CODE + (first.month() + 2) / 3)
            }
            Granularity::Half => format!("{year}-{}", HALF_CODE + (first.month() + 5) / 6),
            Granularity::Season => format!("{year}-{}", SEASON_CODE + first.month() / 3),
            Granularity::Year => year,
            Granularity::Decade if first.year() >= 0 => format!("{}X", &year[..3]),
            Granularity::Century if first.year() >= 0 => format!("{}XX", &year[..2]),
            _ => return None,
        };
        let same = unit(&text)?;
        ((same.earliest(), same.latest()) == (Some(first), Some(last))).then_some(text)
    }
}

fn bound(day: Option<Date>) -> String {
    day.map_or_else(
        || "..".to_owned(),
        |day| {
            format!(
                "{}-{:02}-{:02}",
                edtf_year(day.year()),
                day.month(),
                day.day()
            )
        },
    )
}

fn edtf_year(year: i16) -> String {
    if year < 0 {
        format!("-{:04}", year.unsigned_abs())
    } else {
        format!("{year:04}")
    }
}

fn interval(from: &str, to: &str) -> Option<When> {
    let (from, to) = (side(from)?, side(to)?);
    let when = match (&from, &to) {
        (None, None) => return None,
        (Some(from), None) => When::within(from.earliest(), None, from.granularity),
        (None, Some(to)) => When::within(None, to.latest(), to.granularity),
        (Some(from), Some(to)) => When {
            start: from.start,
            end: to.end,
            granularity: from.granularity.min(to.granularity),
            approximate: false,
        },
    };
    let approximate = [&from, &to]
        .iter()
        .any(|s| s.as_ref().is_some_and(|w| w.approximate));
    is_ordered(&when).then_some(When {
        approximate,
        ..when
    })
}

fn is_ordered(when: &When) -> bool {
    match (when.earliest(), when.latest()) {
        (Some(first), Some(last)) => first <= last,
        (first, last) => first.is_some() || last.is_some(),
    }
}

/// One side of a range: `Some(None)` if open, `None` if unreadable.
#[expect(
    clippy::option_option,
    reason = "open and unreadable are two different things"
)]
fn side(text: &str) -> Option<Option<When>> {
    match text.trim() {
        "" | ".." => Some(None),
        text => unit(text).map(Some),
    }
}

fn unit(text: &str) -> Option<When> {
    let (text, approximate) = match text.strip_suffix(['~', '%', '?']) {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut parts = digits.split('-');
    let year = parts.next()?;
    let when = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => year_or_coarser(year, negative)?,
        (Some(month), None, _) => month_or_part(signed(year, negative)?, two(month)?)?,
        (Some(month), Some(day), None) => {
            let date = Date::new(signed(year, negative)?, two(month)?, two(day)?);
            When::day(date.ok()?)
        }
        _ => return None,
    };
    Some(When {
        approximate,
        ..when
    })
}

fn year_or_coarser(year: &str, negative: bool) -> Option<When> {
    let years = match year.find('X') {
        None => return When::year(signed(year, negative)?),
        Some(3) if year.ends_with('X') => 10,
        Some(2) if year.ends_with("XX") => 100,
        _ => return None,
    };
    let first: i16 = year
        .replace('X', "0")
        .parse()
        .ok()
        .filter(|_| !negative && year.len() == 4)?;
    let granularity = if years == 10 {
        Granularity::Decade
    } else {
        Granularity::Century
    };
    let first_day = Date::new(first, 1, 1).ok()?;
    let last_day = Date::new(first + years - 1, 12, 31).ok()?;
    Some(When::within(Some(first_day), Some(last_day), granularity))
}

fn month_or_part(year: i16, code: i8) -> Option<When> {
    let (first_month, n_months, granularity) = match code {
        1..=12 => return When::month(year, code),
        21..=24 => ((code - SEASON_CODE) * 3, 3, Granularity::Season),
        33..=36 => ((code - QUARTER_CODE) * 3 - 2, 3, Granularity::Quarter),
        40..=41 => ((code - HALF_CODE) * 6 - 5, 6, Granularity::Half),
        _ => return None,
    };
    let first = Date::new(year, first_month, 1).ok()?;
    let last_month = first
        .checked_add(jiff::Span::new().months(n_months - 1))
        .ok()?;
    Some(When {
        start: Bounds::new(Some(first), Some(last_month.last_of_month())),
        end: Bounds::new(Some(first), Some(last_month.last_of_month())),
        granularity,
        approximate: false,
    })
}

fn signed(year: &str, negative: bool) -> Option<i16> {
    let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    let year: i16 = year.parse().ok().filter(|_| is_year)?;
    Some(if negative { -year } else { year })
}

fn two(text: &str) -> Option<i8> {
    text.parse()
        .ok()
        .filter(|_| text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edtf_is_written_as_it_is_read() {
        for edtf in [
            "2026-02-06",
            "2026-02",
            "2026",
            "2026~",
            "202X",
            "19XX",
            "2026-22",
            "2026-24",
            "2026-34",
            "2026-41",
            "2025-06-13/2025-06-24",
            "2026-02-06/..",
            "../2026-02-03",
            "-0043",
            "[2026-02-02..2026-02-08]",
            "[2026-02-11~..2026-02-20~]",
            "-0043-03-15",
        ] {
            let when = When::from_edtf(edtf).unwrap_or_else(|| panic!("{edtf} is not read"));
            assert_eq!(when.to_edtf(), edtf);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "..",
            "../..",
            "2026-02-31",
            "2026-13",
            "26",
            "2026-2-3",
            "Friday",
            "2026-02-06/2026-02-01",
            "X026",
            "2026-02-06-07",
        ] {
            assert_eq!(When::from_edtf(text), None, "{text}");
        }
    }
}

//! Dates in words, for headings, tooltips and notes.

use jiff::civil::{Date, Weekday};

use super::{Granularity, When};

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
const SEASONS: [&str; 5] = ["winter", "spring", "summer", "autumn", "winter"];
const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];

impl When {
    /// The date as a reader would say it: `Friday 6 February 2026, at the earliest`.
    pub fn in_words(&self) -> String {
        let words = self.exact_words();
        if self.approximate {
            format!("about {words}")
        } else {
            words
        }
    }

    /// The date in as few words as fit a label or a list: `6 Feb 2026`, `13–24 Jun 2025`.
    pub fn in_short(&self) -> String {
        let about = if self.approximate { "c. " } else { "" };
        let words = match (self.earliest(), self.latest()) {
            (Some(first), Some(last)) if first == last => short_day(first),
            (Some(first), Some(last)) => match self.granularity {
                Granularity::Month if self.is_within() => {
                    format!("{} {}", short_month(first), first.year())
                }
                granularity if granularity >= Granularity::Quarter && self.is_within() => {
                    unit_words(granularity, first)
                }
                _ => range_words(first, last, short_month),
            },
            (Some(first), None) => format!("from {}", short_day(first)),
            (None, Some(last)) => format!("by {}", short_day(last)),
            (None, None) => "undated".to_owned(),
        };
        format!("{about}{words}")
    }

    fn exact_words(&self) -> String {
        match (self.earliest(), self.latest()) {
            (None, None) => "undated".to_owned(),
            (Some(first), None) => format!("{}, at the earliest", long_day(first)),
            (None, Some(last)) => format!("on or before {}", long_day(last)),
            (Some(first), Some(last)) if first == last => long_day(first),
            (Some(first), Some(last)) if !self.is_within() => {
                range_words(first, last, long_month)
            }
            (Some(first), Some(last)) => match self.granularity {
                Granularity::Minute | Granularity::Hour | Granularity::Day => {
                    format!(
                        "between {}",
                        range_words(first, last, long_month)
                            .replace(" – ", " and ")
                            .replace('–', " and ")
                    )
                }
                granularity => unit_words(granularity, first),
            },
        }
    }
}

fn unit_words(granularity: Granularity, first: Date) -> String {
    let year = year_words(first.year());
    match granularity {
        Granularity::Week => {
            format!("the week of {} {} {year}", first.day(), long_month(first))
        }
        Granularity::Month => format!("{} {year}", long_month(first)),
        Granularity::Quarter => {
            format!("{} quarter of {year}", ordinal((first.month() - 1) / 3))
        }
        Granularity::Half => format!("{} half of {year}", ordinal((first.month() - 1) / 6)),
        Granularity::Season => {
            let season = usize::try_from(first.month() / 3)
                .ok()
                .and_then(|n| SEASONS.get(n));
            format!("{} {year}", season.unwrap_or(&"season"))
        }
        Granularity::Decade | Granularity::Century => format!("the {}s", first.year()),
        _ => year,
    }
}

fn ordinal(index: i8) -> &'static str {
    usize::try_from(index)
        .ok()
        .and_then(|n| ORDINALS.get(n))
        .copied()
        .unwrap_or("last")
}

fn range_words(first: Date, last: Date, month: fn(Date) -> &'static str) -> String {
    let (from_year, to_year) = (year_words(first.year()), year_words(last.year()));
    if first.year() != last.year() {
        return format!(
            "{} {} {from_year} – {} {} {to_year}",
            first.day(),
            month(first),
            last.day(),
            month(last)
        );
    }
    if first.month() != last.month() {
        return format!(
            "{} {} – {} {} {to_year}",
            first.day(),
            month(first),
            last.day(),
            month(last)
        );
    }
    format!("{}–{} {} {to_year}", first.day(), last.day(), month(last))
}

fn long_day(day: Date) -> String {
    let weekday = match day.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    };
    format!(
        "{weekday} {} {} {}",
        day.day(),
        long_month(day),
        year_words(day.year())
    )
}

fn short_day(day: Date) -> String {
    format!(
        "{} {} {}",
        day.day(),
        short_month(day),
        year_words(day.year())
    )
}

fn long_month(day: Date) -> &'static str {
    usize::try_from(day.month() - 1)
        .ok()
        .and_then(|n| MONTHS.get(n))
        .copied()
        .unwrap_or("")
}

fn short_month(day: Date) -> &'static str {
    long_month(day).get(..3).unwrap_or("")
}

/// A year, with BCE for the years before 1 (year 0 is 1 BCE).
fn year_words(year: i16) -> String {
    if year > 0 {
        year.to_string()
    } else {
        format!("{} BCE", 1 - i32::from(year))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_well() {
        for (edtf, long, short) in [
            ("2026-02-06", "Friday 6 February 2026", "6 Feb 2026"),
            (
                "2026-02-06/..",
                "Friday 6 February 2026, at the earliest",
                "from 6 Feb 2026",
            ),
            (
                "../2026-02-03",
                "on or before Tuesday 3 February 2026",
                "by 3 Feb 2026",
            ),
            ("2025-06-13/2025-06-24", "13–24 June 2025", "13–24 Jun 2025"),
            (
                "[2026-02-02..2026-02-08]",
                "between 2 and 8 February 2026",
                "2–8 Feb 2026",
            ),
            (
                "2025-12-30/2026-01-02",
                "30 December 2025 – 2 January 2026",
                "30 Dec 2025 – 2 Jan 2026",
            ),
            (
                "[2025-12-30..2026-01-02]",
                "between 30 December 2025 and 2 January 2026",
                "30 Dec 2025 – 2 Jan 2026",
            ),
            ("2025-06", "June 2025", "Jun 2025"),
            ("2025-06~", "about June 2025", "c. Jun 2025"),
            ("2026-24", "winter 2026", "winter 2026"),
            (
                "2026-34",
                "second quarter of 2026",
                "second quarter of 2026",
            ),
            ("201X", "the 2010s", "the 2010s"),
            ("-0043", "44 BCE", "44 BCE"),
        ] {
            let when = When::from_edtf(edtf).expect(edtf);
            assert_eq!(
                (when.in_words().as_str(), when.in_short().as_str()),
                (long, short)
            );
        }
    }
}

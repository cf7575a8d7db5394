//! Days that come round by another calendar than the civil one: Islamic, Jewish, Chinese, Persian
//! and, by the new moon, Hindu feasts.

use icu_calendar::cal::hijri::UmmAlQura;
use icu_calendar::cal::{ChineseTraditional, Hebrew, Hijri, Iso, Persian};
use icu_calendar::types::{Month, RataDie};
use icu_calendar::{AsCalendar, Date as Dated};
use jiff::civil::Date;
use serde::Deserialize;

use super::period::days_after;

/// A moon cycle has no more days.
const LONGEST_MOON_DAYS: i32 = 30;

/// A calendar that ICU knows.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Era {
    Islamic,
    Jewish,
    Chinese,
    Persian,
}

/// The first day in a civil year that has this month and day in another calendar.
pub(super) fn day_in(era: Era, month: u8, day: u8, year: i16) -> Option<Date> {
    match era {
        Era::Islamic => found(Hijri::<UmmAlQura>::new_umm_al_qura(), month, day, year),
        Era::Jewish => found(Hebrew, month, day, year),
        Era::Chinese => found(ChineseTraditional::new(), month, day, year),
        Era::Persian => found(Persian, month, day, year),
    }
}

/// The day of the first new moon on or after a day, as the Chinese months have it.
pub(super) fn new_moon_after(day: Date) -> Option<Date> {
    (0..=LONGEST_MOON_DAYS)
        .filter_map(|n| days_after(day, n))
        .find(|day| {
            let of_moon = dated(*day).map(|day| day.to_calendar(ChineseTraditional::new()));
            of_moon.is_some_and(|day| day.day_of_month().0 == 1)
        })
}

/// A year of the calendar begins within a civil year, so the feast is in that one or the next.
fn found<C: AsCalendar + Copy>(calendar: C, month: u8, day: u8, year: i16) -> Option<Date> {
    let first = dated(Date::new(year, 1, 1).ok()?)?.to_calendar(calendar);
    let era_year = first.year().extended_year();
    (0..=1)
        .filter_map(|n| {
            let date =
                Dated::try_new((era_year + n).into(), Month::new(month), day, calendar).ok()?;
            civil(date.to_rata_die())
        })
        .find(|date| date.year() == year)
}

fn dated(day: Date) -> Option<Dated<Iso>> {
    let (month, n) = (u8::try_from(day.month()), u8::try_from(day.day()));
    Dated::try_new_iso(i32::from(day.year()), month.ok()?, n.ok()?).ok()
}

/// The civil day of a day that is counted from 1 January of the year 1.
fn civil(day: RataDie) -> Option<Date> {
    let n_days = day.to_i64_date().checked_sub(1)?;
    days_after(Date::constant(1, 1, 1), i32::try_from(n_days).ok()?)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn feasts_are_on_their_days() {
        for (era, month, day, expected) in [
            (Era::Islamic, 9, 1, date(2024, 3, 11)),
            (Era::Islamic, 10, 1, date(2023, 4, 21)),
            (Era::Jewish, 1, 1, date(2025, 9, 23)),
            (Era::Jewish, 7, 15, date(2024, 4, 23)),
            (Era::Jewish, 6, 14, date(2024, 3, 24)),
            (Era::Chinese, 1, 1, date(2026, 2, 17)),
            (Era::Chinese, 8, 15, date(2025, 10, 6)),
            (Era::Persian, 1, 1, date(2025, 3, 21)),
        ] {
            let year = expected.year();
            assert_eq!(
                day_in(era, month, day, year),
                Some(expected),
                "{era:?} {month}"
            );
        }
        assert_eq!(new_moon_after(date(2025, 10, 18)), Some(date(2025, 10, 21)));
    }
}

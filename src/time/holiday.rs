//! Days with a name, from a language's `holidays.toml`.

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use super::feast::{Era, day_in, new_moon_after};
use super::period::days_after;
use crate::model::{Granularity, When};

#[derive(Deserialize)]
struct HolidayFile {
    holiday: Vec<Holiday>,
}

/// The named days of a language.
#[derive(Default)]
pub(super) struct Holidays {
    all: Vec<Holiday>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    names: Vec<String>,
    day: Option<String>,
    nth: Option<(i8, i8, i8)>,
    easter: Option<i32>,
    calendar: Option<(Era, u8, u8)>,
    new_moon: Option<(String, i32)>,
    #[serde(default)]
    days: i32,
    /// Those who see the moon decide: a day sooner or later.
    #[serde(default)]
    about: bool,
}

impl Holidays {
    pub(super) fn read(source: &str) -> Self {
        let file = toml::from_str::<HolidayFile>(source);
        Self {
            all: file.map_or_else(|_| Vec::new(), |file| file.holiday),
        }
    }

    /// All names with the number of their holiday.
    pub(super) fn names(&self) -> impl Iterator<Item = (usize, &str)> {
        self.all.iter().enumerate().flat_map(|(index, holiday)| {
            holiday.names.iter().map(move |name| (index, name.as_str()))
        })
    }

    /// The day of a holiday in a year.
    pub(super) fn day_of(&self, holiday: i32, year: i16) -> Option<Date> {
        let holiday = self.all.get(usize::try_from(holiday).ok()?)?;
        if let Some(day) = &holiday.day {
            return format!("{year:04}-{day}").parse().ok();
        }
        if let Some(days) = holiday.easter {
            return days_after(easter(year)?, days);
        }
        if let Some((era, month, day)) = holiday.calendar {
            return day_in(era, month, day, year);
        }
        if let Some((from, days)) = &holiday.new_moon {
            let from = format!("{year:04}-{from}").parse().ok()?;
            return days_after(new_moon_after(from)?, *days);
        }
        let (month, weekday, nth) = holiday.nth?;
        let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
        Date::new(year, month, 1)
            .ok()?
            .nth_weekday_of_month(nth, weekday)
            .ok()
    }

    /// All days of a holiday that begins on `first`, where it has more than one or is not sure.
    pub(super) fn days_from(&self, holiday: i32, first: Date) -> Option<When> {
        let holiday = self.all.get(usize::try_from(holiday).ok()?)?;
        if holiday.days == 0 && !holiday.about {
            return None;
        }
        let last = days_after(first, (holiday.days - 1).max(0))?;
        let when = When::within(Some(first), Some(last), Granularity::Day);
        Some(if holiday.about {
            when.approximately()
        } else {
            when
        })
    }

    /// The month and day of a holiday that has the same in every year.
    pub(super) fn fixed_day(&self, holiday: i32) -> Option<&str> {
        self.all.get(usize::try_from(holiday).ok()?)?.day.as_deref()
    }
}

/// Easter Sunday in the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let golden = y.rem_euclid(19);
    let (century, rest) = (y.div_euclid(100), y.rem_euclid(100));
    let correction = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let moon = correction
        - (correction / 28)
            * (1 - (correction / 28) * (29 / (correction + 1)) * ((21 - golden) / 11));
    let weekday = (y + rest / 100 + y / 4 + moon + 2 - century + century / 4) % 7;
    let offset = moon - weekday;
    let month = 3 + (offset + 40) / 44;
    let day = offset + 28 - 31 * (month / 4);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn easter_is_found() {
        for day in [
            date(1818, 3, 22),
            date(1999, 4, 4),
            date(2000, 4, 23),
            date(2024, 3, 31),
            date(2026, 4, 5),
            date(2038, 4, 25),
        ] {
            assert_eq!(easter(day.year()), Some(day));
        }
    }

    #[test]
    fn hindu_feasts_go_by_the_new_moon() {
        let holidays = Holidays::read(include_str!("../../assets/lang/en/time/holidays.toml"));
        let day = |name: &str, year| {
            let (index, _) = holidays.names().find(|(_, known)| *known == name)?;
            holidays.day_of(i32::try_from(index).ok()?, year)
        };
        for expected in [
            date(2017, 10, 19),
            date(2020, 11, 14),
            date(2023, 11, 12),
            date(2025, 10, 20),
        ] {
            assert_eq!(day("diwali", expected.year()), Some(expected));
        }
        assert_eq!(day("holi", 2024), Some(date(2024, 3, 25)));
    }

    #[test]
    fn every_holiday_has_a_day() {
        for source in [
            include_str!("../../assets/lang/en/time/holidays.toml"),
            include_str!("../../assets/lang/de/time/holidays.toml"),
        ] {
            let holidays = Holidays::read(source);
            assert!(holidays.names().count() > 10);
            for (index, name) in holidays.names() {
                let index = i32::try_from(index).expect(name);
                for year in 1980..2060 {
                    assert!(holidays.day_of(index, year).is_some(), "{name} {year}");
                }
            }
        }
    }
}

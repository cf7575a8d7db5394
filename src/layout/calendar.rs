//! How the calendar is named and counted: in English or in the words of a place, by days or by weeks.

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use super::calendar_english as english;
use super::calendar_local::Local;

/// How a reader wants the calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CalendarChoice {
    /// Whose names of months and days.
    pub names: CalendarNames,
    /// The day that weeks begin with; that of ISO weeks is always Monday.
    pub week_start: WeekStart,
    /// Weeks are numbered as ISO 8601 does.
    pub has_iso_weeks: bool,
}

/// Whose names of months and days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CalendarNames {
    /// Those of the system's language.
    #[default]
    System,
    /// English ones.
    English,
}

/// The day that weeks begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WeekStart {
    /// As usual in the system's region.
    #[default]
    System,
    /// Monday.
    Monday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

/// The names of a calendar, and how its weeks are counted.
#[derive(Debug)]
pub struct Calendar {
    /// None for English.
    local: Option<Box<Local>>,
    first_weekday: Weekday,
    has_iso_weeks: bool,
}

const ENGLISH: Calendar = Calendar {
    local: None,
    first_weekday: Weekday::Monday,
    has_iso_weeks: false,
};

impl Default for Calendar {
    /// English, weeks from Monday on.
    fn default() -> Self {
        ENGLISH
    }
}

impl Calendar {
    /// The calendar of a choice in a place (`de-CH`); English where the place is not known, or where
    /// its words need letters that the bundled face lacks.
    pub fn new(choice: CalendarChoice, place: Option<&str>) -> Self {
        let locale = place.and_then(|place| place.parse().ok());
        let usual = locale.as_ref().and_then(Local::first_weekday);
        Self {
            local: (locale.as_ref())
                .filter(|_| choice.names == CalendarNames::System)
                .and_then(Local::new)
                .map(Box::new),
            first_weekday: match choice.week_start {
                _ if choice.has_iso_weeks => Weekday::Monday,
                WeekStart::System => usual.unwrap_or(Weekday::Monday),
                WeekStart::Monday => Weekday::Monday,
                WeekStart::Saturday => Weekday::Saturday,
                WeekStart::Sunday => Weekday::Sunday,
            },
            has_iso_weeks: choice.has_iso_weeks,
        }
    }

    /// English, weeks from Monday on.
    pub fn english() -> &'static Self {
        static BUNDLED: Calendar = ENGLISH;
        &BUNDLED
    }

    /// `Feb`.
    pub fn month(&self, day: Date) -> String {
        match &self.local {
            Some(local) => local.month(day),
            None => english::short_month(day).to_owned(),
        }
    }

    /// `Feb 2026`.
    pub fn month_of_year(&self, day: Date) -> String {
        match &self.local {
            Some(local) => local.month_of_year(day),
            None => format!("{} {}", english::short_month(day), self.year(day)),
        }
    }

    /// `February 2026`, and shorter.
    pub(super) fn months(&self, day: Date) -> Vec<String> {
        match &self.local {
            Some(local) => local.months(day),
            None => english::months(day),
        }
    }

    /// `Friday 6 February 2026`, and shorter.
    pub(super) fn days(&self, day: Date) -> Vec<String> {
        match &self.local {
            Some(local) => local.days(day),
            None => english::days(day),
        }
    }

    /// `6 Feb`.
    pub fn day_of_month(&self, day: Date) -> String {
        match &self.local {
            Some(local) => local.day_of_month(day),
            None => format!("{} {}", day.day(), english::short_month(day)),
        }
    }

    /// `6 Feb 2026`.
    pub fn day_of_year(&self, day: Date) -> String {
        match &self.local {
            Some(local) => local.day_of_year(day),
            None => format!("{} {}", self.day_of_month(day), self.year(day)),
        }
    }

    /// `2026`, `44 BCE`.
    pub fn year(&self, day: Date) -> String {
        match &self.local {
            Some(local) => local.year(day),
            None => english::year(i32::from(day.year())),
        }
    }

    /// `2020s`: the ten years from `first` to `last`.
    pub(super) fn decade(&self, first: Date, last: Date) -> Vec<String> {
        vec![match &self.local {
            Some(local) => local.years(first, last),
            None => english::decade(first),
        }]
    }

    /// `20th century`, and shorter: the hundred years from `first` to `last`.
    pub(super) fn century(&self, first: Date, last: Date) -> Vec<String> {
        match &self.local {
            Some(local) => vec![local.years(first, last)],
            None => english::centuries(first),
        }
    }

    /// What the week that begins with a day is called: its first day, or `W7`; the first of a year is
    /// called with its year.
    pub(super) fn week(&self, first: Date) -> String {
        if !self.has_iso_weeks {
            return first.day().to_string();
        }
        let week = first.iso_week_date();
        match week.week() {
            1 => format!("W1 {}", english::year(i32::from(week.year()))),
            n => format!("W{n}"),
        }
    }

    /// The widest that most weeks are called.
    pub(super) fn widest_week(&self) -> &'static str {
        if self.has_iso_weeks { "W28" } else { "28" }
    }

    /// The first day of a week, counted from the first day of the axis, a Thursday.
    pub(super) fn week_offset_days(&self) -> f64 {
        const THURSDAY: i8 = 3;
        let from_monday = self.first_weekday.to_monday_zero_offset();
        f64::from((from_monday - THURSDAY).rem_euclid(7))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn of(place: &str, choice: CalendarChoice) -> Calendar {
        Calendar::new(choice, Some(place))
    }

    #[test]
    fn names_are_those_of_the_place_where_the_face_has_its_letters() {
        let day = date(2026, 2, 6);
        for (place, long, short, full) in [
            ("en-GB", "February 2026", "Feb", "Friday, 6 February 2026"),
            ("en-US", "February 2026", "Feb", "Friday, February 6, 2026"),
            ("nl-BE", "februari 2026", "feb", "vrijdag 6 februari 2026"),
            ("fr", "février 2026", "févr.", "vendredi 6 février 2026"),
            (
                "ru",
                "февраль 2026 г.",
                "февр.",
                "пятница, 6 февраля 2026 г.",
            ),
            (
                "el",
                "Φεβρουάριος 2026",
                "Φεβ",
                "Παρασκευή 6 Φεβρουαρίου 2026",
            ),
            // No such letters, no such language, no place at all: English.
            ("ja-JP", "February 2026", "Feb", "Friday 6 February 2026"),
            ("ar-EG", "February 2026", "Feb", "Friday 6 February 2026"),
            ("qqq", "February 2026", "Feb", "Friday 6 February 2026"),
            ("?", "February 2026", "Feb", "Friday 6 February 2026"),
        ] {
            let calendar = of(place, CalendarChoice::default());
            let plain = |words: &str| words.replace(['\u{a0}', '\u{202f}'], " ");
            let found = [&calendar.months(day)[0], &calendar.days(day)[0]];
            assert_eq!(found.map(|words| plain(words)), [long, full], "{place}");
            assert_eq!(plain(&calendar.month(day)), short, "{place}");
        }
        let english = CalendarChoice {
            names: CalendarNames::English,
            ..CalendarChoice::default()
        };
        assert_eq!(of("de", english).month(date(2026, 3, 1)), "Mar");
    }

    #[test]
    fn years_before_the_common_era_and_long_spans_have_names_everywhere() {
        let (caesar, first, last) = (date(-43, 3, 15), date(1900, 1, 1), date(1999, 12, 31));
        for (place, year, span) in [
            ("de", "44 v. Chr.", "1900–1999"),
            ("ja", "44 BCE", "20th century"),
        ] {
            let calendar = of(place, CalendarChoice::default());
            assert_eq!(calendar.year(caesar).replace('\u{a0}', " "), year);
            assert_eq!(calendar.century(first, last)[0], span);
            for words in calendar.days(caesar) {
                assert!(words.contains("15") && !words.contains('Y'), "{words}");
            }
        }
    }

    #[test]
    fn weeks_begin_and_are_numbered_as_chosen() {
        let system = CalendarChoice::default;
        let on = |week_start| CalendarChoice {
            week_start,
            ..system()
        };
        let iso = || CalendarChoice {
            has_iso_weeks: true,
            ..on(WeekStart::Sunday)
        };
        // 1970-01-05, day 4 of the axis, was a Monday.
        for (place, choice, first) in [
            ("de-DE", system(), 4.0),
            ("en-US", system(), 3.0),
            ("en-GB", system(), 4.0),
            ("ar-EG", system(), 2.0),
            ("en-US", on(WeekStart::Monday), 4.0),
            ("de-DE", on(WeekStart::Saturday), 2.0),
            ("en-US", iso(), 4.0),
        ] {
            let found = of(place, choice).week_offset_days();
            assert!((found - first).abs() < 1e-9, "{place} {choice:?}: {found}");
        }
        let iso = of("de", iso());
        for (monday, words) in [
            (date(2025, 12, 22), "W52"),
            (date(2025, 12, 29), "W1 2026"),
            (date(2026, 2, 9), "W7"),
            (date(2026, 12, 28), "W53"),
            (date(2027, 1, 4), "W1 2027"),
        ] {
            assert_eq!(iso.week(monday), words);
        }
        assert_eq!(Calendar::english().week(date(2026, 2, 9)), "9");
    }
}

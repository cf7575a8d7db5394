//! The calendar in the words and order of a place, from the data of Unicode's CLDR.

use icu_calendar::Gregorian;
use icu_calendar::types::Weekday as IcuWeekday;
use icu_calendar::week::WeekInformation;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{M, MD, Y, YM, YMD, YMDE};
use icu_locale_core::Locale;
use jiff::civil::{Date, Weekday};

use super::FontMeasure;

type Format<F> = FixedCalendarDateTimeFormatter<Gregorian, F>;
type Dated = icu_calendar::Date<Gregorian>;

/// The forms that dates take in a place.
#[derive(Debug)]
pub(super) struct Local {
    month: Format<M>,
    long_month_of_year: Format<YM>,
    month_of_year: Format<YM>,
    day_of_month: Format<MD>,
    long_day_of_year: Format<YMD>,
    day_of_year: Format<YMD>,
    long_weekday: Format<YMDE>,
    weekday: Format<YMDE>,
    year: Format<Y>,
}

impl Local {
    /// The forms of a place; none if its language is not known, or has letters that the bundled
    /// face lacks.
    pub(super) fn new(locale: &Locale) -> Option<Self> {
        let local = Self::of(locale)?;
        let is_drawn = |day: Date| {
            let words = [local.months(day), local.days(day)].concat();
            words
                .iter()
                .all(|words| FontMeasure::bundled().covers(words))
        };
        let months = || (1..=12).filter_map(|month| Date::new(2026, month, month + 10).ok());
        // Where it knows no language, CLDR numbers the months: M01, M02.
        let is_named = months().all(|day| !local.months(day).iter().any(|m| m.contains("M0")));
        (is_named && months().all(is_drawn)).then_some(local)
    }

    fn of(locale: &Locale) -> Option<Self> {
        Some(Self {
            month: Format::try_new(locale.into(), M::medium()).ok()?,
            long_month_of_year: Format::try_new(locale.into(), YM::long()).ok()?,
            month_of_year: Format::try_new(locale.into(), YM::medium()).ok()?,
            day_of_month: Format::try_new(locale.into(), MD::medium()).ok()?,
            long_day_of_year: Format::try_new(locale.into(), YMD::long()).ok()?,
            day_of_year: Format::try_new(locale.into(), YMD::medium()).ok()?,
            long_weekday: Format::try_new(locale.into(), YMDE::long()).ok()?,
            weekday: Format::try_new(locale.into(), YMDE::medium()).ok()?,
            year: Format::try_new(locale.into(), Y::medium()).ok()?,
        })
    }

    /// The day that weeks begin with there.
    pub(super) fn first_weekday(locale: &Locale) -> Option<Weekday> {
        let week = WeekInformation::try_new(locale.into()).ok()?;
        Some(match week.first_weekday {
            IcuWeekday::Monday => Weekday::Monday,
            IcuWeekday::Tuesday => Weekday::Tuesday,
            IcuWeekday::Wednesday => Weekday::Wednesday,
            IcuWeekday::Thursday => Weekday::Thursday,
            IcuWeekday::Friday => Weekday::Friday,
            IcuWeekday::Saturday => Weekday::Saturday,
            IcuWeekday::Sunday => Weekday::Sunday,
        })
    }

    /// A month on its own, short.
    pub(super) fn month(&self, day: Date) -> String {
        words(day, |day| self.month.format(day).to_string())
    }

    /// A month of a year, and shorter.
    pub(super) fn months(&self, day: Date) -> Vec<String> {
        vec![
            words(day, |day| self.long_month_of_year.format(day).to_string()),
            self.month_of_year(day),
            self.month(day),
        ]
    }

    /// A month of a year, short.
    pub(super) fn month_of_year(&self, day: Date) -> String {
        words(day, |day| self.month_of_year.format(day).to_string())
    }

    /// A day with its weekday, and shorter. Dates before the common era have no pattern with a
    /// weekday in most languages.
    pub(super) fn days(&self, day: Date) -> Vec<String> {
        let mut all = if day.year() > 0 {
            vec![
                words(day, |day| self.long_weekday.format(day).to_string()),
                words(day, |day| self.weekday.format(day).to_string()),
            ]
        } else {
            vec![words(day, |day| {
                self.long_day_of_year.format(day).to_string()
            })]
        };
        all.push(self.day_of_month(day));
        all
    }

    /// A day without its year.
    pub(super) fn day_of_month(&self, day: Date) -> String {
        words(day, |day| self.day_of_month.format(day).to_string())
    }

    /// A day with its year.
    pub(super) fn day_of_year(&self, day: Date) -> String {
        words(day, |day| self.day_of_year.format(day).to_string())
    }

    /// A year, with its era before the common one.
    pub(super) fn year(&self, day: Date) -> String {
        words(day, |day| self.year.format(day).to_string())
    }

    /// From one year to another: CLDR has no names for decades and centuries.
    pub(super) fn years(&self, first: Date, last: Date) -> String {
        let (from, to) = (self.year(first), self.year(last));
        let is_plain = 0 < first.year();
        if is_plain {
            format!("{from}–{to}")
        } else {
            format!("{from} – {to}")
        }
    }
}

/// A day in words; in its ISO form should the calendar not have it.
fn words(day: Date, format: impl FnOnce(&Dated) -> String) -> String {
    let [month, n] = [day.month(), day.day()].map(i8::unsigned_abs);
    match Dated::try_new_gregorian(i32::from(day.year()), month, n) {
        Ok(dated) => format(&dated),
        Err(_) => day.to_string(),
    }
}

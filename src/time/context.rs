//! What an expression counts from: the publication date, and what the text last spoke of.

use jiff::civil::Date;

use super::direction::Direction;
use super::language::Pack;
use super::period::Period;
use super::slot::Unit;
use crate::model::{Granularity, Span, Step};

/// How many sentences a day is remembered for a clock time that names none.
const REMEMBERED_SENTENCES: usize = 2;

/// A day so near to the publication is of the present.
const PRESENT_DAYS: i32 = 200;

/// The dates that the text has spoken of.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    last: Option<Period>,
    day: Option<(Date, usize)>,
    year: Option<(i16, usize)>,
    /// The last date that named its month.
    fine: Option<Date>,
}

/// What one expression is seen in.
pub(super) struct Context<'c> {
    pub(super) text: &'c str,
    pub(super) sentence_index: usize,
    pub(super) pack: &'c Pack,
    pub(super) published: Option<Date>,
    /// The text tells a history: bare months count from the date last spoken of.
    pub(super) is_narrative: bool,
    pub(super) memory: &'c Memory,
    pub(super) span: Span,
    pub(super) direction: Option<Direction>,
}

/// What an expression counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Basis {
    /// Its own words.
    Itself,
    Publication,
    /// The date last spoken of.
    Mention,
    /// Nothing that is known.
    Unknown,
}

impl Memory {
    /// Remembers what an expression in sentence `sentence_index` denotes.
    pub(super) fn note(&mut self, period: Period, sentence_index: usize) {
        self.last = Some(period);
        self.year = Some((period.year(), sentence_index));
        if period.granularity() <= Granularity::Month {
            self.fine = period.days().map(|(first, _)| first);
        }
        if let Period::Day(day) = period {
            self.day = Some((day, sentence_index));
        }
    }

    pub(super) fn year(&self) -> Option<i16> {
        self.year.map(|(year, _)| year)
    }

    /// Whether the year was spoken of in this sentence or the one before.
    pub(super) fn is_year_fresh(&self, sentence_index: usize) -> bool {
        self.year.is_some_and(|(_, at)| sentence_index <= at + 1)
    }

    /// The first day of the last date that named its month.
    pub(super) fn fine(&self) -> Option<Date> {
        self.fine
    }

    /// The day last spoken of, if not long ago.
    pub(super) fn recent_day(&self, sentence_index: usize) -> Option<Date> {
        let (day, at) = self.day?;
        (sentence_index <= at + REMEMBERED_SENTENCES).then_some(day)
    }

    pub(super) fn month(&self) -> Option<(i16, i8)> {
        match self.last? {
            Period::Day(day) | Period::Week(day) | Period::Weekend(day) => {
                Some((day.year(), day.month()))
            }
            Period::Month(year, month) => Some((year, month)),
            _ => None,
        }
    }

    /// The first day of what was last spoken of, if it is as fine as `unit`.
    pub(super) fn anchor(&self, unit: Unit) -> Option<Date> {
        let coarsest = match unit {
            Unit::Week | Unit::Weekend | Unit::Fortnight => Granularity::Week,
            Unit::Month => Granularity::Month,
            Unit::Quarter | Unit::Half => Granularity::Season,
            Unit::Year | Unit::TwoYears | Unit::Decade | Unit::Generation => Granularity::Year,
            Unit::Century | Unit::Millennium => Granularity::Century,
            _ => Granularity::Day,
        };
        let last = self.last.filter(|last| last.granularity() <= coarsest);
        match last {
            Some(Period::Season(year, _)) => Date::new(year, 1, 1).ok(),
            Some(last) => last.days().map(|(first, _)| first),
            None if coarsest >= Granularity::Year => Date::new(self.year()?, 1, 1).ok(),
            None => self.day.map(|(day, _)| day),
        }
    }
}

impl Context<'_> {
    /// What a relative expression counts from, in days.
    pub(super) fn base(&self, unit: Unit, is_anaphor: bool) -> (Option<Date>, Basis) {
        if is_anaphor || self.is_narrative {
            let anchor = self.memory.anchor(unit);
            if let Some(day) = anchor.filter(|day| is_anaphor || self.is_past(*day)) {
                return (Some(day), Basis::Mention);
            }
            if self.is_narrative && self.published.is_none() {
                return (None, Basis::Unknown);
            }
        }
        match self.published {
            Some(day) => (Some(day), Basis::Publication),
            None => (None, Basis::Unknown),
        }
    }

    /// Whether a day is far from the publication: a history that has come to the present speaks
    /// of `this week` as news do.
    fn is_past(&self, day: Date) -> bool {
        let days = self.published.and_then(|base| base.until(day).ok());
        days.is_none_or(|span| span.get_days().abs() > PRESENT_DAYS)
    }

    /// The words of the expression.
    pub(super) fn words(&self) -> &str {
        self.span.of(self.text)
    }

    /// The step that says what the expression counts from.
    pub(super) fn basis_step(&self, basis: Basis, day: Option<Date>) -> Step {
        let words = one_line(self.words());
        let from = day.map(|day| crate::model::When::day(day).in_words());
        let step = match (basis, from) {
            (Basis::Publication, Some(day)) => {
                format!("“{words}” counts from the publication date, {day}")
            }
            (Basis::Mention, Some(day)) => {
                format!("“{words}” counts from the date last spoken of, {day}")
            }
            (Basis::Itself, _) => format!("“{words}” names its own date"),
            _ => format!("“{words}” counts from the publication date, which is not known"),
        };
        Step::new(step, Some(self.span))
    }

    /// The step that says why the expression looks back or forward.
    pub(super) fn direction_step(&self) -> Option<Step> {
        let direction = self.direction?;
        let way = match direction.way {
            super::direction::Way::Back => "back",
            super::direction::Way::Forward => "forward",
        };
        let because = one_line(direction.because.of(self.text));
        Some(Step::new(
            format!("it looks {way} because of “{because}”"),
            Some(direction.because),
        ))
    }
}

/// Words with their line breaks as spaces.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<&str>>().join(" ")
}

//! Clues of dates: what is told as past came before the publication, what lies ahead comes after,
//! and a weekday with its day and month is right in some years only.

use jiff::civil::Date;

use super::clue::{Clue, Rank};
use super::clue_words::{WORDS, follows, sentence_of, way_of};
use super::context::one_line;
use super::days::{Days, later};
use super::direction::Way;
use super::publication_written::weekday_in;
use crate::model::{Granularity, Span, Timex, TimexType, When};
use crate::text::{Document, Sentence};

/// A weekday with day and month but no year is of a day within so many days.
const NEAR_DAYS: i32 = 183;
/// How far before a date its weekday may begin.
const WEEKDAY_BYTES: usize = 14;

/// The clues of the dates that name their year, and of those that name their weekday.
pub(super) fn by_dates(text: &str, document: &Document, timexes: &[Timex]) -> Vec<Clue> {
    timexes
        .iter()
        .filter(|timex| matches!(timex.kind, TimexType::Date | TimexType::Time))
        .filter_map(|timex| {
            let sentence = sentence_of(document, timex.span)?;
            let dated = Dated {
                text,
                sentence,
                timex,
            };
            dated.with_year().or_else(|| dated.with_weekday())
        })
        .collect()
}

struct Dated<'d> {
    text: &'d str,
    sentence: &'d Sentence,
    timex: &'d Timex,
}

impl Dated<'_> {
    fn way(&self) -> Option<Way> {
        way_of(self.text, self.sentence, self.timex.span)
    }

    fn words(&self) -> String {
        one_line(self.timex.span.of(self.text))
    }

    /// `12 March 2024`, told as past or as lying ahead.
    fn with_year(&self) -> Option<Clue> {
        let own = own_days(&self.timex.value)?;
        let is_bare_year = Granularity::Year <= own.granularity;
        let before = &WORDS.before_year;
        if is_bare_year && !follows(self.text, self.sentence, self.timex.span, before) {
            return None;
        }
        let words = self.words();
        let (words, days) = match self.way()? {
            Way::Back => (
                format!("it tells of “{words}” as past"),
                Days::from(own.earliest()?),
            ),
            Way::Forward => (
                format!("“{words}” still lies ahead"),
                Days::upto(own.latest()?),
            ),
        };
        Some(self.clue(words, days, Rank::Date))
    }

    /// `Friday, 6 February`: only in some years.
    fn with_weekday(&self) -> Option<Clue> {
        let (month, day) = month_and_day(&self.timex.value)?;
        let start = self.timex.span.start.saturating_sub(WEEKDAY_BYTES);
        let start = start.max(self.sentence.span.start);
        let around = Span::new(start, self.timex.span.end);
        let weekday = weekday_in(self.text.get(around.start..around.end)?)?;
        let way = self.way();
        let days = Days::each_year(|year| {
            let day = Date::new(year, month, day).ok()?;
            let is_right = day.weekday().to_monday_one_offset() == weekday;
            is_right.then(|| match way {
                Some(Way::Back) => (day, later(day, NEAR_DAYS)),
                Some(Way::Forward) => (later(day, -NEAR_DAYS), day),
                None => (later(day, -NEAR_DAYS), later(day, NEAR_DAYS)),
            })
        });
        let words = format!("its “{}” is right in some years only", self.words());
        Some(self.clue(words, days, Rank::Weekday))
    }

    fn clue(&self, words: String, days: Days, rank: Rank) -> Clue {
        Clue {
            words,
            span: Some(self.timex.span),
            days,
            rank,
        }
    }
}

/// The days of a value that names its year: `2024`, `2024-03`, `2024-03-12T10:00`.
fn own_days(value: &str) -> Option<When> {
    let day = value.split('T').next()?;
    let is_plain = day.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let when = When::from_edtf(day).filter(|_| is_plain)?;
    let year = when.earliest()?.year();
    (1900..2200).contains(&year).then_some(when)
}

/// Month and day of a value without a year: `XXXX-02-06`.
fn month_and_day(value: &str) -> Option<(i8, i8)> {
    let (month, day) = value.strip_prefix("XXXX-")?.split_once('-')?;
    let day = day.split('T').next()?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

//! What an article without a date says of the day on which it was published, clue by clue.

use jiff::civil::Date;

use super::days::{Days, later};
use super::landmark::Named;
use crate::model::{Span, When};

/// Something that bounds the day of publication.
#[derive(Clone, Debug, PartialEq)]
pub struct Clue {
    /// In words.
    pub words: String,
    /// The words of the article it rests on.
    pub span: Option<Span>,
    pub(super) days: Days,
    pub(super) rank: Rank,
}

/// How far a clue can be trusted, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A date line without its year.
    DateLine,
    /// An event of wide notice.
    Landmark,
    /// When the file was saved.
    File,
    /// The year at the foot of the page.
    Foot,
    /// Another article of the set reports the same.
    Report,
    /// A weekday with its day and month.
    Weekday,
    /// A date with its year.
    Date,
    /// Words that count from the publication, beside an event of wide notice.
    Relative,
    /// What is usual in news.
    Usual,
}

impl Clue {
    /// The file was last written on `day`, so the article is not younger.
    pub fn saved(day: Date) -> Self {
        Self {
            words: format!("its file was saved on {}", When::day(day).in_words()),
            span: None,
            // The clock of a computer elsewhere may be a day behind.
            days: Days::upto(later(day, 1)),
            rank: Rank::File,
        }
    }

    /// Another article of the set bounds the day to `when`, for the reason that `words` give.
    pub fn report(words: String, span: Option<Span>, when: &When) -> Self {
        Self {
            words,
            span,
            days: days_of(when),
            rank: Rank::Report,
        }
    }

    pub(super) fn of_landmark(named: Named<'_>, words: String, days: Days) -> Self {
        Self {
            words,
            span: Some(named.span),
            days,
            rank: Rank::Landmark,
        }
    }
}

fn days_of(when: &When) -> Days {
    match (when.earliest(), when.latest()) {
        (Some(first), Some(last)) => Days::between(first, last),
        (Some(first), None) => Days::from(first),
        (None, Some(last)) => Days::upto(last),
        (None, None) => Days::all(),
    }
}

//! Clues at the head and the foot of a page: a date line without its year, the year of the page.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::clue::{Clue, Rank};
use super::clue_words::WORDS;
use super::context::one_line;
use super::days::{Days, later};
use super::publication_line;
use super::publication_order::line_around;
use super::publication_words::regex;
use super::publication_written::{Value, weekday_in};
use crate::model::{Article, Span};

/// An agency's report is published within so many days of the day in its head.
const DAYS_AFTER_DATELINE: i32 = 3;
/// The foot of a page is among its last lines.
const FOOT_LINES: usize = 15;

/// The clues of the lines at the top and at the bottom.
pub(super) fn by_header(article: &Article) -> Vec<Clue> {
    let mut clues = date_lines(article);
    clues.extend(foot(&article.text));
    clues
}

fn date_lines(article: &Article) -> Vec<Clue> {
    let lines = publication_line::find(article);
    lines
        .into_iter()
        .filter_map(|line| {
            let Value::NoYear { month, day } = line.value else {
                return None;
            };
            let words = dated_words(&article.text, line.span);
            let weekday = weekday_in(words);
            let days = Days::each_year(|year| {
                let day = Date::new(year, month, day).ok()?;
                let fits = weekday.is_none_or(|w| day.weekday().to_monday_one_offset() == w);
                fits.then(|| (day, later(day, DAYS_AFTER_DATELINE)))
            });
            let words = format!("its date line says “{}”, without a year", one_line(words));
            Some(Clue {
                words,
                span: Some(line.span),
                days,
                rank: Rank::DateLine,
            })
        })
        .collect()
}

/// The date and what of its line stands before it, a weekday perhaps.
fn dated_words(text: &str, date: Span) -> &str {
    let line = line_around(text, date);
    let after = text.get(date.end..).unwrap_or("");
    let n_after = after.find('\n').unwrap_or(after.len());
    line.len()
        .checked_sub(n_after)
        .and_then(|end| line.get(..end))
        .unwrap_or(line)
}

/// `© 2026 Example News`, `Retrieved 5 March 2026`: the article is not younger than that year.
fn foot(text: &str) -> Option<Clue> {
    static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| regex(r"\b(?:19|20)[0-9]{2}\b"));
    let mut end = text.len();
    let lines = text.rsplit('\n').map(|line| {
        let span = Span::new(end - line.len(), end);
        end = span.start.saturating_sub(1);
        span
    });
    let filled = lines.filter(|line| !line.of(text).trim().is_empty());
    let line = filled.take(FOOT_LINES).find(|line| {
        let words = line.of(text).trim().to_lowercase();
        WORDS
            .foot
            .iter()
            .any(|label| words.starts_with(label.as_str()))
    })?;
    let found = YEAR.as_ref()?.find_iter(line.of(text)).last()?;
    let last = Date::new(found.as_str().parse().ok()?, 12, 31).ok()?;
    Some(Clue {
        words: format!("the foot of the page says “{}”", found.as_str()),
        span: Some(Span::new(
            line.start + found.start(),
            line.start + found.end(),
        )),
        days: Days::upto(last),
        rank: Rank::Foot,
    })
}

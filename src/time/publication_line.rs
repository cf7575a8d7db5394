//! Date lines near the top of an article: `Published: …`, `By … | 3 February 2026`, and the
//! place and day before the first sentence of an agency report.

use std::sync::LazyLock;

use regex::Regex;

use super::publication::{has_other_words, other_words};
use super::publication_words::{WORDS, regex};
use super::publication_written::{Value, Written, dates_in};
use crate::model::{Article, NameClass, Span};
use crate::text::class_of;

/// Date lines stand among this many filled lines at the top.
const MAX_FILLED_LINES: usize = 12;
/// A date line is no longer than this.
const MAX_LINE_CHARS: usize = 140;
/// The place and day before an agency report stand within this many characters.
const MAX_DATELINE_CHARS: usize = 100;
/// This many words beside the date still make a date line (`Istanbul, 3 February 2026`).
const MAX_OTHER_WORDS: usize = 3;

/// A date that a date line gives.
#[derive(Debug)]
pub(super) struct LineDate {
    /// 0 is first published, 1 a later change.
    pub(super) rank: u8,
    /// What it says.
    pub(super) value: Value,
    /// Its place in the article's text.
    pub(super) span: Span,
}

/// The dates of the date lines near the top, the best first.
pub(super) fn find(article: &Article) -> Vec<LineDate> {
    let text = &article.text;
    let mut found = Vec::new();
    for line in top_lines(article) {
        let is_title = article.title_span.is_some_and(|title| title.overlaps(line));
        found.extend(line_dates(line, text, is_title));
    }
    found.sort_by_key(|date| (date.rank, date.span.start));
    found
}

/// The date lines near the top, and the place and day before an agency report: no part of what
/// the article tells. Sorted and disjoint.
pub fn date_lines(article: &Article) -> Vec<Span> {
    let text = &article.text;
    let mut spans = Vec::new();
    for line in top_lines(article) {
        let words = head(line.of(text), MAX_LINE_CHARS);
        let dates = dates_in(words);
        if dates.is_empty() {
            continue;
        }
        let first = dates.first().map(|date| date.span.end);
        let end = dateline_end(words).filter(|end| first.is_some_and(|date| date <= *end));
        let is_title = article.title_span.is_some_and(|title| title.overlaps(line));
        if let Some(end) = end {
            spans.push(Span::new(line.start, line.start + end).trim(text));
        } else if !is_title && words.len() == line.len() && is_date_line(words, &dates) {
            spans.push(line);
        }
    }
    spans
}

fn top_lines(article: &Article) -> impl Iterator<Item = Span> {
    let text: &str = &article.text;
    let mut at = 0;
    text.split('\n')
        .map(move |line| {
            let span = Span::new(at, at + line.len());
            at = span.end + 1;
            span.trim(text)
        })
        .filter(|line| !line.is_empty() && !article.is_boilerplate(*line))
        .take(MAX_FILLED_LINES)
}

fn line_dates(line: Span, text: &str, is_title: bool) -> Vec<LineDate> {
    let words = head(line.of(text), MAX_LINE_CHARS);
    let dates = dates_in(words);
    if dates.is_empty() {
        return Vec::new();
    }
    let is_whole = words.len() == line.len();
    let is_date_line = is_whole && !is_title && is_date_line(words, &dates);
    let dateline_end = dateline_end(words);
    dates
        .iter()
        .filter(|date| is_date_line || dateline_end.is_some_and(|end| date.span.end <= end))
        .map(|date| LineDate {
            rank: u8::from(is_update(words, date, &dates)),
            value: date.value.clone(),
            span: Span::new(line.start + date.span.start, line.start + date.span.end),
        })
        .collect()
}

fn head(words: &str, max_chars: usize) -> &str {
    let end = words.char_indices().nth(max_chars);
    end.and_then(|(at, _)| words.get(..at)).unwrap_or(words)
}

fn is_date_line(words: &str, dates: &[Written]) -> bool {
    if dates.is_empty() {
        return false;
    }
    if !has_other_words(words, dates) {
        return true;
    }
    let ends_sentence =
        words.ends_with(['.', '?', '!', '…', ':', ',']) && !words.ends_with(".m.");
    if let Some(rest) = after_label(words) {
        return other_words(rest, &dates_in(rest)).count() <= 2 * MAX_OTHER_WORDS;
    }
    if ends_sentence {
        return false;
    }
    is_byline(words) || has_date_part(words) || is_place_and_date(words, dates)
}

/// What follows `Published`, `Updated` and the like at the start of the line.
fn after_label(words: &str) -> Option<&str> {
    static LABEL: LazyLock<Option<Regex>> = LazyLock::new(|| {
        regex(&format!(
            r"(?i)^[\W_]*(?:{}|{})(?:\s+(?:on|at))?\b\s*:?\s*",
            WORDS.published_pattern(),
            WORDS.updated_pattern()
        ))
    });
    let label = LABEL.as_ref()?.find(words)?;
    words.get(label.end()..)
}

fn is_byline(words: &str) -> bool {
    let start = words.trim_start_matches(['*', '_', '#', ' ']);
    start.starts_with("By ") || start.starts_with("BY ")
}

/// A part between bars or dashes that is nothing but a date: `Example Wire | 3 February 2026`.
fn has_date_part(words: &str) -> bool {
    words
        .split(['|', '•', '·', '—', '–', '‧', '●'])
        .flat_map(|part| part.split(" - "))
        .filter(|part| part.len() < words.len())
        .any(|part| {
            let part = after_label(part).unwrap_or(part);
            let dates = dates_in(part);
            !dates.is_empty() && !has_other_words(part, &dates)
        })
}

/// `Istanbul, 3 February 2026`: a few words that are all names.
fn is_place_and_date(words: &str, dates: &[Written]) -> bool {
    let is_name = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let mut others = other_words(words, dates);
    // `Born: April 3, 1925; died: March 14, 2014`
    let is_label = |(before, _): (&str, &str)| {
        let label = before.rsplit(' ').next().unwrap_or(before);
        class_of(label) == NameClass::Unknown
    };
    let is_list = 1 < dates.len() && words.split_once(": ").is_some_and(is_label);
    !is_list && others.by_ref().take(MAX_OTHER_WORDS).all(is_name) && others.next().is_none()
}

/// Where the head of an agency report ends: `ISTANBUL, Feb. 3 (Example Wire) —`.
fn dateline_end(words: &str) -> Option<usize> {
    let words = head(words, MAX_DATELINE_CHARS);
    if let Some(found) = AGENCY_HEAD.as_ref()?.find(words) {
        return Some(found.end());
    }
    let captures = RELEASE_HEAD.as_ref()?.captures(words)?;
    let date = captures.name("date")?.as_str();
    let is_date = !has_other_words(date, &dates_in(date));
    is_date.then(|| captures.get(0).map(|all| all.end()))?
}

const AGENCY: &str = r"(?: \( [^)]{1,40} \) | / [^/]{1,40} / )";

static AGENCY_HEAD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?x)^ (?: {AGENCY} \s* )?
        \p{{Lu}}[\p{{Lu}}\s.'’/-]+                          # PLACE
        (?: ,\s* \p{{Lu}}[\p{{L}}.\s]{{1,30}} )?             # , Country
        (?: \s* -{{0,2}} \s* {AGENCY} )?                    # (Agency)
        \s* (?: , | — | – | --? ) \s*
        [^()—–]{{4,40}}?                                    # Feb. 3, 2026
        \s* (?: {AGENCY} \s* )?
        (?: — | – | -- | -\s | : )"
    ))
});

/// `Example City, Country – July 5, 2024 –`, as press releases begin.
static RELEASE_HEAD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?x)^ \p{Lu}[\p{L}.'’-]+ (?: ,?\s \p{Lu}[\p{L}.'’-]+ ){0,4}
        \s (?: — | – | --? ) \s (?P<date> [^()—–]{4,40}? ) \s (?: — | – | --? ) \s",
    )
});

/// Whether the date follows a word for a later change rather than for the publication.
fn is_update(words: &str, date: &Written, dates: &[Written]) -> bool {
    static UPDATED: LazyLock<Option<Regex>> =
        LazyLock::new(|| regex(&format!(r"(?i)\b(?:{})\b", WORDS.updated_pattern())));
    let before = dates.iter().map(|other| other.span.end);
    let from = before
        .filter(|end| *end <= date.span.start)
        .max()
        .unwrap_or(0);
    let label = words.get(from..date.span.start).unwrap_or("");
    UPDATED.as_ref().is_some_and(|regex| regex.is_match(label))
}

//! When an article was published: declared, stated near the top, or in its file's name.

use super::publication_address;
use super::publication_line::{self, LineDate};
use super::publication_order::{Order, line_around, order};
use super::publication_path;
use super::publication_words::WORDS;
use super::publication_written::{Value, Written, dates_in, day_of};
use jiff::civil::Date;

use crate::model::{Article, Basis, Problem, Published, Span, When};

const HINT: &str = "Write it like 2026-02-03, or set the date of the article in the window.";

/// When an article was published: its declared date, else a date line near the top, else a date
/// in its web address or its file name, else unknown. Problems name a declared date that cannot be read.
pub fn publication(article: &Article) -> (Published, Vec<Problem>) {
    let mut search = Search {
        article,
        year: publication_path::year(&article.path),
        problems: Vec::new(),
    };
    let published = search
        .declared()
        .or_else(|| search.date_line())
        .or_else(|| search.address())
        .or_else(|| search.file_name())
        .unwrap_or_default();
    (published, search.problems)
}

/// Reads one date as EDTF or as people write it (`3 February 2026`, `Feb. 3, 2026`, `2026`); none
/// if it is no date, holds other words, or counts from another day.
pub fn parse_day(words: &str) -> Option<When> {
    let words = words.trim();
    if let Some(when) = When::from_edtf(words) {
        return Some(when);
    }
    let dates = dates_in(words);
    let [date] = dates.as_slice() else {
        return None;
    };
    if has_other_words(words, &dates) {
        return None;
    }
    match &date.value {
        Value::On(when) => Some(when.clone()),
        Value::DayFirst(day) => Some(When::day(*day)),
        Value::NoYear { .. } | Value::Impossible => None,
    }
}

/// Whether `words` say more than dates, weekdays and times.
pub(super) fn has_other_words(words: &str, dates: &[Written]) -> bool {
    other_words(words, dates).next().is_some()
}

/// The words beside dates, weekdays and times.
pub(super) fn other_words<'a>(
    words: &'a str,
    dates: &[Written],
) -> impl Iterator<Item = &'a str> {
    let mut starts = vec![0];
    starts.extend(dates.iter().map(|date| date.span.end));
    let ends = dates.iter().map(|date| date.span.start);
    let ends = ends.chain([words.len()]).collect::<Vec<usize>>();
    starts
        .into_iter()
        .zip(ends)
        .filter_map(|(start, end)| words.get(start..end))
        .flat_map(|part| part.split(|c: char| !c.is_alphabetic()))
        .filter(|word| !word.is_empty() && !WORDS.is_beside_date(word))
}

struct Search<'a> {
    article: &'a Article,
    /// A year that the path names, for dates without one.
    year: Option<i16>,
    problems: Vec<Problem>,
}

impl Search<'_> {
    fn declared(&mut self) -> Option<Published> {
        let declared = self.article.declared_date.as_ref()?;
        let words = declared.words.as_str();
        let when = When::from_edtf(words).or_else(|| {
            let first = dates_in(words).into_iter().next();
            if let Some(date) = first {
                return self.understood(&date.value, words, declared.span);
            }
            self.report(
                format!("The date '{words}' is not understood."),
                HINT,
                declared.span,
            );
            None
        })?;
        Some(Published {
            when: Some(when),
            basis: Basis::FrontMatter,
            span: declared.span,
        })
    }

    fn date_line(&mut self) -> Option<Published> {
        let lines = publication_line::find(self.article);
        lines.into_iter().find_map(|LineDate { value, span, .. }| {
            let words = span.of(&self.article.text).to_owned();
            let when = match value {
                // Without a year a date line says too little, and that is no fault.
                Value::NoYear { .. } if self.year.is_none() => return None,
                value => self.understood(&value, &words, Some(span))?,
            };
            Some(Published {
                when: Some(when),
                basis: Basis::DateLine,
                span: Some(span),
            })
        })
    }

    fn address(&self) -> Option<Published> {
        let (when, span) = publication_address::date(self.article)?;
        Some(Published {
            when: Some(when),
            basis: Basis::DateLine,
            span: Some(span),
        })
    }

    fn file_name(&mut self) -> Option<Published> {
        let (words, value) = publication_path::date(&self.article.path)?;
        let when = self.understood(&value, &words, None)?;
        Some(Published {
            when: Some(when),
            basis: Basis::FileName,
            span: None,
        })
    }

    /// The date of `value`; what is doubtful or impossible is reported.
    fn understood(&mut self, value: &Value, words: &str, span: Option<Span>) -> Option<When> {
        match value {
            Value::On(when) => Some(when.clone()),
            Value::DayFirst(day) => Some(When::day(self.ordered(*day, words, span))),
            Value::NoYear { month, day } => {
                let value = self.year.map(|year| day_of(year, *month, *day));
                if let Some(Value::On(when)) = value {
                    return Some(when);
                }
                self.report(format!("The date '{words}' has no year."), HINT, span);
                None
            }
            Value::Impossible => {
                self.report(
                    format!("The publication date '{words}' is no day of the calendar."),
                    HINT,
                    span,
                );
                None
            }
        }
    }

    /// The day of numbers that can be read two ways; if nothing decides, the day comes first and
    /// both readings are reported.
    fn ordered(&mut self, day_first: Date, words: &str, span: Option<Span>) -> Date {
        let swapped = Date::new(day_first.year(), day_first.day(), day_first.month());
        let month_first = swapped.unwrap_or(day_first);
        let line = span.map_or(words, |span| line_around(&self.article.text, span));
        match order(self.article, line) {
            Some(Order::Day) => day_first,
            Some(Order::Month) => month_first,
            None => {
                let [day, other] =
                    [day_first, month_first].map(|day| When::day(day).in_words());
                self.report(
                    format!("'{words}' was read with the day first: {day}, not {other}."),
                    "If the month comes first, set the date of the article, or write it like 2026-02-03.",
                    span,
                );
                day_first
            }
        }
    }

    fn report(&mut self, message: String, hint: &str, span: Option<Span>) {
        self.problems.push(Problem {
            path: self.article.path.clone(),
            span,
            message,
            hint: hint.to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn one_date_is_read_as_typed() {
        for (words, expected) in [
            ("2024-07-05", "2024-07-05"),
            ("2024-07", "2024-07"),
            ("2024", "2024"),
            (" 5 July 2024 ", "2024-07-05"),
            ("Friday, July 5, 2024 at 10:00 a.m. EDT", "2024-07-05"),
            ("05/07/2024", "2024-07-05"),
            ("July 2024", "2024-07"),
            ("2024-07-01/2024-07-05", "2024-07-01/2024-07-05"),
        ] {
            assert_eq!(
                parse_day(words).map(|w| w.to_edtf()).as_deref(),
                Some(expected),
                "{words}"
            );
        }
        assert_eq!(parse_day("5 July 2024"), Some(When::day(date(2024, 7, 5))));
        for words in [
            "",
            "yesterday",
            "31 February 2024",
            "5 July",
            "after 5 July 2024",
            "5 July 2024 and 6 July 2024",
        ] {
            assert_eq!(parse_day(words), None, "{words}");
        }
    }
}

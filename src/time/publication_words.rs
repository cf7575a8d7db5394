//! The words of publication dates, from `assets/ingest/dates.toml`.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

/// Month names, weekdays and the labels of date lines.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    months: Vec<Vec<String>>,
    weekdays: Vec<Vec<String>>,
    links: Vec<String>,
    published: Vec<String>,
    updated: Vec<String>,
    beside: Vec<String>,
}

/// The words, read once.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/ingest/dates.toml")).unwrap_or_default()
});

impl Words {
    /// 1 for January.
    pub(super) fn month(&self, name: &str) -> Option<i8> {
        number(&self.months, name)
    }

    /// 1 for Monday.
    pub(super) fn weekday(&self, name: &str) -> Option<i8> {
        number(&self.weekdays, name)
    }

    /// An alternation of all month names for a regex, the longest first.
    pub(super) fn month_pattern(&self) -> String {
        alternation(self.months.iter().flatten())
    }

    /// An alternation of the words between day, month and year.
    pub(super) fn link_pattern(&self) -> String {
        alternation(&self.links)
    }

    /// An alternation of all weekday names.
    pub(super) fn weekday_pattern(&self) -> String {
        alternation(self.weekdays.iter().flatten())
    }

    /// An alternation of the labels of first publication.
    pub(super) fn published_pattern(&self) -> String {
        alternation(&self.published)
    }

    /// An alternation of the labels of a later change.
    pub(super) fn updated_pattern(&self) -> String {
        alternation(&self.updated)
    }

    /// Whether `word` may stand beside a date without making the line a sentence.
    pub(super) fn is_beside_date(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.beside.contains(&word) || self.weekday(&word).is_some()
    }
}

/// A pattern of this program's own as a regex. A pattern that is none matches nothing; a test of
/// its user would show it.
pub(super) fn regex(pattern: &str) -> Option<Regex> {
    Regex::new(pattern).ok()
}

fn number(names: &[Vec<String>], name: &str) -> Option<i8> {
    let name = name.to_lowercase();
    let index = names.iter().position(|forms| forms.contains(&name))?;
    i8::try_from(index + 1).ok()
}

fn alternation<'a>(words: impl IntoIterator<Item = &'a String>) -> String {
    let mut words: Vec<String> = words.into_iter().map(|w| regex::escape(w)).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.join("|").replace(' ', r"\s+")
}

//! Clues of offices: who is called president holds that office, or held it when the article appeared.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use super::clue::{Clue, Rank};
use super::days::Days;
use crate::model::{Span, When};

/// The clues of the heads of state and government whom the text calls by their office: they held
/// it already, and most likely still hold it.
pub(super) fn by_leaders(text: &str) -> Vec<Clue> {
    let found = LEADERS
        .finder
        .iter()
        .flat_map(|finder| finder.find_iter(text));
    let mut clues = Vec::new();
    let mut told = Vec::new();
    for found in found {
        let span = Span::new(found.start(), found.end());
        let Some((index, term)) = LEADERS.term(found.pattern().as_usize()) else {
            continue;
        };
        if told.contains(&index) || !is_whole(text, span) || is_former(text, span) {
            continue;
        }
        told.push(index);
        clues.extend(term_clues(term, text, span));
    }
    clues
}

fn term_clues(term: &Term, text: &str, span: Span) -> Vec<Clue> {
    let held: Vec<When> = term
        .held
        .iter()
        .filter_map(|edtf| When::from_edtf(edtf))
        .collect();
    let stretches = held.iter().filter_map(|when| {
        let last = when.latest().unwrap_or(jiff::civil::Date::MAX);
        Some((when.earliest()?, last))
    });
    let days = Days::of(stretches);
    let Some(first) = held.iter().filter_map(When::earliest).min() else {
        return Vec::new();
    };
    let words = span.of(text);
    let in_words: Vec<String> = held.iter().map(When::in_short).collect();
    let clue = |words: String, days: Days, rank: Rank| Clue {
        words,
        span: Some(span),
        days,
        rank,
    };
    vec![
        clue(
            format!(
                "it speaks of “{words}”, in office since {}",
                When::day(first).in_short()
            ),
            Days::from(first),
            Rank::Landmark,
        ),
        clue(
            format!("“{words}” held the office {}", in_words.join(" and ")),
            days,
            Rank::Usual,
        ),
    ]
}

fn is_whole(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or("");
    let after = text.get(span.end..).unwrap_or("");
    !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
}

/// `former US President …`: one of the words stands before the office in its phrase.
fn is_former(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or("").trim_end();
    let words = before.rsplit(char::is_whitespace).take(2);
    let mut words = words.map(|word| word.trim_start_matches(['“', '"', '(']).to_lowercase());
    words.any(|word| LEADERS.former.contains(&word)) || before.ends_with("ex-")
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    former: Vec<String>,
    term: Vec<Term>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    office: String,
    names: Vec<String>,
    held: Vec<String>,
    #[serde(default = "yes")]
    short: bool,
}

fn yes() -> bool {
    true
}

struct Leaders {
    former: Vec<String>,
    terms: Vec<Term>,
    finder: Option<AhoCorasick>,
    /// Of each form of a name, its term.
    forms: Vec<usize>,
}

static LEADERS: LazyLock<Leaders> = LazyLock::new(|| {
    let file: File =
        toml::from_str(include_str!("../../assets/lang/en/landmarks/leaders.toml"))
            .unwrap_or_default();
    let (mut forms, mut names) = (Vec::new(), Vec::new());
    for (index, term) in file.term.iter().enumerate() {
        for name in term.forms() {
            forms.push(index);
            names.push(name);
        }
    }
    Leaders {
        former: file.former,
        terms: file.term,
        finder: AhoCorasick::builder()
            .match_kind(aho_corasick::MatchKind::LeftmostLongest)
            .build(names)
            .ok(),
        forms,
    }
});

impl Leaders {
    fn term(&self, form: usize) -> Option<(usize, &Term)> {
        let index = *self.forms.get(form)?;
        Some((index, self.terms.get(index)?))
    }
}

impl Term {
    /// The office with the full name, and with the family name alone.
    fn forms(&self) -> Vec<String> {
        let full = self
            .names
            .iter()
            .map(|name| format!("{} {name}", self.office));
        let family = self.names.iter().filter(|_| self.short).filter_map(|name| {
            let (_, family) = name.rsplit_once(' ')?;
            Some(format!("{} {family}", self.office))
        });
        let mut forms: Vec<String> = full.chain(family).collect();
        forms.dedup();
        forms
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let clues = by_leaders(text);
        let words: Vec<&str> = clues
            .iter()
            .filter_map(|c| c.span)
            .map(|s| s.of(text))
            .collect();
        let distinct: BTreeSet<&str> = words.into_iter().collect();
        assert_eq!(
            distinct.into_iter().collect::<Vec<&str>>(),
            expected,
            "{text}"
        );
    }

    #[test]
    fn those_in_office_are_found() {
        check("said Chancellor Kohl on Monday", &["Chancellor Kohl"]);
        check(
            "President Nelson Mandela opened it",
            &["President Nelson Mandela"],
        );
        for text in [
            "former President Mandela",
            "former South President Mandela",
            "ex-President Mandela",
            "then-Chancellor Kohl",
            "President Mandelas",
            "Vice President of Kohl",
            "",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn the_table_is_sound() {
        let mut forms = BTreeSet::new();
        for term in &LEADERS.terms {
            for form in term.forms() {
                assert!(forms.insert(form.clone()), "{form} stands for two terms");
            }
            let held: Vec<When> = term
                .held
                .iter()
                .map(|h| When::from_edtf(h).expect(h))
                .collect();
            assert!(
                held.iter().all(|when| when.earliest().is_some()),
                "{term:?}"
            );
        }
        assert!(50 <= LEADERS.terms.len());
    }
}

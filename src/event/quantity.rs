//! What numbers a sentence gives: the dead, the injured, money, percent.

use crate::model::Quantity;
use crate::text::{TokenShape, WordClass, noun_lemma};

use super::view::View;

/// `12 dead`, `killed nine people`, `$3 million`.
pub(super) fn quantities(view: &View<'_>, clause: usize) -> Vec<Quantity> {
    let Some(clause) = view.clauses.get(clause) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for at in clause.first..=clause.last {
        let Some(value) = number(view, at).filter(|_| !view.is_time(at)) else {
            continue;
        };
        let (scale, after) = match view.word(at + 1) {
            "million" => (1e6, at + 2),
            "billion" | "bn" => (1e9, at + 2),
            "thousand" => (1e3, at + 2),
            _ => (1.0, at + 1),
        };
        if let Some((about, last)) = counted(view, at, after) {
            let first = if about == "dollars" || about == "euros" || about == "pounds" {
                at.saturating_sub(1)
            } else {
                at
            };
            found.push(Quantity {
                about,
                value: value * scale,
                span: view.span(first, last),
            });
        }
    }
    found
}

fn number(view: &View<'_>, at: usize) -> Option<f64> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let word = view.word(at);
    let is_number = view
        .sentence
        .tokens
        .get(at)
        .is_some_and(|t| t.shape == TokenShape::Number);
    if is_number {
        return word.replace(',', "").parse().ok();
    }
    let position = WORDS.iter().position(|other| *other == word)?;
    Some(position as f64 + 1.0)
}

/// What the number at `at` counts, and the last token of the words that say so.
fn counted(view: &View<'_>, at: usize, after: usize) -> Option<(String, usize)> {
    let before = at.checked_sub(1).map_or("", |before| view.word(before));
    let currency = match before {
        "$" | "us$" => Some("dollars"),
        "€" => Some("euros"),
        "£" => Some("pounds"),
        _ => None,
    };
    if let Some(currency) = currency {
        return Some((currency.to_owned(), after - 1));
    }
    if ["dollars", "euros", "pounds"].contains(&view.word(after)) {
        return Some((view.word(after).to_owned(), after));
    }
    if view.word(after) == "%" || view.word(after) == "percent" {
        return Some(("percent".to_owned(), after));
    }
    let window = at.saturating_sub(6)..(after + 6).min(view.len());
    let fate = window.clone().find_map(|i| {
        let lemma = view
            .group_at(i)
            .and_then(|g| view.sentence.verbs.get(g))
            .map_or("", |g| g.lemma.as_str());
        match (view.word(i), lemma) {
            ("dead", _) | (_, "kill" | "die" | "drown") => Some("dead"),
            ("injured" | "wounded", _) | (_, "injure" | "wound" | "hurt") => Some("injured"),
            ("arrested", _) | (_, "arrest" | "detain") => Some("arrested"),
            ("missing", _) => Some("missing"),
            _ => None,
        }
    })?;
    let is_person = [
        "people", "dead", "injured", "wounded", "others", "and", ".", ",", "in",
    ]
    .contains(&view.word(after))
        || matches!(
            view.class(after),
            Some(WordClass::Noun | WordClass::Adjective | WordClass::Preposition) | None
        ) && noun_lemma(view.word(after)) != "day";
    is_person.then(|| {
        (
            fate.to_owned(),
            after
                .min(view.len())
                .saturating_sub(usize::from(view.word(after).len() < 3)),
        )
    })
}

//! Who takes part, where, and what numbers a sentence gives.

use crate::model::{Name, NameClass, Quantity};
use crate::text::{TokenShape, WordClass, government, is_demonym, noun_lemma};

use super::trigger::Candidate;
use super::view::View;

/// The names around an event.
#[derive(Default)]
pub(super) struct Arguments {
    pub(super) participants: Vec<Name>,
    pub(super) places: Vec<Name>,
    pub(super) quantities: Vec<Quantity>,
}

/// Participants and places of the candidate's clause, and of the phrases that hang on it.
pub(super) fn arguments(view: &View<'_>, candidate: &Candidate) -> Arguments {
    let mut found = Arguments::default();
    let clause = view.clause_of(candidate.first);
    for name in view.names {
        let (first, last) = view.tokens_of(name.span);
        if view.clause_of(first) != clause && !is_adjacent(view, candidate, first) {
            continue;
        }
        if is_venue(view, name, first, last) {
            found.places.push(name.clone());
        } else if is_participant(view, name) {
            found.participants.push(actor(name));
        }
    }
    dedup(&mut found.places);
    dedup(&mut found.participants);
    found.quantities = quantities(view, clause);
    found
}

/// A name right after the trigger belongs to it even if a clause is cut between.
fn is_adjacent(view: &View<'_>, candidate: &Candidate, at: usize) -> bool {
    let next = candidate.last + 1;
    next <= at
        && at <= next + 6
        && (next..at).all(|i| view.group_at(i).is_none() && view.word(i) != ",")
}

fn dedup(names: &mut Vec<Name>) {
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| seen.insert(name.full.clone()));
}

/// A place after `in`, `at`, `near`, `into`, or named as a venue.
fn is_venue(view: &View<'_>, name: &Name, first: usize, last: usize) -> bool {
    let can_be = matches!(
        name.class,
        NameClass::Place | NameClass::Country | NameClass::Unknown
    );
    if !can_be || is_demonym(name.span.of(view.text)) {
        return false;
    }
    let mut before = first;
    for _ in 0..3 {
        let Some(at) = before.checked_sub(1) else {
            return false;
        };
        let is_filler = matches!(
            view.class(at),
            Some(WordClass::Determiner | WordClass::Adjective)
        ) || [
            "city", "town", "village", "port", "capital", "of", "coast", "region", "and",
            "southern", "northern",
        ]
        .contains(&view.word(at));
        if !is_filler {
            break;
        }
        before = at;
    }
    let preposition = before.checked_sub(1).map_or("", |at| view.word(at));
    let is_known = name.class != NameClass::Unknown;
    let is_in = [
        "in", "at", "near", "into", "off", "outside", "across", "inside", "around", "over",
    ]
    .contains(&preposition)
        || preposition == "to" && name.class == NameClass::Place
        || preposition == "toward"
        || preposition == "towards";
    let is_named_venue = view.word(last + 1) == "as"
        && (last + 2..last + 6)
            .any(|at| ["venue", "host", "location", "site"].contains(&view.word(at)));
    is_known && is_in
        || is_known && is_named_venue
        || is_known && ["in", "at"].contains(&preposition)
}

fn is_participant(view: &View<'_>, name: &Name) -> bool {
    match name.class {
        NameClass::Place => {
            government(&name.full).is_some() && !follows_preposition(view, name)
        }
        NameClass::Unknown => name.full.len() > 2,
        _ => true,
    }
}

fn follows_preposition(view: &View<'_>, name: &Name) -> bool {
    let (first, _) = view.tokens_of(name.span);
    let before = first.checked_sub(1).and_then(|at| view.class(at));
    matches!(before, Some(WordClass::Preposition))
        && !["between", "with", "and", "by", "of"].contains(&view.word(first.saturating_sub(1)))
}

/// A capital that acts is its country's government.
fn actor(name: &Name) -> Name {
    match (name.class, government(&name.full)) {
        (NameClass::Place, Some(country)) => Name {
            full: country.to_owned(),
            span: name.span,
            class: NameClass::Country,
        },
        _ => name.clone(),
    }
}

/// `12 dead`, `killed nine people`, `$3 million`.
fn quantities(view: &View<'_>, clause: usize) -> Vec<Quantity> {
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

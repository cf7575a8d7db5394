//! Who takes part, where, and what numbers a sentence gives.

use crate::model::{Name, NameClass, Quantity};
use crate::text::{VerbGroup, WordClass, government, is_demonym};

use super::arguments_words::Venues;
use super::lexicon::Grammar;
use super::quantity::quantities;
use super::trigger::Candidate;
use super::view::View;

/// The names around an event.
#[derive(Default)]
pub(super) struct Arguments {
    pub(super) participants: Vec<Name>,
    pub(super) places: Vec<Name>,
    pub(super) quantities: Vec<Quantity>,
}

impl Arguments {
    /// Adds who is not among the participants yet.
    pub(super) fn add_participants(&mut self, names: Vec<Name>) {
        self.participants.extend(names);
        dedup(&mut self.participants);
    }
}

/// Participants and places of the candidate's clause, and of the phrases that hang on it.
pub(super) fn arguments(view: &View<'_>, candidate: &Candidate) -> Arguments {
    let mut found = Arguments::default();
    let clause = view.clause_of(candidate.first);
    for name in view.names {
        let (first, last) = view.tokens_of(name.span);
        let is_time = (first..=last).all(|at| view.is_time(at));
        if is_time || view.clause_of(first) != clause && !is_adjacent(view, candidate, first) {
            continue;
        }
        if is_venue(view, name, first, last) {
            found.places.push(name.clone());
        } else if is_participant(view, candidate, name) {
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
        && (next..at).all(|i| {
            let opens = matches!(view.class(i), Some(WordClass::Subordinator));
            view.group_at(i).is_none() && view.word(i) != "," && !opens
        })
}

fn dedup(names: &mut Vec<Name>) {
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| seen.insert(name.full.clone()));
}

/// A place after `in`, `at`, `near`, `into`, or named as a venue.
fn is_venue(view: &View<'_>, name: &Name, first: usize, last: usize) -> bool {
    let can_be = matches!(name.class, NameClass::Place | NameClass::Country);
    if !can_be || is_demonym(name.span.of(view.text)) || is_owner(view, last) {
        return false;
    }
    let venues = Venues::get();
    let mut before = first;
    for _ in 0..4 {
        let Some(at) = before.checked_sub(1) else {
            return false;
        };
        let is_filler = matches!(
            view.class(at),
            Some(WordClass::Determiner | WordClass::Adjective)
        ) || venues.fillers.contains(view.word(at));
        if !is_filler {
            break;
        }
        before = at;
    }
    let preposition = before.checked_sub(1).map_or("", |at| view.word(at));
    if venues.origin.contains(preposition) && is_behind_noun(view, before - 1) {
        return false;
    }
    let is_named_venue = view.word(last + 1) == "as"
        && (last + 2..last + 6).any(|at| venues.venue_nouns.contains(view.word(at)));
    venues.venue.contains(preposition)
        || venues.arrival.contains(preposition) && name.class == NameClass::Place
        || is_named_venue
        || name.class == NameClass::Place && is_struck(view, before)
}

/// `a nurse from Lima` is not of Lima's events; who flew `from Lima` was there.
fn is_behind_noun(view: &View<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|before| !view.is_time(*before));
    before.is_some_and(|before| {
        let class = view.class(before);
        matches!(
            class,
            Some(WordClass::Noun | WordClass::Name | WordClass::Coordinator)
        ) || view.name_at(before).is_some()
    })
}

/// `hit Sulawesi`
fn is_struck(view: &View<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| view.group_at(before));
    before
        .and_then(|group| view.sentence.verbs.get(group))
        .is_some_and(|group| !group.is_passive && Venues::get().striking.contains(&group.lemma))
}

/// `Chile's` parliament is no place.
fn is_owner(view: &View<'_>, last: usize) -> bool {
    super::title_phrase::is_possessive(view, last + 1)
        && !view.is_time(last + 2)
        && view.name_at(last + 2).is_none()
}

fn is_participant(view: &View<'_>, candidate: &Candidate, name: &Name) -> bool {
    let last_word = name.full.rsplit(' ').next().unwrap_or("").to_lowercase();
    let venues = Venues::get();
    let is_bare = !name.full.contains(' ') && venues.bare.contains(&last_word);
    let reacts = reaction(view, candidate)
        .is_some_and(|group| view.tokens_of(name.span).1 < group.first);
    if reacts
        || is_source(view, candidate, name)
        || venues.times.contains(&last_word)
        || is_bare
    {
        return false;
    }
    let words = name.span.of(view.text);
    match name.class {
        NameClass::Place => {
            let (first, _) = view.tokens_of(name.span);
            government(&name.full).is_some()
                && !follows_preposition(view, name)
                && !is_struck(view, first)
        }
        NameClass::Country if is_demonym(words) => acts(view, candidate, name),
        NameClass::Unknown => {
            name.full.chars().count() > 2 && words.starts_with(char::is_alphabetic)
        }
        _ => words.starts_with(char::is_alphanumeric),
    }
}

/// The verb of those who only speak of the event, or look into it: `condemned the raid`.
pub(super) fn reaction<'v>(view: &'v View<'_>, candidate: &Candidate) -> Option<&'v VerbGroup> {
    let group = view.sentence.verbs.get(candidate.group?)?;
    let is_object = candidate.is_noun && !group.is_passive && group.last < candidate.first;
    (is_object && Grammar::get().reacting.contains(&group.lemma)).then_some(group)
}

/// `Peruvian officials`, `the Peruvian attack`; not `Peruvian coffee`.
fn acts(view: &View<'_>, candidate: &Candidate, name: &Name) -> bool {
    let (_, last) = view.tokens_of(name.span);
    let next = last + 1;
    let bodies = &Venues::get().bodies;
    let names_trigger = (next..next + 4).contains(&candidate.first)
        && (next..candidate.first).all(|at| view.group_at(at).is_none());
    let is_alone = !matches!(
        view.class(next),
        Some(WordClass::Noun | WordClass::Name | WordClass::Adjective | WordClass::Hyphen)
    );
    let is_joined = ["and", "-", "–"].contains(&view.word(next));
    (next..next + 3).any(|at| bodies.contains(view.word(at)))
        || names_trigger
        || is_alone
        || is_joined
        || view.name_at(next).is_some()
}

/// Who only reports what happened: `The BBC reported nine dead`, `according to NASA`.
fn is_source(view: &View<'_>, candidate: &Candidate, name: &Name) -> bool {
    let venues = Venues::get();
    let (first, last) = view.tokens_of(name.span);
    let mut next = last + 1;
    while view.is_time(next) || matches!(view.class(next), Some(WordClass::Adverb)) {
        next += 1;
    }
    let reports = view
        .group_at(next)
        .filter(|_| !candidate.is_report)
        .and_then(|group| view.sentence.verbs.get(group))
        .is_some_and(|group| {
            venues.reporting.contains(&group.lemma)
                && group.head != candidate.first
                && !group.is_passive
        });
    let mut before = first;
    while before > 0 && matches!(view.class(before - 1), Some(WordClass::Determiner)) {
        before -= 1;
    }
    let follows_source = venues.sources.iter().any(|source| {
        let words: Vec<&str> = source.split(' ').collect();
        before.checked_sub(words.len()).is_some_and(|start| {
            words
                .iter()
                .enumerate()
                .all(|(n, w)| view.word(start + n) == *w)
        })
    });
    reports || follows_source
}

fn follows_preposition(view: &View<'_>, name: &Name) -> bool {
    let (first, _) = view.tokens_of(name.span);
    let before = first.checked_sub(1).and_then(|at| view.class(at));
    matches!(before, Some(WordClass::Preposition))
        && !Venues::get()
            .acting
            .contains(view.word(first.saturating_sub(1)))
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

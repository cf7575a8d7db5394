//! The full form of a short name: a later last name points back to the whole name.

use std::collections::{BTreeMap, BTreeSet};

use super::Document;
use super::lemma::{Form, verb_readings};
use super::lexicon::Words;
use crate::model::{Name, NameClass};

/// Gives a last name the full name it had before, and persons their class.
pub(super) fn complete(found: &mut [Name], text: &str) {
    let mut full_by_last: BTreeMap<String, (String, NameClass)> = BTreeMap::new();
    for name in found.iter().filter(|name| name.full.contains(' ')) {
        let is_person_like = matches!(
            name.class,
            NameClass::Person | NameClass::Unknown | NameClass::Vessel
        );
        if let Some(last) = name.full.rsplit(' ').next().filter(|_| is_person_like) {
            let entry = full_by_last
                .entry(last.to_owned())
                .or_insert((name.full.clone(), name.class));
            if entry.1 == NameClass::Unknown && entry.0 == name.full {
                entry.1 = name.class;
            }
        }
    }
    for name in found {
        let words = name.span.of(text);
        let key = name.full.rsplit(' ').next().unwrap_or(words);
        let is_open = matches!(name.class, NameClass::Person | NameClass::Unknown);
        let Some((full, class)) = full_by_last.get(key).filter(|_| is_open) else {
            continue;
        };
        if full == &name.full || !words.contains(' ') {
            let is_short_person = name.full != *full && *class == NameClass::Unknown;
            name.class = if is_short_person {
                NameClass::Person
            } else {
                *class
            };
            name.full.clone_from(full);
        }
    }
}

/// Gives `the Ministry` the name of the only body of that sort that the article names in full.
pub(super) fn complete_bodies(found: &mut [Name]) {
    let mut bodies: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for name in found
        .iter()
        .filter(|name| name.class == NameClass::Organisation)
    {
        let words: Vec<String> = name.full.split(' ').map(str::to_lowercase).collect();
        let has_of = words.iter().any(|word| word == "of" || word == "for");
        let sort = if has_of { words.first() } else { words.last() };
        if let Some(sort) = sort.filter(|_| 1 < words.len()) {
            bodies
                .entry(sort.clone())
                .or_default()
                .insert(name.full.clone());
        }
    }
    let is_bare =
        |name: &&mut Name| name.class == NameClass::Organisation && !name.full.contains(' ');
    for name in found.iter_mut().filter(is_bare) {
        let mut named = bodies.get(&name.full.to_lowercase()).into_iter().flatten();
        if let (Some(full), None) = (named.next(), named.next()) {
            name.full.clone_from(full);
        }
    }
}

/// The first word of a sentence has a capital anyway: alone it is a name only if it is one elsewhere.
pub(super) fn drop_openers(found: &mut Vec<Name>, text: &str, document: &Document) {
    let starts: BTreeSet<usize> = document.sentences.iter().map(|s| s.span.start).collect();
    let inside: BTreeSet<String> = found
        .iter()
        .filter(|name| !starts.contains(&name.span.start))
        .flat_map(|name| name.span.of(text).split_whitespace().map(str::to_owned))
        .collect();
    found.retain(|name| {
        let words = name.span.of(text);
        let is_alone = name.class == NameClass::Unknown && !words.contains(' ');
        !is_alone || !starts.contains(&name.span.start) || inside.contains(words)
    });
}

/// A word that is written small in the middle of a sentence.
pub(super) fn is_common(lower: &str) -> bool {
    let words = Words::get();
    [
        &words.determiners,
        &words.prepositions,
        &words.subject_pronouns,
        &words.pronouns,
        &words.coordinators,
        &words.subordinators,
        &words.adverbs,
        &words.adjectives,
    ]
    .iter()
    .any(|list| list.contains(lower))
        || lower.ends_with("ly")
        || lower.ends_with("tion")
        || lower.len() > 4 && lower.ends_with('s') && !lower.ends_with("ss")
        || verb_readings(lower)
            .iter()
            .any(|reading| reading.form != Form::Past)
}

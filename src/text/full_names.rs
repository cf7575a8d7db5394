//! The full form of a short name: a later last name points back to the whole name.

use std::collections::{BTreeMap, BTreeSet};

use super::Document;
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

//! The names of participants or places of an event, weighted by how much they tell.

use std::cmp::Reverse;

use super::rarity::Rarity;
use super::words::{hash, is_area, words};
use crate::model::{Mention, Name, NameClass};

/// How many names a profile keeps.
const MAX_NAMES: usize = 24;

/// What a name stands for when names are held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PlaceSort {
    /// A country.
    Country,
    /// A region, sea or other place that holds places.
    Area,
    /// A town, base or building.
    Spot,
    /// No place: a person.
    Person,
    /// No place: anything else.
    Other,
}

/// One name.
#[derive(Clone, Copy, Debug)]
pub(super) struct NameWeight {
    pub(super) key: u64,
    pub(super) sort: PlaceSort,
    /// How much it tells, up to 1.
    pub(super) weight: f32,
    /// How many mentions give it.
    pub(super) count: u32,
}

/// Names sorted by key.
#[derive(Clone, Debug, Default)]
pub(super) struct Names(Vec<NameWeight>);

impl Names {
    pub(super) fn new(names: &[Name], rarity: &Rarity) -> Self {
        let mut weights: Vec<NameWeight> = names.iter().map(|n| weigh(n, rarity)).collect();
        weights.sort_by_key(|name| name.key);
        weights.dedup_by_key(|name| name.key);
        Self(weights)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &NameWeight> + '_ {
        self.0.iter()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn contains(&self, key: u64) -> bool {
        self.find(key).is_ok()
    }

    fn find(&self, key: u64) -> Result<usize, usize> {
        self.0.binary_search_by_key(&key, |name| name.key)
    }

    pub(super) fn absorb(&mut self, other: Self) {
        for name in other.0 {
            match self.find(name.key) {
                Ok(at) => {
                    if let Some(own) = self.0.get_mut(at) {
                        own.count += name.count;
                    }
                }
                Err(at) if self.0.len() < MAX_NAMES => self.0.insert(at, name),
                Err(_) => (),
            }
        }
    }
}

/// Gives a name that mentions class differently the class that most of them give it; of two given as
/// often, the first of the two in [`NameClass`].
pub(super) fn settle_classes(mentions: &mut [Mention]) {
    let names = mentions
        .iter()
        .flat_map(|m| m.participants.iter().chain(&m.places));
    let mut given: Vec<(u64, NameClass)> = names
        .filter(|name| name.class != NameClass::Unknown)
        .map(|name| (hash(name.full.as_bytes()), name.class))
        .collect();
    given.sort_unstable();
    let best: Vec<(u64, NameClass)> = given
        .chunk_by(|a, b| a.0 == b.0)
        .filter_map(|same| {
            let classes = same.chunk_by(|a, b| a.1 == b.1);
            classes
                .min_by_key(|class| Reverse(class.len()))?
                .first()
                .copied()
        })
        .collect();
    for mention in mentions {
        for name in mention.participants.iter_mut().chain(&mut mention.places) {
            let key = hash(name.full.as_bytes());
            if let Ok(at) = best.binary_search_by_key(&key, |(key, _)| *key) {
                name.class = best.get(at).map_or(name.class, |(_, class)| *class);
            }
        }
    }
}

/// By what a name is known in other articles: a person by the last word, all else by the whole.
pub(super) fn name_key(name: &Name) -> u64 {
    let mut parts: Vec<String> = words(&name.full).collect();
    if name.class == NameClass::Person {
        const SUFFIXES: [&str; 4] = ["jr", "sr", "ii", "iii"];
        while 1 < parts.len() && parts.last().is_some_and(|w| SUFFIXES.contains(&w.as_str())) {
            parts.pop();
        }
        return hash(
            parts
                .last()
                .map_or(name.full.as_str(), |word| word)
                .as_bytes(),
        );
    }
    if parts.first().is_some_and(|word| word == "the") {
        parts.remove(0);
    }
    hash(parts.join(" ").as_bytes())
}

pub(super) fn sort_of(name: &Name) -> PlaceSort {
    match name.class {
        NameClass::Person => PlaceSort::Person,
        NameClass::Country => PlaceSort::Country,
        NameClass::Place if is_area(&name.full) => PlaceSort::Area,
        NameClass::Place => PlaceSort::Spot,
        NameClass::Organisation | NameClass::Vessel | NameClass::Unknown => PlaceSort::Other,
    }
}

fn weigh(name: &Name, rarity: &Rarity) -> NameWeight {
    let base = match name.class {
        NameClass::Person | NameClass::Vessel => 1.0,
        NameClass::Organisation | NameClass::Place => 0.8,
        NameClass::Unknown => 0.7,
        NameClass::Country => 0.5,
    };
    let key = name_key(name);
    NameWeight {
        key,
        sort: sort_of(name),
        weight: base * (0.4 + 0.6 * rarity.share(key)),
        count: 1,
    }
}

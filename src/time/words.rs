//! The word classes of a language, found by a word or a phrase.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::holiday::Holidays;
use super::slot::{Slot, named_value};
use crate::text::WordFilter;

/// Number of a word class or of a word that patterns spell out.
pub(super) type ClassId = u16;

/// Classes that `lex` recognises by their digits, with the part of a date they fill.
pub(super) const DIGIT_CLASSES: [(&str, Slot); 19] = [
    ("YEAR", Slot::Year),
    ("YEAR3", Slot::Year),
    ("YY", Slot::Year),
    ("APOSYEAR", Slot::Year),
    ("DAY", Slot::Day),
    ("ORDDAY", Slot::Day),
    ("DD", Slot::Day),
    ("MONTHNUM", Slot::Month),
    ("MM", Slot::Month),
    ("HOUR", Slot::Hour),
    ("MINUTE", Slot::Minute),
    ("MILITARY", Slot::Hour),
    ("NUM", Slot::N),
    ("ORD", Slot::N),
    ("DECADE", Slot::Decade),
    ("DECIMALHOUR", Slot::Hour),
    ("COMPACT", Slot::Compact),
    ("WORDYEAR", Slot::Year),
    ("WORDDAY", Slot::Day),
];

#[derive(Deserialize)]
struct ClassFile {
    slot: Slot,
    #[serde(default)]
    capital: Vec<String>,
    words: BTreeMap<String, WordValue>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum WordValue {
    Number(f64),
    Name(String),
}

/// A phrase of a class.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Its words after the first.
    pub(super) rest: Vec<Box<str>>,
    pub(super) class: ClassId,
    pub(super) value: f64,
    /// Counts only with a capital letter.
    pub(super) capital: bool,
}

/// All classes and their phrases.
pub(super) struct Words {
    ids: BTreeMap<String, ClassId>,
    slots: Vec<Slot>,
    phrases: BTreeMap<Box<str>, Vec<Phrase>>,
    /// Of the first words of the phrases.
    filter: WordFilter,
    cardinal: Option<ClassId>,
    multiplier: Option<ClassId>,
    fraction: Option<ClassId>,
    zero: Option<ClassId>,
    and: Option<ClassId>,
}

impl Words {
    /// Reads the classes of a file, and the names of the days that have one.
    pub(super) fn read(source: &str, holidays: &Holidays) -> Self {
        let file: BTreeMap<String, ClassFile> = toml::from_str(source).unwrap_or_default();
        let mut words = Self {
            ids: BTreeMap::new(),
            slots: Vec::new(),
            phrases: BTreeMap::new(),
            filter: WordFilter::default(),
            cardinal: None,
            multiplier: None,
            fraction: None,
            zero: None,
            and: None,
        };
        for (name, slot) in DIGIT_CLASSES {
            words.add_class(name, slot);
        }
        for (name, class) in file {
            let id = words.add_class(&name, class.slot);
            for (phrase, value) in class.words {
                let value = match value {
                    WordValue::Number(number) => Some(number),
                    WordValue::Name(name) => named_value(class.slot, &name),
                };
                let capital = class.capital.contains(&phrase);
                words.add_phrase(&phrase, id, value.unwrap_or_default(), capital);
            }
        }
        let holiday = words.add_class("HOLIDAY", Slot::Holiday);
        for (index, name) in holidays.names() {
            words.add_phrase(name, holiday, index as f64, false);
        }
        words.cardinal = words.class("CARDINAL");
        words.multiplier = words.class("MULTIPLIER");
        words.fraction = words.class("FRACTION");
        words.zero = words.class("ZERO");
        words.and = words.class("AND");
        words
    }

    fn add_class(&mut self, name: &str, slot: Slot) -> ClassId {
        let id = self.slots.len() as ClassId;
        self.ids.insert(name.to_owned(), id);
        self.slots.push(slot);
        id
    }

    fn add_phrase(&mut self, phrase: &str, class: ClassId, value: f64, capital: bool) {
        let mut words = phrase.split_whitespace();
        if let Some(first) = words.next() {
            self.filter.add(first);
            self.phrases.entry(first.into()).or_default().push(Phrase {
                rest: words.map(Into::into).collect(),
                class,
                value,
                capital,
            });
        }
    }

    /// The class of a name in capitals, or of a plain word, which becomes one if it is none yet.
    /// None for a name in capitals that no file defines.
    pub(super) fn intern(&mut self, name: &str) -> Option<ClassId> {
        let is_class = name.chars().any(char::is_uppercase);
        let key = if is_class {
            name.to_owned()
        } else {
            format!("'{name}'")
        };
        if let Some(id) = self.ids.get(&key) {
            return Some(*id);
        }
        if is_class {
            return None;
        }
        let id = self.add_class(&key, Slot::None);
        self.add_phrase(name, id, 0.0, false);
        Some(id)
    }

    /// The class of a name that a file or [`DIGIT_CLASSES`] defines.
    pub(super) fn class(&self, name: &str) -> Option<ClassId> {
        self.ids.get(name).copied()
    }

    pub(super) fn slot(&self, class: ClassId) -> Slot {
        self.slots
            .get(usize::from(class))
            .copied()
            .unwrap_or(Slot::None)
    }

    /// The phrases that begin with `word`.
    pub(super) fn starting_with(&self, word: &str) -> &[Phrase] {
        if !self.filter.may_have(word) {
            return &[];
        }
        self.phrases.get(word).map_or(&[], Vec::as_slice)
    }

    /// The value of `seven`, `twenty`.
    pub(super) fn cardinal(&self, word: &str) -> Option<f64> {
        self.value_in(self.cardinal?, word)
    }

    /// The value of `hundred`, `million`.
    pub(super) fn multiplier(&self, word: &str) -> Option<f64> {
        self.value_in(self.multiplier?, word)
    }

    /// Whether a class holds what is added to a number (`and a half`).
    pub(super) fn is_fraction(&self, class: ClassId) -> bool {
        self.fraction == Some(class)
    }

    /// Whether a word stands for a zero within a year (`nineteen oh one`).
    pub(super) fn is_zero(&self, word: &str) -> bool {
        self.zero
            .is_some_and(|class| self.value_in(class, word).is_some())
    }

    /// Whether a word joins the parts of a number.
    pub(super) fn is_and(&self, word: &str) -> bool {
        self.and
            .is_some_and(|class| self.value_in(class, word).is_some())
    }

    fn value_in(&self, class: ClassId, word: &str) -> Option<f64> {
        self.starting_with(word)
            .iter()
            .find(|phrase| phrase.class == class && phrase.rest.is_empty())
            .map(|phrase| phrase.value)
    }
}

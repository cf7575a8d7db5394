//! The word classes of a language, found by a word or a phrase.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::holiday::Holidays;
use super::slot::{Slot, named_value};
use super::table::Table;

/// Number of a word class or of a word that patterns spell out.
pub(super) type ClassId = u16;

/// Ids of [`DIGIT_CLASSES`].
pub(super) mod digit_class {
    use super::ClassId;
    pub(in crate::time) const YEAR: ClassId = 0;
    pub(in crate::time) const YEAR3: ClassId = 1;
    pub(in crate::time) const YY: ClassId = 2;
    pub(in crate::time) const APOSYEAR: ClassId = 3;
    pub(in crate::time) const DAY: ClassId = 4;
    pub(in crate::time) const ORDDAY: ClassId = 5;
    pub(in crate::time) const DD: ClassId = 6;
    pub(in crate::time) const MONTHNUM: ClassId = 7;
    pub(in crate::time) const MM: ClassId = 8;
    pub(in crate::time) const HOUR: ClassId = 9;
    pub(in crate::time) const MINUTE: ClassId = 10;
    pub(in crate::time) const MILITARY: ClassId = 11;
    pub(in crate::time) const NUM: ClassId = 12;
    pub(in crate::time) const ORD: ClassId = 13;
    pub(in crate::time) const DECADE: ClassId = 14;
    pub(in crate::time) const DECIMALHOUR: ClassId = 15;
    pub(in crate::time) const COMPACT: ClassId = 16;
    pub(in crate::time) const WORDYEAR: ClassId = 17;
    pub(in crate::time) const WORDDAY: ClassId = 18;
    pub(in crate::time) const FYYEAR: ClassId = 19;
    pub(in crate::time) const DAYHOUR: ClassId = 20;
    pub(in crate::time) const CLOCKREST: ClassId = 21;
}

/// Classes that `lex` recognises by their digits, with the part of a date they fill. Their ids are
/// their places here.
pub(super) const DIGIT_CLASSES: [(&str, Slot); 22] = [
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
    ("FYYEAR", Slot::Year),
    ("DAYHOUR", Slot::DayHour),
    ("CLOCKREST", Slot::ClockRest),
];

/// Whether a class is made of digits or of words for numbers.
pub(super) fn is_digit_class(class: ClassId) -> bool {
    usize::from(class) < DIGIT_CLASSES.len()
}

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

/// What begins with a word.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub(super) phrases: Vec<Phrase>,
    /// The value of `seven`, `twenty`.
    pub(super) cardinal: Option<f64>,
    /// The value of `hundred`, `million`.
    pub(super) multiplier: Option<f64>,
    /// Stands for a zero within a year (`nineteen oh one`).
    pub(super) is_zero: bool,
    /// Joins the parts of a number.
    pub(super) is_and: bool,
}

/// All classes and their phrases.
pub(super) struct Words {
    ids: BTreeMap<String, ClassId>,
    slots: Vec<Slot>,
    entries: Table<Entry>,
    fraction: Option<ClassId>,
}

impl Words {
    /// Reads the classes of a file, and the names of the days that have one.
    pub(super) fn read(source: &str, holidays: &Holidays) -> Self {
        let file: BTreeMap<String, ClassFile> = toml::from_str(source).unwrap_or_default();
        let mut words = Self {
            ids: BTreeMap::new(),
            slots: Vec::new(),
            entries: Table::default(),
            fraction: None,
        };
        for (name, slot) in DIGIT_CLASSES {
            words.add_class(name, slot);
        }
        for (name, class) in file {
            words.add_file_class(&name, class);
        }
        let holiday = words.add_class("HOLIDAY", Slot::Holiday);
        for (index, name) in holidays.names() {
            words.add_phrase(name, holiday, index as f64, false);
        }
        words.fraction = words.class("FRACTION");
        words
    }

    fn add_file_class(&mut self, name: &str, class: ClassFile) {
        let id = self.add_class(name, class.slot);
        for (phrase, value) in class.words {
            let value = match value {
                WordValue::Number(number) => Some(number),
                WordValue::Name(name) => named_value(class.slot, &name),
            };
            let value = value.unwrap_or_default();
            self.add_phrase(&phrase, id, value, class.capital.contains(&phrase));
            let entry = self.entries.entry(&phrase);
            match name {
                "CARDINAL" => entry.cardinal = Some(value),
                "MULTIPLIER" => entry.multiplier = Some(value),
                "ZERO" => entry.is_zero = true,
                "AND" => entry.is_and = true,
                _ => (),
            }
        }
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
            let entry = self.entries.entry(first);
            entry.phrases.push(Phrase {
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

    /// All phrases with their class, each as its first word and the others.
    pub(super) fn phrases(&self) -> impl Iterator<Item = (ClassId, &str, &[Box<str>])> {
        self.entries.iter().flat_map(|(first, entry)| {
            let phrases = entry.phrases.iter();
            phrases.map(move |phrase| (phrase.class, first, phrase.rest.as_slice()))
        })
    }

    /// The words that numbers are made of.
    pub(super) fn number_words(&self) -> impl Iterator<Item = &str> {
        let is_number = |entry: &Entry| {
            entry.cardinal.is_some_and(|n| n > 1.0) || entry.multiplier.is_some()
        };
        let entries = self.entries.iter();
        entries.filter_map(move |(word, entry)| is_number(entry).then_some(word))
    }

    /// What begins with `word`.
    pub(super) fn entry(&self, word: &str) -> Option<&Entry> {
        self.entries.get(word)
    }

    /// The phrases that begin with `word`.
    pub(super) fn starting_with(&self, word: &str) -> &[Phrase] {
        self.entry(word).map_or(&[], |entry| &entry.phrases)
    }

    /// The value of `seven`, `twenty`.
    pub(super) fn cardinal(&self, word: &str) -> Option<f64> {
        self.entry(word)?.cardinal
    }

    /// The value of `hundred`, `million`.
    pub(super) fn multiplier(&self, word: &str) -> Option<f64> {
        self.entry(word)?.multiplier
    }

    /// Whether a class holds what is added to a number (`and a half`).
    pub(super) fn is_fraction(&self, class: ClassId) -> bool {
        self.fraction == Some(class)
    }

    /// Whether a word stands for a zero within a year.
    pub(super) fn is_zero(&self, word: &str) -> bool {
        self.entry(word).is_some_and(|entry| entry.is_zero)
    }

    /// Whether a word joins the parts of a number.
    pub(super) fn is_and(&self, word: &str) -> bool {
        self.entry(word).is_some_and(|entry| entry.is_and)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digit_classes_have_their_ids() {
        let words = Words::read("", &Holidays::default());
        assert_eq!(words.class("YEAR"), Some(digit_class::YEAR));
        assert_eq!(words.class("NUM"), Some(digit_class::NUM));
        assert_eq!(words.class("CLOCKREST"), Some(digit_class::CLOCKREST));
    }
}

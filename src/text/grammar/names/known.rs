//! What common knowledge says of a word: given name, title, place, body. Hints, never a verdict.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use serde::Deserialize;

use crate::model::NameClass;
use crate::text::gazetteer::Gazetteer;
use crate::text::lexicon::read;

use super::super::look::{Hash, Look, hash_bytes};

pub(super) const GIVEN: u32 = 1;
const FAMILY: u32 = 1 << 1;
pub(super) const TITLE: u32 = 1 << 2;
pub(super) const BODY_WORD: u32 = 1 << 3;
const BODY_HEAD: u32 = 1 << 4;
const SHIP_PREFIX: u32 = 1 << 5;
const PLACE_WORD: u32 = 1 << 6;
const BEFORE_PLACE: u32 = 1 << 7;
/// A nationality, faith or other people.
pub(super) const PEOPLE: u32 = 1 << 8;
const CALENDAR: u32 = 1 << 9;
const EVENT_WORD: u32 = 1 << 10;
const SMALL_TITLE: u32 = 1 << 11;
const SMALL_BODY_WORD: u32 = 1 << 12;
const COUNTRY: u32 = 1 << 13;
const PLACE: u32 = 1 << 14;
const BODY: u32 = 1 << 15;
const EVENT: u32 = 1 << 16;
const PRODUCT: u32 = 1 << 17;
const PHRASE_FIRST: u32 = 1 << 18;
const PHRASE_INNER: u32 = 1 << 19;
const PHRASE_LAST: u32 = 1 << 20;
/// A place by its name alone.
pub(super) const ANY_PLACE: u32 = COUNTRY | PLACE;
/// What a word with a small first letter can be.
const SMALL: [(u32, u32); 2] = [(TITLE, SMALL_TITLE), (BODY_WORD, SMALL_BODY_WORD)];
const LONGEST_PHRASE: usize = 6;

/// Hashes of its words as written, and what they are.
type Phrase = (Vec<Hash>, u32);

/// Words and phrases with what is known of them.
#[derive(Default)]
pub(super) struct Known {
    /// By the hash of the word in small letters; sorted.
    words: Vec<(Hash, u32)>,
    /// By the hash of the first word as written, the longest first.
    phrases: IndexMap<Hash, Vec<Phrase>, FxBuildHasher>,
    /// What stands beside and inside names.
    pub(super) cues: CueWords,
}

/// Words beside and inside names, as hashes of their small letters; each list is short.
#[derive(Debug, Default)]
pub(super) struct CueWords {
    /// After a person.
    pub(super) speaking: Vec<Hash>,
    /// Before a place.
    pub(super) inside: Vec<Hash>,
    /// Inside a name.
    pub(super) links: Vec<Hash>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct NamesFile {
    given: String,
    family: String,
    places: String,
    organisations: String,
    events: String,
    products: String,
    organisation_words: String,
    place_words: String,
    event_words: String,
    titles: String,
    peoples: String,
    calendar: String,
    speaking: String,
    inside: String,
    links: String,
}

/// Whether a word, as written, is the whole of a name that everybody knows: `WHO`.
pub(in crate::text::grammar) fn is_known_name(word: &str) -> bool {
    let phrases = Known::get().phrases.get(&hash_bytes(word.as_bytes()));
    phrases.is_some_and(|all| all.iter().any(|(words, _)| words.len() == 1))
}

impl Known {
    pub(super) fn get() -> &'static Self {
        static KNOWN: LazyLock<Known> = LazyLock::new(Known::load);
        &KNOWN
    }

    fn load() -> Self {
        let mut known = Self::default();
        let mut words: BTreeMap<Hash, u32> = BTreeMap::new();
        let file: NamesFile = read(include_str!("../../../../assets/lang/en/text/names.toml"));
        for (list, flag) in [
            (&file.given, GIVEN),
            (&file.family, FAMILY),
            (&file.organisation_words, BODY_WORD),
            (&file.place_words, PLACE_WORD),
            (&file.event_words, EVENT_WORD),
            (&file.titles, TITLE),
            (&file.calendar, CALENDAR),
        ] {
            mark(&mut words, list.split_whitespace(), flag);
        }
        for (list, flag) in [
            (&file.places, PLACE),
            (&file.organisations, BODY),
            (&file.events, EVENT),
            (&file.products, PRODUCT),
            (&file.peoples, PEOPLE),
        ] {
            for phrase in list.split(',').map(str::trim) {
                known.add_phrase(phrase, flag);
            }
        }
        known.cues = CueWords {
            speaking: hashes(&file.speaking),
            inside: hashes(&file.inside),
            links: hashes(&file.links),
        };
        known.add_gazetteer(&mut words);
        for list in known.phrases.values_mut() {
            list.sort_by_key(|(words, flag)| (std::cmp::Reverse(words.len()), *flag));
        }
        known.words = words.into_iter().collect();
        known
    }

    fn add_gazetteer(&mut self, words: &mut BTreeMap<Hash, u32>) {
        let gazetteer = Gazetteer::get();
        for entry in gazetteer.entries() {
            let flag = match entry.class {
                NameClass::Country if gazetteer.is_demonym(&entry.words) => PEOPLE,
                NameClass::Country => COUNTRY,
                _ => PLACE,
            };
            self.add_phrase(&entry.words, flag);
        }
        let cues = &gazetteer.cues;
        for (list, flag) in [
            (&cues.titles, TITLE),
            (&cues.organisation_words, BODY_WORD),
            (&cues.organisation_heads, BODY_HEAD),
            (&cues.ship_prefixes, SHIP_PREFIX),
            (&cues.place_after, PLACE_WORD),
        ] {
            mark(words, list.iter().map(String::as_str), flag);
        }
        let before = cues
            .place_before
            .iter()
            .filter_map(|cue| cue.split(' ').next());
        mark(words, before, BEFORE_PLACE);
    }

    /// Words of a phrase are cut as tokens are: at hyphens and before `'s`.
    fn add_phrase(&mut self, phrase: &str, flag: u32) {
        let cut = phrase.replace('-', " - ").replace("'s", " 's");
        let words: Vec<Hash> = cut
            .split_whitespace()
            .map(|word| hash_bytes(word.as_bytes()))
            .collect();
        if let Some(first) = words.first() {
            self.phrases.entry(*first).or_default().push((words, flag));
        }
    }

    /// What is known of a word by itself.
    pub(super) fn of_word(&self, look: &Look) -> u32 {
        let at = self
            .words
            .binary_search_by_key(&look.lower, |(word, _)| *word);
        let flags = at
            .ok()
            .and_then(|at| self.words.get(at))
            .map_or(0, |(_, flags)| *flags);
        if look.is_capital {
            return flags;
        }
        SMALL
            .iter()
            .filter(|(capital, _)| flags & capital != 0)
            .fold(0, |sum, (_, small)| sum | small)
    }

    /// Whether a word is listed as one for a people.
    pub(super) fn is_people(&self, word: &str) -> bool {
        let form = hash_bytes(word.as_bytes());
        let list = self.phrases.get(&form).into_iter().flatten();
        list.clone()
            .any(|(words, flag)| words.len() == 1 && *flag == PEOPLE)
    }

    /// Marks the words of all phrases that `forms`, hashes of words as written, hold.
    pub(super) fn mark_phrases(&self, forms: &[Hash], mut mark: impl FnMut(usize, u32)) {
        let mut at = 0;
        while let Some(rest) = forms.get(at..).filter(|rest| !rest.is_empty()) {
            let list = rest.first().and_then(|first| self.phrases.get(first));
            let found = list
                .into_iter()
                .flatten()
                .find(|(words, _)| rest.starts_with(words));
            let Some((words, flag)) = found else {
                at += 1;
                continue;
            };
            let n = words.len().min(LONGEST_PHRASE);
            for i in 0..n {
                mark(at + i, flag | place_in_phrase(i, n));
            }
            at += n;
        }
    }
}

fn hashes(words: &str) -> Vec<Hash> {
    let words = words.split_whitespace();
    words.map(|word| hash_bytes(word.as_bytes())).collect()
}

fn place_in_phrase(at: usize, n: usize) -> u32 {
    match at {
        _ if n == 1 => 0,
        0 => PHRASE_FIRST,
        _ if at + 1 == n => PHRASE_LAST,
        _ => PHRASE_INNER,
    }
}

fn mark<'a>(words: &mut BTreeMap<Hash, u32>, list: impl Iterator<Item = &'a str>, flag: u32) {
    let mut buffer = Vec::new();
    for word in list {
        let bare = word.trim_end_matches('.');
        for form in [word, bare] {
            *words.entry(Look::of(form, &mut buffer).lower).or_default() |= flag;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(text: &str) -> Vec<u32> {
        let words: Vec<&str> = text.split(' ').collect();
        let known = Known::get();
        let mut buffer = Vec::new();
        let mut flags: Vec<u32> = words
            .iter()
            .map(|word| known.of_word(&Look::of(word, &mut buffer)))
            .collect();
        let forms: Vec<Hash> = words
            .iter()
            .map(|word| hash_bytes(word.as_bytes()))
            .collect();
        known.mark_phrases(&forms, |at, flag| flags[at] |= flag);
        flags
    }

    #[test]
    fn words_and_phrases_are_known() {
        for (text, expected) in [
            ("Fatima", vec![GIVEN]),
            ("dr.", vec![SMALL_TITLE]),
            ("zzyzx", vec![0]),
            ("Peruvians", vec![PEOPLE]),
            (
                "Burkina Faso",
                vec![COUNTRY | PHRASE_FIRST, COUNTRY | PHRASE_LAST],
            ),
        ] {
            let found = flags(text);
            let holds = found
                .iter()
                .zip(&expected)
                .all(|(found, flags)| found & flags == *flags);
            assert!(holds && found.len() == expected.len(), "{text} {found:?}");
        }
        assert_eq!(flags("faso"), [0]);
    }
}

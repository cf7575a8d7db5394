//! The words of an excerpt as numbers, so that excerpts can be compared fast.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::Span;
use crate::text::{WordMap, WordSet};

/// FNV-1a with 64 bits: the same on every machine and in every run.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    bytes
        .iter()
        .fold(OFFSET, |sum, byte| mix(sum ^ u64::from(*byte)))
}

/// One step of FNV.
pub(super) fn mix(sum: u64) -> u64 {
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    sum.wrapping_mul(PRIME)
}

/// The words of `text` in lower case.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// The words of `text` in lower case, one after another in one buffer.
fn each_word(text: &str, mut take: impl FnMut(&str)) {
    let mut lower = String::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        lower.clear();
        if word.is_ascii() {
            lower.push_str(word);
            lower.make_ascii_lowercase();
        } else {
            lower.push_str(&word.to_lowercase());
        }
        take(&lower);
    }
}

/// The hashes of the words of `text` in lower case.
pub(super) fn word_hashes(text: &str) -> Vec<u64> {
    let mut hashes = Vec::with_capacity(text.len() / 5);
    each_word(text, |word| hashes.push(hash(word.as_bytes())));
    hashes
}

/// A word in lower case with its place in the article.
pub(super) struct Word {
    pub(super) lower: String,
    pub(super) span: Span,
}

/// The words of one excerpt of `text` in order.
pub(super) fn words_at(excerpt: Span, text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = excerpt.start;
    for piece in excerpt
        .of(text)
        .split_inclusive(|c: char| !c.is_alphanumeric())
    {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            words.push(Word {
                lower: word.to_lowercase(),
                span: Span::new(start, start + word.len()),
            });
        }
        start += piece.len();
    }
    words
}

/// The stems of the words that say what a text is about, as sorted hashes, each once.
pub(super) fn content_words(text: &str) -> Vec<u64> {
    let common = &Lists::get().common;
    let mut stems = Vec::with_capacity(text.len() / 8);
    each_word(text, |word| {
        if word.chars().nth(2).is_some() && !common.contains(word) {
            stems.push(hash(stem(word).as_bytes()));
        }
    });
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// What is left of a word without the endings of plural and tense; good enough to see that two
/// words are alike.
pub(super) fn stem(word: &str) -> &str {
    const ENDINGS: [(&str, usize); 6] = [
        ("ings", 4),
        ("ing", 4),
        ("ies", 3),
        ("ed", 4),
        ("es", 4),
        ("s", 3),
    ];
    let may_end_so = word.ends_with(['s', 'g', 'd']);
    for (ending, min_left) in ENDINGS.into_iter().filter(|_| may_end_so) {
        if let Some(left) = word.strip_suffix(ending)
            && left.chars().count() >= min_left
            && !left.ends_with('s')
        {
            return left.strip_suffix('e').unwrap_or(left);
        }
    }
    word.strip_suffix('e')
        .filter(|left| left.len() > 3)
        .unwrap_or(word)
}

/// What a trigger's neighbours say about its place among events of its class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Rank {
    /// `second round`
    pub(super) number: Option<u32>,
    /// `earlier talks`
    pub(super) is_earlier: bool,
}

/// Reads the few words before a trigger and after it.
pub(super) fn rank(before: &str, after: &str) -> Rank {
    const NEAR_BEFORE: usize = 4;
    let clause = before
        .rsplit([',', '.', ';', ':', '"', '\n'])
        .next()
        .unwrap_or("");
    let near: Vec<String> = words(clause).collect();
    let from = near.len().saturating_sub(NEAR_BEFORE);
    let near = near.get(from..).unwrap_or_default();
    let next = words(after).next();
    let lists = Lists::get();
    let number = near.iter().enumerate().find_map(|(at, word)| {
        let follows = near.get(at + 1).or(next.as_ref());
        let is_number = !follows.is_some_and(|next| lists.ordinal_stops.contains(next));
        lists.ordinals.get(word).copied().filter(|_| is_number)
    });
    Rank {
        number,
        is_earlier: near.iter().any(|word| lists.earlier.contains(word)),
    }
}

/// Whether a place's name says that other places may lie in it.
pub(super) fn is_area(place: &str) -> bool {
    words(place).any(|word| Lists::get().areas.contains(&word))
}

/// The lists of `assets/lang/en/story`.
pub(super) struct Lists {
    ordinals: WordMap<u32>,
    ordinal_stops: WordSet,
    earlier: WordSet,
    common: WordSet,
    areas: WordSet,
    /// Words for what befalls a plan that is called off, and one that moves.
    pub(super) called_off: Vec<String>,
    pub(super) moved: Vec<String>,
    /// Sentences, and whether they tell that something is called off (`Some(true)`) or moved.
    #[cfg(test)]
    pub(super) change_examples: Vec<(String, Option<bool>)>,
    /// Classes of triggers that say so too.
    pub(super) change_classes: WordSet,
    /// Base forms of triggers that say that another event starts.
    pub(super) start: WordSet,
    pub(super) moved_to: WordSet,
    /// What binds a clause to the noun before it.
    pub(super) relatives: WordSet,
    pub(super) said: WordSet,
    pub(super) said_on: WordSet,
    /// Before what somebody does while saying something.
    pub(super) at_once: WordSet,
    /// Before `since` and the date of the last event of the kind.
    pub(super) since_first: WordSet,
    /// Classes of events that have others within them.
    pub(super) long: WordSet,
    /// Classes of moves that are told step by step.
    pub(super) phased: WordSet,
    /// Classes of what befalls a person but once.
    pub(super) once: WordSet,
    /// Classes of events that are about another event.
    pub(super) about: WordSet,
    /// Last words of a headline that is cut off before what it is about.
    pub(super) open_ends: WordSet,
    /// What joins the last of a list.
    pub(super) joints: WordSet,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    ordinals: WordMap<u32>,
    ordinal_stops: List,
    earlier: List,
    common: List,
    areas: List,
    called_off: Phrases,
    moved: Phrases,
    change_classes: List,
    start: List,
    moved_to: List,
    relatives: List,
    said: List,
    said_on: List,
    at_once: List,
    since_first: List,
    long: List,
    phased: List,
    once: List,
    about: List,
    open_ends: List,
    joints: List,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    words: String,
}

/// Phrases with sentences in which they are found and in which they are not.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(test), expect(dead_code, reason = "the examples are for the test"))]
struct Phrases {
    list: Vec<String>,
    accepted: Vec<String>,
    rejected: Vec<String>,
}

#[cfg(test)]
impl Phrases {
    fn examples(&self, is_off: bool) -> impl Iterator<Item = (String, Option<bool>)> + '_ {
        let accepted = self.accepted.iter().map(move |s| (s.clone(), Some(is_off)));
        accepted.chain(self.rejected.iter().map(|s| (s.clone(), None)))
    }
}

impl List {
    fn set(&self) -> WordSet {
        self.words.split_whitespace().map(str::to_owned).collect()
    }
}

impl Lists {
    pub(super) fn get() -> &'static Self {
        static LISTS: LazyLock<Lists> = LazyLock::new(|| {
            let file = include_str!("../../assets/lang/en/story/words.toml");
            // A test sees to it that the file can be read.
            Lists::from(toml::from_str::<File>(file).unwrap_or_default())
        });
        &LISTS
    }
}

impl From<File> for Lists {
    fn from(file: File) -> Self {
        Self {
            ordinal_stops: file.ordinal_stops.set(),
            earlier: file.earlier.set(),
            common: file.common.set(),
            areas: file.areas.set(),
            change_classes: file.change_classes.set(),
            start: file.start.set(),
            moved_to: file.moved_to.set(),
            relatives: file.relatives.set(),
            said: file.said.set(),
            said_on: file.said_on.set(),
            at_once: file.at_once.set(),
            since_first: file.since_first.set(),
            long: file.long.set(),
            phased: file.phased.set(),
            once: file.once.set(),
            about: file.about.set(),
            open_ends: file.open_ends.set(),
            joints: file.joints.set(),
            #[cfg(test)]
            change_examples: file
                .called_off
                .examples(true)
                .chain(file.moved.examples(false))
                .collect(),
            ordinals: file.ordinals,
            called_off: file.called_off.list,
            moved: file.moved.list,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_can_be_read() {
        let file = include_str!("../../assets/lang/en/story/words.toml");
        let file: File = toml::from_str(file).unwrap();
        assert!(!file.common.words.is_empty() && !file.ordinals.is_empty());
    }

    #[test]
    fn ranks_are_read() {
        for (before, after, number, is_earlier) in [
            ("after the second round of ", " in Bonn", Some(2), false),
            ("the 3rd ", " began", Some(3), false),
            ("for the first time the ", " met", None, false),
            ("the first, a ", "", None, false),
            ("earlier ", " had failed", None, true),
            ("the ", " in Bonn", None, false),
            ("for the first ", " time", None, false),
        ] {
            let expected = Rank { number, is_earlier };
            assert_eq!(rank(before, after), expected, "{before}|{after}");
        }
    }

    #[test]
    fn words_of_one_stem_are_alike() {
        for (one, other) in [
            ("meeting", "meetings"),
            ("strike", "strikes"),
            ("launched", "launches"),
            ("arrested", "arresting"),
            ("city", "city"),
        ] {
            assert_eq!(stem(one), stem(other));
        }
        assert_ne!(stem("class"), stem("clas"));
        assert_eq!(
            content_words("The talks and the talks."),
            content_words("talk")
        );
    }

    #[test]
    fn areas_are_told_from_towns() {
        for (place, expected) in [
            ("Gulf of Bothnia", true),
            ("Northern Jutland", true),
            ("Aarhus", false),
        ] {
            assert_eq!(is_area(place), expected, "{place}");
        }
    }
}

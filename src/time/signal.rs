//! Says of most sentences that no rule can match in them, before any of their words is looked up.

use std::collections::{BTreeMap, BTreeSet};

use super::pattern::Row;
use super::words::{ClassId, Words, is_digit_class};
use crate::text::{Sentence, TokenShape};

const N_BITS: usize = 1 << 16;

/// Words of which a sentence has one if a rule matches in it, as far as it has no digits.
pub(super) struct Signals {
    bits: Vec<u64>,
}

impl Default for Signals {
    fn default() -> Self {
        Self {
            bits: vec![0; N_BITS / 64],
        }
    }
}

impl Signals {
    /// For each row of a pattern its most telling class; of each phrase of that class its most
    /// telling word. `weak` words are in nearly every sentence.
    pub(super) fn new<'r>(
        rows: impl Iterator<Item = &'r Row>,
        words: &Words,
        weak: &BTreeSet<String>,
    ) -> Self {
        let telling = telling_words(words, weak);
        let commonness: BTreeMap<ClassId, (usize, usize)> = telling
            .iter()
            .map(|(class, telling)| (*class, commonness(*class, telling, weak)))
            .collect();
        let classes: BTreeSet<ClassId> = rows
            .filter_map(|row| {
                let elements = row.iter().map(|element| element.class);
                elements.min_by_key(|class| commonness.get(class).copied().unwrap_or_default())
            })
            .collect();
        let mut signals = Self::default();
        for word in classes
            .iter()
            .filter_map(|class| telling.get(class))
            .flatten()
        {
            signals.add(word);
        }
        for word in words.number_words() {
            signals.add(word);
        }
        signals
    }

    /// Whether a rule may match in a sentence.
    pub(super) fn may_match(&self, text: &str, sentence: &Sentence) -> bool {
        sentence.tokens.iter().any(|token| match token.shape {
            TokenShape::Number | TokenShape::Mixed => true,
            _ => self.has(token.span.of(text)),
        })
    }

    fn add(&mut self, word: &str) {
        let at = place(word);
        if let Some(bits) = self.bits.get_mut(at / 64) {
            *bits |= 1 << (at % 64);
        }
    }

    fn has(&self, word: &str) -> bool {
        let at = place(word);
        self.bits
            .get(at / 64)
            .is_some_and(|bits| bits & (1 << (at % 64)) != 0)
    }
}

/// How many words that are everywhere a class would take as its signals, then how many at all.
fn commonness(
    class: ClassId,
    telling: &BTreeSet<&str>,
    weak: &BTreeSet<String>,
) -> (usize, usize) {
    if is_digit_class(class) {
        return (0, 0);
    }
    let n_weak = telling.iter().filter(|word| weak.contains(**word)).count();
    (n_weak, telling.len())
}

/// Of each phrase of each class its most telling word.
fn telling_words<'w>(
    words: &'w Words,
    weak: &BTreeSet<String>,
) -> BTreeMap<ClassId, BTreeSet<&'w str>> {
    let mut telling: BTreeMap<ClassId, BTreeSet<&str>> = BTreeMap::new();
    for (class, first, rest) in words.phrases() {
        let all = std::iter::once(first).chain(rest.iter().map(|word| &**word));
        let word = all.max_by_key(|word| (!weak.contains(*word), word.len()));
        telling.entry(class).or_default().extend(word);
    }
    telling
}

/// FNV-1a over what all ways of writing a word have in common: its ASCII letters in lower case and
/// its digits.
fn place(word: &str) -> usize {
    let hash = word
        .bytes()
        .filter(u8::is_ascii_alphanumeric)
        .fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
        });
    (hash ^ (hash >> 16)) as usize % N_BITS
}

//! Says of most sentences that no rule can match in them, before any of their words is looked up.

use std::collections::BTreeSet;

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
        let classes: BTreeSet<ClassId> = rows
            .filter_map(|row| {
                let elements = row.iter().map(|element| element.class);
                elements.min_by_key(|class| commonness(*class, words, weak))
            })
            .collect();
        let mut signals = Self::default();
        for class in classes {
            for word in telling_words(class, words, weak) {
                signals.add(word);
            }
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
fn commonness(class: ClassId, words: &Words, weak: &BTreeSet<String>) -> (usize, usize) {
    if is_digit_class(class) {
        return (0, 0);
    }
    let telling = telling_words(class, words, weak);
    let n_weak = telling.iter().filter(|word| weak.contains(**word)).count();
    (n_weak, telling.len())
}

fn telling_words<'w>(
    class: ClassId,
    words: &'w Words,
    weak: &BTreeSet<String>,
) -> BTreeSet<&'w str> {
    let phrases = words.phrases_of(class);
    let telling = phrases.filter_map(|(first, rest)| {
        let all = std::iter::once(first).chain(rest.iter().map(|word| &**word));
        all.max_by_key(|word| (!weak.contains(*word), word.len()))
    });
    telling.collect()
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

//! What the network sees of a word: its form, pieces of it, its shape, the class the tagger gave it,
//! what a dictionary says of it, and its vector.

use super::look::{Hash, Look, feature};
use super::vectors::{N_NUMBERS, STEP, Vectors};

/// Number of inputs of a word.
pub const N_INPUTS: usize = 10;
/// So many of them, the first, are the same wherever the word stands.
const N_OWN: usize = 7;

/// The inputs of word `i` of a sentence, hashed; the first is the word itself.
pub fn input_hashes(look: &Look, tag: u16, i: usize) -> [Hash; N_INPUTS] {
    let all = own_hashes(look).into_iter();
    let mut all = all.chain(hashes_in_place(look, tag, i));
    std::array::from_fn(|_| all.next().unwrap_or_default())
}

/// Those that the word has by itself.
pub(super) fn own_hashes(look: &Look) -> [Hash; N_OWN] {
    [
        feature(100, look.lower, 0),
        feature(101, look.suffixes[1], 0),
        feature(102, look.suffixes[2], 0),
        feature(103, look.suffixes[3], 0),
        feature(104, look.prefixes[1], 0),
        feature(105, look.prefixes[2], 0),
        feature(106, look.shape, 0),
    ]
}

/// Those that it has as word `i` of a sentence.
pub(super) fn hashes_in_place(look: &Look, tag: u16, i: usize) -> [Hash; N_INPUTS - N_OWN] {
    [
        feature(107, Hash::from(tag), 0),
        feature(108, Hash::from(look.is_capital), Hash::from(i == 0)),
        feature(109, look.known, Hash::from(look.is_capital)),
    ]
}

/// The vectors of words, one after another; zeros for a word without one.
pub fn vectors(words: impl Iterator<Item = Hash>) -> Vec<f32> {
    let known = Vectors::get();
    let mut numbers = Vec::with_capacity(words.size_hint().0 * N_NUMBERS);
    for word in words {
        match known.of(word) {
            Some(vector) => numbers.extend(vector.map(|number| f32::from(number) * STEP)),
            None => numbers.resize(numbers.len() + N_NUMBERS, 0.0),
        }
    }
    numbers
}

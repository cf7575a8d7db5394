//! What the network sees of a word: its form, pieces of it, its shape and the class the tagger gave it.

use super::look::{Hash, Look, feature};

/// Number of inputs of a word.
pub const N_INPUTS: usize = 9;

/// The inputs of word `i` of a sentence, hashed; the first is the word itself.
pub fn input_hashes(look: &Look, tag: u16, i: usize) -> [Hash; N_INPUTS] {
    [
        feature(100, look.lower, 0),
        feature(101, look.suffixes[1], 0),
        feature(102, look.suffixes[2], 0),
        feature(103, look.suffixes[3], 0),
        feature(104, look.prefixes[1], 0),
        feature(105, look.prefixes[2], 0),
        feature(106, look.shape, 0),
        feature(107, Hash::from(tag), 0),
        feature(108, Hash::from(look.is_capital), Hash::from(i == 0)),
    ]
}

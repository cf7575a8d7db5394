//! The features that the class of a word is told by: the word, its neighbours, the classes before it.

use super::look::{Hash, Look, feature};
use super::tagger::Tagger;

/// Features of a word by itself.
pub const N_OWN: usize = 12;
/// Features that more than one word, or a class before, has a part in.
pub const N_TOGETHER: usize = 24;
/// All features of a word.
pub const N_FEATURES: usize = N_OWN + 7 + N_TOGETHER;

/// What the features of all words of a sentence draw on.
#[derive(Debug)]
pub struct Context<'a> {
    looks: &'a [Look],
    ambiguities: Vec<Hash>,
    /// How many words begin with a capital, in quarters: headlines are all capitals.
    capitals: Hash,
}

/// The ambiguity of what is beyond the end of a sentence.
pub(super) const NO_AMBIGUITY: Hash = 1;

/// The features of a word that it has whatever stands around it.
pub(super) fn own(w: &Look, ambiguity: Hash) -> [Hash; N_OWN] {
    [
        feature(0, w.lower, 0),
        feature(8, w.suffixes[0], 0),
        feature(9, w.suffixes[1], 0),
        feature(10, w.suffixes[2], 0),
        feature(11, w.suffixes[3], 0),
        feature(12, w.prefixes[0], 0),
        feature(13, w.prefixes[1], 0),
        feature(14, w.prefixes[2], 0),
        feature(15, w.shape, 0),
        feature(19, ambiguity, 0),
        feature(25, w.suffixes[2], w.shape),
        feature(37, w.known, w.shape),
    ]
}

/// What a word is for the one after it.
pub(super) fn left(w: &Look) -> [Hash; 2] {
    [feature(1, w.lower, 0), feature(17, w.suffixes[2], 0)]
}

/// What a word is for the second after it.
pub(super) fn far_left(w: &Look) -> [Hash; 1] {
    [feature(2, w.lower, 0)]
}

/// What a word is for the one before it.
pub(super) fn right(w: &Look, ambiguity: Hash) -> [Hash; 3] {
    [
        feature(3, w.lower, 0),
        feature(18, w.suffixes[2], 0),
        feature(20, ambiguity, 0),
    ]
}

/// What a word is for the second before it.
pub(super) fn far_right(w: &Look) -> [Hash; 1] {
    [feature(4, w.lower, 0)]
}

impl<'a> Context<'a> {
    /// Prepares a sentence.
    pub fn new(tagger: &Tagger, looks: &'a [Look]) -> Self {
        let ambiguities = looks.iter().map(|look| tagger.ambiguity(look)).collect();
        Self::of(looks, ambiguities)
    }

    pub(super) fn of(looks: &'a [Look], ambiguities: Vec<Hash>) -> Self {
        let n_capitals = looks.iter().filter(|look| look.is_capital).count();
        Self {
            looks,
            ambiguities,
            capitals: (n_capitals * 4 / looks.len().max(1)) as Hash,
        }
    }

    /// All features of word `i` after words of class `last` and, further left, `before`.
    pub fn features(&self, i: usize, last: u16, before: u16) -> [Hash; N_FEATURES] {
        let right_ambiguity = self.ambiguity(i, 1);
        let mut all = [0; N_FEATURES];
        let alone = own(&self.look(i, 0), self.ambiguity(i, 0)).into_iter();
        let found = alone
            .chain(left(&self.look(i, -1)))
            .chain(far_left(&self.look(i, -2)))
            .chain(right(&self.look(i, 1), right_ambiguity))
            .chain(far_right(&self.look(i, 2)))
            .chain(self.together(i, last, before));
        for (slot, feature) in all.iter_mut().zip(found) {
            *slot = feature;
        }
        all
    }

    fn look(&self, i: usize, offset: isize) -> Look {
        let at = i.checked_add_signed(offset);
        let look = at.and_then(|at| self.looks.get(at));
        look.copied().unwrap_or_default()
    }

    fn ambiguity(&self, i: usize, offset: usize) -> Hash {
        let found = self.ambiguities.get(i + offset);
        found.copied().unwrap_or(NO_AMBIGUITY)
    }

    /// The features of word `i` that no word has alone.
    pub(super) fn together(&self, i: usize, last: u16, before: u16) -> [Hash; N_TOGETHER] {
        let (w, left, right) = (self.look(i, 0), self.look(i, -1), self.look(i, 1));
        let amb = |offset| self.ambiguity(i, offset);
        let initial = Hash::from(i == 0) + 2 * self.capitals;
        let (t1, t2) = (Hash::from(last), Hash::from(before));
        let t12 = t1 * 512 + t2;
        [
            feature(5, left.lower, w.lower),
            feature(6, w.lower, right.lower),
            feature(7, left.lower, right.lower),
            feature(16, w.shape, initial),
            feature(21, amb(0), amb(1)),
            feature(22, amb(1), amb(2)),
            feature(23, w.shape, left.shape),
            feature(24, w.shape, right.shape),
            feature(26, t1, 0),
            feature(27, t12, 0),
            feature(28, t1, w.lower),
            feature(29, t1, amb(0)),
            feature(30, t1, amb(1)),
            feature(31, t1, w.suffixes[2]),
            feature(32, t12, amb(0)),
            feature(33, t1, right.lower),
            feature(34, t1 * 512 + w.shape % 509, initial),
            feature(35, amb(0), amb(1) ^ t1.wrapping_mul(0x9E37_79B9)),
            feature(36, t12, w.lower),
            feature(38, w.known, t1),
            feature(39, w.known, t12),
            feature(40, w.known, right.known),
            feature(41, w.known, left.known),
            feature(42, w.known << 16 | left.known, right.known),
        ]
    }
}

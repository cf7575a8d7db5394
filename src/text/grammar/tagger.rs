//! Word classes: a greedy tagger from left to right over hashed features.

use super::bytes::{Reader, Writer};
use super::look::{Hash, Look, feature};
use super::weights::Weights;

/// A word seen this often in training has no other classes than those seen.
const CLOSED_COUNT: i32 = 10;
/// A class that a word has less often than once in so many times is a slip of those who marked it.
/// Leaving those out costs 0.01 points of 100 at most on the development parts, and spares a third of
/// all words the choice.
const RARE_SHARE: i32 = 200;
/// Number of features of a word.
pub const N_FEATURES: usize = 43;
/// At most so many candidate classes for one word.
const MAX_CANDIDATES: usize = 64;

/// The tagger: classes by number.
#[derive(Debug, Default)]
pub struct Tagger {
    /// Which classes a word was seen with, and how often.
    pub seen: Weights,
    /// Classes that a new word may have.
    pub open: Vec<u16>,
    /// Classes that a word with a capital may have besides.
    pub of_names: Vec<u16>,
    /// The linear model.
    pub weights: Weights,
    /// Number of classes.
    pub n_classes: usize,
}

impl Tagger {
    /// The class of each word, given the looks of a whole sentence.
    pub fn tag(&self, looks: &[Look]) -> Vec<u16> {
        let sentence = Context::new(self, looks);
        let mut tags = Vec::with_capacity(looks.len());
        let mut scores = vec![0; self.n_classes];
        let mut candidates = Vec::with_capacity(MAX_CANDIDATES);
        let (mut before, mut last) = (u16::MAX, u16::MAX);
        for (i, look) in looks.iter().enumerate() {
            self.candidates(look, &mut candidates);
            let tag = if let [only] = candidates.as_slice() {
                *only
            } else {
                scores.fill(0);
                let features = sentence.features(i, last, before);
                self.weights.add_for(features, &candidates, &mut scores);
                best_of(&candidates, &scores).unwrap_or_default()
            };
            tags.push(tag);
            (before, last) = (last, tag);
        }
        tags
    }

    /// Classes to choose from for a word that looks so.
    pub fn candidates(&self, look: &Look, out: &mut Vec<u16>) {
        out.clear();
        let count: i32 = self.seen.row(look.lower).map(|(_, n)| i32::from(n)).sum();
        let seen = self.seen.row(look.lower);
        let usual = seen.filter(|(_, n)| i32::from(*n) * RARE_SHARE >= count);
        out.extend(usual.map(|(class, _)| class));
        let more: &[u16] = if count < CLOSED_COUNT {
            &self.open
        } else if look.is_capital {
            &self.of_names
        } else {
            &[]
        };
        for class in more {
            if !out.contains(class) {
                out.push(*class);
            }
        }
    }

    /// One number for the set of classes that a word was seen with, rare ones left out;
    /// of a rare word, what the lexicon knows.
    fn ambiguity(&self, look: &Look) -> Hash {
        let total: i32 = self.seen.row(look.lower).map(|(_, n)| i32::from(n)).sum();
        if total < 3 && look.known != 0 {
            return feature(61, look.known, 0);
        }
        if total < 3 {
            return look.suffixes[2];
        }
        let mut classes = 0;
        for (class, n) in self.seen.row(look.lower) {
            if i32::from(n) * 20 >= total {
                classes = feature(60, classes, Hash::from(class));
            }
        }
        classes
    }

    /// Writes the tagger.
    pub fn write(&self, out: &mut Writer) {
        out.u32(self.n_classes as u32);
        for list in [&self.open, &self.of_names] {
            out.u8(list.len() as u8);
            for class in list {
                out.u8(*class as u8);
            }
        }
        self.seen.write(out);
        self.weights.write(out);
    }

    /// Reads what [`Tagger::write`] wrote.
    pub fn read(bytes: &mut Reader<'_>) -> Option<Self> {
        let n_classes = bytes.u32()? as usize;
        let mut list = || -> Option<Vec<u16>> {
            let n = usize::from(bytes.u8()?);
            Some(bytes.take(n)?.iter().map(|byte| u16::from(*byte)).collect())
        };
        let (open, of_names) = (list()?, list()?);
        Some(Self {
            seen: Weights::read(bytes)?,
            open,
            of_names,
            weights: Weights::read(bytes)?,
            n_classes,
        })
    }
}

/// The candidate with the highest score; the first of equals.
pub fn best_of<S: PartialOrd + Copy>(candidates: &[u16], scores: &[S]) -> Option<u16> {
    let with_score = |class: &u16| Some((*class, *scores.get(usize::from(*class))?));
    candidates
        .iter()
        .filter_map(with_score)
        .reduce(|a, b| if b.1 > a.1 { b } else { a })
        .map(|(class, _)| class)
}

/// What the features of all words of a sentence draw on.
#[derive(Debug)]
pub struct Context<'a> {
    looks: &'a [Look],
    ambiguities: Vec<Hash>,
    /// How many words begin with a capital, in quarters: headlines are all capitals.
    capitals: Hash,
}

impl<'a> Context<'a> {
    /// Prepares a sentence.
    pub fn new(tagger: &Tagger, looks: &'a [Look]) -> Self {
        let n_capitals = looks.iter().filter(|look| look.is_capital).count();
        Self {
            looks,
            ambiguities: looks.iter().map(|look| tagger.ambiguity(look)).collect(),
            capitals: (n_capitals * 4 / looks.len().max(1)) as Hash,
        }
    }

    /// The features of word `i` after words of class `last` and, further left, `before`.
    pub fn features(&self, i: usize, last: u16, before: u16) -> [Hash; N_FEATURES] {
        let look = |offset: isize| -> Look {
            let at = i.checked_add_signed(offset);
            at.and_then(|at| self.looks.get(at))
                .copied()
                .unwrap_or_default()
        };
        let amb = |offset: usize| self.ambiguities.get(i + offset).copied().unwrap_or(1);
        let (w, left, right) = (look(0), look(-1), look(1));
        let (far_left, far_right) = (look(-2), look(2));
        let initial = Hash::from(i == 0) + 2 * self.capitals;
        let (t1, t2) = (Hash::from(last), Hash::from(before));
        let t12 = t1 * 512 + t2;
        let suffix = w.suffixes[2];
        [
            feature(0, w.lower, 0),
            feature(1, left.lower, 0),
            feature(2, far_left.lower, 0),
            feature(3, right.lower, 0),
            feature(4, far_right.lower, 0),
            feature(5, left.lower, w.lower),
            feature(6, w.lower, right.lower),
            feature(7, left.lower, right.lower),
            feature(8, w.suffixes[0], 0),
            feature(9, w.suffixes[1], 0),
            feature(10, suffix, 0),
            feature(11, w.suffixes[3], 0),
            feature(12, w.prefixes[0], 0),
            feature(13, w.prefixes[1], 0),
            feature(14, w.prefixes[2], 0),
            feature(15, w.shape, 0),
            feature(16, w.shape, initial),
            feature(17, left.suffixes[2], 0),
            feature(18, right.suffixes[2], 0),
            feature(19, amb(0), 0),
            feature(20, amb(1), 0),
            feature(21, amb(0), amb(1)),
            feature(22, amb(1), amb(2)),
            feature(23, w.shape, left.shape),
            feature(24, w.shape, right.shape),
            feature(25, suffix, w.shape),
            feature(26, t1, 0),
            feature(27, t12, 0),
            feature(28, t1, w.lower),
            feature(29, t1, amb(0)),
            feature(30, t1, amb(1)),
            feature(31, t1, suffix),
            feature(32, t12, amb(0)),
            feature(33, t1, right.lower),
            feature(34, t1 * 512 + w.shape % 509, initial),
            feature(35, amb(0), amb(1) ^ t1.wrapping_mul(0x9E37_79B9)),
            feature(36, t12, w.lower),
            feature(37, w.known, w.shape),
            feature(38, w.known, t1),
            feature(39, w.known, t12),
            feature(40, w.known, right.known),
            feature(41, w.known, left.known),
            feature(42, w.known << 16 | left.known, right.known),
        ]
    }
}

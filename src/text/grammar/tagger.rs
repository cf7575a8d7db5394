//! Word classes: a greedy tagger from left to right over hashed features.

use super::bytes::{Reader, Writer};
pub use super::context::Context;
use super::lexicon::Known;
use super::look::{Hash, Look, feature};
use super::weights::Weights;
use super::word_scores::{PLACES, WordScores, add_all};

/// A word seen this often in training has no other classes than those seen.
const CLOSED_COUNT: i32 = 10;
/// Nor has one seen this often that a dictionary calls both a verb and a noun (`shot`, `orders`, `march`): the texts
/// of the training have too few of some. Of 40, 100 and 400 this scores best on the development parts, by 0.05 points
/// of 100 above a limit of 10 for all.
const CLOSED_COUNT_OF_MANY: i32 = 100;
/// A class that a word has less often than once in so many times is a slip of those who marked it.
/// Leaving those out costs 0.01 points of 100 at most on the development parts, and spares a third of
/// all words the choice.
const RARE_SHARE: i32 = 200;

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
        let words: Vec<WordScores> =
            (looks.iter().map(|look| WordScores::of(self, look))).collect();
        let words: Vec<&WordScores> = words.iter().collect();
        self.tag_scored(looks, &words, &WordScores::outside(self))
    }

    /// The same, given also what each word adds to the scores by itself, and what the ends of the
    /// sentence add.
    pub(super) fn tag_scored(
        &self,
        looks: &[Look],
        words: &[&WordScores],
        outside: &WordScores,
    ) -> Vec<u16> {
        let word = |at: Option<usize>| -> &WordScores {
            at.and_then(|at| words.get(at)).copied().unwrap_or(outside)
        };
        let sentence = Context::of(looks, words.iter().map(|word| word.ambiguity).collect());
        let mut tags = Vec::with_capacity(looks.len());
        let mut scores = vec![0; self.n_classes];
        let (mut before, mut last) = (u16::MAX, u16::MAX);
        for (i, own) in words.iter().enumerate() {
            let tag = if let [only] = own.candidates.as_slice() {
                *only
            } else {
                scores.fill(0);
                let around =
                    PLACES.map(|(offset, place)| (word(i.checked_add_signed(offset)), place));
                add_all(around, &own.candidates, &mut scores);
                let features = sentence.together(i, last, before);
                self.weights.add_for(features, &own.candidates, &mut scores);
                best_of(&own.candidates, &scores).unwrap_or_default()
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
        let more: &[u16] = if count < closed_count(look) {
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
    pub(super) fn ambiguity(&self, look: &Look) -> Hash {
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

/// A word seen so often has no other classes than those seen.
fn closed_count(look: &Look) -> i32 {
    let may_be = |forms: &[Known]| forms.iter().any(|form| look.known & *form as Hash != 0);
    let is_verb = may_be(&[Known::Verb, Known::Third, Known::Past, Known::Participle]);
    if is_verb && may_be(&[Known::Noun, Known::Plural, Known::Adjective]) {
        CLOSED_COUNT_OF_MANY
    } else {
        CLOSED_COUNT
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

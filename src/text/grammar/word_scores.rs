//! What a word adds to the scores of classes by itself, of its own class and of its neighbours'.

use super::context::{NO_AMBIGUITY, far_left, far_right, left, own, right};
use super::look::{Hash, Look};
use super::tagger::Tagger;
use super::weights::FEW;

/// Where a word stands, seen from the one whose class is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Own,
    Left,
    FarLeft,
    Right,
    FarRight,
}

/// All places with their distances.
pub(super) const PLACES: [(isize, Place); 5] = [
    (0, Place::Own),
    (-1, Place::Left),
    (-2, Place::FarLeft),
    (1, Place::Right),
    (2, Place::FarRight),
];

/// A word with its part in the scores.
#[derive(Clone, Debug, Default)]
pub struct WordScores {
    /// The classes that it may have.
    pub candidates: Vec<u16>,
    pub(super) ambiguity: Hash,
    /// Of each place the scores of all classes.
    scores: Vec<i32>,
}

impl WordScores {
    /// Of a word that looks so.
    pub fn of(tagger: &Tagger, look: &Look) -> Self {
        let mut candidates = Vec::new();
        tagger.candidates(look, &mut candidates);
        let ambiguity = tagger.ambiguity(look);
        Self {
            candidates,
            ..Self::with(tagger, look, ambiguity)
        }
    }

    /// Of what stands beyond the ends of a sentence.
    pub fn outside(tagger: &Tagger) -> Self {
        Self::with(tagger, &Look::default(), NO_AMBIGUITY)
    }

    fn with(tagger: &Tagger, look: &Look, ambiguity: Hash) -> Self {
        let mut all = Self {
            candidates: Vec::new(),
            ambiguity,
            scores: vec![0; PLACES.len() * tagger.n_classes],
        };
        let weights = &tagger.weights;
        let places = all.scores.chunks_exact_mut(tagger.n_classes.max(1));
        for (scores, (_, place)) in places.zip(PLACES) {
            match place {
                Place::Own => weights.add(own(look, ambiguity), scores),
                Place::Left => weights.add(left(look), scores),
                Place::FarLeft => weights.add(far_left(look), scores),
                Place::Right => weights.add(right(look, ambiguity), scores),
                Place::FarRight => weights.add(far_right(look), scores),
            }
        }
        all
    }

    /// What it adds to the scores of the word that sees it at this place.
    #[inline]
    pub(super) fn scores_at(&self, place: Place) -> &[i32] {
        let n = self.scores.len() / PLACES.len();
        let start = place as usize * n;
        self.scores.get(start..start + n).unwrap_or_default()
    }
}

/// Adds up the scores of the `candidates`, and of others where that is faster.
pub(super) fn add_all(parts: [&[i32]; PLACES.len()], candidates: &[u16], scores: &mut [i32]) {
    if candidates.len() <= FEW {
        for class in candidates.iter().map(|class| usize::from(*class)) {
            let Some(score) = scores.get_mut(class) else {
                continue;
            };
            for part in parts {
                *score += part.get(class).copied().unwrap_or_default();
            }
        }
        return;
    }
    for part in parts {
        for (score, more) in scores.iter_mut().zip(part) {
            *score += more;
        }
    }
}

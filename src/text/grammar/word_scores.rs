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
    /// Of each place the scores of all classes, in half the room that sums may need.
    scores: Vec<i16>,
    /// What does not fit there.
    beyond: Vec<(Place, usize, i32)>,
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
            ambiguity,
            scores: Vec::with_capacity(PLACES.len() * tagger.n_classes),
            ..Self::default()
        };
        let weights = &tagger.weights;
        let mut sums = vec![0; tagger.n_classes];
        for (_, place) in PLACES {
            sums.fill(0);
            match place {
                Place::Own => weights.add(own(look, ambiguity), &mut sums),
                Place::Left => weights.add(left(look), &mut sums),
                Place::FarLeft => weights.add(far_left(look), &mut sums),
                Place::Right => weights.add(right(look, ambiguity), &mut sums),
                Place::FarRight => weights.add(far_right(look), &mut sums),
            }
            all.keep(place, &sums);
        }
        all
    }

    fn keep(&mut self, place: Place, sums: &[i32]) {
        for (class, sum) in sums.iter().enumerate() {
            let near = (*sum).clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16;
            self.scores.push(near);
            if i32::from(near) != *sum {
                self.beyond.push((place, class, sum - i32::from(near)));
            }
        }
    }

    /// What it adds to the scores of the word that sees it at this place, [`Self::add_beyond`] aside.
    #[inline]
    fn scores_at(&self, place: Place) -> &[i16] {
        let n = self.scores.len() / PLACES.len();
        let start = place as usize * n;
        self.scores.get(start..start + n).unwrap_or_default()
    }

    fn add_beyond(&self, place: Place, scores: &mut [i32]) {
        for (_, class, more) in self.beyond.iter().filter(|(at, ..)| *at == place) {
            if let Some(score) = scores.get_mut(*class) {
                *score += more;
            }
        }
    }
}

/// Adds up what words at their places add to the scores of the `candidates`, and of others where that
/// is faster.
pub(super) fn add_all(
    words: [(&WordScores, Place); PLACES.len()],
    candidates: &[u16],
    scores: &mut [i32],
) {
    let parts = words.map(|(word, place)| word.scores_at(place));
    if candidates.len() <= FEW {
        for class in candidates.iter().map(|class| usize::from(*class)) {
            let Some(score) = scores.get_mut(class) else {
                continue;
            };
            for part in parts {
                *score += part.get(class).map_or(0, |more| i32::from(*more));
            }
        }
    } else {
        for part in parts {
            for (score, more) in scores.iter_mut().zip(part) {
                *score += i32::from(*more);
            }
        }
    }
    for (word, place) in words {
        word.add_beyond(place, scores);
    }
}

#[cfg(test)]
mod tests {
    use super::super::weights::Weights;
    use super::*;

    #[test]
    fn sums_are_whole_however_large() {
        let look = Look {
            lower: 7,
            ..Look::default()
        };
        let [lower, suffix] = left(&look);
        let rows = [
            (lower, vec![(0, 30_000), (1, -5)]),
            (suffix, vec![(0, 30_000)]),
        ];
        let tagger = Tagger {
            weights: Weights::from_rows(rows),
            n_classes: 2,
            ..Tagger::default()
        };
        let word = WordScores::of(&tagger, &look);
        let nothing = WordScores::default();
        for candidates in [vec![0, 1], (0..9).collect()] {
            let words = PLACES.map(|(_, place)| match place {
                Place::Left => (&word, place),
                _ => (&nothing, place),
            });
            let mut scores = vec![0; 2];
            add_all(words, &candidates, &mut scores);
            assert_eq!(scores, [60_000, -5]);
        }
    }
}

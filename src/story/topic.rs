//! What articles are about as a whole: two that tell one story share more than a sentence does.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::rarity::Rarity;

/// How many of its words an article is known by, and a group of them.
const MAX_WORDS: usize = 48;

/// Words and names of an article with their weight.
#[derive(Clone, Debug, Default)]
pub(super) struct Topic {
    /// Sorted by hash.
    words: Vec<(u64, f32)>,
    /// The likeness of two articles of the set on average.
    usual: f32,
}

impl Topic {
    /// The topics of the articles, by their numbers, from the words of what tells of events in them.
    pub(super) fn of_articles(
        of_articles: &[(usize, Vec<u64>)],
        rarity: &Rarity,
    ) -> BTreeMap<usize, Arc<Self>> {
        let topics = of_articles.par_iter().map(|(number, words)| {
            let shared = words
                .iter()
                .filter_map(|word| Some((*word, rarity.shared_weight(*word)?)));
            let topic = Self {
                words: shared.collect(),
                usual: 0.0,
            };
            (*number, topic.cut())
        });
        let topics: Vec<(usize, Self)> = topics.collect();
        let usual = mean_likeness(topics.iter().map(|(_, topic)| topic));
        let with_usual = topics
            .into_iter()
            .map(|(number, topic)| (number, Arc::new(Self { usual, ..topic })));
        with_usual.collect()
    }

    /// How much more the two have in common than two articles of the set have, -1 to 1 by the cosine of
    /// their words; `None` if one says nothing that others say too.
    pub(super) fn likeness(&self, other: &Self) -> Option<f32> {
        let norms = self.norm() * other.norm();
        let (mut dot, mut rest) = (0.0, other.words.iter().peekable());
        for (word, weight) in &self.words {
            while rest.next_if(|(key, _)| key < word).is_some() {}
            if let Some((_, other)) = rest.next_if(|(key, _)| key == word) {
                dot += weight * other;
            }
        }
        (0.0 < norms).then(|| dot / norms - self.usual)
    }

    /// Takes in the topic of other articles.
    pub(super) fn absorb(&mut self, other: &Self) {
        for &(word, weight) in &other.words {
            match self.words.binary_search_by_key(&word, |(own, _)| *own) {
                Ok(at) => {
                    if let Some((_, own)) = self.words.get_mut(at) {
                        *own += weight;
                    }
                }
                Err(at) => self.words.insert(at, (word, weight)),
            }
        }
        if 2 * MAX_WORDS < self.words.len() {
            *self = std::mem::take(self).cut();
        }
    }

    fn norm(&self) -> f32 {
        self.words.iter().map(|(_, w)| w * w).sum::<f32>().sqrt()
    }

    fn cut(mut self) -> Self {
        self.words
            .sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        self.words.truncate(MAX_WORDS);
        self.words.sort_unstable_by_key(|(word, _)| *word);
        self
    }
}

/// The cosine of two of the `topics` on average.
fn mean_likeness<'t>(topics: impl Iterator<Item = &'t Topic>) -> f32 {
    let mut sum: BTreeMap<u64, f32> = BTreeMap::new();
    let mut n = 0.0_f32;
    for topic in topics {
        let norm = topic.norm();
        if 0.0 < norm {
            n += 1.0;
            for (word, weight) in &topic.words {
                *sum.entry(*word).or_default() += weight / norm;
            }
        }
    }
    if n < 2.0 {
        return 0.0;
    }
    // The square of a sum of unit vectors holds each pair twice and each with itself once.
    let square: f32 = sum.values().map(|weight| weight * weight).sum();
    ((square - n) / (n * (n - 1.0))).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(words: &[u64]) -> Topic {
        Topic {
            words: words.iter().map(|word| (*word, 1.0)).collect(),
            usual: 0.0,
        }
    }

    #[test]
    fn likeness_is_the_cosine_less_what_is_usual() {
        let check = |a: &[u64], b: &[u64], usual: f32, expected: Option<f32>| {
            let mut own = topic(a);
            own.usual = usual;
            let found = own.likeness(&topic(b));
            let is_near = match (found, expected) {
                (Some(found), Some(expected)) => (found - expected).abs() < 1e-5,
                (found, expected) => found == expected,
            };
            assert!(is_near, "{a:?} {b:?}: {found:?}");
        };
        check(&[1, 2], &[1, 2], 0.0, Some(1.0));
        check(&[1, 2], &[2, 3], 0.0, Some(0.5));
        check(&[1, 2], &[3, 4], 0.25, Some(-0.25));
        check(&[1, 2], &[], 0.0, None);
    }

    #[test]
    fn the_usual_likeness_is_the_mean_over_pairs() {
        let check = |topics: &[Topic], expected: f32| {
            let found = mean_likeness(topics.iter());
            assert!((found - expected).abs() < 1e-5, "{found}");
        };
        check(&[topic(&[1, 2])], 0.0);
        check(&[topic(&[1, 2]), topic(&[2, 3])], 0.5);
        check(&[topic(&[1]), topic(&[1]), topic(&[2])], 1.0 / 3.0);
    }

    #[test]
    fn a_group_keeps_the_weightiest_words() {
        let words: Vec<u64> = (0..100).collect();
        let mut group = topic(&words);
        group.absorb(&topic(&[7, 200]));
        assert_eq!(group.words.len(), MAX_WORDS);
        assert_eq!(
            group.words.iter().find(|(word, _)| *word == 7),
            Some(&(7, 2.0))
        );
        assert!(group.words.is_sorted_by_key(|(word, _)| *word));
    }
}

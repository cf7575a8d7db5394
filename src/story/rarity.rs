//! How rare words and names are in the articles at hand: the rarer, the more they tell.

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use rayon::slice::ParallelSliceMut as _;

use super::names::name_key;
use super::words::content_words;
use crate::model::{Article, Mention};

/// Weights of words and names, by their hash.
pub(super) struct Rarity {
    /// Sorted by hash; those of one article only are left out.
    frequent: Vec<(u64, f32)>,
    max: f32,
}

impl Rarity {
    /// Counts in how many articles each word and name stands, given those of each article.
    pub(super) fn new(of_articles: &[(usize, Vec<u64>)]) -> Self {
        let mut all: Vec<u64> =
            (of_articles.iter().flat_map(|(_, keys)| keys).copied()).collect();
        all.par_sort_unstable();
        let total = of_articles.len() as f32;
        let weight = |count: usize| (1.0 + total / count as f32).ln();
        let frequent = all
            .chunk_by(|a, b| a == b)
            .filter(|same| 1 < same.len())
            .filter_map(|same| Some((*same.first()?, weight(same.len()))))
            .collect();
        Self {
            frequent,
            max: weight(1).max(f32::MIN_POSITIVE),
        }
    }

    /// The weight of a word.
    pub(super) fn weight(&self, key: u64) -> f32 {
        self.shared_weight(key).unwrap_or(self.max)
    }

    /// The weight of a word that several articles have.
    pub(super) fn shared_weight(&self, key: u64) -> Option<f32> {
        let found = self.frequent.binary_search_by_key(&key, |(key, _)| *key);
        Some(self.frequent.get(found.ok()?)?.1)
    }

    /// The weight as a share of the greatest, 0 to 1.
    pub(super) fn share(&self, key: u64) -> f32 {
        self.weight(key) / self.max
    }
}

/// All words and names of each article's mentions, by the number of the article.
pub(super) fn keys_of_articles(
    articles: &[Article],
    of_article: &BTreeMap<usize, Vec<&Mention>>,
) -> Vec<(usize, Vec<u64>)> {
    let groups: Vec<_> = of_article.iter().collect();
    let found = groups.into_par_iter().filter_map(|(number, mentions)| {
        let article = articles.get(*number)?;
        Some((*number, keys(article, mentions)))
    });
    found.collect()
}

/// All words and names of one article's mentions, each once.
fn keys(article: &Article, mentions: &[&Mention]) -> Vec<u64> {
    let mut excerpts: Vec<_> = mentions.iter().map(|mention| mention.excerpt).collect();
    excerpts.sort_unstable();
    excerpts.dedup();
    let mut keys: Vec<u64> = excerpts
        .into_iter()
        .flat_map(|excerpt| content_words(excerpt.of(&article.text)))
        .collect();
    for mention in mentions {
        keys.extend(
            mention
                .places
                .iter()
                .chain(&mention.participants)
                .map(name_key),
        );
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

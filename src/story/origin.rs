//! How many independent origins report an event: articles that pass on one text count once.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::words::{mix, word_hashes};
use crate::model::{Article, Mention};

/// Passages are compared by runs of so many words.
const RUN_WORDS: usize = 4;
/// Shorter passages are alike by chance.
const MIN_WORDS: usize = 7;
/// How many of the smallest hashes stand for a passage when likely copies are sought.
const SKETCH: usize = 12;
/// Two passages with this share of their runs in common are copies.
const COPY_SHARE: f32 = 0.6;
/// Two articles with this share of the shorter one's passages in common are copies.
const ARTICLE_SHARE: f32 = 0.5;
/// What so many passages share is a phrase, not a copy to follow up.
const MAX_AT_HASH: usize = 64;

/// For each mention the number of its origin, from 0: mentions of articles that are copies of each
/// other have the same. `mentions` are those of one event, sorted by article.
pub(super) fn origins(mentions: &[(&Mention, &Article)]) -> Vec<usize> {
    let passages = passages(mentions);
    let counts: Vec<usize> = passages
        .chunk_by(|a, b| a.article == b.article)
        .map(<[Passage]>::len)
        .collect();
    let n_articles = counts.len();
    let mut parents: Vec<usize> = (0..n_articles).collect();
    for ((one, other), shared) in copied_passages(&passages) {
        let count = |article| counts.get(article).copied().unwrap_or(1);
        let fewest = count(one).min(count(other));
        if ARTICLE_SHARE <= shared as f32 / fewest as f32 {
            unite(&mut parents, one, other);
        }
    }
    let roots: Vec<usize> = (0..n_articles).map(|at| root(&parents, at)).collect();
    let mut order: Vec<usize> = roots.clone();
    order.sort_unstable();
    order.dedup();
    let number = |article: usize| {
        roots
            .get(article)
            .and_then(|root| order.binary_search(root).ok())
            .unwrap_or(0)
    };
    let article_of = article_numbers(mentions);
    article_of.into_iter().map(number).collect()
}

/// A sentence of an article that speaks of the event.
struct Passage {
    article: usize,
    /// Hashes of its runs of words, sorted, each once.
    runs: Vec<u64>,
}

/// The number of each mention's article among those of the event.
fn article_numbers(mentions: &[(&Mention, &Article)]) -> Vec<usize> {
    let mut numbers = Vec::new();
    let mut last = None;
    for (mention, _) in mentions {
        let number = match (last, numbers.last()) {
            (Some(article), Some(number)) if article == mention.article => *number,
            (_, Some(number)) => number + 1,
            (_, None) => 0,
        };
        last = Some(mention.article);
        numbers.push(number);
    }
    numbers
}

fn passages(mentions: &[(&Mention, &Article)]) -> Vec<Passage> {
    let numbers = article_numbers(mentions);
    let mut passages: Vec<Passage> = numbers
        .into_iter()
        .zip(mentions)
        .map(|(article, (mention, source))| Passage {
            article,
            runs: runs(mention.excerpt.of(&source.text)),
        })
        .collect();
    passages.sort_by(|a, b| (a.article, &a.runs).cmp(&(b.article, &b.runs)));
    passages.dedup_by(|a, b| a.article == b.article && a.runs == b.runs);
    passages
}

fn runs(text: &str) -> Vec<u64> {
    let words = word_hashes(text);
    if words.len() < MIN_WORDS {
        return Vec::new();
    }
    let join = |run: &[u64]| run.iter().fold(0, |sum, word| mix(sum ^ word));
    let mut runs: Vec<u64> = words.windows(RUN_WORDS).map(join).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// Pairs of articles (the lower number first) with the number of passages that one copies from the
/// other.
fn copied_passages(passages: &[Passage]) -> BTreeMap<(usize, usize), usize> {
    let mut at_hash: IndexMap<u64, Vec<usize>, FxBuildHasher> = IndexMap::default();
    // The last passage that each one was likely to be copied by: so that each is taken once.
    let mut last_likely = vec![usize::MAX; passages.len()];
    let mut copied: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (index, passage) in passages.iter().enumerate() {
        let mut likely: Vec<usize> = Vec::new();
        for run in passage.runs.iter().take(SKETCH) {
            let seen = at_hash.entry(*run).or_default();
            likely.extend(seen.iter().copied().filter(|other| {
                let last = last_likely.get_mut(*other);
                last.is_some_and(|last| std::mem::replace(last, index) != index)
            }));
            if seen.len() < MAX_AT_HASH {
                seen.push(index);
            }
        }
        likely.sort_unstable();
        // One passage copies at most one passage of each other article.
        let mut sources: Vec<usize> = likely
            .into_iter()
            .filter_map(|other| passages.get(other))
            .filter(|other| other.article != passage.article && is_copy(other, passage))
            .map(|other| other.article)
            .collect();
        sources.dedup();
        for source in sources {
            *copied.entry((source, passage.article)).or_default() += 1;
        }
    }
    copied
}

fn is_copy(a: &Passage, b: &Passage) -> bool {
    let mut rest = b.runs.iter().peekable();
    let mut shared = 0;
    for run in &a.runs {
        while rest.next_if(|other| *other < run).is_some() {}
        shared += usize::from(rest.next_if_eq(&run).is_some());
    }
    let shorter = a.runs.len().min(b.runs.len());
    shorter > 0 && COPY_SHARE <= shared as f32 / shorter as f32
}

fn root(parents: &[usize], mut at: usize) -> usize {
    while let Some(parent) = parents.get(at).filter(|parent| **parent != at) {
        at = *parent;
    }
    at
}

/// The lower number becomes the root, so that the result does not depend on the order of pairs.
fn unite(parents: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(parents, a), root(parents, b));
    if let Some(parent) = parents.get_mut(a.max(b)) {
        *parent = a.min(b);
    }
}

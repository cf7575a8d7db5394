//! Trains the network of the parser.

use std::collections::BTreeMap;

use dateline::text::grammar::index::Index;
use dateline::text::grammar::inputs::{input_hashes, vectors};

use crate::data::Sentence;
use crate::net::{Example, Network, Shape, Step};
use crate::random::Random;

const SEED: u64 = 7;
/// Passes over the sentences.
const N_EPOCHS: usize = 34;
/// Inputs seen less often have no row of their own.
const LEAST_SEEN: u32 = 3;
/// Words in a batch, about.
const BATCH_WORDS: usize = 500;
/// Longer sentences are lists rather than sentences, and slow.
const LONGEST: usize = 150;
/// The rate of learning grows to this in so many steps, and then sinks to (almost) nothing.
const HIGHEST_RATE: f32 = 0.003;
const WARM_STEPS: f32 = 200.0;
const LOWEST_SHARE: f32 = 0.02;
/// A word seen n times is hidden with the chance of this / (this + n).
const HIDE_WORD: f32 = 0.5;
/// Other inputs are hidden with this chance.
const HIDE_INPUT: f32 = 0.05;

fn shape(n_inputs: usize, n_labels: usize, n_tags: usize) -> Shape {
    Shape {
        width: 192,
        n_layers: 3,
        arc_width: 96,
        label_width: 96,
        n_inputs,
        n_labels,
        n_tags,
        drop_input: 0.15,
        drop: 0.12,
    }
}

/// The inputs of the network with rows in its table, and how often each was seen.
#[derive(Debug)]
pub(crate) struct Inputs {
    rows: BTreeMap<u32, (u32, u32)>,
}

impl Inputs {
    /// Counts the inputs of all words, given their classes.
    pub(crate) fn new(sentences: &[&Sentence], tags: &[Vec<u16>]) -> Self {
        let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
        for (sentence, tags) in sentences.iter().zip(tags) {
            for (i, (look, tag)) in sentence.looks.iter().zip(tags).enumerate() {
                for hash in input_hashes(look, *tag, i) {
                    *counts.entry(hash).or_default() += 1;
                }
            }
        }
        counts.retain(|_, n| *n >= LEAST_SEEN);
        let rows = (0..).zip(counts).map(|(row, (hash, n))| (hash, (row, n)));
        Self {
            rows: rows.collect(),
        }
    }

    /// The inputs in the order of their rows.
    pub(crate) fn index(&self) -> Index {
        Index::new(self.rows.keys().copied().collect())
    }

    /// A sentence to learn from, with some of its inputs hidden.
    fn example(&self, sentence: &Sentence, tags: &[u16], random: &mut Random) -> Example {
        let looks = sentence.looks.iter().zip(tags).enumerate();
        let words = &sentence.words;
        Example {
            inputs: looks
                .map(|(i, (look, tag))| self.shown(input_hashes(look, *tag, i), random))
                .collect(),
            vectors: vectors(sentence.looks.iter().map(|look| look.lower)),
            heads: words.iter().map(|word| word.head).collect(),
            labels: words.iter().map(|word| usize::from(word.deprel)).collect(),
            tags: words.iter().map(|word| usize::from(word.tag)).collect(),
        }
    }

    fn shown(&self, hashes: impl IntoIterator<Item = u32>, random: &mut Random) -> Vec<u32> {
        let mut shown = Vec::new();
        for (kind, hash) in hashes.into_iter().enumerate() {
            let Some((row, n)) = self.rows.get(&hash) else {
                continue;
            };
            let hide = match kind {
                0 => HIDE_WORD / (HIDE_WORD + *n as f32),
                _ => HIDE_INPUT,
            };
            if random.unit() >= hide {
                shown.push(*row);
            }
        }
        shown
    }
}

/// Trains a network; the values are the averaged ones. `report` gets the epoch and its mean loss.
pub(crate) fn train(
    sentences: &[&Sentence],
    tags: &[Vec<u16>],
    inputs: &Inputs,
    (n_labels, n_tags): (usize, usize),
    report: impl Fn(usize, f32),
) -> Network {
    let mut random = Random::new(SEED);
    let mut network = Network::new(shape(inputs.rows.len(), n_labels, n_tags), &mut random);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let total: usize = sentences.iter().map(|sentence| sentence.words.len()).sum();
    let (mut n_seen, mut time) = (0, 0);
    for epoch in 0..N_EPOCHS {
        random.shuffle(&mut order);
        let mut loss = 0.0;
        for batch in batches(sentences, &order) {
            let example = |at: &usize| inputs.example(sentences[*at], &tags[*at], &mut random);
            let examples: Vec<Example> = batch.iter().map(example).collect();
            loss += network.learn(&examples.iter().collect::<Vec<_>>(), &mut random);
            n_seen += examples
                .iter()
                .map(|example| example.heads.len())
                .sum::<usize>();
            time += 1;
            network.step(step(time, n_seen as f32 / (N_EPOCHS * total) as f32));
        }
        report(epoch, loss / total as f32);
    }
    network.swap_steady();
    network
}

/// Sentences in `order`, as many at a time as fill a batch.
fn batches(sentences: &[&Sentence], order: &[usize]) -> Vec<Vec<usize>> {
    let mut batches = Vec::new();
    let (mut batch, mut n_words) = (Vec::new(), 0);
    for at in order {
        let n = sentences[*at].words.len();
        if n <= LONGEST {
            batch.push(*at);
            n_words += n;
        }
        if n_words >= BATCH_WORDS {
            batches.push(std::mem::take(&mut batch));
            n_words = 0;
        }
    }
    batches.extend((!batch.is_empty()).then_some(batch));
    batches
}

fn step(time: i32, progress: f32) -> Step {
    let warm = (time as f32 / WARM_STEPS).min(1.0);
    Step {
        rate: HIGHEST_RATE * warm * (1.0 - progress).max(LOWEST_SHARE),
        warm: (1.0 - 0.9_f32.powi(time), 1.0 - 0.98_f32.powi(time)),
        blend: (10.0 / (9.0 + time as f32)).max(0.003),
    }
}

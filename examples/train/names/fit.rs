//! Fits the model for names: averaged perceptrons over label sequences, their weights averaged again.

use std::collections::BTreeMap;

use dateline::text::grammar::Tagged;
use dateline::text::grammar::names::Evidence;
use dateline::text::grammar::names::features::{Features, runs, see};
use dateline::text::grammar::names::labels::{
    Labelled, N_LABELS, Scores, best, labels_of, spans_of,
};
use dateline::text::grammar::names::model::NameModel;
use dateline::text::grammar::weights::Weights;

use super::gold::{Document, Sentence};
use crate::random::Random;

/// How to train.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    pub seed: u64,
    /// Perceptrons, each with its own order of sentences.
    pub n_models: u64,
    pub n_epochs: usize,
    /// How far the right labels must lead.
    pub margin: i32,
    /// How often the words themselves are hidden, so that what stands around them counts.
    pub hidden_words: f32,
    /// How often any one feature is hidden.
    pub hidden_features: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            seed: 1,
            n_models: 4,
            n_epochs: 10,
            margin: 3,
            hidden_words: 0.5,
            hidden_features: 0.3,
        }
    }
}

/// Weights are stored in steps of 1 / `SCALE`; less than `LEAST` steps are left out.
const SCALE: f64 = 64.0;
const LEAST: i32 = 10;

/// A run of words that may hold names.
struct Run {
    words: Vec<Word>,
    labels: Vec<usize>,
}

#[derive(Clone)]
struct Word {
    /// Numbers of its features; the first `n_lexical` are words.
    features: Vec<u32>,
    n_lexical: usize,
}

/// The model that `documents` teach.
pub(crate) fn fit(documents: &[Document], options: &Options) -> NameModel {
    let mut numbers = BTreeMap::new();
    let runs: Vec<Run> = documents
        .iter()
        .flat_map(|document| read(document, &mut numbers))
        .collect();
    let mut sum = Averages::new(numbers.len());
    for n in 0..options.n_models {
        let mut random = Random::new(options.seed + n);
        sum.add(&Perceptron::trained(
            &runs,
            numbers.len(),
            options,
            &mut random,
        ));
    }
    sum.model(&numbers, options.n_models as f64)
}

fn read(document: &Document, numbers: &mut BTreeMap<u32, u32>) -> Vec<Run> {
    let seen: Vec<_> = document
        .sentences
        .iter()
        .map(|sentence| {
            let forms: Vec<&str> = sentence.forms.iter().map(String::as_str).collect();
            see(&Tagged {
                forms: &forms,
                words: &sentence.words,
            })
        })
        .collect();
    let evidence = Evidence::of(&seen);
    let mut found = Vec::new();
    for (sentence, seen) in document.sentences.iter().zip(&seen) {
        let mut features = Features::new(seen, &evidence);
        for run in runs(seen) {
            let mut words = Vec::new();
            for at in run.clone() {
                let hashes = features.of(at, &run).to_vec();
                let mut number = |hash: &u32| {
                    let next = numbers.len() as u32;
                    *numbers.entry(*hash).or_insert(next)
                };
                words.push(Word {
                    features: hashes.iter().map(&mut number).collect(),
                    n_lexical: features.n_lexical(),
                });
            }
            found.push(Run {
                labels: labels_in(sentence, run.start, run.end),
                words,
            });
        }
    }
    found
}

/// Labels of the words of a run; names that leave it are left out.
fn labels_in(sentence: &Sentence, start: usize, end: usize) -> Vec<usize> {
    let inside: Vec<Labelled> = sentence
        .names
        .iter()
        .filter(|name| start <= name.first && name.last < end)
        .map(|name| Labelled {
            first: name.first - start,
            last: name.last - start,
            ..*name
        })
        .collect();
    let labels = labels_of(end - start, &inside);
    debug_assert_eq!(spans_of(&labels), inside);
    labels
}

/// A perceptron in training; `sums` hold each change times the step at which it was made.
struct Perceptron {
    weights: Vec<Scores>,
    sums: Vec<[f64; N_LABELS]>,
    links: Box<[Scores; N_LABELS]>,
    link_sums: Box<[[f64; N_LABELS]; N_LABELS]>,
    step: f64,
}

impl Perceptron {
    fn trained(
        runs: &[Run],
        n_features: usize,
        options: &Options,
        random: &mut Random,
    ) -> Self {
        let mut model = Self {
            weights: vec![[0; N_LABELS]; n_features],
            sums: vec![[0.0; N_LABELS]; n_features],
            links: Box::new([[0; N_LABELS]; N_LABELS]),
            link_sums: Box::new([[0.0; N_LABELS]; N_LABELS]),
            step: 1.0,
        };
        let mut order: Vec<usize> = (0..runs.len()).collect();
        for _ in 0..options.n_epochs {
            random.shuffle(&mut order);
            for run in &order {
                model.learn(&runs[*run], options, random);
                model.step += 1.0;
            }
        }
        model
    }

    fn learn(&mut self, run: &Run, options: &Options, random: &mut Random) {
        let words: Vec<Vec<u32>> = run
            .words
            .iter()
            .map(|word| hide(word, options, random))
            .collect();
        let scores: Vec<Scores> = words
            .iter()
            .zip(&run.labels)
            .map(|(features, right)| self.score(features, *right, options.margin))
            .collect();
        let guess = best(&scores, &self.links);
        if guess == run.labels {
            return;
        }
        let mut before = (0, 0);
        for ((features, wrong), right) in
            words.iter().zip(guess).zip(run.labels.iter().copied())
        {
            if wrong != right {
                for feature in features {
                    self.change(*feature as usize, right, 1);
                    self.change(*feature as usize, wrong, -1);
                }
            }
            if before != (wrong, right) || wrong != right {
                self.link(before.1, right, 1);
                self.link(before.0, wrong, -1);
            }
            before = (wrong, right);
        }
    }

    fn score(&self, features: &[u32], right: usize, margin: i32) -> Scores {
        let mut scores = [margin; N_LABELS];
        scores[right] = 0;
        for feature in features {
            for (score, weight) in scores.iter_mut().zip(&self.weights[*feature as usize]) {
                *score += weight;
            }
        }
        scores
    }

    fn change(&mut self, feature: usize, label: usize, by: i32) {
        self.weights[feature][label] += by;
        self.sums[feature][label] += f64::from(by) * self.step;
    }

    fn link(&mut self, before: usize, label: usize, by: i32) {
        self.links[before][label] += by;
        self.link_sums[before][label] += f64::from(by) * self.step;
    }
}

fn hide(word: &Word, options: &Options, random: &mut Random) -> Vec<u32> {
    let hides_words = random.unit() < options.hidden_words;
    let features = word.features.iter().enumerate();
    features
        .filter(|(at, _)| !(hides_words && *at < word.n_lexical))
        .filter(|_| random.unit() >= options.hidden_features)
        .map(|(_, feature)| *feature)
        .collect()
}

/// The averaged weights of several perceptrons, summed.
struct Averages {
    weights: Vec<[f64; N_LABELS]>,
    links: Box<[[f64; N_LABELS]; N_LABELS]>,
}

impl Averages {
    fn new(n_features: usize) -> Self {
        Self {
            weights: vec![[0.0; N_LABELS]; n_features],
            links: Box::new([[0.0; N_LABELS]; N_LABELS]),
        }
    }

    fn add(&mut self, model: &Perceptron) {
        let add = |to: &mut [f64; N_LABELS], now: &Scores, sums: &[f64; N_LABELS]| {
            for ((to, now), sum) in to.iter_mut().zip(now).zip(sums) {
                *to += f64::from(*now) - sum / model.step;
            }
        };
        for ((to, now), sums) in self.weights.iter_mut().zip(&model.weights).zip(&model.sums) {
            add(to, now, sums);
        }
        for ((to, now), sums) in self
            .links
            .iter_mut()
            .zip(&*model.links)
            .zip(&*model.link_sums)
        {
            add(to, now, sums);
        }
    }

    fn model(&self, numbers: &BTreeMap<u32, u32>, n_models: f64) -> NameModel {
        let step = |weight: f64| (weight / n_models * SCALE).round() as i32;
        let mut model = NameModel::default();
        for (to, from) in model.links.iter_mut().zip(&*self.links) {
            *to = from.map(step);
        }
        model.weights = Weights::from_rows(numbers.iter().map(|(hash, number)| {
            let weights = self.weights[*number as usize]
                .into_iter()
                .map(step)
                .enumerate();
            let kept = weights.filter(|(_, weight)| weight.abs() >= LEAST);
            let clamp =
                |weight: i32| weight.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16;
            (
                *hash,
                kept.map(|(label, weight)| (label as u16, clamp(weight)))
                    .collect(),
            )
        }));
        model
    }
}

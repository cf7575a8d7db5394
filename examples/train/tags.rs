//! Trains the tagger.

use std::collections::BTreeMap;

use dateline::text::grammar::look::Look;
use dateline::text::grammar::tagger::{Context, Tagger, best_of};
use dateline::text::grammar::weights::Weights;

use crate::data::Sentence;
use crate::perceptron::Perceptron;
use crate::random::Random;

/// A class that so many words have which were seen once is open to new words.
const OPEN_COUNT: usize = 4;
/// Passes over the sentences for the tagger of the model.
const N_ROUNDS: usize = 8;
/// A word seen so often is hidden half of the time.
const HIDING: f32 = 0.25;
/// Sentences are tagged by a tagger that has not seen them: the parser shall learn from classes as good
/// and as bad as those it will get.
const N_FOLDS: usize = 5;
const N_FOLD_ROUNDS: usize = 4;
/// Neighbouring sentences are often alike; so many stay together.
const FOLD_LENGTH: usize = 10;

/// The tagger of the model.
pub(crate) fn train(sentences: &[&Sentence], names: &[String]) -> Tagger {
    train_rounds(sentences, names, N_ROUNDS)
}

/// Classes of all `sentences`, each by a tagger that learnt from the others.
pub(crate) fn tag_unseen(sentences: &[&Sentence], names: &[String]) -> Vec<Vec<u16>> {
    let mut tags = vec![Vec::new(); sentences.len()];
    let fold_of = |i: usize| i / FOLD_LENGTH % N_FOLDS;
    for fold in 0..N_FOLDS {
        let others = sentences
            .iter()
            .enumerate()
            .filter(|(i, _)| fold_of(*i) != fold);
        let others: Vec<&Sentence> = others.map(|(_, sentence)| *sentence).collect();
        let tagger = train_rounds(&others, names, N_FOLD_ROUNDS);
        for (i, sentence) in sentences
            .iter()
            .enumerate()
            .filter(|(i, _)| fold_of(*i) == fold)
        {
            tags[i] = tagger.tag(&sentence.looks);
        }
    }
    tags
}

fn train_rounds(sentences: &[&Sentence], names: &[String], n_rounds: usize) -> Tagger {
    let mut tagger = dictionary(sentences, names);
    let mut perceptron = Perceptron::default();
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = Random::new(1);
    for _ in 0..n_rounds {
        random.shuffle(&mut order);
        for at in &order {
            learn(&tagger, &mut perceptron, sentences[*at], &mut random);
        }
    }
    tagger.weights = perceptron.averaged(64.0, 8);
    tagger
}

fn learn(
    tagger: &Tagger,
    perceptron: &mut Perceptron,
    sentence: &Sentence,
    random: &mut Random,
) {
    let looks = some_unknown(tagger, &sentence.looks, random);
    let context = Context::new(tagger, &looks);
    let mut candidates = Vec::new();
    let mut scores = vec![0; tagger.n_classes];
    let (mut before, mut last) = (u16::MAX, u16::MAX);
    for (i, word) in sentence.words.iter().enumerate() {
        tagger.candidates(&looks[i], &mut candidates);
        let mut tag = candidates.first().copied().unwrap_or(0);
        if candidates.len() > 1 {
            let features = context.features(i, last, before);
            scores.fill(0);
            perceptron.score(&features, &mut scores);
            tag = best_of(&candidates, &scores).unwrap_or_default();
            perceptron.tick();
            if tag != word.tag && candidates.contains(&word.tag) {
                perceptron.update(&features, word.tag, tag);
            }
        }
        (before, last) = (last, tag);
    }
}

/// Makes rare words unknown now and then, so that their endings and the lexicon are learnt from too
/// (Kiperwasser and Goldberg, 2016).
fn some_unknown(tagger: &Tagger, looks: &[Look], random: &mut Random) -> Vec<Look> {
    let unseen = |look: &Look| {
        let counts = tagger.seen.row(look.lower).map(|(_, n)| f32::from(n));
        let n: f32 = counts.sum();
        let is_hidden = random.unit() < HIDING / (HIDING + n);
        let lower = if is_hidden { 0 } else { look.lower };
        Look { lower, ..*look }
    };
    looks.iter().map(unseen).collect()
}

/// A tagger that knows which classes words have, but has no weights.
fn dictionary(sentences: &[&Sentence], names: &[String]) -> Tagger {
    let mut seen: BTreeMap<u32, BTreeMap<u16, i16>> = BTreeMap::new();
    for sentence in sentences {
        for (word, look) in sentence.words.iter().zip(&sentence.looks) {
            let classes = seen.entry(look.lower).or_default();
            let n = classes.entry(word.tag).or_default();
            *n = n.saturating_add(1);
        }
    }
    let mut n_once = vec![0; names.len()];
    for row in seen.values() {
        if row.values().sum::<i16>() == 1 {
            for tag in row.keys() {
                n_once[usize::from(*tag)] += 1;
            }
        }
    }
    let all = 0..names.len() as u16;
    let is_open = |tag: &u16| n_once[usize::from(*tag)] >= OPEN_COUNT;
    let is_name = |tag: &u16| names[usize::from(*tag)].starts_with("PROPN NNP");
    let rows = seen
        .into_iter()
        .map(|(key, row)| (key, row.into_iter().collect()));
    Tagger {
        open: all.clone().filter(is_open).collect(),
        of_names: all.filter(is_name).collect(),
        seen: Weights::from_rows(rows),
        weights: Weights::default(),
        n_classes: names.len(),
    }
}

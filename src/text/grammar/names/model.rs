//! The trained weights of the model for names.

use std::sync::LazyLock;

use super::super::bytes::{Reader, Writer};
use super::super::look::Hash;
use super::super::weights::Weights;
use super::evidence::Evidence;
use super::features::{Features, Seen, runs};
use super::labels::{Labelled, N_CLASSES, N_LABELS, Scores, best, labels_of, spans_of};

static BYTES: &[u8] = include_bytes!("../../../../assets/models/en/names.bin");
/// The first bytes of the file; the number grows with the format.
const MARK: &str = "dateline names 1";

/// Weights of features for labels, and of a label after another.
#[derive(Debug)]
pub struct NameModel {
    /// By feature.
    pub weights: Weights,
    /// By label and the label after it.
    pub links: Box<[Scores; N_LABELS]>,
}

impl Default for NameModel {
    fn default() -> Self {
        Self {
            weights: Weights::default(),
            links: Box::new([[0; N_LABELS]; N_LABELS]),
        }
    }
}

/// A span with what speaks for each class.
#[derive(Clone, Debug)]
pub(super) struct Guess {
    pub(super) span: Labelled,
    pub(super) scores: [i32; N_CLASSES],
}

impl NameModel {
    /// The model of the program, made ready at first use.
    pub fn get() -> &'static Self {
        static MODEL: LazyLock<NameModel> =
            LazyLock::new(|| NameModel::read(BYTES).unwrap_or_default());
        &MODEL
    }

    /// The model file.
    pub fn write(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.text(MARK);
        self.weights.write(&mut out);
        for score in self.links.iter().flatten() {
            out.i16((*score).clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16);
        }
        out.into_bytes()
    }

    /// Reads what [`NameModel::write`] wrote.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let bytes = &mut Reader::new(bytes);
        if bytes.text()? != MARK {
            return None;
        }
        let mut model = Self {
            weights: Weights::read(bytes)?,
            ..Self::default()
        };
        for score in model.links.iter_mut().flatten() {
            *score = i32::from(bytes.i16()?);
        }
        Some(model)
    }

    /// The names of a sentence, as it is by itself with the evidence of the text.
    pub(super) fn guess(&self, sentence: &[Seen], evidence: &Evidence) -> Vec<Guess> {
        let mut features = Features::new(sentence, evidence);
        let mut guesses = Vec::new();
        for run in runs(sentence) {
            let scores: Vec<Scores> = run
                .clone()
                .map(|at| self.score(features.of(at, &run)))
                .collect();
            for span in spans_of(&best(&scores, &self.links)) {
                let own = scores.get(span.first..=span.last).unwrap_or_default();
                guesses.push(Guess {
                    scores: self.class_scores(own),
                    span: Labelled {
                        first: run.start + span.first,
                        last: run.start + span.last,
                        class: span.class,
                    },
                });
            }
        }
        guesses
    }

    fn score(&self, features: &[Hash]) -> Scores {
        let mut scores = [0; N_LABELS];
        self.weights.add_all(features, &mut scores);
        scores
    }

    /// What each class would score on the words of one name, per word.
    fn class_scores(&self, words: &[Scores]) -> [i32; N_CLASSES] {
        let mut sums = [0; N_CLASSES];
        let n_words = i32::try_from(words.len()).unwrap_or(i32::MAX);
        let Some(last) = words.len().checked_sub(1) else {
            return sums;
        };
        for (class, sum) in sums.iter_mut().enumerate() {
            let span = Labelled {
                first: 0,
                last,
                class,
            };
            let mut before = 0;
            for (label, scores) in labels_of(words.len(), &[span]).into_iter().zip(words) {
                let link = self.links.get(before).and_then(|links| links.get(label));
                *sum += link.copied().unwrap_or(0) + scores.get(label).copied().unwrap_or(0);
                before = label;
            }
            *sum /= n_words;
        }
        sums
    }
}

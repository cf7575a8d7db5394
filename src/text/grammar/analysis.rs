//! The way of a sentence through the parts of the model.

use std::borrow::Cow;

use super::base::{Asked, base_form};
use super::inputs::{input_hashes, vectors};
use super::look::Look;
use super::model::Model;
use super::net::States;
use super::pieces::pieces;
use super::tagger::best_of;
use super::word::Word;

impl Model {
    /// Classes, forms and lemmas of the words of a sentence.
    pub fn tag(&self, forms: &[&str]) -> Vec<Word> {
        let looks = looks(forms);
        let tags = self.tagger.tag(&looks);
        words(self, forms, &looks, &tags)
    }

    /// The same with the tree. The roots of further pieces of a cut sentence hang on the first root.
    pub fn parse(&self, forms: &[&str]) -> Vec<Word> {
        let looks = looks(forms);
        let mut tags = self.tagger.tag(&looks);
        let arcs = arcs(self, forms, &looks, &mut tags);
        let mut words = words(self, forms, &looks, &tags);
        for (word, (head, relation)) in words.iter_mut().zip(arcs) {
            word.head = head as u32;
            word.deprel = relation;
        }
        words
    }
}

/// Head and relation of each word; betters the classes on the way.
fn arcs(
    model: &Model,
    forms: &[&str],
    looks: &[Look],
    tags: &mut [u16],
) -> Vec<(usize, &'static str)> {
    let mut arcs = Vec::with_capacity(forms.len());
    let mut root = None;
    for piece in pieces(forms) {
        let start = piece.start;
        let (Some(looks), Some(tags)) = (looks.get(piece.clone()), tags.get_mut(piece)) else {
            continue;
        };
        for (head, relation) in parse_piece(model, looks, tags) {
            arcs.push(match (head, root) {
                (0, Some(root)) => (root, "parataxis"),
                (0, None) => {
                    root = Some(arcs.len() + 1);
                    (0, "root")
                }
                _ => (start + head, relation),
            });
        }
    }
    arcs
}

fn looks(forms: &[&str]) -> Vec<Look> {
    let mut buffer = Vec::new();
    forms
        .iter()
        .map(|form| Look::of(form, &mut buffer))
        .collect()
}

fn words(model: &Model, forms: &[&str], looks: &[Look], tags: &[u16]) -> Vec<Word> {
    let word = |(i, ((form, look), tag)): (usize, ((&&str, &Look), &u16))| {
        let Some(class) = model.tags.get(usize::from(*tag)) else {
            return Word::unknown(form);
        };
        Word {
            upos: class.upos,
            xpos: class.xpos,
            feats: model.feats.of(look.lower, *tag),
            lemma: Cow::Owned(base_form(
                &model.lemmas,
                Asked {
                    form,
                    number: *tag,
                    class: *class,
                    is_first: i == 0,
                },
            )),
            head: 0,
            deprel: "dep",
        }
    };
    let all = forms.iter().zip(looks).zip(tags).enumerate();
    all.map(word).collect()
}

/// Heads, counted from 1 within the piece, and relations; betters the classes.
fn parse_piece(model: &Model, looks: &[Look], tags: &mut [u16]) -> Vec<(usize, &'static str)> {
    let row = |hash| model.inputs.get(hash).map(|row| row as u32);
    let rows = |(i, (look, tag)): (usize, (&Look, &u16))| -> Vec<u32> {
        input_hashes(look, *tag, i)
            .into_iter()
            .filter_map(row)
            .collect()
    };
    let inputs: Vec<Vec<u32>> = looks.iter().zip(&*tags).enumerate().map(rows).collect();
    let network = &model.network;
    let states = network.read_sentence(&inputs, &vectors(looks.iter().map(|look| look.lower)));
    better_classes(model, &states, looks, tags);
    let heads = network.heads(&states);
    let scores = network.relations(&states, &heads);
    let columns = (scores.len() / heads.len().max(1)).max(1);
    let relation = |(head, scores): (&usize, &[f32])| {
        let names = model.relations.iter().zip(scores);
        let fits = names.filter(|(name, _)| (**name == "root") == (*head == 0));
        let best = fits.reduce(|a, b| if b.1 > a.1 { b } else { a });
        (*head, best.map_or("dep", |(name, _)| *name))
    };
    heads
        .iter()
        .zip(scores.chunks_exact(columns))
        .map(relation)
        .collect()
}

/// Chooses classes again among those that a word may have, now that the whole sentence was read.
fn better_classes(model: &Model, states: &States, looks: &[Look], tags: &mut [u16]) {
    let scores = model.network.classes(states);
    let columns = model.network.tags.n_outputs();
    for ((tag, look), scores) in tags.iter_mut().zip(looks).zip(scores.chunks_exact(columns)) {
        let candidates = &model.tagger.scores_of(look).candidates;
        *tag = best_of(candidates, scores).unwrap_or(*tag);
    }
}

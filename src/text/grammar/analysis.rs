//! The way of a sentence through the parts of the model.

use std::borrow::Cow;

use super::inputs::hashes_in_place;
use super::look::Look;
use super::lost_verb::{lost_verb, misplaced_verb, raise};
use super::memory::KnownForm;
use super::model::Model;
use super::names::is_known_name;
use super::net::States;
use super::pieces::pieces;
use super::settle::settle;
use super::tagger::best_of;
use super::word::{Upos, Word};
use super::word_scores::WordScores;

impl Model {
    /// Classes, forms and lemmas of the words of a sentence.
    pub fn tag(&self, forms: &[&str]) -> Vec<Word> {
        let known = self.known(forms);
        let tags = self.classes(&known, &looks(&known));
        words(self, forms, &known, &tags)
    }

    /// The same with the tree. The roots of further pieces of a cut sentence hang on the first root.
    pub fn parse(&self, forms: &[&str]) -> Vec<Word> {
        let known = self.known(forms);
        let looks = looks(&known);
        let mut tags = self.classes(&known, &looks);
        let arcs = arcs(self, forms, &known, &looks, &mut tags);
        let mut words = words(self, forms, &known, &tags);
        for (word, (head, relation)) in words.iter_mut().zip(arcs) {
            word.head = head as u32;
            word.deprel = relation;
        }
        words
    }

    fn known(&self, forms: &[&str]) -> Vec<Cow<'_, KnownForm>> {
        forms.iter().map(|form| self.memory.of(form)).collect()
    }

    /// Classes as the tagger finds them from left to right.
    fn classes(&self, known: &[Cow<'_, KnownForm>], looks: &[Look]) -> Vec<u16> {
        let tagger = &self.tagger;
        let scores: Vec<&WordScores> = known.iter().map(|word| word.scores(tagger)).collect();
        tagger.tag_scored(looks, &scores, self.memory.outside(tagger))
    }
}

/// Head and relation of each word; betters the classes on the way.
fn arcs(
    model: &Model,
    forms: &[&str],
    known: &[Cow<'_, KnownForm>],
    looks: &[Look],
    tags: &mut [u16],
) -> Vec<(usize, &'static str)> {
    let mut arcs = Vec::with_capacity(forms.len());
    let mut root = None;
    for piece in pieces(forms) {
        let start = piece.start;
        let (Some(known), Some(looks)) = (known.get(piece.clone()), looks.get(piece.clone()))
        else {
            continue;
        };
        let forms = forms.get(piece.clone()).unwrap_or_default();
        let tags = tags.get_mut(piece).unwrap_or_default();
        for (head, relation) in parse_piece(model, forms, known, looks, tags) {
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

fn looks(known: &[Cow<'_, KnownForm>]) -> Vec<Look> {
    known.iter().map(|word| word.look).collect()
}

fn words(
    model: &Model,
    forms: &[&str],
    known: &[Cow<'_, KnownForm>],
    tags: &[u16],
) -> Vec<Word> {
    let word = |i: usize, form: &str, known: &KnownForm, tag: u16| {
        let Some(class) = model.tags.get(usize::from(tag)) else {
            return Word::unknown(form);
        };
        let (lemma, feats) = known.base(model, tag, i == 0);
        Word {
            upos: class.upos,
            xpos: class.xpos,
            feats,
            lemma: Cow::Owned(lemma),
            head: 0,
            deprel: "dep",
        }
    };
    let all = forms.iter().zip(known).zip(tags).enumerate();
    all.map(|(i, ((form, known), tag))| word(i, form, known, *tag))
        .collect()
}

/// Heads, counted from 1 within the piece, and relations; betters the classes. A piece that lost its verb is read
/// again with it.
fn parse_piece(
    model: &Model,
    forms: &[&str],
    known: &[Cow<'_, KnownForm>],
    looks: &[Look],
    tags: &mut [u16],
) -> Vec<(usize, &'static str)> {
    let arcs = read_piece(model, forms, known, looks, tags);
    let is_noun = |tags: &[u16], at: usize| model.xpos(tags, at).starts_with("NN");
    let Some(lost) = lost_verb(model, forms, looks, tags) else {
        let mut arcs = arcs;
        if let Some(verb) = misplaced_verb(forms, &arcs, |at| model.xpos(tags, at)) {
            raise(&mut arcs, verb, |at| is_noun(tags, at));
        }
        return arcs;
    };
    let settle = |tags: &mut [u16]| {
        if let Some(tag) = tags.get_mut(lost.at) {
            *tag = lost.tag;
        }
    };
    settle(tags);
    let mut arcs = read_piece(model, forms, known, looks, tags);
    settle(tags);
    if lost.is_root {
        raise(&mut arcs, lost.at, |at| is_noun(tags, at));
    }
    arcs
}

fn read_piece(
    model: &Model,
    forms: &[&str],
    known: &[Cow<'_, KnownForm>],
    looks: &[Look],
    tags: &mut [u16],
) -> Vec<(usize, &'static str)> {
    let row = |hash| model.inputs.get(hash).map(|row| row as u32);
    let rows = |(i, (look, tag)): (usize, (&Look, &u16))| -> Vec<u32> {
        hashes_in_place(look, *tag, i)
            .into_iter()
            .filter_map(row)
            .collect()
    };
    let inputs: Vec<Vec<u32>> = looks.iter().zip(&*tags).enumerate().map(rows).collect();
    let network = &model.network;
    let own = known.iter().flat_map(|word| word.in_network(model));
    let states = network.read_sentence(own.copied().collect(), &inputs);
    better_classes(model, &states, forms, known, tags);
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

/// Letters that a list knows as a name; not `YOU`.
fn is_acronym(form: &str) -> bool {
    let is_capitals = 1 < form.len() && form.bytes().all(|byte| byte.is_ascii_uppercase());
    is_capitals && is_known_name(form)
}

/// Chooses classes again among those that a word may have, now that the whole sentence was read.
fn better_classes(
    model: &Model,
    states: &States,
    forms: &[&str],
    known: &[Cow<'_, KnownForm>],
    tags: &mut [u16],
) {
    let is_shouting = !forms.iter().any(|form| form.contains(char::is_lowercase));
    let is_pronoun = |at: usize| {
        let classes = known
            .get(at)
            .map(|word| &word.scores(&model.tagger).candidates);
        let first = classes.and_then(|all| model.tags.get(usize::from(*all.first()?)));
        first.is_some_and(|tag| tag.upos == Upos::Pron)
    };
    let candidates = |at: usize| {
        // The WHO and the US are no pronouns.
        let is_acronym = forms.get(at).is_some_and(|form| is_acronym(form));
        if is_acronym && !is_shouting && is_pronoun(at) {
            return &model.tagger.of_names[..];
        }
        let word = known.get(at);
        word.map_or(&[][..], |word| &word.scores(&model.tagger).candidates)
    };
    // One that is the only one is known.
    let open: Vec<usize> = (0..tags.len())
        .filter(|at| candidates(*at).len() != 1)
        .collect();
    let scores = model.network.classes(states, &open);
    let columns = model.network.tags.n_outputs();
    for (at, scores) in open.iter().zip(scores.chunks_exact(columns)) {
        if let Some(tag) = tags.get_mut(*at) {
            *tag = best_of(candidates(*at), scores).unwrap_or(*tag);
        }
    }
    settle(model, forms, tags);
}

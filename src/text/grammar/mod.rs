//! The grammar of a sentence, from a small trained model in the binary: classes, forms, lemmas, tree.

mod analysis;
mod base;
pub mod bytes;
pub mod conllu;
mod conllu_read;
pub mod context;
pub mod curves;
pub mod feats;
mod form_rules;
mod forms;
pub mod index;
pub mod inputs;
pub mod kernel;
mod lazy;
pub mod lemma;
pub mod lexicon;
pub mod look;
mod lost_verb;
pub mod matrix;
pub mod memory;
pub mod model;
pub mod names;
pub mod net;
mod pieces;
mod read;
pub mod reading;
mod settle;
mod slots;
mod sweep;
pub mod tagger;
mod tiles;
pub mod tree;
pub mod vectors;
pub mod weights;
mod word;
pub mod word_scores;

pub use forms::{Form, forms};
pub use lazy::{ReadSentence, TextGrammar};
pub(in crate::text) use lazy::{forms_of, read_cased, written};
use model::Model;
pub use names::{Name, NameClass, Tagged, names, names_of_text};
pub use read::{ReadWord, read};
pub use reading::{ActorLink, Breadth, Reading};
pub use word::{Upos, Word};

/// Classes, forms, lemmas and the dependency tree of one sentence, given its tokens.
///
/// Answers one word per token; `Word::head` counts from 1, and exactly one word has head 0.
pub fn parse(forms: &[&str]) -> Vec<Word> {
    Model::get().parse(forms)
}

/// Classes, forms and lemmas only: several times as fast as [`parse`].
pub fn tag(forms: &[&str]) -> Vec<Word> {
    Model::get().tag(forms)
}

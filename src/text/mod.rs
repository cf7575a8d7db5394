//! From characters to words: sentences, tokens, word classes, verb groups, names. Knows nothing of
//! dates or events.

mod abbreviation;
mod block;
mod classes;
mod document;
mod guess;
mod lemma;
mod lexicon;
mod markup;
mod sentence;
mod token;
mod verbs;

pub use classes::{Auxiliary, WordClass, classes};
pub use document::{Document, Sentence, Tense, Token, TokenShape, VerbGroup, analyse};
pub use lemma::{Form, Reading, noun_lemma, verb_readings};
pub use verbs::verb_groups;

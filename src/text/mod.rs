//! From characters to words: sentences, tokens, word classes, verb groups, names. Knows nothing of
//! dates or events.

mod abbreviation;
mod block;
mod document;
mod sentence;
mod token;

pub use document::{Document, Sentence, Tense, Token, TokenShape, VerbGroup, analyse};

//! From characters to words: sentences, tokens, word classes, verb groups, names. Knows nothing of
//! dates or events.

mod document;

pub use document::{Document, Sentence, Tense, Token, TokenShape, VerbGroup, analyse};

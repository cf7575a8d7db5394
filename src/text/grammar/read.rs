//! The grammar of a sentence of a text: each word of the model with its place in the text and its
//! tokens.

use super::{Form, Word, forms, parse};
use crate::text::Sentence;

/// A word with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadWord {
    /// Where it stands.
    pub form: Form,
    /// What the model says of it.
    pub word: Word,
}

/// Parses a sentence of `text`. Costs time: nothing calls it that does not need the tree.
pub fn read(text: &str, sentence: &Sentence) -> Vec<ReadWord> {
    let forms = forms(text, sentence);
    let words: Vec<&str> = forms.iter().map(|form| form.span.of(text)).collect();
    let parsed = parse(&words);
    forms
        .into_iter()
        .zip(parsed)
        .map(|(form, word)| ReadWord { form, word })
        .collect()
}

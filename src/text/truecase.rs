//! Headlines In Title Case and IN CAPITALS: which of their words a sentence would write small, so that
//! they can be read like any other.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::full_names::is_common;
use super::grammar;
use super::grammar::lexicon::Lexicon;
use super::lemma::{Form, verb_readings};
use super::lexicon::Words;
use super::{Sentence, Token, TokenShape, class_of};
use crate::model::NameClass;

/// A heading of fewer words says too little of how it is written.
const FEWEST_WORDS: usize = 3;
/// Of so many words of more than three letters one may be small in title case.
const SMALL_IN: usize = 5;

/// Finds for each heading of a text which of its tokens are written with a capital for the heading's sake
/// alone: those that the text writes small elsewhere, and common words that it writes large nowhere.
pub(super) fn settle(sentences: &mut [Sentence], text: &str) {
    if !sentences.iter().any(|sentence| is_cased(sentence, text)) {
        return;
    }
    let written = Written::of(sentences, text);
    for sentence in sentences {
        if is_cased(sentence, text) {
            sentence.lowered = written.lowered(sentence, text);
        }
    }
}

/// The `forms` as a sentence would write them, given the tokens that are `lowered`.
pub(super) fn cased<'t>(
    written: &[&'t str],
    forms: &[grammar::Form],
    lowered: &[usize],
) -> Vec<Cow<'t, str>> {
    let is_lowered = |form: &grammar::Form| lowered.binary_search(&form.first).is_ok();
    let words = written.iter().zip(forms);
    let words = words.map(|(word, form)| {
        if is_lowered(form) {
            Cow::Owned(word.to_lowercase())
        } else if !lowered.is_empty() && is_shouted(word) {
            Cow::Owned(capitalised(word))
        } else {
            Cow::Borrowed(*word)
        }
    });
    words.collect()
}

/// A word all in capitals that is too long for letters that stand for something.
fn is_shouted(word: &str) -> bool {
    4 < word.len() && word.chars().all(char::is_uppercase)
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(String::from).unwrap_or_default();
    first + &chars.as_str().to_lowercase()
}

/// Whether nearly all longer words of a heading have a capital.
fn is_cased(sentence: &Sentence, text: &str) -> bool {
    if !sentence.is_heading {
        return false;
    }
    let is_long = |token: &&Token| 3 < token.span.of(text).len();
    let of = |shapes: &[TokenShape]| {
        let words = sentence.tokens.iter().filter(is_long);
        words.filter(|token| shapes.contains(&token.shape)).count()
    };
    let n_large = of(&[TokenShape::Capitalised, TokenShape::Upper]);
    let n_small = of(&[TokenShape::Lower]);
    FEWEST_WORDS <= n_large && n_small * SMALL_IN <= n_large
}

/// How the sentences of a text write its words.
struct Written {
    small: BTreeSet<String>,
    large: BTreeSet<String>,
}

impl Written {
    /// By the words inside sentences; what opens one says nothing.
    fn of(sentences: &[Sentence], text: &str) -> Self {
        let mut written = Self {
            small: BTreeSet::new(),
            large: BTreeSet::new(),
        };
        for sentence in sentences
            .iter()
            .filter(|sentence| !is_cased(sentence, text))
        {
            for (at, token) in sentence.tokens.iter().enumerate() {
                let word = token.span.of(text);
                match token.shape {
                    TokenShape::Lower => written.small.insert(word.to_owned()),
                    TokenShape::Capitalised | TokenShape::Upper if 0 < at => {
                        written.large.insert(word.to_lowercase())
                    }
                    _ => false,
                };
            }
        }
        written
    }

    fn lowered(&self, sentence: &Sentence, text: &str) -> Vec<usize> {
        let is_shouting =
            !(sentence.tokens.iter()).any(|token| token.shape == TokenShape::Capitalised);
        let mut lowered = Vec::new();
        let mut goes_on = false;
        for (at, token) in sentence.tokens.iter().enumerate() {
            let word = token.span.of(text);
            let is_letters =
                token.shape == TokenShape::Upper && !is_shouting && !is_shouted(word);
            let has_capital =
                matches!(token.shape, TokenShape::Capitalised | TokenShape::Upper);
            let opens = at == 0 && !is_shouting;
            if has_capital
                && !is_letters
                && !opens
                && self.is_small(&word.to_lowercase(), goes_on)
            {
                lowered.push(at);
            }
            let is_known = self.small.contains(&word.to_lowercase());
            goes_on = has_capital && lowered.last() != Some(&at) && !(opens && is_known);
        }
        lowered
    }

    /// Whether a sentence would write a word small. Behind a name that may go on with it, a word that the
    /// text has nowhere else is one only in a form that verbs alone have.
    fn is_small(&self, lower: &str, may_be_name: bool) -> bool {
        if self.large.contains(lower) {
            return false;
        }
        let is_known = Words::get().may_be_closed(lower) || self.small.contains(lower);
        let is_word = || {
            let is_verb = || {
                verb_readings(lower)
                    .iter()
                    .any(|verb| verb.form != Form::Base)
            };
            (is_common(lower) || Lexicon::get().knows(lower))
                && class_of(&capitalised(lower)) == NameClass::Unknown
                && (!may_be_name || is_verb())
        };
        is_known || is_word()
    }
}

#[cfg(test)]
mod tests {
    use crate::text::analyse;

    fn check(text: &str, lowered: &[&str]) {
        let document = analyse(text, &[]);
        let heading = document.sentences.first().expect("a heading");
        let words = heading
            .lowered
            .iter()
            .filter_map(|at| heading.tokens.get(*at));
        let words: Vec<&str> = words.map(|token| token.span.of(text)).collect();
        assert_eq!(words, lowered, "{text}");
    }

    #[test]
    fn words_of_headlines_are_small_unless_the_text_writes_them_large() {
        check(
            "Anna Bell Checks Into Rose Center\n\nThe singer Anna Bell went to the Rose Center on Monday.",
            &["Checks", "Into"],
        );
        check(
            "STORM HITS LIMA PORT\n\nA storm hit the port of Lima on Monday.",
            &["STORM", "HITS", "PORT"],
        );
        check(
            "Storm hits Lima port\n\nA storm hit the port on Monday.",
            &[],
        );
    }
}

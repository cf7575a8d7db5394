//! What kinds of words stand around a match, as the rules ask for them.

use crate::text::TokenShape;
use crate::time::lex::Lexed;
use crate::time::matcher::Match;
use crate::time::words::digit_class;

/// Whether a word is listed or of a kind that is.
pub(super) fn fits_any(list: &[String], word: &str, shape: Option<TokenShape>) -> bool {
    list.iter().any(|listed| match listed.as_str() {
        "@number" => shape == Some(TokenShape::Number),
        "@lowerplural" => shape == Some(TokenShape::Lower) && is_plural(word),
        listed => listed == word,
    })
}

/// A number, or a word for many.
pub(super) fn is_amount(at: usize, lexed: &Lexed<'_>) -> bool {
    lexed.shape(at) == Some(TokenShape::Number) || lexed.is_of(at, digit_class::NUM)
}

/// `60 Minutes`: a capital within a sentence.
pub(super) fn is_name(found: &Match, lexed: &Lexed<'_>) -> bool {
    let last = found.end.saturating_sub(1);
    found.first > 0
        && !lexed.sentence.is_heading
        && last > found.first
        && matches!(
            lexed.shape(last),
            Some(TokenShape::Capitalised | TokenShape::Upper)
        )
}

/// Whether the word at `at` is in lower case and none that goes on with the clause.
pub(in crate::time) fn is_noun_like(lexed: &Lexed<'_>, at: usize) -> bool {
    lexed.shape(at) == Some(TokenShape::Lower) && !is_function_word(lexed.word(at))
}

pub(super) fn listed(list: &[String], word: &str) -> bool {
    list.iter().any(|listed| listed == word)
}

pub(super) fn is_plural(word: &str) -> bool {
    word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !matches!(
            word,
            "this" | "plus" | "versus" | "towards" | "besides" | "was" | "has"
        )
}

/// Words that do not make the number before them a count.
pub(super) fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "or"
            | "but"
            | "in"
            | "at"
            | "on"
            | "of"
            | "by"
            | "with"
            | "as"
            | "when"
            | "while"
            | "after"
            | "before"
            | "until"
            | "to"
            | "for"
            | "from"
            | "that"
            | "which"
            | "who"
            | "was"
            | "is"
            | "were"
            | "are"
            | "will"
            | "would"
            | "had"
            | "has"
            | "have"
            | "the"
            | "a"
            | "an"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "where"
            | "because"
            | "although"
    )
}

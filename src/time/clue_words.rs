//! The words of clues, from `assets/lang/en/time/publication_clues.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::direction::{Way, direction};
use super::language::rules_of;
use super::lex::Lexed;
use crate::model::Span;
use crate::text::{Document, Sentence};

/// The language that the words of clues are in.
const ENGLISH: usize = 0;

/// The words, read once.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    toml::from_str(include_str!(
        "../../assets/lang/en/time/publication_clues.toml"
    ))
    .unwrap_or_default()
});

/// Words that tell something of the day of publication.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) over: Vec<String>,
    pub(super) ahead: Vec<String>,
    pub(super) before_year: Vec<String>,
    pub(super) anniversary: Vec<String>,
    pub(super) foot: Vec<String>,
    pub(super) certain: Vec<String>,
}

/// The sentence that `span` stands in.
pub(super) fn sentence_of(document: &Document, span: Span) -> Option<&Sentence> {
    let sentences = &document.sentences;
    let at = sentences.partition_point(|sentence| sentence.span.end <= span.start);
    sentences
        .get(at)
        .filter(|sentence| sentence.span.contains(span))
}

/// The tokens of the sentence that `span` covers, as `first..end`.
pub(super) fn tokens_of(sentence: &Sentence, span: Span) -> (usize, usize) {
    let tokens = &sentence.tokens;
    let first = tokens.partition_point(|token| token.span.end <= span.start);
    let end = tokens.partition_point(|token| token.span.start < span.end);
    (first, end.max(first))
}

/// Whether what `span` names is told as past or surely lies ahead, by the words around it.
pub(super) fn way_of(text: &str, sentence: &Sentence, span: Span) -> Option<Way> {
    let lexed = Lexed::new(text, sentence, &rules_of(ENGLISH).pack);
    let (first, end) = tokens_of(sentence, span);
    let direction = direction(&lexed, first, end)?;
    let because = direction.because.of(text).to_lowercase();
    let mut words = because.split(|c: char| !c.is_alphabetic() && c != '\'');
    let mut is_certain =
        || words.any(|word| WORDS.certain.iter().any(|certain| certain == word));
    (direction.way == Way::Back || is_certain()).then_some(direction.way)
}

/// Whether one of the phrases stands right before `span` in its sentence.
pub(super) fn follows(text: &str, sentence: &Sentence, span: Span, phrases: &[String]) -> bool {
    words_before(text, sentence, span, phrases).is_some()
}

/// The words of the sentence that stand before the phrase right before `span`.
pub(super) fn words_before<'t>(
    text: &'t str,
    sentence: &Sentence,
    span: Span,
    phrases: &[String],
) -> Option<&'t str> {
    let before = text.get(sentence.span.start..span.start)?.trim_end();
    phrases.iter().find_map(|phrase| {
        let at = before.len().checked_sub(phrase.len())?;
        let (rest, end) = (before.get(..at)?, before.get(at..)?);
        let is_whole = rest.is_empty() || rest.ends_with(char::is_whitespace);
        (is_whole && end.eq_ignore_ascii_case(phrase)).then_some(rest.trim_end())
    })
}

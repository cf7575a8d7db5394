//! Words that say that a plan was called off or moved.

use super::words::{Lists, Word};
use crate::model::Span;

/// A plan was called off or moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) span: Span,
    /// Called off, as against moved.
    pub(super) is_off: bool,
}

/// All changes that the words of one excerpt tell in the passive, or in the shortened passive of
/// headlines.
pub(super) fn changes(words: &[Word], text: &str) -> Vec<Change> {
    let lists = Lists::get();
    let off = lists.called_off.iter().map(|phrase| (phrase, true));
    let moved = lists.moved.iter().map(|phrase| (phrase, false));
    let mut changes = Vec::new();
    for (phrase, is_off) in off.chain(moved) {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        for (at, window) in words.windows(phrase.len()).enumerate() {
            let is_phrase = window
                .iter()
                .map(|word| &word.lower)
                .eq(phrase.iter().copied());
            if is_phrase && is_passive(words, at, phrase.len(), text) {
                let first = window.first().map_or(0, |word| word.span.start);
                let last = window.last().map_or(0, |word| word.span.end);
                changes.push(Change {
                    span: Span::new(first, last),
                    is_off,
                });
            }
        }
    }
    changes.sort_by_key(|change| change.span);
    changes
}

/// `was called off`, `has now been put off`; or a headline without the verb `be`, where no object
/// follows.
fn is_passive(words: &[Word], at: usize, len: usize, text: &str) -> bool {
    const BE: [&str; 8] = ["was", "were", "is", "are", "been", "being", "be", "get"];
    const HAVE: [&str; 4] = ["has", "have", "had", "having"];
    let near = words.get(at.saturating_sub(2)..at).unwrap_or_default();
    if near.iter().any(|word| BE.contains(&word.lower.as_str())) {
        return true;
    }
    let has_have = near.iter().any(|word| HAVE.contains(&word.lower.as_str()));
    let is_headline = !words
        .last()
        .and_then(|word| text.get(word.span.end..word.span.end + 1))
        .is_some_and(|sign| ".!?\"".contains(sign));
    let next = words.get(at + len);
    let has_object = next.is_some_and(|word| {
        matches!(
            word.lower.as_str(),
            "to" | "the"
                | "a"
                | "an"
                | "all"
                | "every"
                | "his"
                | "her"
                | "their"
                | "its"
                | "it"
        )
    });
    is_headline && at > 0 && !has_have && !has_object && !is_adjective(words, at)
}

/// `a delayed train`
fn is_adjective(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    before.is_some_and(|word| matches!(word.lower.as_str(), "the" | "a" | "an" | "of"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::words::words_at;

    #[test]
    fn examples_are_read() {
        let lists = Lists::get();
        for (sentence, expected) in &lists.change_examples {
            let span = Span::new(0, sentence.len());
            let found = changes(&words_at(span, sentence), sentence);
            assert_eq!(
                found.first().map(|change| change.is_off),
                *expected,
                "{sentence}"
            );
        }
        assert!(lists.change_examples.len() > 6);
    }
}

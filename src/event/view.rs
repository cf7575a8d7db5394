//! One sentence as the event layer sees it: words, classes, names, times, and its clauses.

use std::cell::OnceCell;

use crate::model::{Name, Span, Timex};
use crate::text::grammar::TextGrammar;
use crate::text::{Sentence, Tense, VerbGroup, WordClass};

use super::clause::{self, Clause};
use super::syntax::Syntax;

/// Sentences at the head of an article, its title among them, that tell what it is about.
pub(super) const LEAD_SENTENCES: usize = 4;

/// A sentence with all that was found in it.
pub(super) struct View<'a> {
    pub(super) text: &'a str,
    pub(super) sentence: &'a Sentence,
    /// Lower case, one for each token.
    pub(super) words: Vec<String>,
    pub(super) classes: &'a [WordClass],
    pub(super) names: &'a [Name],
    pub(super) timexes: &'a [Timex],
    pub(super) clauses: Vec<Clause>,
    grammar: &'a TextGrammar<'a>,
    number: usize,
    syntax: OnceCell<Option<Syntax<'a>>>,
}

impl<'a> View<'a> {
    /// Of the sentence `number` of the text.
    pub(super) fn new(
        text: &'a str,
        (number, sentence): (usize, &'a Sentence),
        names: &'a [Name],
        timexes: &'a [Timex],
        grammar: &'a TextGrammar<'a>,
    ) -> Self {
        let words = sentence
            .tokens
            .iter()
            .map(|token| token.span.of(text).to_lowercase())
            .collect();
        let mut view = Self {
            text,
            sentence,
            words,
            classes: &sentence.classes,
            names: within(names, sentence.span, |name| name.span),
            timexes: within(timexes, sentence.span, |timex| timex.span),
            clauses: Vec::new(),
            grammar,
            number,
            syntax: OnceCell::new(),
        };
        view.clauses = clause::clauses(&view);
        view
    }

    /// Whether it is a heading at the head of the article.
    pub(super) fn is_headline(&self) -> bool {
        self.sentence.is_heading && self.number < LEAD_SENTENCES
    }

    /// The tree of the sentence; none for one of very many words.
    pub(super) fn syntax(&self) -> Option<&Syntax<'a>> {
        let read = || Syntax::new(self.grammar.sentence(self.number)?);
        let syntax = self
            .syntax
            .get_or_init(|| self.sentence.has_tree().then(read)?);
        syntax.as_ref()
    }

    /// Whether the grammar model calls the token a name in the plural.
    pub(super) fn is_plural_name(&self, at: usize) -> bool {
        let same = self.sentence.words.len() == self.sentence.tokens.len();
        let word = self.sentence.words.get(at).filter(|_| same);
        word.is_some_and(|word| word.xpos == "NNPS")
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn class(&self, at: usize) -> Option<&WordClass> {
        self.classes.get(at)
    }

    /// The bytes of tokens `first..=last`.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        let start = self
            .sentence
            .tokens
            .get(first)
            .map_or(0, |token| token.span.start);
        let end = self
            .sentence
            .tokens
            .get(last)
            .map_or(start, |token| token.span.end);
        Span::new(start, end)
    }

    /// The first and the last token that `span` touches.
    pub(super) fn tokens_of(&self, span: Span) -> (usize, usize) {
        let tokens = &self.sentence.tokens;
        let first = tokens.partition_point(|token| token.span.end <= span.start);
        let after = tokens.partition_point(|token| token.span.start < span.end);
        (first, after.saturating_sub(1).max(first))
    }

    pub(super) fn clause_of(&self, at: usize) -> usize {
        self.clauses
            .partition_point(|clause| clause.first <= at)
            .saturating_sub(1)
    }

    /// The verb group that token `at` is part of.
    pub(super) fn group_at(&self, at: usize) -> Option<usize> {
        self.sentence
            .verbs
            .iter()
            .position(|group| (group.first..=group.last).contains(&at))
    }

    /// The name that token `at` is part of.
    pub(super) fn name_at(&self, at: usize) -> Option<&'a Name> {
        let span = self.sentence.tokens.get(at)?.span;
        self.names.iter().find(|name| name.span.overlaps(span))
    }

    /// Whether nothing stands between token `at` and the next one: `-` in `push-ups`.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        let tokens = &self.sentence.tokens;
        let pair = tokens.get(at).zip(tokens.get(at + 1));
        pair.is_some_and(|(one, two)| one.span.end == two.span.start)
    }

    /// Whether token `at` is part of a time expression.
    pub(super) fn is_time(&self, at: usize) -> bool {
        let span = self.span(at, at);
        self.timexes.iter().any(|timex| timex.span.overlaps(span))
    }
}

/// Whether the group's verb has a tense of its own.
pub(super) fn is_finite(group: &VerbGroup) -> bool {
    matches!(group.tense, Tense::Past | Tense::Present | Tense::Future)
}

/// The part of a sorted list that lies inside `span`.
fn within<T>(items: &[T], span: Span, span_of: fn(&T) -> Span) -> &[T] {
    let from = items.partition_point(|item| span_of(item).start < span.start);
    let upto = items.partition_point(|item| span_of(item).start < span.end);
    items.get(from..upto).unwrap_or(&[])
}

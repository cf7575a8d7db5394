//! A text cut into sentences and tokens, with the verb groups that carry tense and modality.

use std::ops::RangeInclusive;

use super::block::{blocks, ends_sentence};
use super::classes::WordClass;
use super::dateline::dateline;
use super::grammar::{self, Form, Word};
use super::markup;
use super::token::tokens;
use crate::model::Span;

/// A line without a full stop that is longer than this is a sentence that lost its stop.
const LONGEST_HEADING: usize = 150;
/// Sentences of more tokens are lists rather than sentences, and their trees cost most and say least; one of a single
/// token has none worth the name.
const PARSED_TOKENS: RangeInclusive<usize> = 2..=120;

/// A text's sentences in order. Boilerplate has none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Sentences, headings and list items, sorted and disjoint.
    pub sentences: Vec<Sentence>,
}

/// A sentence or heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Its extent without surrounding white space.
    pub span: Span,
    /// Its tokens, sorted and disjoint.
    pub tokens: Vec<Token>,
    /// The class of each token; empty if only [`split`].
    pub classes: Vec<WordClass>,
    /// Its verb groups, by position.
    pub verbs: Vec<VerbGroup>,
    /// What the grammar model says of its [`forms`](grammar::forms), with their tree if
    /// [it has one](Self::has_tree); empty if only [`split`].
    pub words: Vec<Word>,
    /// In a Headline In Title Case the tokens that a sentence would write small, by position; empty if
    /// only [`split`].
    pub lowered: Vec<usize>,
    /// These forms; empty if only [`split`].
    pub forms: Vec<Form>,
    /// Number of its paragraph in the text, from 0.
    pub paragraph: usize,
    /// A title or section heading: a line of its own without a full stop.
    pub is_heading: bool,
}

impl Sentence {
    /// Finds the classes of its tokens and its verb groups, which [`split`] leaves out, without a tree:
    /// several times as fast as [`analyse`], and wrong about a word more often.
    pub fn read_verbs(&mut self, text: &str) {
        self.read_by(grammar::tag, text);
    }

    /// Whether its [`words`](Self::words) know what they hang on.
    pub fn has_tree(&self) -> bool {
        self.words.iter().any(|word| word.deprel == "root")
    }

    fn read_by(&mut self, model: impl FnOnce(&[&str]) -> Vec<Word>, text: &str) {
        self.forms = grammar::forms(text, self);
        let written = grammar::written(text, &self.forms);
        self.words = grammar::read_cased(model, &written, &self.forms, &self.lowered);
        self.classes = super::classes::classes(self, &self.words, text);
        self.verbs = super::verbs::verb_groups(&self.tokens, text, &self.classes);
    }
}

/// A word, number or sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its extent.
    pub span: Span,
    /// What it looks like.
    pub shape: TokenShape,
}

/// What a token looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenShape {
    /// `talks`
    Lower,
    /// `Friday`
    Capitalised,
    /// `US`, `NATO`
    Upper,
    /// `2026`, `3,000`, `1.5`
    Number,
    /// `13th`, `F-35`, `A380`
    Mixed,
    /// `,`
    Sign,
}

/// A finite or non-finite verb with its auxiliaries (`has not been moved`, `to meet`).
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "grammar has this many independent marks"
)]
pub struct VerbGroup {
    /// Tokens `first..=last` of the sentence, auxiliaries included.
    pub first: usize,
    /// The last token, mostly the head.
    pub last: usize,
    /// The token of the main verb.
    pub head: usize,
    /// Base form of the main verb, lower case.
    pub lemma: String,
    /// Tense of the group.
    pub tense: Tense,
    /// `could`, `may`, `will`, `would`, ... if any, lower case.
    pub modal: Option<String>,
    /// `not`, `never`, `n't`.
    pub is_negated: bool,
    /// `was moved`.
    pub is_passive: bool,
    /// `is moving`.
    pub is_progressive: bool,
    /// `has moved`.
    pub is_perfect: bool,
}

/// Tense of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// `met`, `was meeting`, `had met`
    Past,
    /// `meets`, `is meeting`, `has met`
    Present,
    /// `will meet`, `is going to meet`
    Future,
    /// `to meet`
    Infinitive,
    /// `meeting` without auxiliary
    Gerund,
    /// `held` without auxiliary, after its noun
    Participle,
}

/// Cuts `text` into sentences and tokens and finds word classes, trees and verb groups.
///
/// The tree comes with the classes, for whoever knows what a word hangs on knows better what it is; only
/// very long sentences and single words have none.
///
/// Nothing inside `skip` (sorted, disjoint spans) is read and no sentence crosses it, unless it is
/// mere markup. Linear in the text, for any input.
///
/// Tokens follow Universal Dependencies (`do|n't`, `Peru|'s`, `U.S.` and `Jan.` with their stop),
/// except that words are cut at hyphens with the hyphen as a token of its own
/// (`mid|-|February`, `12|-|day`); codes such as `F-35` stay whole.
pub fn analyse(text: &str, skip: &[Span]) -> Document {
    let mut document = split(text, skip);
    super::truecase::settle(&mut document.sentences, text);
    for sentence in &mut document.sentences {
        if PARSED_TOKENS.contains(&sentence.tokens.len()) {
            sentence.read_by(grammar::parse, text);
        } else {
            sentence.read_verbs(text);
        }
    }
    document
}

/// As [`analyse`], without classes, trees and verb groups: many times as fast.
pub fn split(text: &str, skip: &[Span]) -> Document {
    let mut sentences = Vec::new();
    let (markup, skip) = markup::split(text, skip);
    for block in blocks(text, &skip) {
        let words = block.span.of(text);
        let head = dateline(words).map_or(block.span.start, |len| block.span.start + len);
        let (head, body) = (
            Span::new(block.span.start, head),
            Span::new(head, block.span.end),
        );
        let is_line = words.len() <= LONGEST_HEADING && !words.contains('\n');
        let mut spans = super::sentence::sentences(text, body);
        let is_heading = is_line && spans.len() == 1 && !ends_sentence(words);
        spans.splice(..0, Some(head.trim(text)).filter(|head| !head.is_empty()));
        sentences.extend(spans.into_iter().map(|span| Sentence {
            span,
            tokens: markup::without(&markup, tokens(text, span)),
            classes: Vec::new(),
            verbs: Vec::new(),
            words: Vec::new(),
            lowered: Vec::new(),
            forms: Vec::new(),
            paragraph: block.paragraph,
            is_heading,
        }));
    }
    Document { sentences }
}

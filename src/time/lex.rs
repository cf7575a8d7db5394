//! Which word classes the tokens of a sentence belong to.

use std::cell::OnceCell;

use super::language::Pack;
use super::number;
use super::words::{ClassId, Entry, Phrase, Words, digit_class};
use crate::text::{Sentence, Token, TokenShape, VerbGroup, WordClass};

/// So many words on each side are looked at for what a sentence speaks of.
const AROUND: usize = 40;

/// The tokens `at..at + len` belong to a class and have a value in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hit {
    pub(super) at: usize,
    pub(super) class: ClassId,
    pub(super) value: f64,
    pub(super) len: usize,
}

/// A sentence's words in the form that the classes have them, and the classes they belong to.
pub(super) struct Lexed<'t> {
    text: &'t str,
    pub(super) sentence: &'t Sentence,
    /// The sentence with classes and verbs, if it came without them.
    read: OnceCell<Sentence>,
    pub(super) pack: &'t Pack,
    pub(super) tokens: &'t [Token],
    /// All words one after another, lower case and without the stops of abbreviations.
    folded: String,
    ends: Vec<usize>,
    /// By position.
    hits: Vec<Hit>,
    /// Index of each token's first hit.
    starts: Vec<usize>,
}

impl<'t> Lexed<'t> {
    pub(super) fn new(text: &'t str, sentence: &'t Sentence, pack: &'t Pack) -> Self {
        let tokens = sentence.tokens.as_slice();
        let mut lexed = Self {
            text,
            sentence,
            read: OnceCell::new(),
            pack,
            tokens,
            folded: String::with_capacity(sentence.span.len()),
            ends: Vec::with_capacity(tokens.len()),
            hits: Vec::new(),
            starts: Vec::with_capacity(tokens.len() + 1),
        };
        for token in tokens {
            fold(token.span.of(text), &mut lexed.folded);
            lexed.ends.push(lexed.folded.len());
        }
        for at in 0..tokens.len() {
            lexed.starts.push(lexed.hits.len());
            lexed.look_up(at, &pack.words);
        }
        lexed.starts.push(lexed.hits.len());
        lexed
    }

    /// The folded word at `at`, `""` outside the sentence.
    pub(super) fn word(&self, at: usize) -> &str {
        let Some(end) = self.ends.get(at) else {
            return "";
        };
        let start = at
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied()
            .unwrap_or(0);
        self.folded.get(start..*end).unwrap_or("")
    }

    /// The sentence with its classes and verb groups; of one that was merely split they are found
    /// when first asked for, since most dates are plain without them.
    fn read(&self) -> &Sentence {
        if !self.sentence.classes.is_empty() || !self.pack.cues.reads_verbs {
            return self.sentence;
        }
        self.read.get_or_init(|| {
            let mut sentence = self.sentence.clone();
            sentence.read_verbs(self.text);
            sentence
        })
    }

    /// The verb groups of the sentence.
    pub(super) fn verbs(&self) -> &[VerbGroup] {
        &self.read().verbs
    }

    /// What kind of word stands at `at`, if the language's words are told apart.
    pub(super) fn class(&self, at: usize) -> Option<&WordClass> {
        self.read().classes.get(at)
    }

    /// The classes that begin at `at`.
    pub(super) fn hits(&self, at: usize) -> &[Hit] {
        let start = self.starts.get(at).copied().unwrap_or(0);
        let end = self.starts.get(at + 1).copied().unwrap_or(start);
        self.hits.get(start..end).unwrap_or(&[])
    }

    /// Whether a hyphen stands at `at` that goes on; other ones are dashes.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        let token = self.tokens.get(at).map(|token| token.span.of(self.text));
        self.word(at) == "-" && token != Some("—") && self.is_glued(at)
    }

    /// Whether one of these words stands around `at`, in as much as a sentence mostly has.
    pub(super) fn has_around(&self, words: &[String], at: usize) -> bool {
        let mut around = at.saturating_sub(AROUND)..self.tokens.len().min(at + AROUND);
        !words.is_empty() && around.any(|at| words.iter().any(|word| word == self.word(at)))
    }

    /// Whether a word of a class begins at `at`.
    pub(super) fn is_of(&self, at: usize, class: ClassId) -> bool {
        self.hits(at).iter().any(|hit| hit.class == class)
    }

    /// Whether no space stands before the token at `at`.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        match (before, self.tokens.get(at)) {
            (Some(before), Some(token)) => before.span.end == token.span.start,
            _ => false,
        }
    }

    pub(super) fn shape(&self, at: usize) -> Option<TokenShape> {
        self.tokens.get(at).map(|token| token.shape)
    }

    /// Whether the words of a phrase stand at `at`; its first word is known to.
    pub(super) fn has(&self, phrase: &Phrase, at: usize) -> bool {
        (at + 1..)
            .zip(&phrase.rest)
            .all(|(at, word)| self.word(at) == &**word)
    }

    fn look_up(&mut self, at: usize, words: &Words) {
        let Some(shape) = self.shape(at) else {
            return;
        };
        let mut hits = std::mem::take(&mut self.hits);
        if matches!(shape, TokenShape::Number | TokenShape::Mixed) {
            number::digit_hits(self.word(at), &mut |class, value| {
                hits.push(hit(class, value, at, 1));
            });
            if let Some((value, len)) = number::phrase(self, at, words) {
                hits.push(hit(digit_class::NUM, value, at, len));
            }
        }
        if let Some(entry) = words.entry(self.word(at)) {
            for phrase in &entry.phrases {
                if self.has(phrase, at) && (!phrase.capital || shape != TokenShape::Lower) {
                    let len = 1 + phrase.rest.len();
                    hits.push(hit(phrase.class, phrase.value, at, len));
                }
            }
            if shape != TokenShape::Number {
                self.number_hits(at, words, entry, &mut hits);
            }
        }
        self.hits = hits;
    }

    /// Numbers in words.
    fn number_hits(&self, at: usize, words: &Words, entry: &Entry, hits: &mut Vec<Hit>) {
        if let Some((value, len)) = number::phrase(self, at, words) {
            hits.push(hit(digit_class::NUM, value, at, len));
        }
        if entry.cardinal.is_none() {
            return;
        }
        if let Some((year, len)) = number::spelled_year(self, at, words) {
            hits.push(hit(digit_class::WORDYEAR, year, at, len));
        }
        if let Some((day, len)) = number::spelled_day(self, at, words) {
            hits.push(hit(digit_class::WORDDAY, day, at, len));
        }
    }
}

fn hit(class: ClassId, value: f64, at: usize, len: usize) -> Hit {
    Hit {
        at,
        class,
        value,
        len,
    }
}

/// Lower case; `Jan.` as `jan`, `a.m.` as `am`; one kind of apostrophe and of dash.
fn fold(word: &str, into: &mut String) {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        into.extend(
            word.bytes()
                .map(|byte| char::from(byte.to_ascii_lowercase())),
        );
        return;
    }
    let is_word = word.starts_with(char::is_alphabetic);
    for c in word.chars() {
        match c {
            '.' if is_word => (),
            '’' | '‘' | '`' => into.push('\''),
            '–' | '—' | '‑' | '−' => into.push('-'),
            c if c.is_ascii() => into.push(c.to_ascii_lowercase()),
            c => into.extend(c.to_lowercase()),
        }
    }
}

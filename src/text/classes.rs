//! Word classes, guessed from word lists and from what stands before and after. Everything that
//! asks for a word's class asks here, so that a trained model can take the place of the guess.

use super::grammar::Word;
use super::lemma::{Form, verb_readings};
use super::lexicon::{Verbs, Words};
use super::mend::{
    is_finite, with_outcomes, without_attributes, without_changes, without_double_verbs,
};
use super::tagged::{class_of, tagged};
use super::{Sentence, Token, TokenShape};

/// The class of a word in its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordClass {
    /// A common noun, or an unknown word.
    Noun,
    /// A word with a capital that is not known as anything else.
    Name,
    /// A main verb in this form; `lemma` is its base form.
    Verb {
        /// Base form.
        lemma: String,
        /// Its form here.
        form: Form,
    },
    /// A form of be, have or do, which may turn out to be the main verb.
    Auxiliary(Auxiliary),
    /// `could`, `will`
    Modal,
    /// `not`, `never`
    Negation,
    /// `to` before a verb.
    To,
    /// `the`, `his`, `'s`
    Determiner,
    /// `in`, `by`
    Preposition,
    /// `he`, `who` as a subject.
    SubjectPronoun,
    /// `him`, `itself`
    Pronoun,
    /// `and`, `but`
    Coordinator,
    /// `that`, `after`, `because`
    Subordinator,
    /// `soon`, `reportedly`
    Adverb,
    /// `new`, `joint`
    Adjective,
    /// `2026`, `12-day`
    Number,
    /// The hyphen of `12-day`, glued on both sides.
    Hyphen,
    /// `,`
    Sign,
}

/// Which auxiliary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Auxiliary {
    /// `is`, `been`
    Be,
    /// `has`, `had`
    Have,
    /// `did`
    Do,
}

/// The class of each token of a sentence: as the grammar model has it, whose `words` are those of the
/// sentence's forms; by a guess from lists where it finds no finite verb, as in some headlines.
pub(super) fn classes(sentence: &Sentence, words: &[Word], text: &str) -> Vec<WordClass> {
    let mut found = read(sentence, text, &tagged(sentence, words));
    if found.iter().any(is_finite) {
        without_attributes(&mut found);
        without_double_verbs(&mut found);
    } else {
        found = read(sentence, text, &[]);
    }
    without_changes(&mut found);
    with_outcomes(&mut found, sentence, text);
    found
}

/// The class of each token, by a guess where `tagged` has none.
fn read(sentence: &Sentence, text: &str, tagged: &[Option<&Word>]) -> Vec<WordClass> {
    let mut tokens = std::borrow::Cow::Borrowed(sentence.tokens.as_slice());
    for at in &sentence.lowered {
        if let Some(token) = tokens.to_mut().get_mut(*at) {
            token.shape = TokenShape::Lower;
        }
    }
    let tokens = &*tokens;
    let lower = |token: &Token| token.span.of(text).to_lowercase();
    let words: Vec<String> = tokens.iter().map(lower).collect();
    let mut found: Vec<WordClass> = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        let view = View {
            tokens,
            words: &words,
            before: &found,
            at,
        };
        let word = tagged.get(at).and_then(Option::as_ref);
        let known = word.and_then(|word| class_of(*token, text, word));
        let known = known.map(|class| view.among_verbs(class));
        let known = known.map(|class| view.before_subject(class));
        let known = known.map(|class| view.after_subject(class));
        let known = known.map(|class| view.after_article(class));
        let class = known.unwrap_or_else(|| view.class(token.shape));
        found.push(class);
    }
    found
}

/// One token with what is known around it.
pub(super) struct View<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) words: &'a [String],
    pub(super) before: &'a [WordClass],
    pub(super) at: usize,
}

impl View<'_> {
    pub(super) fn word(&self) -> &str {
        self.word_at(0)
    }

    pub(super) fn word_at(&self, offset: usize) -> &str {
        self.words.get(self.at + offset).map_or("", String::as_str)
    }

    pub(super) fn next_shape(&self) -> Option<TokenShape> {
        self.tokens.get(self.at + 1).map(|token| token.shape)
    }

    /// The class before, adverbs and negations passed over.
    pub(super) fn previous(&self) -> Option<&WordClass> {
        let skips = |class: &&WordClass| {
            !matches!(
                class,
                WordClass::Adverb | WordClass::Negation | WordClass::Hyphen
            )
        };
        self.before.iter().rev().find(skips)
    }

    fn class(&self, shape: TokenShape) -> WordClass {
        match shape {
            TokenShape::Sign if self.is_hyphen(self.at) => return WordClass::Hyphen,
            TokenShape::Sign if !["'s", "’s", "&"].contains(&self.word()) => {
                return WordClass::Sign;
            }
            TokenShape::Number => return WordClass::Number,
            TokenShape::Mixed => {
                let is_number = self.word().starts_with(|c: char| c.is_ascii_digit());
                return if is_number {
                    WordClass::Number
                } else {
                    WordClass::Name
                };
            }
            TokenShape::Upper if self.word().len() > 1 && !self.is_shouting() => {
                return WordClass::Name;
            }
            TokenShape::Capitalised if self.at > 0 && !self.is_after_opening() => {
                return self.capitalised();
            }
            _ => (),
        }
        self.closed().unwrap_or_else(|| self.open(shape))
    }

    /// A hyphen with words glued to both sides.
    fn is_hyphen(&self, at: usize) -> bool {
        let glued = |left: Option<&Token>, right: Option<&Token>| match (left, right) {
            (Some(left), Some(right)) => left.span.end == right.span.start,
            _ => false,
        };
        let is_sign = self
            .words
            .get(at)
            .is_some_and(|word| word == "-" || word == "‑");
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        let (here, after) = (self.tokens.get(at), self.tokens.get(at + 1));
        is_sign && glued(before, here) && glued(here, after)
    }

    /// Part of `guided-missile`, `US-led`; but `re-elected` is a verb.
    pub(super) fn is_in_compound(&self) -> bool {
        let is_prefix = |word: &String| ["re", "co", "pre", "de"].contains(&word.as_str());
        let after_hyphen = matches!(self.before.last(), Some(WordClass::Hyphen))
            && !self
                .at
                .checked_sub(2)
                .and_then(|at| self.words.get(at))
                .is_some_and(is_prefix);
        after_hyphen || self.is_hyphen(self.at + 1)
    }

    /// After an opening quotation mark or a bullet a capital says nothing.
    fn is_after_opening(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.words.get(at));
        before.is_some_and(|word| {
            ["“", "\"", "‘", "'", ":", "-", "–", "•"].contains(&word.as_str())
        })
    }

    /// A line all in capitals.
    fn is_shouting(&self) -> bool {
        !self
            .tokens
            .iter()
            .any(|token| matches!(token.shape, TokenShape::Lower | TokenShape::Capitalised))
    }

    /// A capital inside a sentence: a name, or a word of a Headline In Title Case.
    fn capitalised(&self) -> WordClass {
        let is_title_case = !self
            .tokens
            .iter()
            .zip(self.words)
            .any(|(token, word)| token.shape == TokenShape::Lower && word.len() > 4)
            && self.tokens.len() > 3;
        match self.closed() {
            Some(class) if is_title_case => class,
            Some(class @ (WordClass::Auxiliary(_) | WordClass::Modal))
                if self.word() != "may" && self.word() != "will" =>
            {
                class
            }
            Some(WordClass::SubjectPronoun) => WordClass::SubjectPronoun,
            _ if is_title_case => match self.open(TokenShape::Lower) {
                verb @ WordClass::Verb { .. } => verb,
                _ => WordClass::Name,
            },
            _ => WordClass::Name,
        }
    }

    fn closed(&self) -> Option<WordClass> {
        let word = self.word();
        let listed = Words::get().may_be_closed(word).then(|| self.listed());
        listed.flatten().or_else(|| {
            let is_adverb = word.len() > 5
                && word.ends_with("ly")
                && !["family", "assembly", "supply", "monopoly", "italy"].contains(&word);
            is_adverb.then_some(WordClass::Adverb)
        })
    }

    fn listed(&self) -> Option<WordClass> {
        let (verbs, words, word) = (Verbs::get(), Words::get(), self.word());
        if verbs.negations.contains(word) {
            return Some(WordClass::Negation);
        }
        if ["dozens", "hundreds", "thousands", "millions"].contains(&word) {
            return Some(WordClass::Number);
        }
        if word == "to" {
            return Some(if self.is_infinitive_marker() {
                WordClass::To
            } else {
                WordClass::Preposition
            });
        }
        if verbs.modals.contains(word) {
            return Some(WordClass::Modal);
        }
        let auxiliary = if verbs.be.contains(word) {
            Some(Auxiliary::Be)
        } else if verbs.have.contains(word) {
            Some(Auxiliary::Have)
        } else if verbs.do_.contains(word) {
            Some(Auxiliary::Do)
        } else {
            None
        };
        if let Some(auxiliary) = auxiliary {
            return Some(WordClass::Auxiliary(auxiliary));
        }
        if (word == "'s" || word == "’s") && self.is_short_is() {
            return Some(WordClass::Auxiliary(Auxiliary::Be));
        }
        if word == "'d" || word == "’d" {
            return Some(WordClass::Modal);
        }
        for (list, class) in [
            (&words.subject_pronouns, WordClass::SubjectPronoun),
            (&words.coordinators, WordClass::Coordinator),
            (&words.subordinators, WordClass::Subordinator),
            (&words.determiners, WordClass::Determiner),
            (&words.prepositions, WordClass::Preposition),
            (&words.pronouns, WordClass::Pronoun),
            (&words.adverbs, WordClass::Adverb),
            (&words.adjectives, WordClass::Adjective),
        ] {
            if list.contains(word) {
                return Some(self.among_closed(class));
            }
        }
        None
    }

    /// `that`, `before`, `after` and their like: a determiner or a preposition unless a clause follows.
    fn among_closed(&self, class: WordClass) -> WordClass {
        match (class, self.word()) {
            (WordClass::Subordinator, "who" | "that" | "which") => WordClass::SubjectPronoun,
            (class, _) => class,
        }
    }

    /// `it's going`, `he's gone`, but not `Iran's president`.
    fn is_short_is(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.words.get(at));
        before.is_some_and(|word| {
            ["it", "he", "she", "that", "there", "what", "who"].contains(&word.as_str())
        })
    }

    fn is_infinitive_marker(&self) -> bool {
        let next = if Words::get().adverbs.contains(self.word_at(1)) {
            2
        } else {
            1
        };
        let next_word = self.word_at(next);
        let is_lower = self
            .tokens
            .get(self.at + next)
            .is_some_and(|token| token.shape == TokenShape::Lower)
            || self.is_heading_like();
        let is_base = verb_readings(next_word)
            .iter()
            .any(|reading| reading.form == Form::Base);
        let is_auxiliary = ["be", "have", "do"].contains(&next_word);
        is_lower && (is_auxiliary || is_base)
    }

    pub(super) fn is_heading_like(&self) -> bool {
        self.next_shape() == Some(TokenShape::Capitalised)
            && self
                .tokens
                .iter()
                .filter(|t| t.shape == TokenShape::Lower)
                .count()
                < 3
    }
}

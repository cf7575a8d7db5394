//! Whom or what a pronoun that opens a sentence most likely stands for: the subject of the one before.

use crate::model::Name;
use crate::text::{WordClass, is_title};

use super::lexicon::Grammar;
use super::title_number::is_plural;
use super::title_pronoun::is_in_phrase;
use super::title_render::Style;
use super::title_subject::agent;
use super::title_words::TitleWords;
use super::view::{View, is_finite};

/// A longer subject is not taken up in a headline.
const MAX_CHARS: usize = 28;

/// The subject of a sentence, for the pronouns of the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Antecedent {
    /// A name in full.
    Name(String),
    /// A noun with what describes it, as a headline gives it: `Ferry`, `Two men`.
    Noun {
        /// The words.
        words: String,
        /// Whether they stand for more than one.
        is_plural: bool,
    },
}

impl Antecedent {
    /// Of the sentence after that of `view`, which itself follows the antecedent `before`: the subject; if
    /// that is a pronoun, whatever that was.
    pub(super) fn after(view: &View<'_>, before: Option<Self>) -> Option<Self> {
        let Some(verb) = view.sentence.verbs.iter().find(|group| is_finite(group)) else {
            return before;
        };
        let is_pronoun = (0..verb.first).any(|at| {
            let class = view.class(at);
            matches!(class, Some(WordClass::SubjectPronoun | WordClass::Pronoun))
        });
        named_subject(view, verb.first)
            .map(Self::Name)
            .or_else(|| before.filter(|_| is_pronoun))
            .or_else(|| Self::noun(view, verb.first).filter(|_| !is_pronoun))
    }

    /// The subject without a name.
    fn noun(view: &View<'_>, verb: usize) -> Option<Self> {
        let words = agent(view, verb, None, Style::Full)?;
        let fits = !view.sentence.is_heading && words.chars().count() <= MAX_CHARS;
        fits.then(|| Self::Noun {
            is_plural: is_plural(view, &words),
            words,
        })
    }

    /// The name, if it is one.
    pub(super) fn name(&self) -> Option<&str> {
        match self {
            Self::Name(name) => Some(name),
            Self::Noun { .. } => None,
        }
    }

    /// The noun that the pronoun at `at` can stand for.
    pub(super) fn noun_for(&self, view: &View<'_>, at: usize) -> Option<&str> {
        let Self::Noun { words, is_plural } = self else {
            return None;
        };
        let fits = match view.word(at) {
            "he" | "she" => !is_plural && is_person(words),
            "it" => !is_plural && !is_person(words) && !is_empty(view, at),
            "they" => *is_plural,
            _ => false,
        };
        fits.then_some(words.as_str())
    }
}

/// `it emerged that …`, `it is not known`: nothing is meant.
pub(super) fn is_empty(view: &View<'_>, at: usize) -> bool {
    let mut after = view.sentence.verbs.iter().filter(|group| at < group.first);
    let verb = after.next();
    verb.is_none_or(|group| {
        Grammar::get().speech.contains(&group.lemma)
            || TitleWords::get().impersonal.contains(&group.lemma)
            || view.word(group.last + 1) == "that"
    })
}

/// Whether the words are of one person: `mayor`, `young man`.
pub(super) fn is_person(words: &str) -> bool {
    let head = words.split(" of ").next().unwrap_or(words);
    let last = head.rsplit(' ').next().unwrap_or(head).to_lowercase();
    is_title(&last) || TitleWords::get().persons.contains(&last)
}

/// The name that is the subject of the verb at `verb`.
fn named_subject(view: &View<'_>, verb: usize) -> Option<String> {
    let start = view.span(verb, verb).start;
    let names = view.names.iter().filter(|name| name.span.end <= start);
    let is_subject = |name: &&Name| {
        let (first, _) = view.tokens_of(name.span);
        !is_in_phrase(view, first)
    };
    let mut subjects = names.filter(is_subject);
    let name = subjects.next().map(|name| with_number(view, name));
    name.or_else(|| capitalised(view, verb))
}

/// `Luna-25` for `Luna`.
fn with_number(view: &View<'_>, name: &Name) -> String {
    let (_, last) = view.tokens_of(name.span);
    let is_glued = view.span(last, last).end + 1 == view.span(last + 2, last + 2).start;
    match view.class(last + 1) {
        Some(WordClass::Hyphen) if is_glued => {
            let number = view.span(last + 2, last + 2).of(view.text);
            format!("{}-{number}", name.full)
        }
        _ => name.full.clone(),
    }
}

/// A subject that is a word with a capital, though no list or model calls it a name.
fn capitalised(view: &View<'_>, verb: usize) -> Option<String> {
    let is_after_hyphen = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| view.class(at));
        matches!(before, Some(WordClass::Hyphen))
    };
    let is_name = |at: usize| match view.class(at) {
        Some(WordClass::Name) => true,
        Some(WordClass::Hyphen) => 0 < at,
        Some(WordClass::Number) => is_after_hyphen(at),
        _ => false,
    };
    let words: Vec<usize> = (0..verb).take_while(|at| is_name(*at)).collect();
    let (first, last) = (*words.first()?, *words.last()?);
    let is_whole = last + 1 == verb && words.len() <= 3;
    is_whole.then(|| view.span(first, last).of(view.text).to_owned())
}

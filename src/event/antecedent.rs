//! Whom or what a pronoun that opens a sentence most likely stands for: the subject of the one before.

use std::cell::OnceCell;

use crate::model::Name;
use crate::text::{VerbGroup, WordClass, is_title};

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
pub(super) enum Antecedent<'v> {
    /// A name in full.
    Name(String),
    /// A noun, if the subject is one.
    Noun(Box<Noun<'v>>),
}

/// The subject of a sentence without a name, found when a pronoun first asks for it: to find it the
/// sentence may have to be parsed, and few pronouns ask.
pub(super) struct Noun<'v> {
    view: View<'v>,
    /// The first token of its verb.
    verb: usize,
    found: OnceCell<Option<NounWords>>,
}

/// A noun with what describes it, as a headline gives it: `Ferry`, `Two men`.
struct NounWords {
    words: String,
    /// Whether they stand for more than one.
    is_plural: bool,
}

impl<'v> Antecedent<'v> {
    /// Of the sentence after that of `view`, which itself follows the antecedent `before`: the subject; if
    /// that is a pronoun, whatever that was.
    pub(super) fn after(view: View<'v>, before: Option<Self>) -> Option<Self> {
        let mut verbs = view.sentence.verbs.iter();
        let Some(verb) = verbs
            .find(|group| is_finite(group))
            .map(|group| group.first)
        else {
            return before;
        };
        let is_pronoun = (0..verb).any(|at| {
            let class = view.class(at);
            matches!(class, Some(WordClass::SubjectPronoun | WordClass::Pronoun))
        });
        match named_subject(&view, verb) {
            Some(name) => Some(Self::Name(name)),
            None if is_pronoun => before,
            None if view.sentence.is_heading => None,
            None => Some(Self::Noun(Box::new(Noun {
                view,
                verb,
                found: OnceCell::new(),
            }))),
        }
    }

    /// The name, if it is one.
    pub(super) fn name(&self) -> Option<&str> {
        match self {
            Self::Name(name) => Some(name),
            Self::Noun(_) => None,
        }
    }

    /// The noun that the pronoun at `at` can stand for.
    pub(super) fn noun_for(&self, view: &View<'_>, at: usize) -> Option<&str> {
        let Self::Noun(noun) = self else {
            return None;
        };
        let may_be = ["he", "she", "it", "they"].contains(&view.word(at));
        let NounWords { words, is_plural } = may_be.then(|| noun.words())??;
        let fits = match view.word(at) {
            "he" | "she" => !is_plural && is_person(words),
            "it" => !is_plural && !is_person(words) && !is_empty(view, at),
            "they" => *is_plural,
            _ => false,
        };
        fits.then_some(words.as_str())
    }

    /// The noun if it is a thing, of many or of one.
    pub(super) fn thing(&self, is_many: bool) -> Option<&str> {
        let Self::Noun(noun) = self else {
            return None;
        };
        let found = noun.words()?;
        let is_count = found.words.ends_with(|last: char| last.is_ascii_digit());
        let is_one = !is_person(&found.words) && !is_count;
        let fits = found.is_plural == is_many && (is_many || is_one);
        fits.then_some(found.words.as_str())
    }
}

impl Noun<'_> {
    fn words(&self) -> Option<&NounWords> {
        let find = || {
            let words = agent(&self.view, self.verb, None, Style::Full)?;
            (words.chars().count() <= MAX_CHARS).then(|| NounWords {
                is_plural: is_plural(&self.view, &words),
                words,
            })
        };
        self.found.get_or_init(find).as_ref()
    }
}

/// `it emerged that …`, `it is not known`: nothing is meant.
pub(super) fn is_empty(view: &View<'_>, at: usize) -> bool {
    let mut after = view.sentence.verbs.iter().filter(|group| at < group.first);
    let verb = after.next();
    verb.is_none_or(|group| {
        Grammar::get().speech.contains(&group.lemma)
            || TitleWords::get().impersonal.contains(&group.lemma) && !has_particle(view, group)
            || view.word(group.last + 1) == "that"
    })
}

/// `it took off`, beside `it took days to …`
fn has_particle(view: &View<'_>, group: &VerbGroup) -> bool {
    let syntax = view.syntax();
    syntax.is_some_and(|syntax| syntax.is_particle(group.last + 1))
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

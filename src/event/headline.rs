//! The headline an article comes with: what its main verb tells is the news, whatever verb it is.

use crate::text::{Tense, VerbGroup, WordClass};

use super::lexicon::Grammar;
use super::title::{MAX_CHARS, is_loosely_joined};
use super::title_phrase::Phrase;
use super::title_render::{Style, render};
use super::view::{View, is_finite};

/// Whether the group is the main verb of a heading at the head of the article that tells news: it has a
/// subject, a tense that tells of one time, and the heading asks nothing.
pub(super) fn is_news(view: &View<'_>, group: &VerbGroup) -> bool {
    let tells = match group.tense {
        Tense::Past | Tense::Participle | Tense::Future | Tense::Infinitive => true,
        Tense::Present => !group.is_progressive,
        Tense::Gerund => false,
    };
    view.is_headline()
        && 0 < group.first
        && tells
        && !group.is_negated
        && (group.modal.is_none() || group.tense == Tense::Future)
        && !is_question(view)
        && view
            .syntax()
            .is_some_and(|syntax| syntax.is_predicate(group.head))
}

/// Whether a heading tells by this verb what it would not be in a sentence: `Fleet goes home`.
pub(super) fn is_told(view: &View<'_>, group: &VerbGroup) -> bool {
    let grammar = Grammar::get();
    let is_empty =
        grammar.untold.contains(&group.lemma) && !grammar.headlined.contains(&group.lemma);
    !is_empty && !grammar.speech.contains(&group.lemma) && is_news(view, group)
}

/// `Why did the ferry sink?`, `How the bank lost $2 billion`
fn is_question(view: &View<'_>) -> bool {
    // Not the WHO.
    let is_asking = view.class(0) != Some(&WordClass::Name);
    view.words.iter().any(|word| word == "?")
        || is_asking && Grammar::get().asking.contains(view.word(0))
}

/// The whole heading as the title of the event that its main verb tells, if it is a plain one: an editor wrote it. None
/// if it is too long, has a date, a second verb or signs that put more than one thing into a line.
pub(super) fn whole(view: &View<'_>, group: &VerbGroup) -> Option<String> {
    // First, for other sentences need no tree for it.
    if !view.is_headline() {
        return None;
    }
    let is_root = view
        .syntax()
        .is_some_and(|syntax| syntax.is_root(group.head));
    let is_plain = |at: usize| {
        let class = view.class(at);
        !matches!(class, Some(WordClass::Sign | WordClass::Coordinator))
            || is_part(view.word(at))
    };
    // Capitals that were not taken for those of a headline.
    let is_small = view.sentence.lowered.binary_search(&group.head).is_ok()
        || view
            .span(group.head, group.head)
            .of(view.text)
            .starts_with(char::is_lowercase);
    let is_alone = |other: &VerbGroup| other.head == group.head || !is_finite(other);
    let last = view.len().checked_sub(1)?;
    let may_be = is_root
        && is_small
        && is_news(view, group)
        && view.timexes.is_empty()
        && view.sentence.verbs.iter().all(is_alone)
        && (0..=last).all(is_plain);
    let phrase = Phrase { first: 0, last };
    let words = may_be.then(|| render(view, phrase, Style::Full))??;
    let is_fit = words.chars().count() <= MAX_CHARS && !is_loosely_joined(&words);
    is_fit.then_some(words)
}

/// Signs inside an amount, and what joins two names.
fn is_part(word: &str) -> bool {
    ["$", "€", "£", "%", "and", "&"].contains(&word)
}

//! The headline an article comes with: what its main verb tells is the news, whatever verb it is.

use crate::text::{Tense, VerbGroup};

use super::lexicon::Grammar;
use super::view::View;

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
    view.words.iter().any(|word| word == "?") || Grammar::get().asking.contains(view.word(0))
}

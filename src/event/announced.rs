//! What somebody says he is going to do: `will cut 900 jobs`, `plans to build a plant`.

use crate::text::{Tense, VerbGroup, WordClass};

use super::lexicon::{Grammar, WordSet};
use super::support::{Found, has_counted_or_known_subject};
use super::trigger::has_own_object;
use super::view::View;

/// `will cut 900 jobs`, `said it would cut jobs`, `plans to cut jobs`: what somebody says he is going to do, with
/// its object.
pub(super) fn is_announced(view: &View<'_>, group: &VerbGroup) -> bool {
    let grammar = Grammar::get();
    let has_object = matches!(
        view.class(group.last + 1),
        Some(WordClass::Determiner | WordClass::Number | WordClass::Name | WordClass::Noun)
    ) || matches!(
        (view.class(group.last + 1), view.word(group.last + 1)),
        (Some(WordClass::Sign), "$" | "€" | "£")
    );
    let lists = [
        &grammar.speech,
        &grammar.light,
        &grammar.states,
        &grammar.untold,
    ];
    let is_listed =
        lists.iter().any(|list| list.contains(&group.lemma)) && !has_own_object(view, group);
    if is_listed || group.is_negated || group.is_passive || !has_object {
        return false;
    }
    let mut before = view.sentence.verbs.iter();
    let before = before.rfind(|other| other.last < group.first);
    let follows = |list: &WordSet| {
        before.is_some_and(|other| {
            list.contains(&other.lemma) && !other.is_negated && other.modal.is_none()
        })
    };
    match (group.tense, group.modal.as_deref()) {
        (Tense::Future, _) => true,
        (Tense::Present, Some("would")) => follows(&grammar.intending),
        (Tense::Infinitive, None) => {
            let is_next = before.is_some_and(|other| other.last + 1 == group.first);
            is_next && follows(&grammar.planning)
        }
        _ => false,
    }
}

impl Found<'_, '_> {
    /// `The bank said it would cut 900 jobs`: somebody named before it is going to.
    pub(super) fn is_announced_by_somebody(&self, group: &VerbGroup) -> bool {
        let start = self.view.span(group.first, group.first).start;
        let mut names = self.view.names.iter();
        is_announced(self.view, group)
            && (self.is_lead()
                || names.any(|name| name.span.end <= start)
                || has_counted_or_known_subject(self.view, group.first))
    }
}

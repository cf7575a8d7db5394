//! Headlines of nouns with the verbs that they hang on: `Turkey hosts talks`.

use crate::model::Status;
use crate::text::Tense;

use super::lexicon::Grammar;
use super::title::Subject;
use super::title_phrase::noun_phrase_end;
use super::title_verb::verbal;
use super::trigger::{Candidate, complement};
use super::view::View;

/// `Turkey hosts talks`: a light verb with its noun, when the noun alone names nobody.
pub(super) fn carried(
    view: &View<'_>,
    candidate: &Candidate,
    subject: &Subject<'_, '_>,
) -> Option<String> {
    let at = candidate.group?;
    let group = view.sentence.verbs.get(at)?;
    let grammar = Grammar::get();
    let is_object = group.last < candidate.first
        && noun_phrase_end(view, group.last + 1).is_some_and(|end| candidate.last <= end)
        && grammar.light.contains(&group.lemma);
    // `A tsunami hit Sulawesi`
    let is_subject = candidate.last < group.first
        && group.first - candidate.last < 4
        && grammar.happening.contains(&group.lemma);
    let is_active = !group.is_passive && group.tense != Tense::Participle;
    let carrier = carrier(view, candidate, at)?;
    (is_active && (is_object || is_subject)).then_some(())?;
    // `announced a recall`: whatever is planned, that was done.
    let is_told = group.tense == Tense::Past && grammar.disclosing.contains(&group.lemma);
    let status = if is_told && subject.status == Status::Planned {
        Status::Happened
    } else {
        subject.status
    };
    verbal(view, &carrier, &Subject { status, ..*subject })
}

/// `Ministry brings charge against firm`: any verb with its noun, when nothing else names anybody.
pub(super) fn governed(
    view: &View<'_>,
    candidate: &Candidate,
    subject: &Subject<'_, '_>,
) -> Option<String> {
    let carrier = carrier(view, candidate, candidate.group?)?;
    let words = verbal(view, &carrier, subject)?;
    let noun = view.word(candidate.last);
    let names_it = words.split(' ').any(|word| word.to_lowercase() == noun);
    names_it.then_some(words)
}

/// The verb group `at` in the place of the noun that hangs on it.
fn carrier(view: &View<'_>, candidate: &Candidate, at: usize) -> Option<Candidate> {
    let group = view.sentence.verbs.get(at)?;
    Some(Candidate {
        first: group.head,
        last: group.head,
        complement: complement(view, group),
        lemma: group.lemma.clone(),
        is_noun: false,
        ..candidate.clone()
    })
}

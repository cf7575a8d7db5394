//! Headlines of nouns with the verbs that they hang on: `Turkey hosts talks`.

use crate::model::Status;
use crate::text::{Tense, VerbGroup};

use super::lexicon::{Grammar, is_governor, status_cues};
use super::title::Subject;
use super::title_phrase::noun_phrase_end;
use super::title_verb::verbal;
use super::title_words::TitleWords;
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
    let is_object = is_carried(view, candidate);
    // `A tsunami hit Sulawesi`
    let is_subject = candidate.last < group.first
        && group.first - candidate.last < 4
        && grammar.happening.contains(&group.lemma);
    let is_active = !group.is_passive && group.tense != Tense::Participle;
    // `did not attend the talks`, which took place.
    let says_no =
        group.is_negated && !matches!(subject.status, Status::Denied | Status::Cancelled);
    let carrier = carrier(view, candidate, at)?;
    (is_active && !says_no && (is_object || is_subject)).then_some(())?;
    // `announced a recall`: whatever is planned, that was done.
    let is_told = group.tense == Tense::Past && grammar.disclosing.contains(&group.lemma);
    let status = if is_told && subject.status == Status::Planned {
        Status::Happened
    } else {
        subject.status
    };
    verbal(view, &carrier, &Subject { status, ..*subject })
}

/// Whether a light verb with a noun tells who acts, which the headline `alone` of the noun does not: `President
/// gives speech in Lyon` for `Speech in Lyon`.
pub(super) fn names_actor(
    view: &View<'_>,
    candidate: &Candidate,
    alone: &str,
    words: &str,
) -> bool {
    let actor = words.split(' ').next().unwrap_or_default();
    let is_named = |word: &str| word.eq_ignore_ascii_case(actor);
    // `his schedule includes meetings`
    let is_list = |word: &str| {
        status_cues()
            .values()
            .any(|cue| cue.subjects.contains(word))
    };
    if words.split(' ').any(is_list) {
        return false;
    }
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    // Not `while attending a match`, nor `forecasters expect a storm`, who do not make it.
    let is_done =
        |group: &VerbGroup| group.tense != Tense::Gerund && !is_governor(&group.lemma);
    group.is_some_and(is_done) && is_carried(view, candidate) && !alone.split(' ').any(is_named)
}

/// Whether the noun is the object of a light verb.
fn is_carried(view: &View<'_>, candidate: &Candidate) -> bool {
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    group.is_some_and(|group| {
        // `carried out a raid`
        let has_particle = TitleWords::get()
            .particles
            .contains(view.word(group.last + 1));
        let first = group.last + 1 + usize::from(has_particle);
        group.last < candidate.first
            && noun_phrase_end(view, first).is_some_and(|end| candidate.last <= end)
            && Grammar::get().light.contains(&group.lemma)
    })
}

/// `Ministry brings charge against firm`: any verb with its noun, when nothing else names anybody.
pub(super) fn governed(
    view: &View<'_>,
    candidate: &Candidate,
    subject: &Subject<'_, '_>,
) -> Option<String> {
    let group = view.sentence.verbs.get(candidate.group?)?;
    if group.is_negated && subject.status == Status::Happened {
        return None;
    }
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

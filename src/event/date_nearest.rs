//! Which time expression of its clause is that of an event.

use crate::model::{Timex, TimexType};
use crate::text::{Tense, VerbGroup, WordClass};

use super::antecedent::is_person;
use super::date::is_calendar;
use super::lexicon::Grammar;
use super::status_clause::{is_description, is_of_ranked};
use super::title_phrase::is_possessive;
use super::trigger::Candidate;
use super::view::{View, is_finite};

/// The time expression of the candidate's clause that costs least to reach.
pub(super) fn nearest<'a>(
    view: &View<'a>,
    candidate: &Candidate,
    clause: usize,
) -> Option<&'a Timex> {
    let inside = view.timexes.iter().filter(|timex| {
        is_calendar(timex) && view.clause_of(view.tokens_of(timex.span).0) == clause
    });
    inside
        .filter_map(|timex| Some((cost(view, candidate, timex)?, timex)))
        .min_by_key(|(cost, timex)| (*cost, timex.span.start))
        .map(|(_, timex)| timex)
}

/// Words between, and more for each verb between; `None` if the expression belongs to another verb.
fn cost(view: &View<'_>, candidate: &Candidate, timex: &Timex) -> Option<usize> {
    let (first, last) = view.tokens_of(timex.span);
    let is_beside = candidate.is_beside(first, last);
    let is_of_clause_below = || {
        let syntax = view.syntax().filter(|_| !is_beside);
        syntax.is_some_and(|syntax| syntax.dates_clause_below(candidate.last, (first, last)))
    };
    let days = (first, last);
    if is_attribute_of_other(view, candidate, days)
        || is_of_clause_below()
        || is_put_off_to(view, candidate, first)
    {
        return None;
    }
    if is_new_date(view, candidate, first) || is_attribute(view, candidate, days) {
        return Some(0);
    }
    let (from, upto, is_before) = if last < candidate.first {
        (last + 1, candidate.first, true)
    } else {
        (candidate.last + 1, first, false)
    };
    let own = candidate.group;
    let between = view
        .sentence
        .verbs
        .iter()
        .enumerate()
        .filter(|(at, group)| Some(*at) != own && from <= group.first && group.last < upto);
    let between: Vec<&VerbGroup> = between.map(|(_, group)| group).collect();
    let n_between = between.len();
    // `The bridge has fallen, the mayor told reporters Monday`
    let says =
        |group: &&&VerbGroup| is_finite(group) && Grammar::get().speech.contains(&group.lemma);
    if !is_before && between.iter().any(|group| says(&group)) {
        return None;
    }
    // `agreed on Monday to meet`: Monday belongs to the verb before it.
    let governs = |group: &VerbGroup| {
        is_finite(group)
            && group.last < first
            && view.clause_of(group.first) == view.clause_of(first)
    };
    let own_group = own.and_then(|at| view.sentence.verbs.get(at));
    let is_infinitive =
        own_group.is_some_and(|g| g.tense == Tense::Infinitive && g.first > last);
    if is_before && is_infinitive && view.sentence.verbs.iter().any(governs) {
        return None;
    }
    // `the first to plead guilty died on Friday`, `the film, directed by Ann Lee, opened on Friday`
    let describes =
        |group: &VerbGroup| is_of_ranked(view, group) || is_description(view, group);
    let is_told_before = is_before && view.sentence.verbs.iter().any(governs);
    if (0 < n_between || is_told_before) && own_group.is_some_and(describes) {
        return None;
    }
    // `People who lost homes last year marched on Monday`
    let is_of_other = is_before && own_group.is_some_and(is_finite) && {
        let mut verbs = view.sentence.verbs.iter();
        verbs.any(|group| Some(group.first) != own_group.map(|own| own.first) && governs(group))
    };
    // `arrested around 8 p.m. at a hotel on Saturday`
    let is_clock = timex.kind == TimexType::Time && timex.counts_from_publication;
    let n_far = n_between + usize::from(is_of_other) + usize::from(is_clock);
    Some(upto.saturating_sub(from) + 10 * n_far + usize::from(is_before) * 2)
}

/// `the launch was put off until June`: June is not when that was done.
fn is_put_off_to(view: &View<'_>, candidate: &Candidate, first: usize) -> bool {
    let grammar = Grammar::get();
    let before = first.checked_sub(1).map_or("", |at| view.word(at));
    !candidate.is_noun
        && grammar.deciding.contains(&candidate.lemma)
        && grammar.decided_for.contains(before)
}

/// `planned for June, was put off until August`: August it is.
fn is_new_date(view: &View<'_>, candidate: &Candidate, first: usize) -> bool {
    let grammar = Grammar::get();
    let own = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    let before = first.checked_sub(1).map_or("", |at| view.word(at));
    let decides = |g: &VerbGroup| g.last < first && grammar.deciding.contains(&g.lemma);
    // `the launch, planned for May, was put off until June`
    let next = || {
        let mut verbs = view.sentence.verbs.iter();
        let finite = |g: &&VerbGroup| candidate.last < g.first && is_finite(g);
        verbs.find(finite).is_some_and(decides)
    };
    candidate.is_noun
        && grammar.decided_for.contains(before)
        && (own.is_some_and(decides) || next())
}

/// `the May 3 attack` on somebody or on some day: the expression describes the candidate right behind it.
fn is_attribute(view: &View<'_>, candidate: &Candidate, (first, last): (usize, usize)) -> bool {
    let the = first.checked_sub(1).map_or("", |at| view.word(at));
    candidate.is_noun && the == "the" && last + 1 == candidate.first
}

/// `Tuesday's talks`, `the 2015 agreement`: the expression describes the noun after it.
fn is_attribute_of_other(
    view: &View<'_>,
    candidate: &Candidate,
    (first, last): (usize, usize),
) -> bool {
    let next = last + 1;
    let is_attribute = match view.class(next) {
        Some(WordClass::Noun | WordClass::Adjective | WordClass::Name) => true,
        Some(WordClass::Determiner) => is_possessive(view, next),
        _ => false,
    };
    let glued_first = view.word(last.saturating_sub(1)) != "," && view.word(next) != ",";
    let near = candidate.is_noun && next <= candidate.first && candidate.first <= next + 5;
    // Who wins Sunday's race wins on Sunday; who condemns it does so later.
    let is_later =
        is_possessive(view, next) && Grammar::get().reacting.contains(&candidate.lemma);
    let before = |n: usize| first.checked_sub(n).map_or("", |at| view.word(at));
    // `sentenced for a 2012 crash`
    let is_why = ["a", "an"].contains(&before(1)) && Grammar::get().reasons.contains(before(2));
    // `arrested the leader of Saturday's march`: he was taken on some other day.
    let is_of_doer = is_possessive(view, next)
        && before(1) == "of"
        && !candidate.is_noun
        && first.checked_sub(2).is_some_and(|at| candidate.last < at)
        && is_person(before(2));
    let is_led = is_later || is_why || is_of_doer || before(1) == "the";
    is_attribute && glued_first && !near && is_led
}

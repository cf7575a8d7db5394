//! Which time expression of its clause is that of an event.

use std::ops::Range;

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
    Way::new(view, candidate, timex).cost()
}

/// The words between a candidate and an expression.
struct Way<'a, 'v> {
    view: &'a View<'v>,
    timex: &'a Timex,
    /// The verb group of the candidate.
    own: Option<&'a VerbGroup>,
    /// First and last token of the expression.
    days: (usize, usize),
    between: Range<usize>,
    /// The expression stands before the candidate.
    is_before: bool,
    /// Other verbs between.
    verbs: Vec<&'a VerbGroup>,
}

impl<'a, 'v> Way<'a, 'v> {
    fn new(view: &'a View<'v>, candidate: &Candidate, timex: &'a Timex) -> Self {
        let (first, last) = view.tokens_of(timex.span);
        let is_before = last < candidate.first;
        let between = if is_before {
            last + 1..candidate.first
        } else {
            candidate.last + 1..first
        };
        let all = view.sentence.verbs.iter().enumerate();
        let is_between = |(at, group): &(usize, &VerbGroup)| {
            let is_own = Some(*at) == candidate.group;
            !is_own && between.start <= group.first && group.last < between.end
        };
        let verbs = all.filter(is_between).map(|(_, group)| group).collect();
        Self {
            view,
            timex,
            own: candidate.group.and_then(|at| view.sentence.verbs.get(at)),
            days: (first, last),
            between,
            is_before,
            verbs,
        }
    }

    fn cost(&self) -> Option<usize> {
        if self.is_of_speaker() || self.is_of_main_verb() || self.is_of_described() {
            return None;
        }
        if !self.verbs.is_empty() && is_new_day(self.view, self.days.0) {
            return None;
        }
        // `People who lost homes last year marched on Monday`
        let is_of_other = self.is_before
            && self.own.is_some_and(|own| {
                is_finite(own) && self.governors().any(|group| group.first != own.first)
            });
        // `arrested around 8 p.m. at a hotel on Saturday`
        let timex = self.timex;
        let is_clock = timex.kind == TimexType::Time && timex.counts_from_publication;
        let n_far = self.verbs.len() + usize::from(is_of_other) + 2 * usize::from(is_clock);
        Some(self.between.len() + 10 * n_far + 2 * usize::from(self.is_before))
    }

    /// `The bridge has fallen, the mayor told reporters Monday`, `sales of $5 million, up from $4 million last year`
    fn is_of_speaker(&self) -> bool {
        let says = |group: &&VerbGroup| {
            is_finite(group) && Grammar::get().speech.contains(&group.lemma)
        };
        let is_said = self.verbs.iter().any(says);
        !self.is_before && (is_said || is_compared(self.view, self.between.clone()))
    }

    /// The finite verbs of its clause before the expression.
    fn governors(&self) -> impl Iterator<Item = &VerbGroup> {
        let (view, first) = (self.view, self.days.0);
        view.sentence.verbs.iter().filter(move |group| {
            is_finite(group)
                && group.last < first
                && view.clause_of(group.first) == view.clause_of(first)
        })
    }

    /// `agreed on Monday to meet`: Monday belongs to the verb before it.
    fn is_of_main_verb(&self) -> bool {
        let is_infinitive = self
            .own
            .is_some_and(|own| own.tense == Tense::Infinitive && self.days.1 < own.first);
        self.is_before && is_infinitive && self.governors().next().is_some()
    }

    /// `the first to plead guilty died on Friday`, `the film, directed by Ann Lee, opened on Friday`
    fn is_of_described(&self) -> bool {
        let describes = |group: &VerbGroup| {
            is_of_ranked(self.view, group) || is_description(self.view, group)
        };
        let is_told_before = self.is_before && self.governors().next().is_some();
        (!self.verbs.is_empty() || is_told_before) && self.own.is_some_and(describes)
    }
}

/// `adjourned the case to Friday`: the day of nothing that is told before.
pub(super) fn is_new_day(view: &View<'_>, first: usize) -> bool {
    let grammar = Grammar::get();
    let before = first.checked_sub(1).map_or("", |at| view.word(at));
    let mut verbs = view.sentence.verbs.iter().rev();
    let verb = verbs.find(|group| group.last < first);
    grammar.decided_for.contains(before)
        && verb.is_some_and(|group| grammar.deciding.contains(&group.lemma))
}

/// `, up from $4 million last year`: the day of what it is compared with.
fn is_compared(view: &View<'_>, mut between: Range<usize>) -> bool {
    let comparing = &Grammar::get().comparing;
    between.any(|at| view.word(at) == "," && comparing.contains(view.word(at + 1)))
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

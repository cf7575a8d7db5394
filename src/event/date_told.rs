//! Days on which something was said, decided or published, and whose they are.

use jiff::civil::Date;

use crate::model::{Status, Timex, When};
use crate::text::{Tense, VerbGroup};

use super::arguments::reaction;
use super::date::is_calendar;
use super::lexicon::{Grammar, Triggers};
use super::status_clause::is_aftermath;
use super::trigger::Candidate;
use super::view::{View, is_finite};

/// `the visit was postponed on Monday`: Monday is when that was decided, not when the visit is.
pub(super) fn is_day_of_planning(
    view: &View<'_>,
    candidate: &Candidate,
    status: Status,
    timex: &Timex,
    published: Option<Date>,
) -> bool {
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    let grammar = Grammar::get();
    let is_decision = candidate.is_noun
        && group.is_some_and(|g| g.tense == Tense::Past && grammar.deciding.contains(&g.lemma));
    let latest = timex.when.as_ref().and_then(When::latest);
    let is_over = latest
        .zip(published)
        .is_some_and(|(latest, day)| latest <= day);
    let (first, _) = view.tokens_of(timex.span);
    let before = first.checked_sub(1).map_or("", |at| view.word(at));
    let is_target = grammar.decided_for.contains(before);
    status == Status::Planned && is_decision && is_over && !is_target
}

/// `condemned the raid on Sunday`: Sunday is when that was said of it, unless it is a raid of Sunday's.
pub(super) fn is_of_reaction(
    view: &View<'_>,
    candidate: &Candidate,
    status: Status,
    timex: &Timex,
) -> bool {
    let (first, last) = view.tokens_of(timex.span);
    let describes = |group: &VerbGroup| group.last < first && last < candidate.first;
    reaction(view, candidate).is_some_and(|group| !describes(group))
        && timex.when.is_some()
        && matches!(status, Status::Happened | Status::Ongoing)
}

/// `handed out blankets on Monday to survivors of the earthquake`: Monday is that of the verb, and the earthquake
/// was then or before.
pub(super) fn is_of_verb_above(
    view: &View<'_>,
    candidate: &Candidate,
    status: Status,
    timex: &Timex,
) -> bool {
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    let is_gerund = group.is_some_and(|group| group.tense == Tense::Gerund);
    let may_be = (candidate.is_noun || is_gerund)
        && timex.when.is_some()
        && matches!(status, Status::Happened | Status::Ongoing);
    let day = view.tokens_of(timex.span);
    // `since its launch in 2003`
    let is_beside = candidate.is_beside(day.0, day.1);
    // `nine were killed on Monday after the crash`: they were as it happened.
    let is_toll = || {
        let sense = group.and_then(|group| Triggers::get().verb(&group.lemma))?;
        let class = Triggers::get().classes.get(sense.class)?;
        Some(candidate.is_noun && Grammar::get().tolls.contains(&class.id))
    };
    may_be
        && !is_beside
        && is_toll() != Some(true)
        && view
            .syntax()
            .is_some_and(|syntax| syntax.is_below_what_is_dated(candidate.last, day))
}

/// `appealed on Monday for a response to the outbreak`: Monday is not the day of the outbreak.
pub(super) fn is_of_aftermath(view: &View<'_>, candidate: &Candidate, timex: &Timex) -> bool {
    let (first, last) = view.tokens_of(timex.span);
    !candidate.is_beside(first, last) && is_aftermath(view, candidate)
}

/// `In a statement issued on Monday, the ministry denied it`: what is told has the day on which it came out.
pub(super) fn published_then<'a>(view: &View<'a>, candidate: &Candidate) -> Option<&'a Timex> {
    let grammar = Grammar::get();
    let own = view.sentence.verbs.get(candidate.group?)?;
    let mut verbs = view.sentence.verbs.iter();
    let opening = verbs.next().filter(|_| view.word(0) == "in")?;
    let noun = opening.first.checked_sub(1)?;
    let is_publishing = grammar.publishing.contains(&opening.lemma)
        && grammar.told_in.contains(view.word(noun));
    let telling = verbs.next().filter(|group| is_finite(group))?;
    let mut inside = view.timexes.iter();
    inside.find(|timex| {
        let (first, last) = view.tokens_of(timex.span);
        is_publishing
            && own.first == telling.first
            && is_calendar(timex)
            && opening.last < first
            && last < telling.first
    })
}

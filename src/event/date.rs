//! The date of an event: the time expression of its own clause, or what its tense says.

use jiff::civil::Date;

use crate::model::{Span, Status, Step, Timex, TimexType, When};

use super::clause::Link;
use super::date_linked::by_linked_clause;
use super::date_nearest::{is_new_day, nearest};
use super::date_offset::by_offset;
use super::date_told::{
    is_day_of_planning, is_of_aftermath, is_of_reaction, is_of_verb_above, published_then,
};
use super::lexicon::Grammar;
use super::trigger::Candidate;
use super::view::{View, is_finite};

/// A date with its reasons.
#[derive(Default)]
pub(super) struct Dated {
    pub(super) when: Option<When>,
    pub(super) timex: Option<Span>,
    pub(super) why: Vec<Step>,
    /// Whether the sentence itself dates the event.
    pub(super) is_own: bool,
    /// Whether the expression stands in the event's own clause.
    pub(super) is_close: bool,
}

/// The date of `candidate`.
pub(super) fn date(
    view: &View<'_>,
    candidate: &Candidate,
    status: Status,
    published: Option<Date>,
) -> Dated {
    if let Some(dated) = by_offset(view, candidate) {
        return dated;
    }
    match attached(view, candidate) {
        // Words that name no day, though the day they count from is known.
        Some((timex, _, _)) if timex.when.is_none() && published.is_some() => Dated {
            timex: Some(timex.span),
            ..by_tense(view, candidate, status, published)
        },
        Some((timex, _, _))
            if is_day_of_planning(view, candidate, status, timex, published) =>
        {
            by_tense(view, candidate, status, published)
        }
        Some((timex, step, _))
            if is_of_reaction(view, candidate, status, timex)
                || is_of_verb_above(view, candidate, status, timex)
                || is_of_aftermath(view, candidate, timex) =>
        {
            let latest = timex.when.as_ref().and_then(When::latest);
            let trigger = view.span(candidate.first, candidate.last).of(view.text);
            let words = format!("so \"{trigger}\" was on that day or before");
            let mut why = timex.steps.clone();
            why.extend([step, Step::new(words, None)]);
            Dated {
                when: latest.map(When::on_or_before),
                timex: Some(timex.span),
                why,
                ..Dated::default()
            }
        }
        Some((timex, step, is_close)) => {
            let mut why = timex.steps.clone();
            why.push(step);
            let mut when = timex.when.clone();
            // `since March, when it was closed`: in March it was.
            if described(view, view.clause_of(candidate.first)).is_some() {
                when = When::from_edtf(&timex.value).or(when);
            }
            // `at war since 2019` lasts.
            let (first, _) = view.tokens_of(timex.span);
            if first
                .checked_sub(1)
                .is_none_or(|at| view.word(at) != "since")
            {
                when = when.map(|when| over_by(when, status, published));
            }
            Dated {
                when,
                timex: Some(timex.span),
                why,
                is_own: true,
                is_close,
            }
        }
        None => by_linked_clause(view, candidate, status, published)
            .unwrap_or_else(|| by_tense(view, candidate, status, published)),
    }
}

/// What took place `after Sunday's vote` did so before it was reported.
fn over_by(when: When, status: Status, published: Option<Date>) -> When {
    let is_open = status == Status::Happened && when.latest().is_none();
    match (when.earliest(), published) {
        (Some(first), Some(last)) if is_open && first <= last => {
            When::within(Some(first), Some(last), when.granularity)
        }
        _ => when,
    }
}

/// Whether what has this status is still to come.
pub(super) fn is_ahead(status: Status) -> bool {
    matches!(
        status,
        Status::Planned | Status::Proposed | Status::Conditional
    )
}

/// Without an expression of its own: before or after the day of publication.
pub(super) fn by_tense(
    view: &View<'_>,
    candidate: &Candidate,
    status: Status,
    published: Option<Date>,
) -> Dated {
    let trigger = view.span(candidate.first, candidate.last);
    let is_ahead = is_ahead(status);
    let (side, words) = if is_ahead {
        ("after", "it still lies ahead")
    } else {
        ("before", "its tense looks back")
    };
    let Some(day) = published else {
        let words = format!(
            "no date of its own; on or {side} the day of publication, which is not known"
        );
        return Dated {
            why: vec![Step::new(words, Some(trigger))],
            ..Dated::default()
        };
    };
    let when = if is_ahead {
        When::on_or_after(day)
    } else {
        When::on_or_before(day)
    };
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    let span = group.map_or(trigger, |group| view.span(group.first, group.last));
    let step = Step::new(format!("no date of its own; {words}"), Some(span));
    let range = Step::new(
        format!("so on or {side} the day of publication, {day}"),
        None,
    );
    Dated {
        when: Some(when),
        why: vec![step, range],
        ..Dated::default()
    }
}

fn attached<'a>(view: &View<'a>, candidate: &Candidate) -> Option<(&'a Timex, Step, bool)> {
    let clause = view.clause_of(anchor(view, candidate));
    if let Some(timex) = nearest(view, candidate, clause) {
        let step = step(view, candidate, timex, "stands in the same clause as");
        return Some((timex, step, true));
    }
    let timex = described(view, clause)
        .or_else(|| inherited(view, candidate, clause))
        .or_else(|| shared(view, clause))
        .or_else(|| published_then(view, candidate))?;
    let step = step(
        view,
        candidate,
        timex,
        "dates the clause that continues with",
    );
    Some((timex, step, false))
}

/// Where the clause of the candidate is told: `the trial, which …, was delayed until May` has the verb of which
/// its noun is the subject.
fn anchor(view: &View<'_>, candidate: &Candidate) -> usize {
    let own = view.clause_of(candidate.first);
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    let parted = group.filter(|group| {
        candidate.is_noun
            && candidate.last < group.first
            && own + 1 < view.clause_of(group.first)
    });
    parted.map_or(candidate.first, |group| group.first)
}

fn step(view: &View<'_>, candidate: &Candidate, timex: &Timex, how: &str) -> Step {
    let trigger = view.span(candidate.first, candidate.last).of(view.text);
    Step::new(
        format!("\"{}\" {how} \"{trigger}\"", timex.span.of(view.text)),
        Some(timex.span),
    )
}

pub(super) fn is_calendar(timex: &Timex) -> bool {
    let has_day = timex.when.is_some() || timex.counts_from_publication;
    matches!(timex.kind, TimexType::Date | TimexType::Time)
        && has_day
        && !timex.value.ends_with("_REF")
}

/// `…, triggering a war that also saw strikes`: a clause that continues another has its date.
fn inherited<'a>(view: &View<'a>, candidate: &Candidate, clause: usize) -> Option<&'a Timex> {
    let mut at = clause;
    for _ in 0..3 {
        let link = view.clauses.get(at)?.link;
        let has_earlier_tense = candidate
            .group
            .and_then(|group| view.sentence.verbs.get(group))
            .is_some_and(|group| group.is_perfect);
        let continues = matches!(link, Link::Relative | Link::Participle | Link::Coordinate)
            || link == Link::Subordinate && is_same_time(view, at);
        if !continues || has_earlier_tense || is_finite_shift(view, at) {
            return None;
        }
        at = at.checked_sub(1)?;
        let inside = view.timexes.iter().rfind(|timex| {
            is_calendar(timex) && view.clause_of(view.tokens_of(timex.span).0) == at
        });
        // `was born in 1932 and raised by her aunt`
        let is_birth = || {
            let mut verbs = view.sentence.verbs.iter();
            let mut told = verbs
                .rfind(|group| view.clause_of(group.first) == at)
                .into_iter();
            told.any(|group| Grammar::get().undergone_only.contains(&group.lemma))
        };
        if let Some(timex) = inside {
            return (!is_birth()).then_some(timex);
        }
    }
    None
}

/// `13 June 2025, when the siege began`: the clause tells of that day.
fn described<'a>(view: &View<'a>, clause: usize) -> Option<&'a Timex> {
    let first = view.clauses.get(clause)?.first;
    let is_when = Grammar::get().describing_openers.contains(view.word(first));
    let before = first.checked_sub(1)?;
    let last = if view.word(before) == "," {
        before.checked_sub(1)?
    } else {
        before
    };
    view.timexes
        .iter()
        .find(|timex| is_when && is_calendar(timex) && view.tokens_of(timex.span).1 == last)
}

/// `five have been killed and many have been hurt today`: a clause joined in the same tense has the date.
fn shared<'a>(view: &View<'a>, clause: usize) -> Option<&'a Timex> {
    let next = clause + 1;
    if view.clauses.get(next)?.link != Link::Coordinate {
        return None;
    }
    let form = |clause: usize| {
        let mut groups = view.sentence.verbs.iter();
        let group = groups.find(|g| is_finite(g) && view.clause_of(g.first) == clause)?;
        // `The bridge has fallen, the mayor said on Monday`
        (!Grammar::get().speech.contains(&group.lemma)).then_some((
            group.tense,
            group.is_perfect,
            group.is_passive,
            group.modal.clone(),
        ))
    };
    let is_same = form(clause).is_some() && form(clause) == form(next);
    let mut inside = view.timexes.iter();
    inside.find(|timex| {
        let (first, _) = view.tokens_of(timex.span);
        is_same
            && is_calendar(timex)
            && view.clause_of(first) == next
            && !is_new_day(view, first)
    })
}

/// `as he opened the hall`
fn is_same_time(view: &View<'_>, clause: usize) -> bool {
    let first = view.clauses.get(clause).map_or("", |c| view.word(c.first));
    Grammar::get().same_time_openers.contains(first)
}

/// Whether the clause before speaks of another time than the candidate's (`met …, and will meet`).
fn is_finite_shift(view: &View<'_>, clause: usize) -> bool {
    let finite_in = |clause: usize| {
        view.sentence
            .verbs
            .iter()
            .find(|group| is_finite(group) && view.clause_of(group.first) == clause)
            .map(|group| (group.tense, group.modal.is_some()))
    };
    match (finite_in(clause), clause.checked_sub(1).and_then(finite_in)) {
        (Some(here), Some(before)) => here != before,
        _ => false,
    }
}

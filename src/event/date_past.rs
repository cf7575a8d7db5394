//! Days that verbs in the past tense cannot mean.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::date::{Dated, by_tense};
use super::lexicon::{Grammar, status_cues};
use super::status_clause::{is_unplanned, said_over};
use super::support::is_bare_present;
use super::trigger::Candidate;
use super::view::View;
use crate::model::{Granularity, Span, Status, Step, Timex, TimexType, When};
use crate::text::{Tense, VerbGroup};

/// A weekday lies at most so many days ahead.
const WEEK_DAYS: i32 = 7;

/// The date of what is told in the simple past on a day, or in a month, that was taken for the coming one: it is
/// that of the week or the year before. `The court ruled on Sunday to lift the ban` looks back whatever
/// follows.
pub(super) fn taken_back(
    dated: Dated,
    view: &View<'_>,
    candidate: &Candidate,
    status: Status,
    published: Option<Date>,
) -> Dated {
    let timex = view
        .timexes
        .iter()
        .find(|timex| Some(timex.span) == dated.timex);
    let told = published.zip(timex).filter(|_| status == Status::Happened);
    let earlier = told.and_then(|(published, timex)| {
        let verb = told_by(view, candidate, timex.span)?;
        let when = dated
            .when
            .as_ref()
            .filter(|_| timex.counts_from_publication)?;
        Some((before(when, timex, published)?, verb))
    });
    let Some((when, verb)) = earlier else {
        let of_other = told.is_some_and(|(published, timex)| {
            is_past(view, candidate)
                && (is_of_purpose(view, candidate, timex.span) || is_later(view, timex.span))
                && dated.when.as_ref().and_then(When::earliest) > Some(published)
        });
        return if of_other {
            by_tense(view, candidate, status, published)
        } else {
            dated
        };
    };
    let words = format!(
        "\u{201c}{}\u{201d} is told as past, so: {}",
        verb.of(view.text),
        when.in_words()
    );
    let mut why = dated.why;
    why.push(Step::new(words, Some(verb)));
    Dated {
        when: Some(when),
        why,
        ..dated
    }
}

/// What tells that it is over: `after the flood on Saturday`, or the verb in the simple past that the expression at
/// `timex` follows.
fn told_by(view: &View<'_>, candidate: &Candidate, timex: Span) -> Option<Span> {
    let (from, _) = view.tokens_of(timex);
    let is_next = candidate.last < from && from - candidate.last <= MOST_TOKENS;
    let after = said_over(view, candidate).filter(|_| is_next);
    // `to investigate the 6 January attack`
    let is_of_noun = candidate.is_noun && is_unplanned(candidate) && from < candidate.first;
    let trigger = || is_of_noun.then(|| view.span(candidate.first, candidate.last));
    after
        .or_else(|| of_heading(view, candidate, timex))
        .map(|at| view.span(at, at))
        .or_else(|| verb_of(view, candidate, timex))
        .or_else(trigger)
}

/// `Profit falls 7% in third quarter`: headings tell in the present of the quarter that is over.
fn of_heading(view: &View<'_>, candidate: &Candidate, timex: Span) -> Option<usize> {
    let group = view.sentence.verbs.get(candidate.group?)?;
    let mut timexes = view.timexes.iter();
    let is_quarter = timexes.any(|other| {
        other.span == timex
            && other
                .when
                .as_ref()
                .is_some_and(|when| when.granularity == Granularity::Quarter)
    });
    let is_told = view.sentence.is_heading && is_bare_present(group) && !candidate.is_noun;
    (is_quarter && is_told).then_some(group.head)
}

/// The verb in the simple past near the expression at `timex`, no other between.
fn verb_of(view: &View<'_>, candidate: &Candidate, timex: Span) -> Option<Span> {
    let group = view.sentence.verbs.get(candidate.group?)?;
    let (first, last) = view.tokens_of(timex);
    let (from, upto) = if group.last < first {
        (group.last, first)
    } else {
        (last, group.first)
    };
    let between = |other: &VerbGroup| from < other.first && other.last < upto;
    let is_near = from < upto && upto - from <= MOST_TOKENS;
    let is_next = !view.sentence.verbs.iter().any(between);
    (is_past(view, candidate) && is_near && is_next).then(|| view.span(group.first, group.last))
}

/// Whether the candidate's verb stands in the past and plans nothing (`had been scheduled for 4 March`).
fn is_past(view: &View<'_>, candidate: &Candidate) -> bool {
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    let plans = status_cues().get("planned");
    group.is_some_and(|group| {
        let is_planning = plans.is_some_and(|cues| cues.governors.contains(&group.lemma));
        let is_plan =
            is_planning && group.is_passive || Grammar::get().planning.contains(&group.lemma);
        // `accused him of robbing the bank on 4 March`
        let is_deed = || {
            let mut before = view.sentence.verbs.iter().rev();
            let matrix = before.find(|other| other.last < group.first);
            let of = group.first.checked_sub(1).map_or("", |at| view.word(at));
            Grammar::get().charging.contains(of)
                && matrix.is_some_and(|matrix| matrix.tense == Tense::Past)
        };
        let is_over = group.tense == Tense::Past || group.tense == Tense::Gerund && is_deed();
        is_over && group.modal.is_none() && !group.is_negated && !is_plan
    })
}

/// `urged the board to resign on Monday`: an infinitive stands between the verb and the day, which is then the
/// infinitive's.
fn is_of_purpose(view: &View<'_>, candidate: &Candidate, timex: Span) -> bool {
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    let (first, _) = view.tokens_of(timex);
    group.is_some_and(|group| {
        let mut verbs = view.sentence.verbs.iter();
        let between = |other: &VerbGroup| group.last < other.first && other.last < first;
        verbs.any(|other| between(other) && other.tense == Tense::Infinitive)
    })
}

/// `three weeks later`, after something that has no date here.
fn is_later(view: &View<'_>, timex: Span) -> bool {
    let (_, last) = view.tokens_of(timex);
    Grammar::get().later.contains(view.word(last))
}

/// What stands so many tokens behind a verb may hang on something else.
const MOST_TOKENS: usize = 12;

/// The same day or month a week or a year before, if that is over by the day of publication.
fn before(when: &When, timex: &Timex, published: Date) -> Option<When> {
    let (first, last) = (when.earliest()?, when.latest()?);
    let is_calendar = matches!(timex.kind, TimexType::Date | TimexType::Time);
    let ahead = published.until(first).ok()?.get_days();
    let is_day = first == last;
    let is_month = first.day() == 1 && last == first.last_of_month();
    let is_quarter = when.granularity == Granularity::Quarter;
    if !is_calendar || ahead <= 0 || !(is_day || is_month || is_quarter) {
        return None;
    }
    let day = if is_day && ahead <= WEEK_DAYS {
        first.checked_sub(WEEK_DAYS.days()).ok()?
    } else {
        first.checked_sub(1.year()).ok()?
    };
    let end = match (is_day, is_month) {
        (true, _) => day,
        (_, true) => day.last_of_month(),
        _ => last.checked_sub(1.year()).ok()?,
    };
    let moved = When {
        approximate: when.approximate,
        ..When::within(Some(day), Some(end), when.granularity)
    };
    (day <= published).then_some(moved)
}

//! Dates that clauses lend each other: `Two people died when a bus overturned on Sunday`, `resigned on Sunday after the
//! court rejected the appeal`.

use jiff::civil::Date;

use crate::model::{Granularity, Status, Step, Timex, When};
use crate::text::Tense;

use super::date::{Dated, is_ahead, is_calendar};
use super::lexicon::Grammar;
use super::trigger::Candidate;
use super::view::{View, is_finite};

/// The date of a candidate that its own clause does not date: the day of the clause that says when it was, or one no
/// later than that of the clause it came before.
pub(super) fn by_linked_clause(
    view: &View<'_>,
    candidate: &Candidate,
    status: Status,
    published: Option<Date>,
) -> Option<Dated> {
    let group = view.sentence.verbs.get(candidate.group?)?;
    let is_told = !candidate.is_noun || Grammar::get().light.contains(&group.lemma);
    if group.is_perfect || !is_told {
        return None;
    }
    let mut timexes = view.timexes.iter().filter(|timex| is_calendar(timex));
    timexes.find_map(|timex| {
        same_time(view, group.head, timex)
            .or_else(|| earlier(view, group.head, timex, first_day(status, published)))
            .or_else(|| {
                later(
                    view,
                    group.head,
                    timex,
                    published.filter(|_| !is_ahead(status)),
                )
            })
    })
}

/// What is still to come lies not before the publication.
fn first_day(status: Status, published: Option<Date>) -> Option<Date> {
    published.filter(|_| is_ahead(status))
}

/// The day on which what the clause of `verb` tells took place, if `timex` dates a clause `when …` or `as …` below it
/// in the same tense.
fn same_time(view: &View<'_>, verb: usize, timex: &Timex) -> Option<Dated> {
    let grammar = Grammar::get();
    let syntax = view.syntax()?;
    let below = syntax.verb_dated_by(view.tokens_of(timex.span))?;
    let link = syntax.adverbial(below).filter(|link| link.verb == verb)?;
    let group = |at: usize| view.sentence.verbs.get(view.group_at(at)?);
    let (own, other) = (group(verb)?, group(below)?);
    let is_same = match (own.tense, other.tense) {
        // `while checking papers on Friday`, `will sign it when he visits Oslo on Friday`
        (_, Tense::Gerund) | (Tense::Future | Tense::Infinitive, Tense::Present) => true,
        (one, two) => one == two && is_finite(other) && !other.is_perfect,
    };
    let fits = grammar.same_time_openers.contains(view.word(link.opener))
        && !grammar.speech.contains(&other.lemma);
    let words = format!(
        "\u{201c}{}\u{201d} dates what was at the same time",
        timex.span.of(view.text)
    );
    (is_same && fits).then(|| dated(timex, timex.when.clone(), words, true))
}

/// A day no later than that of `timex` if the clause of `verb` is opened by `after` and `timex` dates what came next;
/// about that day if it followed at once.
fn earlier(
    view: &View<'_>,
    verb: usize,
    timex: &Timex,
    first_day: Option<Date>,
) -> Option<Dated> {
    let grammar = Grammar::get();
    let syntax = view.syntax()?;
    let above = syntax.verb_dated_by(view.tokens_of(timex.span))?;
    let link = syntax.adverbial(verb).filter(|link| link.verb == above)?;
    let is_later = grammar.offset_earlier.contains(view.word(link.opener));
    let latest = timex
        .when
        .as_ref()
        .and_then(When::latest)
        .filter(|_| is_later)?;
    let before = link.opener.checked_sub(1).map_or("", |at| view.word(at));
    let (when, words) = if grammar.at_once.contains(before) {
        (
            timex.when.clone().map(When::approximately),
            "followed at once, so it was about then",
        )
    } else {
        (
            Some(When::within(
                first_day.filter(|first| *first <= latest),
                Some(latest),
                Granularity::Day,
            )),
            "came after it, so it was on that day or before",
        )
    };
    let words = format!(
        "what \u{201c}{}\u{201d} dates {words}",
        timex.span.of(view.text)
    );
    Some(dated(timex, when, words, false))
}

/// From the day of `timex` on, if it dates what came before the clause of `verb` by `after`; about that day if that
/// followed at once (`crashed soon after taking off on 3 May`).
fn later(view: &View<'_>, verb: usize, timex: &Timex, last_day: Option<Date>) -> Option<Dated> {
    let grammar = Grammar::get();
    let syntax = view.syntax()?;
    let below = syntax.verb_dated_by(view.tokens_of(timex.span))?;
    let link = syntax.adverbial(below).filter(|link| link.verb == verb)?;
    let is_later = grammar.offset_earlier.contains(view.word(link.opener));
    let when = timex.when.as_ref().filter(|_| is_later)?;
    let first = when.earliest()?;
    let before = link.opener.checked_sub(1).map_or("", |at| view.word(at));
    let (when, words) = if grammar.at_once.contains(before) {
        (
            when.clone().approximately(),
            "was followed at once, so it was about then",
        )
    } else {
        let last = last_day.filter(|last| first <= *last)?;
        let when = When::within(Some(first), Some(last), Granularity::Day);
        (when, "came before it, so it was on that day or later")
    };
    let words = format!(
        "what \u{201c}{}\u{201d} dates {words}",
        timex.span.of(view.text)
    );
    Some(dated(timex, Some(when), words, false))
}

fn dated(timex: &Timex, when: Option<When>, words: String, is_own: bool) -> Dated {
    let mut why = timex.steps.clone();
    why.push(Step::new(words, Some(timex.span)));
    Dated {
        when,
        timex: Some(timex.span),
        why,
        is_own,
        is_close: false,
    }
}

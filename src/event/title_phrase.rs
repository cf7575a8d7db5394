//! Noun and prepositional phrases, found around a word and rendered for a headline.

use crate::model::TimexType;
use crate::text::{Tense, WordClass};

use super::lexicon::Grammar;
use super::title_words::TitleWords;
use super::view::{View, is_finite};

/// Tokens `first..=last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) first: usize,
    pub(super) last: usize,
}

/// The last token of the noun phrase that starts at `from`.
pub(super) fn noun_phrase_end(view: &View<'_>, from: usize) -> Option<usize> {
    let (mut end, mut length) = (None, None);
    let mut at = behind_day(view, from).unwrap_or(from);
    at += quantifier(view, at);
    while at < view.len().min(from + 16) {
        // `a four-year contract`
        if end.is_none() && is_length(view, at) {
            length = Some(at);
            at += 1;
            continue;
        }
        if let Some(last) = name_end(view, at) {
            end = Some(last);
            at = last + 1;
            continue;
        }
        // `80 miles per hour`
        if view.word(at) == "per" && end.is_some() {
            end = Some(at + 1);
            at += 2;
            continue;
        }
        if view.is_time(at) {
            break;
        }
        if view.group_at(at).is_some() && !is_attribute(view, at) {
            return end.or_else(|| is_bare_gerund(view, at).then_some(at));
        }
        if end.is_some() && counts_others(view, at) {
            break;
        }
        match view.class(at) {
            Some(WordClass::Noun | WordClass::Name | WordClass::Number) => end = Some(at),
            // `in the final in Lyon`
            Some(WordClass::Adjective) if ends_phrase(view, at, from) => end = Some(at),
            Some(WordClass::Verb { .. }) if view.group_at(at).is_none() => end = Some(at),
            Some(WordClass::Adjective | WordClass::Hyphen) => (),
            Some(WordClass::Determiner) if end.is_none() || is_possessive(view, at) => (),
            Some(WordClass::Adverb) if end.is_none() && before_quality(view, at) => (),
            Some(WordClass::Verb { .. }) if is_attribute(view, at) => (),
            Some(WordClass::Coordinator) if end.is_some() && joins(view, at) => (),
            Some(WordClass::Sign) if is_money(view, at) => (),
            Some(WordClass::Sign) if view.word(at) == "%" => end = Some(at),
            Some(WordClass::Sign) if is_opening_quote(view, at, end) => (),
            Some(WordClass::Sign) if view.word(at) == "," && lists_names(view, at) => (),
            _ => break,
        }
        at += 1;
    }
    end.or(length).map(|end| end_of_chain(view, end))
}

/// Where the noun begins that a day describes: `attack` of `Saturday's attack`.
pub(super) fn behind_day(view: &View<'_>, from: usize) -> Option<usize> {
    let mut days = from..view.len();
    let after = days
        .find(|at| !view.is_time(*at))
        .filter(|after| from < *after)?;
    is_possessive(view, after).then_some(after + 1)
}

/// Where the words end that hyphens join to `at`: `Lago` of `Mar-a-Lago`, the second number of `66–30`.
pub(super) fn end_of_chain(view: &View<'_>, at: usize) -> usize {
    let mut last = at;
    while view.is_glued(last)
        && view.is_glued(last + 1)
        && ["-", "–"].contains(&view.word(last + 1))
    {
        last += 2;
    }
    last
}

/// The last token of the name that begins at `at` or goes on there.
fn name_end(view: &View<'_>, at: usize) -> Option<usize> {
    let name = view.name_at(at).filter(|_| !view.is_time(at))?;
    Some(view.tokens_of(name.span).1)
}

/// `12-day` of a war, though it is a time expression too.
fn is_length(view: &View<'_>, at: usize) -> bool {
    view.is_time(at)
        && (view.word(at).contains('-')
            || view.word(at + 1) == "-"
            || view.word(at + 1).starts_with('-')
            || view.word(at) == "-"
            || view.word(at.saturating_sub(1)) == "-")
}

/// The sign of a currency.
pub(super) fn is_money(view: &View<'_>, at: usize) -> bool {
    ["$", "€", "£"].contains(&view.word(at))
}

pub(super) fn is_possessive(view: &View<'_>, at: usize) -> bool {
    ["'s", "’s", "'", "’"].contains(&view.word(at))
}

fn ends_phrase(view: &View<'_>, at: usize, from: usize) -> bool {
    // `the final in Lyon`, `a 15-month high of 11%`
    let is_led = from < at
        && (matches!(view.class(at - 1), Some(WordClass::Determiner)) || view.is_time(at - 1));
    is_led
        && matches!(
            view.class(at + 1),
            None | Some(WordClass::Preposition | WordClass::Sign)
        )
}

/// The mark before a quoted word of the phrase (`a “historic” deal`).
fn is_opening_quote(view: &View<'_>, at: usize, end: Option<usize>) -> bool {
    let is_quote = ["“", "”", "\""].contains(&view.word(at));
    let goes_on = matches!(
        view.class(at + 1),
        Some(WordClass::Noun | WordClass::Adjective | WordClass::Adverb)
    ) && view.group_at(at + 1).is_none();
    is_quote && end.is_none() && goes_on
}

fn before_quality(view: &View<'_>, at: usize) -> bool {
    matches!(
        view.class(at + 1),
        Some(WordClass::Number | WordClass::Adjective)
    ) && view.word(at) != "not"
}

/// Whether the coordinator at `at` joins two noun phrases rather than two clauses.
fn joins(view: &View<'_>, at: usize) -> bool {
    if !["and", "&", "or"].contains(&view.word(at)) {
        return false;
    }
    let mut last = at;
    while last + 1 < view.len().min(at + 8)
        && !view.is_time(last + 1)
        && (view.group_at(last + 1).is_none() || is_attribute(view, last + 1))
        && matches!(
            view.class(last + 1),
            Some(
                WordClass::Noun
                    | WordClass::Name
                    | WordClass::Number
                    | WordClass::Adjective
                    | WordClass::Determiner
                    | WordClass::Hyphen
            )
        )
    {
        last += 1;
    }
    let follows = view
        .group_at(last + 1)
        .and_then(|group| view.sentence.verbs.get(group));
    // Without a verb before it, what comes after is one subject: `talks between A and B were held`.
    let from = view.clauses.get(view.clause_of(at)).map_or(0, |c| c.first);
    let has_verb = view
        .sentence
        .verbs
        .iter()
        .any(|group| from <= group.first && group.last < at && is_finite(group));
    last > at && !(has_verb && follows.is_some_and(is_finite))
}

/// `Chile, Peru and Bolivia`
fn lists_names(view: &View<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| view.name_at(before));
    let Some(last) = name_end(view, at + 1) else {
        return false;
    };
    let goes_on = [",", "and"].contains(&view.word(last + 1))
        || view.word(last + 1) == "or" && view.name_at(last + 2).is_some();
    let more = if view.word(last + 1) == "," {
        lists_names(view, last + 1)
    } else {
        view.name_at(last + 2).is_some()
    };
    before.is_some() && goes_on && more
}

/// A participle before a noun: `wounded soldiers`.
fn is_attribute(view: &View<'_>, at: usize) -> bool {
    let is_part = matches!(
        view.class(at),
        Some(WordClass::Verb { form, .. }) if !matches!(form, crate::text::Form::Base)
    );
    // `an estimated $10 million`
    let is_sum = is_money(view, at + 1);
    let is_quality = matches!(
        view.class(at + 1),
        Some(WordClass::Noun | WordClass::Name | WordClass::Adjective)
    );
    is_part
        && (is_quality || is_sum)
        && !view.is_time(at + 1)
        && at.checked_sub(1).is_some_and(|before| {
            matches!(
                view.class(before),
                Some(
                    WordClass::Determiner
                        | WordClass::Adjective
                        | WordClass::Number
                        | WordClass::Hyphen
                )
            )
        })
}

/// The first token of the noun phrase that ends at `last`.
pub(super) fn noun_phrase_start(view: &View<'_>, last: usize) -> usize {
    let floor = view
        .clauses
        .get(view.clause_of(last))
        .map_or(0, |clause| clause.first);
    let mut first = start_of_name(view, last);
    while let Some(before) = first.checked_sub(1).filter(|before| floor <= *before) {
        if counts_others(view, first) {
            break;
        }
        let is_number = view.word(before).starts_with(|c: char| c.is_ascii_digit());
        let fits = match view.class(before) {
            _ if view.name_at(before).is_some() => true,
            Some(WordClass::Hyphen) => true,
            Some(WordClass::Noun | WordClass::Name | WordClass::Adjective) => {
                !view.is_time(before) || is_length(view, before)
            }
            Some(WordClass::Number) => {
                // `12 days of war`
                !view.is_time(before)
                    || view.is_time(first)
                    || is_length(view, before)
                    || is_number && view.word(before).len() == 4
            }
            Some(WordClass::Determiner) => is_possessive(view, before),
            Some(WordClass::Verb { .. }) => {
                is_attribute(view, before) || view.group_at(before).is_none()
            }
            _ => false,
        };
        if !fits {
            break;
        }
        first = start_of_name(view, before);
    }
    first = start_of_chain(view, first);
    while first < last
        && (is_possessive(view, first) || matches!(view.class(first), Some(WordClass::Hyphen)))
    {
        first += 1;
    }
    first
}

/// Where the words begin that hyphens join to `at`: `hit` of `hit-and-run crash`.
pub(super) fn start_of_chain(view: &View<'_>, at: usize) -> usize {
    let is_hyphen = |at: usize| matches!(view.class(at), Some(WordClass::Hyphen));
    let mut first = at;
    while let Some(before) = first.checked_sub(2).filter(|_| is_hyphen(first - 1)) {
        first = before;
    }
    first
}

/// `a ban on smoking`, `halted drilling`: a form in -ing that nothing hangs on.
pub(super) fn is_bare_gerund(view: &View<'_>, at: usize) -> bool {
    let group = view.group_at(at).and_then(|at| view.sentence.verbs.get(at));
    let is_one = group.is_some_and(|g| g.first == g.last && g.tense == Tense::Gerund);
    let ends = matches!(
        view.class(at + 1),
        None | Some(WordClass::Sign | WordClass::Preposition | WordClass::Coordinator)
    );
    is_one && (ends || view.is_time(at + 1))
}

/// `during the riot 40 inmates escaped`: a number right after a noun counts the nouns behind it.
fn counts_others(view: &View<'_>, at: usize) -> bool {
    let is_count = matches!(view.class(at), Some(WordClass::Number)) && !view.is_time(at);
    let is_after_noun = at.checked_sub(1).is_some_and(|before| {
        matches!(view.class(before), Some(WordClass::Noun)) && view.name_at(before).is_none()
    });
    let next = view.word(at + 1);
    let is_plural = matches!(view.class(at + 1), Some(WordClass::Noun)) && next.ends_with('s');
    is_count && is_after_noun && (is_plural || matches!(next, "people" | "men" | "women"))
}

fn start_of_name(view: &View<'_>, at: usize) -> usize {
    view.name_at(at)
        .map_or(at, |name| view.tokens_of(name.span).0)
}

/// The prepositional phrases that follow at once; time expressions between them are left out.
pub(super) fn phrases_after(view: &View<'_>, from: usize, most: usize) -> Vec<Phrase> {
    let words = TitleWords::get();
    let mut found = Vec::new();
    let mut at = from;
    while found.len() < most {
        if let Some(last) = length_told(view, at) {
            found.push(Phrase { first: at, last });
            at = last + 1;
            continue;
        }
        while view.is_time(at)
            || is_preposition(view, at)
                && view.word(at) != "to"
                && behind_day(view, at + 1).is_none()
                && (view.is_time(at + 1)
                    || matches!(view.class(at + 1), Some(WordClass::Determiner))
                        && view.is_time(at + 2))
            || matches!(view.class(at), Some(WordClass::Determiner)) && view.is_time(at + 1)
        {
            at += 1;
        }
        // `in the last minutes of its descent`, but `notified on Monday of nine faults`.
        let is_of_time = view.word(at) == "of"
            && at.checked_sub(1).is_some_and(|before| {
                let end = view.span(before, before).end;
                let mut timexes = view.timexes.iter();
                timexes.any(|timex| timex.span.end == end && timex.when.is_none())
            });
        if let Some(last) = is_of_time.then(|| noun_phrase_end(view, at + 1)).flatten() {
            at = last + 1;
            continue;
        }
        if !is_preposition(view, at) || !words.kept.contains(view.word(at)) {
            break;
        }
        // `to within 25 kilometres`
        let is_double = view.word(at) == "to" && is_preposition(view, at + 1);
        let Some(last) = noun_phrase_end(view, at + 1 + usize::from(is_double)) else {
            break;
        };
        found.push(Phrase { first: at, last });
        at = last + 1;
    }
    found
}

/// The last token of `to five years` or `for life` behind a verb that says for how long.
fn length_told(view: &View<'_>, at: usize) -> Option<usize> {
    let is_open = ["to", "for"].contains(&view.word(at));
    let mut before = view.sentence.verbs.iter();
    let verb = before.rfind(|group| group.last < at).filter(|_| is_open)?;
    let start = view.span(at + 1, at + 1).start;
    let mut timexes = view.timexes.iter();
    let length = timexes.find(|timex| {
        timex.kind == TimexType::Duration && timex.span.start <= start && start < timex.span.end
    })?;
    let is_told = TitleWords::get().for_a_time.contains(&verb.lemma);
    is_told.then(|| view.tokens_of(length.span).1)
}

pub(super) fn is_preposition(view: &View<'_>, at: usize) -> bool {
    let is_one = matches!(view.class(at), Some(WordClass::Preposition))
        || view.word(at) == "to" && view.group_at(at + 1).is_none();
    is_one && quantifier(view, at) == 0
}

/// How many words of a quantity stand before its number: two in `at least 20 people`.
fn quantifier(view: &View<'_>, at: usize) -> usize {
    let opens = |n_words: &usize| {
        let words = || -> Vec<&str> { (at..at + n_words).map(|at| view.word(at)).collect() };
        let is_number = matches!(view.class(at + n_words), Some(WordClass::Number));
        is_number && TitleWords::get().quantifiers.contains(&words().join(" "))
    };
    [1, 2, 3].into_iter().find(opens).unwrap_or(0)
}

/// Where `a short time later`, which ends at `last`, begins.
pub(super) fn time_told(view: &View<'_>, last: usize) -> Option<usize> {
    let words = TitleWords::get();
    let noun = last
        .checked_sub(1)
        .filter(|_| Grammar::get().later.contains(view.word(last)))?;
    let first = words
        .whiles
        .contains(view.word(noun))
        .then(|| noun_phrase_start(view, noun))?;
    let the = first.checked_sub(1)?;
    Some(if matches!(view.class(the), Some(WordClass::Determiner)) {
        the
    } else {
        first
    })
}

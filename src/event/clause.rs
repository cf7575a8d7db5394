//! A sentence cut into clauses, so that a date or a modal counts only for its own verb.

use std::collections::BTreeMap;

use crate::text::{Tense, WordClass};

use super::lexicon::Grammar;
use super::view::{View, is_finite};

/// Tokens `first..=last` around one finite verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) link: Link,
}

/// How a clause hangs on the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// A main clause, or the first of its sentence.
    Main,
    /// `… and signed`
    Coordinate,
    /// `, which …`
    Relative,
    /// `, triggering …`
    Participle,
    /// `after …`, `because …`
    Subordinate,
    /// `said …`
    Content,
}

/// The clauses of a sentence; they cover it.
pub(super) fn clauses(view: &View<'_>) -> Vec<Clause> {
    let mut starts = BTreeMap::from([(0, Link::Main)]);
    for at in 1..view.len() {
        if let Some((start, link)) = boundary(view, at, &starts) {
            starts.entry(start).or_insert(link);
        }
    }
    split_at_second_verb(view, &mut starts);
    let firsts: Vec<(usize, Link)> = starts.into_iter().collect();
    firsts
        .iter()
        .enumerate()
        .map(|(at, (first, link))| Clause {
            first: *first,
            last: firsts
                .get(at + 1)
                .map_or(view.len(), |(next, _)| *next)
                .saturating_sub(1),
            link: *link,
        })
        .collect()
}

fn boundary(
    view: &View<'_>,
    at: usize,
    starts: &BTreeMap<usize, Link>,
) -> Option<(usize, Link)> {
    let here = starts
        .range(..=at)
        .next_back()
        .map_or(0, |(first, _)| *first);
    let has_verb = view
        .sentence
        .verbs
        .iter()
        .any(|g| here <= g.first && g.first < at && is_finite(g));
    let word = view.word(at);
    match view.class(at)? {
        WordClass::Sign if [";", ":", "–", "—", "(", ")", "“", "”", "\""].contains(&word) => {
            (at + 1 < view.len() && has_verb).then_some((at + 1, Link::Main))
        }
        WordClass::Sign if word == "," => after_comma(view, at, has_verb),
        WordClass::Subordinator if is_before_clause(view, at) => {
            // `after the vote, the minister resigned`
            let is_preposition = view
                .syntax()
                .is_some_and(|syntax| syntax.is_preposition(at));
            (!is_preposition).then_some((at, Link::Subordinate))
        }
        WordClass::SubjectPronoun if ["that", "which", "who"].contains(&word) => {
            let follows = is_before_clause(view, at);
            let is_content = word == "that" && is_behind_verb(view, at);
            let link = if is_content {
                Link::Content
            } else {
                Link::Relative
            };
            (follows && (has_verb || link == Link::Relative)).then_some((at, link))
        }
        WordClass::Coordinator
            if has_verb && is_before_clause(view, at) && !is_between(view, at) =>
        {
            Some((at, Link::Coordinate))
        }
        _ => None,
    }
}

/// Whether the coordinator at `at` joins what `between` has: `cables between Italy and Egypt were cut`.
fn is_between(view: &View<'_>, at: usize) -> bool {
    const MOST_WORDS: usize = 5;
    let mut before = (at.saturating_sub(MOST_WORDS)..at).rev();
    let found = before.find(|at| view.group_at(*at).is_some() || view.word(*at) == "between");
    found.is_some_and(|at| view.word(at) == "between")
}

/// Whether a verb stands before `at`, perhaps with a date of its own: `denied on Tuesday that …`.
fn is_behind_verb(view: &View<'_>, at: usize) -> bool {
    let is_passed = |at: &usize| {
        view.is_time(*at)
            || matches!(view.class(*at), Some(WordClass::Preposition)) && view.is_time(at + 1)
    };
    let last = (0..at).rev().find(|at| !is_passed(at));
    last.is_some_and(|last| view.group_at(last).is_some())
}

fn after_comma(view: &View<'_>, at: usize, has_verb: bool) -> Option<(usize, Link)> {
    let next = view.sentence.verbs.iter().find(|group| group.first > at)?;
    let starts_here =
        (at + 1..next.first).all(|i| matches!(view.class(i), Some(WordClass::Adverb)));
    if starts_here && matches!(next.tense, Tense::Gerund | Tense::Participle) && has_verb {
        return Some((at + 1, Link::Participle));
    }
    (has_verb && is_before_clause(view, at)).then_some((at + 1, Link::Main))
}

/// Whether a finite verb (or, at a subordinator, one in -ing) follows before the next sign.
fn is_before_clause(view: &View<'_>, at: usize) -> bool {
    let Some(group) = view.sentence.verbs.iter().find(|group| group.first > at) else {
        return false;
    };
    let breaks = |class: &WordClass| {
        matches!(
            class,
            WordClass::Sign | WordClass::Subordinator | WordClass::Coordinator
        )
    };
    let between = view.classes.get(at + 1..group.first).unwrap_or(&[]);
    let is_subordinator = matches!(view.class(at), Some(WordClass::Subordinator));
    let is_gerund = group.tense == Tense::Gerund && is_subordinator && group.first == at + 1;
    let n_breaks = between.iter().filter(|class| breaks(class)).count();
    if (at + 1..group.first).any(|at| view.word(at) == ";") {
        return false;
    }
    let allows_and = !matches!(view.class(at), Some(WordClass::Coordinator));
    (is_finite(group) || is_gerund) && n_breaks <= usize::from(allows_and)
}

/// `Officials said on Tuesday | the talks would be held`: two finite verbs with no sign between.
fn split_at_second_verb(view: &View<'_>, starts: &mut BTreeMap<usize, Link>) {
    let finite: Vec<_> = view
        .sentence
        .verbs
        .iter()
        .filter(|group| is_finite(group))
        .collect();
    for pair in finite.windows(2) {
        let [one, two] = pair else { continue };
        if starts.range(one.last + 1..=two.first).next().is_some() {
            continue;
        }
        let mut start = two.first;
        while start > one.last + 1 && is_subject_word(view, start - 1) {
            start -= 1;
        }
        let is_speech = Grammar::get().speech.contains(&one.lemma);
        starts.insert(start, if is_speech { Link::Content } else { Link::Main });
    }
}

fn is_subject_word(view: &View<'_>, at: usize) -> bool {
    let fits = matches!(
        view.class(at),
        Some(
            WordClass::Noun
                | WordClass::Name
                | WordClass::Determiner
                | WordClass::Adjective
                | WordClass::Number
                | WordClass::Hyphen
                | WordClass::Pronoun
                | WordClass::SubjectPronoun
        )
    );
    // `the summit with Chile would`: a phrase inside the subject.
    let is_inner = matches!(view.class(at), Some(WordClass::Preposition))
        && at.checked_sub(1).is_some_and(|before| {
            matches!(view.class(before), Some(WordClass::Noun | WordClass::Name))
        })
        && !view.is_time(at + 1);
    (fits || is_inner) && (!view.is_time(at) || is_in_attribute(view, at))
}

/// A day between an article and its noun: `the 3 May flood`.
fn is_in_attribute(view: &View<'_>, at: usize) -> bool {
    let mut before = (0..at).rev();
    let opening = before.find(|at| !view.is_time(*at));
    let next = (at..view.len()).find(|at| !view.is_time(*at));
    let is_led =
        opening.is_some_and(|at| matches!(view.class(at), Some(WordClass::Determiner)));
    let is_noun = next.is_some_and(|at| {
        matches!(view.class(at), Some(WordClass::Noun | WordClass::Adjective))
    });
    is_led && is_noun
}

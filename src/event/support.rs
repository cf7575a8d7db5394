//! Whether a sentence gives enough to call a candidate an event.

use crate::model::{Kind, Span, Status};
use crate::text::{Tense, VerbGroup, WordClass};

use super::arguments::Arguments;
use super::date::Dated;
use super::headline;
use super::lexicon::{ACTION, Class, Grammar, Triggers};
use super::title::is_loosely_joined;
use super::trigger::Candidate;
use super::view::{LEAD_SENTENCES, View};

/// How near to its trigger a name stands that surely belongs to it, in bytes.
const NEAR_BYTES: usize = 40;

/// A candidate with what was found out about it.
pub(super) struct Found<'a, 'v> {
    pub(super) view: &'a View<'v>,
    pub(super) candidate: &'a Candidate,
    pub(super) dated: &'a Dated,
    pub(super) arguments: &'a Arguments,
    pub(super) status: Status,
    /// Number of its sentence in the article.
    pub(super) sentence: usize,
}

impl Found<'_, '_> {
    /// Whether it is an event: it has a date of its own, somebody who takes part, or a word that names
    /// one event in a clear tense.
    pub(super) fn is_supported(&self) -> bool {
        if self.candidate.is_report {
            return true;
        }
        if self.is_lasting_lack() || self.is_nobodys() || self.is_no_act() {
            return false;
        }
        if self.candidate.is_noun {
            return self.is_supported_noun();
        }
        self.group()
            .is_some_and(|group| self.is_supported_verb(group))
    }

    /// Whether a title of one word is enough: at the head of the article, or with a date of its own.
    pub(super) fn is_told_enough(&self, title: &str) -> bool {
        title.contains(' ') && !is_loosely_joined(title)
            || self.dated.is_close
            || self.is_lead()
            || self.candidate.is_strong && self.dated.is_own
    }

    pub(super) fn group(&self) -> Option<&VerbGroup> {
        let at = self.candidate.group?;
        self.view.sentence.verbs.get(at)
    }

    fn class(&self) -> Option<&'static Class> {
        Triggers::get().classes.get(self.candidate.class)
    }

    pub(super) fn is_lead(&self) -> bool {
        self.sentence < LEAD_SENTENCES
    }

    fn has_name(&self) -> bool {
        !self.arguments.participants.is_empty() || !self.arguments.places.is_empty()
    }

    fn is_supported_verb(&self, group: &VerbGroup) -> bool {
        if is_first_person(self.view, self.candidate) && !self.dated.is_close {
            return false;
        }
        if headline::is_told(self.view, group) {
            return true;
        }
        if self.is_side_remark() {
            return false;
        }
        // `any war started by them`
        let is_bare = group.first == group.last && group.tense == Tense::Participle;
        if is_bare && self.candidate.kind == Kind::Other {
            return false;
        }
        let is_stative = is_bare_present(group) && !self.view.sentence.is_heading;
        match (self.candidate.is_strong, is_stative) {
            (true, false) => {
                self.dated.is_own
                    || self.has_name()
                    || matches!(self.status, Status::Happened | Status::Denied)
                    || self.is_lead() && (group.tense == Tense::Future || is_possible(group))
            }
            (true, true) => self.dated.is_close || starts_with_name(self.view, group.first),
            (false, false) => {
                self.dated.is_close && group.modal.is_none()
                    || self.has_name() && self.is_eventive(group)
                    || self.is_announced_by_somebody(group)
                    || group.tense == Tense::Past && self.is_told_of_something(group)
                    || self.is_told_of_somebody(group)
            }
            (false, true) => self.dated.is_close,
        }
    }

    /// What somebody did that no list names, or said in a mild word, far from the head of the article
    /// and on no day of its own.
    fn is_side_remark(&self) -> bool {
        let is_mild = self.class().is_some_and(|class| {
            class.id == ACTION
                || self.candidate.kind == Kind::Statement && !self.candidate.is_strong
        });
        let is_aside = self.status == Status::Denied || !self.is_lead();
        is_mild && is_aside && !self.dated.is_own
    }

    /// `has not won since 1998` tells how things stand, not what came to nothing on a day.
    pub(super) fn is_lasting_lack(&self) -> bool {
        let clause = self
            .view
            .clauses
            .get(self.view.clause_of(self.candidate.first));
        let mut words = clause.into_iter().flat_map(|c| c.first..=c.last);
        let lasting = &Grammar::get().lasting;
        let is_perfect = self.group().is_some_and(|group| group.is_perfect);
        self.status == Status::Denied
            && is_perfect
            && words.any(|at| lasting.contains(self.view.word(at)))
    }

    /// `somebody must pick up the phone`, and `no one was hurt`: what nobody did, on no day and nowhere.
    pub(super) fn is_nobodys(&self) -> bool {
        let clause = self
            .view
            .clauses
            .get(self.view.clause_of(self.candidate.first));
        let mut subject = clause.map_or(0, |clause| clause.first)..self.candidate.first;
        let indefinite = &Grammar::get().indefinite;
        let is_open = !matches!(
            self.status,
            Status::Happened | Status::Ongoing | Status::Denied
        );
        let is_rule = is_open && subject.any(|at| indefinite.contains(self.view.word(at)));
        let is_empty = !self.has_name() && !self.dated.is_own;
        let grammar = Grammar::get();
        let mut before = clause.map_or(0, |clause| clause.first)..self.candidate.first;
        let has_none = before.any(|at| {
            let word = self.view.word(at);
            grammar.negative_subjects.contains(word) || grammar.negations.contains(word)
        });
        is_rule || self.status == Status::Denied && is_empty && has_none
    }

    /// A weak verb counts with a name as its subject, in a tense that tells of one time.
    fn is_eventive(&self, group: &VerbGroup) -> bool {
        let is_told = matches!(group.tense, Tense::Past | Tense::Future)
            || group.is_perfect
            || group.is_progressive;
        let trigger = self.view.span(self.candidate.first, self.candidate.last);
        let names = self
            .arguments
            .participants
            .iter()
            .chain(&self.arguments.places);
        let is_near = names
            .into_iter()
            .any(|name| gap_bytes(name.span, trigger) < NEAR_BYTES);
        let has_actor = is_near || has_counted_or_known_subject(self.view, group.first);
        has_actor && is_told || is_near && self.view.sentence.is_heading
    }

    /// A listed verb with its object, or in the passive: `firefighters rescued …`, `the road was closed`.
    fn is_told_of_something(&self, group: &VerbGroup) -> bool {
        let is_listed = self
            .class()
            .is_some_and(|class| class.id != ACTION && self.candidate.kind != Kind::Other);
        let next = self.candidate.last + 1;
        let has_object = matches!(
            self.view.class(next),
            Some(WordClass::Determiner | WordClass::Number)
        ) && !self.is_open_object();
        is_listed
            && !group.is_negated
            && group.modal.is_none()
            && (group.is_passive || has_object)
    }

    /// `moved many viewers`
    pub(super) fn is_open_object(&self) -> bool {
        let next = self.view.word(self.candidate.last + 1);
        Grammar::get().open_determiners.contains(next)
    }

    /// A listed verb in the past at the head of the article, or of somebody counted or named before.
    fn is_told_of_somebody(&self, group: &VerbGroup) -> bool {
        let is_told = group.tense == Tense::Past || group.is_perfect;
        let is_found =
            || group.is_passive && has_counted_or_known_subject(self.view, group.first);
        let is_listed = self.class().is_some_and(|class| class.id != ACTION);
        (is_told || is_found())
            && is_listed
            && group.modal.is_none()
            && !self.is_open_object()
            && (self.is_lead() || has_counted_or_known_subject(self.view, group.first))
    }

    fn is_supported_noun(&self) -> bool {
        let (view, candidate) = (self.view, self.candidate);
        let grammar = Grammar::get();
        let group = self.group();
        let is_object =
            group.is_some_and(|g| g.last < candidate.first && candidate.first - g.last < 8);
        let is_carried = group.is_some_and(|group| {
            is_object && grammar.light.contains(&group.lemma)
                || !is_object
                    && (grammar.happening.contains(&group.lemma)
                        || group.is_passive && grammar.light.contains(&group.lemma))
        });
        let timex = self.dated.timex.filter(|_| self.dated.is_close);
        let is_near_date = timex.is_some_and(|timex| near(view, candidate, timex));
        let is_definite = has_determiner(view, candidate);
        let is_past = group.is_some_and(|group| group.tense == Tense::Past || group.is_perfect);
        let has_support = self.has_name() || self.dated.is_own;
        if !candidate.is_strong {
            if is_first_person(view, candidate) {
                return false;
            }
            return is_near_date || is_carried && has_support && is_object || self.is_toll();
        }
        is_near_date
            || is_carried && (has_support || is_past)
            || is_past && is_definite && follows_time_word(view, candidate)
            || self.dated.is_own && self.has_name()
            || self.has_name() && names_parties(view, candidate) && is_definite
            || self.is_lead()
                && (view.sentence.is_heading || !group.is_some_and(is_bare_present))
                && stands_for_one(view, candidate)
    }

    /// `eight deaths`, `222 dead`
    fn is_toll(&self) -> bool {
        let before = self.candidate.first.checked_sub(1);
        let is_counted = before.is_some_and(|at| {
            matches!(self.view.class(at), Some(WordClass::Number)) && !self.view.is_time(at)
        });
        let kinds = [Kind::Conflict, Kind::Disaster, Kind::Justice];
        is_counted && kinds.contains(&self.candidate.kind)
    }
}

pub(super) fn is_bare_present(group: &VerbGroup) -> bool {
    group.tense == Tense::Present
        && !group.is_perfect
        && !group.is_progressive
        && group.modal.is_none()
        && !group.is_passive
}

/// `may be charged`
fn is_possible(group: &VerbGroup) -> bool {
    let modal = group.modal.as_ref();
    modal.is_some_and(|modal| Grammar::get().possible.contains(modal))
}

fn gap_bytes(one: Span, other: Span) -> usize {
    if one.end <= other.start {
        other.start - one.end
    } else {
        one.start.saturating_sub(other.end)
    }
}

/// What a speaker says of himself is opinion more often than event.
pub(super) fn is_first_person(view: &View<'_>, candidate: &Candidate) -> bool {
    let Some(clause) = view.clauses.get(view.clause_of(candidate.first)) else {
        return false;
    };
    let words = &Grammar::get().first_person;
    (clause.first..=clause.last).any(|at| words.contains(view.word(at)))
}

/// `112 inmates escaped`, `she resigned`: the subject is counted or was named before.
pub(super) fn has_counted_or_known_subject(view: &View<'_>, before: usize) -> bool {
    let clause = view.clauses.get(view.clause_of(before));
    let first = clause.map_or(0, |clause| clause.first);
    (first.max(before.saturating_sub(5))..before).any(|at| {
        let is_counted = matches!(view.class(at), Some(WordClass::Number)) && !view.is_time(at);
        is_counted || Grammar::get().known.contains(view.word(at))
    })
}

fn starts_with_name(view: &View<'_>, before: usize) -> bool {
    let clause = view.clauses.get(view.clause_of(before));
    let first = clause.map_or(0, |clause| clause.first);
    (first..before).any(|at| view.name_at(at).is_some())
}

/// A time expression a few words away with no verb between.
fn near(view: &View<'_>, candidate: &Candidate, timex: Span) -> bool {
    let (first, last) = view.tokens_of(timex);
    let (from, upto) = if last < candidate.first {
        (last, candidate.first)
    } else {
        (candidate.last, first)
    };
    upto.saturating_sub(from) < 12
}

/// `after the blast`, `following an eruption`, `led to an explosion`.
pub(super) fn follows_time_word(view: &View<'_>, candidate: &Candidate) -> bool {
    let words = &Grammar::get().after_which;
    (candidate.first.saturating_sub(4)..candidate.first).any(|at| words.contains(view.word(at)))
}

pub(super) fn has_determiner(view: &View<'_>, candidate: &Candidate) -> bool {
    let mut window = candidate.first.saturating_sub(4)..candidate.first;
    window.any(|at| {
        matches!(
            view.class(at),
            Some(WordClass::Determiner | WordClass::Number)
        )
    }) || view.word(candidate.last).ends_with('s')
}

/// `the blast`, `two attacks`, `fire destroys …`; not `any attack`, `fears of war`.
fn stands_for_one(view: &View<'_>, candidate: &Candidate) -> bool {
    let is_inner = |at: &usize| {
        matches!(
            view.class(*at),
            Some(
                WordClass::Adjective
                    | WordClass::Noun
                    | WordClass::Name
                    | WordClass::Number
                    | WordClass::Hyphen
            )
        )
    };
    let mut inner = (0..candidate.first).rev().take_while(is_inner);
    if inner.any(|at| matches!(view.class(at), Some(WordClass::Number))) {
        return true;
    }
    let opening = (0..candidate.first).rev().find(|at| !is_inner(at));
    match opening.and_then(|at| Some((at, view.class(at)?))) {
        Some((at, WordClass::Determiner)) => {
            !Grammar::get().open_determiners.contains(view.word(at))
        }
        Some((_, WordClass::Preposition)) => false,
        // Without an article only a headline or a plural speaks of one event.
        _ => view.sentence.is_heading || view.word(candidate.last).ends_with('s'),
    }
}

/// `talks between …`, `Peru's election`: names right beside the noun.
fn names_parties(view: &View<'_>, candidate: &Candidate) -> bool {
    let next = candidate.last + 1;
    let follows = Grammar::get().before_parties.contains(view.word(next))
        && (next + 1..next + 4).any(|at| view.name_at(at).is_some());
    let precedes = (candidate.first.saturating_sub(3)..candidate.first)
        .any(|at| view.name_at(at).is_some());
    follows || precedes
}

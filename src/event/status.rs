//! How real a sentence says its event is, and which words say so.

use crate::model::{Span, Status};
use crate::text::{Tense, VerbGroup};

use super::clause::Link;
use super::lexicon::{Cues, Grammar, status_cues};
use super::status_clause::{
    is_attempt, is_bound, is_case, is_charge, is_decreed, is_description, is_of_ranked,
};
use super::trigger::Candidate;
use super::view::{View, is_finite};

/// The status and the words that gave it. `None`: nothing places the event in time.
pub(super) fn status(view: &View<'_>, candidate: &Candidate) -> Option<(Status, Option<Span>)> {
    let chain = chain(view, candidate);
    let reading = Reading {
        view,
        candidate,
        chain: &chain,
    };
    reading
        .by_cues()
        .or_else(|| reading.by_tense().map(|status| (status, None)))
}

/// The groups that govern the event, the nearest first: `sign`, `expected` of `expected to sign`.
pub(super) fn chain<'v>(view: &'v View<'_>, candidate: &Candidate) -> Vec<&'v VerbGroup> {
    let mut found = Vec::new();
    let Some(mut at) = candidate.group else {
        return found;
    };
    while let Some(group) = view.sentence.verbs.get(at) {
        found.push(group);
        let clause = view.clauses.get(view.clause_of(group.first));
        let is_joined = clause.is_none_or(|clause| {
            group.first != clause.first && clause.link != Link::Participle
        });
        let Some(before) = at.checked_sub(1) else {
            break;
        };
        let here = view.clause_of(group.first);
        let same_clause = view.sentence.verbs.get(before).is_some_and(|other| {
            let there = view.clause_of(other.first);
            there == here || there + 1 == here && is_bound(view, other, group)
        });
        let is_end = is_finite(group) || !is_joined || !same_clause || 6 < found.len();
        if is_end || is_case(view, before) || is_description(view, group) {
            break;
        }
        at = before;
    }
    found
}

pub(super) struct Reading<'a, 'v> {
    pub(super) view: &'a View<'v>,
    pub(super) candidate: &'a Candidate,
    pub(super) chain: &'a [&'a VerbGroup],
}

impl Reading<'_, '_> {
    fn by_cues(&self) -> Option<(Status, Option<Span>)> {
        if self.is_reacted_to() || self.is_commanded_deed() {
            return Some((Status::Happened, None));
        }
        let cues = status_cues();
        for (status, id) in [
            (Status::Cancelled, "cancelled"),
            (Status::Denied, "denied"),
            (Status::Conditional, "conditional"),
            (Status::Proposed, "proposed"),
            (Status::Planned, "planned"),
            (Status::Ongoing, "ongoing"),
        ] {
            let found = cues.get(id).and_then(|cues| self.cue(status, cues));
            if let Some(span) = found {
                return Some((status, Some(span)));
            }
        }
        None
    }

    fn cue(&self, status: Status, cues: &Cues) -> Option<Span> {
        self.governor(status, cues)
            .or_else(|| self.modal(status, cues))
            .or_else(|| self.negation(status))
            .or_else(|| self.opener(cues))
            .or_else(|| self.head(cues))
            .or_else(|| self.word_beside(status, cues))
            .or_else(|| self.subject(cues).filter(|_| self.candidate.is_noun))
    }

    /// The groups whose complement the event is.
    fn governors(&self) -> &[&VerbGroup] {
        let own = self.chain.first();
        let is_undergone = |group: &VerbGroup| group.is_passive && !self.is_in_phrase();
        let is_object =
            own.is_some_and(|group| group.last < self.candidate.first || is_undergone(group));
        if self.candidate.is_noun && self.is_circumstance() {
            &[]
        } else if self.candidate.is_noun && is_object {
            self.chain
        } else {
            self.chain.get(1..).unwrap_or(&[])
        }
    }

    fn governor(&self, status: Status, cues: &Cues) -> Option<Span> {
        let mut governors = self.governors().iter();
        let fits = |group: &&&VerbGroup| {
            let particle = format!("{} {}", group.lemma, self.view.word(group.head + 1));
            let is_listed = match status {
                Status::Planned if self.is_called(group) => true,
                Status::Planned if is_decreed(self.view, self.candidate, group) => false,
                Status::Denied if self.is_spared(group) => false,
                Status::Proposed if self.is_name(group) || self.is_tried(group) => false,
                _ => cues.governors.contains(&group.lemma) && !self.is_particle_verb(group),
            };
            let says_so = is_listed || cues.phrases.contains(&particle);
            says_so && !group.is_negated && !self.is_disclosed(group)
                || group.is_negated && self.is_negated_so(status, group)
        };
        governors
            .find(fits)
            .map(|group| self.span(group))
            .or_else(|| self.reported(status, cues))
    }

    /// `tried to flee`, not `tried to have him released` nor `tried to hold talks`.
    fn is_tried(&self, group: &VerbGroup) -> bool {
        let above = self.chain.get(1);
        let is_next = above.is_some_and(|above| above.first == group.first);
        let own = self.chain.first();
        let is_done = !self.candidate.is_noun && own.is_some_and(|own| !own.is_passive);
        is_next && is_done && is_attempt(group)
    }

    /// `call off` is not `call`; `set up` is not `set`.
    fn is_particle_verb(&self, group: &VerbGroup) -> bool {
        Grammar::get()
            .particles
            .contains(self.view.word(group.head + 1))
    }

    /// `denied that …`, `demanded that …`
    fn reported(&self, status: Status, cues: &Cues) -> Option<Span> {
        let clause = self.view.clause_of(self.candidate.first);
        let link = self.view.clauses.get(clause)?.link;
        let is_strong = matches!(
            status,
            Status::Denied | Status::Proposed | Status::Conditional
        );
        if link != Link::Content || !is_strong {
            return None;
        }
        let first = self.view.clauses.get(clause)?.first;
        let before = self
            .view
            .sentence
            .verbs
            .iter()
            .rfind(|group| group.last < first)?;
        let is_weak = Grammar::get().without_clause.contains(&before.lemma);
        // `did not think the fleet had sailed`
        let is_doubted = status == Status::Denied
            && before.is_negated
            && Grammar::get().thinking.contains(&before.lemma);
        let says_so =
            cues.governors.contains(&before.lemma) && !before.is_negated || is_doubted;
        (says_so && !is_weak).then(|| self.span(before))
    }

    fn modal(&self, status: Status, cues: &Cues) -> Option<Span> {
        if self.is_ground() {
            return None;
        }
        let mut groups = self.chain.iter();
        let group = groups.find(|group| {
            // `could not attend the match`, which took place
            if group.is_negated && self.takes_part(group) {
                return false;
            }
            let is_will = group.tense == Tense::Future;
            let is_future = is_will
                && match status {
                    Status::Planned => !self.has_condition(),
                    // `If the vote fails, the cabinet will resign`
                    Status::Conditional => self.has_condition(),
                    _ => false,
                };
            let modal = group.modal.as_deref();
            let is_reported =
                modal == Some("would") && !group.is_perfect && !self.has_condition();
            let fits = modal.is_some_and(|modal| cues.modals.contains(modal));
            is_future || status == Status::Planned && is_reported || fits && !is_reported
        })?;
        Some(self.span(group))
    }

    /// An `if` anywhere in the sentence.
    fn has_condition(&self) -> bool {
        self.view
            .words
            .iter()
            .any(|word| Grammar::get().conditions.contains(word))
    }

    fn opener(&self, cues: &Cues) -> Option<Span> {
        let clause = self
            .view
            .clauses
            .get(self.view.clause_of(self.candidate.first))?;
        // `provided that`
        let is_that = self.view.word(clause.first) == "that";
        let first = clause.first.saturating_sub(usize::from(is_that));
        let opens = cues.openers.contains(self.view.word(first));
        opens.then(|| self.view.span(first, first))
    }

    /// `proposed talks`, `possibly as early as Friday`: words right before the noun, or in the clause
    /// after it.
    fn word_beside(&self, status: Status, cues: &Cues) -> Option<Span> {
        let own = self.chain.first().filter(|_| !self.candidate.is_noun);
        let first = own.map_or(self.candidate.first, |group| group.first);
        let reach = if self.candidate.is_noun { 5 } else { 1 };
        let before = (first.saturating_sub(reach)..first)
            .rev()
            .take_while(|at| self.view.group_at(*at).is_none() && self.view.word(*at) != ",");
        let after = (self.candidate.last + 1..self.candidate.last + 12)
            .take_while(|at| *at < self.view.len() && self.view.group_at(*at).is_none())
            .filter(|at| {
                matches!(status, Status::Proposed | Status::Ongoing)
                    && Grammar::get().hedges_after.contains(self.view.word(*at))
            });
        let phrase = cues
            .phrases
            .iter()
            .find_map(|phrase| self.phrase_in_clause(phrase));
        // `closed due to flooding`: why, not what is to come.
        let is_cause = |at: usize| {
            self.candidate.is_noun
                && self.view.word(at) == "due"
                && self.view.word(at + 1) == "to"
        };
        // Not `failed to score in the final`.
        let before_infinitive = self.before_infinitive().filter(|_| !self.is_circumstance());
        let found = before
            .chain(before_infinitive)
            .chain(after)
            .find(|at| cues.words.contains(self.view.word(*at)) && !is_cause(*at));
        found.map(|at| self.view.span(at, at)).or(phrase)
    }

    /// `the schedule includes a meeting`
    fn subject(&self, cues: &Cues) -> Option<Span> {
        let clause = self
            .view
            .clauses
            .get(self.view.clause_of(self.candidate.first))?;
        let at = (clause.first..self.candidate.first)
            .find(|at| cues.subjects.contains(self.view.word(*at)))?;
        Some(self.view.span(at, at))
    }

    fn by_tense(&self) -> Option<Status> {
        let view = self.view;
        if self.is_ahead_with_matrix() {
            return Some(Status::Planned);
        }
        let Some(outer) = self.chain.last() else {
            return (view.sentence.is_heading || self.candidate.is_noun)
                .then_some(Status::Happened);
        };
        match outer.tense {
            _ if self.is_ground() || self.is_over(outer) => Some(Status::Happened),
            Tense::Infinitive if is_of_ranked(view, outer) => Some(Status::Happened),
            Tense::Past | Tense::Participle => Some(Status::Happened),
            Tense::Infinitive if outer.is_perfect => Some(Status::Happened),
            Tense::Future | Tense::Infinitive => Some(Status::Planned),
            Tense::Present if outer.is_progressive => Some(Status::Ongoing),
            Tense::Present if outer.is_perfect => Some(Status::Happened),
            Tense::Present => self.by_present(outer),
            Tense::Gerund => self.by_matrix(outer),
        }
    }

    fn by_present(&self, group: &VerbGroup) -> Option<Status> {
        let is_habit = self
            .view
            .words
            .iter()
            .any(|word| Grammar::get().habits.contains(word));
        if is_habit {
            return None;
        }
        if self.is_joined_infinitive(group) {
            return Some(Status::Planned);
        }
        if self.view.sentence.is_heading || self.candidate.is_noun || group.is_passive {
            return Some(Status::Happened);
        }
        let is_statement = super::lexicon::Triggers::get()
            .classes
            .get(self.candidate.class)
            .is_some_and(|class| class.kind() == crate::model::Kind::Statement);
        Some(if is_statement {
            Status::Happened
        } else {
            Status::Ongoing
        })
    }

    /// A form in -ing has the time of the verb it hangs on.
    fn by_matrix(&self, group: &VerbGroup) -> Option<Status> {
        let before = self
            .view
            .sentence
            .verbs
            .iter()
            .rfind(|other| other.last < group.first && is_finite(other));
        let after = || {
            self.view
                .sentence
                .verbs
                .iter()
                .find(|o| o.first > group.last && is_finite(o))
        };
        Some(match before.or_else(after) {
            None => return None,
            Some(matrix) if matrix.tense == Tense::Past || matrix.is_perfect => {
                Status::Happened
            }
            Some(matrix) if matrix.tense == Tense::Future || matrix.modal.is_some() => {
                Status::Planned
            }
            // `is accused of murdering her`: it is over, if it is true.
            Some(matrix) if is_charge(self.view, matrix, group) => Status::Happened,
            // `Bomb explodes, killing two`
            Some(matrix) if self.view.sentence.is_heading && !matrix.is_progressive => {
                Status::Happened
            }
            Some(_) => Status::Ongoing,
        })
    }

    pub(super) fn span(&self, group: &VerbGroup) -> Span {
        let last = if self.view.word(group.last + 1) == "off" {
            group.last + 1
        } else {
            group.last
        };
        self.view.span(group.first, last)
    }
}

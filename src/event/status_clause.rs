//! What the clause around an event says of its status.

use crate::model::{Span, Status};
use crate::text::{Form, Tense, VerbGroup, WordClass};

use super::arguments::reaction;
use super::lexicon::{Cues, Grammar, status_cues};
use super::status::Reading;
use super::support::is_bare_present;
use super::title_phrase::{is_possessive, is_preposition, noun_phrase_start};
use super::trigger::Candidate;
use super::view::{View, is_finite};

/// The word before a noun that says it is over: `three are missing after an avalanche`.
pub(super) fn said_over(view: &View<'_>, candidate: &Candidate) -> Option<usize> {
    word_before(view, candidate).filter(|at| Grammar::get().afterwards.contains(view.word(*at)))
}

/// The word before the phrase of a noun, its article passed over.
pub(super) fn word_before(view: &View<'_>, candidate: &Candidate) -> Option<usize> {
    let first = noun_phrase_start(view, candidate.first);
    let is_small = |at: &usize| matches!(view.class(*at), Some(WordClass::Determiner));
    let mut before = (first.saturating_sub(2)..first).rev();
    let before = before.find(|at| !is_small(at));
    before.filter(|_| candidate.is_noun)
}

/// Whether nobody plans such events: an attack, a crash.
pub(super) fn is_unplanned(candidate: &Candidate) -> bool {
    Grammar::get().unplanned.contains(candidate.class_id())
}

/// Whether the verb says that something is not so: `rule out`, `deny`.
pub(super) fn is_denying(view: &View<'_>, group: &VerbGroup) -> bool {
    let particle = format!("{} {}", group.lemma, view.word(group.head + 1));
    let denied = status_cues().get("denied");
    denied.is_some_and(|cues| {
        cues.governors.contains(&group.lemma) || cues.phrases.contains(&particle)
    })
}

impl Reading<'_, '_> {
    /// `called an election`: it is to be, unlike what somebody `called for`.
    pub(super) fn is_called(&self, group: &VerbGroup) -> bool {
        self.is_name(group) && Grammar::get().called.contains(&self.candidate.lemma)
    }

    /// A phrase of several words, such as `under way`, in the event's clause.
    pub(super) fn phrase_in_clause(&self, phrase: &str) -> Option<Span> {
        let clause = self
            .view
            .clauses
            .get(self.view.clause_of(self.candidate.first))?;
        let (one, two) = phrase.split_once(' ')?;
        let at = (clause.first..=clause.last)
            .find(|at| self.view.word(*at) == one && self.view.word(*at + 1) == two)?;
        Some(self.view.span(at, at + 1))
    }

    /// `called an election`, `called the attack a crime`: nobody called for one.
    pub(super) fn is_name(&self, group: &VerbGroup) -> bool {
        let grammar = Grammar::get();
        self.candidate.is_noun
            && grammar.calling.contains(&group.lemma)
            && group.last < self.candidate.first
            && !grammar.not_called.contains(self.view.word(group.last + 1))
    }

    /// What a negated verb says of the event: `has not ruled out a strike` leaves it open.
    pub(super) fn is_negated_so(&self, status: Status, group: &VerbGroup) -> bool {
        match status {
            Status::Denied => !self.takes_part(group) && !is_denying(self.view, group),
            Status::Proposed => is_denying(self.view, group),
            _ => false,
        }
    }

    /// `did not take part in the talks`: there were some all the same.
    pub(super) fn takes_part(&self, group: &VerbGroup) -> bool {
        self.candidate.is_noun && Grammar::get().witnessing.contains(&group.lemma)
    }

    /// What a verb of failing leaves as it is: `failed to attend the summit`, `blocked the road to protest`.
    pub(super) fn is_spared(&self, group: &VerbGroup) -> bool {
        let own = self.chain.first();
        let is_purpose = own.is_some_and(|own| {
            own.tense == Tense::Infinitive
                && own.first != group.first
                && Grammar::get().blocking.contains(&group.lemma)
        });
        is_purpose || own.is_some_and(|own| self.takes_part(own))
    }

    /// `is accused of ordering the attack`: there was one.
    pub(super) fn is_commanded_deed(&self) -> bool {
        let own = self.chain.first();
        let own = own.filter(|own| Grammar::get().commanding.contains(&own.lemma));
        let is_charged = own.is_some_and(|own| {
            let mut before = self.view.sentence.verbs.iter().rev();
            let outer = before.find(|outer| outer.last < own.first);
            outer.is_some_and(|outer| is_charge(self.view, outer, own))
        });
        self.candidate.is_noun && is_charged
    }

    /// `Silva to Meet Okoye, Attend Parade`: the second verb of a heading is still to come with the first.
    pub(super) fn is_joined_infinitive(&self, group: &VerbGroup) -> bool {
        let view = self.view;
        let is_bare = matches!(
            view.class(group.head),
            Some(WordClass::Verb { form, .. }) if *form == Form::Base
        );
        let before = group.first.checked_sub(1).map_or("", |at| view.word(at));
        let first = view.sentence.verbs.first();
        view.sentence.is_heading
            && is_bare
            && [",", "and"].contains(&before)
            && first.is_some_and(|first| first.tense == Tense::Infinitive)
    }

    /// `announced the death`: nobody plans it.
    pub(super) fn is_disclosed(&self, group: &VerbGroup) -> bool {
        Grammar::get().disclosing.contains(&group.lemma) && is_unplanned(self.candidate)
    }

    /// `to investigate the attack`, `to order an inquiry into the crash`: it was before.
    pub(super) fn is_reacted_to(&self) -> bool {
        let is_looked_into = || {
            let before = word_before(self.view, self.candidate);
            let word = before.map_or("", |at| self.view.word(at));
            Grammar::get().into.contains(word) || Grammar::get().afterwards.contains(word)
        };
        is_unplanned(self.candidate)
            && (reaction(self.view, self.candidate).is_some() || is_looked_into())
    }

    /// `In a meeting he was told …`: no subject.
    pub(super) fn is_in_phrase(&self) -> bool {
        let first = noun_phrase_start(self.view, self.candidate.first);
        let is_small = |at: &usize| {
            matches!(self.view.class(*at), Some(WordClass::Determiner))
                && !is_possessive(self.view, *at)
        };
        let before = (0..first).rev().find(|at| !is_small(at));
        before.is_some_and(|at| is_preposition(self.view, at) && self.view.word(at) != "of")
    }

    /// `the possibility of hosting talks`, `a framework for talks`: the noun before it or before its verb.
    pub(super) fn head(&self, cues: &Cues) -> Option<Span> {
        let view = self.view;
        let own = self.chain.first();
        let own = own.filter(|group| group.tense == Tense::Gerund);
        let of_noun = word_before(view, self.candidate);
        let of_verb = own.and_then(|group| {
            let before = group.first.checked_sub(1)?;
            Some(before).filter(|_| group.last <= self.candidate.last)
        });
        let mut links = of_noun.into_iter().chain(of_verb);
        let head = links.find_map(|at| {
            let head = at.checked_sub(1)?;
            // `came close to signing`
            let joins = matches!(view.word(at), "of" | "for" | "to");
            (joins && cues.heads.contains(view.word(head))).then_some(head)
        });
        // `a plot to bomb the embassy`
        let of_infinitive = || {
            let head = self.before_infinitive()?;
            Some(head).filter(|head| cues.heads.contains(view.word(*head)))
        };
        let head = head.or_else(of_infinitive)?;
        Some(view.span(head, head))
    }

    /// The word before an infinitive: `ready to participate in talks`.
    pub(super) fn before_infinitive(&self) -> Option<usize> {
        let own = self.chain.first()?;
        let leads = own.tense == Tense::Infinitive && own.first <= self.candidate.first;
        let before = own.first.checked_sub(1)?;
        let is_to = self.view.word(before) == "to";
        before.checked_sub(usize::from(is_to)).filter(|_| leads)
    }

    /// Told in the plain present as what is over.
    pub(super) fn is_over(&self, outer: &VerbGroup) -> bool {
        is_bare_present(outer) && said_over(self.view, self.candidate).is_some()
    }

    /// `under the agreement, the firm will pay`: the agreement is there.
    pub(super) fn is_ground(&self) -> bool {
        let view = self.view;
        let first = view
            .clauses
            .get(view.clause_of(self.candidate.first))
            .map_or(0, |clause| clause.first);
        let follows = self
            .chain
            .first()
            .is_none_or(|g| self.candidate.last < g.first);
        self.candidate.is_noun && follows && Grammar::get().grounds.contains(view.word(first))
    }

    /// `… will be mended before the tour began`: as far ahead as the clause it hangs on.
    pub(super) fn is_ahead_with_matrix(&self) -> bool {
        let view = self.view;
        let clause = view.clause_of(self.candidate.first);
        let first = view.clauses.get(clause).map_or(0, |clause| clause.first);
        let opener = view.word(first);
        // `on 3 May, when the siege began`
        let describes = first
            .checked_sub(1)
            .is_some_and(|at| view.word(at) == "," || view.is_time(at));
        let mut before = view.sentence.verbs.iter().rev();
        let matrix = before.find(|g| is_finite(g) && view.clause_of(g.first) + 1 == clause);
        !describes
            && Grammar::get().ahead_openers.contains(opener)
            && matrix.is_some_and(|g| {
                g.tense == Tense::Future || g.modal.as_deref() == Some("would") && !g.is_perfect
            })
    }
}

/// `approved the sale`, `agreed to a truce`: that was done, whatever comes of it.
pub(super) fn is_decreed(view: &View<'_>, candidate: &Candidate, group: &VerbGroup) -> bool {
    let grammar = Grammar::get();
    let is_told = (group.tense == Tense::Past || group.is_perfect)
        && group.modal.is_none()
        && !group.is_negated;
    let at = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    let is_own = at.is_some_and(|own| own.first == group.first);
    let is_done = grammar.decreeing.contains(&group.lemma)
        || grammar.agreeing.contains(&group.lemma)
            && (grammar.agreed.contains(&candidate.lemma)
                || grammar.agreed.contains(candidate.class_id()));
    let is_object = if group.is_passive {
        candidate.last < group.first
    } else {
        group.last < candidate.first
    };
    candidate.is_noun && is_own && is_told && is_done && is_object
}

/// `barred from selling`, `insisted on leaving`: what looks like a clause of its own is the object of a verb. Whether
/// who is `accused of stealing` stole is another matter.
pub(super) fn is_bound(view: &View<'_>, outer: &VerbGroup, group: &VerbGroup) -> bool {
    let before = group.first.checked_sub(1).map_or("", |at| view.word(at));
    let may_be = group.tense == Tense::Gerund && Grammar::get().binding.contains(before);
    may_be && !is_charge(view, outer, group)
}

/// `accused of stealing`, `charged with stealing`
pub(super) fn is_charge(view: &View<'_>, outer: &VerbGroup, group: &VerbGroup) -> bool {
    let before = group.first.checked_sub(1).map_or("", |at| view.word(at));
    outer.is_passive && Grammar::get().charging.contains(before)
}

/// Whether the verb group only binds a noun: `According to a report published in May`.
pub(super) fn is_case(view: &View<'_>, group: usize) -> bool {
    let group = view.sentence.verbs.get(group).zip(view.syntax());
    group.is_some_and(|(group, syntax)| syntax.is_preposition(group.head))
}

/// `tried to flee`: that it was tried took place.
pub(super) fn is_attempt(group: &VerbGroup) -> bool {
    let is_over = group.is_perfect || matches!(group.tense, Tense::Past | Tense::Gerund);
    is_over && group.modal.is_none() && Grammar::get().attempting.contains(&group.lemma)
}

/// `the first person to plead guilty`: that person has done so, unless all of it is to come.
pub(super) fn is_of_ranked(view: &View<'_>, group: &VerbGroup) -> bool {
    let noun = group.first.checked_sub(1);
    let noun = if noun.is_some_and(|at| view.word(at) == "to") {
        group.first.checked_sub(2)
    } else {
        noun
    };
    let ranks = &Grammar::get().ranks;
    let is_ranked = noun.is_some_and(|noun| {
        (noun.saturating_sub(2)..=noun).any(|at| ranks.contains(view.word(at)))
    });
    let is_ahead = |group: &VerbGroup| group.tense == Tense::Future || group.modal.is_some();
    is_ranked && !view.sentence.verbs.iter().any(is_ahead)
}

/// `tries to reach miners trapped since Monday`: a participle that describes a noun is no part of what is tried;
/// `wants the report released` is.
pub(super) fn is_description(view: &View<'_>, group: &VerbGroup) -> bool {
    let is_bare = group.first == group.last && group.tense == Tense::Participle;
    let before = |group: &VerbGroup| {
        let mut verbs = view.sentence.verbs.iter();
        verbs.rfind(|other| other.last < group.first)
    };
    let is_wanted =
        || before(group).is_some_and(|verb| Grammar::get().having.contains(&verb.lemma));
    let is_reduced = || {
        view.syntax()
            .is_some_and(|s| s.is_reduced(group.head, false))
    };
    is_bare && !is_wanted() && is_reduced()
}

/// `urged a response to the outbreak`, `promised aid to victims of the fire`: these were there before.
pub(super) fn is_aftermath(view: &View<'_>, candidate: &Candidate) -> bool {
    let grammar = Grammar::get();
    let the = candidate
        .first
        .checked_sub(1)
        .filter(|at| view.word(*at) == "the");
    let case = the.and_then(|at| at.checked_sub(1));
    let case = case.filter(|at| grammar.aftermath_cases.contains(view.word(*at)));
    let noun = case.and_then(|at| at.checked_sub(1));
    noun.is_some_and(|at| grammar.aftermath.contains(view.word(at)))
}

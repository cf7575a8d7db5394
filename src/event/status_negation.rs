//! What is denied by a negation: `did not sign`, `no agreement`, `without a vote`.

use crate::model::{Span, Status};

use super::lexicon::Grammar;
use super::status::Reading;
use super::status_clause::{is_aftermath, is_denying};

impl Reading<'_, '_> {
    pub(super) fn negation(&self, status: Status) -> Option<Span> {
        if status != Status::Denied {
            return None;
        }
        let own = self.chain.first().filter(|group| group.is_negated);
        let own = own.filter(|group| {
            let is_open = self.candidate.is_noun && is_denying(self.view, group);
            !self.is_circumstance() && !self.takes_part(group) && !is_open
        });
        own.map(|group| self.span(group))
            .or_else(|| self.negated_phrase())
    }

    /// `nobody was hurt in the blast`: the blast itself is not denied; `may participate in the talks`:
    /// the talks are as open as that.
    pub(super) fn is_circumstance(&self) -> bool {
        let grammar = Grammar::get();
        let own = self.chain.first();
        let is_object = own.is_some_and(|group| grammar.partaking.contains(&group.lemma));
        let after = own.map_or(self.candidate.first, |group| group.last);
        let mut between = after + 1..self.candidate.first;
        let is_around =
            between.any(|at| grammar.circumstances.contains(self.view.word(at))) && !is_object;
        self.candidate.is_noun && (is_aftermath(self.view, self.candidate) || is_around)
    }

    /// `no agreement was reached`, `without a vote`, `neither Chile nor Peru signed`.
    fn negated_phrase(&self) -> Option<Span> {
        let (view, first) = (self.view, self.candidate.first);
        let clause = view.clauses.get(view.clause_of(first))?;
        let is_break = |at: usize| view.group_at(at).is_some() || view.word(at) == ",";
        let phrase = (clause.first..first)
            .rev()
            .take(4)
            .take_while(|at| !is_break(*at));
        let grammar = Grammar::get();
        let mut near = phrase.filter(|at| grammar.negations.contains(view.word(*at)));
        let own = self.chain.first().filter(|group| group.first <= first);
        let subject = clause.first..own.map_or(first, |group| group.first);
        let mut of_subject = subject.filter(|at| {
            let is_counted = grammar.no_negation_before.contains(view.word(at + 1));
            grammar.negative_subjects.contains(view.word(*at))
                && !is_counted
                && !view.is_time(*at)
        });
        let found = near.next().or_else(|| {
            let is_verb = !self.candidate.is_noun || own.is_some();
            of_subject
                .next()
                .filter(|_| is_verb && !self.is_circumstance())
        })?;
        Some(view.span(found, found))
    }
}

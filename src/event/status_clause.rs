//! What the clause around an event says of its status.

use crate::text::Tense;

use super::lexicon::Grammar;
use super::status::Reading;
use super::view::is_finite;

impl Reading<'_, '_> {
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

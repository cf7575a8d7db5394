//! Reported speech: who says, and what is said.

use std::ops::Range;

use super::Reading;
use super::word_lists::WordLists;

/// A frame of reported speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The word that reports: `said`, `according`.
    pub at: usize,
    /// Head words of who speaks; none if the sentence does not tell.
    pub speakers: Vec<usize>,
    /// The predicate of what is said.
    pub said: usize,
    /// The words of what is said; more than one stretch if the frame stands inside.
    pub content: Vec<Range<usize>>,
}

impl Reading<'_> {
    /// The frames of reported speech in the sentence, in order.
    pub fn reports(&self) -> Vec<Report> {
        let mut found: Vec<Report> = (0..self.words.len())
            .filter_map(|at| self.verb_report(at).or_else(|| self.source_report(at)))
            .collect();
        found.sort_by_key(|report| report.at);
        found
    }

    /// `The minister said that ...`; `..., the minister said`.
    fn verb_report(&self, at: usize) -> Option<Report> {
        if !WordLists::get().verbs.contains(self.lemma(at)) || !self.xpos(at).starts_with('V') {
            return None;
        }
        let after = self.children_by(at, "ccomp").next();
        let around = self.head(at).filter(|_| self.relation(at) == "parataxis");
        let said = after.or(around)?;
        let speakers = self.subjects(at).iter().map(|subject| subject.at).collect();
        Some(Report {
            at,
            speakers,
            said,
            content: self.content(said, at),
        })
    }

    /// `according to the minister`.
    fn source_report(&self, at: usize) -> Option<Report> {
        let is_source =
            self.form(at).eq_ignore_ascii_case("according") && self.relation(at) == "case";
        let source = self.head(at).filter(|_| is_source)?;
        let said = self.clause_of(self.head(source)?)?;
        Some(Report {
            at,
            speakers: self.conjuncts(source),
            said,
            content: self.content(said, source),
        })
    }

    /// The words below `said` but for those of the frame, without signs at the ends.
    fn content(&self, said: usize, frame: usize) -> Vec<Range<usize>> {
        let words = self.below_without(said, |at| at == frame);
        let mut stretches: Vec<Range<usize>> = Vec::new();
        for at in words {
            match stretches.last_mut().filter(|stretch| stretch.end == at) {
                Some(stretch) => stretch.end = at + 1,
                None => stretches.push(at..at + 1),
            }
        }
        let trimmed = stretches
            .into_iter()
            .map(|stretch| self.without_signs(stretch));
        trimmed.filter(|stretch| !stretch.is_empty()).collect()
    }

    fn without_signs(&self, mut stretch: Range<usize>) -> Range<usize> {
        while !stretch.is_empty() && self.relation(stretch.start) == "punct" {
            stretch.start += 1;
        }
        while !stretch.is_empty() && self.relation(stretch.end - 1) == "punct" {
            stretch.end -= 1;
        }
        stretch
    }
}

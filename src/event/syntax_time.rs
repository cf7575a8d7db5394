//! Whether the day of a verb is also that of a noun below it, asked of the dependency tree.

use crate::text::grammar::{Upos, Word};

use super::lexicon::Grammar;
use super::syntax::Syntax;

/// A path from a word up to the root is never longer; guards against a tree that is none.
const MOST_STEPS: usize = 60;

impl Syntax<'_> {
    /// Whether the event at token `event` only belongs to what the tokens `first..=last` date: `handed out blankets on
    /// Monday to survivors of the earthquake`, `went on trial on Wednesday for killing a clerk`.
    pub(super) fn is_below_what_is_dated(
        &self,
        event: usize,
        (first, last): (usize, usize),
    ) -> bool {
        let (Some(event), Some(dated)) =
            (self.read.word_of_token(event), self.governor(first, last))
        else {
            return false;
        };
        let mut at = event;
        let mut is_below = false;
        for _ in 0..MOST_STEPS {
            if at == dated {
                return is_below;
            }
            let Some((own, head)) =
                self.word(at).and_then(|own| Some((own, own.head_index()?)))
            else {
                return false;
            };
            // `The jet, flying to Oslo, crashed on Monday` did both on Monday.
            is_below |= at != event && own.deprel == "acl" && own.xpos == "VBN"
                || self.leads_away(at, own, head, head == dated);
            at = head;
        }
        false
    }

    /// Whether the tokens `first..=last` date a clause of its own below the event at token `event`: `published a report
    /// saying that the eruption last year helped the fish`.
    pub(super) fn dates_clause_below(
        &self,
        event: usize,
        (first, last): (usize, usize),
    ) -> bool {
        let (Some(event), Some(mut at)) =
            (self.read.word_of_token(event), self.governor(first, last))
        else {
            return false;
        };
        let mut is_apart = false;
        for _ in 0..MOST_STEPS {
            if at == event {
                return is_apart;
            }
            let Some((own, head)) =
                self.word(at).and_then(|own| Some((own, own.head_index()?)))
            else {
                return false;
            };
            is_apart |= match own.deprel {
                // `an inquiry begun in May` has that date itself.
                "acl" | "acl:relcl" => head != event,
                "ccomp" | "advcl" | "parataxis" => self.has_subject(at),
                _ => false,
            };
            at = head;
        }
        false
    }

    fn has_subject(&self, verb: usize) -> bool {
        let mut all = self.read.words.iter();
        all.any(|word| word.head_index() == Some(verb) && word.relation() == "nsubj")
    }

    /// The word outside the tokens `first..=last` that one of theirs hangs on.
    fn governor(&self, first: usize, last: usize) -> Option<usize> {
        let (first, last) = (
            self.read.word_of_token(first)?,
            self.read.word_of_token(last)?,
        );
        (first..=last)
            .filter_map(|at| self.word(at)?.head_index())
            .find(|head| !(first..=last).contains(head))
    }

    /// Whether what hangs on the word `at` has another time than its head.
    fn leads_away(&self, at: usize, own: &Word, head: usize, is_last: bool) -> bool {
        let grammar = Grammar::get();
        let case = self.case(at);
        match own.relation() {
            "advcl" => case.is_some_and(|case| case == "for"),
            "nmod" => !self.is_container(head),
            "obl" => is_last && case.is_some_and(|case| grammar.earlier_cases.contains(case)),
            _ => false,
        }
    }

    /// The word that says how the word `at` hangs on its head: `after`, `for`.
    fn case(&self, at: usize) -> Option<&str> {
        let mut all = self.read.words.iter().zip(&self.read.written);
        all.find(|(word, _)| {
            word.head_index() == Some(at) && matches!(word.relation(), "case" | "mark")
        })
        .map(|(_, written)| *written)
    }

    /// `one of the explosions`, `a round of talks`
    fn is_container(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            matches!(word.upos, Upos::Num | Upos::Det | Upos::Pron | Upos::Adj)
                || Grammar::get().containers.contains(&word.lemma)
        })
    }

    fn word(&self, at: usize) -> Option<&Word> {
        self.read.words.get(at)
    }
}

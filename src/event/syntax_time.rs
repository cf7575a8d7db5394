//! Whether the day of a verb is also that of a noun below it, asked of the dependency tree.

use crate::text::grammar::{Upos, Word};

use super::lexicon::Grammar;
use super::syntax::Syntax;

/// A clause that says when or why something took place.
pub(super) struct Adverbial {
    /// The token of the verb that it hangs on.
    pub(super) verb: usize,
    /// The token that opens it: `when`, `after`.
    pub(super) opener: usize,
}

/// One step up the tree.
struct Step<'a> {
    at: usize,
    own: &'a Word,
    /// What the word hangs on.
    head: usize,
    is_first: bool,
    is_last: bool,
}

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
        self.way_up(event, dated)
            .is_some_and(|way| way.iter().any(|step| self.leads_away(step)))
    }

    /// Whether the tokens `first..=last` date a clause of its own below the event at token `event`: `published a report
    /// saying that the eruption last year helped the fish`.
    pub(super) fn dates_clause_below(
        &self,
        event: usize,
        (first, last): (usize, usize),
    ) -> bool {
        let (Some(event), Some(dated)) =
            (self.read.word_of_token(event), self.governor(first, last))
        else {
            return false;
        };
        let is_apart = |step: &Step<'_>| match step.own.deprel {
            // `an inquiry begun in May` has that date itself, one published in May has not.
            "acl" | "acl:relcl" => {
                !step.is_last || Grammar::get().publishing.contains(&step.own.lemma)
            }
            "ccomp" | "advcl" | "parataxis" => {
                self.reading.child(step.at, &["nsubj"]).is_some()
            }
            _ => false,
        };
        self.way_up(dated, event)
            .is_some_and(|way| way.iter().any(is_apart))
    }

    /// The token of the verb that the tokens `first..=last` of a time expression hang on.
    pub(super) fn verb_dated_by(&self, (first, last): (usize, usize)) -> Option<usize> {
        let verb = self.governor(first, last)?;
        let is_verb = self.read.words.get(verb)?.upos == Upos::Verb;
        self.token(verb).filter(|_| is_verb)
    }

    /// How the clause of the verb at token `verb` hangs on another, if a word opens it.
    pub(super) fn adverbial(&self, verb: usize) -> Option<Adverbial> {
        let word = self.read.word_of_token(verb)?;
        let own = self.read.words.get(word)?;
        let head = own.head_index().filter(|_| own.relation() == "advcl")?;
        let opener = self.reading.child(word, &["mark"]).or_else(|| {
            let adverb = self.reading.child(word, &["advmod"])?;
            let is_asking = self.read.words.get(adverb)?.xpos == "WRB";
            Some(adverb).filter(|_| is_asking)
        })?;
        Some(Adverbial {
            verb: self.token(head)?,
            opener: self.token(opener)?,
        })
    }

    /// The steps from the word `from` to its ancestor `to`; none if it is no ancestor.
    fn way_up(&self, from: usize, to: usize) -> Option<Vec<Step<'_>>> {
        let mut way = Vec::new();
        for at in self.reading.ancestors(from) {
            if at == to {
                return Some(way);
            }
            let own = self.read.words.get(at)?;
            let head = own.head_index()?;
            way.push(Step {
                at,
                own,
                head,
                is_first: at == from,
                is_last: head == to,
            });
        }
        None
    }

    /// The word outside the tokens `first..=last` that one of theirs hangs on.
    fn governor(&self, first: usize, last: usize) -> Option<usize> {
        let (first, last) = (
            self.read.word_of_token(first)?,
            self.read.word_of_token(last)?,
        );
        (first..=last)
            .filter_map(|at| self.read.words.get(at)?.head_index())
            .find(|head| !(first..=last).contains(head))
    }

    /// Whether what hangs on a word by this step has another time than the word.
    fn leads_away(&self, step: &Step<'_>) -> bool {
        let is_case = |is_wanted: &dyn Fn(&str) -> bool| {
            let case = self.reading.child(step.at, &["case", "mark"]);
            let written = case.and_then(|case| self.read.written.get(case));
            written.is_some_and(|word| is_wanted(word))
        };
        match step.own.relation() {
            "advcl" => is_case(&|case| case == "for"),
            "nmod" => !self.is_container(step.head),
            "obl" => {
                step.is_last && is_case(&|case| Grammar::get().earlier_cases.contains(case))
            }
            // `The jet, flying to Oslo, crashed on Monday` did both on Monday.
            _ => !step.is_first && step.own.deprel == "acl" && step.own.xpos == "VBN",
        }
    }

    /// `one of the explosions`, `a round of talks`
    fn is_container(&self, at: usize) -> bool {
        self.read.words.get(at).is_some_and(|word| {
            matches!(word.upos, Upos::Num | Upos::Det | Upos::Pron | Upos::Adj)
                || Grammar::get().containers.contains(&word.lemma)
        })
    }
}

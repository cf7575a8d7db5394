//! The form that a verb has in a headline: `signs`, `to sign`, `did not sign`, `tries to sign`.

use crate::model::Status;
use crate::text::{Tense, with_s};

use super::lexicon::{Grammar, status_cues};
use super::title_number::is_plural;
use super::title_verb::Frame;
use super::title_words::TitleWords;

impl Frame<'_, '_, '_> {
    pub(super) fn auxiliary(&self) -> String {
        if let Some(doubt) = self.doubted() {
            return format!("{doubt} to have been");
        }
        let auxiliary = match self.subject.status {
            Status::Planned => "to be",
            Status::Proposed | Status::Conditional => "could be",
            Status::Denied => "not",
            _ => "",
        };
        auxiliary.to_owned()
    }

    /// `appeal to free him`: the infinitive says what for, and `agent` ends with that noun.
    fn is_of_noun(&self, agent: &str) -> bool {
        let before = self.group.first.checked_sub(1);
        let to = before.filter(|at| self.view.word(*at) == "to");
        let noun = to
            .or(before)
            .and_then(|at| at.checked_sub(usize::from(to.is_some())));
        let last = agent.rsplit(' ').next().unwrap_or(agent).to_lowercase();
        self.group.tense == Tense::Infinitive
            && noun.is_some_and(|noun| self.view.word(noun) == last)
            && status_cues()
                .get("proposed")
                .is_some_and(|cues| cues.heads.contains(&last))
    }

    /// The word that says that it is not sure (`feared to have drowned`).
    fn doubted(&self) -> Option<&str> {
        let chain = super::status::chain(self.view, self.candidate);
        let above = chain.get(1).filter(|above| above.is_passive)?;
        let may_be = !self.candidate.is_noun
            && self.group.is_perfect
            && self.group.tense == Tense::Infinitive
            && Grammar::get().doubting.contains(&above.lemma);
        may_be.then(|| self.view.word(above.head))
    }

    /// The verb as a headline has it.
    pub(super) fn verb(&self, agent: Option<&str>, is_passive: bool) -> String {
        let lemma = if self.candidate.is_report {
            "say"
        } else {
            self.group.lemma.as_str()
        };
        let of_many = || agent.is_some_and(|agent| is_plural(self.view, agent));
        match self.subject.status {
            _ if is_passive => self.head_word(),
            _ if let Some(doubt) = self.doubted() => {
                format!("{doubt} to have {}", self.head_word())
            }
            Status::Happened if let Some(attempt) = self.attempt() => {
                let attempt = if of_many() {
                    attempt.to_owned()
                } else {
                    with_s(attempt)
                };
                format!("{attempt} to {lemma}")
            }
            // Who proposes a ban or orders it has done so.
            Status::Proposed | Status::Planned if self.tells_of_it() => {
                if of_many() {
                    lemma.to_owned()
                } else {
                    with_s(lemma)
                }
            }
            Status::Planned => format!("to {lemma}"),
            Status::Proposed if agent.is_some_and(|agent| self.is_of_noun(agent)) => {
                format!("to {lemma}")
            }
            Status::Proposed | Status::Conditional => format!("could {lemma}"),
            Status::Denied if let Some(denier) = self.denier() => {
                format!("{} {}", with_s(denier), self.head_word())
            }
            Status::Denied if self.is_barred() || self.lies_ahead() => {
                format!("not to {lemma}")
            }
            Status::Denied => format!("did not {lemma}"),
            Status::Cancelled if !self.cancels() => format!("no longer to {lemma}"),
            _ if of_many() => lemma.to_owned(),
            _ => with_s(lemma),
        }
    }

    /// `is not expected to meet`, `will not meet`
    fn lies_ahead(&self) -> bool {
        let chain = super::status::chain(self.view, self.candidate);
        let outer = chain.last().copied().unwrap_or(self.group);
        let is_now = outer.tense == Tense::Present && !outer.is_perfect;
        outer.tense == Tense::Future || is_now && self.group.tense == Tense::Infinitive
    }

    /// The verb that says it did not take place (`stopped selling`, `denied selling`).
    fn denier(&self) -> Option<&str> {
        let before = self.candidate.group?.checked_sub(1)?;
        let before = self.view.sentence.verbs.get(before)?;
        let is_next = before.last + 1 == self.group.first;
        (is_next && self.group.tense == Tense::Gerund).then_some(before.lemma.as_str())
    }

    /// `was barred from selling it`
    fn is_barred(&self) -> bool {
        let before = self.group.first.checked_sub(1);
        self.group.tense == Tense::Gerund
            && before.is_some_and(|before| self.view.word(before) == "from")
    }

    /// Whether the verb itself says that the noun it carries is proposed or planned.
    fn tells_of_it(&self) -> bool {
        let cue = match self.subject.status {
            Status::Planned => "planned",
            _ => "proposed",
        };
        let cues = status_cues().get(cue);
        let is_own = cues.is_some_and(|cues| cues.governors.contains(&self.group.lemma));
        let is_told = matches!(
            self.group.tense,
            Tense::Past | Tense::Present | Tense::Gerund
        );
        is_own && is_told && self.group.modal.is_none()
    }

    fn cancels(&self) -> bool {
        TitleWords::get().cancelling.contains(&self.group.lemma)
    }

    /// The verb that says that somebody only tried (`tried to flee`).
    fn attempt(&self) -> Option<&str> {
        let chain = super::status::chain(self.view, self.candidate);
        let above = chain.get(1).copied().filter(|_| !self.candidate.is_noun)?;
        let is_one = Grammar::get().attempting.contains(&above.lemma);
        is_one.then_some(above.lemma.as_str())
    }
}

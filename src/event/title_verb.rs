//! Headlines of verbs: `Peru signs treaty with Chile`, `Four men arrested in Lyon`.

use crate::model::Status;
use crate::text::{Tense, VerbGroup, WordClass, with_s};

use super::lexicon::Grammar;
use super::title::{Subject, fit, join_words};
use super::title_actor::object;
use super::title_number::is_plural;
use super::title_phrase::{Phrase, is_preposition, noun_phrase_end, phrases_after};
use super::title_pronoun::resolve_object;
use super::title_render::{Style, render};
use super::title_subject::{agent, controlled};
use super::title_words::TitleWords;
use super::trigger::Candidate;
use super::view::View;

/// The headline of a verb, if its subject or its object can be named.
pub(super) fn verbal(
    view: &View<'_>,
    candidate: &Candidate,
    subject: &Subject<'_, '_>,
) -> Option<String> {
    let group = view.sentence.verbs.get(candidate.group?)?;
    [Style::Full, Style::Short].into_iter().find_map(|style| {
        let frame = Frame {
            view,
            candidate,
            group,
            subject,
            style,
        };
        frame.headline()
    })
}

pub(super) struct Frame<'a, 'v, 's> {
    pub(super) view: &'a View<'v>,
    pub(super) candidate: &'a Candidate,
    pub(super) group: &'a VerbGroup,
    pub(super) subject: &'a Subject<'a, 's>,
    pub(super) style: Style,
}

impl Frame<'_, '_, '_> {
    fn headline(&self) -> Option<String> {
        let is_passive = self.is_passive();
        let after = self.candidate.last.max(self.group.last) + 1;
        if self.candidate.is_report || self.speaks() && !is_passive {
            let content = self.relative_object().or_else(|| self.content(after))?;
            let agent = self.agent()?;
            let verb = self.verb(Some(&agent), is_passive);
            return self.whole(&[agent, verb], &[content], true);
        }
        if self.group.lemma == "be" {
            return None;
        }
        let mut tails = self.tails(after)?;
        if let Some(object) = self.relative_object().filter(|_| !self.object_first(after)) {
            tails.insert(0, object);
        }
        let has_noun = TitleWords::get().noun(&self.group.lemma).is_some();
        let is_bare = tails.is_empty() && has_noun && !self.stands_alone();
        if is_bare && !is_passive {
            return None;
        }
        // Last, for the sentence may have to be parsed for it.
        match (self.agent(), is_passive) {
            (Some(agent), true) => {
                let head = vec![
                    agent,
                    self.auxiliary().to_owned(),
                    self.head_word(),
                    self.particle(),
                ];
                self.whole(&head, &tails, false)
            }
            (Some(agent), false) => {
                let verb = self.verb(Some(&agent), false);
                let needs_object = self.object_first(after);
                self.whole(&[agent, verb, self.particle()], &tails, needs_object)
            }
            (None, false) => self.without_subject(after, tails),
            (None, true) => None,
        }
    }

    /// Who acts.
    fn agent(&self) -> Option<String> {
        let chain = super::status::chain(self.view, self.candidate);
        let outer = chain.last().copied().unwrap_or(self.group);
        let acting = chain
            .iter()
            .find(|group| controlled(self.view, group.first).is_some())
            .map_or(outer.first, |group| group.first);
        agent(self.view, acting, self.subject.antecedent, self.style)
    }

    /// Passive, or joined to a passive: `were found and arrested`.
    pub(super) fn is_passive(&self) -> bool {
        let is_joined = || {
            let at = self.candidate.group?.checked_sub(1)?;
            let before = self.view.sentence.verbs.get(at)?;
            let and = self.group.first.checked_sub(1)?;
            let mut between = before.last + 1..and;
            let is_next = between
                .all(|at| self.view.is_time(at) || is_preposition(self.view, at))
                && self.view.word(and) == "and"
                && self.group.first == self.group.head;
            Some(is_next && before.is_passive)
        };
        // `Two men arrested over fire`, in a heading.
        let is_undergone = || {
            self.view.sentence.is_heading
                && self.group.first == self.group.last
                && self.group.tense == Tense::Past
                && TitleWords::get().undergone.contains(&self.group.lemma)
                && !self.object_first(self.candidate.last.max(self.group.last) + 1)
        };
        self.group.is_passive
            || self.group.tense == Tense::Participle
            || is_joined() == Some(true)
            || is_undergone()
    }

    /// `Beheading of soldiers`, `Two men killed`
    fn without_subject(&self, after: usize, mut tails: Vec<String>) -> Option<String> {
        if !self.object_first(after) || tails.is_empty() {
            return None;
        }
        let mut object = tails.remove(0);
        if tails.first().is_some_and(|tail| tail.starts_with("of ")) {
            object = format!("{object} {}", tails.remove(0));
        }
        if self.candidate.complement.is_some() {
            return self.whole(&[object], &tails, false);
        }
        let head = self.head_word();
        if self.group.tense == Tense::Gerund
            && let Some(participle) = self.effect()
        {
            return self.whole(&[object, participle], &tails, false);
        }
        if self.group.tense == Tense::Gerund {
            return self.whole(&[head, "of".to_owned(), object], &tails, false);
        }
        let participle = crate::text::verb_readings(self.view.word(self.group.head))
            .iter()
            .any(|reading| {
                matches!(
                    reading.form,
                    crate::text::Form::PastOrParticiple | crate::text::Form::Participle
                )
            });
        if participle {
            let auxiliary = self.auxiliary().to_owned();
            return self.whole(&[object, auxiliary, head], &tails, false);
        }
        let noun = TitleWords::get().noun(&self.group.lemma)?;
        self.whole(&[noun.to_owned(), "of".to_owned(), object], &tails, false)
    }

    /// `killed` for `, killing …`, which tells what came of the event before.
    fn effect(&self) -> Option<String> {
        let lemma = &self.group.lemma;
        let ending = if lemma.ends_with('e') { "d" } else { "ed" };
        let participle = format!("{lemma}{ending}");
        let fits = crate::text::verb_readings(&participle)
            .iter()
            .any(|reading| {
                reading.lemma == *lemma && reading.form == crate::text::Form::PastOrParticiple
            });
        (fits && TitleWords::get().caused.contains(lemma)).then_some(participle)
    }

    fn whole(&self, head: &[String], tails: &[String], needs_first: bool) -> Option<String> {
        let head = join_words(head);
        let title = fit(&head, tails);
        let n_kept = title.chars().count() > head.chars().count();
        let is_whole = tails.is_empty() || n_kept || !needs_first;
        let is_better_short =
            self.style == Style::Full && !tails.iter().all(|t| title.contains(t));
        let fits = head.chars().count() <= super::title::MAX_CHARS;
        if is_better_short {
            let shorter = Frame {
                style: Style::Short,
                ..*self
            };
            return shorter.headline().or((fits && is_whole).then_some(title));
        }
        (fits && is_whole).then_some(title)
    }

    pub(super) fn speaks(&self) -> bool {
        let is_speech = Grammar::get().speech.contains(&self.candidate.lemma)
            || TitleWords::get().speaking.contains(&self.candidate.lemma);
        is_speech && self.candidate.complement.is_none()
    }

    fn head_word(&self) -> String {
        self.view.word(self.group.head).to_owned()
    }

    fn stands_alone(&self) -> bool {
        TitleWords::get().complete.contains(&self.group.lemma)
            || !self.particle().is_empty()
            || !matches!(self.subject.status, Status::Happened | Status::Ongoing)
    }

    /// The rest of a phrase that is the trigger, or the small word that belongs to the verb.
    fn particle(&self) -> String {
        let last = self.candidate.last.max(self.group.head);
        let words: Vec<&str> = (self.group.head + 1..=last)
            .map(|at| self.view.word(at))
            .filter(|word| !TitleWords::get().dropped.contains(*word))
            .collect();
        words.join(" ")
    }

    fn auxiliary(&self) -> &'static str {
        match self.subject.status {
            Status::Planned => "to be",
            Status::Proposed | Status::Conditional => "could be",
            Status::Denied => "not",
            _ => "",
        }
    }

    /// The verb as a headline has it.
    fn verb(&self, agent: Option<&str>, is_passive: bool) -> String {
        let lemma = if self.candidate.is_report {
            "say"
        } else {
            self.group.lemma.as_str()
        };
        match self.subject.status {
            _ if is_passive => self.head_word(),
            Status::Planned => format!("to {lemma}"),
            // Who proposes a ban has done so.
            Status::Proposed if self.proposes() => with_s(lemma),
            Status::Proposed | Status::Conditional => format!("could {lemma}"),
            Status::Denied if self.group.tense == Tense::Gerund => {
                format!("{} {}", with_s(self.denier()), self.head_word())
            }
            Status::Denied => format!("did not {lemma}"),
            Status::Cancelled if !self.cancels() => format!("no longer to {lemma}"),
            _ if agent.is_some_and(|agent| is_plural(self.view, agent)) => lemma.to_owned(),
            _ => with_s(lemma),
        }
    }

    /// The verb that says it did not take place (`stopped selling`, `denied selling`).
    fn denier(&self) -> &str {
        let before = self.candidate.group.and_then(|at| at.checked_sub(1));
        let before = before.and_then(|at| self.view.sentence.verbs.get(at));
        let next = before.filter(|before| before.last + 1 == self.group.first);
        next.map_or("deny", |before| before.lemma.as_str())
    }

    fn proposes(&self) -> bool {
        let cues = super::lexicon::status_cues().get("proposed");
        let is_own = cues.is_some_and(|cues| cues.governors.contains(&self.group.lemma));
        is_own && self.group.modal.is_none() && self.group.tense != Tense::Infinitive
    }

    fn cancels(&self) -> bool {
        TitleWords::get().cancelling.contains(&self.group.lemma)
    }

    fn object_first(&self, after: usize) -> bool {
        let at = self.skip_adverbs(after);
        !is_preposition(self.view, at) && noun_phrase_end(self.view, at).is_some()
    }

    pub(super) fn skip_adverbs(&self, from: usize) -> usize {
        let mut at = from;
        while self.view.is_time(at)
            || is_preposition(self.view, at)
                && self.view.word(at) != "to"
                && self.view.is_time(at + 1)
            || matches!(self.view.class(at), Some(WordClass::Adverb))
                && !TitleWords::get().particles.contains(self.view.word(at))
                && !matches!(self.view.class(at + 1), Some(WordClass::Number))
                && self.view.word(at + 1) != "of"
        {
            at += 1;
        }
        at
    }

    /// The object, the phrases on it, and what is to be done; none for a speaker's own words.
    pub(super) fn tails(&self, after: usize) -> Option<Vec<String>> {
        let mut at = self.skip_adverbs(after);
        let mut found = Vec::new();
        let particles = &TitleWords::get().particles;
        // `brought back samples`; `off the coast` is a phrase.
        let is_particle = particles.contains(self.view.word(at))
            && (noun_phrase_end(self.view, at + 1).is_none() || !is_preposition(self.view, at));
        if is_particle {
            found.push(self.view.word(at).to_owned());
            at += 1;
        }
        let mut next = at;
        if let Some(person) = resolve_object(self.view, at, self.subject.antecedent, self.style)
        {
            found.push(person);
            next = at + 1;
        } else if TitleWords::get().reflexive.contains(self.view.word(at)) {
            found.push(self.view.word(at).to_owned());
            next = at + 1;
        } else if !is_preposition(self.view, at)
            && let Some(end) = noun_phrase_end(self.view, at)
        {
            // `four people dead | and three injured`
            let inner = self
                .candidate
                .complement
                .filter(|last| (at..end).contains(last));
            let end = inner.unwrap_or(end);
            found.push(render(
                self.view,
                Phrase {
                    first: at,
                    last: end,
                },
                self.style,
            )?);
            next = end + 1;
            next = self.complement(next, &mut found).unwrap_or(next);
        } else if let Some((object, last)) = object(self.view, self.group, after, self.style) {
            found.push(object);
            next = last + 1;
        }
        for phrase in phrases_after(self.view, next, 3) {
            found.push(render(self.view, phrase, self.style)?);
            next = phrase.last + 1;
        }
        if let Some(purpose) = self.infinitive(self.skip_adverbs(next)) {
            found.push(purpose);
        }
        Some(found)
    }

    /// Adds the word that ends a phrase around its object (`five people dead`); where it goes on.
    fn complement(&self, next: usize, found: &mut [String]) -> Option<usize> {
        let at = self.candidate.complement?;
        let mut between = next..at;
        let is_next = next <= at
            && between.all(|at| TitleWords::get().dropped.contains(self.view.word(at)));
        let object = found.last_mut().filter(|_| is_next)?;
        *object = format!("{object} {}", self.view.word(at));
        Some(at + 1)
    }

    /// `to cut emissions`
    pub(super) fn infinitive(&self, at: usize) -> Option<String> {
        let is_to = self.view.word(at) == "to";
        let group = self.view.group_at(if is_to { at + 1 } else { at })?;
        let group = self.view.sentence.verbs.get(group)?;
        let opens = is_to || self.view.word(group.first) == "to";
        if !opens || group.tense != Tense::Infinitive {
            return None;
        }
        let end = noun_phrase_end(self.view, group.last + 1);
        let object = match end {
            Some(last) => render(
                self.view,
                Phrase {
                    first: group.last + 1,
                    last,
                },
                self.style,
            )?,
            None => String::new(),
        };
        let is_said = |at: &usize| {
            self.view.word(*at) != "to"
                && !matches!(self.view.class(*at), Some(WordClass::Adverb))
        };
        let verb = (group.first..=group.head).filter(is_said);
        let verb: Vec<&str> = verb.map(|at| self.view.word(at)).collect();
        Some(join_words(&["to".to_owned(), verb.join(" "), object]))
    }
}

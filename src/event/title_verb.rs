//! Headlines of verbs: `Peru signs treaty with Chile`, `Four men arrested in Lyon`.

use crate::model::Status;
use crate::text::{Form, Tense, VerbGroup, WordClass, irregular_participle};

use super::lexicon::Grammar;
use super::syntax::Syntax;
use super::title::{Subject, fit, join_words};
use super::title_actor::{has_own_actor, is_reduced};
use super::title_phrase::is_preposition;
use super::title_render::Style;
use super::title_subject::{agent, controlled, described};
use super::title_words::TitleWords;
use super::trigger::{Candidate, lacks_object};
use super::view::{View, is_finite};

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
        if !is_passive && let Some(two) = self.with_next(after) {
            return Some(two);
        }
        let speaks = self.candidate.is_report || !is_passive && self.speaks();
        if speaks || !is_passive && self.tells_clause(after) {
            return self.saying(speaks, after);
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
                let head = vec![agent, self.auxiliary(), self.head_word(), self.particle()];
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

    /// `found and arrested the driver`: two verbs with one object between them.
    fn with_next(&self, after: usize) -> Option<String> {
        let next = self.view.sentence.verbs.get(self.candidate.group? + 1)?;
        let is_next = next.first == after + 1
            && self.view.word(after) == "and"
            && next.first == next.last
            && next.tense == self.group.tense
            && !TitleWords::get().complete.contains(&self.group.lemma);
        let other = Frame {
            group: next,
            ..*self
        };
        let from = next.last + 1;
        if !is_next || !other.object_first(from) {
            return None;
        }
        let tails = other.tails(from)?;
        let agent = self.agent()?;
        let verbs = [
            self.verb(Some(&agent), false),
            other.verb(Some(&agent), false),
        ];
        self.whole(&[agent, verbs.join(" and ")], &tails, true)
    }

    /// Who says what; `after` is where that may begin.
    fn saying(&self, speaks: bool, after: usize) -> Option<String> {
        let mut ways = [Self::content, Self::told];
        if !speaks {
            ways.reverse();
        }
        let object = self.relative_object();
        let is_relative = object.is_some();
        let said = ways
            .into_iter()
            .filter(|_| !is_relative)
            .filter_map(|way: fn(&Self, usize) -> Option<String>| way(self, after));
        let mut contents = object.into_iter().chain(said).peekable();
        contents.peek()?;
        let agent = self.agent()?;
        let verb = self.verb(Some(&agent), self.is_passive());
        let head = [agent, verb];
        contents.find_map(|content| self.whole(&head, &[content], true))
    }

    /// Who acts.
    fn agent(&self) -> Option<String> {
        if is_of_pronoun(self.view, self.group) || self.is_outcome() {
            return None;
        }
        let chain = super::status::chain(self.view, self.candidate);
        let outer = chain.last().copied().unwrap_or(self.group);
        let acting = chain
            .iter()
            .find(|group| {
                controlled(self.view, group.first).is_some()
                    || has_own_actor(self.view, group)
                    || described(self.view, group.first).is_some()
            })
            .map_or(outer.first, |group| group.first);
        agent(self.view, acting, self.subject.antecedent, self.style)
    }

    /// `swept through the south of Peru killing ten people`: no comma says that it is not the south that killed.
    fn is_outcome(&self) -> bool {
        let (view, group) = (self.view, self.group);
        let before = group.first.checked_sub(1);
        let follows_noun = before.is_some_and(|at| {
            view.name_at(at).is_some() || matches!(view.class(at), Some(WordClass::Noun))
        });
        let mut told = view.sentence.verbs.iter();
        group.tense == Tense::Gerund
            && group.first == group.last
            && TitleWords::get().caused.contains(&group.lemma)
            && (follows_noun || self.is_joined_outcome())
            && told.any(|other| other.last < group.first && is_finite(other))
    }

    /// `killing ten people and injuring dozens`
    fn is_joined_outcome(&self) -> bool {
        let and = self.group.first.checked_sub(1);
        let is_and = and.is_some_and(|at| self.view.word(at) == "and");
        let before = self.candidate.group.and_then(|at| at.checked_sub(1));
        let before = before.and_then(|at| self.view.sentence.verbs.get(at));
        is_and
            && before.is_some_and(|other| {
                other.tense == Tense::Gerund && TitleWords::get().caused.contains(&other.lemma)
            })
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
            // `was suspended in April and resigned`
            let is_told = || {
                self.view
                    .syntax()
                    .is_some_and(|s| s.is_past(self.group.head))
            };
            Some(is_next && before.is_passive && !is_told())
        };
        // `Woman struck, killed by car`
        let is_before_passive = || {
            let next = self.view.sentence.verbs.get(self.candidate.group? + 1)?;
            let comma = self.group.last + 1;
            let is_next = self.view.word(comma) == "," && next.first == comma + 1;
            Some(
                self.view.sentence.is_heading
                    && is_next
                    && matches!(next.tense, Tense::Past | Tense::Participle)
                    && TitleWords::get().undergone.contains(&next.lemma),
            )
        };
        // `Two men arrested over fire`, `the man arrested on Tuesday in a raid has died`: what is always done to
        // somebody.
        let is_undergone = || {
            let last = self.candidate.last.max(self.group.last);
            let next = self.skip_adverbs(last + 1);
            let is_dated = last + 1 < next && is_preposition(self.view, next);
            self.group.first == self.group.last
                && self.group.tense == Tense::Past
                && TitleWords::get().undergone.contains(&self.group.lemma)
                && (is_dated || self.view.sentence.is_heading && !self.object_first(last + 1))
        };
        self.group.is_passive
            || self.group.tense == Tense::Participle
            || self.group.tense == Tense::Past && lacks_object(self.view, self.group)
            || is_joined() == Some(true)
            || is_undergone()
            || is_before_passive() == Some(true)
            || is_reduced(self.view, self.group)
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
            let auxiliary = self.auxiliary();
            return self.whole(&[object, auxiliary, head], &tails, false);
        }
        let noun = TitleWords::get().noun(&self.group.lemma)?;
        self.whole(&[noun.to_owned(), "of".to_owned(), object], &tails, false)
    }

    /// `killed` for `, killing …`, which tells what came of the event before.
    fn effect(&self) -> Option<String> {
        let lemma = &self.group.lemma;
        let ending = if lemma.ends_with('e') { "d" } else { "ed" };
        let irregular = irregular_participle(lemma).map(str::to_owned);
        let participle = irregular.unwrap_or_else(|| format!("{lemma}{ending}"));
        let fits = crate::text::verb_readings(&participle)
            .iter()
            .any(|reading| {
                let forms = [Form::PastOrParticiple, Form::Participle];
                reading.lemma == *lemma && forms.contains(&reading.form)
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
        // Who calls off a tour says nothing.
        let is_phrase = !self.particle().is_empty();
        is_speech && !is_phrase && self.candidate.complement.is_none()
    }

    /// `declared Moscow had sold it`: the noun behind the verb is not its object.
    pub(super) fn tells_clause(&self, after: usize) -> bool {
        let tells = |s: &Syntax<'_>| s.told_clause(self.group.head).is_some();
        let at = self.skip_adverbs(after);
        let may_be = self.object_first(after) || self.view.word(at) == "that";
        may_be && self.candidate.complement.is_none() && self.view.syntax().is_some_and(tells)
    }

    pub(super) fn head_word(&self) -> String {
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
}

/// Whether a mere pronoun is to do it: `want him to stand trial`.
fn is_of_pronoun(view: &View<'_>, group: &VerbGroup) -> bool {
    let to = group
        .first
        .checked_sub(1)
        .filter(|to| view.word(*to) == "to");
    let before = to.unwrap_or(group.first).checked_sub(1);
    group.tense == Tense::Infinitive
        && before.is_some_and(|at| view.class(at) == Some(&WordClass::Pronoun))
}

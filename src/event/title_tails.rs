//! What follows the verb of a headline: its object, the phrases on it, and what is to be done.

use crate::model::TimexType;
use crate::text::{Tense, WordClass};

use super::syntax::Syntax;
use super::title::join_words;
use super::title_actor::object;
use super::title_phrase::{Phrase, behind_day, is_preposition, noun_phrase_end, phrases_after};
use super::title_pronoun::{resolve_object, resolve_thing};
use super::title_render::render;
use super::title_verb::Frame;
use super::title_words::TitleWords;

impl Frame<'_, '_, '_> {
    pub(super) fn object_first(&self, after: usize) -> bool {
        let at = self.skip_adverbs(after);
        !is_preposition(self.view, at) && noun_phrase_end(self.view, at).is_some()
    }

    pub(super) fn skip_adverbs(&self, from: usize) -> usize {
        let mut at = from;
        while self.view.is_time(at)
            || is_preposition(self.view, at)
                && self.view.word(at) != "to"
                && self.view.is_time(at + 1)
                && behind_day(self.view, at + 1).is_none()
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
        // `brought back samples`, `picked up two sailors`; `off the coast` is a phrase.
        let belongs = |syntax: &Syntax<'_>| syntax.is_particle(at);
        let is_particle = particles.contains(self.view.word(at))
            && (noun_phrase_end(self.view, at + 1).is_none()
                || !is_preposition(self.view, at)
                || self.view.syntax().is_some_and(belongs))
            // `closed in on the coast`
            || is_preposition(self.view, at + 1) && self.view.syntax().is_some_and(belongs);
        if is_particle {
            found.push(self.view.word(at).to_owned());
            at += 1;
        }
        at += usize::from(self.is_whom(at));
        let mut next = at;
        if let Some(length) = self.length(after) {
            found.push(render(self.view, length, self.style)?);
            next = length.last + 1;
        } else if let Some(words) = self.pronoun(at) {
            found.push(words);
            next = at + 1;
        } else if let Some(end) = self.measure(at) {
            next = self.skip_adverbs(end + 1);
        } else if !is_preposition(self.view, at)
            && let Some(end) = noun_phrase_end(self.view, at)
        {
            // `four people dead | and three injured`
            let inner = self
                .candidate
                .complement
                .filter(|last| (at..end).contains(last));
            // `approved Acme's plan`: what heads the object stands farther on.
            let longer = object(self.view, self.group, after, self.style)
                .filter(|object| end < object.head && self.candidate.complement.is_none());
            if let Some(object) = longer {
                found.push(object.words);
                next = object.last + 1;
            } else {
                let last = inner
                    .or_else(|| self.complement_of_others(end))
                    .unwrap_or(end);
                let phrase = Phrase { first: at, last };
                found.push(render(self.view, phrase, self.style)?);
                next = last + 1;
                next = self.complement(next, &mut found).unwrap_or(next);
            }
            next = self.predicate_of_object(next, &mut found).unwrap_or(next);
        } else if let Some(object) = object(self.view, self.group, after, self.style) {
            found.push(object.words);
            next = object.last + 1;
        }
        for phrase in phrases_after(self.view, next, 3) {
            found.push(render(self.view, phrase, self.style)?);
            next = phrase.last + 1;
        }
        let then = self.skip_adverbs(next);
        found.extend(self.infinitive(then).or_else(|| self.begun(then)));
        Some(found)
    }

    /// Whom or what the pronoun at `at` stands for.
    fn pronoun(&self, at: usize) -> Option<String> {
        let (view, antecedent) = (self.view, self.subject.antecedent);
        let itself = || {
            let word = view.word(at);
            let is_itself = TitleWords::get().reflexive.contains(word);
            is_itself.then(|| word.to_owned())
        };
        resolve_object(view, at, antecedent, self.style)
            .or_else(|| resolve_thing(view, at, antecedent, self.style))
            .or_else(itself)
    }

    /// Whether a mere pronoun stands before the object: `awarded her the medal`.
    fn is_whom(&self, at: usize) -> bool {
        let next = self.view.class(at + 1);
        let has_what = matches!(next, Some(WordClass::Determiner | WordClass::Number));
        TitleWords::get().whom.contains(self.view.word(at)) && has_what
    }

    /// `gets four years`, `serve six months`
    fn length(&self, at: usize) -> Option<Phrase> {
        let start = self.view.span(at, at).start;
        let mut timexes = self.view.timexes.iter();
        let length = timexes
            .find(|timex| timex.kind == TimexType::Duration && timex.span.start == start)?;
        let (first, last) = self.view.tokens_of(length.span);
        let is_end = noun_phrase_end(self.view, last + 1).is_none();
        let is_told = TitleWords::get().of_a_time.contains(&self.group.lemma);
        (is_told && is_end).then_some(Phrase { first, last })
    }

    /// Where the words from `at` on end that say how far or how often a thing was done, and are not its object:
    /// `arrested five buildings away`.
    fn measure(&self, at: usize) -> Option<usize> {
        let may_be = self.group.is_passive && !is_preposition(self.view, at);
        let end = noun_phrase_end(self.view, at).filter(|_| may_be)?;
        let is_away = TitleWords::get()
            .distances
            .contains(self.view.word(end + 1));
        (is_away || self.view.syntax()?.is_measure(end)).then_some(end)
    }

    /// The last word of `left hundreds of others injured`.
    fn complement_of_others(&self, end: usize) -> Option<usize> {
        let last = self.candidate.complement.filter(|last| end + 1 < *last)?;
        let is_of = self.view.word(end + 1) == "of";
        (is_of && noun_phrase_end(self.view, end + 2) == Some(last - 1)).then_some(last)
    }

    /// Adds the word that ends a phrase around its object (`five people dead`); where it goes on.
    fn complement(&self, next: usize, found: &mut [String]) -> Option<usize> {
        let at = self.candidate.complement?;
        // `found them not guilty`
        let is_denied = |at: usize| matches!(self.view.class(at), Some(WordClass::Negation));
        let mut between = next..at;
        let is_next = next <= at
            && between.all(|at| {
                is_denied(at) || TitleWords::get().dropped.contains(self.view.word(at))
            });
        let object = found.last_mut().filter(|_| is_next)?;
        let not = (next..at).find(|at| is_denied(*at));
        let not = not.map_or("", |at| self.view.word(at));
        *object = join_words(&[
            object.clone(),
            not.to_owned(),
            self.view.word(at).to_owned(),
        ]);
        Some(at + 1)
    }

    /// Adds what the object is made or called: `named the singer its artist of the year`; where it goes on.
    fn predicate_of_object(&self, next: usize, found: &mut Vec<String>) -> Option<usize> {
        // `named Anna Novak as its new president`
        let is_as = self.view.word(next) == "as";
        let is_open = is_as || matches!(self.view.class(next), Some(WordClass::Determiner));
        let names = TitleWords::get().appointing.contains(&self.group.lemma);
        let last = noun_phrase_end(self.view, next + usize::from(is_as));
        let last = last.filter(|_| is_open && names)?;
        let phrase = Phrase { first: next, last };
        found.push(render(self.view, phrase, self.style)?);
        Some(last + 1)
    }

    /// What is begun, or goes on: `starts selling tickets`.
    fn begun(&self, at: usize) -> Option<String> {
        let group = self.view.sentence.verbs.get(self.view.group_at(at)?)?;
        let is_begun = TitleWords::get().phasing.contains(&self.group.lemma)
            && group.tense == Tense::Gerund
            && group.first == group.last;
        let end = noun_phrase_end(self.view, at + 1).unwrap_or(at);
        let phrase = Phrase {
            first: at,
            last: end,
        };
        is_begun.then(|| render(self.view, phrase, self.style))?
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
        // `to take over the shop`
        let particle = self.view.word(group.last + 1);
        let has_particle = TitleWords::get().particles.contains(particle);
        let first = group.last + 1 + usize::from(has_particle);
        let object = match noun_phrase_end(self.view, first) {
            Some(last) => render(self.view, Phrase { first, last }, self.style)?,
            None => String::new(),
        };
        let particle = if has_particle { particle } else { "" };
        let is_said = |at: &usize| {
            self.view.word(*at) != "to"
                && !matches!(self.view.class(*at), Some(WordClass::Adverb))
        };
        let verb = (group.first..=group.head).filter(is_said);
        let verb: Vec<&str> = verb.map(|at| self.view.word(at)).collect();
        let words = ["to", &verb.join(" "), particle, &object];
        Some(join_words(&words.map(str::to_owned)))
    }
}

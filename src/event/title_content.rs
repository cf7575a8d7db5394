//! What a verb of speech says, for a headline: `warns of war`, `says it has been invited`.

use std::ops::Range;

use crate::text::{Tense, VerbGroup, WordClass};

use super::title::join_words;
use super::title_actor::noun_phrase;
use super::title_phrase::{Phrase, is_preposition, noun_phrase_end, phrases_after};
use super::title_render::{Style, render};
use super::title_verb::Frame;
use super::title_words::TitleWords;
use super::view::is_finite;

/// A longer subject of what is said is told without what hangs on it.
const MAX_WHO_CHARS: usize = 28;

impl Frame<'_, '_, '_> {
    /// The clause that is said, by the tree: `tests were incapable of detecting it` as far as it fits.
    pub(super) fn told(&self, after: usize) -> Option<String> {
        let view = self.view;
        let syntax = view.syntax()?;
        let (subject, predicate) = syntax.told_clause(self.group.head)?;
        let who = noun_phrase(view, subject, Style::Short)?;
        let from = syntax.last_of(subject)? + 1;
        let head = syntax.token(predicate)?;
        let is_plain = |at: usize| {
            view.is_time(at)
                || matches!(
                    view.class(at),
                    Some(
                        WordClass::Verb { .. }
                            | WordClass::Auxiliary(_)
                            | WordClass::Modal
                            | WordClass::Negation
                            | WordClass::To
                            | WordClass::Adverb
                            | WordClass::Adjective
                    )
                )
        };
        if head < from || head < after || !(from..=head).all(is_plain) {
            return None;
        }
        let is_told = |at: &usize| {
            !view.is_time(*at) && !matches!(view.class(*at), Some(WordClass::Adverb))
        };
        let verb: Vec<&str> = (from..=head)
            .filter(is_told)
            .map(|at| view.word(at))
            .collect();
        let object = match syntax.object(head) {
            // `had nothing to do with it`
            Some((_, first, _)) if matches!(view.class(first), Some(WordClass::Pronoun)) => {
                return None;
            }
            Some((object, ..)) => noun_phrase(view, object, Style::Short)?,
            None => String::new(),
        };
        Some(join_words(&[who, verb.join(" "), object]))
    }

    /// What is said: `of war`, `to cut jobs`, `ceasefire`, `war would expand regionally`.
    pub(super) fn content(&self, after: usize) -> Option<String> {
        let mut at = self.skip_adverbs(after);
        if self.view.word(at) == "that" {
            // `announced that by Tuesday the fund had received …`
            at = self.skip_adverbs(at + 1);
        }
        let clause = self
            .view
            .sentence
            .verbs
            .iter()
            .find(|group| at <= group.first && is_finite(group));
        if let Some(group) = clause.filter(|group| self.leads_to(at, group)) {
            return self.clause_content(at, group);
        }
        if let Some(purpose) = self.infinitive(at) {
            return Some(purpose);
        }
        if self.tells_clause(at) {
            return None;
        }
        let tails = self.tails(at)?;
        let (first, rest) = tails.split_first()?;
        if TitleWords::get().clausal.contains(&self.group.lemma)
            && !is_preposition(self.view, at)
        {
            let asked = rest.iter().find(|tail| tail.starts_with("to "));
            // `warns war`, `tells board`: the thing alone is not what was said; `urges restraint` is.
            let is_whole = TitleWords::get().urging.contains(&self.group.lemma);
            return match asked {
                Some(asked) => Some(format!("{first} {asked}")),
                None => Some(first.clone()).filter(|_| is_whole),
            };
        }
        let room = 34_usize;
        let mut content = first.clone();
        for tail in rest {
            if content.chars().count() + tail.chars().count() < room {
                content = format!("{content} {tail}");
            }
        }
        Some(content)
    }

    /// Whether only a noun phrase stands between `at` and the verb.
    fn leads_to(&self, at: usize, group: &VerbGroup) -> bool {
        const MAX_WORDS: usize = 14;
        let aside = self.aside(at, group.first);
        let n_aside = aside.as_ref().map_or(0, ExactSizeIterator::len);
        // `found the plane but lost it`: no clause that was found.
        let is_joined = group.first.checked_sub(1).is_some_and(|before| {
            matches!(self.view.class(before), Some(WordClass::Coordinator))
        });
        !is_joined
            && group.first > at
            && group.first - at < MAX_WORDS + n_aside
            && (at..group.first).all(|i| {
                let inner = self.view.group_at(i);
                let inner = inner.and_then(|at| self.view.sentence.verbs.get(at));
                aside.as_ref().is_some_and(|aside| aside.contains(&i))
                    || inner.is_none_or(|inner| i > at && inner.tense == Tense::Participle)
                        && !matches!(
                            self.view.class(i),
                            Some(WordClass::Sign | WordClass::Subordinator)
                        )
            })
    }

    /// What stands between two commas right before the verb: `Ann Lee, head of the bank, resigned`.
    fn aside(&self, at: usize, verb: usize) -> Option<Range<usize>> {
        let is_comma = |at: &usize| self.view.word(*at) == ",";
        let end = verb.checked_sub(1).filter(is_comma)?;
        let start = (at + 1..end).rev().find(is_comma)?;
        let is_plain = (at..start).all(|i| self.view.group_at(i).is_none() && !is_comma(&i));
        is_plain.then_some(start..verb)
    }

    fn clause_content(&self, at: usize, group: &VerbGroup) -> Option<String> {
        let who = self.clause_subject(at, group)?;
        let verb: Vec<&str> = (group.first..=group.last)
            .filter(|i| !self.is_left_out(*i))
            .map(|i| self.view.word(i))
            .collect();
        let mut words = format!("{who} {}", verb.join(" "));
        let mut next = self.skip_adverbs(group.last + 1);
        if !is_preposition(self.view, next)
            && let Some(last) = noun_phrase_end(self.view, next)
        {
            let object = Phrase { first: next, last };
            let object = render(self.view, object, Style::Short)?;
            words = format!("{words} {object}");
            next = last + 1;
        } else if let Some(purpose) = self.infinitive(next) {
            return Some(join_words(&[words, purpose]));
        } else if matches!(self.view.class(next), Some(WordClass::Pronoun)) {
            return self.of_nothing(&words, next);
        }
        let inner = phrases_after(self.view, next, 1);
        let inner = inner
            .first()
            .and_then(|phrase| render(self.view, *phrase, Style::Short));
        if group.lemma == "be" && inner.is_none() && next == self.skip_adverbs(group.last + 1) {
            // `the tests were incapable of …`
            return None;
        }
        Some(match inner {
            Some(inner) if words.chars().count() + inner.chars().count() < 40 => {
                format!("{words} {inner}")
            }
            _ => words,
        })
    }

    /// `had done nothing wrong`, `had nothing to do with it`; none for other pronouns.
    fn of_nothing(&self, words: &str, at: usize) -> Option<String> {
        let nothing = self.view.word(at);
        let is_quality = matches!(self.view.class(at + 1), Some(WordClass::Adjective));
        let rest = if is_quality {
            Some(self.view.word(at + 1).to_owned())
        } else {
            let with = phrases_after(self.view, at + 3, 1).first().copied();
            let with = with.and_then(|phrase| render(self.view, phrase, Style::Short));
            let purpose = self.infinitive(at + 1);
            purpose.map(|purpose| join_words(&[purpose, with.unwrap_or_default()]))
        };
        let rest = rest.filter(|_| nothing == "nothing")?;
        Some(join_words(&[words.to_owned(), nothing.to_owned(), rest]))
    }

    /// The subject of a clause that is told, from `at` up to its verb.
    fn clause_subject(&self, at: usize, group: &VerbGroup) -> Option<String> {
        let aside = self.aside(at, group.first);
        let mut last = aside.map_or(group.first, |aside| aside.start) - 1;
        while last > at && self.is_left_out(last) {
            last -= 1;
        }
        // `any war started by them would spread`: who started it can be left out. Not so `any US-led war`.
        let described = (at + 1..=last).find(|i| {
            self.view.group_at(*i).is_some()
                && !matches!(self.view.class(*i - 1), Some(WordClass::Hyphen))
        });
        let last = described.map_or(last, |at| at - 1);
        let is_pronoun = at == last
            && matches!(self.view.class(at), Some(WordClass::SubjectPronoun))
            && ["he", "she", "it", "they"].contains(&self.view.word(at));
        if is_pronoun {
            // It stands beside the name of whoever says so.
            return Some(self.view.word(at).to_owned());
        }
        let whole = render(self.view, Phrase { first: at, last }, Style::Short)?;
        let head = noun_phrase_end(self.view, at).filter(|end| *end < last);
        let head = head.filter(|_| MAX_WHO_CHARS < whole.chars().count());
        let head =
            head.and_then(|last| render(self.view, Phrase { first: at, last }, Style::Short));
        Some(head.unwrap_or(whole))
    }

    /// Adverbs and time expressions of a clause that is told.
    fn is_left_out(&self, at: usize) -> bool {
        matches!(self.view.class(at), Some(WordClass::Adverb)) || self.view.is_time(at)
    }
}

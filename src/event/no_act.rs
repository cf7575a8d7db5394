//! Words that look like an event and only name, describe or advise something.

use crate::text::{Form, Tense, WordClass};

use super::lexicon::Grammar;
use super::status_clause::word_before;
use super::support::{Found, is_bare_present};
use super::title_phrase::{is_bare_gerund, is_money, noun_phrase_end};

impl Found<'_, '_> {
    /// Only a word for something, or a word that describes it.
    pub(super) fn is_no_act(&self) -> bool {
        self.is_naming()
            || self.is_command()
            || self.is_attribute()
            || self.is_in_compound()
            || self.is_modifier()
            || self.is_gerund_of_another()
            || self.is_where_it_was_told()
            || self.is_ended()
            || self.is_showing()
            || self.is_kind_of()
            || self.is_tried_for()
    }

    /// `halted efforts to find the wreck`: nobody is told to have found it, or to plan to.
    fn is_tried_for(&self) -> bool {
        let view = self.view;
        let own = self.group().filter(|group| {
            group.tense == Tense::Infinitive && group.head == self.candidate.first
        });
        let to =
            own.and_then(|group| (group.first..group.head).find(|at| view.word(*at) == "to"));
        let to = to.or_else(|| {
            own?.first
                .checked_sub(1)
                .filter(|at| view.word(*at) == "to")
        });
        let noun = to.and_then(|to| to.checked_sub(1));
        !self.candidate.is_noun
            && noun.is_some_and(|noun| Grammar::get().efforts.contains(view.word(noun)))
    }

    /// `his party's poor showing`: a form in -ing with an adjective is a noun.
    fn is_showing(&self) -> bool {
        let (view, first) = (self.view, self.candidate.first);
        let class = |n: usize| first.checked_sub(n).and_then(|at| view.class(at));
        let is_bare = self
            .group()
            .is_some_and(|g| g.first == g.last && g.tense == Tense::Gerund);
        !self.candidate.is_noun
            && is_bare
            && matches!(class(1), Some(WordClass::Adjective))
            && matches!(class(2), Some(WordClass::Determiner))
    }

    /// `prisoners of war`: no war is told of.
    fn is_kind_of(&self) -> bool {
        let of = self
            .candidate
            .first
            .checked_sub(1)
            .filter(|of| self.view.word(*of) == "of");
        let noun = of.and_then(|of| of.checked_sub(1));
        let kinds = &Grammar::get().kinds_of;
        self.candidate.is_noun && noun.is_some_and(|noun| kinds.contains(self.view.word(noun)))
    }

    /// `called for an end to the war`: the end is told of.
    fn is_ended(&self) -> bool {
        let view = self.view;
        // `talks aimed at ending the war`
        let is_ending = self.candidate.is_noun
            && self.group().is_some_and(|group| {
                Grammar::get().ends.contains(&group.lemma)
                    && matches!(group.tense, Tense::Gerund | Tense::Infinitive)
                    && noun_phrase_end(view, group.last + 1)
                        .is_some_and(|end| self.candidate.last <= end)
                    && group.last < self.candidate.first
            });
        if is_ending {
            return true;
        }
        let to = word_before(view, self.candidate).filter(|to| view.word(*to) == "to");
        let end = to.and_then(|to| to.checked_sub(1));
        end.is_some_and(|end| Grammar::get().ends.contains(view.word(end)))
    }

    /// `For a list, visit the site`: what the reader is told to do.
    fn is_command(&self) -> bool {
        let (view, first) = (self.view, self.candidate.first);
        let is_bare = self.group().is_some_and(|group| {
            is_bare_present(group) && group.first == group.last && group.head == first
        });
        let has_base_form = matches!(
            view.class(first),
            Some(WordClass::Verb { form, .. }) if *form == Form::Base
        );
        let before = first.checked_sub(1).map(|at| view.class(at));
        let opens = matches!(before, None | Some(Some(WordClass::Sign)));
        is_bare && has_base_form && opens && !view.sentence.is_heading
    }

    /// `halted drilling`, `hurt by falling`: what the verb before deals with, or how.
    fn is_gerund_of_another(&self) -> bool {
        let (view, first) = (self.view, self.candidate.first);
        let before = first.checked_sub(1);
        let group = before.and_then(|at| view.group_at(at));
        let group = group.and_then(|at| view.sentence.verbs.get(at));
        let is_halted = group.is_some_and(|g| Grammar::get().halting.contains(&g.lemma));
        let is_bare = is_bare_gerund(view, first);
        is_bare && (is_halted || self.is_means())
    }

    /// `cutting-edge chips`, `a peace-keeping force`; not `was re-elected`.
    fn is_in_compound(&self) -> bool {
        let (view, candidate) = (self.view, self.candidate);
        let is_hyphen = |at: usize| matches!(view.class(at), Some(WordClass::Hyphen));
        let is_led = candidate.first.checked_sub(1).is_some_and(is_hyphen);
        let is_before_noun = matches!(
            view.class(candidate.last + 1),
            Some(WordClass::Noun | WordClass::Name | WordClass::Adjective)
        );
        // Who rear-ended a lorry has not ended it.
        let is_again = candidate
            .first
            .checked_sub(2)
            .is_some_and(|at| Grammar::get().prefixes.contains(view.word(at)));
        let is_single = self.group().is_some_and(|group| group.first == group.last);
        !candidate.is_noun
            && is_single
            && candidate.first == candidate.last
            && (is_hyphen(candidate.last + 1) || is_led && (is_before_noun || !is_again))
    }

    /// `one retired admiral`: a verb's form between a determiner and its noun.
    fn is_attribute(&self) -> bool {
        let (view, candidate) = (self.view, self.candidate);
        let is_participle = self.group().is_some_and(|group| group.first == group.last);
        let before = candidate.first.checked_sub(1).map(|at| view.word(at));
        let opens = |word: &str| Grammar::get().before_attributes.contains(word);
        let next = view.class(candidate.last + 1);
        let is_noun = matches!(
            next,
            Some(WordClass::Noun | WordClass::Name | WordClass::Adjective)
        );
        !candidate.is_noun
            && is_participle
            && candidate.first == candidate.last
            && before.is_some_and(opens)
            && (is_noun
                || is_money(view, candidate.last + 1)
                || view.name_at(candidate.last + 1).is_some())
    }

    /// `at falling prices`: by the tree it only describes the noun behind it.
    fn is_modifier(&self) -> bool {
        let (view, candidate) = (self.view, self.candidate);
        let is_bare = self.group().is_some_and(|group| group.first == group.last);
        let next = view.class(candidate.last + 1);
        let may_be = !candidate.is_noun
            && is_bare
            && candidate.first == candidate.last
            && matches!(
                next,
                Some(WordClass::Noun | WordClass::Adjective | WordClass::Name)
            )
            && matches!(
                view.class(candidate.first),
                Some(WordClass::Verb { form, .. })
                    if matches!(form, Form::Ing | Form::Participle | Form::PastOrParticiple)
            );
        let is_modifier = || {
            view.syntax()
                .is_some_and(|s| s.is_modifier(candidate.first))
        };
        may_be && is_modifier()
    }

    /// `called the plan a mistake`: only a word for it.
    fn is_naming(&self) -> bool {
        let (grammar, candidate) = (Grammar::get(), self.candidate);
        let next = self.view.word(candidate.last + 1);
        !candidate.is_noun
            && candidate.first == candidate.last
            && grammar.naming.contains(&candidate.lemma)
            && !grammar.appealing.contains(next)
    }
}

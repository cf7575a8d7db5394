//! What the words right beside a word say of its class, where the model knows less.

use super::classes::{Auxiliary, View, WordClass};
use super::lemma::{Form, Reading, verb_readings};
use super::lexicon::Words;

impl View<'_> {
    /// The class that the verb words before ask for: after a modal or `to` stands a base form, and what
    /// treebanks call an adjective in `is set to` or `was closed` is a participle.
    pub(super) fn among_verbs(&self, class: WordClass) -> WordClass {
        let wanted: &[Form] = match (self.previous(), &class) {
            (
                Some(WordClass::Modal | WordClass::To),
                WordClass::Noun | WordClass::Name | WordClass::Adjective,
            ) => &[Form::Base],
            (Some(WordClass::Auxiliary(Auxiliary::Be)), WordClass::Adjective) => {
                &[Form::Participle, Form::PastOrParticiple]
            }
            _ => return class,
        };
        let readings = verb_readings(self.word());
        let fitting = readings
            .iter()
            .find(|reading| wanted.contains(&reading.form));
        fitting.map_or(class, |Reading { lemma, form }| WordClass::Verb {
            lemma: lemma.clone(),
            form: *form,
        })
    }

    /// `denied that it had …`: before a subject `that` opens a clause, whatever the model says.
    pub(super) fn before_subject(&self, class: WordClass) -> WordClass {
        let is_that = self.word() == "that" && class == WordClass::Determiner;
        if is_that && Words::get().subject_pronouns.contains(self.word_at(1)) {
            WordClass::SubjectPronoun
        } else {
            class
        }
    }

    /// `Ajax beat PSV`: right behind its subject a form that is also past tells the past, for news does so more
    /// often than the present.
    pub(super) fn after_subject(&self, class: WordClass) -> WordClass {
        let is_after_noun = matches!(
            self.before.last(),
            Some(WordClass::Noun | WordClass::Name | WordClass::SubjectPronoun)
        );
        match class {
            WordClass::Verb {
                lemma,
                form: Form::Base,
            } if is_after_noun => {
                let readings = verb_readings(self.word());
                let is_past =
                    |reading: &Reading| reading.form == Form::Past && reading.lemma == lemma;
                let form = if readings.iter().any(is_past) {
                    Form::Past
                } else {
                    Form::Base
                };
                WordClass::Verb { lemma, form }
            }
            class => class,
        }
    }

    /// `a 3-1 win`: what an article opens and a number counts is no verb with a tense.
    pub(super) fn after_article(&self, class: WordClass) -> WordClass {
        let is_present = matches!(
            class,
            WordClass::Verb {
                form: Form::Base | Form::Third,
                ..
            }
        );
        let is_counted = self.before.last() == Some(&WordClass::Number);
        let is_number = |at: &usize| {
            matches!(
                self.before.get(*at),
                Some(WordClass::Number | WordClass::Hyphen)
            )
        };
        let opener = (0..self.before.len()).rev().find(|at| !is_number(at));
        let opener = opener.and_then(|at| self.words.get(at));
        let has_article = opener.is_some_and(|word| matches!(word.as_str(), "a" | "an"));
        if is_present && is_counted && has_article {
            WordClass::Noun
        } else {
            class
        }
    }
}

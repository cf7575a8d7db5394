//! The guess at open word classes: noun, name or verb, by what stands around the word.

use std::borrow::Cow;

use super::TokenShape;
use super::classes::{Auxiliary, View, WordClass};
use super::lemma::{Form, verb_readings};
use super::lexicon::{Verbs, Words};

impl View<'_> {
    pub(super) fn open(&self, shape: TokenShape) -> WordClass {
        let readings = if self.is_in_compound() {
            Cow::default()
        } else {
            verb_readings(self.word())
        };
        let is_also_past = readings
            .iter()
            .any(|r| matches!(r.form, Form::Past | Form::PastOrParticiple));
        // `hit`, `cut`: news tells the past more often than the present.
        let fitting = readings.iter().filter(|reading| {
            self.fits(reading.form) && !(is_also_past && self.is_open_to_past(reading.form))
        });
        let mut likely = fitting.chain(&*readings);
        let is_also_base = readings.iter().any(|r| r.form == Form::Base);
        if let Some(reading) = likely.find(|r| self.reads_as_verb(r.form, is_also_base)) {
            return WordClass::Verb {
                lemma: reading.lemma.clone(),
                form: reading.form,
            };
        }
        match shape {
            TokenShape::Capitalised | TokenShape::Upper if self.at > 0 => WordClass::Name,
            TokenShape::Capitalised if self.is_name_at_start() => WordClass::Name,
            _ => WordClass::Noun,
        }
    }

    /// The first word is a name if it is followed by one, or by a verb of speech or a possessive.
    fn is_name_at_start(&self) -> bool {
        matches!(
            self.next_shape(),
            Some(TokenShape::Capitalised | TokenShape::Upper)
        ) || ["'s", "’s"].contains(&self.word_at(1))
            || verb_readings(self.word_at(1))
                .iter()
                .any(|r| r.form != Form::Base)
    }

    /// Which of several readings the verb words before ask for.
    fn fits(&self, form: Form) -> bool {
        match self.previous() {
            Some(WordClass::Modal | WordClass::To | WordClass::Auxiliary(Auxiliary::Do)) => {
                form == Form::Base
            }
            Some(WordClass::Auxiliary(_)) => {
                matches!(form, Form::Participle | Form::PastOrParticiple | Form::Ing)
            }
            _ => true,
        }
    }

    fn is_open_to_past(&self, form: Form) -> bool {
        form == Form::Base
            && !matches!(
                self.previous(),
                Some(WordClass::Modal | WordClass::To | WordClass::Auxiliary(_))
            )
    }

    fn reads_as_verb(&self, form: Form, is_also_base: bool) -> bool {
        let is_mostly_noun = Verbs::get().is_mostly_noun(self.word());
        let is_past_form = matches!(form, Form::Participle | Form::PastOrParticiple);
        match self.previous() {
            Some(WordClass::Modal | WordClass::To | WordClass::Auxiliary(Auxiliary::Do)) => {
                form == Form::Base
            }
            Some(WordClass::Auxiliary(_)) => is_past_form || form == Form::Ing,
            Some(WordClass::SubjectPronoun) => {
                form != Form::Ing && !(is_mostly_noun && self.word_before_is("that"))
            }
            Some(WordClass::Determiner | WordClass::Adjective) => form == Form::Past,
            Some(WordClass::Number) => form != Form::Ing && (is_past_form || !is_mostly_noun),
            _ if form == Form::Ing => self.is_gerund(),
            Some(WordClass::Preposition) => false,
            _ if form == Form::Past => true,
            previous if is_past_form => {
                if is_also_base && is_mostly_noun {
                    self.is_before_object()
                } else {
                    !self.is_attribute(previous)
                }
            }
            previous => self.is_finite_present(previous, form, is_mostly_noun),
        }
    }

    fn word_before_is(&self, word: &str) -> bool {
        self.at
            .checked_sub(1)
            .and_then(|at| self.words.get(at))
            .is_some_and(|w| w == word)
    }

    /// `launching a rocket` against `the launching`, `a meeting`.
    fn is_gerund(&self) -> bool {
        if !Verbs::get().is_ing_noun(self.word()) {
            return !matches!(
                self.previous(),
                Some(WordClass::Determiner | WordClass::Adjective)
            );
        }
        let before_is_break = matches!(
            self.before.last(),
            None | Some(WordClass::Sign | WordClass::Coordinator | WordClass::Subordinator)
        );
        let is_after_comma = self.word_before_is(",");
        is_after_comma || before_is_break && self.is_before_object()
    }

    /// `the planned talks`: a past form right before a noun, with no subject of its own.
    fn is_attribute(&self, previous: Option<&WordClass>) -> bool {
        let at_break = matches!(
            previous,
            None | Some(WordClass::Sign | WordClass::Coordinator)
        );
        at_break
            && !self.is_before_object()
            && self.next_shape() == Some(TokenShape::Lower)
            && !self.next_is_function_word()
    }

    fn is_finite_present(
        &self,
        previous: Option<&WordClass>,
        form: Form,
        is_mostly_noun: bool,
    ) -> bool {
        match previous {
            Some(WordClass::Name) => {
                if form == Form::Base {
                    self.is_before_object() && !is_mostly_noun
                } else if is_mostly_noun {
                    self.is_before_strong_object()
                } else {
                    true
                }
            }
            Some(WordClass::Noun) => {
                let is_after_plural = self
                    .at
                    .checked_sub(1)
                    .and_then(|at| self.words.get(at))
                    .is_some_and(|word| word.ends_with('s') && !word.ends_with("ss"));
                match form {
                    Form::Base => {
                        is_after_plural && (!is_mostly_noun || self.is_before_strong_object())
                    }
                    _ => {
                        !is_after_plural && (!is_mostly_noun || self.is_before_strong_object())
                    }
                }
            }
            Some(WordClass::Coordinator | WordClass::Sign | WordClass::Verb { .. }) | None => {
                !is_mostly_noun && form == Form::Third && self.is_before_object()
                    || form == Form::Base
                        && !is_mostly_noun
                        && self.is_after_infinitive()
                        && self.is_before_object()
            }
            Some(WordClass::Subordinator | WordClass::Pronoun) => {
                !is_mostly_noun && form == Form::Third
            }
            _ => false,
        }
    }

    /// `to meet … and sign`: a base form joined to an infinitive.
    fn is_after_infinitive(&self) -> bool {
        self.before
            .iter()
            .rev()
            .take(12)
            .any(|class| matches!(class, WordClass::To | WordClass::Modal))
    }

    fn is_before_object(&self) -> bool {
        self.is_before_strong_object()
            || self.next_is_function_word()
            || self.next_shape() == Some(TokenShape::Number)
    }

    fn next_is_function_word(&self) -> bool {
        let (words, next) = (Words::get(), self.word_at(1));
        [
            &words.prepositions,
            &words.pronouns,
            &words.adverbs,
            &words.subordinators,
        ]
        .iter()
        .any(|list| list.contains(next))
            || next == "to"
    }

    /// A determiner, a name or a pronoun follows at once.
    fn is_before_strong_object(&self) -> bool {
        let (words, next) = (Words::get(), self.word_at(1));
        words.determiners.contains(next) && next != "'s" && next != "’s"
            || words.pronouns.contains(next)
            || matches!(
                self.next_shape(),
                Some(TokenShape::Capitalised | TokenShape::Upper)
            ) && !self.is_heading_like()
    }
}

//! Mends the classes of a sentence where the words around leave no doubt.

use super::Sentence;
use super::classes::{Auxiliary, WordClass};
use super::lemma::Form;
use super::lexicon::Verbs;

/// Whether a verb of this class has a tense.
pub(super) fn is_finite(class: &WordClass) -> bool {
    match class {
        WordClass::Modal | WordClass::Auxiliary(_) => true,
        WordClass::Verb { form, .. } => matches!(form, Form::Base | Form::Third | Form::Past),
        _ => false,
    }
}

/// `Floods hit the valley`: what opens a phrase and stands right before a finite verb is its subject.
pub(super) fn without_double_verbs(classes: &mut [WordClass]) {
    for at in 0..classes.len().saturating_sub(1) {
        let is_present = matches!(
            classes.get(at),
            Some(WordClass::Verb {
                form: Form::Base | Form::Third,
                ..
            })
        );
        let opens = matches!(
            at.checked_sub(1).and_then(|before| classes.get(before)),
            None | Some(
                WordClass::Sign
                    | WordClass::Determiner
                    | WordClass::Adjective
                    | WordClass::Number
            )
        );
        let is_subject = classes.get(at + 1).is_some_and(is_finite);
        if let Some(class) = classes
            .get_mut(at)
            .filter(|_| is_present && opens && is_subject)
        {
            *class = WordClass::Noun;
        }
    }
}

/// `the planned talks`: a participle between a determiner and its noun is an adjective.
pub(super) fn without_attributes(classes: &mut [WordClass]) {
    for at in 1..classes.len().saturating_sub(1) {
        let is_participle = matches!(
            classes.get(at),
            Some(WordClass::Verb {
                form: Form::Participle | Form::Ing,
                ..
            })
        );
        let opens = matches!(
            classes.get(at - 1),
            Some(WordClass::Determiner | WordClass::Adjective | WordClass::Number)
        );
        let is_before_noun = matches!(
            classes.get(at + 1),
            Some(WordClass::Noun | WordClass::Adjective | WordClass::Name)
        );
        if is_participle
            && opens
            && is_before_noun
            && let Some(class) = classes.get_mut(at)
        {
            *class = WordClass::Adjective;
        }
    }
}

/// `amid rising violence`, `skyrocketing populations`: what only changes by itself has no object, so it describes the
/// noun behind it.
pub(super) fn without_changes(classes: &mut [WordClass]) {
    for at in 0..classes.len().saturating_sub(1) {
        let is_change = matches!(
            classes.get(at),
            Some(WordClass::Verb { form: Form::Ing, lemma }) if Verbs::get().is_change(lemma)
        );
        let is_told = matches!(
            at.checked_sub(1).and_then(|before| classes.get(before)),
            Some(WordClass::Auxiliary(_) | WordClass::Adverb | WordClass::Negation)
        );
        let is_before_noun = matches!(
            classes.get(at + 1),
            Some(WordClass::Noun | WordClass::Adjective)
        );
        let class = classes.get_mut(at);
        if let Some(class) = class.filter(|_| is_change && !is_told && is_before_noun) {
            *class = WordClass::Adjective;
        }
    }
}

/// `Three people are dead`, and in a heading `Two climbers missing on K2`: what became of them is told as by a
/// participle.
pub(super) fn with_outcomes(classes: &mut [WordClass], sentence: &Sentence, text: &str) {
    let mut is_told = !sentence.is_heading;
    for (at, token) in sentence.tokens.iter().enumerate() {
        let verb = Verbs::get().outcome(token.span.of(text));
        if let Some(lemma) = verb.filter(|_| is_outcome_of_subject(classes, at, is_told))
            && let Some(class) = classes.get_mut(at)
        {
            *class = WordClass::Verb {
                lemma: lemma.to_owned(),
                form: Form::Participle,
            };
            // `six are dead and dozens missing`
            is_told = false;
        } else {
            let class = classes.get(at);
            is_told |= matches!(
                class,
                Some(WordClass::Verb { .. } | WordClass::Auxiliary(_))
            );
        }
    }
}

/// Whether the word at `at` stands behind `is`, or behind a subject without a verb, and describes no noun.
fn is_outcome_of_subject(classes: &[WordClass], at: usize, is_told: bool) -> bool {
    let skipped = |class: &&WordClass| matches!(class, WordClass::Adverb | WordClass::Negation);
    let mut before = classes.get(..at).unwrap_or_default().iter().rev();
    let is_of_subject = match before.find(|class| !skipped(class)) {
        Some(WordClass::Auxiliary(Auxiliary::Be)) => true,
        Some(WordClass::Number | WordClass::Noun | WordClass::Name) => !is_told,
        _ => false,
    };
    let describes = matches!(
        classes.get(at + 1),
        Some(WordClass::Noun | WordClass::Name | WordClass::Adjective | WordClass::Hyphen)
    );
    is_of_subject && !describes
}

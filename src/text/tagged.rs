//! Word classes by the grammar model, in the terms that verb groups and clauses are read in.

use super::classes::{Auxiliary, WordClass};
use super::grammar::{self, Upos, Word};
use super::lemma::{Form, Reading, verb_readings};
use super::lexicon::{Verbs, Words};
use super::{Sentence, Token, TokenShape};

/// Of `words`, those of the sentence's forms, each token's; `None` where a form is not one token.
pub(super) fn tagged<'w>(sentence: &Sentence, words: &'w [Word]) -> Vec<Option<&'w Word>> {
    let mut found = vec![None; sentence.tokens.len()];
    for (form, word) in sentence.forms.iter().zip(words) {
        let is_whole = |token: &&mut Option<&Word>| token.is_none() && form.first == form.last;
        if let Some(token) = found.get_mut(form.first).filter(is_whole) {
            *token = Some(word);
        }
    }
    found
}

/// The class of a token that the model calls `word`; `None` where the lists know better.
pub(super) fn class_of(token: Token, text: &str, word: &Word) -> Option<WordClass> {
    if matches!(
        token.shape,
        TokenShape::Sign | TokenShape::Number | TokenShape::Mixed
    ) {
        return None;
    }
    let form = token.span.of(text).to_lowercase();
    let form = form.as_str();
    let (verbs, words) = (Verbs::get(), Words::get());
    if verbs.negations.contains(form) {
        return Some(WordClass::Negation);
    }
    let is_subordinator = words.subordinators.contains(form);
    match word.upos {
        // `trapped since Monday following a blast`
        Upos::Verb if word.xpos == "VBG" && words.prepositions.contains(form) => {
            Some(WordClass::Preposition)
        }
        Upos::Verb | Upos::Aux => verb(form, word),
        Upos::Part if form == "to" => Some(WordClass::To),
        // Whether a clause follows `before` is for the clauses to find.
        Upos::Adp | Upos::Adv if is_subordinator => Some(WordClass::Subordinator),
        Upos::Adp => Some(WordClass::Preposition),
        Upos::Det | Upos::Part => Some(WordClass::Determiner),
        Upos::Cconj => Some(WordClass::Coordinator),
        Upos::Sconj | Upos::Pron if ["that", "which", "who"].contains(&form) => {
            Some(WordClass::SubjectPronoun)
        }
        Upos::Sconj => Some(WordClass::Subordinator),
        Upos::Adv => Some(WordClass::Adverb),
        Upos::Pron if word.xpos.ends_with('$') => Some(WordClass::Determiner),
        Upos::Pron if words.subject_pronouns.contains(form) => Some(WordClass::SubjectPronoun),
        Upos::Pron => Some(WordClass::Pronoun),
        Upos::Num => Some(WordClass::Number),
        Upos::Propn => Some(WordClass::Name),
        Upos::Noun => Some(WordClass::Noun),
        // `at least 12 people`
        Upos::Adj if form == "least" || words.adverbs.contains(form) => Some(WordClass::Adverb),
        Upos::Adj => Some(WordClass::Adjective),
        Upos::Intj | Upos::Punct | Upos::Sym | Upos::X => None,
    }
}

fn verb(form: &str, word: &Word) -> Option<WordClass> {
    let verbs = Verbs::get();
    if word.xpos == "MD" {
        return Some(WordClass::Modal);
    }
    let auxiliary = match &*word.lemma {
        "be" => Some(Auxiliary::Be),
        "have" => Some(Auxiliary::Have),
        "do" => Some(Auxiliary::Do),
        _ => None,
    };
    if let Some(auxiliary) = auxiliary {
        return Some(WordClass::Auxiliary(auxiliary));
    }
    if verbs.modals.contains(form) {
        return Some(WordClass::Modal);
    }
    let readings = verb_readings(form);
    let is_also_past = || readings.iter().any(|reading| reading.form == Form::Past);
    let found = match word.xpos {
        // `hit`, `beat`: news tells the past more often than the present.
        "VBP" if is_also_past() => Form::Past,
        "VB" | "VBP" => Form::Base,
        "VBZ" => Form::Third,
        "VBD" => Form::Past,
        "VBN" => Form::Participle,
        "VBG" => Form::Ing,
        _ => return None,
    };
    let fits = |known: Form| {
        known == found
            || known == Form::PastOrParticiple && matches!(found, Form::Past | Form::Participle)
    };
    // A form that the word cannot be gives way to one that it is.
    match readings.iter().find(|reading| fits(reading.form)) {
        Some(reading) => Some(WordClass::Verb {
            lemma: known_lemma(&reading.lemma, word),
            form: found,
        }),
        None => Some(match readings.first() {
            Some(Reading { lemma, form }) => WordClass::Verb {
                lemma: known_lemma(lemma, word),
                form: *form,
            },
            // `was unaffected`
            None if form.starts_with("un")
                && matches!(found, Form::Past | Form::Participle) =>
            {
                WordClass::Adjective
            }
            None => WordClass::Verb {
                lemma: word.lemma.to_lowercase(),
                form: found,
            },
        }),
    }
}

/// The base form of a verb that the lists know; of another that of the model (`divulge`, not `divulg`).
fn known_lemma(listed: &str, word: &Word) -> String {
    let of_model = word.lemma.to_lowercase();
    let lexicon = grammar::lexicon::Lexicon::get();
    let is_better = !lexicon.knows(listed) && lexicon.knows(&of_model);
    if is_better {
        of_model
    } else {
        listed.to_owned()
    }
}

//! Base forms of words that the training texts never showed: a dictionary decides between the ways to
//! undo an ending.

use super::super::lemma::verb_readings;
use super::lemma::Lemmas;
use super::lexicon::{Known, Lexicon};
use super::look::Look;
use super::model::Tag;
use super::names::{is_known_name, is_people};

/// A word whose base form is wanted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    pub form: &'a str,
    /// The number of its class.
    pub number: u16,
    pub class: Tag,
    /// It opens the sentence, where every word has a capital.
    pub is_first: bool,
}

/// The base form: as learnt of the whole word, else as its ending and the dictionary have it.
pub(super) fn base_form(lemmas: &Lemmas, asked: Asked<'_>) -> String {
    let learnt = lemmas.lemma(asked.form, asked.number);
    if lemmas.knows(asked.form, asked.number) {
        return learnt;
    }
    let better = match asked.class.xpos {
        "VBD" | "VBN" | "VBG" | "VBZ" => verb(asked.form, &learnt),
        "NNS" => noun(asked.form, &learnt),
        "CD" => plain_number(asked.form),
        "JJ" => nationality(asked),
        "JJR" => steps(asked.form, &learnt, "er"),
        "JJS" => steps(asked.form, &learnt, "est"),
        "NNP" => capital(asked.form).filter(|name| is_known_name(name)),
        _ => None,
    };
    better.unwrap_or(learnt)
}

fn is_known(word: &str, form: Known) -> bool {
    let look = Look::of(word, &mut Vec::new());
    Lexicon::get().forms(look.lower) & form as u16 != 0
}

/// `sunk` → `sink`, `provoked` → `provoke`, `smelled` → `smell`.
fn verb(form: &str, learnt: &str) -> Option<String> {
    let word = form.to_lowercase();
    let is_irregular = !["ed", "ing", "s"].iter().any(|end| word.ends_with(end));
    if is_irregular {
        let readings = verb_readings(&word);
        return readings.first().map(|reading| reading.lemma.clone());
    }
    if is_known(learnt, Known::Verb) {
        return None;
    }
    let stem = ["ing", "ed", "es", "s"]
        .iter()
        .find_map(|end| word.strip_suffix(end))?;
    let mut stems = whole_of(stem);
    let is_verb = |verb: &String| is_known(verb, Known::Verb);
    // `fled`
    let as_listed = || Some(verb_readings(&word).first()?.lemma.clone());
    stems.find(is_verb).or_else(|| as_listed().filter(is_verb))
}

/// `ruder` → `rude`, `GREATEST` → `great`
fn steps(form: &str, learnt: &str, end: &str) -> Option<String> {
    if is_known(learnt, Known::Adjective) {
        return None;
    }
    let word = form.to_lowercase();
    let stem = word.strip_suffix(end)?;
    let mut all = whole_of(stem);
    all.find(|word| is_known(word, Known::Adjective))
}

/// What a word may have been before it got an ending: `provok` → `provoke`, `carri` → `carry`, `bigg` → `big`.
fn whole_of(stem: &str) -> impl Iterator<Item = String> {
    let with_e = format!("{stem}e");
    let with_y = stem.strip_suffix('i').map(|root| format!("{root}y"));
    let single = single_end(stem).map(str::to_owned);
    let all = [Some(stem.to_owned()), Some(with_e), with_y, single];
    all.into_iter().flatten()
}

/// A stem whose last letter was doubled before the ending, with one of both.
fn single_end(stem: &str) -> Option<&str> {
    let last = stem.chars().last()?;
    let short = stem.strip_suffix(last)?;
    short.ends_with(last).then_some(short)
}

/// A word in small letters with a capital: `kerala` → `Kerala`.
fn capital(form: &str) -> Option<String> {
    let first = form.chars().next().filter(char::is_ascii_lowercase)?;
    Some(format!("{}{}", first.to_ascii_uppercase(), form.get(1..)?))
}

/// `buses` → `bus`, `horsemen` → `horseman`.
fn noun(form: &str, learnt: &str) -> Option<String> {
    let word = form.to_lowercase();
    let is_done = is_known(learnt, Known::Noun) || learnt == word && !word.ends_with("men");
    if is_done {
        return None;
    }
    let ends = [("s", ""), ("es", ""), ("ies", "y"), ("men", "man")];
    ends.iter()
        .filter_map(|(end, instead)| Some(format!("{}{instead}", word.strip_suffix(end)?)))
        .find(|noun| is_known(noun, Known::Noun))
}

/// `1,100` → `1100`
fn plain_number(form: &str) -> Option<String> {
    let mut groups = form.split(',');
    let first = groups.next()?;
    let is_digits =
        |group: &str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let has_commas = form.contains(',')
        && is_digits(first)
        && groups.all(|group| group.len() == 3 && is_digits(group));
    has_commas.then(|| form.replace(',', ""))
}

/// `Dutch`, `Peruvian` keep their capital: no dictionary has them small. `scottish` gets one.
fn nationality(asked: Asked<'_>) -> Option<String> {
    if let Some(people) = capital(asked.form) {
        return Some(people).filter(|name| is_people(name));
    }
    let mut letters = asked.form.chars();
    let is_name = letters.next().is_some_and(char::is_uppercase)
        && letters.all(char::is_lowercase)
        && !asked.is_first
        && Lexicon::get().forms(Look::of(asked.form, &mut Vec::new()).lower) == 0;
    is_name.then(|| asked.form.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::Upos;
    use super::*;

    #[test]
    fn the_dictionary_decides_what_the_ending_leaves_open() {
        let check = |form: &str, xpos: &'static str, expected: &str| {
            let upos = Upos::X;
            let asked = Asked {
                form,
                number: 0,
                class: Tag { upos, xpos },
                is_first: false,
            };
            assert_eq!(base_form(&Lemmas::default(), asked), expected, "{form}");
        };
        check("provoked", "VBN", "provoke");
        check("smelled", "VBD", "smell");
        check("Interfering", "VBG", "interfere");
        check("sunk", "VBN", "sink");
        check("fled", "VBD", "flee");
        check("ruder", "JJR", "rude");
        check("BUSIEST", "JJS", "busy");
        check("horsemen", "NNS", "horseman");
        check("brazil", "NNP", "Brazil");
        check("Brazil", "NNP", "Brazil");
        check("scottish", "JJ", "Scottish");
        check("nice", "JJ", "nice");
        check("1,100,000", "CD", "1100000");
        check("3,40", "CD", "3,40");
        check("Peruvian", "JJ", "Peruvian");
        check("regards", "NNS", "regards");
        check("", "VBD", "");
    }
}

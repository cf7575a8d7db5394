//! What the trained model knows of names beyond the lists: where a name ends, whom a bare last name
//! at the start of a sentence means, what an unknown name names.

use std::collections::BTreeSet;

use super::Document;
use super::gazetteer::{Gazetteer, is_organisation_word};
use super::grammar::lexicon::Lexicon;
use super::grammar::{self, TextGrammar};
use super::lexicon::Words;
use super::names::in_one_line;
use crate::model::{Name, NameClass, Span};

/// `found` (the names of the body's sentences by the lists), mended by the model: wholes instead of
/// parts (`Interior Department`), names that the lists took for words (`Lyons`), a class for what had none.
pub(super) fn mended(found: Vec<Name>, text: &str, document: &Document) -> Vec<Name> {
    let learned = learned(text, document);
    let lasts = last_names(&found, &learned);
    // `the Week` on its own is hardly the name of an event.
    let known = learned
        .iter()
        .filter(|new| new.class != grammar::NameClass::Event);
    let known: BTreeSet<&str> = known.map(|new| new.name.span.of(text)).collect();
    let found: Vec<Name> = found
        .into_iter()
        .filter(|name| known.contains(name.span.of(text)) || !is_plain_word(name, text))
        .collect();
    let mut names = Vec::with_capacity(found.len());
    let mut learned = learned.into_iter().peekable();
    let mut found = found.into_iter().peekable();
    while let Some(name) = found.next() {
        while let Some(new) = learned.next_if(|new| new.name.span.end <= name.span.start) {
            names.extend(new.alone(text, &lasts).filter(|new| is_free(&names, new)));
        }
        let Some(other) = learned.next_if(|new| new.name.span.overlaps(name.span)) else {
            names.push(name);
            continue;
        };
        let mut parts = vec![name];
        while let Some(part) = found.next_if(|part| part.span.overlaps(other.name.span)) {
            parts.push(part);
        }
        names.extend(other.settled_with(parts, text));
    }
    for new in learned {
        names.extend(new.alone(text, &lasts).filter(|new| is_free(&names, new)));
    }
    names
}

/// Whether `new` begins after the last of `names`: a list's name can hold two of the model's.
fn is_free(names: &[Name], new: &Name) -> bool {
    names
        .last()
        .is_none_or(|last| last.span.end <= new.span.start)
}

/// A name by the model.
struct Learned {
    name: Name,
    /// What the model calls it.
    class: grammar::NameClass,
    /// What it opens: the sentence.
    is_first: bool,
    follows_the: bool,
    /// A preposition or comma, as before places.
    follows_place_word: bool,
}

/// The names of the body's sentences by the model.
fn learned(text: &str, document: &Document) -> Vec<Learned> {
    let sentences = &document.sentences;
    let names = TextGrammar::new(text, sentences).into_names();
    let body = sentences
        .iter()
        .zip(names)
        .filter(|(sentence, names)| !sentence.is_heading && !names.is_empty());
    body.flat_map(|(sentence, names)| {
        of_sentence(&grammar::forms_of(text, sentence), &names, text)
    })
    .collect()
}

fn of_sentence(forms: &[grammar::Form], names: &[grammar::Name], text: &str) -> Vec<Learned> {
    let found = names.iter().filter_map(|name| {
        let first = forms.get(name.tokens.start)?;
        let last = forms.get(name.tokens.end.checked_sub(1)?)?;
        let span = Span::new(first.span.start, last.span.end);
        let before = name
            .tokens
            .start
            .checked_sub(1)
            .and_then(|at| forms.get(at));
        let class = match name.class {
            grammar::NameClass::Person => NameClass::Person,
            grammar::NameClass::Organisation => NameClass::Organisation,
            grammar::NameClass::Place => NameClass::Place,
            grammar::NameClass::Event | grammar::NameClass::Product => NameClass::Unknown,
            grammar::NameClass::Nationality => return None,
        };
        let full = in_one_line(span.of(text));
        Some(Learned {
            name: Name { full, span, class },
            class: name.class,
            is_first: before.is_none(),
            follows_the: before.is_some_and(|before| before.span.of(text) == "the"),
            follows_place_word: before.is_some_and(|before| {
                let word = before.span.of(text);
                word == "," || Words::get().prepositions.contains(word)
            }),
        })
    });
    found.collect()
}

/// Whether the capital of a name that only the lists found may be none of a name: `the Web`, not `Luna-25`.
fn is_plain_word(name: &Name, text: &str) -> bool {
    let words = name.span.of(text);
    if words.contains(char::is_whitespace) || name.full != words {
        return false;
    }
    let rest = text.get(name.span.end..).unwrap_or("");
    let has_number = rest
        .strip_prefix('-')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    name.class == NameClass::Unknown && !has_number && Lexicon::get().knows(words)
}

/// The last words of the persons named in full.
fn last_names(found: &[Name], learned: &[Learned]) -> BTreeSet<String> {
    let names = found
        .iter()
        .chain(learned.iter().map(|learned| &learned.name));
    names
        .filter(|name| name.class == NameClass::Person)
        .filter_map(|name| Some(name.full.rsplit_once(' ')?.1.to_owned()))
        .collect()
}

impl Learned {
    /// As a name where the lists found none.
    fn alone(self, text: &str, last_names: &BTreeSet<String>) -> Option<Name> {
        let cues = &Gazetteer::get().cues;
        let name = self.without_title(text)?;
        let words: Vec<String> = name.full.split(' ').map(str::to_lowercase).collect();
        let is_word = |word: &String| {
            cues.no_names.contains(word)
                || cues.titles.contains(word)
                || is_organisation_word(word)
        };
        let is_named = name
            .full
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase));
        if !is_named || words.iter().all(is_word) {
            return None;
        }
        if 1 < words.len() || last_names.contains(&name.full) {
            return Some(name);
        }
        let is_plural = name.full.ends_with('s');
        match name.class {
            NameClass::Person if is_plural && self.follows_the => Some(Name {
                class: NameClass::Organisation,
                ..name
            }),
            NameClass::Person => (!self.is_first && !self.follows_the).then_some(name),
            NameClass::Organisation | NameClass::Place => Some(name),
            _ => None,
        }
    }

    /// The name after the titles before it: `President Maria Araujo`.
    fn without_title(&self, text: &str) -> Option<Name> {
        let cues = &Gazetteer::get().cues;
        let mut start = self.name.span.start;
        let words = self.name.span.of(text);
        for word in words.split_inclusive(char::is_whitespace) {
            if self.name.class != NameClass::Person
                || !cues.titles.contains(&word.trim_end().to_lowercase())
            {
                break;
            }
            start += word.len();
        }
        let span = Span::new(start, self.name.span.end);
        let full = in_one_line(span.of(text));
        (!full.is_empty()).then_some(Name {
            full,
            span,
            class: self.name.class,
        })
    }

    /// One name or several where both found some.
    fn settled_with(self, mut parts: Vec<Name>, text: &str) -> Vec<Name> {
        let own = self.name;
        if own.class == NameClass::Unknown {
            return parts;
        }
        if let [only] = parts.as_mut_slice()
            && only.class == NameClass::Unknown
            && (only.span == own.span || own.class == NameClass::Person)
        {
            if own.class != NameClass::Place || self.follows_place_word {
                only.class = own.class;
            }
            return parts;
        }
        if is_whole(&own, &parts, text) {
            return vec![Name {
                class: class_of_whole(&own, &parts),
                ..own
            }];
        }
        parts
    }
}

/// Whether `own` is the name that `parts` are of: `Fish` and `Wildlife Service`, not a town and its
/// state, nor `Peruvian` and `Navy`, which say who acts.
fn is_whole(own: &Name, parts: &[Name], text: &str) -> bool {
    let words = own.span.of(text);
    let is_body = matches!(own.class, NameClass::Organisation | NameClass::Place);
    let holds = parts.iter().all(|part| {
        own.span.start <= part.span.start
            && part.span.end <= own.span.end
            && part.class != NameClass::Person
    });
    let is_longer = parts.iter().all(|part| part.span != own.span);
    let first_is_country = parts.first().is_some_and(|part| {
        part.class == NameClass::Country && part.span.start == own.span.start
    });
    let n_words = words.split_whitespace().count();
    is_body
        && holds
        && is_longer
        && (2..=8).contains(&n_words)
        && words.starts_with(char::is_uppercase)
        && !words.contains([',', '\n', '(', '"'])
        && !(first_is_country && n_words < 3)
}

/// The last word may say more than the model.
fn class_of_whole(own: &Name, parts: &[Name]) -> NameClass {
    let last = own.full.rsplit(' ').next().unwrap_or("").to_lowercase();
    let ends_in_body = parts.last().is_some_and(|part| {
        part.class == NameClass::Organisation && part.span.end == own.span.end
    });
    if ends_in_body || is_organisation_word(&last) {
        NameClass::Organisation
    } else {
        own.class
    }
}

#[cfg(test)]
mod tests {
    use crate::model::NameClass::{Organisation, Person, Place};
    use crate::text::names::tests::check;

    #[test]
    fn bodies_are_named_whole() {
        check(
            "The Ministry of Defence signed a contract with the Department of Homeland Security.",
            &[
                ("Ministry of Defence", Organisation),
                ("Department of Homeland Security", Organisation),
            ],
        );
        check(
            "She was taken to St. Mary's Hospital in Leeds. The hospital said no more.",
            &[("St. Mary's Hospital", Organisation), ("Leeds", Place)],
        );
    }

    #[test]
    fn a_last_name_that_looks_like_a_plural_opens_a_sentence() {
        check(
            "Police in Leeds arrested Carla Reeves on Friday. Reeves denied everything.",
            &[
                ("Leeds", Place),
                ("Carla Reeves", Person),
                ("Carla Reeves", Person),
            ],
        );
    }

    #[test]
    fn words_with_a_capital_are_no_names() {
        check("The page of the Week was taken down on Monday.", &[]);
    }
}

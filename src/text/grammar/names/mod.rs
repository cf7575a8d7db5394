//! Names of persons, organisations, places, peoples, events and products in tagged sentences.

mod evidence;
pub mod features;
mod known;
pub mod labels;
pub mod model;
mod vote;

use std::ops::Range;

use super::Word;
use super::look::Look;
pub use evidence::Evidence;
use features::Seen;
pub(super) use known::is_known_name;
use model::NameModel;

/// A name in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its words, without article and possessive ending.
    pub tokens: Range<usize>,
    /// What it names.
    pub class: NameClass,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameClass {
    /// A person, also with title: `President Maria Araujo`.
    Person,
    /// A company, agency, party, team, armed group.
    Organisation,
    /// A country, city, region, sea, building.
    Place,
    /// A war, feast, contest, storm.
    Event,
    /// A product, vessel or craft.
    Product,
    /// A people or nationality: `Peruvian`, `Kurds`.
    Nationality,
}

impl NameClass {
    /// All classes with their names, in order. The first five are those that the model tells apart.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Person, "person"),
        (Self::Organisation, "organisation"),
        (Self::Place, "place"),
        (Self::Event, "event"),
        (Self::Product, "product"),
        (Self::Nationality, "nationality"),
    ];

    /// The name in small letters.
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find_map(|(class, name)| (*class == self).then_some(*name))
            .unwrap_or("")
    }
}

/// A sentence whose words have their classes.
#[derive(Clone, Copy, Debug)]
pub struct Tagged<'a> {
    /// The words as written.
    pub forms: &'a [&'a str],
    /// What [`super::tag`] says of them.
    pub words: &'a [Word],
}

/// The names of one sentence, in order and disjoint.
pub fn names(forms: &[&str], words: &[Word]) -> Vec<Name> {
    let found = names_of_text(&[Tagged { forms, words }]);
    found.into_iter().next().unwrap_or_default()
}

/// The names of each sentence of a text. Sentences help one another: a name that one of them makes
/// plain is understood in all.
pub fn names_of_text(sentences: &[Tagged<'_>]) -> Vec<Vec<Name>> {
    names_by(NameModel::get(), sentences)
}

/// Whether `word` alone names a people or is the adjective of one.
pub fn is_people(word: &str) -> bool {
    known::Known::get().is_people(word)
}

/// What common knowledge says of a word that looks so.
pub(super) fn known_flags(look: &Look) -> u32 {
    known::Known::get().of_word(look)
}

/// As [`names_of_text`], by a model of one's own.
pub fn names_by(model: &NameModel, sentences: &[Tagged<'_>]) -> Vec<Vec<Name>> {
    let seen: Vec<Vec<Seen>> = sentences.iter().map(features::see).collect();
    let evidence = Evidence::of(&seen);
    let guesses: Vec<Vec<model::Guess>> = seen
        .iter()
        .map(|sentence| model.guess(sentence, &evidence))
        .collect();
    let spans = vote::settle(&seen, &guesses);
    seen.iter()
        .zip(spans)
        .map(|(sentence, spans)| with_peoples(sentence, &spans))
        .collect()
}

/// Names from labelled spans, and the words for peoples, which no context has to prove.
fn with_peoples(sentence: &[Seen], spans: &[labels::Labelled]) -> Vec<Name> {
    let is_people = |at: usize| {
        sentence
            .get(at)
            .is_some_and(|seen| seen.known & known::PEOPLE != 0)
    };
    let mut names: Vec<Name> = spans
        .iter()
        .map(|span| Name {
            tokens: span.first..span.last + 1,
            class: match span.class {
                0 | 1 if span.first == span.last && is_people(span.first) => {
                    NameClass::Nationality
                }
                class => NameClass::ALL
                    .get(class)
                    .map_or(NameClass::Product, |(class, _)| *class),
            },
        })
        .collect();
    let is_free = |at: usize| {
        !spans
            .iter()
            .any(|span| (span.first..=span.last).contains(&at))
    };
    let peoples = (0..sentence.len()).filter(|at| is_people(*at) && is_free(*at));
    names.extend(peoples.map(|at| Name {
        tokens: at..at + 1,
        class: NameClass::Nationality,
    }));
    names.sort_by_key(|name| name.tokens.start);
    names
}

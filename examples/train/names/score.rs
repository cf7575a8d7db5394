//! Scores names: same words and same class count as right.

use std::fmt;

use dateline::text::grammar::Tagged;
use dateline::text::grammar::names::model::NameModel;
use dateline::text::grammar::names::{Name, NameClass, names_by};

use super::gold::{Document, Sentence};

/// Names annotated, names found, names right.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Count {
    pub gold: usize,
    pub found: usize,
    pub right: usize,
}

/// Counts by class, for all, and for all without regard to class.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub classes: [Count; 6],
    pub all: Count,
    pub untyped: Count,
}

/// Compares the names that `model` finds with the annotated ones.
pub(crate) fn score(model: &NameModel, documents: &[Document]) -> Report {
    let mut report = Report::default();
    for document in documents {
        let forms: Vec<Vec<&str>> = document
            .sentences
            .iter()
            .map(|sentence| sentence.forms.iter().map(String::as_str).collect())
            .collect();
        let tagged: Vec<Tagged<'_>> = document
            .sentences
            .iter()
            .zip(&forms)
            .map(|(sentence, forms)| Tagged {
                forms,
                words: &sentence.words,
            })
            .collect();
        let found = names_by(model, &tagged);
        for (sentence, found) in document.sentences.iter().zip(found) {
            report.add(&gold(sentence), &headed_by_name(sentence, found));
        }
    }
    report
}

/// The annotation calls peoples persons or bodies: their class is that of the word list.
fn gold(sentence: &Sentence) -> Vec<Name> {
    let names = sentence.names.iter().map(|span| {
        let tokens = span.first..span.last + 1;
        let is_people = tokens.len() == 1
            && span.class < 2
            && dateline::text::grammar::names::is_people(&sentence.forms[span.first]);
        let class = if is_people {
            NameClass::Nationality
        } else {
            NameClass::ALL[span.class].0
        };
        Name { tokens, class }
    });
    names.collect()
}

/// Adjectives of peoples are not annotated as names, and are left out.
fn headed_by_name(sentence: &Sentence, found: Vec<Name>) -> Vec<Name> {
    let is_annotated = |name: &Name| {
        name.class != NameClass::Nationality || sentence.is_proper[name.tokens.start]
    };
    found.into_iter().filter(is_annotated).collect()
}

impl Report {
    fn add(&mut self, gold: &[Name], found: &[Name]) {
        for name in gold {
            self.of(name).gold += 1;
            self.all.gold += 1;
            self.untyped.gold += 1;
            self.untyped.right +=
                usize::from(found.iter().any(|other| other.tokens == name.tokens));
        }
        for name in found {
            self.of(name).found += 1;
            self.all.found += 1;
            self.untyped.found += 1;
            let is_right = gold.contains(name);
            self.of(name).right += usize::from(is_right);
            self.all.right += usize::from(is_right);
        }
    }

    fn of(&mut self, name: &Name) -> &mut Count {
        &mut self.classes[name.class as usize]
    }
}

impl Count {
    /// The harmonic mean of precision and recall, in percent.
    pub(crate) fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.gold + self.found).max(1) as f64
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = |n: usize| 100.0 * self.right as f64 / n.max(1) as f64;
        let (precision, recall) = (percent(self.found), percent(self.gold));
        let (n, f1) = (self.gold, self.f1());
        write!(f, "{n} | {precision:.1} | {recall:.1} | {f1:.1}")
    }
}

/// Rows of a table.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for ((_, name), count) in NameClass::ALL.iter().zip(&self.classes) {
            writeln!(f, "| {name} | {count} |")?;
        }
        writeln!(f, "| all | {} |", self.all)?;
        writeln!(f, "| all, of any class | {} |", self.untyped)
    }
}

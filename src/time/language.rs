//! What the tagger knows of each language: its folder of words, rules, cues and named days, and
//! which of the languages a text is in.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::direction::Cues;
use super::holiday::Holidays;
use super::rule::Rules;
use super::table::Table;
use super::words::Words;
use crate::text::{Document, Sentence, TokenShape};

/// So many words tell the language of a text.
const WORDS_TO_LOOK_AT: usize = 500;

/// Fewer words of a language do not make a text of it.
const LEAST_WORDS: usize = 2;

/// The files of a language.
pub(super) struct Sources {
    pub(super) words: &'static str,
    pub(super) groups: &'static str,
    pub(super) holidays: &'static str,
    pub(super) direction: &'static str,
    pub(super) terms: &'static str,
    pub(super) rules: &'static [&'static str],
}

macro_rules! file {
    ($language:literal, $name:literal) => {
        include_str!(concat!(
            "../../assets/lang/",
            $language,
            "/time/",
            $name,
            ".toml"
        ))
    };
}

const ENGLISH: Sources = Sources {
    words: file!("en", "words"),
    groups: file!("en", "groups"),
    holidays: file!("en", "holidays"),
    direction: file!("en", "direction"),
    terms: file!("en", "terms"),
    rules: &[
        file!("en", "rules-dates"),
        file!("en", "rules-numeric"),
        file!("en", "rules-relative"),
        file!("en", "rules-lengths"),
        file!("en", "rules-times"),
    ],
};

const GERMAN: Sources = Sources {
    words: file!("de", "words"),
    groups: file!("de", "groups"),
    holidays: file!("de", "holidays"),
    direction: file!("de", "direction"),
    terms: file!("de", "terms"),
    rules: &[file!("de", "rules")],
};

/// All languages; the first is taken where nothing tells. A rule that cannot be compiled is left
/// out; a test names it.
static LANGUAGES: [LazyLock<(Rules, Vec<String>)>; 2] = [
    LazyLock::new(|| Rules::compile(&ENGLISH)),
    LazyLock::new(|| Rules::compile(&GERMAN)),
];

/// Small words, with how much each speaks for each language.
static KNOWN_BY: LazyLock<Table<[usize; 2]>> = LazyLock::new(|| {
    let mut table: Table<[usize; 2]> = Table::default();
    for (index, sources) in [&ENGLISH, &GERMAN].into_iter().enumerate() {
        for word in Terms::read(sources.terms).known_by {
            if let Some(count) = table.entry(&word).get_mut(index) {
                *count = 1;
            }
        }
    }
    table
});

/// What is in a language's folder besides its rules.
pub(super) struct Pack {
    pub(super) words: Words,
    pub(super) holidays: Holidays,
    pub(super) cues: Cues,
    pub(super) terms: Terms,
}

impl Pack {
    pub(super) fn read(sources: &Sources) -> Self {
        let holidays = Holidays::read(sources.holidays);
        Self {
            words: Words::read(sources.words, &holidays),
            cues: toml::from_str(sources.direction).unwrap_or_default(),
            terms: Terms::read(sources.terms),
            holidays,
        }
    }
}

/// Words that join expressions or say what they count from.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Terms {
    /// Small words that tell the language.
    known_by: BTreeSet<String>,
    /// Between a day and its time of day.
    pub(super) beside: BTreeSet<String>,
    /// What stands before a date or before a noun that goes with one.
    pub(super) articles: BTreeSet<String>,
    /// First words of what counts from the date last spoken of.
    pub(super) anaphors: BTreeSet<String>,
    /// `between`, and the joint that goes with it.
    pub(super) between: BTreeSet<String>,
    pub(super) and: BTreeSet<String>,
    pub(super) or: BTreeSet<String>,
    /// `from`, and the joints that go with it.
    pub(super) from: BTreeSet<String>,
    pub(super) to: BTreeSet<String>,
    /// Joints that need no `from`.
    pub(super) through: BTreeSet<String>,
    /// In lower case, what goes on after the stop of an ordinal (`5. Mai`), which ends no sentence
    /// there.
    after_ordinal: BTreeSet<String>,
}

impl Terms {
    fn read(source: &str) -> Self {
        toml::from_str(source).unwrap_or_default()
    }

    /// The sentences with those put together that the stop of an ordinal took apart.
    pub(super) fn mended<'s>(
        &self,
        text: &str,
        sentences: &'s [Sentence],
    ) -> Cow<'s, [Sentence]> {
        if self.after_ordinal.is_empty() {
            return Cow::Borrowed(sentences);
        }
        let mut all: Vec<Sentence> = Vec::with_capacity(sentences.len());
        for sentence in sentences {
            match all.last_mut() {
                Some(last) if self.goes_on(text, last, sentence) => {
                    last.span = last.span.cover(sentence.span);
                    last.tokens.extend_from_slice(&sentence.tokens);
                }
                _ => all.push(sentence.clone()),
            }
        }
        Cow::Owned(all)
    }

    fn goes_on(&self, text: &str, first: &Sentence, second: &Sentence) -> bool {
        let [.., number, stop] = first.tokens.as_slice() else {
            return false;
        };
        let Some(next) = second.tokens.first() else {
            return false;
        };
        number.shape == TokenShape::Number
            && stop.span.of(text) == "."
            && (next.shape == TokenShape::Number
                || self
                    .after_ordinal
                    .contains(next.span.of(text).to_lowercase().as_str()))
    }
}

/// The rules of the language with this number.
pub(super) fn rules_of(language: usize) -> &'static Rules {
    let [first, ..] = &LANGUAGES;
    &LANGUAGES.get(language).unwrap_or(first).0
}

/// All languages with what is wrong in their files.
#[cfg(test)]
pub(super) fn languages() -> impl Iterator<Item = &'static (Rules, Vec<String>)> {
    LANGUAGES.iter().map(|language| &**language)
}

/// The language whose small words the text has most of, by its place in [`LANGUAGES`].
pub(super) fn language_of(text: &str, document: &Document) -> usize {
    let mut counts = [0_usize; 2];
    let tokens = document
        .sentences
        .iter()
        .flat_map(|sentence| &sentence.tokens);
    for token in tokens.take(WORDS_TO_LOOK_AT) {
        if let Some(known) = KNOWN_BY.get(token.span.of(text)) {
            for (count, more) in counts.iter_mut().zip(known) {
                *count += more;
            }
        }
    }
    let [english, german] = counts;
    usize::from(german > english && german >= LEAST_WORDS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::analyse;

    #[test]
    fn languages_are_told_apart() {
        for (text, expected) in [
            (
                "The bridge was shut and the road to the harbour flooded.",
                0,
            ),
            (
                "Die Brücke war gesperrt, und der Weg zum Hafen stand unter Wasser.",
                1,
            ),
            ("1999", 0),
        ] {
            assert_eq!(language_of(text, &analyse(text, &[])), expected, "{text}");
        }
    }
}

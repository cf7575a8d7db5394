//! What words mean beside others: a strike of workers or of rockets.

use std::sync::LazyLock;

use serde::Deserialize;

use super::lexicon::{Triggers, WordSet, read};
use crate::model::Kind;

/// What a trigger means beside certain words (`senses.toml`).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Meaning {
    words: WordSet,
    beside: WordSet,
    class: Option<String>,
    kind: Option<String>,
    /// The noun then names a thing, no event.
    #[serde(default)]
    pub(super) is_thing: bool,
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are for a test"))]
    pub(super) accepted: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct SensesFile {
    sense: Vec<Meaning>,
}

impl Meaning {
    /// All entries in their order.
    pub(super) fn all() -> &'static [Self] {
        static MEANINGS: LazyLock<SensesFile> =
            LazyLock::new(|| read(include_str!("../../assets/lang/en/event/senses.toml")));
        &MEANINGS.sense
    }

    /// The first entry for the trigger `lemma` in a clause and a sentence of these words.
    pub(super) fn of(
        lemma: &str,
        clause: &[String],
        sentence: &[String],
    ) -> Option<&'static Self> {
        Self::all().iter().find(|meaning| {
            let words = if meaning.class.is_some() {
                clause
            } else {
                sentence
            };
            meaning.words.contains(lemma)
                && (meaning.beside.is_empty()
                    || words.iter().any(|word| meaning.beside.contains(word)))
        })
    }

    /// The number of its class in [`Triggers::classes`].
    pub(super) fn class(&self) -> Option<usize> {
        let id = self.class.as_ref()?;
        Triggers::get()
            .classes
            .iter()
            .position(|class| class.id == *id)
    }

    #[cfg(test)]
    pub(super) fn class_id(&self) -> Option<&str> {
        self.class.as_deref()
    }

    pub(super) fn kind(&self) -> Option<Kind> {
        Kind::from_id(self.kind.as_ref()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaning_names_what_is_known() {
        assert!(Meaning::all().iter().all(|meaning| {
            meaning.class.is_some() == meaning.class().is_some()
                && (meaning.is_thing || meaning.class().is_some() || meaning.kind().is_some())
        }));
    }
}

//! The words that the reading of a tree looks for.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::lexicon::read;

/// Word lists in small letters.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct WordLists {
    /// Verbs of speech, in their base form.
    pub(super) verbs: BTreeSet<String>,
    /// Verbs whose infinitive has their subject.
    pub(super) subject_control: BTreeSet<String>,
    /// Verbs of seeing and hearing.
    pub(super) perceiving: BTreeSet<String>,
    pub(super) denials: BTreeSet<String>,
    /// Nouns that say how many of what follows with `of`, in their base form.
    pub(super) quantities: BTreeSet<String>,
    /// Before a form in -ing whose subject is not that of a passive.
    pub(super) not_of_passive: BTreeSet<String>,
    /// Before one whose subject is the object of the verb, if it has one.
    pub(super) of_object: BTreeSet<String>,
    /// Relative pronouns.
    pub(super) relatives: BTreeSet<String>,
    pub(super) modals: Modals,
}

/// Modal verbs as written.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Modals {
    pub(super) future: BTreeSet<String>,
    pub(super) possible: BTreeSet<String>,
    pub(super) required: BTreeSet<String>,
    pub(super) conditional: BTreeSet<String>,
}

impl WordLists {
    pub(super) fn get() -> &'static Self {
        static LISTS: LazyLock<WordLists> = LazyLock::new(|| {
            read(include_str!("../../../../assets/lang/en/text/reading.toml"))
        });
        &LISTS
    }
}

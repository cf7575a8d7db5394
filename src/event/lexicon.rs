//! The word lists of the event layer, read once from `assets/lang/en/event`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::Kind;

/// A class of words that may name the same event.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Class {
    pub(super) id: String,
    kind: String,
    #[serde(default)]
    verbs: String,
    #[serde(default)]
    nouns: String,
    #[serde(default)]
    weak_verbs: String,
    #[serde(default)]
    weak_nouns: String,
    #[serde(default)]
    phrases: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are for a test"))]
    pub(super) accepted: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are for a test"))]
    pub(super) rejected: Vec<String>,
}

impl Class {
    pub(super) fn kind(&self) -> Kind {
        Kind::from_id(&self.kind).unwrap_or(Kind::Other)
    }
}

#[derive(Deserialize, Default)]
struct TriggersFile {
    class: Vec<Class>,
}

/// The class of actions that no list names.
pub(super) const ACTION: &str = "action";

/// A word's class, and whether the word names an event without further support.
#[derive(Clone, Copy)]
pub(super) struct Sense {
    pub(super) class: usize,
    pub(super) is_strong: bool,
}

/// The triggers by word.
#[derive(Default)]
pub(super) struct Triggers {
    pub(super) classes: Vec<Class>,
    verbs: BTreeMap<String, Sense>,
    nouns: BTreeMap<String, Sense>,
    phrases: BTreeMap<String, Vec<Phrase>>,
}

/// The words of a phrase after its first, and its class.
type Phrase = (Vec<String>, usize);

impl Triggers {
    pub(super) fn get() -> &'static Self {
        static TRIGGERS: LazyLock<Triggers> = LazyLock::new(Triggers::load);
        &TRIGGERS
    }

    fn load() -> Self {
        let file: TriggersFile = read(include_str!("../../assets/lang/en/event/triggers.toml"));
        let mut triggers = Self::default();
        for is_strong in [true, false] {
            for (class, entry) in file.class.iter().enumerate() {
                let sense = Sense { class, is_strong };
                let (verbs, nouns) = if is_strong {
                    (&entry.verbs, &entry.nouns)
                } else {
                    (&entry.weak_verbs, &entry.weak_nouns)
                };
                for word in verbs.split_whitespace() {
                    triggers.verbs.entry(word.to_owned()).or_insert(sense);
                }
                for word in nouns.split_whitespace() {
                    triggers.nouns.entry(word.to_owned()).or_insert(sense);
                }
            }
        }
        for (class, entry) in file.class.iter().enumerate() {
            for phrase in &entry.phrases {
                let mut words = phrase.split_whitespace().map(str::to_owned);
                if let Some(first) = words.next() {
                    triggers
                        .phrases
                        .entry(first)
                        .or_default()
                        .push((words.collect(), class));
                }
            }
        }
        triggers.classes = file.class;
        triggers
    }

    pub(super) fn verb(&self, lemma: &str) -> Option<Sense> {
        self.verbs.get(lemma).copied()
    }

    /// The class of told actions that no list names.
    pub(super) fn action(&self) -> Option<Sense> {
        let class = self.classes.iter().position(|class| class.id == ACTION)?;
        let is_strong = false;
        Some(Sense { class, is_strong })
    }

    pub(super) fn noun(&self, word: &str) -> Option<Sense> {
        self.nouns.get(word).copied()
    }

    /// The phrases that begin with `word`: the words after it, and the class.
    pub(super) fn phrases(&self, word: &str) -> &[Phrase] {
        self.phrases.get(word).map_or(&[], Vec::as_slice)
    }
}

/// Cues of one status.
#[derive(Default)]
pub(super) struct Cues {
    pub(super) governors: BTreeSet<String>,
    pub(super) words: BTreeSet<String>,
    pub(super) modals: BTreeSet<String>,
    pub(super) openers: BTreeSet<String>,
    pub(super) subjects: BTreeSet<String>,
    pub(super) phrases: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct CueEntry {
    governors: String,
    words: String,
    modals: String,
    openers: String,
    subjects: String,
    phrases: Vec<String>,
    pub(super) accepted: Vec<String>,
    pub(super) rejected: Vec<String>,
}

/// The cues as written, by the id of the status.
pub(super) fn status_file() -> BTreeMap<String, CueEntry> {
    read(include_str!("../../assets/lang/en/event/status.toml"))
}

/// The cues by the id of the status.
pub(super) fn status_cues() -> &'static BTreeMap<String, Cues> {
    static CUES: LazyLock<BTreeMap<String, Cues>> = LazyLock::new(|| {
        let entries = status_file().into_iter();
        entries
            .map(|(status, entry)| {
                let cues = Cues {
                    governors: words(&entry.governors),
                    words: words(&entry.words),
                    modals: words(&entry.modals),
                    openers: words(&entry.openers),
                    subjects: words(&entry.subjects),
                    phrases: entry.phrases,
                };
                (status, cues)
            })
            .collect()
    });
    &CUES
}

/// Verbs by what they do around an event (`grammar.toml`).
#[derive(Default)]
pub(super) struct Grammar {
    pub(super) light: BTreeSet<String>,
    pub(super) happening: BTreeSet<String>,
    pub(super) speech: BTreeSet<String>,
    pub(super) said_matters: BTreeSet<String>,
    pub(super) habits: BTreeSet<String>,
    pub(super) states: BTreeSet<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct GrammarFile {
    light: String,
    happening: String,
    speech: String,
    said_matters: String,
    habits: String,
    states: String,
}

impl Grammar {
    pub(super) fn get() -> &'static Self {
        static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| {
            let file: GrammarFile =
                read(include_str!("../../assets/lang/en/event/grammar.toml"));
            Grammar {
                light: words(&file.light),
                happening: words(&file.happening),
                speech: words(&file.speech),
                said_matters: words(&file.said_matters),
                habits: words(&file.habits),
                states: words(&file.states),
            }
        });
        &GRAMMAR
    }
}

/// An asset that does not parse reads as empty; the tests below would fail on it.
fn read<T: for<'a> Deserialize<'a> + Default>(toml: &str) -> T {
    toml::from_str(toml).unwrap_or_default()
}

fn words(list: &str) -> BTreeSet<String> {
    list.split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Form, verb_readings};

    #[test]
    fn the_lists_are_read_and_large() {
        let triggers = Triggers::get();
        let n_words = triggers.verbs.len() + triggers.nouns.len() + triggers.phrases.len();
        assert!(n_words > 600, "{n_words}");
        assert!(
            triggers
                .classes
                .iter()
                .all(|class| Kind::from_id(&class.kind).is_some())
        );
        assert!(status_cues().len() == 6 && !Grammar::get().speech.is_empty());
    }

    #[test]
    fn every_trigger_verb_is_a_known_verb() {
        let unknown: Vec<&String> = Triggers::get()
            .verbs
            .keys()
            .filter(|verb| !verb_readings(verb).iter().any(|r| r.form == Form::Base))
            .filter(|verb| !verb.contains('-'))
            .collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}

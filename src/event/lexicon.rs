//! The word lists of the event layer, read once from `assets/lang/en/event`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::Kind;
use crate::text::{self, WordMap};

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
    verbs: WordMap<Sense>,
    nouns: WordMap<Sense>,
    phrases: WordMap<Vec<Phrase>>,
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

/// Words written with spaces between.
#[derive(Default)]
pub(super) struct WordSet(text::WordSet);

impl WordSet {
    pub(super) fn contains(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'de> Deserialize<'de> for WordSet {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let list = String::deserialize(deserializer)?;
        Ok(Self(list.split_whitespace().map(str::to_owned).collect()))
    }
}

/// Cues of one status.
#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Cues {
    pub(super) governors: WordSet,
    pub(super) words: WordSet,
    pub(super) modals: WordSet,
    pub(super) openers: WordSet,
    /// Nouns before `of` or `for` and the event.
    pub(super) heads: WordSet,
    pub(super) subjects: WordSet,
    pub(super) phrases: Vec<String>,
    pub(super) accepted: Vec<String>,
    pub(super) rejected: Vec<String>,
}

/// The cues by the id of the status.
pub(super) fn status_cues() -> &'static BTreeMap<String, Cues> {
    static CUES: LazyLock<BTreeMap<String, Cues>> =
        LazyLock::new(|| read(include_str!("../../assets/lang/en/event/status.toml")));
    &CUES
}

/// Whether the verb leads on to an event and says how real it is: `plans to`, `failed to`.
pub(super) fn is_governor(lemma: &str) -> bool {
    let mut cues = status_cues().values();
    cues.any(|cues| cues.governors.contains(lemma))
}

/// Words by what they do around an event; `grammar.toml` explains each list.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Grammar {
    pub(super) light: WordSet,
    pub(super) happening: WordSet,
    pub(super) carriers: WordSet,
    pub(super) speech: WordSet,
    pub(super) announcing: WordSet,
    /// Before what is over.
    pub(super) afterwards: WordSet,
    /// What somebody calls for a day to come, the verb, and what behind it means something else.
    pub(super) called: WordSet,
    pub(super) calling: WordSet,
    pub(super) not_called: WordSet,
    /// Before what somebody `would` do, and before what he is `to` do.
    pub(super) intending: WordSet,
    pub(super) planning: WordSet,
    pub(super) said_matters: WordSet,
    pub(super) deciding: WordSet,
    pub(super) decided_for: WordSet,
    pub(super) habits: WordSet,
    pub(super) states: WordSet,
    pub(super) first_person: WordSet,
    pub(super) known: WordSet,
    pub(super) after_which: WordSet,
    pub(super) before_parties: WordSet,
    pub(super) particles: WordSet,
    pub(super) without_clause: WordSet,
    pub(super) conditions: WordSet,
    pub(super) circumstances: WordSet,
    pub(super) aftermath: WordSet,
    pub(super) aftermath_cases: WordSet,
    pub(super) reasons: WordSet,
    pub(super) partaking: WordSet,
    pub(super) negations: WordSet,
    pub(super) negative_subjects: WordSet,
    pub(super) no_negation_before: WordSet,
    pub(super) hedges_after: WordSet,
    pub(super) open_determiners: WordSet,
    pub(super) earlier_openers: WordSet,
    pub(super) reacting: WordSet,
    pub(super) court: WordSet,
    /// Classes of what courts hear of.
    pub(super) deeds: WordSet,
    pub(super) told_in: WordSet,
    pub(super) publishing: WordSet,
    pub(super) same_time_openers: WordSet,
    /// Behind a length: the clause after them is so much later, or so much earlier.
    pub(super) offset_later: WordSet,
    pub(super) offset_earlier: WordSet,
    /// Between a passive and what one is said to have done.
    pub(super) charging: WordSet,
    /// Nouns that tell when something was, not what was done.
    pub(super) occasions: WordSet,
    /// Before a form in -ing that is what the verb before is about.
    pub(super) binding: WordSet,
    /// Before `after`: what followed did so within hours.
    pub(super) at_once: WordSet,
    /// What one may not do with an event that takes place all the same.
    pub(super) witnessing: WordSet,
    /// Who does not do this with what follows says that it is not so.
    pub(super) thinking: WordSet,
    pub(super) attempting: WordSet,
    pub(super) ranks: WordSet,
    pub(super) having: WordSet,
    /// Before an event that something deals with.
    pub(super) into: WordSet,
    /// Before `to` and an event that they stop.
    pub(super) ends: WordSet,
    /// Nouns before `of` and an event that are a part of it or count it: `a round of talks`.
    pub(super) containers: WordSet,
    /// Before a noun that names what was before the verb.
    pub(super) earlier_cases: WordSet,
    /// Classes whose numbers belong to the article's event.
    pub(super) tolls: WordSet,
    /// Before a form in -ing of another time than its verb's.
    pub(super) apart_openers: WordSet,
    pub(super) ahead_openers: WordSet,
    pub(super) grounds: WordSet,
    pub(super) disclosing: WordSet,
    pub(super) unplanned: WordSet,
    /// Verbs that put an end to what a form in -ing names.
    pub(super) halting: WordSet,
    /// Words that open a noun phrase about something new or about nothing in particular.
    pub(super) of_another: WordSet,
    /// Words after which a verb's form describes the noun behind it.
    pub(super) before_attributes: WordSet,
    pub(super) prefixes: WordSet,
    pub(super) later: WordSet,
    pub(super) kinds_of: WordSet,
    pub(super) lasting: WordSet,
    /// Verbs that are triggers in the passive alone.
    pub(super) undergone_only: WordSet,
    /// What opens a comparison behind a comma.
    pub(super) comparing: WordSet,
    /// What is said to have happened by nobody who is sure.
    pub(super) doubting: WordSet,
    /// Modal verbs of what may be, not of what ought to.
    pub(super) possible: WordSet,
    /// Light verbs that are events by themselves with an object that is none.
    pub(super) own_objects: WordSet,
    /// Nouns of trying.
    pub(super) efforts: WordSet,
    /// Verbs of preventing behind which an infinitive says what for.
    pub(super) blocking: WordSet,
    /// What is said of who has others do a deed.
    pub(super) commanding: WordSet,
    /// Verbs that do what they say, and what one may agree to at once.
    pub(super) decreeing: WordSet,
    pub(super) agreeing: WordSet,
    pub(super) agreed: WordSet,
    pub(super) describing_openers: WordSet,
    pub(super) indefinite: WordSet,
    pub(super) untold: WordSet,
    /// Those of them that tell an event as the main verb of a headline.
    pub(super) headlined: WordSet,
    /// What opens a heading that asks or explains.
    pub(super) asking: WordSet,
    pub(super) bringing_about: WordSet,
    pub(super) naming: WordSet,
    pub(super) within: WordSet,
    pub(super) causes: WordSet,
    pub(super) clock_words: WordSet,
    pub(super) appealing: WordSet,
    pub(super) abstract_subjects: WordSet,
    pub(super) before_means: WordSet,
}

impl Grammar {
    pub(super) fn get() -> &'static Self {
        static GRAMMAR: LazyLock<Grammar> =
            LazyLock::new(|| read(include_str!("../../assets/lang/en/event/grammar.toml")));
        &GRAMMAR
    }
}

/// An asset that does not parse reads as empty; the tests below would fail on it.
pub(super) fn read<T: for<'a> Deserialize<'a> + Default>(toml: &str) -> T {
    toml::from_str(toml).unwrap_or_default()
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
        assert!(status_cues().len() == 6 && Grammar::get().speech.contains("say"));
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

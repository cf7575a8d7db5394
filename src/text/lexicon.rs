//! The word lists of the text layer, read once from `assets/lang/en/text`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::filter::WordFilter;
use super::word_map::WordSet;

/// Verbs and the words that make verb groups (`verbs.toml`).
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Verbs {
    pub(super) irregular: Vec<String>,
    pub(super) regular: String,
    pub(super) modals: WordSet,
    pub(super) be: WordSet,
    pub(super) have: WordSet,
    #[serde(rename = "do")]
    pub(super) do_: WordSet,
    pub(super) negations: WordSet,
    mostly_nouns: String,
    ing_nouns: String,
    pub(super) not_past: String,
    telling: String,
    before_bare: String,
    before_counts: String,
    changes: String,
    outcomes: BTreeMap<String, String>,
    #[serde(skip)]
    sets: Sets,
}

#[derive(Default)]
struct Sets {
    mostly_nouns: WordSet,
    ing_nouns: WordSet,
    not_past: WordSet,
    telling: WordSet,
    before_bare: WordSet,
    before_counts: WordSet,
    changes: WordSet,
}

impl Verbs {
    pub(super) fn get() -> &'static Self {
        static VERBS: LazyLock<Verbs> = LazyLock::new(|| {
            let mut verbs: Verbs = read(include_str!("../../assets/lang/en/text/verbs.toml"));
            verbs.sets = Sets {
                mostly_nouns: words(&verbs.mostly_nouns),
                ing_nouns: words(&verbs.ing_nouns),
                not_past: words(&verbs.not_past),
                telling: words(&verbs.telling),
                before_bare: words(&verbs.before_bare),
                before_counts: words(&verbs.before_counts),
                changes: words(&verbs.changes),
            };
            verbs
        });
        &VERBS
    }

    /// A word whose plain or -s form is a noun more often than a verb.
    pub(super) fn is_mostly_noun(&self, word: &str) -> bool {
        self.sets.mostly_nouns.contains(word)
    }

    /// A noun in -ing.
    pub(super) fn is_ing_noun(&self, word: &str) -> bool {
        self.sets.ing_nouns.contains(word)
            || (word.ends_with("ings")
                && self.sets.ing_nouns.contains(word.trim_end_matches('s')))
    }

    /// A verb whose content may be a clause with `that`.
    pub(super) fn is_telling(&self, lemma: &str) -> bool {
        self.sets.telling.contains(lemma)
    }

    /// A verb whose object can be followed by another verb's plain form.
    pub(super) fn is_before_bare(&self, lemma: &str) -> bool {
        self.sets.before_bare.contains(lemma)
    }

    /// A word that may stand before the number of an object.
    pub(super) fn is_before_count(&self, word: &str) -> bool {
        self.sets.before_counts.contains(word)
    }

    /// A verb that nothing is done to by.
    pub(super) fn is_change(&self, lemma: &str) -> bool {
        self.sets.changes.contains(lemma)
    }

    /// The verb whose participle `word` stands for: `die` of `three are dead`.
    pub(super) fn outcome(&self, word: &str) -> Option<&str> {
        let mut all = self.outcomes.iter();
        all.find(|(outcome, _)| outcome.eq_ignore_ascii_case(word))
            .map(|(_, verb)| verb.as_str())
    }

    /// A word in -ed that is no past form.
    pub(super) fn is_not_past(&self, word: &str) -> bool {
        self.sets.not_past.contains(word)
    }
}

/// Closed word classes and common adjectives (`words.toml`).
#[derive(Default)]
pub(super) struct Words {
    pub(super) determiners: WordSet,
    pub(super) prepositions: WordSet,
    pub(super) subject_pronouns: WordSet,
    pub(super) pronouns: WordSet,
    pub(super) coordinators: WordSet,
    pub(super) subordinators: WordSet,
    pub(super) adverbs: WordSet,
    pub(super) adjectives: WordSet,
    /// Of all these, and of the verbs' helpers.
    filter: WordFilter,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    determiners: String,
    prepositions: String,
    subject_pronouns: String,
    pronouns: String,
    coordinators: String,
    subordinators: String,
    adverbs: String,
    adjectives: String,
}

impl Words {
    pub(super) fn get() -> &'static Self {
        static WORDS: LazyLock<Words> = LazyLock::new(|| {
            let file: WordsFile = read(include_str!("../../assets/lang/en/text/words.toml"));
            let lists = [
                &file.determiners,
                &file.prepositions,
                &file.subject_pronouns,
                &file.pronouns,
                &file.coordinators,
                &file.subordinators,
                &file.adverbs,
                &file.adjectives,
            ];
            let verbs = Verbs::get();
            let helpers = [
                &verbs.negations,
                &verbs.modals,
                &verbs.be,
                &verbs.have,
                &verbs.do_,
            ];
            let listed = lists.into_iter().flat_map(|list| list.split_whitespace());
            let helpers = helpers.into_iter().flatten().map(String::as_str);
            let clitics = ["to", "'s", "’s", "'d", "’d"];
            Words {
                filter: listed.chain(helpers).chain(clitics).collect(),
                determiners: words(&file.determiners),
                prepositions: words(&file.prepositions),
                subject_pronouns: words(&file.subject_pronouns),
                pronouns: words(&file.pronouns),
                coordinators: words(&file.coordinators),
                subordinators: words(&file.subordinators),
                adverbs: words(&file.adverbs),
                adjectives: words(&file.adjectives),
            }
        });
        &WORDS
    }

    /// False if `word` is in none of these lists, and no helper of a verb.
    pub(super) fn may_be_closed(&self, word: &str) -> bool {
        self.filter.may_have(word)
    }
}

/// An asset that does not parse reads as empty; the tests beside each reader would fail on it.
pub(super) fn read<T: for<'a> Deserialize<'a> + Default>(toml: &str) -> T {
    toml::from_str(toml).unwrap_or_default()
}

fn words(list: &str) -> WordSet {
    list.split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_read() {
        assert!(Verbs::get().irregular.len() > 150);
        assert!(Verbs::get().modals.contains("could"));
        assert!(Verbs::get().is_mostly_noun("talks"));
        assert!(Words::get().determiners.contains("the"));
        toml::from_str::<Verbs>(include_str!("../../assets/lang/en/text/verbs.toml"))
            .expect("verbs");
        toml::from_str::<WordsFile>(include_str!("../../assets/lang/en/text/words.toml"))
            .expect("words");
    }
}

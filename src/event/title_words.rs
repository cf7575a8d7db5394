//! The words that make headlines, read once from `assets/lang/en/event/titles.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct TitlesFile {
    dropped: String,
    quantifiers: Vec<String>,
    vague: String,
    first_person: String,
    loose: String,
    particles: String,
    kept: String,
    faint_owners: String,
    amounts: String,
    honorifics: String,
    two_sided: String,
    short_countries: Vec<String>,
    complete: String,
    caused: String,
    undergone: String,
    object_control: String,
    speaking: String,
    clausal: String,
    urging: String,
    binding: String,
    appointing: String,
    phasing: String,
    cancelling: String,
    plurals: String,
    singular_names: String,
    reflexive: String,
    whom: String,
    distances: String,
    for_a_time: String,
    of_a_time: String,
    loose_classes: String,
    persons: String,
    of_object: String,
    accusing: String,
    whiles: String,
    impersonal: String,
    nouns: Vec<String>,
}

/// The lists of `titles.toml`.
pub(super) struct TitleWords {
    pub(super) dropped: BTreeSet<String>,
    pub(super) quantifiers: BTreeSet<String>,
    pub(super) vague: BTreeSet<String>,
    pub(super) first_person: BTreeSet<String>,
    loose: BTreeSet<String>,
    pub(super) particles: BTreeSet<String>,
    pub(super) kept: BTreeSet<String>,
    pub(super) faint_owners: BTreeSet<String>,
    pub(super) amounts: BTreeSet<String>,
    pub(super) honorifics: BTreeSet<String>,
    pub(super) two_sided: BTreeSet<String>,
    short_countries: BTreeMap<String, String>,
    pub(super) complete: BTreeSet<String>,
    pub(super) caused: BTreeSet<String>,
    pub(super) undergone: BTreeSet<String>,
    pub(super) object_control: BTreeSet<String>,
    pub(super) speaking: BTreeSet<String>,
    pub(super) clausal: BTreeSet<String>,
    pub(super) urging: BTreeSet<String>,
    pub(super) binding: BTreeSet<String>,
    pub(super) appointing: BTreeSet<String>,
    pub(super) phasing: BTreeSet<String>,
    pub(super) cancelling: BTreeSet<String>,
    pub(super) plurals: BTreeSet<String>,
    pub(super) singular_names: BTreeSet<String>,
    pub(super) reflexive: BTreeSet<String>,
    /// Whom something is given, before the object.
    pub(super) whom: BTreeSet<String>,
    /// Behind a length that is no object.
    pub(super) distances: BTreeSet<String>,
    pub(super) for_a_time: BTreeSet<String>,
    pub(super) of_a_time: BTreeSet<String>,
    pub(super) loose_classes: BTreeSet<String>,
    pub(super) persons: BTreeSet<String>,
    pub(super) of_object: BTreeSet<String>,
    pub(super) accusing: BTreeSet<String>,
    pub(super) whiles: BTreeSet<String>,
    pub(super) impersonal: BTreeSet<String>,
    nouns: BTreeMap<String, String>,
}

impl TitleWords {
    pub(super) fn get() -> &'static Self {
        static WORDS: LazyLock<TitleWords> = LazyLock::new(|| {
            let file: TitlesFile =
                toml::from_str(include_str!("../../assets/lang/en/event/titles.toml"))
                    .unwrap_or_default();
            TitleWords::from(&file)
        });
        &WORDS
    }

    /// A word that cannot end a headline.
    pub(super) fn is_loose(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        self.loose.contains(lower.trim_end_matches([',', ':'])) && word != "US"
    }

    /// `US` for the United States.
    pub(super) fn short_country<'a>(&'a self, full: &'a str) -> &'a str {
        self.short_countries.get(full).map_or(full, String::as_str)
    }

    /// `arrests` for `arrest`.
    pub(super) fn noun(&self, lemma: &str) -> Option<&str> {
        self.nouns.get(lemma).map(String::as_str)
    }
}

impl From<&TitlesFile> for TitleWords {
    fn from(file: &TitlesFile) -> Self {
        Self {
            dropped: words(&file.dropped),
            quantifiers: file.quantifiers.iter().cloned().collect(),
            vague: words(&file.vague),
            first_person: words(&file.first_person),
            loose: words(&file.loose),
            particles: words(&file.particles),
            kept: words(&file.kept),
            faint_owners: words(&file.faint_owners),
            amounts: words(&file.amounts),
            honorifics: words(&file.honorifics),
            two_sided: words(&file.two_sided),
            short_countries: pairs(&file.short_countries),
            complete: words(&file.complete),
            caused: words(&file.caused),
            undergone: words(&file.undergone),
            object_control: words(&file.object_control),
            speaking: words(&file.speaking),
            clausal: words(&file.clausal),
            urging: words(&file.urging),
            binding: words(&file.binding),
            appointing: words(&file.appointing),
            phasing: words(&file.phasing),
            cancelling: words(&file.cancelling),
            plurals: words(&file.plurals),
            singular_names: words(&file.singular_names),
            reflexive: words(&file.reflexive),
            whom: words(&file.whom),
            distances: words(&file.distances),
            for_a_time: words(&file.for_a_time),
            of_a_time: words(&file.of_a_time),
            loose_classes: words(&file.loose_classes),
            persons: words(&file.persons),
            of_object: words(&file.of_object),
            accusing: words(&file.accusing),
            whiles: words(&file.whiles),
            impersonal: words(&file.impersonal),
            nouns: pairs(&file.nouns),
        }
    }
}

fn words(list: &str) -> BTreeSet<String> {
    list.split_whitespace().map(str::to_owned).collect()
}

fn pairs(list: &[String]) -> BTreeMap<String, String> {
    list.iter()
        .filter_map(|pair| pair.split_once(" = "))
        .map(|(one, two)| (one.to_owned(), two.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_read() {
        toml::from_str::<TitlesFile>(include_str!("../../assets/lang/en/event/titles.toml"))
            .expect("titles");
        assert!(TitleWords::get().is_loose("of") && !TitleWords::get().is_loose("US"));
        assert_eq!(TitleWords::get().short_country("United States"), "US");
        assert_eq!(TitleWords::get().noun("warn"), Some("warning"));
    }
}

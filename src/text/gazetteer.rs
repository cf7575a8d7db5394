//! Known names of the world: countries with their other names, demonyms and capitals; cities, regions,
//! waters. Read once from `assets/lang/en/places`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::lexicon::read;
use super::word_map::{WordMap, WordSet};
use crate::model::NameClass;

/// A known name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// As written.
    pub(super) words: String,
    /// Full form.
    pub(super) full: String,
    pub(super) class: NameClass,
}

/// All known names, and the words that tell what an unknown one names.
#[derive(Default)]
pub(super) struct Gazetteer {
    /// By first word; of each the longest name first.
    entries: WordMap<Vec<Entry>>,
    governments: WordMap<String>,
    demonyms: WordSet,
    pub(super) cues: Cues,
}

/// The words of `name_cues.toml` and the rules of `places.toml`.
#[derive(Default)]
pub(super) struct Cues {
    pub(super) titles: WordSet,
    pub(super) organisation_words: WordSet,
    pub(super) organisation_heads: WordSet,
    pub(super) ship_prefixes: WordSet,
    pub(super) no_names: WordSet,
    pub(super) connectors: WordSet,
    pub(super) no_organisations: WordSet,
    /// Before the name of a saint, which is that of a house or place.
    pub(super) saints: WordSet,
    /// What is named by whose it is: `King's College`.
    pub(super) houses: WordSet,
    pub(super) place_before: Vec<String>,
    pub(super) place_after: WordSet,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct CountriesFile {
    countries: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct PlacesFile {
    cities: String,
    regions: String,
    waters: String,
    before: Vec<String>,
    after: String,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct CuesFile {
    titles: String,
    organisation_words: String,
    organisation_heads: String,
    ship_prefixes: Vec<String>,
    no_names: String,
    connectors: Vec<String>,
    no_organisations: String,
    saints: Vec<String>,
    houses: String,
}

impl Gazetteer {
    pub(super) fn get() -> &'static Self {
        static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::load);
        &GAZETTEER
    }

    fn load() -> Self {
        let mut gazetteer = Self::default();
        let countries: CountriesFile =
            read(include_str!("../../assets/lang/en/places/countries.toml"));
        for line in &countries.countries {
            gazetteer.add_country(line);
        }
        let places: PlacesFile = read(include_str!("../../assets/lang/en/places/places.toml"));
        for list in [&places.cities, &places.regions, &places.waters] {
            for name in names(list) {
                gazetteer.add(name, name, NameClass::Place);
            }
        }
        for entries in gazetteer.entries.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.words.len()));
        }
        gazetteer.cues = cues(&places);
        gazetteer
    }

    fn add_country(&mut self, line: &str) {
        let mut fields = line.split('|').map(str::trim);
        let full = fields.next().unwrap_or("");
        self.add(full, full, NameClass::Country);
        for name in names(fields.next().unwrap_or("")) {
            self.add(name, full, NameClass::Country);
        }
        for name in names(fields.next().unwrap_or("")) {
            self.add(name, full, NameClass::Country);
            self.demonyms.insert(name.to_owned());
        }
        for name in names(fields.next().unwrap_or("")) {
            self.governments.insert(name.to_owned(), full.to_owned());
            self.add(name, name, NameClass::Place);
        }
    }

    fn add(&mut self, words: &str, full: &str, class: NameClass) {
        let first = words.split([' ', '-', '\'']).next().unwrap_or("");
        let entry = Entry {
            words: words.to_owned(),
            full: full.to_owned(),
            class,
        };
        self.entries
            .entry(first.trim_end_matches('.').to_owned())
            .or_default()
            .push(entry);
    }

    /// All known names.
    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values().flatten()
    }

    /// The longest known name that `text` begins with, ending where a word ends.
    pub(super) fn longest(&self, text: &str) -> Option<&Entry> {
        let first_len = text
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(text.len());
        let by_letters = self.entries.get(text.get(..first_len)?);
        let with_stops = text.split([' ', '\n', ',']).next().unwrap_or("");
        let by_stops = self.entries.get(with_stops.trim_end_matches('.'));
        by_stops
            .into_iter()
            .chain(by_letters)
            .flatten()
            .find(|entry| {
                text.strip_prefix(entry.words.as_str())
                    .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            })
    }

    /// The country whose government a capital or seat stands for.
    pub(super) fn government(&self, seat: &str) -> Option<&str> {
        self.governments.get(seat).map(String::as_str)
    }

    /// An adjective or a word for people of a country (`Peruvian`).
    pub(super) fn is_demonym(&self, word: &str) -> bool {
        self.demonyms.contains(word)
    }
}

fn cues(places: &PlacesFile) -> Cues {
    let file: CuesFile = read(include_str!("../../assets/lang/en/places/name_cues.toml"));
    let words = |list: &str| list.split_whitespace().map(str::to_owned).collect();
    Cues {
        titles: words(&file.titles),
        organisation_words: words(&file.organisation_words),
        organisation_heads: words(&file.organisation_heads),
        ship_prefixes: file.ship_prefixes.into_iter().collect(),
        no_names: words(&file.no_names),
        connectors: file.connectors.into_iter().collect(),
        no_organisations: words(&file.no_organisations),
        saints: file.saints.into_iter().collect(),
        houses: words(&file.houses),
        place_before: places.before.clone(),
        place_after: words(&places.after),
    }
}

fn names(list: &str) -> impl Iterator<Item = &str> {
    list.split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
}

/// Whether `word`, in small letters, is a title or an office before a person's name.
pub fn is_title(word: &str) -> bool {
    Gazetteer::get().cues.titles.contains(word)
}

/// Whether `word`, in small letters, ends the name of a body (`ministry`).
pub fn is_organisation_word(word: &str) -> bool {
    Gazetteer::get().cues.organisation_words.contains(word)
}

/// The class of a name known by itself: a country, a place; else unknown.
pub fn class_of(name: &str) -> NameClass {
    Gazetteer::get()
        .longest(name)
        .filter(|entry| entry.words.len() == name.len())
        .map_or(NameClass::Unknown, |entry| entry.class)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_names_are_found() {
        let gazetteer = Gazetteer::get();
        for (text, full, class) in [
            ("U.S. officials", "United States", NameClass::Country),
            ("US", "United States", NameClass::Country),
            ("Peruvian troops", "Peru", NameClass::Country),
            ("New York City was", "New York City", NameClass::Place),
            ("Gulf of Guinea,", "Gulf of Guinea", NameClass::Place),
            ("Nairobi's", "Nairobi", NameClass::Place),
        ] {
            let entry = gazetteer.longest(text).expect(text);
            assert_eq!((entry.full.as_str(), entry.class), (full, class), "{text}");
        }
        assert!(gazetteer.longest("Usually").is_none() && gazetteer.longest("").is_none());
        assert_eq!(gazetteer.government("Nairobi"), Some("Kenya"));
    }

    #[test]
    fn the_files_are_whole() {
        assert!(Gazetteer::get().governments.len() > 180);
        let entries: usize = Gazetteer::get().entries.values().map(Vec::len).sum();
        assert!(entries > 1100, "{entries}");
        assert!(Gazetteer::get().cues.titles.contains("envoy"));
        assert!(Gazetteer::get().cues.place_after.contains("Province"));
    }
}

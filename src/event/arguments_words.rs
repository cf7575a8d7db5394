//! The words that tell places and participants, read once from `assets/lang/en/places/venues.toml`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct VenuesFile {
    venue: String,
    arrival: String,
    origin: String,
    striking: String,
    fillers: String,
    venue_nouns: String,
    acting: String,
    bodies: String,
    times: String,
    bare: String,
    reporting: String,
    sources: Vec<String>,
}

/// The lists of `venues.toml`.
pub(super) struct Venues {
    pub(super) venue: BTreeSet<String>,
    pub(super) arrival: BTreeSet<String>,
    /// Those of them that behind a noun say where it is from.
    pub(super) origin: BTreeSet<String>,
    pub(super) striking: BTreeSet<String>,
    pub(super) fillers: BTreeSet<String>,
    pub(super) venue_nouns: BTreeSet<String>,
    pub(super) acting: BTreeSet<String>,
    pub(super) bodies: BTreeSet<String>,
    pub(super) times: BTreeSet<String>,
    pub(super) bare: BTreeSet<String>,
    pub(super) reporting: BTreeSet<String>,
    pub(super) sources: Vec<String>,
}

impl Venues {
    pub(super) fn get() -> &'static Self {
        static VENUES: LazyLock<Venues> = LazyLock::new(|| {
            let file: VenuesFile =
                toml::from_str(include_str!("../../assets/lang/en/places/venues.toml"))
                    .unwrap_or_default();
            let words = |list: &str| list.split_whitespace().map(str::to_owned).collect();
            Venues {
                venue: words(&file.venue),
                arrival: words(&file.arrival),
                origin: words(&file.origin),
                striking: words(&file.striking),
                fillers: words(&file.fillers),
                venue_nouns: words(&file.venue_nouns),
                acting: words(&file.acting),
                bodies: words(&file.bodies),
                times: words(&file.times),
                bare: words(&file.bare),
                reporting: words(&file.reporting),
                sources: file.sources,
            }
        });
        &VENUES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_read() {
        toml::from_str::<VenuesFile>(include_str!("../../assets/lang/en/places/venues.toml"))
            .expect("venues");
        assert!(
            Venues::get().venue.contains("in") && Venues::get().bodies.contains("officials")
        );
    }
}

//! Events of wide notice whose dates are known: a table of general knowledge, and the reader's own.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use serde::Deserialize;

use crate::model::{Span, When};

/// An event that articles name without saying when it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Landmark {
    /// Title of the encyclopedia's article that its date can be checked against.
    pub source: String,
    /// When it was.
    pub when: When,
    /// Foreseen or feared long before, so that an article that names it may be older than it.
    pub is_planned: bool,
    /// Whether it comes from the reader's own file.
    pub is_own: bool,
    names: Vec<String>,
}

/// A landmark that a text names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Named<'l> {
    /// The words that name it.
    pub span: Span,
    /// What they name.
    pub landmark: &'l Landmark,
}

/// A table of landmarks, ready to be looked for.
#[derive(Clone, Debug)]
pub struct Landmarks {
    all: Vec<Landmark>,
    /// Finds the names; none if the table is empty.
    finder: Option<AhoCorasick>,
    /// Of each name, its landmark and its exact letters.
    names: Vec<(usize, String)>,
}

impl Landmarks {
    /// The table that comes with the program.
    pub fn bundled() -> &'static Self {
        static BUNDLED: LazyLock<Landmarks> = LazyLock::new(|| {
            let files = FILES.iter().filter_map(|file| read(file, false).ok());
            Landmarks::new(files.flatten().collect())
        });
        &BUNDLED
    }

    /// The table that comes with the program, and before it the reader's own of the same form:
    /// `[[landmark]]` with `source`, `names` and `when`. The error says what is wrong with it.
    pub fn with_own(toml: &str) -> Result<Self, String> {
        let mut all = read(toml, true)?;
        all.extend(Self::bundled().all.iter().cloned());
        Ok(Self::new(all))
    }

    /// The landmarks that `text` names, by place.
    pub fn named_in<'l>(&'l self, text: &str) -> Vec<Named<'l>> {
        let finder = self.finder.iter();
        let found = finder.flat_map(|finder| finder.find_iter(text));
        found
            .filter_map(|found| {
                let (index, name) = self.names.get(found.pattern().as_usize())?;
                let named = Named {
                    span: Span::new(found.start(), found.end()),
                    landmark: self.all.get(*index)?,
                };
                is_name(text, named, name).then_some(named)
            })
            .collect()
    }

    fn new(all: Vec<Landmark>) -> Self {
        let mut names = Vec::new();
        for (index, landmark) in all.iter().enumerate() {
            let spelled = landmark.names.iter().flat_map(|name| spellings(name));
            names.extend(spelled.map(|name| (index, name)));
        }
        let finder = AhoCorasickBuilder::new()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(names.iter().map(|(_, name)| name))
            .ok()
            .filter(|_| !names.is_empty());
        Self { all, finder, names }
    }
}

impl Landmark {
    /// Its name and date: `the Twelve-Day War, 13–24 June 2025`.
    pub fn words(&self) -> String {
        format!("{}, {}", self.source, self.when.in_words())
    }
}

const FILES: [&str; 6] = [
    include_str!("../../assets/lang/en/landmarks/wars.toml"),
    include_str!("../../assets/lang/en/landmarks/attacks.toml"),
    include_str!("../../assets/lang/en/landmarks/disasters.toml"),
    include_str!("../../assets/lang/en/landmarks/politics.toml"),
    include_str!("../../assets/lang/en/landmarks/games.toml"),
    include_str!("../../assets/lang/en/landmarks/science.toml"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    landmark: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    source: String,
    names: Vec<String>,
    when: String,
    #[serde(default)]
    planned: bool,
}

fn read(toml: &str, is_own: bool) -> Result<Vec<Landmark>, String> {
    let file: File = toml::from_str(toml).map_err(|error| error.to_string())?;
    file.landmark
        .into_iter()
        .map(|entry| {
            let when = When::from_edtf(&entry.when);
            let when = when.filter(|when| when.earliest().is_some());
            let Some(when) = when else {
                let (source, when) = (entry.source, entry.when);
                return Err(format!("{source}: '{when}' is no date in EDTF"));
            };
            Ok(Landmark {
                source: entry.source,
                when,
                is_planned: entry.planned,
                is_own,
                names: entry.names,
            })
        })
        .collect()
}

/// The name with straight and with curly apostrophes, with hyphens and with dashes.
fn spellings(name: &str) -> Vec<String> {
    let mut spelled = vec![
        name.to_owned(),
        name.replace('\'', "’"),
        name.replace('-', "–"),
    ];
    spelled.sort_unstable();
    spelled.dedup();
    spelled.retain(|name| !name.is_empty());
    spelled
}

/// Whether the words found are the whole name with its capitals, and no year before them is of
/// another event of that name (`the 1924 Paris Olympics`).
fn is_name(text: &str, named: Named<'_>, name: &str) -> bool {
    let Span { start, end } = named.span;
    let (before, after) = (text.get(..start), text.get(end..));
    let (Some(before), Some(after)) = (before, after) else {
        return false;
    };
    let is_whole = !before.ends_with(char::is_alphanumeric)
        && !after.starts_with(char::is_alphanumeric)
        && !before.ends_with('-');
    let found = named.span.of(text).chars();
    let has_capitals = name
        .chars()
        .zip(found)
        .all(|(c, f)| !c.is_uppercase() || c == f);
    is_whole && has_capitals && !has_other_year(before, named.landmark)
}

fn has_other_year(before: &str, landmark: &Landmark) -> bool {
    let word = before.trim_end().rsplit(char::is_whitespace).next();
    let year = word.and_then(|word| word.parse::<i16>().ok());
    let (first, last) = (landmark.when.earliest(), landmark.when.latest());
    year.filter(|year| (1000..3000).contains(year))
        .is_some_and(|year| {
            first.is_some_and(|first| year < first.year())
                || last.is_some_and(|last| last.year() < year)
        })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found: Vec<(&str, String)> = Landmarks::bundled()
            .named_in(text)
            .into_iter()
            .map(|named| (named.span.of(text), named.landmark.when.to_edtf()))
            .collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (*a, b.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn landmarks_are_found_by_their_names() {
        check(
            "Prices fell after the 12-day war.",
            &[("12-day war", "2025-06-13/2025-06-24")],
        );
        check("THE 12-DAY WAR", &[("12-DAY WAR", "2025-06-13/2025-06-24")]);
        check(
            "since Russia’s invasion of Ukraine",
            &[("Russia’s invasion of Ukraine", "2022-02-24/..")],
        );
        check("the Brexit vote", &[("Brexit vote", "2016-06-23")]);
        check(
            "the Sept. 11 attacks",
            &[("Sept. 11 attacks", "2001-09-11")],
        );
        check(
            "as at the 2000 Sydney Olympics",
            &[("Sydney Olympics", "2000-09-15/2000-10-01")],
        );
    }

    #[test]
    fn what_only_looks_like_a_landmark_is_none() {
        for text in [
            "",
            "a 112-day war",
            "the 12-day warning",
            "the 1924 Paris Olympics",
            "an october 7 attack",
            "the world cup",
            "kobe earthquake",
            "euro 2024 budget",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn the_table_is_sound() {
        let mut sources = BTreeSet::new();
        for file in FILES {
            for landmark in read(file, false).expect("a bundled file") {
                assert!(!landmark.names.is_empty(), "{}", landmark.source);
                assert!(
                    sources.insert(landmark.source.clone()),
                    "{} twice",
                    landmark.source
                );
                let year = landmark.when.earliest().map(jiff::civil::Date::year);
                assert!(year.is_some_and(|year| (1986..2030).contains(&year)));
            }
        }
        assert!(150 <= sources.len());
        let names = &Landmarks::bundled().names;
        let known: BTreeSet<&String> = names.iter().map(|(_, name)| name).collect();
        assert_eq!(names.len(), known.len(), "a name stands for two landmarks");
    }

    #[test]
    fn readers_add_their_own() {
        let own = "[[landmark]]\nsource = \"Parish chronicle\"\nnames = [\"Great Frost\"]\nwhen = \"1709-01\"\n";
        let table = Landmarks::with_own(own).expect("a table");
        let found = table.named_in("after the Great Frost and the Brexit vote");
        let own: Vec<bool> = found.iter().map(|named| named.landmark.is_own).collect();
        assert_eq!(own, [true, false]);
        for (wrong, message) in [
            ("[[landmark]]\nsource = \"x\"\n", "missing field"),
            (
                "[[landmark]]\nsource = \"x\"\nnames = []\nwhen = \"soon\"\n",
                "no date",
            ),
        ] {
            let error = Landmarks::with_own(wrong).expect_err("an error");
            assert!(error.contains(message), "{error}");
        }
    }
}

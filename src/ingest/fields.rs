//! Which field names of front matter and header lines mean title, source and date.

use std::sync::LazyLock;

use serde::Deserialize;

/// What a field means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Source,
    Date,
    Other,
}

/// What `name` means, and its rank among the names of that meaning (0 wins).
pub(super) fn field(name: &str) -> Option<(Field, usize)> {
    let name: String = name
        .chars()
        .filter(|c| !matches!(c, '-' | '_' | ' ' | '*'))
        .flat_map(char::to_lowercase)
        .collect();
    let table = &*TABLE;
    [
        (Field::Title, &table.title),
        (Field::Source, &table.source),
        (Field::Date, &table.date),
        (Field::Other, &table.other),
    ]
    .into_iter()
    .find_map(|(field, names)| {
        let rank = names.iter().position(|known| *known == name)?;
        Some((field, rank))
    })
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    title: Vec<String>,
    source: Vec<String>,
    date: Vec<String>,
    other: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/ingest/fields.toml")).unwrap_or_default()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_however_written() {
        for (name, expected) in [
            ("Title", Some(Field::Title)),
            ("publication_date", Some(Field::Date)),
            ("datePublished", Some(Field::Date)),
            ("Publisher", Some(Field::Source)),
            ("BY", Some(Field::Source)),
            ("url", Some(Field::Other)),
            ("Washington", None),
        ] {
            assert_eq!(field(name).map(|(field, _)| field), expected, "{name}");
        }
    }
}

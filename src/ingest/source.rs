//! The source's name from the folder that holds the file, where that folder is named after one.

use std::sync::LazyLock;

use serde::Deserialize;

/// The nearest folder of `path` whose name can be a source's: date folders are passed over, and
/// folders that hold anything (`Downloads`) end the search.
pub(super) fn from_folder(path: &str) -> Option<String> {
    let mut folders = path.split(['/', '\\']).rev();
    folders.next();
    let name = folders.find(|name| !is_date_part(name))?;
    is_source_name(name).then(|| name.replace('_', " "))
}

/// `2026`, `02`, `2026-02-03`.
fn is_date_part(name: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || c == '-' || c == '_';
    !name.is_empty() && name.chars().all(is_part)
}

fn is_source_name(name: &str) -> bool {
    let has_letter = name.chars().any(char::is_alphabetic);
    let lower = name.to_lowercase();
    has_letter
        && !name.starts_with('.')
        && !name.ends_with(':')
        && !FOLDERS.general.contains(&lower)
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Folders {
    general: Vec<String>,
}

static FOLDERS: LazyLock<Folders> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/ingest/folders.toml")).unwrap_or_default()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_may_name_the_source() {
        for (path, expected) in [
            ("Example Wire/talks.txt", Some("Example Wire")),
            (
                "news/Example_Wire/2026/02/03/talks.txt",
                Some("Example Wire"),
            ),
            ("C:\\news\\Example Wire\\talks.txt", Some("Example Wire")),
            ("talks.txt", None),
            ("./talks.txt", None),
            ("../talks.txt", None),
            ("/talks.txt", None),
            ("/home/reader/Downloads/talks.txt", None),
            ("/tmp/talks.txt", None),
            ("2026/02/talks.txt", None),
            (".cache/talks.txt", None),
        ] {
            assert_eq!(from_folder(path).as_deref(), expected, "{path}");
        }
    }
}

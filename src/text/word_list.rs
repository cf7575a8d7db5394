//! A list of words from a file of `assets/`, asked for every word of a text.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::WordFilter;

/// No word of a list is longer.
const LONGEST: usize = 16;

/// Lower-case ASCII words.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "BTreeSet<String>")]
pub(super) struct WordList {
    words: BTreeSet<String>,
    filter: WordFilter,
}

impl From<BTreeSet<String>> for WordList {
    fn from(words: BTreeSet<String>) -> Self {
        let filter = words.iter().map(String::as_str).collect();
        Self { words, filter }
    }
}

impl WordList {
    /// Whether the list has `word`, in whatever case it is given.
    pub(super) fn has(&self, word: &str) -> bool {
        let mut lower = [0; LONGEST];
        lowered(word, &mut lower)
            .is_some_and(|lower| self.filter.may_have(lower) && self.words.contains(lower))
    }
}

/// `word` in lower case; none if it is longer than any word of a list.
pub(super) fn lowered<'b>(word: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b str> {
    let lower = buffer.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case() {
        let list = WordList::from(BTreeSet::from(["mr".to_owned(), "jan".to_owned()]));
        for (word, is_there) in [("Mr", true), ("JAN", true), ("ja", false), ("", false)] {
            assert_eq!(list.has(word), is_there, "{word}");
        }
        assert!(!list.has(&"mr".repeat(20)) && !list.has("é"));
    }
}

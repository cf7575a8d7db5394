//! Values by word, for words that are mostly in no list.

use crate::text::WordMap;

/// Values by word, in the order in which they were put in.
#[derive(Debug)]
pub(super) struct Table<V> {
    values: WordMap<V>,
}

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self {
            values: WordMap::default(),
        }
    }
}

impl<V: Default> Table<V> {
    /// The value of a word, made if there is none.
    pub(super) fn entry(&mut self, word: &str) -> &mut V {
        self.values.entry(word.to_owned()).or_default()
    }
}

impl<V> Table<V> {
    /// All words with their values.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.values.iter().map(|(word, value)| (&**word, value))
    }

    /// The value of a word.
    pub(super) fn get(&self, word: &str) -> Option<&V> {
        self.values.get(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_found() {
        let mut table: Table<usize> = Table::default();
        for n in 0..10_000 {
            *table.entry(&format!("word{n}")) = n;
        }
        assert_eq!(table.get("word77"), Some(&77));
        assert_eq!(table.get("word10000"), None);
    }
}

//! Values by word: most words of a text are in no list, and this says so at once.

const N_BUCKETS: usize = 1 << 12;

/// Values by word, the same order on every machine.
#[derive(Debug)]
pub(super) struct Table<V> {
    buckets: Vec<Vec<(Box<str>, V)>>,
}

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self {
            buckets: std::iter::repeat_with(Vec::new).take(N_BUCKETS).collect(),
        }
    }
}

impl<V: Default> Table<V> {
    /// The value of a word, made if there is none.
    pub(super) fn entry(&mut self, word: &str) -> Option<&mut V> {
        let bucket = self.buckets.get_mut(place(word))?;
        let at = bucket.iter().position(|(known, _)| &**known == word);
        let at = at.unwrap_or_else(|| {
            bucket.push((word.into(), V::default()));
            bucket.len() - 1
        });
        bucket.get_mut(at).map(|(_, value)| value)
    }
}

impl<V> Table<V> {
    /// All words with their values.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        let all = self.buckets.iter().flatten();
        all.map(|(word, value)| (&**word, value))
    }

    /// The value of a word.
    pub(super) fn get(&self, word: &str) -> Option<&V> {
        let bucket = self.buckets.get(place(word))?;
        let found = bucket.iter().find(|(known, _)| &**known == word);
        found.map(|(_, value)| value)
    }
}

/// FNV-1a.
fn place(word: &str) -> usize {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (hash ^ (hash >> 15)) as usize % N_BUCKETS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_found() {
        let mut table: Table<usize> = Table::default();
        for n in 0..10_000 {
            *table.entry(&format!("word{n}")).expect("a bucket") = n;
        }
        assert_eq!(table.get("word77"), Some(&77));
        assert_eq!(table.get("word10000"), None);
    }
}

//! Says at once of most words that they are in no list.

const N_CHUNKS: usize = 1 << 10;

/// A set of words that never says no to one it has, but may say yes to one it has not.
///
/// A Bloom filter: most words of a text are in no list, and looking each of them up in the
/// lists themselves would take most of the time of reading.
#[derive(Clone, Debug)]
pub struct WordFilter {
    bits: Vec<u64>,
}

impl Default for WordFilter {
    fn default() -> Self {
        Self {
            bits: vec![0; N_CHUNKS],
        }
    }
}

impl WordFilter {
    /// Adds a word.
    pub fn add(&mut self, word: &str) {
        let (at, bit) = place(word);
        if let Some(chunk) = self.bits.get_mut(at) {
            *chunk |= bit;
        }
    }

    /// False if the word was certainly not added.
    pub fn may_have(&self, word: &str) -> bool {
        let (at, bit) = place(word);
        self.bits.get(at).is_some_and(|chunk| chunk & bit != 0)
    }
}

impl<'w> FromIterator<&'w str> for WordFilter {
    fn from_iter<I: IntoIterator<Item = &'w str>>(words: I) -> Self {
        let mut filter = Self::default();
        words.into_iter().for_each(|word| filter.add(word));
        filter
    }
}

fn place(word: &str) -> (usize, u64) {
    // FNV-1a: short, and the same on every machine.
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let hash = hash ^ (hash >> 32);
    ((hash >> 6) as usize % N_CHUNKS, 1 << (hash % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_found_and_little_else() {
        let words: Vec<String> = (0..1_000).map(|n| format!("word{n}")).collect();
        let filter: WordFilter = words.iter().map(String::as_str).collect();
        assert!(words.iter().all(|word| filter.may_have(word)));
        let others = (0..1_000).map(|n| format!("other{n}"));
        let n_wrong = others.filter(|word| filter.may_have(word)).count();
        assert!(n_wrong < 60, "{n_wrong}");
    }
}

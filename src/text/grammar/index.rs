//! Numbers hashed features in order: a hash table from feature to its place in a list.

use super::bytes::{Reader, Writer};
use super::look::Hash;

/// The table; read only.
#[derive(Clone, Debug, Default)]
pub struct Index {
    keys: Vec<Hash>,
    /// Place + 1; 0 is empty.
    slots: Vec<u32>,
}

impl Index {
    /// Numbers `keys` from 0; of equal keys the first counts.
    pub fn new(keys: Vec<Hash>) -> Self {
        let mut slots = vec![0; (keys.len() * 2).next_power_of_two()];
        let mask = slots.len() - 1;
        for (place, key) in (1..).zip(&keys) {
            let mut at = *key as usize & mask;
            while let Some(slot) = slots.get_mut(at) {
                if *slot == 0 {
                    *slot = place;
                    break;
                }
                at = (at + 1) & mask;
            }
        }
        Self { keys, slots }
    }

    /// The number of `key`.
    #[inline]
    pub fn get(&self, key: Hash) -> Option<usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = key as usize & mask;
        loop {
            let place = (*self.slots.get(at)? as usize).checked_sub(1)?;
            if self.keys.get(place) == Some(&key) {
                return Some(place);
            }
            at = (at + 1) & mask;
        }
    }

    /// Number of keys.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Writes the keys in order.
    pub fn write(&self, out: &mut Writer) {
        out.u32(self.keys.len() as u32);
        for key in &self.keys {
            out.u32(*key);
        }
    }

    /// Reads what [`Index::write`] wrote.
    pub fn read(bytes: &mut Reader<'_>) -> Option<Self> {
        let n = bytes.u32()? as usize;
        let keys = bytes.take(n.checked_mul(4)?)?.as_chunks().0;
        Some(Self::new(
            keys.iter().map(|key| u32::from_le_bytes(*key)).collect(),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_their_place() {
        let index = Index::new(vec![8, 16, 24, 5]);
        assert_eq!(
            [8, 16, 24, 5].map(|key| index.get(key)),
            [Some(0), Some(1), Some(2), Some(3)]
        );
        assert_eq!(index.get(32), None);
        assert_eq!(Index::default().get(0), None);
        let mut out = Writer::default();
        index.write(&mut out);
        let bytes = out.into_bytes();
        let again = Index::read(&mut Reader::new(&bytes)).expect("whole");
        assert_eq!(again.get(24), Some(2));
        assert_eq!(again.len(), 4);
    }
}

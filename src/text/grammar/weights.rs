//! Weights of a linear model: hashed features to a few scored classes each.

use std::ops::Range;

use super::bytes::{Reader, Writer};
use super::look::Hash;

/// A feature with its classes and their weights.
pub type Row = (Hash, Vec<(u16, i16)>);

/// A class and what a feature adds to its score.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Entry {
    class: u16,
    weight: i16,
}

/// Where the entries of a feature lie: the first of them times 256, plus their number, which is 0 in an
/// empty slot. Small, for a look-up mostly waits for memory.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: Hash,
    place: u32,
}

impl Slot {
    fn is_empty(self) -> bool {
        self.len() == 0
    }

    fn len(self) -> usize {
        (self.place & 255) as usize
    }

    fn range(self) -> Range<usize> {
        let start = (self.place >> 8) as usize;
        start..start + self.len()
    }
}

/// A feature has weights for at most so many classes.
const MOST_CLASSES: usize = 255;

/// A hash table of features; read only.
#[derive(Debug, Default)]
pub struct Weights {
    slots: Vec<Slot>,
    entries: Vec<Entry>,
}

impl Weights {
    /// Adds the weights of `features` to the `scores` of their classes.
    #[inline]
    pub fn add<const N: usize>(&self, features: [Hash; N], scores: &mut [i32]) {
        // All slots are fetched before the first is needed: memory answers many questions at once.
        let first = features.map(|feature| self.slots.get(self.home(feature)).copied());
        for (feature, slot) in features.into_iter().zip(first) {
            let entries = match slot {
                Some(slot) if slot.key == feature => {
                    self.entries.get(slot.range()).unwrap_or_default()
                }
                Some(slot) if slot.is_empty() => &[],
                _ => self.entries(feature),
            };
            for entry in entries {
                if let Some(score) = scores.get_mut(usize::from(entry.class)) {
                    *score += i32::from(entry.weight);
                }
            }
        }
    }

    /// The classes of `feature` with their weights.
    pub fn row(&self, feature: Hash) -> impl Iterator<Item = (u16, i16)> + '_ {
        let pair = |entry: &Entry| (entry.class, entry.weight);
        self.entries(feature).iter().map(pair)
    }

    #[inline]
    fn entries(&self, feature: Hash) -> &[Entry] {
        let mut at = self.home(feature);
        while let Some(slot) = self.slots.get(at) {
            if slot.key == feature || slot.is_empty() {
                return self.entries.get(slot.range()).unwrap_or_default();
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        &[]
    }

    #[inline]
    fn home(&self, feature: Hash) -> usize {
        (feature as usize) & self.slots.len().wrapping_sub(1)
    }

    /// Number of features.
    pub fn len(&self) -> usize {
        self.slots.iter().filter(|slot| !slot.is_empty()).count()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Builds the table from features in any order, each with its classes and weights.
    pub fn from_rows(rows: impl IntoIterator<Item = Row>) -> Self {
        let rows: Vec<Row> = rows
            .into_iter()
            .filter(|(_, row)| !row.is_empty())
            .collect();
        let mut weights = Self::with_room_for(rows.len());
        for (key, row) in rows {
            let start = weights.entries.len();
            weights
                .entries
                .extend(row.iter().map(|&(class, weight)| Entry { class, weight }));
            weights.insert(key, start, row.len());
        }
        weights
    }

    fn with_room_for(n: usize) -> Self {
        Self {
            slots: vec![Slot::default(); (n + n / 2 + 1).next_power_of_two()],
            entries: Vec::new(),
        }
    }

    fn insert(&mut self, key: Hash, start: usize, len: usize) {
        let mut at = self.home(key);
        while self.slots.get(at).is_some_and(|slot| !slot.is_empty()) {
            at = (at + 1) & (self.slots.len() - 1);
        }
        if let Some(slot) = self.slots.get_mut(at) {
            let place = (start << 8 | len.min(MOST_CLASSES)) as u32;
            *slot = Slot { key, place };
        }
    }

    /// Writes the table; the same weights give the same bytes.
    pub fn write(&self, out: &mut Writer) {
        let mut rows: Vec<&Slot> = self.slots.iter().filter(|slot| !slot.is_empty()).collect();
        rows.sort_by_key(|slot| slot.key);
        out.u32(rows.len() as u32);
        for slot in &rows {
            out.u32(slot.key);
        }
        for slot in &rows {
            out.u8(slot.len() as u8);
        }
        let entries = |slot: &Slot| self.entries(slot.key).iter();
        for entry in rows.iter().flat_map(|slot| entries(slot)) {
            out.u8(entry.class as u8);
        }
        for entry in rows.iter().flat_map(|slot| entries(slot)) {
            out.i16(entry.weight);
        }
    }

    /// Reads what [`Weights::write`] wrote; at most 256 classes.
    pub fn read(bytes: &mut Reader<'_>) -> Option<Self> {
        let n = bytes.u32()? as usize;
        let keys = bytes.take(n.checked_mul(4)?)?;
        let lens = bytes.take(n)?;
        let n_entries = lens.iter().map(|len| usize::from(*len)).sum::<usize>();
        let classes = bytes.take(n_entries)?;
        let scores = bytes.take(n_entries * 2)?;
        let mut weights = Self::with_room_for(n);
        weights.entries = classes
            .iter()
            .zip(scores.as_chunks().0)
            .map(|(class, weight)| Entry {
                class: u16::from(*class),
                weight: i16::from_le_bytes(*weight),
            })
            .collect();
        let mut start = 0;
        for (key, len) in keys.as_chunks().0.iter().zip(lens) {
            weights.insert(u32::from_le_bytes(*key), start, usize::from(*len));
            start += usize::from(*len);
        }
        Some(weights)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_survive_the_file() {
        let rows = [
            (7, vec![(0, 5), (2, -300)]),
            (9, vec![(1, 1)]),
            (23, vec![]),
        ];
        let mut out = Writer::default();
        Weights::from_rows(rows).write(&mut out);
        let bytes = out.into_bytes();
        let weights = Weights::read(&mut Reader::new(&bytes)).expect("whole");
        let mut scores = [0; 3];
        weights.add([7, 9, 9, 23, 1000], &mut scores);
        assert_eq!(scores, [5, 2, -300]);
        assert_eq!(weights.len(), 2);
        for n in 0..bytes.len() {
            assert!(
                Weights::read(&mut Reader::new(bytes.get(..n).unwrap_or_default())).is_none()
            );
        }
    }

    #[test]
    fn no_weights_add_nothing() {
        let mut scores = [1];
        Weights::default().add([3], &mut scores);
        assert_eq!(scores, [1]);
        assert!(Weights::default().is_empty());
    }
}

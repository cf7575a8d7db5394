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

impl Entry {
    #[inline]
    fn add(self, scores: &mut [i32]) {
        if let Some(score) = scores.get_mut(usize::from(self.class)) {
            *score += i32::from(self.weight);
        }
    }
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

    fn start(self) -> usize {
        (self.place >> 8) as usize
    }
}

/// The place of a feature with a number for every class tells this as its number of entries.
const DENSE: usize = 255;
/// A feature that knows this share of all classes has a number for every class.
const DENSE_SHARE: usize = 8;
/// Numbers of all classes come in multiples of so many.
const LANES: usize = 16;

/// A hash table of features; read only.
#[derive(Debug, Default)]
pub struct Weights {
    slots: Vec<Slot>,
    entries: Vec<Entry>,
    /// Rows of numbers for all classes, for features that know many: to add them all is faster than to
    /// pick some.
    dense: Vec<[i16; LANES]>,
    /// So many chunks of [`Weights::dense`] are a row.
    n_chunks: usize,
    /// The entries of each such row.
    dense_entries: Vec<Range<usize>>,
}

impl Weights {
    /// Adds the weights of `features` to the `scores` of their classes.
    #[inline]
    pub fn add<const N: usize>(&self, features: [Hash; N], scores: &mut [i32]) {
        // All slots are fetched before the first is needed, and then all first entries: memory answers
        // many questions at once.
        let homes = features.map(|feature| self.slots.get(self.home(feature)).copied());
        let mut rows = [Slot::default(); N];
        for (row, (feature, home)) in rows.iter_mut().zip(features.into_iter().zip(homes)) {
            *row = match home {
                Some(slot) if slot.key == feature || slot.is_empty() => slot,
                _ => self.slot(feature),
            };
        }
        let firsts = rows.map(|row| self.entries.get(row.start()).copied());
        for (row, first) in rows.into_iter().zip(firsts) {
            if row.len() == DENSE {
                self.add_dense(row.start(), scores);
            } else if let Some(first) = first.filter(|_| !row.is_empty()) {
                let rest = self.entries.get(row.start() + 1..row.start() + row.len());
                first.add(scores);
                rest.unwrap_or_default()
                    .iter()
                    .for_each(|entry| entry.add(scores));
            }
        }
    }

    #[inline]
    fn add_dense(&self, row: usize, scores: &mut [i32]) {
        let row = self
            .dense
            .get(row * self.n_chunks..(row + 1) * self.n_chunks);
        let chunks = row.unwrap_or_default();
        let (whole, rest) = scores.as_chunks_mut::<LANES>();
        for (scores, numbers) in whole.iter_mut().zip(chunks) {
            // A copy, so that the compiler sees that nothing changes under its hands.
            let mut sums = *scores;
            for (sum, number) in sums.iter_mut().zip(numbers) {
                *sum += i32::from(*number);
            }
            *scores = sums;
        }
        let last = chunks.get(whole.len()).into_iter().flatten();
        for (score, number) in rest.iter_mut().zip(last) {
            *score += i32::from(*number);
        }
    }

    /// The classes of `feature` with their weights.
    pub fn row(&self, feature: Hash) -> impl Iterator<Item = (u16, i16)> + '_ {
        let pair = |entry: &Entry| (entry.class, entry.weight);
        self.entries(feature).iter().map(pair)
    }

    #[inline]
    fn entries(&self, feature: Hash) -> &[Entry] {
        self.range(self.slot(feature))
            .and_then(|range| self.entries.get(range))
            .unwrap_or_default()
    }

    fn range(&self, slot: Slot) -> Option<Range<usize>> {
        match slot.len() {
            DENSE => self.dense_entries.get(slot.start()).cloned(),
            len => Some(slot.start()..slot.start() + len),
        }
    }

    /// The slot of a feature; an empty one if it has none.
    #[inline]
    fn slot(&self, feature: Hash) -> Slot {
        let mut at = self.home(feature);
        while let Some(slot) = self.slots.get(at) {
            if slot.key == feature || slot.is_empty() {
                return *slot;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        Slot::default()
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
        let entry = |&(class, weight): &(u16, i16)| Entry { class, weight };
        weights.entries = rows.iter().flat_map(|(_, row)| row).map(entry).collect();
        weights.insert_all(rows.iter().map(|(key, row)| (*key, row.len())));
        weights
    }

    fn with_room_for(n: usize) -> Self {
        Self {
            slots: vec![Slot::default(); (n + n / 2 + 1).next_power_of_two()],
            ..Self::default()
        }
    }

    /// Gives each feature the next so many entries.
    fn insert_all(&mut self, features: impl Iterator<Item = (Hash, usize)>) {
        let classes = self
            .entries
            .iter()
            .map(|entry| usize::from(entry.class) + 1);
        self.n_chunks = classes.max().unwrap_or(0).div_ceil(LANES);
        let most = (self.n_chunks * LANES / DENSE_SHARE).min(DENSE - 1);
        let mut start = 0;
        for (key, len) in features {
            if len > most {
                let row = self.dense_entries.len();
                self.add_dense_row(start..start + len);
                self.insert(key, row, DENSE);
            } else {
                self.insert(key, start, len);
            }
            start += len;
        }
    }

    fn add_dense_row(&mut self, range: Range<usize>) {
        let start = self.dense.len();
        self.dense.resize(start + self.n_chunks, [0; LANES]);
        let row = self
            .dense
            .get_mut(start..)
            .unwrap_or_default()
            .as_flattened_mut();
        for entry in self.entries.get(range.clone()).unwrap_or_default() {
            if let Some(number) = row.get_mut(usize::from(entry.class)) {
                *number = entry.weight;
            }
        }
        self.dense_entries.push(range);
    }

    fn insert(&mut self, key: Hash, start: usize, len: usize) {
        let mut at = self.home(key);
        while self.slots.get(at).is_some_and(|slot| !slot.is_empty()) {
            at = (at + 1) & (self.slots.len() - 1);
        }
        if let Some(slot) = self.slots.get_mut(at) {
            let place = (start << 8 | len) as u32;
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
            out.u8(self.entries(slot.key).len() as u8);
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
        let keys = keys
            .as_chunks()
            .0
            .iter()
            .map(|key| u32::from_le_bytes(*key));
        weights.insert_all(keys.zip(lens.iter().map(|len| usize::from(*len))));
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
            (24, (0..40).map(|class| (class, 2)).collect()),
        ];
        let mut out = Writer::default();
        Weights::from_rows(rows).write(&mut out);
        let bytes = out.into_bytes();
        let weights = Weights::read(&mut Reader::new(&bytes)).expect("whole");
        let mut scores = [0; 35];
        weights.add([7, 9, 9, 23, 1000, 24], &mut scores);
        assert_eq!(scores.get(..4), Some(&[7, 4, -298, 2][..]));
        assert_eq!(scores.last(), Some(&2));
        assert_eq!(weights.row(24).count(), 40);
        assert_eq!(weights.len(), 3);
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

//! Weights of a linear model: hashed features to a few scored classes each.
#![expect(
    clippy::inline_always,
    reason = "else it is not compiled for the vector unit"
)]

use std::hint::black_box;
use std::ops::Range;

use pulp::NullaryFnOnce;

use super::bytes::{Reader, Writer};
use super::kernel::fast;
use super::look::Hash;
use super::slots::{Slot, Slots};

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

/// The rows of some features, in their order.
struct Rows<const N: usize> {
    /// Numbers of the rows that know every class.
    dense: [usize; N],
    n_dense: usize,
    sparse: [Slot; N],
    n_sparse: usize,
}

/// Adds rows of numbers for all classes.
struct AddDense<'a> {
    weights: &'a Weights,
    rows: &'a [usize],
    scores: &'a mut [i32],
}

impl NullaryFnOnce for AddDense<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let n_chunks = self.weights.n_chunks;
        let numbers = |row: &usize, n: usize| self.weights.dense.get(row * n_chunks + n);
        // Chunk by chunk, so that the sums of one stay in registers.
        let (whole, rest) = self.scores.as_chunks_mut::<LANES>();
        for (n, scores) in whole.iter_mut().enumerate() {
            let mut sums = *scores;
            for numbers in self.rows.iter().filter_map(|row| numbers(row, n)) {
                for (sum, number) in sums.iter_mut().zip(numbers) {
                    *sum += i32::from(*number);
                }
            }
            *scores = sums;
        }
        for numbers in self.rows.iter().filter_map(|row| numbers(row, whole.len())) {
            for (score, number) in rest.iter_mut().zip(numbers) {
                *score += i32::from(*number);
            }
        }
    }
}

/// The place of a feature with a number for every class tells this as its number of entries.
const DENSE: usize = 255;
/// A feature that knows this share of all classes has a number for every class.
const DENSE_SHARE: usize = 8;
/// Numbers of all classes come in multiples of so many.
const LANES: usize = 16;
/// Of many features so many are worked on at once.
const MANY: usize = 32;
/// Of up to so many candidates only their own numbers are added.
pub(super) const FEW: usize = 4;

/// A hash table of features; read only.
#[derive(Debug, Default)]
pub struct Weights {
    slots: Slots,
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
    pub fn add<const N: usize>(&self, features: [Hash; N], scores: &mut [i32]) {
        self.add_upto::<N>(&features, scores);
    }

    /// The same with any number of features.
    pub fn add_all(&self, features: &[Hash], scores: &mut [i32]) {
        let parts = features.chunks(MANY);
        parts.for_each(|features| self.add_upto::<MANY>(features, scores));
    }

    /// The same with up to `N` features.
    fn add_upto<const N: usize>(&self, features: &[Hash], scores: &mut [i32]) {
        let rows = self.rows::<N>(features);
        fast(AddDense {
            weights: self,
            rows: rows.dense.get(..rows.n_dense).unwrap_or_default(),
            scores,
        });
        self.add_sparse(&rows, scores);
    }

    /// The same where only the scores of the `candidates` matter: the others are left unfinished.
    pub fn add_for<const N: usize>(
        &self,
        features: [Hash; N],
        candidates: &[u16],
        scores: &mut [i32],
    ) {
        if candidates.len() > FEW {
            return self.add(features, scores);
        }
        let rows = self.rows::<N>(&features);
        self.add_few(
            rows.dense.get(..rows.n_dense).unwrap_or_default(),
            candidates,
            scores,
        );
        self.add_sparse(&rows, scores);
    }

    /// Where the rows of features lie. All places are fetched before the first is needed, and sorted
    /// without a branch: memory answers many questions at once.
    #[inline]
    fn rows<const N: usize>(&self, features: &[Hash]) -> Rows<N> {
        let mut rows = Rows {
            dense: [0; N],
            n_dense: 0,
            sparse: [Slot::default(); N],
            n_sparse: 0,
        };
        let touch = |sum: u32, feature: &Hash| sum ^ self.slots.touch(*feature);
        black_box(features.iter().fold(0, touch));
        let mut slots = [Slot::default(); N];
        for (slot, feature) in slots.iter_mut().zip(features) {
            *slot = self.slots.get(*feature);
        }
        for slot in slots.into_iter().take(features.len()) {
            if let Some(dense) = rows.dense.get_mut(rows.n_dense) {
                *dense = slot.start();
            }
            if let Some(sparse) = rows.sparse.get_mut(rows.n_sparse) {
                *sparse = slot;
            }
            rows.n_dense += usize::from(slot.len() == DENSE);
            rows.n_sparse += usize::from(slot.len() != DENSE && !slot.is_empty());
        }
        rows
    }

    #[inline]
    fn add_sparse<const N: usize>(&self, rows: &Rows<N>, scores: &mut [i32]) {
        let slots = rows.sparse.get(..rows.n_sparse).unwrap_or_default();
        // Most rows are one entry long.
        let mut firsts = [Entry::default(); N];
        for (first, slot) in firsts.iter_mut().zip(slots) {
            *first = self.entries.get(slot.start()).copied().unwrap_or_default();
        }
        firsts
            .iter()
            .take(slots.len())
            .for_each(|first| first.add(scores));
        for slot in slots.iter().filter(|slot| slot.len() > 1) {
            let rest = self
                .entries
                .get(slot.start() + 1..slot.start() + slot.len());
            let rest = rest.unwrap_or_default();
            for entry in rest {
                entry.add(scores);
            }
        }
    }

    #[inline]
    fn add_few(&self, rows: &[usize], candidates: &[u16], scores: &mut [i32]) {
        let mut classes = [0; FEW];
        for (class, candidate) in classes.iter_mut().zip(candidates) {
            *class = usize::from(*candidate);
        }
        let numbers = self.dense.as_flattened();
        let width = self.n_chunks * LANES;
        let mut sums = [0; FEW];
        for row in rows {
            let row = numbers
                .get(row * width..(row + 1) * width)
                .unwrap_or_default();
            for (sum, class) in sums.iter_mut().zip(classes) {
                *sum += row.get(class).map_or(0, |number| i32::from(*number));
            }
        }
        for (sum, class) in sums.into_iter().zip(candidates) {
            if let Some(score) = scores.get_mut(usize::from(*class)) {
                *score += sum;
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
        self.range(self.slots.get(feature))
            .and_then(|range| self.entries.get(range))
            .unwrap_or_default()
    }

    fn range(&self, slot: Slot) -> Option<Range<usize>> {
        match slot.len() {
            DENSE => self.dense_entries.get(slot.start()).cloned(),
            len => Some(slot.start()..slot.start() + len),
        }
    }

    /// Number of features.
    pub fn len(&self) -> usize {
        self.slots.iter().count()
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
            slots: Slots::with_room_for(n),
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
                self.slots.insert(key, Slot::new(row, DENSE));
            } else {
                self.slots.insert(key, Slot::new(start, len));
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

    /// Writes the table; the same weights give the same bytes.
    pub fn write(&self, out: &mut Writer) {
        let mut keys: Vec<Hash> = self.slots.iter().map(|(key, _)| key).collect();
        keys.sort_unstable();
        out.u32(keys.len() as u32);
        for key in &keys {
            out.u32(*key);
        }
        for key in &keys {
            out.u8(self.entries(*key).len() as u8);
        }
        for entry in keys.iter().flat_map(|key| self.entries(*key)) {
            out.u8(entry.class as u8);
        }
        for entry in keys.iter().flat_map(|key| self.entries(*key)) {
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
        let mut of_few = [0; 35];
        weights.add_for([7, 9, 9, 23, 1000, 24], &[2, 34, 1], &mut of_few);
        for class in [1, 2, 34] {
            assert_eq!(of_few.get(class), scores.get(class));
        }
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

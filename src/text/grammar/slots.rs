//! A hash table of features, made for the memory of the machine; read only once it is filled.

use super::look::Hash;

/// Where the entries of each feature lie.
#[derive(Debug, Default)]
pub(super) struct Slots {
    buckets: Vec<Bucket>,
}

impl Slots {
    /// An empty table for so many features.
    pub(super) fn with_room_for(n: usize) -> Self {
        let n_buckets = (n / FILLED + 1).next_power_of_two();
        Self {
            buckets: vec![Bucket::default(); n_buckets],
        }
    }

    /// The slot of a feature; an empty one if it has none.
    #[inline]
    pub(super) fn get(&self, feature: Hash) -> Slot {
        let mut at = self.home(feature);
        while let Some(bucket) = self.buckets.get(at) {
            let place = bucket.place(feature);
            if place != 0 || !bucket.is_full() {
                return Slot(place);
            }
            at = (at + 1) & (self.buckets.len() - 1);
        }
        Slot::default()
    }

    /// Brings the home of a feature near, so that the memory of the machine answers many such questions at
    /// once; what it tells means nothing.
    #[inline]
    pub(super) fn touch(&self, feature: Hash) -> u32 {
        let bucket = self.buckets.get(self.home(feature));
        bucket.map_or(0, |bucket| bucket.keys[0])
    }

    /// Adds a feature that it does not have, as one of those it was made for.
    pub(super) fn insert(&mut self, feature: Hash, slot: Slot) {
        let mut at = self.home(feature);
        while self.buckets.get(at).is_some_and(Bucket::is_full) {
            at = (at + 1) & (self.buckets.len() - 1);
        }
        let Some(bucket) = self.buckets.get_mut(at) else {
            return;
        };
        let mut places = bucket.keys.iter_mut().zip(&mut bucket.places);
        if let Some((key, place)) = places.find(|(_, place)| **place == 0) {
            (*key, *place) = (feature, slot.0);
        }
    }

    /// All features with their slots.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Hash, Slot)> + '_ {
        let pairs = |bucket: &Bucket| bucket.keys.into_iter().zip(bucket.places.map(Slot));
        let all = self.buckets.iter().flat_map(pairs);
        all.filter(|(_, slot)| !slot.is_empty())
    }

    #[inline]
    fn home(&self, feature: Hash) -> usize {
        (feature as usize) & self.buckets.len().wrapping_sub(1)
    }
}

/// Where the entries of a feature lie: the first of them times 256, plus their number, which is 0 where
/// nothing is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Slot(u32);

impl Slot {
    /// For `len` entries, at most 255, from `start` on, less than 2^24.
    pub(super) fn new(start: usize, len: usize) -> Self {
        Self((start << 8 | len) as u32)
    }

    #[inline]
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    #[inline]
    pub(super) fn len(self) -> usize {
        (self.0 & 255) as usize
    }

    #[inline]
    pub(super) fn start(self) -> usize {
        (self.0 >> 8) as usize
    }
}

/// So many features fill a line of the cache.
const BUCKET: usize = 8;
/// So many features a bucket has on average at most: few then overflow into the next.
const FILLED: usize = 5;

/// Features that share a home, with their places; one line of the cache.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
struct Bucket {
    keys: [Hash; BUCKET],
    places: [u32; BUCKET],
}

impl Bucket {
    /// The place of a feature, or 0: without a branch, for which of them it is cannot be foretold.
    #[inline]
    fn place(&self, key: Hash) -> u32 {
        let pairs = self.keys.iter().zip(&self.places);
        pairs.fold(0, |found, (known, place)| {
            found | (u32::from(*known == key).wrapping_neg() & place)
        })
    }

    #[inline]
    fn is_full(&self) -> bool {
        self.places.last().is_some_and(|place| *place != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_features_share_their_homes() {
        let mut slots = Slots::with_room_for(5_000);
        for key in 0..5_000 {
            slots.insert(key << 11, Slot::new(key as usize, 3));
        }
        assert_eq!(slots.iter().count(), 5_000);
        for key in 0..5_000 {
            assert_eq!(slots.get(key << 11), Slot::new(key as usize, 3));
        }
        assert!(slots.get(5_000 << 11).is_empty());
        assert!(Slots::default().get(1).is_empty());
    }
}

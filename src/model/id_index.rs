//! Finding an event by its id without looking at all of them.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::EventId;

/// Places of ids in a list, by their hash.
#[derive(Clone, Debug, Default)]
pub struct IdIndex {
    /// Sorted.
    places: Vec<(u64, u32)>,
}

impl IdIndex {
    /// An index of ids in the order of their list.
    pub fn new<'a>(ids: impl Iterator<Item = &'a EventId>) -> Self {
        let mut places: Vec<(u64, u32)> = ids.map(hash).zip(0..).collect();
        places.sort_unstable();
        Self { places }
    }

    /// The place of an id; `is_it` tells whether the list has it at a place.
    pub fn find(&self, id: &EventId, is_it: impl Fn(usize) -> bool) -> Option<usize> {
        let wanted = hash(id);
        let from = self.places.partition_point(|(hash, _)| *hash < wanted);
        let alike = self.places.get(from..)?.iter();
        let alike = alike.take_while(|(hash, _)| *hash == wanted);
        alike
            .map(|(_, place)| *place as usize)
            .find(|place| is_it(*place))
    }
}

fn hash(id: &EventId) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_where_they_stand() {
        let ids: Vec<EventId> = (0..500).map(|n| EventId(format!("e{n}"))).collect();
        let index = IdIndex::new(ids.iter());
        for (place, id) in ids.iter().enumerate() {
            assert_eq!(index.find(id, |at| ids.get(at) == Some(id)), Some(place));
        }
        let other = EventId("other".to_owned());
        assert_eq!(index.find(&other, |at| ids.get(at) == Some(&other)), None);
    }
}

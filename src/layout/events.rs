//! The events of a picture: a list of references, or some of a store.

use crate::model::Event;

/// The events of a picture in the order in which the index knows them; as cheap to hand on as a
/// reference, however many they are.
#[derive(Clone, Copy, Debug)]
pub enum Events<'a> {
    /// Each by itself.
    Listed(&'a [&'a Event]),
    /// Those of a store at these places.
    Picked(&'a [Event], &'a [usize]),
}

impl<'a> Events<'a> {
    /// The event at a place, if there is one.
    pub fn get(self, at: usize) -> Option<&'a Event> {
        match self {
            Self::Listed(events) => events.get(at).copied(),
            Self::Picked(events, places) => events.get(*places.get(at)?),
        }
    }

    /// How many they are.
    pub fn len(self) -> usize {
        match self {
            Self::Listed(events) => events.len(),
            Self::Picked(_, places) => places.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// All of them, in order.
    pub fn iter(self) -> impl Iterator<Item = &'a Event> {
        (0..self.len()).filter_map(move |at| self.get(at))
    }
}

impl<'a> From<&'a [&'a Event]> for Events<'a> {
    fn from(events: &'a [&'a Event]) -> Self {
        Self::Listed(events)
    }
}

impl<'a> From<&'a Vec<&'a Event>> for Events<'a> {
    fn from(events: &'a Vec<&'a Event>) -> Self {
        Self::Listed(events)
    }
}

impl<'a, const N: usize> From<&'a [&'a Event; N]> for Events<'a> {
    fn from(events: &'a [&'a Event; N]) -> Self {
        Self::Listed(events)
    }
}

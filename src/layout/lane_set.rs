//! In which order the lanes stand, and which of them are collapsed.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::lane_index::LaneIndex;

/// What the lanes are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LaneOrder {
    /// That of kinds and statuses, articles as loaded, the most frequent name first.
    #[default]
    Usual,
    /// The first event.
    First,
    /// How many events they have, the most first.
    Size,
    /// Their name.
    Name,
}

/// How the reader wants the lanes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LaneSet {
    /// What they are sorted by.
    pub order: LaneOrder,
    /// The names of those that were moved by hand, and of all above them: they come first.
    pub moved: Vec<String>,
    /// The names of those that show nothing but how thick their events lie.
    pub collapsed: BTreeSet<String>,
}

impl LaneOrder {
    /// All orders, as menus list them.
    pub const ALL: [Self; 4] = [Self::Usual, Self::First, Self::Size, Self::Name];

    /// What readers see.
    pub fn words(self) -> &'static str {
        match self {
            Self::Usual => "Usual order",
            Self::First => "First event",
            Self::Size => "Most events",
            Self::Name => "Name",
        }
    }
}

impl LaneSet {
    /// All lanes in their usual order, none collapsed.
    pub fn usual() -> &'static Self {
        static USUAL: LazyLock<LaneSet> = LazyLock::new(LaneSet::default);
        &USUAL
    }

    /// The places of lanes in the order in which they stand.
    pub(super) fn sorted(&self, lanes: &[LaneIndex]) -> Vec<usize> {
        let hand = |lane: &LaneIndex| {
            let at = self.moved.iter().position(|name| *name == lane.name);
            at.unwrap_or(usize::MAX)
        };
        let mut sorted: Vec<(usize, &LaneIndex)> = lanes.iter().enumerate().collect();
        sorted.sort_by(|(_, a), (_, b)| {
            let by_order = match self.order {
                LaneOrder::Usual => std::cmp::Ordering::Equal,
                LaneOrder::First => a.extent().0.total_cmp(&b.extent().0),
                LaneOrder::Size => b.len().cmp(&a.len()),
                LaneOrder::Name => a.name.to_lowercase().cmp(&b.name.to_lowercase()),
            };
            hand(a).cmp(&hand(b)).then(by_order)
        });
        sorted.into_iter().map(|(at, _)| at).collect()
    }
}

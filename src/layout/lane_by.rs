//! How events are put into lanes.

use serde::{Deserialize, Serialize};

/// What the lanes stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LaneBy {
    /// One lane a kind.
    #[default]
    Kind,
    /// One lane an article; an event stands in each that reports it.
    Article,
    /// One lane a status.
    Status,
    /// One lane a source; an event stands in each that reports it.
    Source,
    /// One lane a participant; an event stands in each that takes part.
    Participant,
    /// One lane a place; an event stands in each that it is told of.
    Place,
    /// No lanes.
    None,
}

impl LaneBy {
    /// Whether one event may stand in several lanes.
    pub fn has_twins(self) -> bool {
        match self {
            Self::Article | Self::Source | Self::Participant | Self::Place => true,
            Self::Kind | Self::Status | Self::None => false,
        }
    }
}

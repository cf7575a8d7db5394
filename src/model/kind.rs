//! What kind of event it is, and how real its source says it is.

use serde::{Deserialize, Serialize};

/// A general kind of event; decides the colour and the default lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Wars, attacks, strikes.
    Conflict,
    /// Deployments, exercises, weapons tests.
    Military,
    /// Talks, visits, treaties, sanctions.
    Diplomacy,
    /// Elections, laws, appointments, resignations.
    Politics,
    /// Arrests, trials, verdicts, crimes.
    Justice,
    /// Deals, results, strikes of workers, prices.
    Economy,
    /// Storms, quakes, crashes, fires.
    Disaster,
    /// Demonstrations, unrest.
    Protest,
    /// Research, space, medicine, epidemics.
    Science,
    /// Games, matches, records.
    Sport,
    /// Festivals, awards, releases, deaths of public persons.
    Culture,
    /// Something said that matters in itself: a warning, an ultimatum, an announcement.
    Statement,
    /// None of the others.
    Other,
}

impl Kind {
    /// All kinds in the order of lanes and legend.
    pub const ALL: [Self; 13] = [
        Self::Conflict,
        Self::Military,
        Self::Diplomacy,
        Self::Politics,
        Self::Justice,
        Self::Economy,
        Self::Disaster,
        Self::Protest,
        Self::Science,
        Self::Sport,
        Self::Culture,
        Self::Statement,
        Self::Other,
    ];

    /// The id in JSON, in assets and in themes.
    pub fn id(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Military => "military",
            Self::Diplomacy => "diplomacy",
            Self::Politics => "politics",
            Self::Justice => "justice",
            Self::Economy => "economy",
            Self::Disaster => "disaster",
            Self::Protest => "protest",
            Self::Science => "science",
            Self::Sport => "sport",
            Self::Culture => "culture",
            Self::Statement => "statement",
            Self::Other => "other",
        }
    }

    /// The name that readers see.
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflict => "Conflict",
            Self::Military => "Military",
            Self::Diplomacy => "Diplomacy",
            Self::Politics => "Politics",
            Self::Justice => "Justice",
            Self::Economy => "Economy",
            Self::Disaster => "Disaster",
            Self::Protest => "Protest",
            Self::Science => "Science",
            Self::Sport => "Sport",
            Self::Culture => "Culture",
            Self::Statement => "Statement",
            Self::Other => "Other",
        }
    }

    /// The kind with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// How real the source says the event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It took place.
    Happened,
    /// Under way at the last report.
    Ongoing,
    /// Decided or scheduled.
    Planned,
    /// Suggested, possible, under discussion.
    Proposed,
    /// Only if something else happens, or threatened.
    Conditional,
    /// Said not to have happened.
    Denied,
    /// Was planned and is called off.
    Cancelled,
}

impl Status {
    /// All statuses in the order of lanes, filters and legend.
    pub const ALL: [Self; 7] = [
        Self::Happened,
        Self::Ongoing,
        Self::Planned,
        Self::Proposed,
        Self::Conditional,
        Self::Denied,
        Self::Cancelled,
    ];

    /// The id in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Ongoing => "ongoing",
            Self::Planned => "planned",
            Self::Proposed => "proposed",
            Self::Conditional => "conditional",
            Self::Denied => "denied",
            Self::Cancelled => "cancelled",
        }
    }

    /// The name that readers see.
    pub fn name(self) -> &'static str {
        match self {
            Self::Happened => "Happened",
            Self::Ongoing => "Under way",
            Self::Planned => "Planned",
            Self::Proposed => "Proposed",
            Self::Conditional => "Conditional",
            Self::Denied => "Denied",
            Self::Cancelled => "Cancelled",
        }
    }

    /// The status with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.id() == id)
    }
}

//! One event, all its reports, and where they contradict each other.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Kind, MINOR_BELOW, Mention, Status, When};

/// Stays the same when extraction runs again on the same articles, so that edits find their event.
///
/// Made from the content of the article that told of it first and the place of its mention there, so that
/// what is published later does not change it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EventId(pub String);

/// One event out of all its mentions. There is at least one mention.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Stable id.
    pub id: EventId,
    /// Headline, at most 60 characters.
    pub title: String,
    /// Kind of event.
    pub kind: Kind,
    /// Status by the latest report.
    pub status: Status,
    /// Date by the best report; none stands in the undated tray.
    pub when: Option<When>,
    /// The dates it was planned for before it was moved, the oldest first.
    pub earlier: Vec<EarlierPlan>,
    /// Places, the best attested first.
    pub places: Vec<String>,
    /// Participants, the best attested first.
    pub participants: Vec<String>,
    /// How many independent origins report it; copies of one text count once.
    pub origins: u32,
    /// All mentions, by article and then by place in the text.
    pub mentions: Vec<Mention>,
    /// Where the mentions contradict each other.
    pub conflicts: Vec<Conflict>,
    /// 0 to 1, for choosing what to show when there is no room for all; below [`MINOR_BELOW`] it is
    /// minor.
    pub salience: f32,
}

impl Event {
    /// Whether no article makes much of it: shown only if the reader asks for minor events.
    pub fn is_minor(&self) -> bool {
        self.salience < MINOR_BELOW
    }

    /// Whether it is a plan whose date lies before `day` and that no report says took place.
    pub fn is_lapsed(&self, day: Date) -> bool {
        let due = self.when.as_ref().and_then(When::latest);
        self.status == Status::Planned && due.is_some_and(|due| due < day)
    }
}

/// In words: what has become of a plan whose date is past.
pub const LAPSED_WORDS: &str = "due, no report found";

/// A date that an event was planned for until later reports named another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierPlan {
    /// The date.
    pub when: When,
    /// Planned or proposed.
    pub status: Status,
    /// The first day on which this was what the reports said.
    pub reported: Date,
}

/// What the sources disagree about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// The date.
    When,
    /// The place.
    Place,
    /// A number.
    Number,
    /// Whether it happened.
    Status,
}

impl Aspect {
    /// The id in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::When => "when",
            Self::Place => "place",
            Self::Number => "number",
            Self::Status => "status",
        }
    }

    /// In a sentence: 'Sources disagree about the …'.
    pub fn words(self) -> &'static str {
        match self {
            Self::When => "date",
            Self::Place => "place",
            Self::Number => "numbers",
            Self::Status => "status",
        }
    }
}

/// A disagreement with at least two claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// What it is about.
    pub about: Aspect,
    /// Who says what; the claim of the most origins first.
    pub claims: Vec<Claim>,
}

/// One value that some mentions give.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// In words.
    pub value: String,
    /// The date, for a conflict about it.
    pub when: Option<When>,
    /// Indexes into [`Event::mentions`].
    pub mentions: Vec<usize>,
}

//! A time expression as TimeML 1.2.1 has it (TIMEX3), with the range it denotes.

use serde::{Deserialize, Serialize};

use super::{Span, Step, When};

/// A time expression in an article's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Its extent.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// TIMEX3 value (`2026-02-06`, `P3W`, `XXXX-WXX-5`, `PRESENT_REF`).
    pub value: String,
    /// TIMEX3 mod.
    pub modifier: Option<TimexMod>,
    /// Name of the rule that found it.
    pub rule: String,
    /// The days it denotes on the calendar, if it does and what it counts from is known.
    pub when: Option<When>,
    /// What it denotes if the day comes before the month, for a date in numbers (`7/8/2007`) whose
    /// order nothing in the article tells.
    pub other: Option<When>,
    /// Whether its days count from the publication date.
    pub counts_from_publication: bool,
    /// How the date came about, from the words to the range.
    pub steps: Vec<Step>,
}

/// TIMEX3 type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexType {
    /// A calendar period of a day or more.
    Date,
    /// A time of day.
    Time,
    /// A length.
    Duration,
    /// Something that recurs.
    Set,
}

impl TimexType {
    /// As TimeML writes it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// TIMEX3 mod.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(missing_docs, reason = "the names are TimeML's own")]
pub enum TimexMod {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

impl TimexMod {
    /// As TimeML writes it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::OnOrAfter => "ON_OR_AFTER",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
        }
    }
}

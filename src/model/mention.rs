//! One place in one article that speaks of an event.

use serde::{Deserialize, Serialize};

use super::{ArticleId, Kind, Span, Status, When};

/// What one sentence says of an event, with the words that say it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The article.
    pub article: ArticleId,
    /// The excerpt: the sentence, or as much of it as is needed.
    pub excerpt: Span,
    /// The word or words that name the event (`meet`, `air attacks`, `shot down`).
    pub trigger: Span,
    /// Base form of the trigger's head (`meet`), lower case.
    pub lemma: String,
    /// Group of triggers that may name the same event (`meeting` for meet, talks, summit),
    /// from the lexicon; the lemma if it has none.
    pub class: String,
    /// Kind of event.
    pub kind: Kind,
    /// How real this sentence says it is.
    pub status: Status,
    /// The words that gave the status, if any did.
    pub status_span: Option<Span>,
    /// Its date as far as this sentence and the publication date tell.
    pub when: Option<When>,
    /// The time expression that gave the date.
    pub timex: Option<Span>,
    /// How the date came about, in steps.
    pub why: Vec<Step>,
    /// Where it takes place.
    pub places: Vec<Name>,
    /// Who takes part.
    pub participants: Vec<Name>,
    /// Numbers it gives (dead, wounded, amounts).
    pub quantities: Vec<Quantity>,
    /// A headline of at most 60 characters made from its own words; empty if it only comes back to an
    /// event that its article tells elsewhere.
    pub title: String,
    /// How much the event matters in its article, 0 to 1.
    pub salience: f32,
}

/// Events whose salience is below this are minor: true, but no part of the story in short.
pub const MINOR_BELOW: f32 = 0.1;

impl Mention {
    /// Whether it only comes back to an event (`the quake`), without which it would be none.
    pub fn is_echo(&self) -> bool {
        self.title.is_empty()
    }

    /// Whether it tells of something that only a close reader would put on the timeline.
    pub fn is_minor(&self) -> bool {
        self.salience < MINOR_BELOW
    }
}

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// The full form (`Abbas Araghchi` for a later `Araghchi`; `United States` for `US`).
    pub full: String,
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub class: NameClass,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameClass {
    /// A person.
    Person,
    /// A company, agency, party, armed group.
    Organisation,
    /// A country.
    Country,
    /// A city, region, sea, base.
    Place,
    /// A ship, aircraft, product.
    Vessel,
    /// Not known.
    Unknown,
}

/// A number that a sentence gives of the event.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// What is counted (`dead`, `injured`, `dollars`).
    pub about: String,
    /// The number.
    pub value: f64,
    /// The words.
    pub span: Span,
}

/// One step of the answer to 'why here?'.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// In words (`"Friday" looks forward: "could"`).
    pub words: String,
    /// The words of the article it rests on.
    pub span: Option<Span>,
}

impl Step {
    /// A step with or without words of the article.
    pub fn new(words: impl Into<String>, span: Option<Span>) -> Self {
        Self {
            words: words.into(),
            span,
        }
    }
}

//! Nouns only: what the program talks about, from an article's text to an event with its claims.
//!
//! Nothing here reads, guesses or draws. All text offsets are byte [`Span`]s into
//! [`Article::text`], which never changes after ingest.

mod article;
mod event;
mod id_index;
mod kind;
mod mention;
mod problem;
mod span;
mod timex;
mod when;
mod when_edtf;
mod when_words;

pub use article::{Anchor, Article, ArticleId, Basis, DeclaredDate, Published};
pub use event::{Aspect, Claim, Conflict, EarlierPlan, Event, EventId, LAPSED_WORDS};
pub use id_index::IdIndex;
pub use kind::{Kind, Status};
pub use mention::{MINOR_BELOW, Mention, Name, NameClass, Quantity, Step};
pub use problem::Problem;
pub use span::{ScalarOffsets, Span};
pub use timex::{Timex, TimexMod, TimexType};
pub use when::{Bounds, Granularity, When, last_day_of_month};

//! An article: its text, where it came from, and when it was published as far as known.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Span, When};

/// An article's number within its set, in order of loading.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct ArticleId(pub u32);

/// One article. `text` is the decoded text with CRLF turned to LF; it never changes, so every
/// span of the program stays true.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// Its number within the set.
    pub id: ArticleId,
    /// The path as given, or a name for what has none (`pasted-1.txt`, `sample/…`).
    pub path: String,
    /// The whole text, boilerplate and front matter included.
    pub text: Arc<str>,
    /// Title from front matter or first line; never empty.
    pub title: String,
    /// Where the title stands in the text, if it does.
    pub title_span: Option<Span>,
    /// Outlet or author: front matter, else the folder's name, else none.
    pub source: Option<String>,
    /// A publication date that the front matter or the reader's list states, not yet understood.
    pub declared_date: Option<DeclaredDate>,
    /// Publication date with how it is known.
    pub published: Published,
    /// Day on which its file was last written, if it comes from one; it is not younger.
    pub saved: Option<Date>,
    /// What its dates count from, if the reader says so; else the text decides.
    pub anchor: Option<Anchor>,
    /// What is not the article (front matter, advertisement lines, disclaimers, share bars), sorted
    /// and disjoint. Gives no events; the reader view greys it.
    pub boilerplate: Vec<Span>,
}

impl Article {
    /// Whether `span` touches text that is not the article.
    pub fn is_boilerplate(&self, span: Span) -> bool {
        let next = self.boilerplate.partition_point(|b| b.end <= span.start);
        self.boilerplate.get(next).is_some_and(|b| b.overlaps(span))
    }
}

/// What dates that leave something open count from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// The publication date, as in news.
    Publication,
    /// The date last spoken of, as in a history.
    Story,
}

/// The words of a front matter's date field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredDate {
    /// As written.
    pub words: String,
    /// Where in the text.
    pub span: Option<Span>,
}

/// When an article was published, and how that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The day, or a range for an inferred or partial date; none if unknown.
    pub when: Option<When>,
    /// How it is known.
    pub basis: Basis,
    /// The words of the text that say so.
    pub span: Option<Span>,
}

impl Published {
    /// A date that is known to the day.
    pub fn on(day: Date, basis: Basis, span: Option<Span>) -> Self {
        Self {
            when: Some(When::day(day)),
            basis,
            span,
        }
    }

    /// Whether anybody states it, as against inferred or unknown.
    pub fn is_stated(&self) -> bool {
        self.when.is_some() && self.basis < Basis::Inferred
    }

    /// The day by whose end it was surely out, as far as that is known.
    pub fn known_by(&self) -> Option<Date> {
        let when = self.when.as_ref()?;
        when.latest().or(when.earliest())
    }

    /// The day, if it is known to the day.
    pub fn day(&self) -> Option<Date> {
        self.when.as_ref().and_then(When::single_day)
    }
}

/// How a publication date is known, the surest first.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The reader set it in the window.
    Reader,
    /// Given on the command line or in a set's manifest.
    Given,
    /// The front matter states it.
    FrontMatter,
    /// A date line near the top states it.
    DateLine,
    /// The file name holds it.
    FileName,
    /// Inferred from clues in the text.
    Inferred,
    /// Not known.
    #[default]
    Unknown,
}

impl Basis {
    /// The words the window and the exports use.
    pub fn words(self) -> &'static str {
        match self {
            Self::Reader => "set by you",
            Self::Given => "given with the file",
            Self::FrontMatter => "stated in the front matter",
            Self::DateLine => "stated near the top",
            Self::FileName => "from the file name",
            Self::Inferred => "inferred",
            Self::Unknown => "not known",
        }
    }

    /// The word the JSON contract uses.
    pub fn id(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Given => "given",
            Self::FrontMatter => "front-matter",
            Self::DateLine => "date-line",
            Self::FileName => "file-name",
            Self::Inferred => "inferred",
            Self::Unknown => "unknown",
        }
    }
}

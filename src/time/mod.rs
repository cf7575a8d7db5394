//! Time expressions: rules as data, a matcher, a resolver; and the publication date.

use jiff::civil::Date;

use crate::model::{Article, Problem, Published, Timex};
use crate::text::Document;

/// The time expressions of `text`, in order and disjoint, resolved against the publication day if
/// that is known.
pub fn tag(text: &str, document: &Document, published: Option<Date>) -> Vec<Timex> {
    let _ = (text, document, published);
    Vec::new()
}

/// When an article was published: its declared date, else a date line near the top, else a date
/// in its file name, else unknown. Problems name a declared date that cannot be read.
pub fn publication(article: &Article) -> (Published, Vec<Problem>) {
    let _ = article;
    (Published::default(), Vec::new())
}

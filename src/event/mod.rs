//! Event mentions: trigger, status, date, participants, places, title.

use crate::model::{Article, Mention, Timex};
use crate::text::Document;

/// The event mentions of one article in text order. `timexes` are those of [`crate::time::tag`].
pub fn mentions(article: &Article, document: &Document, timexes: &[Timex]) -> Vec<Mention> {
    let _ = (article, document, timexes);
    Vec::new()
}

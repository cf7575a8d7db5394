//! Lines and blocks that are not the article.

use crate::model::Span;

/// Spans of boilerplate in `text` from `body_start` on.
pub(super) fn find(text: &str, body_start: usize) -> Vec<Span> {
    let _ = (text, body_start);
    Vec::new()
}

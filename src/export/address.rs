//! How exports name articles and stretches of their texts: in Unicode scalar values, not bytes.

use serde::Serialize;

use crate::model::{Article, ArticleId, ScalarOffsets, Span};

/// The id of an article in all formats.
pub(super) fn article_id(id: ArticleId) -> String {
    format!("a{}", u64::from(id.0) + 1)
}

/// One article's way from bytes to scalar values.
pub(super) struct Offsets {
    pub(super) article: ArticleId,
    scalars: ScalarOffsets,
}

impl Offsets {
    pub(super) fn new(article: &Article) -> Self {
        Self {
            article: article.id,
            scalars: ScalarOffsets::new(&article.text),
        }
    }

    pub(super) fn span(&self, span: Span) -> SpanOut {
        SpanOut {
            start: self.scalars.scalar(span.start),
            end: self.scalars.scalar(span.end),
        }
    }
}

/// From the first character to the one after the last.
#[derive(Serialize)]
pub(super) struct SpanOut {
    start: usize,
    end: usize,
}

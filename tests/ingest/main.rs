//! From files to articles: what is read, what is refused, and what is understood of it.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod dates;
mod folders;
mod spans;
mod texts;

use dateline::ingest;
use dateline::model::{Article, ArticleId, Problem};

fn read(path: &str, bytes: &[u8]) -> (Option<Article>, Vec<Problem>) {
    ingest::article(ArticleId(0), path, bytes)
}

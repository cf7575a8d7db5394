//! Where sentences end inside a block.

use super::abbreviation::{is_closing, is_unfinished, starts_unmarked};
use super::stop::{first_word, is_boundary, last_word, run_end};
use crate::model::Span;

/// A sentence longer than this many bytes is cut at a space: no sentence is, and whatever reads
/// sentences then stays linear.
const LONGEST: usize = 2_000;
/// So many equal signs in a row are a line between texts.
const SHORTEST_RULER: usize = 5;

/// The sentences of a block, trimmed, in order.
pub(super) fn sentences(text: &str, block: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = block.start;
    let mut at = block.start;
    let words = text.get(..block.end).unwrap_or("");
    while let Some(sign) = next_sign(words.as_bytes(), at) {
        let cut = read_sign(words, start, sign);
        for end in [cut.before, cut.after].into_iter().flatten() {
            push(&mut found, text, Span::new(start, end));
            start = end;
        }
        at = cut.next;
    }
    push(&mut found, text, Span::new(start, block.end));
    found
}

/// Where a sign or a capital cuts the text.
#[derive(Default)]
struct Cut {
    /// The end of a sentence before it.
    before: Option<usize>,
    /// The end of a sentence with it.
    after: Option<usize>,
    /// Where to look on.
    next: usize,
}

impl Cut {
    /// Cuts at `end`, behind the sign, or not at all.
    fn after(end: usize, is_last: bool) -> Self {
        Self {
            before: None,
            after: is_last.then_some(end),
            next: end,
        }
    }
}

/// The next place from `at` on where a sentence may end: a sign, or the first letter of a word with
/// a capital.
fn next_sign(words: &[u8], at: usize) -> Option<usize> {
    let rest = words.get(at..)?;
    let mut before = at
        .checked_sub(1)
        .and_then(|at| words.get(at).copied())
        .unwrap_or(b'.');
    let found = rest.iter().position(|byte| {
        let is_here = match SIGNS.get(usize::from(*byte)) {
            Some(Sign::Stop) => true,
            Some(Sign::Capital) => before <= b' ',
            _ => false,
        };
        before = *byte;
        is_here
    });
    found.map(|found| at + found)
}

#[derive(Clone, Copy, PartialEq)]
enum Sign {
    None,
    Stop,
    Capital,
}

/// What each byte may be. The first byte of an ellipsis begins other signs too; reading tells them
/// apart.
static SIGNS: [Sign; 256] = {
    let mut signs = [Sign::None; 256];
    let stops = b".!?()_*=\xe2";
    let mut at = 0;
    while at < stops.len() {
        signs[stops[at] as usize] = Sign::Stop;
        at += 1;
    }
    let mut capital = b'A' as usize;
    while capital <= b'Z' as usize {
        signs[capital] = Sign::Capital;
        capital += 1;
    }
    signs
};

fn read_sign(words: &str, start: usize, sign: usize) -> Cut {
    let rest = words.get(sign..).unwrap_or("");
    let before = words.get(start..sign).unwrap_or("");
    match rest.chars().next() {
        Some('.' | '!' | '?' | '…') => {
            let end = run_end(words, sign);
            Cut::after(end, is_boundary(words, start, sign, end))
        }
        Some('(' | ')') => Cut::after(sign + 1, is_emoticon_end(before, rest)),
        Some(c @ ('_' | '*' | '=')) => ruler(before, rest, c, sign),
        Some('A'..='Z') => Cut {
            before: begins_unmarked(before, rest).then_some(sign),
            after: None,
            next: sign + 1,
        },
        c => Cut::after(sign + c.map_or(1, char::len_utf8), false),
    }
}

/// `:)`, `;-)` between white space and a word.
fn is_emoticon_end(before: &str, rest: &str) -> bool {
    let eyes = before.strip_suffix('-').unwrap_or(before);
    let after = rest.get(1..).unwrap_or("");
    let is_apart = |before: &str| before.ends_with(char::is_whitespace);
    eyes.strip_suffix([':', ';', '=']).is_some_and(is_apart)
        && after.starts_with(char::is_whitespace)
        && after.trim_start().starts_with(char::is_alphabetic)
}

/// A line of equal signs between white space is apart from the sentences around it.
fn ruler(before: &str, rest: &str, sign: char, start: usize) -> Cut {
    let after = rest.trim_start_matches(sign);
    let len = rest.len() - after.len();
    let is_ruler = len >= SHORTEST_RULER
        && before.ends_with(char::is_whitespace)
        && after.starts_with(char::is_whitespace);
    Cut {
        before: is_ruler.then_some(start),
        ..Cut::after(start + len, is_ruler)
    }
}

/// Whether the word at the start of `rest` begins a sentence although the words before it end with no
/// stop: a heading, a caption, the end of a letter.
fn begins_unmarked(before: &str, rest: &str) -> bool {
    let line = before.trim_end();
    if let Some(closing) = line.strip_suffix(',') {
        return is_closing(last_word(closing));
    }
    let word = first_word(rest);
    let goes_on = rest.get(word.len()..).unwrap_or("").strip_prefix(' ');
    let is_before_lower = goes_on
        .is_some_and(|next| next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()));
    if !is_before_lower || !line.ends_with(char::is_alphanumeric) || !starts_unmarked(word) {
        return false;
    }
    let last = last_word(line);
    let is_number = last.starts_with(|c: char| c.is_ascii_digit());
    let is_alone = last.len() == line.trim_start().len();
    !(is_unfinished(last) || is_number && is_alone)
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
        check(
            "Bridge closes The council met in the Hague. Good. :) Thanks, Ann",
            &[
                "Bridge closes",
                "The council met in the Hague.",
                "Good. :)",
                "Thanks,",
                "Ann",
            ],
        );
        check("\"No.\" \"Yes.\"", &["\"No.\"", "\"Yes.\""]);
        check(
            "It rained. [4] We left. is it open? yes :) Fine ______ Sent by me",
            &[
                "It rained. [4]",
                "We left.",
                "is it open?",
                "yes :)",
                "Fine",
                "______",
                "Sent by me",
            ],
        );
    }

    #[test]
    fn stops_that_do_not() {
        for text in [
            "Mr. Smith met Gov. J. R. Jones of the U.S. Senate on Jan. 5 at 9 a.m. sharp.",
            "No. 10 rose 1.5 percent, see www.example.org/a.B for more.",
            "Well... if it works, fine.",
            "“Really?” he asked.",
            "The firm Example.Com grew.",
            "Wahoo! said on bldg. two of approx. ten (c. 1818) in ext. 12 a*b = c.",
            "2. Open the box, J. et al. found",
            "The film The red sea and a song As we go by A. Kay.Bo@example.org",
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

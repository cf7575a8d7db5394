//! Words, numbers and signs, cut as Universal Dependencies cuts them, but at hyphens too.

use super::document::{Token, TokenShape};
use super::token_len::{
    address_len, alphanumerics, clitic_len, clitic_len_at, code_len, digits, number_len,
    quoted_decade, stop_len, word_len,
};
use crate::model::Span;

/// The tokens of a sentence.
pub(super) fn tokens(text: &str, sentence: Span) -> Vec<Token> {
    let mut cutter = Cutter {
        text: text.get(..sentence.end).unwrap_or(""),
        at: sentence.start,
        found: Vec::with_capacity(sentence.len() / 5 + 1),
    };
    while let Some(byte) = cutter.text.as_bytes().get(cutter.at) {
        match byte {
            b' ' => cutter.at += 1,
            b'0'..=b'9' => cutter.number(),
            b'a'..=b'z' | b'A'..=b'Z' => {
                if !cutter.plain_word() {
                    cutter.word();
                }
            }
            _ => cutter.other(),
        }
    }
    cutter.found
}

struct Cutter<'t> {
    text: &'t str,
    at: usize,
    found: Vec<Token>,
}

impl<'t> Cutter<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// Most words: nothing but ASCII letters up to a space or a comma. Whether it was one.
    fn plain_word(&mut self) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or(&[]);
        let len = rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        let is_plain = matches!(
            rest.get(len),
            None | Some(b' ' | b',' | b'\n' | b';' | b'!' | b'?' | b')')
        );
        if is_plain {
            let shape = ascii_shape(rest.get(..len).unwrap_or(&[]));
            self.push(len, shape);
        }
        is_plain
    }

    fn other(&mut self) {
        let Some(c) = self.rest().chars().next() else {
            self.at = self.text.len();
            return;
        };
        if c.is_whitespace() {
            self.at += c.len_utf8();
        } else if c.is_alphabetic() {
            self.word();
        } else {
            self.sign(c);
        }
    }

    fn push(&mut self, len: usize, shape: TokenShape) {
        let span = Span::new(self.at, self.at + len);
        self.found.push(Token { span, shape });
        self.at += len;
    }

    /// A number with its separators (`3,000`, `1.5`), an ordinal (`13th`), a decade (`1980s`).
    fn number(&mut self) {
        let rest = self.rest();
        let len = if self.follows_decimal() {
            digits(rest)
        } else {
            number_len(rest)
        };
        let tail = rest.get(len..).unwrap_or("");
        let letters = alphanumerics(tail);
        let suffix = tail.get(..letters).unwrap_or("");
        let is_daytime = ["am", "pm", "a", "p"]
            .iter()
            .any(|half| suffix.eq_ignore_ascii_case(half));
        if letters == 0 || is_daytime {
            self.push(len, TokenShape::Number);
            return;
        }
        self.push(len + letters, TokenShape::Mixed);
    }

    fn word(&mut self) {
        let rest = self.rest();
        let is_address = || self.begins_chunk().then(|| address_len(rest)).flatten();
        if let Some(len) = is_address() {
            self.push(len, TokenShape::Mixed);
            return;
        }
        let len = word_len(rest);
        let word = rest.get(..len).unwrap_or("");
        let clitic = clitic_len(word);
        if clitic > 0 && clitic < len {
            self.push_word(len - clitic);
            self.push_word(clitic);
            return;
        }
        let coded = len + code_len(word, rest.get(len..).unwrap_or(""));
        if coded > len {
            self.push(coded, TokenShape::Mixed);
            return;
        }
        self.push_word(len + stop_len(word, rest.get(len..).unwrap_or("")));
    }

    /// Whether `23.` stands glued before, as in `23.02.2026`: then this is no new decimal fraction.
    fn follows_decimal(&self) -> bool {
        self.found.last().is_some_and(|stop| {
            stop.span.end == self.at
                && stop.span.of(self.text) == "."
                && self.found.iter().nth_back(1).is_some_and(|number| {
                    number.shape == TokenShape::Number && number.span.end == stop.span.start
                })
        })
    }

    /// Whether white space or an opening sign stands before: an address is looked for only there.
    fn begins_chunk(&self) -> bool {
        self.found.last().is_none_or(|last| {
            last.span.end < self.at
                || matches!(
                    last.span.of(self.text),
                    "(" | "[" | "<" | "\"" | "“" | "‘" | "'"
                )
        })
    }

    fn push_word(&mut self, len: usize) {
        let shape = shape(self.rest().get(..len).unwrap_or(""));
        self.push(len, shape);
    }

    /// A sign, or a run of the same one (`...`, `--`, ` `` `), or a clitic with its apostrophe.
    fn sign(&mut self, c: char) {
        let rest = self.rest();
        if matches!(c, '\'' | '’' | '‘') {
            if let Some(len) = quoted_decade(rest, c) {
                self.push(len, TokenShape::Mixed);
                return;
            }
            let follows_word = self
                .found
                .last()
                .is_some_and(|last| last.span.end == self.at && last.shape != TokenShape::Sign);
            let len = if follows_word { clitic_len_at(rest) } else { 0 };
            if len > 0 {
                self.push_word(len);
                return;
            }
        }
        let runs = matches!(c, '.' | '-' | '`' | '\'' | '_' | '=' | '*');
        let len = if runs {
            rest.len() - rest.trim_start_matches(c).len()
        } else {
            c.len_utf8()
        };
        let shape = if c.is_numeric() {
            TokenShape::Number
        } else {
            TokenShape::Sign
        };
        self.push(len, shape);
    }
}

fn ascii_shape(letters: &[u8]) -> TokenShape {
    let is_upper = |byte: &u8| byte.is_ascii_uppercase();
    match letters.split_first() {
        Some((first, _)) if !is_upper(first) => TokenShape::Lower,
        Some((_, rest)) if !rest.is_empty() && rest.iter().all(is_upper) => TokenShape::Upper,
        _ => TokenShape::Capitalised,
    }
}

fn shape(word: &str) -> TokenShape {
    if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return ascii_shape(word.as_bytes());
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    if word.chars().any(|c| c.is_ascii_digit()) {
        return TokenShape::Mixed;
    }
    match letters.next() {
        None => TokenShape::Sign,
        Some(first) if !first.is_uppercase() => TokenShape::Lower,
        Some(_) => {
            let mut rest = letters.peekable();
            if rest.peek().is_some() && rest.all(char::is_uppercase) {
                TokenShape::Upper
            } else {
                TokenShape::Capitalised
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = tokens(text, Span::new(0, text.len()))
            .iter()
            .map(|token| token.span.of(text))
            .collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn words_and_clitics() {
        check(
            "They don't know Peru's plan.",
            "They|do|n't|know|Peru|'s|plan|.",
        );
        check(
            "It’s O’Brien’s, can’t we’ll",
            "It|’s|O’Brien|’s|,|ca|n’t|we|’ll",
        );
        check(
            "mid-February 12-day F-35 COVID-19",
            "mid|-|February|12|-|day|F-35|COVID-19",
        );
        check(
            "the U.S. and U.S.-led a.m. Jan. 5",
            "the|U.S.|and|U.S.|-|led|a.m.|Jan.|5",
        );
        check("said:“Right now", "said|:|“|Right|now");
        check("He sat. Mr. Ho, Inc.", "He|sat|.|Mr.|Ho|,|Inc.");
    }

    #[test]
    fn numbers_and_signs() {
        check(
            "3,000 and 1.5 on 23.02.2026",
            "3,000|and|1.5|on|23|.|02|.|2026",
        );
        check(
            "the 1980s, '90s, 13th at 6am 18:00",
            "the|1980s|,|'90s|,|13th|at|6|am|18|:|00",
        );
        check(
            "2019-21 7/8/07 June 13,2005",
            "2019|-|21|7|/|8|/|07|June|13|,|2005",
        );
        check("``So... yes''--he", "``|So|...|yes|''|--|he");
        check(
            "See https://example.org/a?b=1. Or a@b.org.",
            "See|https://example.org/a?b=1|.|Or|a@b.org|.",
        );
    }
}

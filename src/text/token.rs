//! Words, numbers and signs, cut as Universal Dependencies cuts them, but at hyphens too.

use super::abbreviation::{Stop, stop_after};
use super::document::{Token, TokenShape};
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

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn alphanumerics(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len())
}

fn number_len(text: &str) -> usize {
    let mut len = digits(text);
    if len <= 3 {
        loop {
            let rest = text.get(len..).unwrap_or("");
            let group = rest.strip_prefix(',').map_or(0, digits);
            if group != 3 {
                break;
            }
            len += 4;
        }
    }
    let fraction = decimals(text.get(len..).unwrap_or(""));
    // '23.02.2026' and '1.2.3' are no decimal fractions.
    let more = decimals(text.get(len + fraction..).unwrap_or(""));
    if more > 0 { len } else { len + fraction }
}

fn decimals(text: &str) -> usize {
    match text.strip_prefix('.').map_or(0, digits) {
        0 => 0,
        n => n + 1,
    }
}

/// Letters, digits, marks, inner apostrophes, and the stops of `U.S.` and `a.m.`.
fn word_len(text: &str) -> usize {
    let mut len = 0;
    let mut run = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let goes_on = next.is_some_and(char::is_alphabetic);
        match c {
            _ if is_word_char(c) => run += 1,
            '\'' | '’' if goes_on => run = 0,
            // The last stop of a dotted word belongs to it as the inner ones do.
            '.' if run == 1 && (goes_on || text.get(..at).is_some_and(|w| w.contains('.'))) => {
                run = 0;
                if !is_dotted_next(text.get(at + 1..).unwrap_or("")) {
                    return at + 1;
                }
            }
            _ => return len,
        }
        len = at + c.len_utf8();
    }
    len
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}')
}

/// Whether one letter and a stop, or a last single letter, follow a stop (`U.S.`, not `a.The`).
fn is_dotted_next(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_alphabetic)
        && chars.next().is_none_or(|c| !c.is_alphanumeric())
}

/// `F-35`, `COVID-19`, `Su-27`: the length of the hyphen and what follows.
fn code_len(word: &str, rest: &str) -> usize {
    let is_code = word.chars().all(char::is_uppercase)
        || (word.len() == 2 && word.starts_with(char::is_uppercase));
    let Some(tail) = rest.strip_prefix('-').filter(|_| is_code) else {
        return 0;
    };
    if tail.starts_with(|c: char| c.is_ascii_digit()) {
        1 + alphanumerics(tail)
    } else {
        0
    }
}

/// Whether the stop after a word belongs to it.
fn stop_len(word: &str, rest: &str) -> usize {
    let Some(after) = rest.strip_prefix('.') else {
        return 0;
    };
    if after.starts_with('.') {
        return 0;
    }
    let next = after.trim_start();
    let belongs = match stop_after(word) {
        Stop::Plain => false,
        Stop::Title => !next.is_empty(),
        Stop::Numbered => next.starts_with(|c: char| c.is_ascii_digit()),
        Stop::Either => word.contains('.') || !next.is_empty() || word.len() > 1,
    };
    usize::from(belongs)
}

/// The length of a clitic at the end of a word (`n't`, `'s`), else 0.
fn clitic_len(word: &str) -> usize {
    let Some(at) = word.rfind(['\'', '’']) else {
        return 0;
    };
    let (stem, tail) = word.split_at(at);
    let letters = tail.trim_start_matches(['\'', '’']);
    if letters.eq_ignore_ascii_case("t") && stem.ends_with(['n', 'N']) {
        tail.len() + 1
    } else if is_clitic(letters) {
        tail.len()
    } else {
        0
    }
}

/// The length of a clitic that begins with the apostrophe at the start of `text`, else 0.
fn clitic_len_at(text: &str) -> usize {
    let mark = text.chars().next().map_or(0, char::len_utf8);
    let tail = text.get(mark..).unwrap_or("");
    let letters = alphanumerics(tail);
    if is_clitic(tail.get(..letters).unwrap_or("")) {
        mark + letters
    } else {
        0
    }
}

fn is_clitic(letters: &str) -> bool {
    let clitics = ["s", "re", "ve", "ll", "d", "m"];
    clitics
        .iter()
        .any(|clitic| letters.eq_ignore_ascii_case(clitic))
}

/// `'90s`, `'98`
fn quoted_decade(text: &str, mark: char) -> Option<usize> {
    let tail = text.get(mark.len_utf8()..)?;
    let after = tail.get(2..)?;
    let is_decade = digits(tail) == 2
        && match alphanumerics(after) {
            0 => true,
            1 => after.starts_with('s'),
            _ => false,
        };
    let len = mark.len_utf8() + 2 + alphanumerics(after).min(1);
    is_decade.then_some(len)
}

/// The length of a web or mail address, without the signs that end its sentence.
fn address_len(text: &str) -> Option<usize> {
    let first =
        text.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '+' | '%'))?;
    let is_sign = |sign: &str| text.get(first..).is_some_and(|rest| rest.starts_with(sign));
    if !is_sign("://") && !is_sign(".") && !is_sign("@") {
        return None;
    }
    let end = text
        .char_indices()
        .take(4096)
        .find(|(_, c)| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”' | '“' | '|'))
        .map_or_else(|| text.len().min(floor(text, 4096)), |(at, _)| at);
    let chunk = text.get(..end)?;
    let scheme = chunk.find("://").is_some_and(|at| {
        chunk
            .get(..at)
            .is_some_and(|s| s.bytes().all(|b| b.is_ascii_alphabetic()))
    });
    let is_mail = chunk
        .find('@')
        .is_some_and(|at| chunk.get(at..).is_some_and(|host| host.contains('.')));
    if !scheme && !chunk.starts_with("www.") && !is_mail {
        return None;
    }
    let chunk = chunk.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’']);
    Some(chunk.len())
}

fn floor(text: &str, n_chars: usize) -> usize {
    text.char_indices()
        .nth(n_chars)
        .map_or(text.len(), |(at, _)| at)
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

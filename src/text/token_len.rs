//! How many bytes of a text belong to the word, the number or the address it begins with.

use super::abbreviation::{Stop, stop_after};

pub(super) fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

pub(super) fn alphanumerics(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len())
}

pub(super) fn number_len(text: &str) -> usize {
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
pub(super) fn word_len(text: &str) -> usize {
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
pub(super) fn code_len(word: &str, rest: &str) -> usize {
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
pub(super) fn stop_len(word: &str, rest: &str) -> usize {
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
pub(super) fn clitic_len(word: &str) -> usize {
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
pub(super) fn clitic_len_at(text: &str) -> usize {
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
pub(super) fn quoted_decade(text: &str, mark: char) -> Option<usize> {
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
pub(super) fn address_len(text: &str) -> Option<usize> {
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

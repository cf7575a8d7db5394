//! Whether a stop ends its sentence.

use super::abbreviation::{Stop, is_starter, is_tail, stop_after};

/// No word that is looked at is longer.
const LONGEST_WORD: usize = 64;

/// The end of stops, closing quotes, brackets and note numbers (`.”`, `?!`, `.[5]`, `. [5]`).
pub(super) fn run_end(words: &str, stop: usize) -> usize {
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
            ' ' => match rest
                .get(1..)
                .and_then(|rest| note_len(rest).or(emoticon_len(rest)))
            {
                Some(len) => end += 1 + len,
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

/// `:)`, `;-(` and nothing glued to it.
fn emoticon_len(rest: &str) -> Option<usize> {
    let eyes = rest.strip_prefix([':', ';', '='])?;
    let mouth = eyes.strip_prefix('-').unwrap_or(eyes);
    let after = mouth.strip_prefix([')', '(', 'D', 'P'])?;
    let is_apart = after.chars().next().is_none_or(char::is_whitespace);
    is_apart.then_some(rest.len() - after.len())
}

fn note_len(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('[')?;
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    let is_note = (1..=3).contains(&digits) && inside.get(digits..)?.starts_with(']');
    is_note.then_some(digits + 2)
}

/// Whether the stop at `stop..end` ends the sentence that began at `start`.
pub(super) fn is_boundary(words: &str, start: usize, stop: usize, end: usize) -> bool {
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
        return !is_opened && ends_before_lower(before, stops);
    }
    if stops != "." {
        return true;
    }
    if is_number_of_item(words.get(start..stop).unwrap_or("")) {
        return false;
    }
    match stop_after(before) {
        Stop::Plain => true,
        Stop::Title => false,
        Stop::Numbered => !opened.starts_with(|c: char| c.is_ascii_digit()),
        Stop::Either => is_starter(word) || (is_opened && !next.starts_with(['(', '['])),
    }
}

/// Whether stops before a lower-case word end a sentence all the same: careless writers begin so.
/// An ellipsis or a closed quotation goes on (`“Really?” he asked`), as does a name (`Yahoo! said`).
fn ends_before_lower(before: &str, stops: &str) -> bool {
    let is_name = before.starts_with(char::is_uppercase);
    match stops {
        "." => is_whole_word(before) && stop_after(before) == Stop::Plain,
        "!" => !is_name,
        _ => stops.chars().all(|c| matches!(c, '!' | '?')),
    }
}

/// Whether a word does not look cut short: letters with a vowel among them.
fn is_whole_word(word: &str) -> bool {
    word.len() > 1
        && word.chars().all(char::is_alphabetic)
        && word.contains(['a', 'e', 'i', 'o', 'u', 'y', 'A', 'E', 'I', 'O', 'U'])
}

/// `2` of `2. Open the box`: only the number before its stop.
fn is_number_of_item(words: &str) -> bool {
    let words = words.trim_start();
    (1..=2).contains(&words.len()) && words.bytes().all(|b| b.is_ascii_digit())
}

/// `war.The`, `said.“Right`: a full stop whose space is missing.
fn is_glued_boundary(before: &str, stops: &str, after: &str) -> bool {
    let is_quoted = stops.ends_with(['”', '"', '’', '»']);
    if after.starts_with(['“', '‘', '«']) {
        return stop_after(before) == Stop::Plain;
    }
    let word = first_word(after.trim_start_matches(['"', '\'']));
    if after
        .get(word.len()..)
        .is_some_and(|rest| rest.starts_with(['.', '@']))
    {
        return false;
    }
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
pub(super) fn last_word(words: &str) -> &str {
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

pub(super) fn first_word(words: &str) -> &str {
    let end = words
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(words.len());
    words.get(..end).unwrap_or("")
}

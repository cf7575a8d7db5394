//! Numbers in digits and in words.

use super::lex::Lexed;
use super::words::Words;

const LAST_YEAR: i32 = 2200;

/// The classes of digits that a folded token belongs to, each with its value.
pub(super) fn digit_hits(word: &str, found: &mut dyn FnMut(&'static str, f64)) {
    if let Some(rest) = word.strip_prefix('\'') {
        apostrophe_hits(rest, found);
        return;
    }
    let n_digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, suffix) = word.split_at(n_digits);
    let Ok(value) = digits.parse::<i32>() else {
        return;
    };
    match suffix {
        "" => plain_hits(value, n_digits, found),
        "st" | "nd" | "rd" | "th" => {
            found("ORD", f64::from(value));
            if (1..=31).contains(&value) {
                found("DAY", f64::from(value));
                found("ORDDAY", f64::from(value));
            }
        }
        "s" if n_digits == 4 && value % 10 == 0 => found("DECADE", f64::from(value)),
        "s" if n_digits == 2 && value % 10 == 0 && value >= 20 => {
            found("DECADE", f64::from(1900 + value));
        }
        _ => {
            if let Some(minutes) = suffix.strip_prefix('.').filter(|m| m.len() == 2) {
                decimal_hour(value, minutes, found);
            }
        }
    }
}

fn plain_hits(value: i32, n_digits: usize, found: &mut dyn FnMut(&'static str, f64)) {
    let number = f64::from(value);
    match n_digits {
        1 | 2 => {
            if (1..=31).contains(&value) {
                found("DAY", number);
            }
            if (1..=12).contains(&value) {
                found("MONTHNUM", number);
            }
            if value <= 24 {
                found("HOUR", number);
            }
            if n_digits == 2 {
                two_digit_hits(value, found);
            }
            found("YEAR3", number);
        }
        3 => found("YEAR3", number),
        4 => {
            if (1000..=LAST_YEAR).contains(&value) {
                found("YEAR", number);
            }
            let (hour, minute) = (value / 100, value % 100);
            if hour <= 24 && minute < 60 {
                found("MILITARY", number);
            }
        }
        _ => (),
    }
}

fn two_digit_hits(value: i32, found: &mut dyn FnMut(&'static str, f64)) {
    let number = f64::from(value);
    if (1..=31).contains(&value) {
        found("DD", number);
    }
    if (1..=12).contains(&value) {
        found("MM", number);
    }
    if value < 60 {
        found("MINUTE", number);
    }
    found("YY", f64::from(full_year(value)));
}

fn apostrophe_hits(rest: &str, found: &mut dyn FnMut(&'static str, f64)) {
    let Ok(value) = rest.trim_end_matches('s').parse::<i32>() else {
        return;
    };
    let year = full_year(value);
    if rest.ends_with('s') && value % 10 == 0 {
        found("DECADE", f64::from(year));
    } else if !rest.ends_with('s') {
        found("APOSYEAR", f64::from(year));
    }
}

fn decimal_hour(hour: i32, minutes: &str, found: &mut dyn FnMut(&'static str, f64)) {
    if let Ok(minutes) = minutes.parse::<i32>()
        && hour <= 24
        && minutes < 60
    {
        found("DECIMALHOUR", f64::from(hour * 100 + minutes));
    }
}

/// The year that two digits stand for.
pub(super) fn full_year(two_digits: i32) -> i32 {
    if two_digits < 40 {
        2000 + two_digits
    } else {
        1900 + two_digits
    }
}

/// A number phrase that begins at `at`: its value and how many tokens it has.
pub(super) fn phrase(lexed: &Lexed<'_>, at: usize, words: &Words) -> Option<(f64, usize)> {
    let (mut value, mut len) = digits(lexed, at).or_else(|| spelled(lexed, at, words))?;
    if lexed.word(at + len) == "and"
        && matches!(lexed.word(at + len + 1), "a" | "one")
        && lexed.word(at + len + 2) == "half"
    {
        value += 0.5;
        len += 3;
    } else if lexed.word(at + len) == "and" && lexed.word(at + len + 1) == "half" {
        value += 0.5;
        len += 2;
    } else if lexed.word(at + len) == "1"
        && lexed.word(at + len + 1) == "/"
        && lexed.word(at + len + 2) == "2"
    {
        value += 0.5;
        len += 3;
    } else if lexed.word(at + len) == "½" {
        value += 0.5;
        len += 1;
    }
    Some((value, len))
}

fn digits(lexed: &Lexed<'_>, at: usize) -> Option<(f64, usize)> {
    let word = lexed.word(at);
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let value: f64 = word.replace(',', "").parse().ok()?;
    Some((value, 1))
}

fn spelled(lexed: &Lexed<'_>, at: usize, words: &Words) -> Option<(f64, usize)> {
    let first = lexed.word(at);
    let mut len = 0;
    let mut total = 0.0;
    let mut group = match words.cardinal(first) {
        Some(value) => value,
        None if matches!(first, "a" | "half") => {
            let next = lexed.word(at + 1);
            let multiple = words.multiplier(next)?;
            return Some((
                if first == "half" {
                    multiple / 2.0
                } else {
                    multiple
                },
                2,
            ));
        }
        None => return None,
    };
    len += 1;
    loop {
        let skip = usize::from(matches!(lexed.word(at + len), "-" | "and"));
        let word = lexed.word(at + len + skip);
        let unit = words.cardinal(word);
        if let Some(multiple) = words.multiplier(lexed.word(at + len)) {
            group *= multiple;
            if multiple >= 1000.0 {
                total += group;
                group = 0.0;
            }
            len += 1;
        } else if let Some(unit) = unit.filter(|unit| fits(group, *unit, skip)) {
            group += unit;
            len += 1 + skip;
        } else {
            return Some((total + group, len));
        }
    }
}

/// Whether a smaller number goes on after `group`: `twenty five`, `one hundred and ten`.
fn fits(group: f64, unit: f64, skip: usize) -> bool {
    let is_tens = (20.0..100.0).contains(&group) && group % 10.0 == 0.0;
    (is_tens && unit < 10.0) || (group >= 100.0 && group % 100.0 == 0.0 && skip == 1)
}

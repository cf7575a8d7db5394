//! Numbers in digits and in words.

use std::ops::RangeInclusive;

use super::lex::Lexed;
use super::words::{ClassId, Words, digit_class as class};

const LAST_YEAR: i32 = 2200;
/// Years that words may name, and the first half of those that are said in two.
const YEARS_IN_WORDS: RangeInclusive<f64> = 1000.0..=2199.0;
const CENTURIES_IN_WORDS: RangeInclusive<f64> = 13.0..=21.0;

/// The classes of digits that a folded token belongs to, each with its value.
pub(super) fn digit_hits(word: &str, found: &mut dyn FnMut(ClassId, f64)) {
    if let Some(rest) = word.strip_prefix('\'') {
        apostrophe_hits(rest, found);
        return;
    }
    if let Some(year) = word.strip_prefix("fy") {
        fiscal_hits(year, found);
        return;
    }
    let n_digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, suffix) = word.split_at(n_digits);
    if n_digits == 2 {
        stamp_hits(digits, suffix, found);
    }
    let Ok(value) = digits.parse::<i32>() else {
        return;
    };
    match suffix {
        "" => plain_hits(value, n_digits, found),
        "st" | "nd" | "rd" | "th" => {
            found(class::ORD, f64::from(value));
            if (1..=31).contains(&value) {
                found(class::DAY, f64::from(value));
                found(class::ORDDAY, f64::from(value));
            }
        }
        "s" | "er" if n_digits == 4 && value % 10 == 0 => {
            found(class::DECADE, f64::from(value));
        }
        "s" | "er" if n_digits == 2 && value % 10 == 0 && value >= 20 => {
            found(class::DECADE, f64::from(1900 + value));
        }
        _ => {
            if let Some(minutes) = suffix.strip_prefix('.').filter(|m| m.len() == 2) {
                decimal_hour(value, minutes, found);
            }
        }
    }
}

/// `fy2026`, `fy26`
fn fiscal_hits(year: &str, found: &mut dyn FnMut(ClassId, f64)) {
    match (year.len(), year.parse::<i32>()) {
        (2, Ok(value)) => found(class::FYYEAR, f64::from(full_year(value))),
        (4, Ok(value)) if (1000..=LAST_YEAR).contains(&value) => {
            found(class::FYYEAR, f64::from(value));
        }
        _ => (),
    }
}

/// The words of `2026-02-06T14:30:05Z` behind its month: `06t14` and `30:05z`.
fn stamp_hits(digits: &str, suffix: &str, found: &mut dyn FnMut(ClassId, f64)) {
    let Ok(first) = digits.parse::<i32>() else {
        return;
    };
    if let Some(hour) = suffix.strip_prefix('t') {
        match hour.parse::<i32>() {
            Ok(hour @ 0..=24) if (1..=31).contains(&first) => {
                found(class::DAYHOUR, f64::from(first * 100 + hour));
            }
            _ => (),
        }
        return;
    }
    let (clock, is_universal) = match suffix.strip_suffix('z') {
        Some(clock) => (clock, true),
        None => (suffix, false),
    };
    let is_clock = clock.is_empty()
        || (clock.starts_with(':') && clock.bytes().skip(1).all(|byte| byte.is_ascii_digit()));
    if first < 60 && is_clock {
        let universal = if is_universal { 100 } else { 0 };
        found(class::CLOCKREST, f64::from(first + universal));
    }
}

fn plain_hits(value: i32, n_digits: usize, found: &mut dyn FnMut(ClassId, f64)) {
    let number = f64::from(value);
    match n_digits {
        1 | 2 => {
            if (1..=31).contains(&value) {
                found(class::DAY, number);
            }
            if (1..=12).contains(&value) {
                found(class::MONTHNUM, number);
            }
            if value <= 24 {
                found(class::HOUR, number);
            }
            if n_digits == 2 {
                two_digit_hits(value, found);
            }
            found(class::YEAR3, number);
        }
        3 => found(class::YEAR3, number),
        4 => {
            if (1000..=LAST_YEAR).contains(&value) {
                found(class::YEAR, number);
            }
            let (hour, minute) = (value / 100, value % 100);
            if hour <= 24 && minute < 60 {
                found(class::MILITARY, number);
            }
        }
        8 if is_compact_day(value) => found(class::COMPACT, number),
        _ => (),
    }
}

/// `20161016`
fn is_compact_day(value: i32) -> bool {
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    (1800..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
}

fn two_digit_hits(value: i32, found: &mut dyn FnMut(ClassId, f64)) {
    let number = f64::from(value);
    if (1..=31).contains(&value) {
        found(class::DD, number);
    }
    if (1..=12).contains(&value) {
        found(class::MM, number);
    }
    if value < 60 {
        found(class::MINUTE, number);
    }
    found(class::YY, f64::from(full_year(value)));
}

fn apostrophe_hits(rest: &str, found: &mut dyn FnMut(ClassId, f64)) {
    let Ok(value) = rest.trim_end_matches('s').parse::<i32>() else {
        return;
    };
    let year = full_year(value);
    if rest.ends_with('s') && value % 10 == 0 {
        found(class::DECADE, f64::from(year));
    } else if !rest.ends_with('s') {
        found(class::APOSYEAR, f64::from(year));
    }
}

fn decimal_hour(hour: i32, minutes: &str, found: &mut dyn FnMut(ClassId, f64)) {
    if let Ok(minutes) = minutes.parse::<i32>()
        && hour <= 24
        && minutes < 60
    {
        found(class::DECIMALHOUR, f64::from(hour * 100 + minutes));
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
    let (value, len) = digits(lexed, at).or_else(|| spelled(lexed, at, words))?;
    let (fraction, more) = words
        .starting_with(lexed.word(at + len))
        .iter()
        .filter(|phrase| words.is_fraction(phrase.class) && lexed.has(phrase, at + len))
        .map(|phrase| (phrase.value, phrase.rest.len() + 1))
        .max_by_key(|(_, len)| *len)
        .unwrap_or((0.0, 0));
    Some((value + fraction, len + more))
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
        let skip =
            usize::from(lexed.word(at + len) == "-" || words.is_and(lexed.word(at + len)));
        let word = lexed.word(at + len + skip);
        let unit = words.cardinal(word);
        if let Some(multiple) = words.multiplier(lexed.word(at + len)) {
            group *= multiple;
            if multiple >= 1000.0 {
                total += group;
                group = 0.0;
            }
            len += 1;
        } else if let Some(unit) = unit.filter(|unit| fits(total, group, *unit)) {
            group += unit;
            len += 1 + skip;
        } else {
            return Some((total + group, len));
        }
    }
}

/// Whether a smaller number goes on after `group`: `twenty five`, `one hundred and ten`; `total`
/// is what the thousands before it come to.
fn fits(total: f64, group: f64, unit: f64) -> bool {
    let tens = group % 100.0;
    let is_tens = tens >= 20.0 && tens % 10.0 == 0.0 && unit < 10.0;
    is_tens || tens == 0.0 && (group >= 100.0 || total >= 1000.0)
}

/// A year in words that begins at `at`, with how many tokens it has: `nineteen ninety-six`,
/// `seventeen hundred and five`, `nineteen oh one`, `two thousand and twenty`.
pub(super) fn spelled_year(
    lexed: &Lexed<'_>,
    at: usize,
    words: &Words,
) -> Option<(f64, usize)> {
    let first = words.cardinal(lexed.word(at))?;
    if first < 10.0 {
        let (year, len) = spelled(lexed, at, words)?;
        return (len > 1 && YEARS_IN_WORDS.contains(&year)).then_some((year, len));
    }
    if !CENTURIES_IN_WORDS.contains(&first) {
        return None;
    }
    let (rest, len) = rest_of_year(lexed, at + 1, words)?;
    Some((first * 100.0 + rest, len + 1))
}

fn rest_of_year(lexed: &Lexed<'_>, at: usize, words: &Words) -> Option<(f64, usize)> {
    let at_word = at + usize::from(lexed.word(at) == "-" && lexed.is_glued(at));
    if at_word > at {
        return spelled(lexed, at_word, words)
            .filter(|(rest, _)| (10.0..100.0).contains(rest))
            .map(|(rest, len)| (rest, len + 1));
    }
    let is_hundred = words.multiplier(lexed.word(at)) == Some(100.0);
    let at_rest = at + usize::from(is_hundred || words.is_zero(lexed.word(at)));
    let skip = usize::from(is_hundred && words.is_and(lexed.word(at_rest)));
    let rest = spelled(lexed, at_rest + skip, words).filter(|(rest, _)| *rest < 100.0);
    match rest {
        Some((rest, len)) if at_rest > at || rest >= 10.0 => {
            Some((rest, len + skip + at_rest - at))
        }
        _ => is_hundred.then_some((0.0, 1)),
    }
}

/// A day of the month in words that begins at `at`: `twenty five`.
pub(super) fn spelled_day(lexed: &Lexed<'_>, at: usize, words: &Words) -> Option<(f64, usize)> {
    words.cardinal(lexed.word(at))?;
    spelled(lexed, at, words).filter(|(day, _)| (1.0..=31.0).contains(day))
}

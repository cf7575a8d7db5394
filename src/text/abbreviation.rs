//! Which full stops belong to a word, by the lists of `assets/lang/en/text/abbreviations.toml`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/lang/en/text/abbreviations.toml"))
        .unwrap_or_default()
});
const LONGEST: usize = 16;

#[derive(Default, Deserialize)]
struct Words {
    title: BTreeSet<String>,
    numbered: BTreeSet<String>,
    other: BTreeSet<String>,
    capital_only: BTreeSet<String>,
    starters: BTreeSet<String>,
    unmarked: BTreeSet<String>,
    unfinished: BTreeSet<String>,
    closings: BTreeSet<String>,
    tails: BTreeSet<String>,
}

/// What a full stop after a word can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The word is a plain one.
    Plain,
    /// `Mr.`: more follows.
    Title,
    /// `No.`: an abbreviation if a number follows.
    Numbered,
    /// `Inc.`, `U.S.`: may end a sentence too.
    Either,
}

/// What a full stop after `word` (given without it, in its own case) can mean.
pub(super) fn stop_after(word: &str) -> Stop {
    if is_initial(word) || word.contains('.') {
        return Stop::Either;
    }
    if word.len() > LONGEST {
        return Stop::Plain;
    }
    let lower = word.to_lowercase();
    let is_capital = word.chars().next().is_some_and(char::is_uppercase);
    if !is_capital && WORDS.capital_only.contains(&lower) {
        Stop::Plain
    } else if WORDS.title.contains(&lower) {
        Stop::Title
    } else if WORDS.numbered.contains(&lower) {
        Stop::Numbered
    } else if WORDS.other.contains(&lower) {
        Stop::Either
    } else {
        Stop::Plain
    }
}

/// Whether `word` is one that opens sentences.
pub(super) fn is_starter(word: &str) -> bool {
    is_in(&WORDS.starters, word)
}

/// Whether `word`, written with a capital, starts a sentence although `before` had no stop.
pub(super) fn starts_unmarked(word: &str, before: &str) -> bool {
    is_in(&WORDS.unmarked, word) && !is_in(&WORDS.unfinished, before)
}

/// Whether `word` and a comma close a letter.
pub(super) fn is_closing(word: &str) -> bool {
    is_in(&WORDS.closings, word)
}

fn is_in(list: &BTreeSet<String>, word: &str) -> bool {
    word.len() <= LONGEST && list.contains(&word.to_lowercase())
}

/// Whether `word` after a stop without a space is part of a name (`Example.Com`).
pub(super) fn is_tail(word: &str) -> bool {
    is_in(&WORDS.tails, word)
}

fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_read() {
        for (word, stop) in [
            ("Mr", Stop::Title),
            ("Inc", Stop::Either),
            ("U.S", Stop::Either),
            ("J", Stop::Either),
            ("No", Stop::Numbered),
            ("sat", Stop::Plain),
            ("Sat", Stop::Either),
            ("river", Stop::Plain),
        ] {
            assert_eq!(stop_after(word), stop, "{word}");
        }
        assert!(is_starter("The") && !is_starter("Smith") && is_tail("Com"));
    }
}

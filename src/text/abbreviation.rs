//! Which full stops belong to a word, by the lists of `assets/lang/en/text/abbreviations.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::word_list::WordList;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/lang/en/text/abbreviations.toml"))
        .unwrap_or_default()
});

#[derive(Default, Deserialize)]
struct Words {
    title: WordList,
    numbered: WordList,
    other: WordList,
    capital_only: WordList,
    starters: WordList,
    unmarked: WordList,
    unfinished: WordList,
    closings: WordList,
    tails: WordList,
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
    let is_capital = word.starts_with(char::is_uppercase);
    if WORDS.title.has(word) {
        plain_unless(is_capital, word, Stop::Title)
    } else if WORDS.numbered.has(word) {
        plain_unless(is_capital, word, Stop::Numbered)
    } else if WORDS.other.has(word) {
        plain_unless(is_capital, word, Stop::Either)
    } else {
        Stop::Plain
    }
}

/// Whether `word` is one that opens sentences.
pub(super) fn is_starter(word: &str) -> bool {
    WORDS.starters.has(word)
}

/// Whether `word`, written with a capital, can start a sentence although nothing ends the one before.
pub(super) fn starts_unmarked(word: &str) -> bool {
    WORDS.unmarked.has(word)
}

/// Whether no sentence ends with `word`, so that a capital after it is a name's.
pub(super) fn is_unfinished(word: &str) -> bool {
    WORDS.unfinished.has(word)
}

/// Whether `word` and a comma close a letter.
pub(super) fn is_closing(word: &str) -> bool {
    WORDS.closings.has(word)
}

/// A word that is also a plain one in lower case is what `stop` says only with a capital.
fn plain_unless(is_capital: bool, word: &str, stop: Stop) -> Stop {
    if !is_capital && WORDS.capital_only.has(word) {
        Stop::Plain
    } else {
        stop
    }
}

/// Whether `word` after a stop without a space is part of a name (`Example.Com`).
pub(super) fn is_tail(word: &str) -> bool {
    WORDS.tails.has(word)
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

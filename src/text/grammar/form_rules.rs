//! Which glued tokens are one word for the grammar model, and which token is several; the lists are in
//! `assets/lang/en/text/forms.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::abbreviation::is_tail;
use crate::text::word_list::{WordList, lowered};
use crate::text::{Token, TokenShape, WordMap, WordSet};

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../assets/lang/en/text/forms.toml")).unwrap_or_default()
});

/// For each first letter the lengths of contractions, as bits: most words need no look-up.
static LENS: LazyLock<[u32; 256]> = LazyLock::new(|| {
    let mut lens = [0; 256];
    for word in LISTS.contractions.keys() {
        let first = word
            .bytes()
            .next()
            .and_then(|byte| lens.get_mut(usize::from(byte)));
        if let Some(lens) = first {
            *lens |= 1 << word.len().min(LONGEST);
        }
    }
    lens
});

#[derive(Default, Deserialize)]
struct Lists {
    prefixes: WordList,
    slashed: WordList,
    units: WordList,
    emoticons: WordSet,
    contractions: WordMap<usize>,
}

/// Words of the lists are not longer.
const LONGEST: usize = 16;

/// Tokens with no gap between them.
#[derive(Clone, Copy)]
pub(super) struct Glued<'t> {
    pub(super) text: &'t str,
    /// The token glued before them.
    pub(super) before: Option<&'t Token>,
    pub(super) tokens: &'t [Token],
}

/// How many of the tokens, from the first, are one word; 1 if it stands alone.
pub(super) fn joined(glued: Glued<'_>) -> usize {
    let Some(first) = glued.tokens.first() else {
        return 0;
    };
    match first.shape {
        TokenShape::Number => glued.number(),
        TokenShape::Sign => glued.signs(),
        _ => glued.words(),
    }
}

impl<'t> Glued<'t> {
    fn word(&self, at: usize) -> &'t str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.of(self.text))
    }

    fn shape(&self, at: usize) -> Option<TokenShape> {
        self.tokens.get(at).map(|token| token.shape)
    }

    fn is_word(&self, at: usize) -> bool {
        self.shape(at)
            .is_some_and(|shape| shape != TokenShape::Sign)
    }

    /// Tokens of a number, then `sign` and a number any times; and the lengths of the numbers.
    fn numbers(&self, sign: &str) -> (usize, Vec<usize>) {
        let mut at = 0;
        let mut lens = vec![self.word(0).len()];
        while self.word(at + 1) == sign && self.shape(at + 2) == Some(TokenShape::Number) {
            at += 2;
            lens.push(self.word(at).len());
        }
        (at + 1, lens)
    }

    /// Times, dates and telephone numbers; ranges and fractions are several words.
    fn number(&self) -> usize {
        let (n_tokens, lens) = self.numbers(":");
        if n_tokens > 1 && lens.iter().skip(1).all(|len| *len == 2) {
            return n_tokens;
        }
        let (n_tokens, lens) = self.numbers("/");
        if n_tokens > 1 && (lens.len() == 3 || self.is_day_and_month(&lens)) {
            return n_tokens;
        }
        let (n_tokens, lens) = self.numbers(".");
        if lens.len() > 2 {
            return n_tokens;
        }
        let (n_tokens, lens) = self.numbers("-");
        match lens.as_slice() {
            [1..=3 | 5, 4] | [_, _, _, ..] => n_tokens,
            _ => 1,
        }
    }

    /// `9/11`, not `24/7`, `1/2`.
    fn is_day_and_month(&self, lens: &[usize]) -> bool {
        let number = |at| self.word(at).parse().unwrap_or(u32::MAX);
        let (first, second) = (number(0), number(2));
        let is_date = (1..=12).contains(&first) && (1..=31).contains(&second);
        lens.len() == 2 && is_date && (second > 9 || lens == [2, 2])
    }

    /// Emoticons, `!?!`, rulers, `@someone`, `#now`, `.5`.
    fn signs(&self) -> usize {
        let (Some(first), Some(last)) = (self.tokens.first(), self.tokens.last()) else {
            return 1;
        };
        let all = first.span.cover(last.span).of(self.text);
        if all.len() <= LONGEST && LISTS.emoticons.contains(all) {
            return self.tokens.len();
        }
        let sign = self.word(0);
        let is_start = self.before.is_none();
        match sign {
            "@" | "#" if self.is_name(1) && is_start => return 1 + self.words_after(1),
            "." if self.shape(1) == Some(TokenShape::Number)
                && self.before.is_none_or(|before| !before.shape.is_word()) =>
            {
                return 2;
            }
            "." if matches!(self.word(1), "?" | "!") => return 2,
            _ => (),
        }
        let run = |signs: &[char]| {
            (0..self.tokens.len())
                .take_while(|at| self.word(*at).chars().all(|c| signs.contains(&c)))
                .count()
        };
        run(&['!', '?']).max(run(&[
            '-', '=', '*', '_', '~', '#', '+', '<', '>', '|', '\\', '/', '$', '^',
        ]))
    }

    fn is_name(&self, at: usize) -> bool {
        self.is_word(at) && self.shape(at) != Some(TokenShape::Number)
    }

    /// Words that their prefix, slash, dots or joining signs make one.
    fn words(&self) -> usize {
        let word = self.word(0);
        match self.word(1) {
            "-" if self.is_word(2) && LISTS.prefixes.has(word) => 3,
            "/" => self.slashed(),
            "&" if self.is_word(2) && is_initials(word) && is_initials(self.word(2)) => 3,
            "." | "_" | "@" if self.is_word(2) => self.words_after(0),
            _ => 1,
        }
    }

    fn slashed(&self) -> usize {
        let is_joined = |n: &usize| {
            let Some((first, last)) = self.tokens.first().zip(self.tokens.get(n - 1)) else {
                return false;
            };
            LISTS.slashed.has(first.span.cover(last.span).of(self.text))
        };
        [5, 3].into_iter().find(is_joined).unwrap_or(1)
    }

    /// `report_2.doc`, `Example.com`, `sci.lang.misc`, `someone@HOUSE`, from the word at `from`; 1 if
    /// what glues it is only a missing space.
    fn words_after(&self, from: usize) -> usize {
        let mut at = from;
        let (mut n_stops, mut is_joined) = (0, false);
        while matches!(self.word(at + 1), "." | "_" | "@") && self.is_word(at + 2) {
            let is_stop = self.word(at + 1) == ".";
            n_stops += usize::from(is_stop);
            is_joined |= !is_stop;
            at += 2;
        }
        let is_name = is_tail(self.word(at)) || (n_stops > 1 && self.is_lower(from, at));
        if is_joined || is_name {
            at - from + 1
        } else {
            1
        }
    }

    fn is_lower(&self, from: usize, to: usize) -> bool {
        (from..=to)
            .step_by(2)
            .all(|at| self.shape(at) == Some(TokenShape::Lower))
    }
}

impl TokenShape {
    fn is_word(self) -> bool {
        self != Self::Sign
    }
}

/// Where a token is cut that is several words: the lengths of all but the last, and whether they are
/// written as one with the form before.
pub(super) fn cuts(word: &str, shape: TokenShape) -> Vec<(usize, bool)> {
    if let Some(len) = contraction(word) {
        return vec![(len, false)];
    }
    if shape != TokenShape::Mixed || is_address(word) {
        return Vec::new();
    }
    if let Some(at) = word.find('-').filter(|at| *at > 0) {
        return vec![(at, false), (1, false)];
    }
    let n_digits = word
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
        .unwrap_or(0);
    let unit = word.get(n_digits..).unwrap_or("");
    if n_digits > 0 && LISTS.units.has(unit) {
        vec![(n_digits, false)]
    } else {
        Vec::new()
    }
}

/// Whether `word` is several words written as one.
pub(super) fn is_contraction(word: &str) -> bool {
    contraction(word).is_some()
}

/// `'s`, `’ll`, `n't`.
pub(super) fn is_clitic(word: &str) -> bool {
    let tail = word.strip_prefix(['n', 'N']).unwrap_or(word);
    tail.starts_with(['\'', '’']) && tail.ends_with(char::is_alphabetic)
}

fn contraction(word: &str) -> Option<usize> {
    let lens = LENS
        .get(usize::from(*word.as_bytes().first()? | 0x20))
        .copied()?;
    if word.len() > LONGEST || lens & (1 << word.len()) == 0 {
        return None;
    }
    let mut lower = [0; LONGEST];
    LISTS.contractions.get(lowered(word, &mut lower)?).copied()
}

fn is_initials(word: &str) -> bool {
    word.len() <= 4 && (word.chars().all(char::is_uppercase) || word.len() == 1)
}

fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains('@') || word.starts_with("www.")
}

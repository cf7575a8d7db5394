//! What the rest of a text says of a capitalised word: that it has a title elsewhere, speaks, is a
//! place one is in, or is also written small.

use std::collections::BTreeMap;

use super::super::look::{Hash, hash_bytes};
use super::features::{Seen, runs};
use super::known::{ANY_PLACE, BODY_WORD, CueWords, GIVEN, Known, TITLE};

/// The word is also written small.
pub(super) const SMALL: u32 = 1;
const AFTER_TITLE: u32 = 1 << 1;
const AFTER_GIVEN: u32 = 1 << 2;
const SPEAKS: u32 = 1 << 3;
const OWNS: u32 = 1 << 4;
const INSIDE: u32 = 1 << 5;
const IN_BODY: u32 = 1 << 6;
const ENDS_RUN: u32 = 1 << 7;
const BEGINS_RUN: u32 = 1 << 8;
const AFTER_THE: u32 = 1 << 9;
const IN_SENTENCE: u32 = 1 << 10;
const GIVEN_BEFORE: u32 = 1 << 11;
const IN_BRACKETS: u32 = 1 << 12;
const BEFORE_PLACE: u32 = 1 << 13;
/// More than once in the text.
pub(super) const REPEATED: u32 = 1 << 14;
/// What also helps to judge the neighbours of the word.
pub(super) const FOR_NEIGHBOURS: u32 = SMALL | AFTER_TITLE | AFTER_GIVEN | GIVEN_BEFORE;

/// Flags of each capitalised word by the hash of its small letters.
#[derive(Debug, Default)]
pub struct Evidence {
    words: BTreeMap<Hash, u32>,
}

/// Words that tell by standing beside, as hashes.
struct Cues {
    words: &'static CueWords,
    own: [Hash; 2],
    the: Hash,
    comma: Hash,
    brackets: [Hash; 2],
}

impl Evidence {
    /// Reads a whole text.
    pub fn of(sentences: &[Vec<Seen>]) -> Self {
        let cues = Cues::new();
        let mut evidence = Self::default();
        for sentence in sentences {
            for at in runs(sentence).into_iter().flatten() {
                evidence.add(sentence, at, &cues);
            }
        }
        let small = sentences.iter().flatten().filter(|seen| !seen.is_strong);
        for seen in small {
            if let Some(flags) = evidence.words.get_mut(&seen.look.lower) {
                *flags |= SMALL;
            }
        }
        evidence
    }

    /// What the text says of a word; `None` if it is nowhere a candidate.
    pub(super) fn get(&self, lower: Hash) -> Option<u32> {
        self.words.get(&lower).copied()
    }

    fn add(&mut self, sentence: &[Seen], at: usize, cues: &Cues) {
        let Some(seen) = sentence.get(at).filter(|seen| seen.is_strong) else {
            return;
        };
        let before = at.checked_sub(1).and_then(|at| sentence.get(at));
        let after = sentence.get(at + 1);
        let found = beside(seen, before, after, cues)
            | in_run(sentence, at, before, after)
            | before_place(sentence, at, after, cues);
        let flags = self.words.entry(seen.look.lower);
        flags
            .and_modify(|flags| *flags |= found | REPEATED)
            .or_insert(found);
    }
}

fn when(is_so: bool, flag: u32) -> u32 {
    if is_so { flag } else { 0 }
}

/// What the words right before and after tell.
fn beside(seen: &Seen, before: Option<&Seen>, after: Option<&Seen>, cues: &Cues) -> u32 {
    let word = |seen: Option<&Seen>| seen.map_or(0, |seen| seen.look.lower);
    let (left, right) = (word(before), word(after));
    let is_strong = |seen: Option<&Seen>| seen.is_some_and(|seen| seen.is_strong);
    let knows =
        |seen: Option<&Seen>, flag: u32| seen.is_some_and(|seen| seen.named() & flag != 0);
    when(knows(before, TITLE), AFTER_TITLE)
        | when(is_strong(before) && knows(before, GIVEN), AFTER_GIVEN)
        | when(
            is_strong(after) && !is_strong(before) && seen.known & GIVEN != 0,
            GIVEN_BEFORE,
        )
        | when(cues.words.speaking.contains(&right), SPEAKS)
        | when(cues.own.contains(&right), OWNS)
        | when(
            cues.words.inside.contains(&left) && !is_strong(before),
            INSIDE,
        )
        | when(left == cues.the, AFTER_THE)
        | when([left, right] == cues.brackets, IN_BRACKETS)
}

/// What its place in a run of capitals tells.
fn in_run(sentence: &[Seen], at: usize, before: Option<&Seen>, after: Option<&Seen>) -> u32 {
    let is_strong = |seen: Option<&Seen>| seen.is_some_and(|seen| seen.is_strong);
    let rest = sentence.get(at + 1..).unwrap_or_default();
    let last = rest.iter().take_while(|seen| seen.is_strong).last();
    when(is_strong(before) && !is_strong(after), ENDS_RUN)
        | when(!is_strong(before) && is_strong(after), BEGINS_RUN)
        | when(before.is_some() && !is_strong(before), IN_SENTENCE)
        | when(
            last.is_some_and(|last| last.known & BODY_WORD != 0),
            IN_BODY,
        )
}

/// `Aleppo, Syria`.
fn before_place(sentence: &[Seen], at: usize, after: Option<&Seen>, cues: &Cues) -> u32 {
    let is_comma = after.is_some_and(|seen| seen.look.lower == cues.comma);
    let is_place = |seen: &Seen| seen.known & ANY_PLACE != 0;
    when(
        is_comma && sentence.get(at + 2).is_some_and(is_place),
        BEFORE_PLACE,
    )
}

impl Cues {
    fn new() -> Self {
        let hash = |word: &str| hash_bytes(word.as_bytes());
        Self {
            words: &Known::get().cues,
            own: [hash("'s"), hash("'")],
            the: hash("the"),
            comma: hash(","),
            brackets: [hash("("), hash(")")],
        }
    }
}

//! One class for one name: all places of a text where a name stands vote on its class, and a full name
//! votes on its parts.

use std::collections::BTreeMap;

use super::super::look::{Hash, feature};
use super::features::Seen;
use super::known::ANY_PLACE;
use super::labels::{Labelled, N_CLASSES};
use super::model::Guess;

/// Weight in tenths of what a name's other places say against its own place.
const OTHERS: i64 = 3;
/// Weight in tenths of a full name's certainty for a word of it that stands alone.
const FULL_NAME: i64 = 10;
const OWN: i64 = 10;
/// Persons, organisations and places are confused with each other; events and products stay as they are.
const N_VOTED: usize = 3;

type Votes = BTreeMap<Hash, [i64; N_CLASSES]>;

/// The spans of each sentence with their final classes.
pub(super) fn settle(sentences: &[Vec<Seen>], guesses: &[Vec<Guess>]) -> Vec<Vec<Labelled>> {
    let mut by_name = Votes::new();
    let mut by_part = Votes::new();
    for (sentence, guess) in pairs(sentences, guesses) {
        for (vote, score) in by_name
            .entry(key(sentence, &guess.span))
            .or_default()
            .iter_mut()
            .zip(guess.scores)
        {
            *vote += i64::from(score);
        }
        vote_on_parts(&mut by_part, sentence, guess);
    }
    sentences
        .iter()
        .zip(guesses)
        .map(|(sentence, guesses)| {
            let settled = guesses.iter().map(|guess| Labelled {
                class: class(sentence, guess, &by_name, &by_part),
                ..guess.span
            });
            settled.collect()
        })
        .collect()
}

fn pairs<'a>(
    sentences: &'a [Vec<Seen>],
    guesses: &'a [Vec<Guess>],
) -> impl Iterator<Item = (&'a [Seen], &'a Guess)> {
    let pair = |(sentence, guesses): (&'a Vec<Seen>, &'a Vec<Guess>)| {
        guesses.iter().map(|guess| (sentence.as_slice(), guess))
    };
    sentences.iter().zip(guesses).flat_map(pair)
}

/// The words of a span as one number.
fn key(sentence: &[Seen], span: &Labelled) -> Hash {
    let words = sentence.get(span.first..=span.last).unwrap_or_default();
    words
        .iter()
        .fold(0, |sum, seen| feature(9, sum, seen.look.lower))
}

fn vote_on_parts(votes: &mut Votes, sentence: &[Seen], guess: &Guess) {
    let span = guess.span;
    if span.first == span.last {
        return;
    }
    let own = guess.scores.get(span.class).copied().unwrap_or(0);
    let others = guess
        .scores
        .iter()
        .enumerate()
        .filter(|(class, _)| *class != span.class);
    let next = others.map(|(_, score)| *score).max().unwrap_or(0);
    for at in [span.first, span.last] {
        let part = Labelled {
            first: at,
            last: at,
            ..span
        };
        let vote = votes
            .entry(key(sentence, &part))
            .or_default()
            .get_mut(span.class);
        if let Some(vote) = vote {
            *vote += i64::from((own - next).max(0));
        }
    }
}

fn class(sentence: &[Seen], guess: &Guess, by_name: &Votes, by_part: &Votes) -> usize {
    let span = guess.span;
    let is_place = |seen: &Seen| seen.known & ANY_PLACE != 0;
    if span.class >= N_VOTED || sentence.get(span.first).is_some_and(is_place) {
        return span.class;
    }
    let key = key(sentence, &span);
    let all = by_name.get(&key).copied().unwrap_or_default();
    let parts = by_part
        .get(&key)
        .filter(|_| span.first == span.last)
        .copied()
        .unwrap_or_default();
    let mut best = (i64::MIN, span.class);
    let votes = guess.scores.iter().zip(all).zip(parts).take(N_VOTED);
    for (class, ((own, all), part)) in votes.enumerate() {
        let own = i64::from(*own);
        let sum = OWN * own + OTHERS * (all - own) + FULL_NAME * part;
        if sum > best.0 {
            best = (sum, class);
        }
    }
    best.1
}

//! When an article that states no date was published: the days on which all its clues hold.

use super::clue::{Clue, Rank};
use super::clue_dates::by_dates;
use super::clue_header::by_header;
use super::clue_landmarks::by_landmarks;
use super::clue_leaders::by_leaders;
use super::days::Days;
use super::landmark::Landmarks;
use crate::model::{Article, Granularity, Span, Timex, When};
use crate::text::Document;

/// A range for the day of publication, and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Inference {
    /// The first and the last day it can have been; one side may be open.
    pub when: When,
    /// The clues that bound it, the surest first.
    pub clues: Vec<Reason>,
}

/// A clue in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// In words.
    pub words: String,
    /// The words of the article it rests on.
    pub span: Option<Span>,
}

/// What the text of an article tells of the day of its publication. `timexes` are those that were
/// tagged without one.
pub fn clues(
    article: &Article,
    document: &Document,
    timexes: &[Timex],
    landmarks: &Landmarks,
) -> Vec<Clue> {
    let mut clues = by_header(article);
    clues.extend(by_landmarks(&article.text, document, timexes, landmarks));
    clues.extend(by_leaders(&article.text));
    clues.extend(by_dates(&article.text, document, timexes));
    clues
}

/// The days on which the clues hold; those that contradict surer ones are left out. None if
/// nothing that an article says bounds the day from below.
pub fn infer(mut clues: Vec<Clue>) -> Option<Inference> {
    // What other articles report comes in the order of how much they share.
    clues.sort_by_key(|clue| {
        let start = clue.span.map(|span| span.start);
        (clue.rank, start.filter(|_| clue.rank != Rank::Report))
    });
    let mut days = Days::all();
    let mut used: Vec<&Clue> = Vec::new();
    for clue in &clues {
        let both = days.and(&clue.days);
        if !both.is_empty() && both != days {
            days = both;
            used.push(clue);
        }
    }
    let (first, last) = days.hull();
    first?;
    Some(Inference {
        when: When::within(first, last, Granularity::Day),
        clues: needed(used).into_iter().map(reason).collect(),
    })
}

/// The clues without those that the others make needless, the weakest first to go.
fn needed(mut clues: Vec<&Clue>) -> Vec<&Clue> {
    let hull = |clues: &[&Clue]| {
        let all = clues
            .iter()
            .fold(Days::all(), |days, clue| days.and(&clue.days));
        all.hull()
    };
    let whole = hull(&clues);
    for at in (0..clues.len()).rev() {
        let clue = clues.remove(at);
        if hull(&clues) != whole {
            clues.insert(at, clue);
        }
    }
    clues
}

fn reason(clue: &Clue) -> Reason {
    Reason {
        words: clue.words.clone(),
        span: clue.span,
    }
}

impl Inference {
    /// `between 1 and 13 February 2026, from 3 clues`.
    pub fn words(&self) -> String {
        let n_clues = self.clues.len();
        let clues = if n_clues == 1 { "clue" } else { "clues" };
        format!("{}, from {n_clues} {clues}", self.when.in_words())
    }

    /// The same with each clue.
    pub fn words_with_clues(&self) -> String {
        let clues: Vec<&str> = self.clues.iter().map(|clue| clue.words.as_str()).collect();
        format!("{}: {}", self.words(), clues.join("; "))
    }
}

//! Whether an expression without a year or week looks back or forward, and which side of it is
//! open, by the words of a language's `direction.toml` and the verbs of its sentence.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::direction_verb::by_verb;
use super::lex::Lexed;
use crate::model::Span;
use crate::text::{Tense, TokenShape};

const LONGEST_PHRASE: usize = 4;
const NEAR_TOKENS: usize = 7;

/// The words that tell a direction.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Cues {
    /// Verbs are read as `text` finds them.
    pub(super) reads_verbs: bool,
    forward_before: Phrases,
    forward_weak: Phrases,
    backward_before: Phrases,
    pub(super) forward_near: BTreeSet<String>,
    pub(super) modals_forward: BTreeSet<String>,
    pub(super) reporting: BTreeSet<String>,
    pub(super) same_time: BTreeSet<String>,
    pub(super) planning: BTreeSet<String>,
    calling: BTreeSet<String>,
    foreseen: BTreeSet<String>,
    possessive: BTreeSet<String>,
    pub(super) neither: BTreeSet<String>,
    plan_nouns: BTreeSet<String>,
    before_nouns: BTreeSet<String>,
    plan_contents: BTreeSet<String>,
    bounds: BoundCues,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct BoundCues {
    moved: Phrases,
    from: Phrases,
    since: Phrases,
    upto: Phrases,
    before: Phrases,
    after: Phrases,
}

/// Phrases, with their last words, which say at once of most places that none ends there.
#[derive(Default, Deserialize)]
#[serde(from = "Vec<String>")]
struct Phrases {
    all: BTreeSet<String>,
    last_words: BTreeSet<String>,
}

impl From<Vec<String>> for Phrases {
    fn from(all: Vec<String>) -> Self {
        let last = |phrase: &String| phrase.split(' ').next_back().map(str::to_owned);
        Self {
            last_words: all.iter().filter_map(last).collect(),
            all: all.into_iter().collect(),
        }
    }
}

/// Which way an expression looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Way {
    Back,
    Forward,
}

/// The way, with the words that say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Direction {
    pub(super) way: Way,
    pub(super) because: Span,
    #[serde(default)]
    pub(super) doubt: Doubt,
    /// A verb in the past right before it says so, or a word such as `since`.
    #[serde(default)]
    pub(super) is_plain: bool,
}

/// What makes a way forward doubtful.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Doubt {
    #[default]
    None,
    /// An infinitive, a plain present, a past plan: `to mark the entry on Friday`, `was due on Friday`.
    Slight,
    /// A present tense further off: `has 300 workers, 20 fewer than in May`.
    Strong,
}

/// Which side of a date its preposition opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Bound {
    From,
    Since,
    Upto,
    Before,
    After,
}

/// The direction of the expression at tokens `first..end`, if anything tells.
pub(super) fn direction(lexed: &Lexed<'_>, first: usize, end: usize) -> Option<Direction> {
    if let Some(because) = before(lexed, first, &lexed.pack.cues.forward_before) {
        return Some(Direction {
            way: Way::Forward,
            because,
            doubt: Doubt::None,
            is_plain: true,
        });
    }
    let looks_back = before(lexed, first, &lexed.pack.cues.backward_before);
    if let Some(because) = looks_back.filter(|span| !is_yet_to_be(lexed, *span)) {
        return Some(Direction {
            way: Way::Back,
            because,
            doubt: Doubt::None,
            is_plain: true,
        });
    }
    if let Some(because) = called_for(lexed, first) {
        return Some(Direction {
            way: Way::Forward,
            because,
            doubt: Doubt::None,
            is_plain: false,
        });
    }
    if is_of_what_is_over(lexed, first, end) {
        return None;
    }
    let by_verb = if lexed.pack.cues.reads_verbs {
        by_verb(lexed, first, end)
    } else {
        None
    };
    let nearby = near(lexed, first);
    match (by_verb, nearby) {
        // 'was due to meet on Friday': the plan lies nearer than the verb.
        (Some((verb, weight)), Some((plan, distance))) if weight >= distance => {
            Some(if verb.way == Way::Back {
                let doubt = Doubt::Slight;
                Direction { doubt, ..plan }
            } else {
                verb
            })
        }
        (Some((verb, _)), _) => Some(verb),
        (None, Some((plan, _))) => Some(plan),
        (None, None) => {
            before(lexed, first, &lexed.pack.cues.forward_weak).map(|because| Direction {
                way: Way::Forward,
                because,
                doubt: Doubt::None,
                is_plain: false,
            })
        }
    }
}

/// `called an election for 4 July`: what is called or set for a day is to come.
fn called_for(lexed: &Lexed<'_>, first: usize) -> Option<Span> {
    let before = first.checked_sub(1).filter(|at| lexed.word(*at) == "for")?;
    let verb = lexed.verbs().iter().rfind(|verb| verb.last < before)?;
    let is_near = before - verb.last <= NEAR_TOKENS;
    let is_calling = lexed.pack.cues.calling.contains(verb.lemma.as_str());
    let span = |at: usize| lexed.tokens.get(at).map(|token| token.span);
    (is_near && is_calling && lexed.pack.cues.reads_verbs)
        .then(|| Some(span(verb.first)?.cover(span(verb.last)?)))?
}

/// Whether the verb before the token `first` tells of what is to come: `will open in two weeks`.
pub(super) fn is_after_modal(lexed: &Lexed<'_>, first: usize) -> bool {
    let verb = lexed.verbs().iter().rfind(|verb| verb.last < first);
    verb.is_some_and(|verb| {
        let is_forward = (verb.modal.as_ref())
            .is_some_and(|modal| lexed.pack.cues.modals_forward.contains(modal.as_str()));
        is_forward
            && !verb.is_perfect
            && !verb.is_negated
            && first - verb.last <= NEAR_TOKENS
            && !(verb.last..first).any(|at| lexed.word(at) == ",")
    })
}

/// `would be held on Friday`: the words at `span` end a verb that looks ahead.
fn is_yet_to_be(lexed: &Lexed<'_>, span: Span) -> bool {
    lexed.verbs().iter().any(|verb| {
        let is_ahead = verb.modal.is_some() || verb.tense == Tense::Infinitive;
        let head = lexed.tokens.get(verb.head);
        is_ahead && !verb.is_perfect && head.is_some_and(|token| span.contains(token.span))
    })
}

/// The side that the words before `first` open.
pub(super) fn bound(lexed: &Lexed<'_>, first: usize) -> Option<(Bound, Span)> {
    let cues = &lexed.pack.cues.bounds;
    if before(lexed, first, &cues.moved).is_some() {
        return None;
    }
    [
        (&cues.from, Bound::From),
        (&cues.since, Bound::Since),
        (&cues.upto, Bound::Upto),
        (&cues.before, Bound::Before),
        (&cues.after, Bound::After),
    ]
    .into_iter()
    .find_map(|(phrases, bound)| Some((bound, before(lexed, first, phrases)?)))
}

/// The longest listed phrase that ends right before `first`.
fn before(lexed: &Lexed<'_>, first: usize, phrases: &Phrases) -> Option<Span> {
    let at = first.checked_sub(1)?;
    let skip = usize::from(matches!(lexed.word(at), "the" | "this"));
    let end = first.checked_sub(skip)?;
    if !phrases.last_words.contains(lexed.word(end.checked_sub(1)?)) {
        return None;
    }
    (1..=LONGEST_PHRASE).rev().find_map(|len| {
        let from = end.checked_sub(len)?;
        let words: Vec<&str> = (from..end).map(|at| lexed.word(at)).collect();
        if !phrases.all.contains(words.join(" ").as_str()) {
            return None;
        }
        let first = lexed.tokens.get(from)?.span;
        Some(first.cover(lexed.tokens.get(end.checked_sub(1)?)?.span))
    })
}

/// A word of planning shortly before, with its distance.
fn near(lexed: &Lexed<'_>, first: usize) -> Option<(Direction, usize)> {
    let from = first.saturating_sub(NEAR_TOKENS);
    let at = (from..first)
        .rev()
        .take_while(|at| !matches!(lexed.word(*at), ";" | ":" | "."))
        .find(|at| {
            let word = lexed.word(*at);
            lexed.pack.cues.forward_near.contains(word) && !is_plan_itself(lexed, *at, first)
                || lexed.pack.cues.modals_forward.contains(word) && !is_month(lexed, *at)
        })?;
    let because = lexed.tokens.get(at)?.span;
    let found = Direction {
        way: Way::Forward,
        because,
        doubt: Doubt::None,
        is_plain: false,
    };
    Some((found, first - at))
}

/// `the May 3 attack`: no modal verb inside a sentence has a capital.
fn is_month(lexed: &Lexed<'_>, at: usize) -> bool {
    0 < at && !lexed.sentence.is_heading && lexed.shape(at) == Some(TokenShape::Capitalised)
}

/// `rejected the plan on Monday`: the day is not that of what is planned, unlike in `plans for a rally on
/// Monday`.
fn is_plan_itself(lexed: &Lexed<'_>, at: usize, first: usize) -> bool {
    let cues = &lexed.pack.cues;
    let is_noun =
        (at.saturating_sub(2)..at).any(|at| cues.before_nouns.contains(lexed.word(at)));
    cues.plan_nouns.contains(lexed.word(at))
        && is_noun
        && !(at..first).any(|at| cues.plan_contents.contains(lexed.word(at)))
}

/// `to annul Friday's ruling`: an infinitive and what it does something to; that is there already.
fn is_of_what_is_over(lexed: &Lexed<'_>, first: usize, end: usize) -> bool {
    let cues = &lexed.pack.cues;
    let is_possessive = cues.possessive.contains(lexed.word(end));
    let noun = lexed.word(end + 1);
    let verb = || lexed.verbs().iter().rfind(|verb| verb.last < first);
    is_possessive
        && !cues.foreseen.contains(noun)
        && verb().is_some_and(|verb| verb.tense == Tense::Infinitive)
}

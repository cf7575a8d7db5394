//! Which way a verb makes a date of its sentence look.

use super::direction::{Direction, Doubt, Way};
use super::lex::Lexed;
use crate::text::{Tense, TokenShape, VerbGroup};

/// A verb in the present tense that is further off does not speak of the date.
const FAR_TOKENS: usize = 4;
/// A verb in the past at most so many tokens before a month speaks of a month gone by.
const BESIDE_TOKENS: usize = 3;
/// A comma between a verb and a date weighs like so many words.
const COMMA_WEIGHT: usize = 4;

/// The direction that the nearest verb gives the expression at tokens `first..end`, and how far that verb is.
pub(super) fn by_verb(
    lexed: &Lexed<'_>,
    first: usize,
    end: usize,
) -> Option<(Direction, usize)> {
    let weigh = |verb: &VerbGroup| {
        if verb.last < first {
            let commas = (verb.last..first)
                .filter(|at| lexed.word(*at) == ",")
                .count();
            (first - verb.last) + commas * COMMA_WEIGHT
        } else {
            let from = end.min(verb.first);
            let commas = (from..verb.first)
                .filter(|at| lexed.word(*at) == ",")
                .count();
            // At the head of a sentence the comma sets the date off, not apart.
            let weight = if first <= 2 { 0 } else { COMMA_WEIGHT };
            (verb.first.saturating_sub(end)) + 2 + commas * weight
        }
    };
    let mut verbs: Vec<(usize, usize)> = lexed
        .verbs()
        .iter()
        .enumerate()
        .map(|(index, verb)| (weigh(verb), index))
        .collect();
    verbs.sort_unstable();
    verbs.into_iter().find_map(|(weight, index)| {
        if is_name_behind_to(lexed, index) {
            return None;
        }
        let (way, verb) = way_of(lexed, index)?;
        let way = if (verb.last < first || verb.is_progressive) && plans(lexed, verb) {
            Way::Forward
        } else {
            way
        };
        let start = lexed.tokens.get(verb.first)?.span;
        let because = start.cover(lexed.tokens.get(verb.last)?.span);
        let doubt = doubt_of(verb, weight);
        Some((
            Direction {
                way,
                because,
                doubt,
                is_plain: verb.tense == Tense::Past
                    && verb.modal.is_none()
                    && verb.last < first
                    && weight <= BESIDE_TOKENS,
            },
            weight,
        ))
    })
}

/// `his loss to Brook`: a name behind `to`, not an infinitive.
fn is_name_behind_to(lexed: &Lexed<'_>, index: usize) -> bool {
    lexed.verbs().get(index).is_some_and(|verb| {
        verb.tense == Tense::Infinitive
            && !lexed.sentence.is_heading
            && lexed.shape(verb.head) == Some(TokenShape::Capitalised)
    })
}

fn doubt_of(verb: &VerbGroup, weight: usize) -> Doubt {
    match verb.tense {
        _ if verb.modal.is_some() => Doubt::None,
        Tense::Present if weight > FAR_TOKENS => Doubt::Strong,
        Tense::Present | Tense::Infinitive => Doubt::Slight,
        _ => Doubt::None,
    }
}

/// `planned a march on Saturday`
fn plans(lexed: &Lexed<'_>, verb: &VerbGroup) -> bool {
    lexed.pack.cues.planning.contains(verb.lemma.as_str())
}

fn opens_with_neither(lexed: &Lexed<'_>) -> bool {
    lexed.verbs().len() == 1 && lexed.pack.cues.neither.contains(lexed.word(0))
}

/// The way a verb group looks; infinitives and participles may depend on the verb before.
fn way_of<'l>(lexed: &'l Lexed<'_>, index: usize) -> Option<(Way, &'l VerbGroup)> {
    let verb = lexed.verbs().get(index)?;
    if let Some(modal) = &verb.modal
        && lexed.pack.cues.modals_forward.contains(modal.as_str())
    {
        // 'could not be reached on Friday' tells of what was tried.
        let is_tried = modal == "could" && (verb.is_negated || opens_with_neither(lexed));
        let is_over = verb.is_perfect || is_tried;
        return Some((if is_over { Way::Back } else { Way::Forward }, verb));
    }
    let is_reporting = lexed.pack.cues.reporting.contains(verb.lemma.as_str());
    let way = match verb.tense {
        Tense::Past => Way::Back,
        Tense::Present if verb.is_perfect || is_reporting => Way::Back,
        Tense::Future | Tense::Present => Way::Forward,
        Tense::Participle => {
            if lexed.pack.cues.forward_near.contains(lexed.word(verb.head)) {
                Way::Forward
            } else {
                Way::Back
            }
        }
        // `is said to have resigned in May`
        Tense::Infinitive if verb.is_perfect => Way::Back,
        Tense::Infinitive => {
            let before = index.checked_sub(1).and_then(|at| lexed.verbs().get(at));
            let governor = before.filter(|governor| {
                verb.first <= governor.last + 3
                    && lexed.pack.cues.same_time.contains(governor.lemma.as_str())
            });
            match governor.map(|governor| governor.tense) {
                Some(Tense::Past | Tense::Participle) => Way::Back,
                _ => Way::Forward,
            }
        }
        Tense::Gerund => return None,
    };
    Some((way, verb))
}

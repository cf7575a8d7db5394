//! Tags a document: finds the matches of every sentence, then resolves them in reading order.

use jiff::civil::Date;

use super::answer::Answer;
use super::calendar::calendar;
use super::context::{Context, Memory};
use super::direction;
use super::find::{Found, find};
use super::language::rules_for;
use super::lead::led;
use super::length::{duration, reference, set};
use super::lex::Lexed;
use super::nth::nth;
use super::range::{link, range};
use super::relative::{counts_from_publication, offset, shift, weekend};
use super::rule::{Make, Rules, is_noun_like};
use super::slot::Slot;
use crate::model::{Span, Step, Timex};
use crate::text::{Document, Sentence};

/// A text with at least so many stated years, mostly far from its publication, tells a history.
const HISTORY_YEARS: usize = 6;

/// The time expressions of `text`, in order and disjoint, resolved against the publication day if
/// that is known.
///
/// Both ends of a range (`13 to 24 June`) are expressions of their own, as TIMEX3 has it, and the
/// `when` of each is the whole range. `as early as`, `by`, `since`, `before` and the like are not
/// part of an expression, but open its `when` on one side.
pub fn tag(text: &str, document: &Document, published: Option<Date>) -> Vec<Timex> {
    tag_with(rules_for(text, document), text, document, published)
}

/// The same with the rules of a stated language.
pub(super) fn tag_with(
    rules: &Rules,
    text: &str,
    document: &Document,
    published: Option<Date>,
) -> Vec<Timex> {
    let sentences = rules.pack.terms.mended(text, &document.sentences);
    let lexed: Vec<(usize, &Sentence, Lexed<'_>, Vec<Found>)> = sentences
        .iter()
        .enumerate()
        .filter_map(|(index, sentence)| {
            let lexed = Lexed::new(text, sentence, &rules.pack);
            let found = find(rules, &lexed);
            (!found.is_empty()).then_some((index, sentence, lexed, found))
        })
        .collect();
    let all = lexed.iter().flat_map(|(_, _, _, found)| found);
    let is_narrative = tells_history(all, published);
    let mut memory = Memory::default();
    let mut timexes = Vec::new();
    for (sentence_index, sentence, lexed, found) in &lexed {
        let from = timexes.len();
        for found in found {
            let Some(span) = extent(text, lexed, found) else {
                continue;
            };
            let direction = if looks_either_way(found) && !is_attribute(found, lexed) {
                direction::direction(sentence, lexed, found.first, found.end)
            } else {
                None
            };
            let ctx = Context {
                text,
                sentence_index: *sentence_index,
                lexed,
                published,
                is_narrative,
                memory: &memory,
                first: found.first,
                end: found.end,
                span,
                direction,
            };
            let answers = resolve(found, &ctx);
            let name = rules.get(found.rule).map_or("", |rule| rule.name.as_str());
            for answer in answers {
                if let Some(period) = answer.period {
                    memory.note(period, *sentence_index);
                }
                timexes.push(timex(answer, span, name));
            }
        }
        if let Some(new) = timexes.get_mut(from..) {
            link(text, &rules.pack.terms, new);
        }
    }
    timexes
}

fn resolve(found: &Found, ctx: &Context<'_>) -> Vec<Answer> {
    let parts = &found.parts;
    let answer = match found.make {
        Make::Range => {
            return range(parts, ctx).map_or_else(Vec::new, |ends| {
                ends.into_iter().map(|end| concluded(end, ctx)).collect()
            });
        }
        Make::Calendar | Make::Part => calendar(parts, ctx),
        Make::Shift => shift(parts, ctx),
        Make::Offset => offset(parts, ctx),
        Make::Weekend => weekend(parts, ctx),
        Make::Duration => duration(parts, ctx),
        Make::Set => set(parts, ctx),
        Make::Ref => reference(parts, ctx),
        Make::Nth => nth(parts, ctx),
        Make::Lead => None,
    };
    let answer = match &found.lead {
        Some(lead) => answer.and_then(|answer| led(answer, lead, ctx)),
        None => answer,
    };
    let bound = direction::bound(ctx.lexed, ctx.first);
    answer
        .map(|answer| concluded(answer.bounded(bound, ctx), ctx))
        .into_iter()
        .collect()
}

/// Adds the last step, the result.
fn concluded(mut answer: Answer, ctx: &Context<'_>) -> Answer {
    if let Some(when) = &answer.when {
        answer
            .steps
            .push(Step::new(format!("so: {}", when.in_words()), None));
    }
    debug_assert!(ctx.first <= ctx.end, "a match has tokens");
    answer
}

fn timex(answer: Answer, span: Span, rule: &str) -> Timex {
    Timex {
        span: answer.span.unwrap_or(span),
        kind: answer.kind,
        value: answer.value,
        modifier: answer.modifier,
        rule: rule.to_owned(),
        when: answer.when,
        counts_from_publication: counts_from_publication(answer.basis),
        steps: answer.steps,
    }
}

fn extent(text: &str, lexed: &Lexed<'_>, found: &Found) -> Option<Span> {
    let first = lexed.tokens.get(found.first)?.span;
    let last = lexed.tokens.get(found.end.checked_sub(1)?)?.span;
    let span = first.cover(last);
    // The stop of an abbreviation that ends a sentence is the sentence's.
    let words = last.of(text);
    let is_last = found.end == lexed.tokens.len();
    let stop = words
        .strip_suffix('.')
        .filter(|word| is_last && !word.contains('.'));
    Some(stop.map_or(span, |word| Span::new(first.start, last.start + word.len())))
}

/// Whether the words alone leave open which year or week is meant.
fn looks_either_way(found: &Found) -> bool {
    let parts = &found.parts;
    let open = [
        Slot::Year,
        Slot::YearShift,
        Slot::Shift,
        Slot::Decade,
        Slot::Century,
    ];
    matches!(found.make, Make::Calendar | Make::Weekend | Make::Range)
        && !open.iter().any(|slot| parts.has(*slot))
}

/// `the late-November trip`: a month that a noun goes with looks no way by itself.
fn is_attribute(found: &Found, lexed: &Lexed<'_>) -> bool {
    let is_month = found.parts.has(Slot::Month) && !found.parts.has(Slot::Day);
    is_month && is_noun_like(lexed, found.end)
}

/// Whether a text tells a history, so that what it leaves open counts from what it said before.
fn tells_history<'f>(all: impl Iterator<Item = &'f Found>, published: Option<Date>) -> bool {
    let (mut far, mut near, mut deictic) = (0, 0, 0);
    for found in all {
        let parts = &found.parts;
        if let Some(year) = parts.get(Slot::Year) {
            let is_near =
                published.is_some_and(|day| (i32::from(day.year()) - year).abs() <= 1);
            if is_near {
                near += 1;
            } else {
                far += 1;
            }
        } else if is_deictic(found) {
            deictic += 1;
        }
    }
    far >= HISTORY_YEARS && far > 2 * deictic && far > near
}

fn is_deictic(found: &Found) -> bool {
    let parts = &found.parts;
    match found.make {
        Make::Calendar => parts.has(Slot::Weekday),
        Make::Shift => !parts.has(Slot::Anaphor),
        Make::Offset => parts.get(Slot::Way) == Some(-1) && !parts.has(Slot::Anaphor),
        _ => false,
    }
}

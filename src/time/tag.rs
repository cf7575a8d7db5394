//! Makes dates of the expressions of a text, in reading order.

use jiff::civil::Date;

use super::answer::Answer;
use super::calendar::calendar;
use super::context::{Context, Memory};
use super::find::Found;
use super::language::{language_of, rules_of};
use super::lead::led;
use super::length::{duration, reference, set};
use super::nth::nth;
use super::order::swapped;
use super::range::{link, range};
use super::read::{Item, Reading, read_with};
use super::relative::{counts_from_publication, offset, shift, weekend};
use super::rule::{Make, Rules};
use crate::model::{Anchor, Step, Timex, When};
use crate::text::Document;

/// The time expressions of `text`, in order and disjoint, resolved against the publication day if
/// that is known.
///
/// Both ends of a range (`13 to 24 June`) are expressions of their own, as TIMEX3 has it, and the
/// `when` of each is the whole range. `as early as`, `by`, `since`, `before` and the like are not
/// part of an expression, but open its `when` on one side.
///
/// A document that was merely [split](crate::text::split) will do, and is sooner had.
pub fn tag(text: &str, document: &Document, published: Option<Date>) -> Vec<Timex> {
    resolve(text, &read(text, document), published, None)
}

/// What the expressions of `text` say, before they are counted from any date.
pub fn read(text: &str, document: &Document) -> Reading {
    let language = language_of(text, document);
    Reading {
        language,
        items: read_with(rules_of(language), text, document),
    }
}

/// The dates of what was read from the same text. Without an `anchor` the text decides.
pub fn resolve(
    text: &str,
    reading: &Reading,
    published: Option<Date>,
    anchor: Option<Anchor>,
) -> Vec<Timex> {
    let rules = rules_of(reading.language);
    let is_narrative = match anchor {
        Some(anchor) => anchor == Anchor::Story,
        None => reading.tells_history(published),
    };
    resolve_with(rules, text, &reading.items, published, is_narrative)
}

/// The same with stated rules.
pub(super) fn resolve_with(
    rules: &Rules,
    text: &str,
    items: &[Item],
    published: Option<Date>,
    is_narrative: bool,
) -> Vec<Timex> {
    let mut memory = Memory::default();
    let mut timexes = Vec::with_capacity(items.len());
    for sentence in items.chunk_by(|a, b| a.sentence_index == b.sentence_index) {
        let from = timexes.len();
        for item in sentence {
            let ctx = Context {
                text,
                sentence_index: item.sentence_index,
                pack: &rules.pack,
                published,
                is_narrative,
                memory: &memory,
                span: item.span,
                direction: item.direction,
            };
            let answers = answers(item, &ctx);
            let other = other_reading(item, &ctx);
            let name = rules
                .get(item.found.rule)
                .map_or("", |rule| rule.name.as_str());
            for answer in answers {
                if let Some(period) = answer.period {
                    memory.note(period, item.sentence_index);
                }
                timexes.push(timex(answer, item, other.clone(), name));
            }
        }
        if let Some(new) = timexes.get_mut(from..) {
            link(text, &rules.pack.terms, new, published);
        }
    }
    timexes
}

fn answers(item: &Item, ctx: &Context<'_>) -> Vec<Answer> {
    let found: &Found = &item.found;
    let parts = &found.parts;
    let answer = match found.make {
        Make::Range => {
            return range(parts, ctx)
                .map_or_else(Vec::new, |ends| ends.into_iter().map(concluded).collect());
        }
        Make::Calendar | Make::Part => calendar(parts, ctx),
        Make::Shift => shift(parts, ctx),
        Make::Offset => offset(parts, ctx),
        Make::Weekend => weekend(parts, ctx),
        Make::Duration => duration(parts, ctx),
        Make::Set => set(parts, ctx),
        Make::Ref => reference(parts, ctx),
        Make::Nth => nth(parts, ctx),
        Make::Lead | Make::Nothing => None,
    };
    let answer = match &found.lead {
        Some(lead) => answer.and_then(|answer| led(answer, lead, ctx)),
        None => answer,
    };
    answer
        .map(|answer| concluded(answer.bounded(item.bound, ctx)))
        .into_iter()
        .collect()
}

/// Adds the last step, the result.
fn concluded(mut answer: Answer) -> Answer {
    if let Some(when) = &answer.when {
        answer
            .steps
            .push(Step::new(format!("so: {}", when.in_words()), None));
    }
    answer
}

/// What a date in numbers denotes if its day comes first and nothing tells whether it does.
fn other_reading(item: &Item, ctx: &Context<'_>) -> Option<When> {
    let other = item
        .has_two_orders
        .then(|| calendar(&swapped(&item.found.parts), ctx))?;
    other?.when
}

fn timex(mut answer: Answer, item: &Item, other: Option<When>, rule: &str) -> Timex {
    if let Some(other) = &other {
        let says = format!("or, if the day comes first: {}", other.in_words());
        answer.steps.push(Step::new(says, Some(item.span)));
    }
    Timex {
        other,
        span: answer.span.unwrap_or(item.span),
        kind: answer.kind,
        value: answer.value,
        modifier: answer.modifier,
        rule: rule.to_owned(),
        when: answer.when,
        counts_from_publication: counts_from_publication(answer.basis),
        steps: answer.steps,
    }
}

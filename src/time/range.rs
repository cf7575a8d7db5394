//! Ranges with two ends: each end is an expression of its own and denotes the whole range.

use super::answer::Answer;
use super::calendar::calendar;
use super::context::{Context, one_line};
use super::language::Terms;
use super::slot::{Parts, Slot};
use crate::model::{Bounds, Span, Step, Timex, TimexType, When};

const FIRST: [Slot; 3] = [Slot::Year, Slot::Month, Slot::Day];
const SECOND: [(Slot, Slot); 3] = [
    (Slot::Year2, Slot::Year),
    (Slot::Month2, Slot::Month),
    (Slot::Day2, Slot::Day),
];

/// Both ends of `13 to 24 June`, `March-May 2025`, `2019-21`.
pub(super) fn range(parts: &Parts, ctx: &Context<'_>) -> Option<[Answer; 2]> {
    let (from, to) = ends(parts);
    let (first_span, second_span) = spans(parts, ctx)?;
    let mut first = calendar(&from, ctx)?;
    let mut second = calendar(&to, ctx)?;
    first.span = Some(first_span);
    second.span = Some(second_span);
    let between = Span::new(first_span.end, second_span.start);
    let joint = between.of(ctx.text).trim().to_lowercase();
    let opened = Span::new(ctx.span.start, first_span.start).of(ctx.text);
    let terms = &ctx.pack.terms;
    let is_between = terms
        .between
        .contains(opened.trim().to_lowercase().as_str());
    let (is_or, is_and) = (
        terms.or.contains(joint.as_str()),
        terms.and.contains(joint.as_str()),
    );
    if !is_or && (!is_and || is_between) {
        let whole = covering(first.when.as_ref(), second.when.as_ref(), is_between);
        spread(&mut first, whole.as_ref(), ctx);
        spread(&mut second, whole.as_ref(), ctx);
    }
    Some([first, second])
}

/// The range that two ends span: it fills it, or lies within if the words are `between … and`.
fn covering(from: Option<&When>, to: Option<&When>, is_between: bool) -> Option<When> {
    let (from, to) = (from?, to?);
    let granularity = from.granularity.min(to.granularity);
    let (first, last) = (from.earliest()?, to.latest()?);
    if last < first {
        return None;
    }
    if is_between {
        return Some(When::within(Some(first), Some(last), granularity));
    }
    Some(When {
        start: Bounds::new(from.start.earliest, from.end.latest),
        end: Bounds::new(to.start.earliest, to.end.latest),
        granularity,
        approximate: from.approximate || to.approximate,
    })
}

fn spread(answer: &mut Answer, whole: Option<&When>, ctx: &Context<'_>) {
    if let Some(whole) = whole {
        answer.when = Some(whole.clone());
        let words = one_line(ctx.words());
        answer
            .steps
            .push(Step::new(format!("“{words}” is one range"), Some(ctx.span)));
    }
}

/// The parts of the first and the second end; each takes from the other what it does not say.
fn ends(parts: &Parts) -> (Parts, Parts) {
    let mut from = parts.clone();
    let mut to = parts.clone();
    for (second, slot) in SECOND {
        from.clear(second);
        to.clear(second);
        if let Some(value) = parts.number(second) {
            to.set(slot, value, parts.span(second));
        }
    }
    if !parts.has(Slot::Month) {
        from.fill_from(&to);
    }
    let has_year2 = parts.span(Slot::Year2).is_some_and(|span| span.len() == 2);
    if has_year2
        && let (Some(year), Some(end)) = (parts.get(Slot::Year), parts.get(Slot::Year2))
    {
        to.set(Slot::Year, f64::from(year - year % 100 + end % 100), None);
    }
    (from, to)
}

/// The extents of both ends: up to the last word before the second end's first, and from there.
fn spans(parts: &Parts, ctx: &Context<'_>) -> Option<(Span, Span)> {
    let second_start = SECOND
        .iter()
        .filter_map(|(second, _)| parts.span(*second))
        .map(|span| span.start)
        .min()?;
    let first = FIRST
        .iter()
        .filter_map(|slot| parts.span(*slot))
        .filter(|span| span.end <= second_start)
        .reduce(Span::cover)?;
    Some((first, Span::new(second_start, ctx.span.end)))
}

/// Joins neighbours such as `from Monday to 5 May` into one range.
pub(super) fn link(text: &str, terms: &Terms, timexes: &mut [Timex]) {
    for at in 1..timexes.len() {
        let Some([first, second]) = timexes.get_mut(at - 1..=at) else {
            continue;
        };
        let between = Span::new(first.span.end, second.span.start).of(text);
        if between.len() > 12 || first.kind != TimexType::Date || second.kind != TimexType::Date
        {
            continue;
        }
        let before = last_word(text.get(..first.span.start).unwrap_or(""));
        let joint = between.trim().to_lowercase();
        let (joint, before) = (joint.as_str(), before.as_str());
        let is_between = terms.and.contains(joint) && terms.between.contains(before);
        let is_range = terms.through.contains(joint)
            || (terms.to.contains(joint) && terms.from.contains(before))
            || is_between;
        if !is_range || first.when == second.when {
            continue;
        }
        if let Some(whole) = covering(first.when.as_ref(), second.when.as_ref(), is_between) {
            let span = first.span.cover(second.span);
            let words = format!("“{}” is one range", one_line(span.of(text)));
            for timex in [first, second] {
                timex.when = Some(whole.clone());
                timex.steps.push(Step::new(words.clone(), Some(span)));
            }
        }
    }
}

fn last_word(text: &str) -> String {
    let mut floor = text.len().saturating_sub(24);
    while !text.is_char_boundary(floor) {
        floor += 1;
    }
    let tail = text.get(floor..).unwrap_or("");
    tail.split_whitespace()
        .next_back()
        .unwrap_or("")
        .to_lowercase()
}

//! Ranges with two ends: each end is an expression of its own and denotes the whole range.

use jiff::civil::Date;

use super::answer::Answer;
use super::calendar::{calendar, in_year};
use super::context::{Context, one_line};
use super::direction::Way;
use super::language::Terms;
use super::period::{Period, days_after};
use super::slot::{Parts, Slot};
use crate::model::{Bounds, Span, Step, Timex, TimexType, When};

const WEEK_DAYS: i32 = 7;

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
    if !parts.has(Slot::Year) {
        in_order(&mut first, &mut second, (&from, &to), ctx);
    }
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

/// Puts ends that name no year into order: `between March and May` of the year that the words look
/// at, not March of this and May of the last.
fn in_order(
    first: &mut Answer,
    second: &mut Answer,
    parts: (&Parts, &Parts),
    ctx: &Context<'_>,
) {
    let (Some(from), Some(to)) = (first.period, second.period) else {
        return;
    };
    if from.days() <= to.days() {
        return;
    }
    let is_ahead = ctx.direction.is_some_and(|found| found.way == Way::Forward);
    let other = |parts: &Parts, year: i16| in_year(parts, ctx, year);
    if is_ahead {
        let later = other(parts.1, from.year()).filter(|to| from.days() <= to.days());
        let later = later.or_else(|| other(parts.1, from.year().checked_add(1)?));
        second.move_to(later);
    } else {
        let sooner = other(parts.0, to.year()).filter(|from| from.days() <= to.days());
        let sooner = sooner.or_else(|| other(parts.0, to.year().checked_sub(1)?));
        first.move_to(sooner);
    }
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
pub(super) fn link(text: &str, terms: &Terms, timexes: &mut [Timex], published: Option<Date>) {
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
        order_weekdays(first, second, published);
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

/// `from Monday to Thursday` is one week: of two days that stand the wrong way round and less than
/// a week apart, one moves by a week.
fn order_weekdays(first: &mut Timex, second: &mut Timex, published: Option<Date>) {
    let day = |timex: &Timex| timex.value.parse::<Date>().ok();
    let (Some(from), Some(to), Some(published)) = (day(first), day(second), published) else {
        return;
    };
    let Some(sooner) = days_after(from, -WEEK_DAYS).filter(|day| from > to && *day < to) else {
        return;
    };
    if to <= published {
        set_day(first, sooner);
    } else if let Some(later) = days_after(to, WEEK_DAYS) {
        set_day(second, later);
    }
}

fn set_day(timex: &mut Timex, day: Date) {
    timex.value = Period::Day(day).value();
    timex.when = Some(When::day(day));
    let words = format!("so: {}", When::day(day).in_words());
    timex.steps.pop();
    timex.steps.push(Step::new(words, None));
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

//! One of the weeks, weekdays or days of a longer period: `the last week of July`, `the first
//! Friday of next month`, `week 31`.

use jiff::civil::{Date, Weekday};

use super::answer::Answer;
use super::calendar::{Placed, place};
use super::clock::time_of_day;
use super::context::{Basis, Context};
use super::lead::day_moved;
use super::length::length_value;
use super::period::{Period, days_after, last_weekday, next_weekday};
use super::slot::{Parts, Slot, Unit};
use crate::model::{TimexType, When};

const PARTS_OF_ITEM: [Slot; 6] = [
    Slot::Nth,
    Slot::Week,
    Slot::Weekday,
    Slot::Unit,
    Slot::Day,
    Slot::Mod,
];

/// The item that the parts name, in the period that they name.
pub(super) fn nth(parts: &Parts, ctx: &Context<'_>) -> Option<Answer> {
    let (whole, basis, from) = whole(parts, ctx)?;
    let suffix = time_of_day(parts);
    if let Some(n) = parts.get(Slot::N) {
        let answer = edge(parts, n, whole)?.modified(parts.modifier(), ctx);
        return Some(answer.explained(ctx, from));
    }
    let answer = match whole {
        Some(whole) => Answer::on(item(parts, whole)?, &suffix, basis),
        None => Answer::unknown(unknown_value(parts), &suffix),
    };
    Some(answer.modified(parts.modifier(), ctx).explained(ctx, from))
}

/// `the first two months of 2019`: a length at one end of the longer period.
fn edge(parts: &Parts, n: i32, whole: Option<Period>) -> Option<Answer> {
    let unit = parts.unit()?;
    let mut answer = Answer::plain(TimexType::Duration, length_value(f64::from(n), unit));
    let Some((first, last)) = whole.and_then(Period::days) else {
        return Some(answer);
    };
    let (from, to) = if parts.get(Slot::Nth)? < 0 {
        (days_after(day_moved(last, -n, unit)?, 1)?, last)
    } else {
        (first, days_after(day_moved(first, n, unit)?, -1)?)
    };
    if first <= from && to <= last {
        let granularity = Period::holding(unit, from)?.granularity();
        answer.when = Some(When::within(Some(from), Some(to), granularity));
    }
    Some(answer)
}

fn unknown_value(parts: &Parts) -> &'static str {
    match parts.unit() {
        Some(Unit::Week) => "XXXX-WXX",
        Some(Unit::Weekend) => "XXXX-WXX-WE",
        Some(Unit::Month) => "XXXX-XX",
        _ => "XXXX-XX-XX",
    }
}

type Whole = (Option<Period>, Basis, Option<Date>);

/// The longer period, with what it counts from.
fn whole(parts: &Parts, ctx: &Context<'_>) -> Option<Whole> {
    if let Some(unit) = parts.get(Slot::Unit2).and_then(Unit::from_code) {
        return shifted_whole(unit, parts, ctx);
    }
    let mut named = parts.clone();
    for slot in PARTS_OF_ITEM {
        named.clear(slot);
    }
    let is_named = [Slot::Year, Slot::YearShift, Slot::Month]
        .iter()
        .any(|slot| named.has(*slot));
    if !is_named {
        let unit = if parts.has(Slot::Week) {
            Unit::Year
        } else {
            Unit::Month
        };
        return shifted_whole(unit, parts, ctx);
    }
    let (placed, from) = place(&named, ctx)?;
    Some(match placed {
        Placed::On(period, basis) => (Some(period), basis, from),
        Placed::Unknown(_) => (None, Basis::Unknown, from),
    })
}

fn shifted_whole(unit: Unit, parts: &Parts, ctx: &Context<'_>) -> Option<Whole> {
    let is_anaphor = match parts.get(Slot::Anaphor) {
        Some(1) => true,
        Some(2) => ctx.is_narrative,
        _ => false,
    };
    let (base, basis) = ctx.base(unit, is_anaphor);
    let Some(base) = base else {
        return Some((None, Basis::Unknown, None));
    };
    let period = Period::holding(unit, base)?.moved(parts.get(Slot::Shift).unwrap_or(0))?;
    Some((Some(period), basis, Some(base)))
}

fn item(parts: &Parts, whole: Period) -> Option<Period> {
    let (first, last) = whole.days()?;
    if let Some(week) = parts.get(Slot::Week) {
        return kept(nth_week(first, last, week)?, first, last);
    }
    let n = parts.get(Slot::Nth)?;
    if let Some(weekday) = parts.small(Slot::Weekday) {
        let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
        let day = nth_weekday(first, last, weekday, n)?;
        return (first <= day && day <= last).then_some(Period::Day(day));
    }
    let period = match parts.unit()? {
        Unit::Week => nth_week(first, last, n)?,
        Unit::Weekend => Period::Weekend(nth_weekday(first, last, Weekday::Saturday, n)?),
        unit => {
            let (edge, steps) = if n < 0 { (last, n + 1) } else { (first, n - 1) };
            Period::holding(unit, edge)?.moved(steps)?
        }
    };
    kept(period, first, last)
}

/// The period, unless it lies outside the longer one.
fn kept(period: Period, first: Date, last: Date) -> Option<Period> {
    let (from, to) = period.days()?;
    (from <= last && first <= to).then_some(period)
}

/// A week belongs to the month or year that has most of its days, that is its Thursday.
fn nth_week(first: Date, last: Date, n: i32) -> Option<Period> {
    let thursday = nth_weekday(first, last, Weekday::Thursday, n)?;
    Some(Period::Week(days_after(thursday, -3)?))
}

fn nth_weekday(first: Date, last: Date, weekday: Weekday, n: i32) -> Option<Date> {
    if n < 0 {
        days_after(
            last_weekday(last, weekday, true)?,
            n.checked_add(1)?.checked_mul(7)?,
        )
    } else {
        days_after(
            next_weekday(first, weekday, true)?,
            n.checked_sub(1)?.checked_mul(7)?,
        )
    }
}

//! Units and amounts that count from a date: `last week`, `two days later`, `the weekend`.

use jiff::civil::Date;

use super::answer::Answer;
use super::calendar::fiscal;
use super::clock::time_of_day;
use super::context::{Basis, Context};
use super::direction::Way;
use super::lead::day_moved;
use super::period::Period;
use super::slot::{Parts, Slot, Unit};
use crate::model::TimexType;

/// `last week`, `the next day`, `tonight`.
pub(super) fn shift(parts: &Parts, ctx: &Context<'_>) -> Option<Answer> {
    let unit = parts.unit()?;
    let n = parts.get(Slot::Shift).unwrap_or(0);
    let suffix = time_of_day(parts);
    let is_anaphor = match parts.get(Slot::Anaphor) {
        Some(1) => true,
        Some(2) => ctx.is_narrative,
        _ => false,
    };
    let (base, basis) = ctx.base(unit, is_anaphor);
    let Some(base) = base else {
        let answer = Answer::unknown(unknown_value(unit), &suffix);
        return Some(answer.modified(parts.modifier(), ctx).explained(ctx, None));
    };
    let period = if parts.has(Slot::Back) {
        year_before(unit, base)?
    } else {
        Period::holding(unit, base)?.moved(n)?
    };
    let answer = fiscal(Answer::on(period, &suffix, basis), parts);
    let answer = answer.modified(parts.modifier(), ctx);
    Some(answer.explained(ctx, Some(base)))
}

/// `the year-ago quarter`: of quarters the last that is over is compared, of other units this.
fn year_before(unit: Unit, base: Date) -> Option<Period> {
    let (over, in_year) = match unit {
        Unit::Quarter => (1, 4),
        Unit::Half => (1, 2),
        Unit::Month => (0, 12),
        Unit::Week | Unit::Weekend => (0, 52),
        Unit::Day => (0, 364),
        _ => (0, 1),
    };
    Period::holding(unit, base)?.moved(-over - in_year)
}

/// `two weeks ago`, `three days later`.
pub(super) fn offset(parts: &Parts, ctx: &Context<'_>) -> Option<Answer> {
    let unit = parts.unit()?;
    let way = parts.get(Slot::Way).unwrap_or(-1);
    let half = parts.number(Slot::N2).filter(|_| !parts.has(Slot::Unit2));
    let n = parts.number(Slot::N)? + half.unwrap_or(0.0);
    if n < 0.0 {
        let value = if way < 0 { "PAST_REF" } else { "FUTURE_REF" };
        return Some(Answer::plain(TimexType::Date, value.to_owned()));
    }
    let (n, unit) = in_whole_units(n, unit);
    let is_anaphor = parts.get(Slot::Anaphor) == Some(1);
    let (base, basis) = ctx.base(unit, is_anaphor);
    let Some(base) = base else {
        let answer = Answer::unknown(unknown_value(unit), "");
        return Some(answer.modified(parts.modifier(), ctx).explained(ctx, None));
    };
    let n = if unit < Unit::Night { 0 } else { n };
    let period = match second_amount(parts) {
        Some((more, finer)) => {
            let first = day_moved(base, way.checked_mul(n)?, unit)?;
            Period::Day(day_moved(first, way.checked_mul(more)?, finer)?)
        }
        None => Period::holding(unit, base)?.moved(way.checked_mul(n)?)?,
    };
    let answer = Answer::on(period, "", basis).modified(parts.modifier(), ctx);
    Some(answer.explained(ctx, Some(base)))
}

/// The second amount of `one month and 21 days ago`.
fn second_amount(parts: &Parts) -> Option<(i32, Unit)> {
    let unit = parts.get(Slot::Unit2).and_then(Unit::from_code)?;
    Some(in_whole_units(parts.number(Slot::N2)?, unit))
}

/// A number of units as a whole number of calendar units.
pub(super) fn in_whole_units(n: f64, unit: Unit) -> (i32, Unit) {
    let (n, unit) = match unit {
        Unit::Fortnight => (n * 2.0, Unit::Week),
        Unit::Night => (n, Unit::Day),
        Unit::Decade => (n * 10.0, Unit::Year),
        Unit::Generation => (n * 30.0, Unit::Year),
        Unit::Century => (n * 100.0, Unit::Year),
        Unit::Millennium => (n * 1000.0, Unit::Year),
        unit => (n, unit),
    };
    let is_whole = n.fract() == 0.0;
    match unit {
        Unit::Year if !is_whole => ((n * 12.0).round() as i32, Unit::Month),
        Unit::Month if !is_whole => ((n * 30.0).round() as i32, Unit::Day),
        Unit::Week if !is_whole => ((n * 7.0).round() as i32, Unit::Day),
        unit => (n.round() as i32, unit),
    }
}

/// `the weekend`, by the direction of its sentence.
pub(super) fn weekend(parts: &Parts, ctx: &Context<'_>) -> Option<Answer> {
    let (base, basis) = ctx.base(Unit::Day, false);
    let Some(base) = base else {
        return Some(Answer::unknown("XXXX-WXX-WE", "").explained(ctx, None));
    };
    let this = Period::holding(Unit::Weekend, base)?;
    let is_over = this.days().is_some_and(|(first, _)| first <= base);
    let way = ctx.direction.map_or(Way::Back, |direction| direction.way);
    let period = if way == Way::Back && !is_over {
        this.moved(-1)?
    } else {
        this
    };
    let answer = Answer::on(period, "", basis).modified(parts.modifier(), ctx);
    Some(answer.explained(ctx, Some(base)))
}

pub(super) fn unknown_value(unit: Unit) -> &'static str {
    match unit {
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Half => "XXXX-HX",
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day => "XXXX-XX-XX",
        _ => "XXXX",
    }
}

/// Whether an answer counts from the publication date, known or not.
pub(super) fn counts_from_publication(basis: Basis) -> bool {
    matches!(basis, Basis::Publication | Basis::Unknown)
}

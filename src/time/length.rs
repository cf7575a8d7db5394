//! Lengths, what recurs, and words for now, once and soon.

use super::answer::Answer;
use super::context::Context;
use super::slot::{Parts, Slot, Unit, part_code, season_code};
use crate::model::{Step, TimexType};

/// `about two weeks`, `recent years`.
pub(super) fn duration(parts: &Parts, ctx: &Context<'_>) -> Option<Answer> {
    let mut value = length_value(
        parts
            .number(Slot::N)
            .unwrap_or_else(|| unsaid_number(parts, ctx)),
        parts.unit()?,
    );
    if let (Some(n), Some(unit)) = (
        parts.number(Slot::N2),
        parts.get(Slot::Unit2).and_then(Unit::from_code),
    ) {
        value = doubled(&value, &length_value(n, unit));
    }
    let mut answer = Answer::plain(TimexType::Duration, value);
    answer.modifier = parts.modifier();
    answer.steps = vec![says(ctx, "is a length of time")];
    Some(answer)
}

/// Without a number, a plural is some of the unit, a singular one.
fn unsaid_number(parts: &Parts, ctx: &Context<'_>) -> f64 {
    let unit = parts.span(Slot::Unit).map_or("", |span| span.of(ctx.text));
    let is_plural = parts.span(Slot::Unit).is_none() || unit.ends_with(['s', 'S']);
    if is_plural { -1.0 } else { 1.0 }
}

fn doubled(first: &str, second: &str) -> String {
    match (first.strip_prefix("PT"), second.strip_prefix("PT")) {
        (Some(_), Some(rest)) => format!("{first}{rest}"),
        (None, Some(rest)) => format!("{first}T{rest}"),
        _ => format!("{first}{}", second.trim_start_matches('P')),
    }
}

/// A length as TIMEX3 writes it; a negative number is some.
pub(super) fn length_value(n: f64, unit: Unit) -> String {
    let (factor, letter) = match unit {
        Unit::Second => (1.0, "S"),
        Unit::Hour => (1.0, "H"),
        Unit::Night | Unit::Day => (1.0, "D"),
        Unit::Weekend => (1.0, "WE"),
        Unit::Week => (1.0, "W"),
        Unit::Fortnight => (2.0, "W"),
        Unit::Minute | Unit::Month => (1.0, "M"),
        Unit::Quarter => (1.0, "Q"),
        Unit::Half => (6.0, "M"),
        Unit::Year => (1.0, "Y"),
        Unit::TwoYears => (2.0, "Y"),
        Unit::Decade => (10.0, "Y"),
        Unit::Generation => (30.0, "Y"),
        Unit::Century => (100.0, "Y"),
        Unit::Millennium => (1000.0, "Y"),
    };
    let time = if unit < Unit::Night { "T" } else { "" };
    if n < 0.0 {
        return format!("P{time}X{letter}");
    }
    let is_half = (n - 0.5).abs() < 1e-9;
    match unit {
        Unit::Hour if n > 1.0 && (n.fract() - 0.5).abs() < 1e-9 => {
            format!("PT{}H30M", n.trunc())
        }
        Unit::Hour if is_half => "PT30M".to_owned(),
        Unit::Hour if (n - 0.25).abs() < 1e-9 => "PT15M".to_owned(),
        Unit::Minute if is_half => "PT30S".to_owned(),
        Unit::Day if is_half => "PT12H".to_owned(),
        Unit::Year if is_half => "P6M".to_owned(),
        _ => format!("P{time}{}{letter}", n * factor),
    }
}

/// `every Tuesday`, `daily`.
pub(super) fn set(parts: &Parts, ctx: &Context<'_>) -> Option<Answer> {
    let value = if let Some(weekday) = parts.get(Slot::Weekday) {
        let part = parts.get(Slot::Part).map_or("", part_code);
        format!("XXXX-WXX-{weekday}{part}")
    } else if let Some(month) = parts.get(Slot::Month) {
        format!("XXXX-{month:02}")
    } else if let Some(season) = parts.get(Slot::Season) {
        format!("XXXX-{}", season_code(season))
    } else if let Some(part) = parts.get(Slot::Part) {
        format!("XXXX-XX-XX{}", part_code(part))
    } else {
        length_value(parts.number(Slot::N).unwrap_or(1.0), parts.unit()?)
    };
    let mut answer = Answer::plain(TimexType::Set, value);
    answer.steps = vec![says(ctx, "says that it recurs")];
    Some(answer)
}

/// `now`, `recently`, `soon`.
pub(super) fn reference(parts: &Parts, ctx: &Context<'_>) -> Option<Answer> {
    let (value, words) = match parts.get(Slot::Ref)? {
        0 => ("PRESENT_REF", "means about the time of writing"),
        n if n < 0 => ("PAST_REF", "means some time before"),
        _ => ("FUTURE_REF", "means some time ahead"),
    };
    let mut answer = Answer::plain(TimexType::Date, value.to_owned());
    answer.steps = vec![says(ctx, words)];
    Some(answer)
}

fn says(ctx: &Context<'_>, what: &str) -> Step {
    let words = super::context::one_line(ctx.words());
    Step::new(format!("“{words}” {what}"), Some(ctx.span))
}

//! A length that leads to a date: `two days after 12 January`, `a week before Christmas`.

use jiff::Span as Length;
use jiff::civil::Date;

use super::answer::Answer;
use super::context::{Context, one_line};
use super::period::Period;
use super::relative::{in_whole_units, unknown_value};
use super::slot::{Parts, Slot, Unit};
use crate::model::{Step, TimexType};

/// The date that lies so far from the date of `answer` as `lead` says.
pub(super) fn led(answer: Answer, lead: &Parts, ctx: &Context<'_>) -> Option<Answer> {
    let (n, unit) = in_whole_units(lead.number(Slot::N)?, lead.unit()?);
    let n = n.checked_mul(lead.get(Slot::Way).unwrap_or(1))?;
    let Some(anchor) = answer.period else {
        let mut unknown = Answer::unknown(unknown_value(unit), "");
        unknown.steps = answer.steps;
        return Some(unknown);
    };
    let period = moved(anchor, n, unit)?;
    let mut steps = answer.steps;
    let says = one_line(ctx.words());
    steps.push(Step::new(
        format!("“{says}” counts from that"),
        Some(ctx.span),
    ));
    Some(Answer {
        kind: TimexType::Date,
        value: period.value(),
        modifier: lead.modifier(),
        when: period.when(),
        period: Some(period),
        basis: answer.basis,
        steps,
        span: None,
    })
}

/// From a day one comes to a day, from a week or month by longer units to a week or month, from
/// other periods to one of the unit.
fn moved(anchor: Period, n: i32, unit: Unit) -> Option<Period> {
    let own = match anchor {
        Period::Day(_) => Unit::Day,
        Period::Week(_) if unit > Unit::Fortnight => Unit::Week,
        Period::Month(..) if unit > Unit::Month => Unit::Month,
        period => return Period::holding(unit, period.days()?.0)?.moved(n),
    };
    Period::holding(own, day_moved(anchor.days()?.0, n, unit)?)
}

/// The day so many units after another; clock units leave it as it is.
pub(super) fn day_moved(day: Date, n: i32, unit: Unit) -> Option<Date> {
    let length = Length::new();
    let length = match unit {
        Unit::Week | Unit::Fortnight | Unit::Weekend => length.try_weeks(n),
        Unit::Month => length.try_months(n),
        Unit::Quarter => length.try_months(n.checked_mul(3)?),
        Unit::Half => length.try_months(n.checked_mul(6)?),
        Unit::Year => length.try_years(n),
        Unit::Second | Unit::Minute | Unit::Hour => return Some(day),
        _ => length.try_days(n),
    };
    day.checked_add(length.ok()?).ok()
}

//! Places on the calendar: full dates, and dates whose year, month or week must be found.

use jiff::civil::{Date, Weekday};

use super::answer::Answer;
use super::clock::time_of_day;
use super::context::{Basis, Context};
use super::day::{on_day_of_month, on_unnamed_day, on_weekday, on_weekday_and_day};
use super::direction::{Bound, Doubt, Way};
use super::period::Period;
use super::slot::{Parts, Slot, Unit, season_code};
use crate::model::When;

/// A month and day nearer to the publication than this needs no tense to be understood.
const CLOSE_DAYS: i32 = 120;
const CLOSE_MONTH_DAYS: i32 = 45;
/// What it costs at most to take the year last spoken of, just now or long ago, and what it costs
/// to take another.
const FRESH_YEAR_DAYS: i32 = 60;
const OLD_YEAR_DAYS: i32 = 300;
/// The same for a year far from the story (`a book of 2004 says`).
const FAR_YEAR_DAYS: i32 = 100;
const NEAR_YEARS: i16 = 3;
const OTHER_YEAR_DAYS: i32 = 45;

/// What the parts of a match denote, what is missing filled in.
pub(super) fn calendar(parts: &Parts, ctx: &Context<'_>) -> Option<Answer> {
    let suffix = time_of_day(parts);
    let (placed, from) = place(parts, ctx)?;
    let answer = match placed {
        Placed::On(period, basis) => {
            let mut answer = Answer::on(lifted(period, parts), &suffix, basis);
            answer.when = feast_days(period, parts, ctx).or(answer.when);
            sided(fiscal(answer, parts), parts, ctx)
        }
        Placed::Unknown(value) => Answer::unknown(&value, &suffix),
    };
    Some(answer.modified(parts.modifier(), ctx).explained(ctx, from))
}

/// A fiscal year is written with its own letters, and begins some months before or after.
pub(super) fn fiscal(mut answer: Answer, parts: &Parts) -> Answer {
    if parts.has(Slot::Fiscal) {
        answer.value.insert_str(0, "FY");
        answer.when = answer.when.map(When::approximately);
    }
    answer
}

/// `post-1945` and `pre-1914` lie on one side of their year.
fn sided(answer: Answer, parts: &Parts, ctx: &Context<'_>) -> Answer {
    let bound = match parts.get(Slot::Way) {
        Some(1) => Bound::After,
        Some(-1) if !parts.has(Slot::Hour) => Bound::Before,
        _ => return answer,
    };
    answer.bounded(Some((bound, ctx.span)), ctx)
}

/// The days of a feast that has more than one (`Ramadan`), or that the moon decides on.
fn feast_days(period: Period, parts: &Parts, ctx: &Context<'_>) -> Option<When> {
    let Period::Day(first) = period else {
        return None;
    };
    if parts.unit().is_some() {
        return None;
    }
    ctx.pack
        .holidays
        .days_from(parts.get(Slot::Holiday)?, first)
}

/// Where the parts of a match lie.
pub(super) enum Placed {
    On(Period, Basis),
    /// The value with X for what is not known.
    Unknown(String),
}

/// 'the week of 9 March' names the week, not the day.
fn lifted(period: Period, parts: &Parts) -> Period {
    match (period, parts.unit()) {
        (Period::Day(day), Some(unit @ (Unit::Week | Unit::Weekend)))
            if !parts.has(Slot::Shift) =>
        {
            Period::holding(unit, day).unwrap_or(period)
        }
        _ => period,
    }
}

/// With what it was counted from.
pub(super) type Place = (Placed, Option<Date>);

/// The period that the parts name, what is missing filled in.
pub(super) fn place(parts: &Parts, ctx: &Context<'_>) -> Option<Place> {
    if let Some(digits) = parts.get(Slot::Compact) {
        let period = Period::Day(compact_day(digits)?);
        return Some((Placed::On(period, Basis::Itself), None));
    }
    if let Some(year) = stated_year(parts) {
        let period = in_year(parts, ctx, year)?;
        return Some((Placed::On(period, Basis::Itself), None));
    }
    if let Some(decade) = parts.get(Slot::Decade) {
        let period = Period::Decade(i16::try_from(decade).ok()?);
        return Some((Placed::On(period, Basis::Itself), None));
    }
    if let Some(n) = parts.get(Slot::Century) {
        return Some((Placed::On(century(n, parts)?, Basis::Itself), None));
    }
    if let Some(shift) = parts.get(Slot::YearShift) {
        return in_shifted_year(parts, shift, ctx);
    }
    if has_place_in_year(parts) {
        return without_year(parts, ctx);
    }
    if let Some(weekday) = parts.small(Slot::Weekday) {
        let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
        if let Some(day) = parts.small(Slot::Day) {
            return on_weekday_and_day(weekday, day, ctx);
        }
        return on_weekday(weekday, parts, ctx);
    }
    if let Some(day) = parts.small(Slot::Day) {
        return on_day_of_month(day, ctx);
    }
    Some(on_unnamed_day(ctx))
}

/// `20161016`
fn compact_day(digits: i32) -> Option<Date> {
    let year = i16::try_from(digits / 10_000).ok()?;
    let (month, day) = (digits / 100 % 100, digits % 100);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn stated_year(parts: &Parts) -> Option<i16> {
    let year = i16::try_from(parts.get(Slot::Year)?).ok()?;
    Some(if parts.get(Slot::Era) == Some(-1) {
        1 - year
    } else {
        year
    })
}

fn century(n: i32, parts: &Parts) -> Option<Period> {
    let first = match parts.get(Slot::Era) {
        // BC 400 to 301 is the fourth century; its value is the digits that its years share.
        Some(-1) => -(n * 100) + 1,
        _ => (n - 1) * 100,
    };
    Some(Period::Century(i16::try_from(first).ok()?))
}

fn has_place_in_year(parts: &Parts) -> bool {
    [
        Slot::Month,
        Slot::Season,
        Slot::Quarter,
        Slot::Half,
        Slot::Holiday,
    ]
    .iter()
    .any(|slot| parts.has(*slot))
}

/// The period that the parts name in a year.
pub(super) fn in_year(parts: &Parts, ctx: &Context<'_>, year: i16) -> Option<Period> {
    if let Some(index) = parts.get(Slot::Holiday) {
        return ctx.pack.holidays.day_of(index, year).map(Period::Day);
    }
    if let Some(month) = parts.small(Slot::Month) {
        return match parts.small(Slot::Day) {
            Some(day) => Date::new(year, month, day).ok().map(Period::Day),
            None => Some(Period::Month(year, month)),
        };
    }
    Some(if let Some(season) = parts.small(Slot::Season) {
        Period::Season(year, season)
    } else if let Some(quarter) = parts.small(Slot::Quarter) {
        Period::Quarter(year, quarter)
    } else if let Some(half) = parts.small(Slot::Half) {
        Period::Half(year, half)
    } else {
        Period::Year(year)
    })
}

fn in_shifted_year(parts: &Parts, shift: i32, ctx: &Context<'_>) -> Option<Place> {
    let says = parts
        .span(Slot::YearShift)
        .map_or("", |span| span.of(ctx.text));
    let is_anaphor = points_back(says, ctx);
    let (base, basis) = ctx.base(Unit::Year, is_anaphor);
    let Some(base) = base else {
        return Some((Placed::Unknown(without_year_value(parts, ctx)), None));
    };
    let year = base.year().checked_add(i16::try_from(shift).ok()?)?;
    Some((Placed::On(in_year(parts, ctx, year)?, basis), Some(base)))
}

/// Whether words point to what was spoken of (`that`, `the following`).
pub(super) fn points_back(words: &str, ctx: &Context<'_>) -> bool {
    let first = words.split_whitespace().next().unwrap_or("");
    let anaphors = &ctx.pack.terms.anaphors;
    anaphors.contains(first.to_lowercase().as_str())
}

fn without_year(parts: &Parts, ctx: &Context<'_>) -> Option<Place> {
    let shift = parts.get(Slot::Shift);
    if ctx.is_narrative
        && let Some(year) = ctx.memory.year()
    {
        let period = match shift {
            Some(n) if n != 0 => in_year(parts, ctx, year.checked_add(i16::try_from(n).ok()?)?),
            _ => next_in_story(parts, year, ctx),
        };
        let from = ctx.memory.anchor(Unit::Year);
        return Some((Placed::On(period?, Basis::Mention), from));
    }
    let Some(base) = ctx.published else {
        return Some((Placed::Unknown(without_year_value(parts, ctx)), None));
    };
    let candidates: Vec<Period> = (-2..=2)
        .filter_map(|n| in_year(parts, ctx, base.year() + n))
        .collect();
    let period = match shift {
        Some(-1) => candidates
            .iter()
            .rfind(|period| period.days().is_some_and(|(_, last)| last < base))
            .copied(),
        Some(1) => candidates
            .iter()
            .find(|period| period.days().is_some_and(|(first, _)| base < first))
            .copied(),
        Some(_) => in_year(parts, ctx, base.year()),
        None => chosen(&candidates, base, ctx),
    };
    Some((Placed::On(period?, Basis::Publication), Some(base)))
}

/// The year in which the story goes on: near the last date that named its month, rather after it
/// than before, and rather in the year last spoken of.
fn next_in_story(parts: &Parts, year: i16, ctx: &Context<'_>) -> Option<Period> {
    let Some(last) = ctx.memory.fine() else {
        return in_year(parts, ctx, year);
    };
    let is_fresh = ctx.memory.is_year_fresh(ctx.sentence_index);
    let cap = if is_fresh && (year - last.year()).abs() <= NEAR_YEARS {
        FRESH_YEAR_DAYS
    } else if is_fresh {
        FAR_YEAR_DAYS
    } else {
        OLD_YEAR_DAYS
    };
    let cost = |candidate: i16| {
        let first = in_year(parts, ctx, candidate).and_then(first_day)?;
        let days = last.until(first).ok()?.get_days();
        let distance = if days < 0 { -days * 3 / 2 } else { days };
        Some(if candidate == year {
            distance.min(cap)
        } else {
            distance + OTHER_YEAR_DAYS
        })
    };
    [year, last.year(), last.year().checked_add(1)?]
        .into_iter()
        .filter_map(|candidate| Some((cost(candidate)?, candidate)))
        .min_by_key(|(cost, _)| *cost)
        .and_then(|(_, best)| in_year(parts, ctx, best))
}

/// The candidate that the direction asks for; without one the nearest.
fn chosen(candidates: &[Period], base: Date, ctx: &Context<'_>) -> Option<Period> {
    let nearest = candidates
        .iter()
        .min_by_key(|period| distance_days(**period, base))
        .copied()?;
    let days = |period: &&Period| period.days();
    // A day of the year close by is meant, whichever way the verbs look.
    if matches!(nearest, Period::Day(_)) && distance_days(nearest, base) <= CLOSE_DAYS {
        return Some(nearest);
    }
    let direction = ctx
        .direction
        .filter(|direction| direction.doubt != Doubt::Strong);
    let is_plain = direction.is_some_and(|direction| direction.is_plain);
    match direction.map(|direction| direction.way) {
        // 'said the vote in April would …': a past as far as that is said with its year, unless 'prices rose in April'.
        Some(Way::Back)
            if !is_plain && base < first_day(nearest)? && is_close(nearest, base) =>
        {
            Some(nearest)
        }
        Some(Way::Back) => candidates
            .iter()
            .rfind(|period| days(period).is_some_and(|(first, _)| first <= base))
            .copied(),
        Some(Way::Forward) => candidates
            .iter()
            .find(|period| days(period).is_some_and(|(_, last)| base <= last))
            .or(Some(&nearest))
            .copied(),
        // Of what an article speaks of, more is past than to come.
        None => candidates
            .iter()
            .min_by_key(|period| past_first(**period, base))
            .copied(),
    }
}

/// The distance in days, that to what lies ahead counted double.
fn past_first(period: Period, base: Date) -> i32 {
    let days = distance_days(period, base);
    let is_ahead = first_day(period).is_some_and(|first| base < first);
    if is_ahead {
        days.saturating_mul(2)
    } else {
        days
    }
}

/// Its first day.
pub(super) fn first_day(period: Period) -> Option<Date> {
    period.days().map(|(first, _)| first)
}

/// Whether a month lies so near ahead that the one a year before cannot be meant.
fn is_close(month: Period, base: Date) -> bool {
    matches!(month, Period::Month(..)) && distance_days(month, base) <= CLOSE_MONTH_DAYS
}

/// How many days lie between a day and a period.
pub(super) fn distance_days(period: Period, base: Date) -> i32 {
    let Some((first, last)) = period.days() else {
        return i32::MAX;
    };
    let until = |a: Date, b: Date| a.until(b).map_or(i32::MAX, |span| span.get_days());
    if base < first {
        until(base, first)
    } else if last < base {
        until(last, base)
    } else {
        0
    }
}

fn without_year_value(parts: &Parts, ctx: &Context<'_>) -> String {
    if let Some(day) = parts
        .get(Slot::Holiday)
        .and_then(|index| ctx.pack.holidays.fixed_day(index))
    {
        return format!("XXXX-{day}");
    }
    if let Some(month) = parts.get(Slot::Month) {
        return match parts.get(Slot::Day) {
            Some(day) => format!("XXXX-{month:02}-{day:02}"),
            None => format!("XXXX-{month:02}"),
        };
    }
    if let Some(season) = parts.get(Slot::Season) {
        return format!("XXXX-{}", season_code(season));
    }
    if let Some(quarter) = parts.get(Slot::Quarter) {
        return format!("XXXX-Q{quarter}");
    }
    match parts.get(Slot::Half) {
        Some(half) => format!("XXXX-H{half}"),
        None => "XXXX-XX-XX".to_owned(),
    }
}

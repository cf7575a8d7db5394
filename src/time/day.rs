//! Days known by their weekday or their number in the month, and days that no word names.

use jiff::civil::{Date, Weekday};

use super::calendar::{Place, Placed, distance_days, first_day, points_back};
use super::context::{Basis, Context};
use super::direction::{Doubt, Way};
use super::period::{Period, days_after, last_weekday, monday_of, next_weekday};
use super::slot::{Parts, Slot, Unit};

/// How many months around are searched for a day with a stated weekday.
const MONTHS_TO_LOOK: i32 = 11;

/// The day of a weekday, in the week or on the side that the words say.
pub(super) fn on_weekday(weekday: Weekday, parts: &Parts, ctx: &Context<'_>) -> Option<Place> {
    let says = parts.span(Slot::Shift).map_or("", |span| span.of(ctx.text));
    let (base, basis) = ctx.base(Unit::Day, points_back(says, ctx));
    let Some(base) = base else {
        let value = format!("XXXX-WXX-{}", weekday.to_monday_one_offset());
        return Some((Placed::Unknown(value), None));
    };
    let in_week = |shift: i32| {
        let monday = days_after(monday_of(base)?, shift * 7)?;
        days_after(monday, i32::from(weekday.to_monday_zero_offset()))
    };
    if let Some(n) = parts.get(Slot::N) {
        let last = last_weekday(base, weekday, false)?;
        let day = days_after(last, n.checked_sub(1)?.checked_mul(-7)?)?;
        return Some((Placed::On(Period::Day(day), basis), Some(base)));
    }
    let day = match (parts.get(Slot::Shift), parts.unit()) {
        (Some(shift), Some(Unit::Week)) => in_week(shift),
        (Some(0), _) => in_week(0),
        (Some(shift), _) if shift < 0 => last_weekday(base, weekday, false),
        (Some(_), _) => next_weekday(base, weekday, false),
        (None, _) => {
            let ahead = next_weekday(base, weekday, true);
            let back = last_weekday(base, weekday, true);
            let is_ahead = ctx.direction.is_some_and(|direction| {
                // 'to mark the entry on Friday' on a Saturday: the day before is nearer.
                let is_doubtful =
                    direction.doubt != Doubt::None && back == base.yesterday().ok();
                direction.way == Way::Forward && !is_doubtful
            });
            if basis == Basis::Mention || is_ahead {
                ahead
            } else {
                back
            }
        }
    };
    Some((Placed::On(Period::Day(day?), basis), Some(base)))
}

/// `Friday the 15th`: of the days that are both, the nearest on the side that the sentence looks.
pub(super) fn on_weekday_and_day(
    weekday: Weekday,
    day: i8,
    ctx: &Context<'_>,
) -> Option<Place> {
    let (base, basis) = ctx.base(Unit::Day, false);
    let Some(base) = base else {
        let value = format!("XXXX-XX-{day:02}");
        return Some((Placed::Unknown(value), None));
    };
    let months = (-MONTHS_TO_LOOK..=MONTHS_TO_LOOK).filter_map(|n| {
        let month = Period::Month(base.year(), base.month()).moved(n)?;
        let first = first_day(month)?;
        let date = Date::new(first.year(), first.month(), day).ok()?;
        (date.weekday() == weekday).then_some(date)
    });
    let way = ctx.direction.map(|direction| direction.way);
    let found = months.min_by_key(|date| {
        let is_wrong_side = match way {
            Some(Way::Back) => base < *date,
            Some(Way::Forward) => *date < base,
            None => false,
        };
        (is_wrong_side, distance_days(Period::Day(*date), base))
    })?;
    Some((Placed::On(Period::Day(found), basis), Some(base)))
}

/// `the 20th`, in the month last spoken of.
pub(super) fn on_day_of_month(day: i8, ctx: &Context<'_>) -> Option<Place> {
    let month = ctx.memory.month();
    let (basis, from) = match month {
        Some(_) => (Basis::Mention, ctx.memory.anchor(Unit::Month)),
        None => (Basis::Publication, ctx.published),
    };
    let date = match (month, ctx.published) {
        (Some((year, month)), _) => Date::new(year, month, day).ok()?,
        (None, Some(base)) => nearest_day_of_month(day, base, ctx)?,
        (None, None) => return Some((Placed::Unknown(format!("XXXX-XX-{day:02}")), None)),
    };
    Some((Placed::On(Period::Day(date), basis), from))
}

/// Of the months around a day the nearest on the side that the sentence looks.
fn nearest_day_of_month(day: i8, base: Date, ctx: &Context<'_>) -> Option<Date> {
    let way = ctx.direction.map(|direction| direction.way);
    let dates = (-1..=1).filter_map(|n| {
        let month = first_day(Period::Month(base.year(), base.month()).moved(n)?)?;
        Date::new(month.year(), month.month(), day).ok()
    });
    dates.min_by_key(|date| {
        let is_wrong_side = match way {
            Some(Way::Back) => base < *date,
            Some(Way::Forward) => *date < base,
            None => false,
        };
        (is_wrong_side, distance_days(Period::Day(*date), base))
    })
}

/// The day of a time of day that names none.
pub(super) fn on_unnamed_day(ctx: &Context<'_>) -> Place {
    if let Some(day) = ctx.memory.recent_day(ctx.sentence_index) {
        return (Placed::On(Period::Day(day), Basis::Mention), Some(day));
    }
    match ctx.published.filter(|_| !ctx.is_narrative) {
        Some(day) => (Placed::On(Period::Day(day), Basis::Publication), Some(day)),
        None => (Placed::Unknown("XXXX-XX-XX".to_owned()), None),
    }
}

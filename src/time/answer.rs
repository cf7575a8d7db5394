//! What a match comes to: type, value, days and the steps that lead there.

use super::context::{Basis, Context};
use super::direction::Bound;
use super::period::{Period, days_after};
use crate::model::{Granularity, Span, Step, TimexMod, TimexType, When};

/// The value of one expression.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    /// Its extent, where it is not that of the whole match.
    pub(super) span: Option<Span>,
    pub(super) kind: TimexType,
    pub(super) value: String,
    pub(super) modifier: Option<TimexMod>,
    pub(super) when: Option<When>,
    /// What later expressions may count from.
    pub(super) period: Option<Period>,
    pub(super) basis: Basis,
    pub(super) steps: Vec<Step>,
}

impl Answer {
    /// A value without days on the calendar.
    pub(super) fn plain(kind: TimexType, value: String) -> Self {
        Self {
            span: None,
            kind,
            value,
            modifier: None,
            when: None,
            period: None,
            basis: Basis::Itself,
            steps: Vec::new(),
        }
    }

    /// A calendar period, with a time of day if `suffix` is not empty.
    pub(super) fn on(period: Period, suffix: &str, basis: Basis) -> Self {
        Self {
            kind: kind_of(suffix),
            value: period.value() + suffix,
            when: period.when(),
            period: Some(period),
            basis,
            ..Self::plain(TimexType::Date, String::new())
        }
    }

    /// A value with X for what is not known.
    pub(super) fn unknown(value: &str, suffix: &str) -> Self {
        Self {
            kind: kind_of(suffix),
            basis: Basis::Unknown,
            ..Self::plain(TimexType::Date, format!("{value}{suffix}"))
        }
    }

    /// Puts it on another period of the same kind.
    pub(super) fn move_to(&mut self, period: Option<Period>) {
        if let Some(period) = period {
            self.value = period.value();
            self.when = period.when();
            self.period = Some(period);
        }
    }

    /// The same with a TIMEX3 mod, and its days narrowed to the part that the mod names.
    #[must_use]
    pub(super) fn modified(mut self, modifier: Option<TimexMod>, ctx: &Context<'_>) -> Self {
        let Some(modifier) = modifier else {
            return self;
        };
        self.modifier = match modifier {
            // 'earlier this year' narrows the days; TIMEX3 has no mod for it.
            TimexMod::Before | TimexMod::After => None,
            other => Some(other),
        };
        if let (Some(period), Some(when)) = (self.period, self.when.clone()) {
            self.when = Some(narrowed(period, when, modifier, ctx));
        }
        self
    }

    /// The same, opened on the side that the preposition says.
    #[must_use]
    pub(super) fn bounded(mut self, bound: Option<(Bound, Span)>, ctx: &Context<'_>) -> Self {
        let (Some((bound, because)), Some(when)) = (bound, self.when.clone()) else {
            return self;
        };
        let (first, last) = (when.earliest(), when.latest());
        let step = |day, n| day_beside(day, n);
        let is_past = |day: Option<_>| day.zip(ctx.published).is_none_or(|(d, p)| d <= p);
        let (from, to, says) = match bound {
            Bound::From => (first, None, "it begins then"),
            Bound::Since if is_past(first) => (first, ctx.published, "it lies since then"),
            Bound::Since => (first, None, "it lies since then"),
            Bound::Upto => (None, last, "it lies no later"),
            // `shortly before 9 pm on Friday` is on Friday.
            Bound::Before | Bound::After if self.has_clock() => {
                (first, last, "it lies near that hour")
            }
            Bound::Before => (None, step(first, -1), "it lies before"),
            Bound::After => (step(last, 1), None, "it lies after"),
        };
        self.when = Some(When {
            approximate: when.approximate,
            ..When::within(from, to, Granularity::Day)
        });
        let words = super::context::one_line(because.of(ctx.text));
        self.steps
            .push(Step::new(format!("{says}: “{words}”"), Some(because)));
        self
    }

    /// Whether its value names an hour.
    fn has_clock(&self) -> bool {
        let clock = self.value.split_once('T').map(|(_, clock)| clock);
        clock.is_some_and(|clock| clock.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Adds the steps: what it counts from and which way, and the result.
    #[must_use]
    pub(super) fn explained(
        mut self,
        ctx: &Context<'_>,
        from: Option<jiff::civil::Date>,
    ) -> Self {
        let mut steps = vec![ctx.basis_step(self.basis, from)];
        if self.basis != Basis::Itself {
            steps.extend(ctx.direction_step());
        }
        steps.append(&mut self.steps);
        self.steps = steps;
        self
    }
}

fn kind_of(suffix: &str) -> TimexType {
    if suffix.is_empty() {
        TimexType::Date
    } else {
        TimexType::Time
    }
}

fn day_beside(day: Option<jiff::civil::Date>, n: i32) -> Option<jiff::civil::Date> {
    day.and_then(|day| days_after(day, n))
}

fn narrowed(period: Period, when: When, modifier: TimexMod, ctx: &Context<'_>) -> When {
    let (Some(first), Some(last)) = (when.earliest(), when.latest()) else {
        return when;
    };
    let within = |from, to| When::within(Some(from), Some(to), Granularity::Day);
    match modifier {
        TimexMod::Start | TimexMod::Mid | TimexMod::End if first < last => {
            let (from, to) = third(period, first, last, modifier);
            within(from, to).approximately()
        }
        TimexMod::Before => match ctx.published {
            Some(day) if first <= day && day <= last => within(first, day),
            _ => when,
        },
        TimexMod::After => match ctx.published {
            Some(day) if first <= day && day <= last => within(day, last),
            _ => when,
        },
        TimexMod::Approx => when.approximately(),
        _ => when,
    }
}

/// The first, middle or last third of a period: ten days of a month, four months of a year.
fn third(
    period: Period,
    first: jiff::civil::Date,
    last: jiff::civil::Date,
    modifier: TimexMod,
) -> (jiff::civil::Date, jiff::civil::Date) {
    let n_days = i32::try_from(
        When::within(Some(first), Some(last), Granularity::Day)
            .width_days()
            .unwrap_or(1),
    )
    .unwrap_or(1);
    let cuts = match period {
        Period::Month(..) => (10, 20),
        Period::Year(_) => (n_days - 245, n_days - 122),
        _ => (n_days / 3, n_days - n_days / 3),
    };
    let at = |n: i32| days_after(first, n).unwrap_or(last);
    match modifier {
        TimexMod::Start => (first, at(cuts.0 - 1).max(first)),
        TimexMod::Mid => (at(cuts.0), at(cuts.1 - 1).max(at(cuts.0))),
        _ => (at(cuts.1), last),
    }
}

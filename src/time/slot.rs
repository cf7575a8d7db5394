//! The parts of a time expression that words fill, and the names that data files use for them.

use serde::{Deserialize, Serialize};

use crate::model::{Span, TimexMod};

/// A part of a time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Slot {
    Year,
    Month,
    Day,
    Weekday,
    Season,
    Quarter,
    Half,
    Decade,
    Century,
    Part,
    Hour,
    Minute,
    Second,
    AmPm,
    Zone,
    Holiday,
    Unit,
    N,
    Shift,
    Mod,
    Ref,
    Era,
    /// The second end of a range.
    Year2,
    Month2,
    Day2,
    /// A day in eight digits.
    Compact,
    /// Which of the weeks, weekdays or days of a longer period; -1 is the last.
    Nth,
    /// Number of a week of the year.
    Week,
    Weekday2,
    Unit2,
    N2,
    /// Where the number of years of `June last year` goes.
    YearShift,
    /// -1 back, 1 forward.
    Way,
    /// Counts from the date last spoken of if 1.
    Anaphor,
    /// A fiscal year's if 1.
    Fiscal,
    /// A year before what it would be if 1: `the year-ago quarter`.
    Back,
    /// Day and hour in one word, as 100 times the one and the other: `06T14`.
    DayHour,
    /// The minute of a clock time, 100 more in universal time: `30Z`.
    ClockRest,
    /// Filled by words that only stand in a pattern.
    None,
}

/// What the words of one match filled in, and where those words stand. A match fills few slots,
/// and a long text has many matches: hence a list and no table of all slots.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Parts {
    filled: Vec<Filled>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Filled {
    slot: Slot,
    value: Option<f64>,
    span: Option<Span>,
}

impl Parts {
    pub(super) fn set(&mut self, slot: Slot, value: f64, span: Option<Span>) {
        self.fill(slot, |place| {
            place.value = Some(value);
            place.span = span;
        });
    }

    /// Forgets the value; the words still stand where they did.
    pub(super) fn clear(&mut self, slot: Slot) {
        self.fill(slot, |place| place.value = None);
    }

    fn fill(&mut self, slot: Slot, change: impl FnOnce(&mut Filled)) {
        if let Some(place) = self.filled.iter_mut().find(|filled| filled.slot == slot) {
            change(place);
            return;
        }
        let mut place = Filled {
            slot,
            value: None,
            span: None,
        };
        change(&mut place);
        self.filled.push(place);
    }

    fn of(&self, slot: Slot) -> Option<&Filled> {
        self.filled.iter().find(|filled| filled.slot == slot)
    }

    pub(super) fn number(&self, slot: Slot) -> Option<f64> {
        self.of(slot)?.value
    }

    pub(super) fn get(&self, slot: Slot) -> Option<i32> {
        self.number(slot).map(|value| value as i32)
    }

    pub(super) fn small(&self, slot: Slot) -> Option<i8> {
        self.get(slot).and_then(|value| i8::try_from(value).ok())
    }

    pub(super) fn has(&self, slot: Slot) -> bool {
        self.number(slot).is_some()
    }

    pub(super) fn span(&self, slot: Slot) -> Option<Span> {
        self.of(slot)?.span
    }

    pub(super) fn unit(&self) -> Option<Unit> {
        Unit::from_code(self.get(Slot::Unit)?)
    }

    pub(super) fn modifier(&self) -> Option<TimexMod> {
        let index = usize::try_from(self.get(Slot::Mod)?).ok()?;
        MODS.get(index).copied()
    }

    /// Takes over what `other` has and this has not.
    pub(super) fn fill_from(&mut self, other: &Self) {
        for theirs in &other.filled {
            self.fill(theirs.slot, |mine| {
                mine.value = mine.value.or(theirs.value);
                mine.span = mine.span.or(theirs.span);
            });
        }
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Night,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    TwoYears,
    Decade,
    Generation,
    Century,
    Millennium,
}

const UNITS: [(&str, Unit); 17] = [
    ("second", Unit::Second),
    ("minute", Unit::Minute),
    ("hour", Unit::Hour),
    ("night", Unit::Night),
    ("day", Unit::Day),
    ("weekend", Unit::Weekend),
    ("week", Unit::Week),
    ("fortnight", Unit::Fortnight),
    ("month", Unit::Month),
    ("quarter", Unit::Quarter),
    ("half", Unit::Half),
    ("year", Unit::Year),
    ("two years", Unit::TwoYears),
    ("decade", Unit::Decade),
    ("generation", Unit::Generation),
    ("century", Unit::Century),
    ("millennium", Unit::Millennium),
];

impl Unit {
    pub(super) fn from_code(code: i32) -> Option<Self> {
        let index = usize::try_from(code).ok()?;
        UNITS.get(index).map(|(_, unit)| *unit)
    }
}

const MODS: [TimexMod; 12] = [
    TimexMod::Before,
    TimexMod::After,
    TimexMod::OnOrBefore,
    TimexMod::OnOrAfter,
    TimexMod::LessThan,
    TimexMod::MoreThan,
    TimexMod::EqualOrLess,
    TimexMod::EqualOrMore,
    TimexMod::Start,
    TimexMod::Mid,
    TimexMod::End,
    TimexMod::Approx,
];
/// TIMEX3's codes for the parts of a day, with the names that data files use.
const PARTS_OF_DAY: [(&str, &str); 8] = [
    ("morning", "TMO"),
    ("midday", "TMI"),
    ("afternoon", "TAF"),
    ("evening", "TEV"),
    ("night", "TNI"),
    ("daytime", "TDT"),
    ("noon", "T12:00"),
    ("midnight", "T24:00"),
];
const SEASONS: [(&str, &str); 4] = [
    ("spring", "SP"),
    ("summer", "SU"),
    ("autumn", "FA"),
    ("winter", "WI"),
];

/// TIMEX3's code of a part of day.
pub(super) fn part_code(part: i32) -> &'static str {
    code(&PARTS_OF_DAY, part)
}

/// TIMEX3's code of a season.
pub(super) fn season_code(season: i32) -> &'static str {
    code(&SEASONS, season)
}

fn code(table: &[(&'static str, &'static str)], index: i32) -> &'static str {
    let entry = usize::try_from(index).ok().and_then(|i| table.get(i));
    entry.map_or("", |(_, code)| code)
}

/// The number of a name that a data file gives for a slot.
pub(super) fn named_value(slot: Slot, name: &str) -> Option<f64> {
    let index = match slot {
        Slot::Unit | Slot::Unit2 => UNITS.iter().position(|(n, _)| *n == name),
        Slot::Mod => MODS.iter().position(|m| m.id() == name),
        Slot::Part => PARTS_OF_DAY.iter().position(|(n, _)| *n == name),
        Slot::Season => SEASONS.iter().position(|(n, _)| *n == name),
        _ => None,
    };
    index.map(|i| i as f64)
}

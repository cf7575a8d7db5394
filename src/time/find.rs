//! The matches of a sentence: the longest from the left, a clock time joined with its day.

use super::lex::Lexed;
use super::matcher::{Match, matches_at};
use super::rule::{Make, Rules};
use super::slot::{Parts, Slot, Unit};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

const PARTS_OF_CLOCK: [Slot; 6] = [
    Slot::Hour,
    Slot::Minute,
    Slot::Second,
    Slot::AmPm,
    Slot::Zone,
    Slot::Part,
];

/// A match with the rule it came from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Found {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) make: Make,
    pub(super) rule: usize,
    pub(super) parts: Parts,
    /// The length before it that leads from its date to the one that is meant.
    pub(super) lead: Option<Parts>,
}

/// The matches in order, disjoint.
pub(super) fn find(rules: &Rules, lexed: &Lexed<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < lexed.tokens.len() {
        let next = if lexed.hits(at).is_empty() {
            None
        } else {
            best_at(rules, lexed, at, &mut found)
        };
        at = next.unwrap_or(at + 1);
    }
    joined(found, lexed)
}

/// Takes the best match at `at`; where the search goes on, if there is one.
fn best_at(
    rules: &Rules,
    lexed: &Lexed<'_>,
    at: usize,
    found: &mut Vec<Found>,
) -> Option<usize> {
    for mut candidate in matches_at(&rules.tree, lexed, at) {
        let Some(rule) = rules.get(candidate.rule) else {
            continue;
        };
        if !rule.accepts(&mut candidate, lexed) {
            continue;
        }
        let checked = check(&candidate, rule.make);
        let next = match checked {
            Check::Good if rule.make == Make::Lead => led_date(rules, lexed, &candidate),
            Check::Good if rule.make == Make::Nothing => return Some(candidate.end),
            Check::Good => Some(plain(candidate, rule.make)),
            Check::NoSuchDay => return Some(candidate.end),
            Check::Other => None,
        };
        if let Some(next) = next {
            let end = next.end;
            found.push(next);
            return Some(end);
        }
    }
    None
}

fn plain(found: Match, make: Make) -> Found {
    Found {
        first: found.first,
        end: found.end,
        make,
        rule: found.rule,
        parts: found.parts,
        lead: None,
    }
}

/// The date right after a length that leads to it. Its own lead, if it has one, does not count, so
/// that a row of them is read but once.
fn led_date(rules: &Rules, lexed: &Lexed<'_>, lead: &Match) -> Option<Found> {
    for mut candidate in matches_at(&rules.tree, lexed, lead.end) {
        let rule = rules.get(candidate.rule)?;
        let is_date = matches!(
            rule.make,
            Make::Calendar | Make::Shift | Make::Nth | Make::Weekend
        );
        if !is_date
            || !rule.accepts(&mut candidate, lexed)
            || !matches!(check(&candidate, rule.make), Check::Good)
        {
            continue;
        }
        let mut date = plain(candidate, rule.make);
        if is_time(&date) {
            return None;
        }
        date.first = lead.first;
        date.rule = lead.rule;
        date.lead = Some(lead.parts.clone());
        return Some(date);
    }
    None
}

enum Check {
    Good,
    /// A day like 31 February: none of its words is read.
    NoSuchDay,
    /// Another rule may know better.
    Other,
}

fn check(found: &Match, make: Make) -> Check {
    let parts = &found.parts;
    if let (Some(day), Some(month)) = (parts.small(Slot::Day), parts.small(Slot::Month)) {
        let year = parts.get(Slot::Year).and_then(|y| i16::try_from(y).ok());
        // 29 February is a day of some year.
        if Date::new(year.unwrap_or(2000), month, day).is_err() {
            return Check::NoSuchDay;
        }
    }
    if let (Some(hour), Some(half)) = (parts.get(Slot::Hour), parts.get(Slot::AmPm))
        && hour < 100
        && (hour > 12 || (hour == 0 && half > 0))
    {
        return Check::Other;
    }
    if make == Make::Range
        && let (Some(from), Some(to)) = (parts.get(Slot::Year), parts.get(Slot::Year2))
    {
        let is_bc = parts.get(Slot::Era) == Some(-1);
        let is_short = parts.span(Slot::Year2).is_some_and(|span| span.len() == 2);
        let to = if is_short {
            from - from % 100 + to % 100
        } else {
            to
        };
        if (to <= from) != is_bc {
            return Check::Other;
        }
    }
    Check::Good
}

/// Joins a clock time or part of day with the day beside it.
fn joined(found: Vec<Found>, lexed: &Lexed<'_>) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::with_capacity(found.len());
    for next in found {
        let Some(last) = all.last_mut() else {
            all.push(next);
            continue;
        };
        let day_and_time = is_day(last) && is_time(&next);
        let time_and_day = is_time(last) && is_day(&next);
        // A part of the day may say more of an hour, not of another part.
        let has_hour = last.parts.has(Slot::Hour) || next.parts.has(Slot::Hour);
        let has_parts = last.parts.has(Slot::Part) && next.parts.has(Slot::Part);
        let fit = has_hour || !has_parts;
        if (day_and_time || time_and_day) && fit && is_beside(last, &next, lexed) {
            if time_and_day {
                if last.make != Make::Part {
                    last.rule = next.rule;
                }
                last.make = next.make;
            } else if next.make == Make::Part {
                last.rule = next.rule;
            }
            last.end = next.end;
            last.parts.fill_from(&next.parts);
        } else {
            all.push(next);
        }
    }
    all.retain(|found| found.make != Make::Part);
    day_over_bracket(&mut all, lexed);
    day_of_both_ends(&mut all, lexed);
    all
}

/// `from 9 a.m. to 5 p.m. Monday`: both times are of the day behind them.
fn day_of_both_ends(all: &mut [Found], lexed: &Lexed<'_>) {
    let terms = &lexed.pack.terms;
    for at in 1..all.len() {
        let Some([first, second]) = all.get_mut(at - 1..=at) else {
            continue;
        };
        let joint = lexed.word(first.end);
        let is_joint = terms.and.contains(joint)
            || terms.to.contains(joint)
            || terms.through.contains(joint);
        let has_hours = first.parts.has(Slot::Hour) && second.parts.has(Slot::Hour);
        let is_beside = second.first == first.end + 1 && is_joint;
        if is_beside && has_hours && is_time(first) && !is_time(second) {
            let mut day = second.parts.clone();
            for slot in PARTS_OF_CLOCK {
                day.clear(slot);
            }
            first.parts.fill_from(&day);
            first.make = second.make;
        }
    }
}

/// `10:35 a.m. (0735 GMT) Friday`: both times are of the day behind the bracket.
fn day_over_bracket(all: &mut [Found], lexed: &Lexed<'_>) {
    for at in 2..all.len() {
        let Some([first, second, day]) = all.get_mut(at - 2..=at) else {
            continue;
        };
        let is_bracket = second.first == first.end + 1
            && lexed.word(first.end) == "("
            && lexed.word(second.end) == ")"
            && matches!(day.first.checked_sub(second.end), Some(1 | 2));
        let is_beside = day.first == second.end + 1
            || lexed.pack.terms.beside.contains(lexed.word(second.end + 1));
        if is_bracket && is_beside && is_time(first) && is_time(second) && is_day(day) {
            first.parts.fill_from(&day.parts);
            second.parts.fill_from(&day.parts);
        }
    }
}

fn is_beside(first: &Found, second: &Found, lexed: &Lexed<'_>) -> bool {
    match second.first.checked_sub(first.end) {
        Some(0) => true,
        Some(1) => lexed.pack.terms.beside.contains(lexed.word(first.end)),
        _ => false,
    }
}

fn is_day(found: &Found) -> bool {
    let parts = &found.parts;
    if parts.has(Slot::Hour) || found.lead.is_some() {
        return false;
    }
    match found.make {
        Make::Calendar => {
            (parts.has(Slot::Day) && parts.has(Slot::Month))
                || parts.has(Slot::Weekday)
                || parts.has(Slot::Holiday)
                || parts.has(Slot::Compact)
        }
        Make::Nth => parts.has(Slot::Weekday) || parts.unit() == Some(Unit::Day),
        Make::Shift => parts.unit() == Some(Unit::Day),
        _ => false,
    }
}

fn is_time(found: &Found) -> bool {
    let parts = &found.parts;
    let has_time = parts.has(Slot::Hour) || parts.has(Slot::Part);
    let has_day = [
        Slot::Day,
        Slot::Weekday,
        Slot::Month,
        Slot::Unit,
        Slot::Holiday,
    ]
    .iter()
    .any(|slot| parts.has(*slot));
    matches!(found.make, Make::Calendar | Make::Part) && has_time && !has_day
}

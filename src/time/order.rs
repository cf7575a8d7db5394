//! Whether dates in numbers (`7/8/2007`) begin with the month or with the day: one order for an
//! article, by its dates that have but one reading, then by how it writes dates in words.

use super::read::Item;
use super::rule::{Order, Rule, Rules};
use super::slot::{Parts, Slot};

/// A date in numbers with one reading weighs like so many in words.
const NUMERIC_WEIGHT: i32 = 5;

/// Puts the dates in numbers of an article into its order. Where nothing tells, they stay as they
/// are and are marked to have another reading.
pub(super) fn settle(rules: &Rules, items: &mut [Item]) {
    let balance: i32 = items.iter().map(|item| vote(rules, item)).sum();
    for item in items {
        if !rules
            .get(item.found.rule)
            .is_some_and(|rule| has_two(rule, &item.found.parts))
        {
            continue;
        }
        if balance > 0 {
            item.found.parts = swapped(&item.found.parts);
        } else {
            item.has_two_orders = balance == 0;
        }
    }
}

/// The same date with its day and month exchanged.
pub(super) fn swapped(parts: &Parts) -> Parts {
    let mut other = parts.clone();
    for (from, to) in [(Slot::Month, Slot::Day), (Slot::Day, Slot::Month)] {
        if let Some(value) = parts.number(from) {
            other.set(to, value, parts.span(from));
        }
    }
    other
}

/// Positive for the day first.
fn vote(rules: &Rules, item: &Item) -> i32 {
    let Some((rule, order)) = (rules.get(item.found.rule)).and_then(|r| Some((r, r.order?)))
    else {
        return 0;
    };
    let weight = match (rule.is_numeric(), item.found.parts.get(Slot::Day)) {
        (true, Some(13..)) => NUMERIC_WEIGHT,
        (true, _) => 0,
        (false, _) => 1,
    };
    match order {
        Order::DayFirst => weight,
        Order::MonthFirst => -weight,
    }
}

/// Whether a date in numbers could also be read with the day first.
fn has_two(rule: &Rule, parts: &Parts) -> bool {
    let (day, month) = (parts.get(Slot::Day), parts.get(Slot::Month));
    rule.is_numeric()
        && rule.order == Some(Order::MonthFirst)
        && day.is_some_and(|day| day <= 12 && Some(day) != month)
}

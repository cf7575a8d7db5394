//! Takes out of an event what the others of its reports exclude: greedy gathering lets a report without
//! a date tie what was called off in January to the talks of February.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::profile::day_number;
use crate::model::{Mention, Status, When};

/// So many reports of one day, and twice as many as of any other, settle the day of an event.
const MIN_REPORTS: usize = 3;
/// What took place lies at most so far from the day of its event.
const WRONG_DAYS: i32 = 2;
/// A plan is called off at most so long before its day by a report that names no day.
const OFF_DAYS: i32 = 7;

/// Parts the `groups`, numbers of `mentions`: strays of one group are one event where their dates allow it.
/// The order of the groups that stay is kept; new ones come last.
pub(super) fn part(mut groups: Vec<Vec<usize>>, mentions: &[Mention]) -> Vec<Vec<usize>> {
    let mut parted = Vec::new();
    for group in &mut groups {
        let Some(day) = settled_day(group, mentions) else {
            continue;
        };
        let is_stray = |at: &mut usize| {
            mentions
                .get(*at)
                .is_some_and(|mention| cannot_be_on(mention, day))
        };
        let strays: Vec<usize> = group.extract_if(.., is_stray).collect();
        parted.extend(by_date(&strays, mentions));
    }
    groups.extend(parted);
    groups
}

/// The day that most of the group give it, if they agree well enough.
fn settled_day(group: &[usize], mentions: &[Mention]) -> Option<Date> {
    let mut n_reports: BTreeMap<Date, usize> = BTreeMap::new();
    let dates = group
        .iter()
        .filter_map(|at| mentions.get(*at)?.when.as_ref());
    for day in dates.filter_map(When::single_day) {
        *n_reports.entry(day).or_default() += 1;
    }
    let (day, n) = n_reports
        .iter()
        .max_by_key(|(day, n)| (**n, std::cmp::Reverse(**day)))?;
    let others = n_reports.iter().filter(|(other, _)| *other != day);
    let most_other = others.map(|(_, n)| *n).max().unwrap_or(0);
    (MIN_REPORTS <= *n && 2 * most_other < *n).then_some(*day)
}

/// Whether what `mention` tells is not of an event on `day`.
fn cannot_be_on(mention: &Mention, day: Date) -> bool {
    let Some(when) = &mention.when else {
        return false;
    };
    let day = day_number(day);
    let after = when.earliest().map_or(0, |first| day_number(first) - day);
    let before = when.latest().map_or(0, |last| day - day_number(last));
    let gap_days = after.max(before);
    match mention.status {
        Status::Happened | Status::Ongoing => WRONG_DAYS < gap_days,
        // A day of its own may be the one that the plan had before it moved.
        Status::Cancelled | Status::Denied if when.single_day().is_some() => false,
        Status::Cancelled | Status::Denied if when.width_days().is_some() => 0 < gap_days,
        Status::Cancelled | Status::Denied => OFF_DAYS < gap_days,
        Status::Planned | Status::Proposed | Status::Conditional => false,
    }
}

/// Groups of those whose dates go together, each as early as it can be.
fn by_date(strays: &[usize], mentions: &[Mention]) -> Vec<Vec<usize>> {
    let mut groups: Vec<(Option<&When>, Vec<usize>)> = Vec::new();
    for at in strays {
        let when = mentions.get(*at).and_then(|mention| mention.when.as_ref());
        let fits = |(date, _): &&mut (Option<&When>, _)| {
            date.zip(when)
                .is_none_or(|(date, when)| date.is_compatible(when))
        };
        match groups.iter_mut().find(fits) {
            Some((date, group)) => {
                *date = date.or(when);
                group.push(*at);
            }
            None => groups.push((when, vec![*at])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

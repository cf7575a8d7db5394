//! What an event was planned for before: dates that its reports named until later ones moved it.

use jiff::civil::Date;

use super::dates::date_groups;
use super::member::Member;
use crate::model::{EarlierPlan, Mention, Status, When};

/// The dates for which an event was planned on some day before the last report, and that its date
/// `now` contradicts; the oldest first. `status` tells that of reports with a date.
pub(super) fn earlier_plans(
    members: &[Member<'_>],
    now: Option<&When>,
    status: impl Fn(&[Member<'_>], Option<&When>) -> Option<Status>,
) -> Vec<EarlierPlan> {
    let Some(now) = now.filter(|_| members.iter().any(|m| is_plan(m.mention))) else {
        return Vec::new();
    };
    let mut days: Vec<Date> = members.iter().filter_map(|m| m.published).collect();
    days.sort_unstable();
    days.dedup();
    days.pop();
    let mut plans: Vec<EarlierPlan> = Vec::new();
    for day in days {
        let out_by_then = |member: &&Member<'_>| member.published.is_some_and(|out| out <= day);
        let known: Vec<Member<'_>> = members.iter().filter(out_by_then).copied().collect();
        let dates = date_groups(&known);
        let Some(date) = dates.first().filter(|date| date.is_stated) else {
            continue;
        };
        let when = &date.when;
        // A date without an end is overtaken by its end becoming known, not by being moved.
        let is_closed = when.width_days().is_some();
        let is_known = |plan: &EarlierPlan| plan.when.is_compatible(when);
        if !is_closed || when.is_compatible(now) || plans.last().is_some_and(is_known) {
            continue;
        }
        let status = status(&known, Some(when));
        if let Some(status) = status.filter(|status| is_planned(*status)) {
            plans.push(EarlierPlan {
                when: when.clone(),
                status,
                reported: day,
            });
        }
    }
    plans
}

fn is_plan(mention: &Mention) -> bool {
    is_planned(mention.status)
}

fn is_planned(status: Status) -> bool {
    matches!(status, Status::Planned | Status::Proposed)
}

//! Which date an event gets, and which dates its mentions disagree about.

use jiff::civil::Date;

use super::member::Member;
use super::profile::{ClassSort, breadth_days};
use crate::model::{Mention, Status, When};

/// A day that is only inferred says as much as a stated one of so many more.
const GUESS_DAYS: i64 = 14;

/// A date with those who give it.
pub(super) struct DateGroup {
    /// The narrowest date that the most of them give.
    pub(super) when: When,
    /// Indexes of the mentions.
    pub(super) mentions: Vec<usize>,
    /// Some mention has a time expression, as against a date by its tense alone.
    pub(super) is_stated: bool,
}

/// The dates of `members`, put into groups that can all be true, the best first.
pub(super) fn date_groups(members: &[Member<'_>]) -> Vec<DateGroup> {
    let mut dated = counted_dates(members);
    // The narrow ones make the groups, the broad ones join them.
    dated.sort_by_key(|(index, when)| {
        (
            when.width_days().is_none(),
            breadth_days(when) + if when.approximate { GUESS_DAYS } else { 0 },
            *index,
        )
    });
    let mut groups: Vec<DateGroup> = Vec::new();
    for (index, when) in dated {
        match groups
            .iter_mut()
            .find(|group| group.when.is_compatible(when))
        {
            Some(group) => group.mentions.push(index),
            None => groups.push(DateGroup {
                when: when.clone(),
                mentions: vec![index],
                is_stated: false,
            }),
        }
    }
    for group in &mut groups {
        group.mentions.sort_unstable();
        let of_group = group
            .mentions
            .iter()
            .filter_map(|index| members.get(*index));
        group.is_stated = of_group.into_iter().any(|member| is_stated(member.mention));
    }
    groups.retain(|group| !is_outvoted(group, members));
    let was_realised = members.iter().any(|m| is_real(m.mention.status));
    groups.sort_by_cached_key(|group| {
        let of_group = || {
            group
                .mentions
                .iter()
                .filter_map(|index| members.get(*index))
        };
        let is_real = of_group().any(|member| is_real(member.mention.status));
        let newest = of_group().map(|member| member.published).max().flatten();
        let recency = if was_realised { None } else { newest };
        let n_origins = count_origins(of_group());
        let first = group.mentions.first().copied();
        (
            std::cmp::Reverse((group.is_stated, was_realised && is_real, recency, n_origins)),
            breadth_days(&group.when),
            first,
        )
    });
    groups
}

/// Whether a month or more that a few reports give is that of something else: most tell of the event as news,
/// of `Saturday` or `yesterday`, though on which date they appeared is not known.
fn is_outvoted(group: &DateGroup, members: &[Member<'_>]) -> bool {
    const MONTH_DAYS: i64 = 31;
    let is_news =
        |member: &&Member<'_>| member.mention.timex.is_some() && member.mention.when.is_none();
    let of_group = group.mentions.iter().filter_map(|at| members.get(*at));
    let n_news = count_origins(members.iter().filter(is_news));
    let is_broad = group
        .when
        .width_days()
        .is_some_and(|days| MONTH_DAYS <= days);
    is_broad && count_origins(of_group) < n_news
}

/// The dates that count, with the index of their mention.
fn counted_dates<'a>(members: &[Member<'a>]) -> Vec<(usize, &'a When)> {
    let mut dated: Vec<(usize, &'a When)> = members
        .iter()
        .enumerate()
        .filter_map(|(index, member)| Some((index, member.mention.when.as_ref()?)))
        .collect();
    // What tense alone tells says nothing for one stated date or another.
    if dated
        .iter()
        .any(|(index, _)| members.get(*index).is_some_and(|m| is_stated(m.mention)))
    {
        dated.retain(|(index, _)| members.get(*index).is_some_and(|m| is_stated(m.mention)));
    }
    // A day dates some part of what goes on for long.
    let is_broad = |when: &When| when.width_days().is_some_and(|width| 1 < width);
    let is_long = |member: &Member<'_>| ClassSort::of(&member.mention.class) == ClassSort::Long;
    if members.iter().any(is_long) && dated.iter().any(|(_, when)| is_broad(when)) {
        dated.retain(|(_, when)| when.single_day().is_none());
    }
    dated
}

/// Whether the date is more than tense or the run of the story tells (`by now`, `about then`).
fn is_stated(mention: &Mention) -> bool {
    let is_inferred = mention
        .when
        .as_ref()
        .is_some_and(|when| when.width_days().is_none() || when.approximate);
    mention.timex.is_some() || !is_inferred
}

/// How many different origins `members` have.
pub(super) fn count_origins<'a>(members: impl Iterator<Item = &'a Member<'a>>) -> usize {
    let mut origins: Vec<usize> = members.map(|member| member.origin).collect();
    origins.sort_unstable();
    origins.dedup();
    origins.len()
}

/// Whether a report can tell that what is dated `when` took place: it appeared on that day or later.
pub(super) fn is_after(published: Option<Date>, when: Option<&When>) -> bool {
    published.is_some_and(|day| {
        when.and_then(When::earliest)
            .is_none_or(|first| first <= day)
    })
}

/// Whether a status says that it took place.
pub(super) fn is_real(status: Status) -> bool {
    matches!(status, Status::Happened | Status::Ongoing)
}

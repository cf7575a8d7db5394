//! Mentions that only come back to an event their article tells elsewhere are put with it.

use std::collections::BTreeMap;

use crate::model::{ArticleId, Mention, When};

/// The mentions that tell of events, and those that only come back to one.
pub(super) fn apart(mentions: Vec<Mention>) -> (Vec<Mention>, Vec<Mention>) {
    mentions.into_iter().partition(|mention| !mention.is_echo())
}

/// For each group of `mentions` the echoes that come back to it: to the only event of their class in the
/// article, to the only one named by the same word, or to the one that the article tells most of. Others
/// are left out.
pub(super) fn of_groups<'e>(
    groups: &[Vec<usize>],
    mentions: &[Mention],
    echoes: &'e [Mention],
) -> Vec<Vec<&'e Mention>> {
    let mut told: BTreeMap<(ArticleId, &str), Vec<Told<'_>>> = BTreeMap::new();
    for (group, members) in groups.iter().enumerate() {
        let members = members.iter().filter_map(|at| mentions.get(*at));
        for mention in members.filter(|mention| !mention.is_minor()) {
            let key = (mention.article, mention.class.as_str());
            told.entry(key).or_default().push(Told {
                group,
                lemma: &mention.lemma,
                is_background: is_background(mention),
                start: mention.trigger.start,
            });
        }
    }
    let mut of_groups: Vec<Vec<&Mention>> = groups.iter().map(|_| Vec::new()).collect();
    for echo in echoes {
        let known = told.get(&(echo.article, echo.class.as_str()));
        // What happened in another year is not spoken of before it is told.
        let is_open = |told: &&Told<'_>| !told.is_background || told.start < echo.trigger.start;
        let known: Vec<&Told<'_>> = known.into_iter().flatten().filter(is_open).collect();
        let group = meant(echo, &known);
        if let Some(found) = group.and_then(|group| of_groups.get_mut(group)) {
            found.push(echo);
        }
    }
    of_groups
}

/// Whether a whole year or more than a year ago is all that is known of when it was.
fn is_background(mention: &Mention) -> bool {
    const YEAR_DAYS: i64 = 365;
    let width = mention.when.as_ref().and_then(When::width_days);
    mention.timex.is_some() && width.is_some_and(|days| YEAR_DAYS <= days)
}

/// An event of the article.
struct Told<'m> {
    group: usize,
    lemma: &'m str,
    /// Told of another time than that of the article.
    is_background: bool,
    start: usize,
}

fn meant(echo: &Mention, known: &[&Told<'_>]) -> Option<usize> {
    let all = || known.iter().copied();
    only(all())
        .or_else(|| only(all().filter(|told| told.lemma == echo.lemma)))
        .or_else(|| most_told(known))
}

/// The group that the article tells most of, if there is one.
fn most_told(known: &[&Told<'_>]) -> Option<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for told in known {
        *counts.entry(told.group).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    let mut best = counts.into_iter().filter(|(_, count)| *count == most);
    let (group, _) = best.next()?;
    best.next().is_none().then_some(group)
}

/// The group that all are of.
fn only<'t>(mut known: impl Iterator<Item = &'t Told<'t>>) -> Option<usize> {
    let first = known.next()?.group;
    known.all(|told| told.group == first).then_some(first)
}

//! Mentions that only come back to an event their article tells elsewhere are put with it.

use std::collections::BTreeMap;

use crate::model::{ArticleId, Mention};

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
            });
        }
    }
    let mut of_groups: Vec<Vec<&Mention>> = groups.iter().map(|_| Vec::new()).collect();
    for echo in echoes {
        let known = told.get(&(echo.article, echo.class.as_str()));
        let group = known.and_then(|known| meant(echo, known));
        if let Some(found) = group.and_then(|group| of_groups.get_mut(group)) {
            found.push(echo);
        }
    }
    of_groups
}

/// An event of the article.
struct Told<'m> {
    group: usize,
    lemma: &'m str,
}

fn meant(echo: &Mention, known: &[Told<'_>]) -> Option<usize> {
    let of_word = |told: &&Told<'_>| told.lemma == echo.lemma;
    only(known.iter())
        .or_else(|| only(known.iter().filter(of_word)))
        .or_else(|| most_told(known))
}

/// The group that the article tells most of, if there is one.
fn most_told(known: &[Told<'_>]) -> Option<usize> {
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

//! The first sentence of an article mostly tells again, in other words, what the title tells: both are one event.

use std::collections::BTreeMap;

use super::twins::agree;
use super::words::content_words;
use crate::model::{Article, ArticleId, Mention, Span, Status, When};

/// So many words must be the same.
const SHARED_WORDS: usize = 2;

/// Joins a group that holds an event of a title to the group of the first sentence whose headline has most words in
/// common with it, at least three in five of the shorter one. A title whose event the sentence tells in like words was joined
/// before.
pub(super) fn join_restated(
    groups: Vec<Vec<usize>>,
    mentions: &[Mention],
    articles: &BTreeMap<ArticleId, &Article>,
) -> Vec<Vec<usize>> {
    let leads = leads(mentions, articles);
    let group_of: BTreeMap<usize, usize> = (0..)
        .zip(&groups)
        .flat_map(|(at, group)| group.iter().map(move |mention| (*mention, at)))
        .collect();
    let mut joins: Vec<(usize, usize, usize)> = Vec::new();
    for lead in leads.values() {
        let in_groups = |all: &[usize]| -> Vec<usize> {
            all.iter()
                .filter_map(|at| group_of.get(at).copied())
                .collect()
        };
        let told = in_groups(&lead.told);
        for title in &lead.titles {
            let Some(own) = group_of.get(title).filter(|own| !told.contains(own)) else {
                continue;
            };
            let is_free = !joins.iter().any(|(_, from, _)| from == own);
            // What other articles tell, too, they tell apart.
            let is_alone = groups
                .get(*own)
                .is_some_and(|group| is_of_one(group, mentions));
            let found = best(*title, &lead.told, mentions).filter(|_| is_free && is_alone);
            if let Some(to) = found.and_then(|at| group_of.get(&at)) {
                joins.push((*title, *own, *to));
            }
        }
    }
    joined(groups, &joins, |one, other| agree(one, other, mentions))
}

/// Whether one article alone tells of the group.
pub(super) fn is_of_one(group: &[usize], mentions: &[Mention]) -> bool {
    let mut articles = group
        .iter()
        .filter_map(|at| Some(mentions.get(*at)?.article));
    let first = articles.next();
    articles.all(|article| Some(article) == first)
}

/// The events of a title and those of the first sentence.
#[derive(Default)]
struct Lead {
    titles: Vec<usize>,
    told: Vec<usize>,
    sentence: Option<Span>,
}

fn leads(
    mentions: &[Mention],
    articles: &BTreeMap<ArticleId, &Article>,
) -> BTreeMap<ArticleId, Lead> {
    let mut leads: BTreeMap<ArticleId, Lead> = BTreeMap::new();
    for (at, mention) in mentions.iter().enumerate() {
        let Some(article) = articles.get(&mention.article) else {
            continue;
        };
        let lead = leads.entry(mention.article).or_default();
        if article
            .title_span
            .is_some_and(|title| title.overlaps(mention.excerpt))
        {
            lead.titles.push(at);
        } else if *lead.sentence.get_or_insert(mention.excerpt) == mention.excerpt {
            lead.told.push(at);
        }
    }
    leads
}

/// The event of the first sentence that the title tells of.
fn best(title: usize, told: &[usize], mentions: &[Mention]) -> Option<usize> {
    let own = mentions.get(title).filter(|own| !own.is_minor())?;
    let likeness = |at: &usize| {
        let other = mentions.get(*at).filter(|other| !other.is_minor())?;
        let n_shared = n_shared(&own.title, &other.title)?;
        can_be_one(own, other).then_some((n_shared, std::cmp::Reverse(*at)))
    };
    let found = told.iter().filter_map(likeness).max();
    found.map(|(_, at)| at.0)
}

/// How many words two headlines share; none if those are few.
fn n_shared(one: &str, other: &str) -> Option<usize> {
    let ours = content_words(one);
    let theirs = content_words(other);
    let n_shared = ours.iter().filter(|word| theirs.contains(word)).count();
    let n_least = ours.len().min(theirs.len());
    (SHARED_WORDS <= n_shared && 3 * n_least <= 5 * n_shared).then_some(n_shared)
}

/// Both are over or both to come, and nothing that is said of when speaks against it.
fn can_be_one(one: &Mention, other: &Mention) -> bool {
    let is_over =
        |mention: &Mention| matches!(mention.status, Status::Happened | Status::Ongoing);
    let is_apart = |one: &When, other: &When| !one.is_compatible(other);
    let dates = one.when.as_ref().zip(other.when.as_ref());
    is_over(one) == is_over(other) && !dates.is_some_and(|(one, other)| is_apart(one, other))
}

/// The groups with each mention of `joins` moved from one to another, with all of its group if the two agree; the order
/// of those that stay is kept.
fn joined(
    mut groups: Vec<Vec<usize>>,
    joins: &[(usize, usize, usize)],
    agree: impl Fn(&[usize], &[usize]) -> bool,
) -> Vec<Vec<usize>> {
    for (mention, from, to) in joins.iter().filter(|(_, from, to)| from != to) {
        let (Some(own), Some(other)) = (groups.get(*from), groups.get(*to)) else {
            continue;
        };
        let takes_all = agree(own, other);
        let goes = |at: &mut usize| takes_all || at == mention;
        let taken: Vec<usize> = match groups.get_mut(*from) {
            Some(own) => own.extract_if(.., goes).collect(),
            None => Vec::new(),
        };
        if let Some(other) = groups.get_mut(*to) {
            other.extend(taken);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_share_most_words_or_few() {
        let check = |one: &str, other: &str, n: Option<usize>| {
            assert_eq!(n_shared(one, other), n, "{one} / {other}");
        };
        check(
            "Bank raises interest rate in Arden",
            "Central bank lifts interest rate in Arden",
            Some(4),
        );
        check("Storm hits Arden", "Six people killed in Arden", None);
        check("Storm hits Arden", "Storm", None);
    }

    #[test]
    fn groups_are_joined_or_parted() {
        let groups = vec![vec![0, 4], vec![1, 2], vec![3]];
        let joins = [(0, 0, 1), (3, 2, 2)];
        let with_all = joined(groups.clone(), &joins, |_, _| true);
        assert_eq!(with_all, [vec![1, 2, 0, 4], vec![3]]);
        let alone = joined(groups, &joins, |_, _| false);
        assert_eq!(alone, [vec![4], vec![1, 2, 0], vec![3]]);
    }
}

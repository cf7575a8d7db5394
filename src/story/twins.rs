//! Mentions that one sentence gives the same headline are one event, and so are those of one article if the headline
//! names somebody or something.

use std::collections::BTreeMap;

use super::restated::is_of_one;
use crate::model::{Mention, When};

/// Joins groups of mentions that hold such twins, if one of the two is told by one article alone: what
/// several tell apart stays apart. Takes and gives numbers of mentions; the order of the groups that stay
/// is kept.
pub(super) fn join_twins(groups: Vec<Vec<usize>>, mentions: &[Mention]) -> Vec<Vec<usize>> {
    let mut joined: Vec<Vec<usize>> = Vec::new();
    let mut group_of: BTreeMap<_, usize> = BTreeMap::new();
    for group in groups {
        let keys: Vec<_> = (group.iter())
            .filter_map(|at| mentions.get(*at))
            .map(|mention| {
                let excerpt =
                    Some(mention.excerpt).filter(|_| !names_something(&mention.title));
                (mention.article, excerpt, mention.title.as_str())
            })
            .collect();
        let may_join = |at: &usize| {
            joined.get(*at).is_some_and(|all| {
                (is_of_one(all, mentions) || is_of_one(&group, mentions))
                    && agree(all, &group, mentions)
            })
        };
        let same = keys
            .iter()
            .find_map(|key| group_of.get(key).copied().filter(may_join));
        let at = same.unwrap_or(joined.len());
        for key in keys {
            group_of.entry(key).or_insert(at);
        }
        match joined.get_mut(at) {
            Some(all) => all.extend(group),
            None => joined.push(group),
        }
    }
    joined
}

/// `Storm hits Aldmere`, not `Two men arrested`
fn names_something(title: &str) -> bool {
    let mut words = title.split(' ').skip(1);
    let n_words = words.clone().count();
    1 < n_words && words.any(|word| word.starts_with(char::is_uppercase))
}

/// Whether nothing that is said of when one took place speaks against the other.
pub(super) fn agree(one: &[usize], other: &[usize], mentions: &[Mention]) -> bool {
    let dates = |group: &[usize]| -> Vec<&When> {
        let mentions = group.iter().filter_map(|at| mentions.get(*at));
        mentions
            .filter_map(|mention| mention.when.as_ref())
            .collect()
    };
    let (ours, theirs) = (dates(one), dates(other));
    ours.iter()
        .all(|one| theirs.iter().all(|other| one.is_compatible(other)))
}

//! Puts profiles of one event together without comparing all pairs: only those that share a rare
//! name, a rare word, days or an article are compared.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::likeness::{ENOUGH, likeness};
use super::profile::{Profile, breadth_days, day_number};
use super::words::mix;
use crate::model::When;

/// How many of its rarest names and words a profile is looked up by.
const MAX_NAMES: usize = 6;
const MAX_WORDS: usize = 6;
/// How many profiles are kept at one key: what more share it, it tells nothing.
const MAX_AT_KEY: usize = 32;
/// How many profiles are compared with one.
const MAX_COMPARED: usize = 16;
/// Groups are put together again so often at most; mostly nothing changes after the first time.
const MAX_ROUNDS: usize = 3;

/// Groups `profiles` into one profile an event. The order of `profiles` decides who is asked first;
/// put those that say most first.
pub(super) fn gather(profiles: Vec<Profile>) -> Vec<Profile> {
    let mut groups = Gathering::of(profiles);
    for _ in 0..MAX_ROUNDS {
        let before = groups.len();
        // The largest first; the sort is stable.
        groups.sort_by_key(|group| Reverse(group.members.len()));
        groups = Gathering::of(groups);
        if groups.len() == before {
            break;
        }
    }
    groups
}

#[derive(Default)]
struct Gathering {
    groups: Vec<Profile>,
    at_key: BTreeMap<u64, Vec<usize>>,
}

impl Gathering {
    fn of(profiles: Vec<Profile>) -> Vec<Profile> {
        let mut gathering = Self::default();
        for profile in profiles {
            gathering.add(profile);
        }
        gathering.groups
    }

    fn add(&mut self, profile: Profile) {
        let keys = keys(&profile);
        let at = self
            .best_group(&profile, &keys)
            .unwrap_or(self.groups.len());
        match self.groups.get_mut(at) {
            Some(group) => group.absorb(profile),
            None => self.groups.push(profile),
        }
        for key in keys {
            let known = self.at_key.entry(key).or_default();
            if !known.contains(&at) {
                if known.len() == MAX_AT_KEY {
                    known.remove(0);
                }
                known.push(at);
            }
        }
    }

    fn best_group(&self, profile: &Profile, keys: &[u64]) -> Option<usize> {
        let mut hits: BTreeMap<usize, usize> = BTreeMap::new();
        for group in keys.iter().filter_map(|key| self.at_key.get(key)).flatten() {
            *hits.entry(*group).or_default() += 1;
        }
        let mut hits: Vec<(usize, usize)> = hits.into_iter().collect();
        hits.sort_by_key(|(group, count)| (Reverse(*count), *group));
        let mut best: Option<(f32, usize)> = None;
        for (at, _) in hits.into_iter().take(MAX_COMPARED) {
            let evidence = self
                .groups
                .get(at)
                .and_then(|group| likeness(group, profile));
            let is_better = |evidence: f32| best.is_none_or(|(most, _)| most < evidence);
            if let Some(evidence) = evidence.filter(|e| ENOUGH <= *e && is_better(*e)) {
                best = Some((evidence, at));
            }
        }
        best.map(|(_, at)| at)
    }
}

/// What a profile is looked up by.
fn keys(profile: &Profile) -> Vec<u64> {
    let class = profile.class;
    let mut names: Vec<_> = profile
        .participants
        .iter()
        .chain(profile.places.iter())
        .collect();
    names.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.key.cmp(&b.key)));
    names.truncate(MAX_NAMES);
    let mut words = profile.words.clone();
    words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    words.truncate(MAX_WORDS);
    let days = day_keys(profile.date());

    let mut keys: Vec<u64> = Vec::new();
    keys.extend(names.iter().map(|name| join(class, name.key)));
    keys.extend(words.iter().map(|(word, _)| join(class, *word)));
    keys.extend(days.iter().map(|day| join(class, *day)));
    for name in &names {
        let kind = join(name.key, profile.kind as u64);
        keys.extend(days.iter().map(|day| join(kind, *day)));
    }
    let articles = profile.articles.iter().take(MAX_NAMES);
    keys.extend(articles.map(|article| join(join(class, ARTICLE), *article as u64)));
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Keep numbers of articles, weeks and months apart.
const ARTICLE: u64 = 1;
const WEEK: u64 = 2;
const MONTH: u64 = 3;

/// The weeks of a date that is narrow, the months of one that is less so.
fn day_keys(when: Option<&When>) -> Vec<u64> {
    const MAX_DAYS: i64 = 93;
    let Some(when) = when else {
        return Vec::new();
    };
    let ends = [when.earliest(), when.latest()];
    let ends = ends.into_iter().flatten().map(day_number);
    let mut keys = Vec::new();
    for day in ends.filter(|_| breadth_days(when) <= MAX_DAYS || when.width_days().is_none()) {
        keys.push(join(WEEK, i64::from(day.div_euclid(7)).cast_unsigned()));
        keys.push(join(MONTH, i64::from(day.div_euclid(30)).cast_unsigned()));
    }
    keys
}

fn join(a: u64, b: u64) -> u64 {
    mix(mix(a) ^ b)
}

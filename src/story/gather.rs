//! Puts profiles of one event together without comparing all pairs: only those that share a rare
//! name, a rare word, days or an article are compared.

use std::cmp::Reverse;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use rayon::slice::ParallelSliceMut as _;

use super::date_evidence::dates_differ;
use super::likeness::{ENOUGH, likeness};
use super::profile::{Profile, breadth_days, day_number};
use super::words::mix;
use crate::model::When;

/// How many of its rarest names and words a profile is looked up by.
const MAX_NAMES: usize = 6;
const MAX_WORDS: usize = 6;
/// How many profiles are kept at one key: what more share it, it tells nothing.
const MAX_AT_KEY: usize = 24;
/// How many profiles are compared with one.
const MAX_COMPARED: usize = 16;
/// The evidence with which a minor mention joins an event of the story.
const SURE: f32 = 1.2;
/// Groups are put together again so often at most; mostly nothing changes after the first time.
const MAX_ROUNDS: usize = 3;

/// Groups `profiles` into one profile an event. The order of `profiles` decides who is asked first;
/// put those that say most first.
pub(super) fn gather(profiles: Vec<Profile>) -> Vec<Profile> {
    // What took place on a day first finds who agrees: a dispute is for what has no better place.
    let is_of_a_day =
        |p: &Profile| p.statuses.is_real_only() && p.narrow_dates().next().is_some();
    let (of_days, others): (Vec<Profile>, Vec<Profile>) =
        profiles.into_iter().partition(is_of_a_day);
    let mut groups = Gathering::of(of_days, 0, true);
    groups.extend(others);
    for _ in 0..MAX_ROUNDS {
        let before = groups.len();
        // The largest first; the sort is stable.
        groups.sort_by_key(|group| Reverse(group.members.len()));
        groups = Gathering::of(groups, 0, false);
        if groups.len() == before {
            break;
        }
    }
    groups
}

/// Adds `minor` profiles to the `groups` of the others, which stay as they are: what is told in passing
/// never puts two events together.
pub(super) fn attach(groups: Vec<Profile>, minor: Vec<Profile>) -> Vec<Profile> {
    if minor.is_empty() {
        return groups;
    }
    let n_settled = groups.len();
    let all = groups.into_iter().chain(minor).collect();
    Gathering::of(all, n_settled, false)
}

struct Gathering {
    groups: Vec<Profile>,
    /// So many of the first groups take in only what surely belongs to them.
    n_settled: usize,
    /// Whether only those that agree on the date are put together.
    must_agree: bool,
    /// For each key that several profiles share, the groups lately seen there.
    at_key: Vec<Vec<usize>>,
}

impl Gathering {
    /// The first `n_settled` of `profiles` are events of their own.
    fn of(profiles: Vec<Profile>, n_settled: usize, must_agree: bool) -> Vec<Profile> {
        let keys: Vec<Vec<u64>> = profiles.par_iter().map(keys).collect();
        let shared = shared_keys(&keys);
        let places: Vec<Vec<usize>> = keys
            .par_iter()
            .map(|keys| {
                keys.iter()
                    .filter_map(|key| shared.binary_search(key).ok())
                    .collect()
            })
            .collect();
        let mut gathering = Self {
            groups: Vec::new(),
            n_settled,
            must_agree,
            at_key: vec![Vec::new(); shared.len()],
        };
        for (at, (profile, places)) in profiles.into_iter().zip(places).enumerate() {
            let same = (n_settled <= at).then(|| gathering.best_group(&profile, &places));
            gathering.add(profile, &places, same.flatten());
        }
        gathering.groups
    }

    fn add(&mut self, profile: Profile, places: &[usize], same: Option<usize>) {
        let at = same.unwrap_or(self.groups.len());
        match self.groups.get_mut(at) {
            // Each must be like the event itself, not like what joined it before.
            Some(group) if at < self.n_settled => group.members.extend(profile.members),
            Some(group) => group.absorb(profile),
            None => self.groups.push(profile),
        }
        for place in places {
            let Some(known) = self.at_key.get_mut(*place) else {
                continue;
            };
            if !known.contains(&at) {
                if known.len() == MAX_AT_KEY {
                    known.remove(0);
                }
                known.push(at);
            }
        }
    }

    /// The group with the most evidence among those that share the most keys.
    fn best_group(&self, profile: &Profile, places: &[usize]) -> Option<usize> {
        let at_places = places.iter().filter_map(|place| self.at_key.get(*place));
        let mut seen: Vec<usize> = at_places.flatten().copied().collect();
        seen.sort_unstable();
        let mut likely: Vec<(Reverse<usize>, usize)> = seen
            .chunk_by(|a, b| a == b)
            .filter_map(|same| Some((Reverse(same.len()), *same.first()?)))
            .collect();
        if MAX_COMPARED < likely.len() {
            likely.select_nth_unstable(MAX_COMPARED);
            likely.truncate(MAX_COMPARED);
        }
        likely.sort_unstable();
        let mut best: Option<(f32, usize)> = None;
        for (_, at) in likely {
            // What is told in passing joins its like: talks, not the invitation to them.
            let is_alike =
                |group: &&Profile| self.n_settled <= at || group.class == profile.class;
            let may_be = |group: &&Profile| {
                is_alike(group) && !(self.must_agree && dates_differ(group, profile))
            };
            let group = self.groups.get(at).filter(may_be);
            let evidence = group.and_then(|group| likeness(group, profile));
            let is_better = |evidence: f32| best.is_none_or(|(most, _)| most < evidence);
            let enough = if at < self.n_settled { SURE } else { ENOUGH };
            if let Some(evidence) = evidence.filter(|e| enough <= *e && is_better(*e)) {
                best = Some((evidence, at));
            }
        }
        best.map(|(_, at)| at)
    }
}

/// The keys that more than one profile has, sorted.
fn shared_keys(keys: &[Vec<u64>]) -> Vec<u64> {
    let mut all: Vec<u64> = keys.iter().flatten().copied().collect();
    all.par_sort_unstable();
    let shared = all.chunk_by(|a, b| a == b).filter(|same| 1 < same.len());
    shared.filter_map(|same| same.first().copied()).collect()
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

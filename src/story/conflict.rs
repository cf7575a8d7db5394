//! Where the mentions of one event contradict each other, as claims side by side.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::dates::{DateGroup, count_origins, is_after, is_real};
use super::member::Member;
use super::names::{PlaceSort, name_key, sort_of};
use crate::model::{ArticleId, Aspect, Claim, Conflict, Status, When};

/// All conflicts of one event, by aspect.
pub(super) fn conflicts(members: &[Member<'_>], dates: &[DateGroup]) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    conflicts.extend(about(Aspect::When, date_claims(members, dates)));
    conflicts.extend(about(Aspect::Place, place_claims(members)));
    for claims in number_claims(members) {
        conflicts.extend(about(Aspect::Number, claims));
    }
    conflicts.extend(about(
        Aspect::Status,
        status_claims(members, dates.first().map(|group| &group.when)),
    ));
    conflicts
}

fn about(about: Aspect, claims: Vec<Claim>) -> Option<Conflict> {
    (1 < claims.len()).then_some(Conflict { about, claims })
}

/// The claim of the most origins first, then of the most mentions, then of the first mention.
fn sort_claims(members: &[Member<'_>], claims: &mut [Claim]) {
    claims.sort_by_cached_key(|claim| {
        let of_claim = claim
            .mentions
            .iter()
            .filter_map(|index| members.get(*index));
        let n_mentions = claim.mentions.len();
        let first = claim.mentions.first().copied();
        (
            std::cmp::Reverse((count_origins(of_claim), n_mentions)),
            first,
        )
    });
}

fn date_claims(members: &[Member<'_>], dates: &[DateGroup]) -> Vec<Claim> {
    let mut claims: Vec<Claim> = dates
        .iter()
        .filter(|group| group.is_stated)
        .map(|group| Claim {
            value: group.when.in_words(),
            when: Some(group.when.clone()),
            mentions: group.mentions.clone(),
        })
        .collect();
    sort_claims(members, &mut claims);
    claims
}

/// Towns (or, where no town is named, countries) that no mention gives together.
fn place_claims(members: &[Member<'_>]) -> Vec<Claim> {
    let spots = places_by_key(members, PlaceSort::Spot);
    let mut claims = if 1 < spots.len() {
        apart(spots)
    } else if spots.is_empty() {
        apart(places_by_key(members, PlaceSort::Country))
    } else {
        Vec::new()
    };
    sort_claims(members, &mut claims);
    claims
}

fn places_by_key(members: &[Member<'_>], sort: PlaceSort) -> BTreeMap<u64, Claim> {
    let mut by_key: BTreeMap<u64, Claim> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        for place in member
            .mention
            .places
            .iter()
            .filter(|place| sort_of(place) == sort)
        {
            let claim = by_key.entry(name_key(place)).or_insert_with(|| Claim {
                value: place.full.clone(),
                when: None,
                mentions: Vec::new(),
            });
            if claim.mentions.last() != Some(&index) {
                claim.mentions.push(index);
            }
        }
    }
    by_key
}

/// Leaves out values that some mention gives together with another: those do not exclude each
/// other.
fn apart(by_key: BTreeMap<u64, Claim>) -> Vec<Claim> {
    let claims: Vec<Claim> = by_key.into_values().collect();
    // Mentions stand in order in each claim.
    let shares_mention = |one: &Claim| {
        claims
            .iter()
            .filter(|other| other.value != one.value)
            .any(|other| {
                let (few, many) = if one.mentions.len() < other.mentions.len() {
                    (&one.mentions, &other.mentions)
                } else {
                    (&other.mentions, &one.mentions)
                };
                few.iter()
                    .any(|mention| many.binary_search(mention).is_ok())
            })
    };
    let kept: Vec<bool> = claims.iter().map(|claim| !shares_mention(claim)).collect();
    let claims = claims.into_iter().zip(kept);
    claims
        .filter_map(|(claim, keep)| keep.then_some(claim))
        .collect()
}

/// For each thing that is counted, the claims about its number.
fn number_claims(members: &[Member<'_>]) -> Vec<Vec<Claim>> {
    let mut by_about: BTreeMap<&str, Vec<(f64, Claim)>> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        for quantity in &member.mention.quantities {
            let claims = by_about.entry(&quantity.about).or_default();
            let same = claims
                .iter_mut()
                .find(|(value, _)| is_same_number(*value, quantity.value));
            match same {
                Some((_, claim)) if claim.mentions.last() == Some(&index) => (),
                Some((_, claim)) => claim.mentions.push(index),
                None => claims.push((
                    quantity.value,
                    Claim {
                        value: quantity.span.of(&member.article.text).to_owned(),
                        when: None,
                        mentions: vec![index],
                    },
                )),
            }
        }
    }
    let exclusive = by_about.into_values().map(|claims| {
        let by_key = (0_u64..).zip(claims).map(|(key, (_, claim))| (key, claim));
        let mut claims = apart(by_key.collect());
        sort_claims(members, &mut claims);
        claims
    });
    exclusive.collect()
}

/// Whether one number is the other, or the other rounded (`200` for `204`).
fn is_same_number(a: f64, b: f64) -> bool {
    const ROUND_FROM: f64 = 100.0;
    const ROUND_SHARE: f64 = 0.05;
    let (less, more) = (a.min(b), a.max(b));
    let is_round = |number: f64| number % 10.0 == 0.0;
    more - less <= f64::EPSILON * more.abs()
        || (ROUND_FROM <= less
            && is_round(less) != is_round(more)
            && more - less <= more * ROUND_SHARE)
}

/// Took place or is planned, against denied or called off, unless a newer report settles it. One
/// article tells a course of events and does not contradict itself; what a report foresees as done
/// is not counted.
fn status_claims(members: &[Member<'_>], when: Option<&When>) -> Vec<Claim> {
    let counts = |member: &&Member<'_>| {
        !is_real(member.mention.status)
            || member.published.is_none()
            || is_after(member.published, when)
    };
    let told: BTreeSet<(ArticleId, Status, Option<Date>)> = members
        .iter()
        .filter(counts)
        .map(|member| {
            (
                member.mention.article,
                member.mention.status,
                member.published,
            )
        })
        .collect();
    let contradiction = |one: &(ArticleId, Status, Option<Date>)| {
        told.iter().find(|other| {
            other.0 != one.0
                && contradicts(one.1, other.1)
                && !is_settled(one.1, other.1, other.2, one.2)
        })
    };
    let sides: BTreeSet<Status> = told
        .iter()
        .filter_map(|one| Some([one.1, contradiction(one)?.1]))
        .flatten()
        .collect();
    let mut by_status: BTreeMap<Status, Claim> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        let status = member.mention.status;
        if !sides.contains(&status) {
            continue;
        }
        let claim = by_status.entry(status).or_insert_with(|| Claim {
            value: status.name().to_owned(),
            when: None,
            mentions: Vec::new(),
        });
        claim.mentions.push(index);
    }
    let mut claims: Vec<Claim> = by_status.into_values().collect();
    sort_claims(members, &mut claims);
    claims
}

/// A denial stands against what is told as a fact; what is only planned may still come.
fn contradicts(against: Status, status: Status) -> bool {
    match against {
        Status::Denied => is_real(status),
        Status::Cancelled => is_real(status) || status == Status::Planned,
        _ => false,
    }
}

/// A plan that was called off later, and what took place after it was called off, are a course of
/// events and no conflict. A denial stands against what took place whenever it was made.
fn is_settled(
    against: Status,
    status: Status,
    reported: Option<Date>,
    called_off: Option<Date>,
) -> bool {
    match (reported, called_off) {
        (Some(reported), Some(off)) if is_real(status) => off < reported,
        (Some(reported), Some(off)) => reported != off,
        // Nothing tells which came first; a denial stands.
        _ => against == Status::Cancelled,
    }
}

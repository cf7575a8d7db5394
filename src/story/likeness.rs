//! How likely two profiles are of one event: a sum of evidence for and against.

use super::names::{Names, PlaceSort};
use super::profile::{ClassSort, Profile, breadth_days, day_number};
use crate::model::{Kind, When};

/// Two profiles with at least this much evidence are one event.
pub(super) const ENOUGH: f32 = 0.8;

const SAME_CLASS: f32 = 0.8;
const SAME_KIND: f32 = -0.9;
const SAME_LEMMA: f32 = 0.2;
const SAME_ARTICLE: f32 = 0.6;
const ONE_IS_EARLIER: f32 = -1.0;
/// The greatest weight of words alike.
const WORDS: f32 = 2.0;
/// From this cosine on two excerpts are copies of one text.
const COPY: f32 = 0.9;
/// Against one event if each report names somebody whom the other does not: people, or anything else.
const PEOPLE_APART: f32 = 6.0;
const NAMED_APART: f32 = 2.5;
/// How far two reports of one event may stand apart if neither gives a date.
const FAR_DAYS: i32 = 45;

/// The evidence that `a` and `b` are one event; `None` if they cannot be.
pub(super) fn likeness(a: &Profile, b: &Profile) -> Option<f32> {
    if a.rank.number.is_some() && b.rank.number.is_some() && a.rank.number != b.rank.number {
        return None;
    }
    let is_long = |profile: &Profile| profile.sort == ClassSort::Long;
    if is_long(a) != is_long(b) || (a.shares_excerpt(b) && are_told_apart(a, b)) {
        return None;
    }
    let trigger = trigger_evidence(a, b)?;
    let alike = cosine(&a.words, &b.words);
    let shares_article = a.shares_article(b);
    let dates = date_evidence(a, b, alike, shares_article)?;
    let names = participant_evidence(&a.participants, &b.participants);
    let places = place_evidence(a, b);
    // One article that names other people or places mostly tells of another event.
    let is_told_again = shares_article && 0.0 <= names && 0.0 <= places;
    let article = if is_told_again { SAME_ARTICLE } else { 0.0 };
    let statuses = status_evidence(a, b);
    let alone = alone_evidence(a, b);
    Some(trigger + dates + article + WORDS * alike + names + places + statuses + alone)
}

/// Whether one sentence that tells of both tells them apart: by their class, or as one that took
/// place and one that is to come.
fn are_told_apart(a: &Profile, b: &Profile) -> bool {
    let has_taken_place = a.statuses.is_real_only() || b.statuses.is_real_only();
    let is_to_come = a.statuses.is_expected_only() || b.statuses.is_expected_only();
    a.class != b.class || (has_taken_place && is_to_come)
}

fn trigger_evidence(a: &Profile, b: &Profile) -> Option<f32> {
    let lemma = if a.lemmas.iter().any(|lemma| b.lemmas.contains(lemma)) {
        SAME_LEMMA
    } else {
        0.0
    };
    if a.class == b.class {
        Some(SAME_CLASS + lemma)
    } else if [a.sort, b.sort].contains(&ClassSort::About) {
        // An invitation is not the meeting that it is for.
        None
    } else if a.kind == b.kind && (a.statuses.real > 0) == (b.statuses.real > 0) {
        Some(SAME_KIND)
    } else {
        None
    }
}

/// The cosine of two lists of weighted words, less where only few words are shared.
pub(super) fn cosine(a: &[(u64, f32)], b: &[(u64, f32)]) -> f32 {
    const FEW: f32 = 3.0;
    let (mut dot, mut n_shared, mut at_a, mut at_b) = (0.0, 0.0_f32, 0, 0);
    while let (Some((word_a, weight_a)), Some((word_b, weight_b))) = (a.get(at_a), b.get(at_b))
    {
        match word_a.cmp(word_b) {
            std::cmp::Ordering::Less => at_a += 1,
            std::cmp::Ordering::Greater => at_b += 1,
            std::cmp::Ordering::Equal => {
                dot += weight_a * weight_b;
                n_shared += 1.0;
                at_a += 1;
                at_b += 1;
            }
        }
    }
    let norm = |words: &[(u64, f32)]| words.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
    let norms = norm(a) * norm(b);
    if norms > 0.0 {
        dot / norms * (n_shared / FEW).min(1.0)
    } else {
        0.0
    }
}

fn date_evidence(a: &Profile, b: &Profile, alike: f32, shares_article: bool) -> Option<f32> {
    let (Some(when_a), Some(when_b)) = (a.date(), b.date()) else {
        return Some(undated_evidence(a, b, shares_article));
    };
    if are_other_days(a, b) {
        return None;
    }
    if when_a.is_compatible(when_b) && !only_touch(when_a, when_b) {
        // A war is recalled long after it.
        let is_long = a.sort == ClassSort::Long;
        let is_recalled = is_long && a.statuses.is_real_only() && b.statuses.is_real_only();
        let evidence = overlap_evidence(when_a, when_b);
        return Some(if is_recalled {
            evidence.max(0.0)
        } else {
            evidence
        });
    }
    let gap = gap_days(when_a, when_b);
    let has_moved = (a.has_moved || b.has_moved) && !shares_article;
    if a.class == b.class && has_moved && gap <= MOVED_DAYS {
        return Some(MOVED);
    }
    let is_phased = a.class == b.class && a.sort == ClassSort::Phased;
    if is_phased && gap <= PHASES_DAYS && is_tense_only(when_a, when_b) {
        return Some(PHASES);
    }
    if shares_article {
        let is_moved = a.statuses.off + b.statuses.off > 0 && gap <= MOVED_DAYS;
        return is_moved.then_some(DISPUTED);
    }
    if COPY <= alike && gap <= COPY_DAYS {
        return Some(COPIED);
    }
    can_differ(a, b, gap).then_some(DISPUTED)
}

/// Whether both took place on certain days, and those lie apart: broad dates that both share do not
/// make them one.
fn are_other_days(a: &Profile, b: &Profile) -> bool {
    let is_real =
        |profile: &Profile| profile.statuses.real > 0 && profile.statuses.expected == 0;
    let mut pairs = a
        .narrow_dates()
        .flat_map(|one| b.narrow_dates().map(move |other| gap_days(one, other)))
        .peekable();
    is_real(a) && is_real(b) && pairs.peek().is_some() && pairs.all(|gap| WRONG_DAYS < gap)
}

/// Whether one is open to the past, the other to the future, and they share no more than a day:
/// what is over by today and what is yet to come from today on.
fn only_touch(a: &When, b: &When) -> bool {
    let touches = |past: &When, future: &When| {
        past.earliest().is_none()
            && future.latest().is_none()
            && past.latest() <= future.earliest()
    };
    touches(a, b) || touches(b, a)
}

/// Whether one of the dates says no more than `by now` or `from now on`.
fn is_tense_only(a: &When, b: &When) -> bool {
    a.width_days().is_none() || b.width_days().is_none()
}

/// The steps of one move (sent, under way, arrived) lie at most so far apart.
const PHASES_DAYS: i32 = 30;
const PHASES: f32 = -0.3;
/// A date of reports that else agree may be in dispute: this much against.
const DISPUTED: f32 = -1.9;
/// Against a plan and its new date, if a report says that it has moved.
const MOVED: f32 = -0.2;
/// A plan moves at most so far.
const MOVED_DAYS: i32 = 60;
/// What took place is reported at most so far wrong.
const WRONG_DAYS: i32 = 2;
/// A copy that counts from another publication date is at most so far off.
const COPY_DAYS: i32 = 10;
const COPIED: f32 = -0.5;

/// Whether dates that exclude each other can still be of one event.
fn can_differ(a: &Profile, b: &Profile, gap: i32) -> bool {
    let (real_a, real_b) = (a.statuses.real > 0, b.statuses.real > 0);
    match (real_a, real_b) {
        (true, true) => gap <= WRONG_DAYS,
        (false, false) => gap <= MOVED_DAYS,
        (true, false) => gap <= MOVED_DAYS && was_expected_before(b, a),
        (false, true) => gap <= MOVED_DAYS && was_expected_before(a, b),
    }
}

/// Whether the plan was reported before what took place did.
fn was_expected_before(plan: &Profile, real: &Profile) -> bool {
    let took_place = real.date().and_then(When::latest).map(day_number);
    match (plan.published, took_place) {
        (Some((_, reported)), Some(day)) => reported < day,
        _ => false,
    }
}

fn overlap_evidence(a: &When, b: &When) -> f32 {
    let is_open = a.width_days().is_none() || b.width_days().is_none();
    if is_open {
        let (core_a, core_b) = (core(a), core(b));
        let is_near = core_a.0 <= core_b.1 && core_b.0 <= core_a.1;
        return if is_near { 0.3 } else { -1.0 };
    }
    match breadth_days(a).max(breadth_days(b)) {
        ..=1 => 1.5,
        2..=8 => 1.0,
        9..=31 => 0.6,
        32..=93 => 0.3,
        94..=366 => 0.1,
        _ => 0.0,
    }
}

/// First and last likely day: what is open on one side is near its known side.
fn core(when: &When) -> (i32, i32) {
    const NEAR_DAYS: i32 = 30;
    let (first, last) = (
        when.earliest().map(day_number),
        when.latest().map(day_number),
    );
    match (first, last) {
        (Some(first), Some(last)) => (first, last),
        (Some(first), None) => (first, first + NEAR_DAYS),
        (None, Some(last)) => (last - NEAR_DAYS, last),
        (None, None) => (i32::MIN, i32::MAX),
    }
}

fn gap_days(a: &When, b: &When) -> i32 {
    let (a, b) = (core(a), core(b));
    a.0.saturating_sub(b.1).max(b.0.saturating_sub(a.1))
}

fn undated_evidence(a: &Profile, b: &Profile, shares_article: bool) -> f32 {
    let (Some(a), Some(b)) = (a.published, b.published) else {
        return 0.0;
    };
    let gap = (a.0.saturating_sub(b.1)).max(b.0.saturating_sub(a.1));
    if !shares_article && FAR_DAYS < gap {
        -0.6
    } else {
        0.0
    }
}

/// Names that both give speak for one event, names that each gives alone against it.
fn participant_evidence(a: &Names, b: &Names) -> f32 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let shared: f32 = a
        .iter()
        .filter(|n| b.contains(n.key))
        .map(|n| n.weight)
        .sum();
    // Reports that share no name may speak of one event by its hosts or by its guests, and those
    // that share two parties name the rest more or less fully: only people tell them apart.
    let n_shared = a.iter().filter(|name| b.contains(name.key)).count();
    let counts = |sort| sort == PlaceSort::Person || n_shared == 1;
    let apart = exclusive(a, b, counts).min(exclusive(b, a, counts));
    if shared > 0.0 {
        let people = |sort| sort == PlaceSort::Person;
        let are_people = 0.0 < exclusive(a, b, people).min(exclusive(b, a, people));
        let against = if are_people {
            PEOPLE_APART
        } else {
            NAMED_APART
        };
        let ratio = shared / (shared + apart);
        return 2.0 * ratio * (shared / 0.8).min(1.0) - against * (1.0 - ratio);
    }
    if apart > 0.0 { -1.2 } else { -0.2 }
}

/// What one does alone is not what it does with two others, however often it stands for all three
/// where they meet.
fn alone_evidence(a: &Profile, b: &Profile) -> f32 {
    const MANY: usize = 3;
    let n_parties = |profile: &Profile| {
        let parties = profile.participants.iter();
        parties
            .filter(|name| name.sort == PlaceSort::Country)
            .count()
    };
    let (few, many) = (
        n_parties(a).min(n_parties(b)),
        n_parties(a).max(n_parties(b)),
    );
    let is_joint = a.kind == Kind::Military && few == 1 && MANY <= many;
    if is_joint && a.lemmas != b.lemmas {
        -1.8
    } else {
        0.0
    }
}

/// The weight of the names that `a` gives and `b` does not; people count in full.
fn exclusive(a: &Names, b: &Names, counts: impl Fn(PlaceSort) -> bool) -> f32 {
    a.iter()
        .filter(|name| counts(name.sort) && !b.contains(name.key))
        .map(|name| match name.sort {
            PlaceSort::Person => name.weight,
            _ => name.weight * 0.5,
        })
        .sum()
}

fn place_evidence(a: &Profile, b: &Profile) -> f32 {
    let shared = a.places.iter().filter(|name| b.places.contains(name.key));
    let shared: f32 = shared.map(|name| name.weight).sum();
    if shared > 0.0 {
        return shared.min(1.0);
    }
    let differ =
        |sort| a.places_of(sort).next().is_some() && b.places_of(sort).next().is_some();
    let shares_participant = a
        .participants
        .iter()
        .any(|n| b.participants.contains(n.key));
    if differ(PlaceSort::Spot) {
        // Only who takes part can tell a place in dispute from another event elsewhere.
        if shares_participant { -1.2 } else { -2.5 }
    } else if differ(PlaceSort::Country) {
        -0.8
    } else {
        0.0
    }
}

fn status_evidence(a: &Profile, b: &Profile) -> f32 {
    let earlier = if a.rank.is_earlier != b.rank.is_earlier
        && (a.statuses.is_expected_only() || b.statuses.is_expected_only())
    {
        ONE_IS_EARLIER
    } else {
        0.0
    };
    earlier + one_way(a, b) + one_way(b, a)
}

fn one_way(a: &Profile, b: &Profile) -> f32 {
    let (one, other) = (a.statuses, b.statuses);
    if one.is_off_only() && other.is_real_only() {
        // Without more in common, what goes on is not what was called off.
        -0.4
    } else if one.is_conditional_only() && other.is_real_only() {
        -1.0
    } else if one.is_conditional_only() && other.is_expected_only() {
        -0.3
    } else if one.is_expected_only() && other.is_real_only() && !is_plan_of(a, b) {
        -0.8
    } else {
        0.0
    }
}

/// Whether an expected event can be the one that took place: on the same days, or reported before.
fn is_plan_of(plan: &Profile, real: &Profile) -> bool {
    let same_days = match (plan.date(), real.date()) {
        (Some(a), Some(b)) => a.is_compatible(b) && 1.0 <= overlap_evidence(a, b),
        _ => false,
    };
    same_days || was_expected_before(plan, real)
}

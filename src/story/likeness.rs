//! How likely two profiles are of one event: a sum of evidence for and against.

use super::date_evidence::{OPEN, date_evidence, overlap_evidence, was_expected_before};
use super::names::{Names, PlaceSort};
use super::profile::{ClassSort, Profile};
use crate::model::Kind;

/// Two profiles with at least this much evidence are one event.
pub(super) const ENOUGH: f32 = 0.6;

const SAME_CLASS: f32 = 1.2;
const SAME_KIND: f32 = -1.3;
const SAME_LEMMA: f32 = 0.2;
const SAME_ARTICLE: f32 = 0.3;
const ONE_IS_EARLIER: f32 = -1.0;
/// Against a class for each time that its days in the set are e times as many.
const COMMON_CLASS: f32 = 0.3;
/// Against two that have nothing but their class in common.
const FAINT: f32 = -0.6;
/// Against a plan and another report that gives no day in common.
const PLAN: f32 = -0.3;
/// Below this cosine excerpts have hardly a word in common.
const FEW_WORDS: f32 = 0.15;
/// Against two announcements or warnings that have hardly a word in common: who said something on a day
/// mostly said more than one thing.
const OTHER_CONTENT: f32 = -2.2;
/// For articles with more in common than is usual, for two that have anything in common, and at most.
const TOPIC: f32 = 2.0;
const TOPIC_KNOWN: f32 = 0.1;
const TOPIC_MOST: f32 = 0.6;
/// The greatest weight of words alike.
const WORDS: f32 = 3.0;
/// Against one event if each report names somebody whom the other does not: people, or anything else.
const PEOPLE_APART: f32 = 3.0;
const NAMED_APART: f32 = 1.2;
/// For reports that name nobody in common: people in both, or two people here and two countries there.
const OTHERS: f32 = -0.9;
const OTHER_PARTIES: f32 = -1.8;

/// The evidence that `a` and `b` are one event; `None` if they cannot be.
pub(super) fn likeness(a: &Profile, b: &Profile) -> Option<f32> {
    if a.rank.number.is_some() && b.rank.number.is_some() && a.rank.number != b.rank.number {
        return None;
    }
    let is_long = |profile: &Profile| profile.sort == ClassSort::Long;
    if !is_long(a) && a.is_told_apart_from(b) {
        return None;
    }
    if is_long(a) != is_long(b) || (a.shares_excerpt(b) && are_told_apart(a, b)) {
        return None;
    }
    let trigger = trigger_evidence(a, b)?;
    let alike = cosine(&a.words, &b.words);
    let shares_article = a.shares_article(b);
    let dates = date_evidence(a, b, alike, shares_article)?;
    let names = participant_evidence(a, b);
    let places = place_evidence(a, b);
    // One article that names other people or places mostly tells of another event.
    let is_told_again = shares_article && 0.0 <= names && 0.0 <= places;
    let article = if is_told_again { SAME_ARTICLE } else { 0.0 };
    // What is called otherwise needs more than that it may have been at the time.
    let (dates, article) = if a.class == b.class {
        (dates, article)
    } else if dates <= OPEN {
        (dates.min(0.0), 0.0)
    } else {
        (dates, 0.0)
    };
    // What is called otherwise is the same only for somebody at some time.
    if a.class != b.class && (dates <= OPEN || names <= 0.0 && places <= 0.0) {
        return None;
    }
    let statuses = status_evidence(a, b);
    let alone = alone_evidence(a, b);
    let topic = topic_evidence(a, b, shares_article);
    // Nothing but the class, as in a set that tells of many talks.
    let is_faint =
        !shares_article && names <= 0.0 && places <= 0.0 && dates <= OPEN && alike < FEW_WORDS;
    let faint = if is_faint { FAINT } else { 0.0 };
    // There are more plans than come to pass: without a day in common they need more.
    let is_plan = a.statuses.is_expected_only() || b.statuses.is_expected_only();
    let plan = if is_plan && dates <= OPEN { PLAN } else { 0.0 };
    Some(
        faint
            + content_evidence(a, b, alike)
            + plan
            + trigger
            + dates
            + article
            + topic
            + WORDS * alike
            + names
            + places
            + statuses
            + alone,
    )
}

/// Two announcements are told apart by their content alone.
fn content_evidence(a: &Profile, b: &Profile, alike: f32) -> f32 {
    let are_statements = a.kind == Kind::Statement && b.kind == Kind::Statement;
    if are_statements && alike < FEW_WORDS {
        OTHER_CONTENT
    } else {
        0.0
    }
}

/// Two articles that have more in common than is usual in the set tell of the same events.
fn topic_evidence(a: &Profile, b: &Profile, shares_article: bool) -> f32 {
    let alike = a.topic.likeness(&b.topic).filter(|_| !shares_article);
    alike.map_or(0.0, |alike| {
        (TOPIC * alike + TOPIC_KNOWN).clamp(-TOPIC_MOST, TOPIC_MOST)
    })
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
        Some(SAME_CLASS + lemma - common_class(a, b))
    } else if [a.sort, b.sort].contains(&ClassSort::About) {
        // An invitation is not the meeting that it is for.
        None
    } else if a.kind == b.kind && (a.statuses.real > 0) == (b.statuses.real > 0) {
        Some(SAME_KIND)
    } else {
        None
    }
}

/// A class of which the set tells on many days says less.
fn common_class(a: &Profile, b: &Profile) -> f32 {
    let n_days = a.n_class_days.max(b.n_class_days) as f32;
    (COMMON_CLASS * n_days.ln()).min(SAME_CLASS)
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

/// Names that both give speak for one event, names that each gives alone against it.
fn participant_evidence(of_a: &Profile, of_b: &Profile) -> f32 {
    let (a, b) = (&of_a.participants, &of_b.participants);
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let shared: f32 = a
        .iter()
        .filter(|name| b.contains(name.key))
        .map(|name| name.weight)
        .sum();
    // Reports that share no name may speak of one event by its hosts or by its guests, and those
    // that share two parties name the rest more or less fully: only people tell them apart.
    let n_shared = a.iter().filter(|name| b.contains(name.key)).count();
    let counts = |sort| sort == PlaceSort::Person || n_shared == 1;
    let apart = exclusive(a, b, counts).min(exclusive(b, a, counts));
    if shared > 0.0 {
        let people = |sort| sort == PlaceSort::Person;
        let are_people = 0.0 < exclusive(a, b, people).min(exclusive(b, a, people));
        // Whom a plan names takes part; what took place is told with bystanders.
        let is_plan = of_a.statuses.is_expected_only() || of_b.statuses.is_expected_only();
        let against = match (are_people, is_plan) {
            (true, false) => PEOPLE_APART,
            (true, true) => 2.0 * PEOPLE_APART,
            (false, false) => NAMED_APART,
            (false, true) => 2.0 * NAMED_APART,
        };
        let ratio = shared / (shared + apart);
        return 2.0 * ratio * (shared / 0.8).min(1.0) - against * (1.0 - ratio);
    }
    if apart > 0.0 {
        OTHERS
    } else if are_other_parties(a, b) || are_other_parties(b, a) {
        OTHER_PARTIES
    } else {
        -0.2
    }
}

/// Two people, and two countries: the people may act for these or for others.
fn are_other_parties(people: &Names, countries: &Names) -> bool {
    let has_two = |names: &Names, sort: PlaceSort| {
        names.iter().filter(|name| name.sort == sort).count() >= 2
    };
    has_two(people, PlaceSort::Person) && has_two(countries, PlaceSort::Country)
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
        -2.4
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
        if shares_participant { -1.2 } else { -3.3 }
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

//! What the dates of two profiles say for and against their being one event.

use super::names::PlaceSort;
use super::profile::{ClassSort, Profile, WRONG_DAYS, breadth_days, day_number};
use crate::model::When;

/// A date that is only inferred is at most so far off.
const GUESS_DAYS: i32 = 1;
/// Evidence of two dates that are no further apart than that, beside 0 for dates that exclude each other.
const NEAR_GUESS: f32 = 0.6;
/// For dates that are open to one side and near each other.
pub(super) const OPEN: f32 = 0.3;
/// From this cosine on two excerpts are copies of one text.
const COPY: f32 = 0.9;
/// How far two reports of one event may stand apart if neither gives a date.
const FAR_DAYS: i32 = 45;

/// The evidence of the dates; `None` if they exclude one event. `alike` is the cosine of the excerpts.
pub(super) fn date_evidence(
    a: &Profile,
    b: &Profile,
    alike: f32,
    shares_article: bool,
) -> Option<f32> {
    let (Some(when_a), Some(when_b)) = (a.date(), b.date()) else {
        return Some(undated_evidence(a, b, shares_article));
    };
    if are_other_days(a, b) {
        return None;
    }
    if !dates_differ(a, b) {
        // A war is recalled long after it, and a death.
        let is_recalled = a.sort == ClassSort::Long || befell_one(a, b);
        let are_real = a.statuses.is_real_only() && b.statuses.is_real_only();
        let evidence = overlap_evidence(when_a, when_b);
        return Some(if is_recalled && are_real {
            evidence.max(0.0)
        } else {
            evidence
        });
    }
    if befell_one(a, b) && (when_a.approximate || when_b.approximate) {
        return Some(0.0);
    }
    let gap = gap_days(when_a, when_b);
    // What was called off on a day of its own has not moved to another.
    let is_off = a.statuses.is_off_only() || b.statuses.is_off_only();
    if is_off && OFF_DAYS < gap {
        return None;
    }
    let is_plan = a.statuses.is_expected_only() || b.statuses.is_expected_only();
    let has_moved = (a.has_moved || b.has_moved) && !shares_article && !is_off && is_plan;
    if a.class == b.class && has_moved && gap <= MOVED_DAYS {
        return Some(MOVED);
    }
    let is_phased = a.class == b.class && a.sort == ClassSort::Phased;
    if is_phased && gap <= PHASES_DAYS && is_tense_only(when_a, when_b) {
        return Some(PHASES);
    }
    if shares_article {
        let is_moved = a.statuses.off + b.statuses.off > 0 && gap <= MOVED_DAYS;
        return is_moved.then_some(OTHER_PLAN);
    }
    if COPY <= alike && gap <= COPY_DAYS {
        return Some(COPIED);
    }
    let are_real = 0 < a.statuses.real && 0 < b.statuses.real;
    let against = if are_real { DISPUTED } else { OTHER_PLAN };
    can_differ(a, b, gap).then_some(against)
}

/// Whether both tell what befalls one but once, of the same person.
fn befell_one(a: &Profile, b: &Profile) -> bool {
    let mut people = a
        .participants
        .iter()
        .filter(|name| name.sort == PlaceSort::Person);
    a.sort == ClassSort::Once
        && a.class == b.class
        && people.any(|name| b.participants.contains(name.key))
}

/// Whether both have a date and no day can be that of both, nor is near to it if one is only inferred.
pub(super) fn dates_differ(a: &Profile, b: &Profile) -> bool {
    let are_real = a.statuses.is_real_only() && b.statuses.is_real_only();
    let dates = a.date().zip(b.date());
    dates.is_some_and(|(a, b)| {
        let is_near = are_real && is_near_guess(a, b);
        !a.is_compatible(b) && !is_near || only_touch(a, b)
    })
}

/// `the news of the day` is that of the day before as often.
fn is_near_guess(a: &When, b: &When) -> bool {
    (a.approximate || b.approximate) && gap_days(a, b) <= GUESS_DAYS
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
const DISPUTED: f32 = -1.5;
/// Against a plan and another date, if no report says that it has moved.
const OTHER_PLAN: f32 = -2.6;
/// Against a plan and its new date, if a report says that it has moved.
const MOVED: f32 = -0.2;
/// A plan is called off at most so long before its day by a report that gives another.
const OFF_DAYS: i32 = 7;
/// A plan moves at most so far.
const MOVED_DAYS: i32 = 60;
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
pub(super) fn was_expected_before(plan: &Profile, real: &Profile) -> bool {
    let took_place = real.date().and_then(When::latest).map(day_number);
    match (plan.published, took_place) {
        (Some((_, reported)), Some(day)) => reported < day,
        _ => false,
    }
}

pub(super) fn overlap_evidence(a: &When, b: &When) -> f32 {
    if !a.is_compatible(b) && is_near_guess(a, b) {
        return NEAR_GUESS;
    }
    let is_open = a.width_days().is_none() || b.width_days().is_none();
    if is_open {
        let (core_a, core_b) = (core(a), core(b));
        let is_near = core_a.0 <= core_b.1 && core_b.0 <= core_a.1;
        return if is_near { OPEN } else { -1.0 };
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

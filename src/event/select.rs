//! Chooses among drafts: one mention of an event in a sentence, and as many in an article as a careful
//! editor would put on a timeline.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Kind, MINOR_BELOW, Mention, Status};
use crate::text::Document;

use super::lexicon::Grammar;
use super::minor;
use super::reader::Draft;

/// Events for each sentence of an article, at most.
const PER_SENTENCE: f32 = 1.2;
/// The class of verbs that carry what they announce.
const ANNOUNCEMENT: &str = "announcement";
/// What an article may have however short it is.
const AT_LEAST: usize = 5;

/// The mentions that stay, in text order, with their salience.
pub(super) fn select(drafts: Vec<Draft>, document: &Document) -> Vec<Mention> {
    let (mut minor, drafts): (Vec<Draft>, Vec<Draft>) =
        drafts.into_iter().partition(|draft| draft.is_minor);
    let (mut kept, carriers) = without_carriers(drafts);
    // `quelled the riot`, `killed in the riot`: the other of the two is told in passing.
    minor.extend(carriers.into_iter().filter(|draft| {
        let is_told = draft.mention.status == Status::Happened;
        is_told && (draft.is_circumstance || !draft.is_noun && !draft.is_light)
    }));
    let counts = class_counts(&kept);
    for draft in &mut kept {
        let share = salience(draft, &counts);
        draft.mention.salience = MINOR_BELOW + (1.0 - MINOR_BELOW) * share;
    }
    kept = one_of_a_class(kept);
    let n_sentences = document
        .sentences
        .iter()
        .filter(|sentence| !sentence.is_heading)
        .count();
    let most = ((n_sentences as f32 * PER_SENTENCE) as usize).max(AT_LEAST);
    kept.sort_by(|a, b| {
        b.mention
            .salience
            .total_cmp(&a.mention.salience)
            .then(a.mention.trigger.cmp(&b.mention.trigger))
    });
    let rest = kept.split_off(most.min(kept.len()));
    kept.extend(minor::beside(&kept, rest, minor, n_sentences));
    kept.sort_by_key(|draft| draft.mention.trigger);
    kept.into_iter().map(|draft| draft.mention).collect()
}

/// `launched an attack`, `announced a merger`: verb and object are one event. A light or general verb
/// gives way to its noun, other verbs keep the event.
pub(super) fn without_carriers(drafts: Vec<Draft>) -> (Vec<Draft>, Vec<Draft>) {
    let mut drop = vec![false; drafts.len()];
    let mut of_sentence: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        of_sentence.entry(draft.sentence).or_default().push(at);
    }
    for (at, noun) in drafts.iter().enumerate().filter(|(_, draft)| draft.is_noun) {
        let beside = of_sentence.get(&noun.sentence).into_iter().flatten();
        for (other, verb) in beside.filter_map(|at| Some((*at, drafts.get(*at)?))) {
            let is_pair = !verb.is_noun && noun.group.is_some() && noun.group == verb.group;
            if !is_pair || noun.is_spoken_of || noun.is_cause {
                // `condemned the raid`, `closed after the raid`: each is an event.
                continue;
            }
            // `four were killed in the blast`
            if noun.is_circumstance && Grammar::get().tolls.contains(&verb.mention.class) {
                continue;
            }
            let is_subject = noun.mention.trigger.end <= verb.mention.trigger.start;
            if is_subject && verb.is_strong && !verb.is_passive {
                // `the blast killed nine`: each is an event.
                continue;
            }
            // `won the top prize at the festival`
            let is_where = noun.is_circumstance
                && Grammar::get().own_objects.contains(&verb.mention.lemma);
            let gives_way = match (verb.is_strong, noun.is_strong) {
                _ if is_where => false,
                (false, true) => true,
                (true, false) => verb.is_light && verb.mention.class == ANNOUNCEMENT,
                _ => verb.is_light,
            };
            if let Some(flag) = drop.get_mut(if gives_way { other } else { at }) {
                *flag = true;
            }
        }
    }
    let mut flags = drop.iter();
    drafts
        .into_iter()
        .partition(|_| flags.next() != Some(&true))
}

/// Two events of a class in one sentence: each has a date of its own, or each its own parties.
fn are_two(one: &Draft, other: &Draft) -> bool {
    let names = |draft: &Draft| -> BTreeSet<String> {
        let mention = &draft.mention;
        let all = mention.participants.iter().chain(&mention.places);
        all.map(|name| name.full.clone()).collect()
    };
    let (ours, theirs) = (names(one), names(other));
    let has_own_parties = !ours.is_subset(&theirs) && !theirs.is_subset(&ours);
    have_own_dates(one, other) || has_own_parties
}

fn have_own_dates(one: &Draft, other: &Draft) -> bool {
    one.has_own_date && other.has_own_date && one.mention.timex != other.mention.timex
}

/// One mention of a class in a clause, and in a sentence unless they are two events.
pub(super) fn one_of_a_class(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut kept: Vec<Draft> = Vec::new();
    for draft in drafts {
        // Those of one sentence stand together.
        let first = kept.partition_point(|other| other.sentence < draft.sentence);
        let here = kept.get(first..).unwrap_or_default();
        let same = here.iter().rposition(|other| {
            other.mention.class == draft.mention.class
                && (other.mention.lemma == draft.mention.lemma && !are_two(other, &draft)
                    || other.clause == draft.clause
                        && other.is_noun == draft.is_noun
                        && !have_own_dates(other, &draft))
        });
        match same.and_then(|at| kept.get_mut(first + at)) {
            Some(other) if other.mention.salience < draft.mention.salience => *other = draft,
            Some(_) => (),
            None => kept.push(draft),
        }
    }
    kept
}

pub(super) fn class_counts(drafts: &[Draft]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for draft in drafts {
        *counts.entry(draft.mention.class.clone()).or_insert(0) += 1;
    }
    counts
}

/// Own date, place in the article, repetition, names.
pub(super) fn salience(draft: &Draft, counts: &BTreeMap<String, usize>) -> f32 {
    let mention = &draft.mention;
    let mut score: f32 = 0.1;
    score += if draft.is_strong { 0.15 } else { 0.0 };
    score += if draft.has_own_date { 0.25 } else { 0.0 };
    score += match draft.sentence {
        0..=1 => 0.2,
        2..=4 => 0.12,
        _ => 0.0,
    };
    score += if draft.is_heading { 0.05 } else { 0.0 };
    let repeats = counts
        .get(&mention.class)
        .copied()
        .unwrap_or(1)
        .saturating_sub(1);
    score += 0.04 * repeats.min(3) as f32;
    score += 0.05 * mention.participants.len().min(2) as f32;
    score += if mention.places.is_empty() { 0.0 } else { 0.05 };
    score += if mention.quantities.is_empty() {
        0.0
    } else {
        0.03
    };
    score -= if matches!(mention.status, Status::Conditional | Status::Denied) {
        0.05
    } else {
        0.0
    };
    score -= if matches!(mention.kind, Kind::Other | Kind::Statement) {
        0.08
    } else {
        0.0
    };
    score.clamp(0.0, 1.0)
}

//! An event in JSON, with its mentions, its conflicts and what it was planned for before.

use jiff::civil::Date;
use serde::Serialize;

use super::address::{Offsets, SpanOut, article_id};
use crate::model::{Claim, Conflict, EarlierPlan, Event, Mention, Name, Step, When};

/// An event with all that it rests on.
#[derive(Serialize)]
pub(super) struct EventOut<'a> {
    id: &'a str,
    title: &'a str,
    kind: &'static str,
    status: &'static str,
    when: Option<WhenOut>,
    earlier: Vec<EarlierOut>,
    places: &'a [String],
    participants: &'a [String],
    origins: u32,
    salience: f32,
    mentions: Vec<MentionOut<'a>>,
    conflicts: Vec<ConflictOut<'a>>,
}

#[derive(Serialize)]
struct WhenOut {
    edtf: String,
    earliest: Option<String>,
    latest: Option<String>,
}

#[derive(Serialize)]
struct EarlierOut {
    when: WhenOut,
    status: &'static str,
    reported: String,
}

#[derive(Serialize)]
struct MentionOut<'a> {
    article: String,
    #[serde(flatten)]
    excerpt: SpanOut,
    trigger: SpanOut,
    status: &'static str,
    when: Option<WhenOut>,
    why: Vec<&'a str>,
    places: Vec<&'a str>,
    participants: Vec<&'a str>,
}

#[derive(Serialize)]
struct ConflictOut<'a> {
    about: &'static str,
    claims: Vec<ClaimOut<'a>>,
}

#[derive(Serialize)]
struct ClaimOut<'a> {
    value: &'a str,
    mentions: &'a [usize],
}

/// The event in the form of the contract; a mention of an article that is not among them is left out.
pub(super) fn event_out<'a>(event: &'a Event, offsets: &[Offsets]) -> EventOut<'a> {
    EventOut {
        id: &event.id.0,
        title: &event.title,
        kind: event.kind.id(),
        status: event.status.id(),
        when: event.when.as_ref().map(when_out),
        earlier: event.earlier.iter().map(earlier_out).collect(),
        places: &event.places,
        participants: &event.participants,
        origins: event.origins,
        salience: (event.salience * 1000.0).round() / 1000.0,
        mentions: event
            .mentions
            .iter()
            .filter_map(|mention| mention_out(mention, offsets))
            .collect(),
        conflicts: event.conflicts.iter().map(conflict_out).collect(),
    }
}

fn earlier_out(plan: &EarlierPlan) -> EarlierOut {
    EarlierOut {
        when: when_out(&plan.when),
        status: plan.status.id(),
        reported: iso_day(plan.reported),
    }
}

fn mention_out<'a>(mention: &'a Mention, offsets: &[Offsets]) -> Option<MentionOut<'a>> {
    let at = offsets
        .binary_search_by_key(&mention.article, |offsets| offsets.article)
        .ok()?;
    let offsets = offsets.get(at)?;
    Some(MentionOut {
        article: article_id(mention.article),
        excerpt: offsets.span(mention.excerpt),
        trigger: offsets.span(mention.trigger),
        status: mention.status.id(),
        when: mention.when.as_ref().map(when_out),
        why: mention.why.iter().map(step_words).collect(),
        places: full_names(&mention.places),
        participants: full_names(&mention.participants),
    })
}

fn step_words(step: &Step) -> &str {
    &step.words
}

fn full_names(names: &[Name]) -> Vec<&str> {
    let mut full: Vec<&str> = Vec::new();
    for name in names {
        if !full.contains(&name.full.as_str()) {
            full.push(&name.full);
        }
    }
    full
}

fn when_out(when: &When) -> WhenOut {
    WhenOut {
        edtf: when.to_edtf(),
        earliest: when.earliest().map(iso_day),
        latest: when.latest().map(iso_day),
    }
}

/// ISO 8601 with the four-digit years of EDTF, also before the year 0.
fn iso_day(day: Date) -> String {
    When::day(day).to_edtf()
}

fn conflict_out(conflict: &Conflict) -> ConflictOut<'_> {
    ConflictOut {
        about: conflict.about.id(),
        claims: conflict.claims.iter().map(claim_out).collect(),
    }
}

fn claim_out(claim: &Claim) -> ClaimOut<'_> {
    ClaimOut {
        value: &claim.value,
        mentions: &claim.mentions,
    }
}

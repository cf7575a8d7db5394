//! Many events: what is drawn and counted, and what stays while the window moves.

use std::collections::BTreeMap;

use dateline::layout::{self, Index, LaneBy, LaneOrder, LaneSet, Layout, Request, TimeWindow};
use dateline::model::Event;
use dateline::session::crowd::{Spread, crowd};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::any::solid_parts;
use crate::request;

/// A window somewhere in the crowd's two thousand years, from half a day to all of them.
fn any_window() -> impl Strategy<Value = TimeWindow> {
    (-700_000.0..20_400.0_f64, -0.3..5.9_f64)
        .prop_map(|(start, width)| TimeWindow::new(start, start + 10_f64.powf(width)))
}

fn any_crowd() -> impl Strategy<Value = (usize, Spread)> {
    let spread = prop::sample::select(vec![Spread::Uniform, Spread::Clustered]);
    (1..2_500_usize, spread)
}

fn events_of((n, spread): (usize, Spread)) -> Vec<Event> {
    crowd(n, spread).1
}

/// Where an event stands in its lane.
struct Stands {
    lane: String,
    y: f32,
    /// It keeps clear of both edges.
    is_inside: bool,
}

fn drawn(layout: &Layout) -> BTreeMap<String, Stands> {
    let plot = layout.plot;
    let items = layout.lanes.iter().flat_map(|lane| {
        let items = lane.items.iter();
        items.map(move |item| (item, lane))
    });
    items
        .map(|(item, lane)| {
            let (left, right) = (item.bounds.x, item.bounds.right());
            let stands = Stands {
                lane: lane.full_name.clone(),
                y: item.y - lane.bounds.y,
                is_inside: plot.x + 80.0 < left && right < plot.right() - 80.0,
            };
            (item.event.0.clone(), stands)
        })
        .collect()
}

/// Whether a place in a lane is within the picture; lanes above may have become taller.
fn is_in_sight(layout: &Layout, stands: &Stands) -> bool {
    let lane = layout
        .lanes
        .iter()
        .find(|lane| lane.full_name == stands.lane);
    lane.is_some_and(|lane| lane.bounds.y + stands.y < layout.plot.bottom())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2026),
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_event_is_drawn_or_counted_once(
        crowd in any_crowd(),
        window in any_window(),
        lanes in prop::sample::select(vec![LaneBy::Participant, LaneBy::Kind, LaneBy::None]),
    ) {
        let events = events_of(crowd);
        let refs: Vec<&Event> = events.iter().collect();
        let layout = layout::arrange(&Request {
            lanes,
            height_px: 20_000.0,
            ..request(&refs, window)
        });
        let counts = layout.lanes.iter().map(|lane| {
            let more: usize = lane.more.iter().map(|more| more.count).sum();
            lane.items.len() + lane.chips.len() + more
        });
        prop_assert_eq!(counts.sum::<usize>(), events.len());
        let parts = solid_parts(&layout);
        for (at, (a_name, a)) in parts.iter().enumerate() {
            for (b_name, b) in &parts[..at] {
                prop_assert!(!a.overlaps(*b), "{a_name} {a:?} and {b_name} {b:?}");
            }
        }
    }

    #[test]
    fn panning_moves_no_mark_to_another_row(
        crowd in any_crowd(),
        window in any_window(),
        pixels in -9.0..9.0_f64,
    ) {
        let events = events_of(crowd);
        let refs: Vec<&Event> = events.iter().collect();
        let index = Index::new(&refs, &[], LaneBy::Kind);
        let before = layout::arrange_indexed(&request(&refs, window), &index);
        let by_days = pixels * window.width_days() / f64::from(before.plot.width);
        let after = layout::arrange_indexed(
            &Request { held: Some(&before.held), ..request(&refs, window.pan(by_days)) },
            &index,
        );
        let now = drawn(&after);
        for (event, stood) in drawn(&before) {
            // What reaches an edge meets the counts of what lies outside.
            if stood.is_inside && is_in_sight(&after, &stood) {
                let y = now.get(&event).map_or(f32::NAN, |now| now.y);
                prop_assert!((y - stood.y).abs() < 0.01, "{event}: {} {y}", stood.y);
            }
        }
    }

    #[test]
    fn what_is_shown_stays_shown_further_in(
        crowd in any_crowd(),
        window in any_window(),
        closer in 1.02..1.4_f64,
    ) {
        let events = events_of(crowd);
        let refs: Vec<&Event> = events.iter().collect();
        let index = Index::new(&refs, &[], LaneBy::None);
        let far = layout::arrange_indexed(&request(&refs, window), &index);
        let middle = f64::midpoint(window.start_days, window.end_days);
        let near = layout::arrange_indexed(
            &Request { held: Some(&far.held), ..request(&refs, window.zoom_at(middle, closer)) },
            &index,
        );
        let now = drawn(&near);
        let inner = window.width_days() / closer * 0.3;
        for (event, _) in drawn(&far) {
            let event = events.iter().find(|one| one.id.0 == event).unwrap();
            let days = |day| TimeWindow::days_from_date(day);
            let when = event.when.as_ref().unwrap();
            let ends = [when.earliest(), when.latest()].map(|day| day.map(days));
            let is_near = ends.iter().flatten().all(|at| (at - middle).abs() < inner);
            if is_near {
                prop_assert!(now.contains_key(&event.id.0), "{}", event.id.0);
            }
        }
    }
}

#[test]
fn lanes_stand_in_the_order_that_is_asked_for() {
    let (_, events) = crowd(400, Spread::Uniform);
    let refs: Vec<&Event> = events.iter().collect();
    let index = Index::new(&refs, &[], LaneBy::Kind);
    let names = |set: &LaneSet| index.lane_names(set);
    let by = |order| {
        names(&LaneSet {
            order,
            ..LaneSet::default()
        })
    };
    let mut sorted = by(LaneOrder::Usual);
    sorted.sort_by_key(|name| name.to_lowercase());
    assert_eq!(by(LaneOrder::Name), sorted);
    assert_ne!(by(LaneOrder::Size), by(LaneOrder::Usual));
    let last = by(LaneOrder::Usual).pop().unwrap();
    let moved = LaneSet {
        moved: vec![last.clone()],
        ..LaneSet::default()
    };
    assert_eq!(names(&moved).first(), Some(&last));
}

#[test]
fn a_collapsed_lane_is_a_strip_that_counts_all_of_its_events() {
    let (_, events) = crowd(400, Spread::Clustered);
    let refs: Vec<&Event> = events.iter().collect();
    let set = LaneSet {
        collapsed: ["Disaster".to_owned()].into(),
        ..LaneSet::default()
    };
    let layout = layout::arrange(&Request {
        lane_set: &set,
        height_px: 9_000.0,
        ..request(&refs, layout::fit(&refs, &[]))
    });
    let strip = layout
        .lanes
        .iter()
        .find(|lane| lane.full_name == "Disaster")
        .unwrap();
    let open = layout
        .lanes
        .iter()
        .find(|lane| lane.full_name != "Disaster")
        .unwrap();
    assert!(strip.bounds.height < open.bounds.height);
    assert!(strip.items.is_empty() && strip.density.is_some());
    let n = events
        .iter()
        .filter(|event| event.kind.name() == "Disaster")
        .count();
    assert_eq!(strip.more.iter().map(|more| more.count).sum::<usize>(), n);
}

#[test]
fn an_event_in_several_lanes_tells_of_the_others() {
    let (_, mut events) = crowd(3, Spread::Uniform);
    for (event, names) in
        events
            .iter_mut()
            .zip([["Rome", "Oslo"], ["Rome", "Rome"], ["Oslo", "Oslo"]])
    {
        event.places = names.map(str::to_owned).to_vec();
    }
    let refs: Vec<&Event> = events.iter().collect();
    let layout = layout::arrange(&Request {
        lanes: LaneBy::Place,
        ..request(&refs, layout::fit(&refs, &[]))
    });
    let told: Vec<(&str, &str, Vec<String>)> = (layout.lanes.iter())
        .flat_map(|lane| lane.items.iter().map(move |item| (lane, item)))
        .map(|(lane, item)| {
            (
                lane.full_name.as_str(),
                item.event.0.as_str(),
                item.also_in.clone(),
            )
        })
        .collect();
    let ids: Vec<&str> = events.iter().map(|event| event.id.0.as_str()).collect();
    for (lane, id, others) in [
        ("Rome", ids[0], vec!["Oslo".to_owned()]),
        ("Oslo", ids[0], vec!["Rome".to_owned()]),
        ("Rome", ids[1], Vec::new()),
        ("Oslo", ids[2], Vec::new()),
    ] {
        assert!(told.contains(&(lane, id, others)), "{lane} {id}: {told:?}");
    }
    assert_eq!(told.len(), 4);
}

//! What an as-of day adds to the marks: ghosts of plans that were moved, and plans that lapsed.

use dateline::layout::{self, Item, Layout, Request, Stand};
use dateline::model::{EarlierPlan, Event, Kind, Status, When};
use dateline::scene::{self, Shape, Theme};

use crate::{day, event, groups, item_of, request, window};

fn talks(status: Status, when: &str, earlier: &[&str]) -> Event {
    let plan = |edtf: &&str| EarlierPlan {
        when: When::from_edtf(edtf).unwrap(),
        status: Status::Planned,
        reported: day("2024-03-01"),
    };
    Event {
        earlier: earlier.iter().map(plan).collect(),
        origins: 2,
        ..event(1, "Talks", Kind::Diplomacy, status, when)
    }
}

fn with(event: &Event, as_of: Option<&str>) -> Layout {
    layout::arrange(&Request {
        as_of: as_of.map(day),
        ..request(&[event], window("2024-03-01", "2024-03-31"))
    })
}

#[test]
fn a_moved_plan_leaves_ghosts_tied_to_its_mark() {
    let moved = talks(
        Status::Planned,
        "2024-03-15",
        &["2024-03-10", "2024-03-20/2024-03-22"],
    );
    assert!(item_of(&with(&moved, None), 1).ghosts.is_empty());
    let layout = with(&moved, Some("2024-03-08"));
    let item = item_of(&layout, 1);
    let [after, before] = &item.ghosts[..] else {
        panic!("{:?}", item.ghosts);
    };
    assert!(before.mark.right() < item.mark.left() && item.mark.right() < after.mark.left());
    // The ties end at the mark; the one on the left before the count of origins.
    assert_eq!(after.tie, (after.mark.left(), item.mark.right()));
    assert!(before.mark.right() < before.tie.1 && before.tie.1 < item.origins_x);
    let label = (item.label.x, item.label.x + item.label.width_px);
    assert!(
        label.1 < before.mark.left() || after.mark.right() < label.0,
        "{label:?}"
    );
    assert!(circles(&layout) == 1 + 1 && lines(&layout) == 2);
}

#[test]
fn ghosts_that_cannot_be_seen_whole_are_left_out() {
    for (earlier, n) in [
        ("2024-03-12", 1),
        ("2024-03-09/2024-03-14", 1),
        ("2024-03-15", 0),
        ("2024-02-20", 0),
        ("2024-03-31", 0),
    ] {
        let layout = with(
            &talks(Status::Planned, "2024-03-15", &[earlier]),
            Some("2024-03-08"),
        );
        assert_eq!(item_of(&layout, 1).ghosts.len(), n, "{earlier}");
    }
}

#[test]
fn a_plan_without_a_report_lapses_the_day_after() {
    let check = |status, as_of: Option<&str>, stand: Stand, is_said: bool| {
        let layout = with(&talks(status, "2024-03-15", &[]), as_of);
        let item: &Item = item_of(&layout, 1);
        assert_eq!(item.stand, stand, "{as_of:?}");
        assert_eq!(
            item.name.ends_with(", due, no report found"),
            is_said,
            "{}",
            item.name
        );
        scene::build(&layout, Theme::light())
    };
    check(Status::Planned, Some("2024-03-14"), Stand::Later, false);
    let due = check(Status::Planned, Some("2024-03-15"), Stand::Plain, false);
    let lapsed = check(Status::Planned, Some("2024-03-16"), Stand::Lapsed, true);
    check(Status::Planned, None, Stand::Plain, false);
    check(Status::Happened, Some("2024-03-16"), Stand::Plain, false);
    check(Status::Cancelled, Some("2024-03-16"), Stand::Plain, false);
    // It is told apart by its line as well as by its colour.
    assert_ne!(dash(&due), dash(&lapsed));
}

fn dash(scene: &scene::Scene) -> Option<scene::Dash> {
    let mut marks = groups(scene).into_iter().flat_map(|group| &group.shapes);
    marks.find_map(|shape| match shape {
        Shape::Circle { stroke, .. } => stroke.map(|stroke| stroke.dash),
        _ => None,
    })
}

/// Dots and the round outlines of ghosts of days.
fn circles(layout: &Layout) -> usize {
    let is_round = |shape: &&Shape| match shape {
        Shape::Circle { .. } => true,
        Shape::Rect { rect, .. } => (rect.width - rect.height).abs() < 0.1,
        _ => false,
    };
    of_event(layout).iter().filter(is_round).count()
}

fn lines(layout: &Layout) -> usize {
    let is_line = |shape: &&Shape| matches!(shape, Shape::Line { .. });
    of_event(layout).iter().filter(is_line).count()
}

fn of_event(layout: &Layout) -> Vec<Shape> {
    let scene = scene::build(layout, Theme::light());
    let event = groups(&scene)
        .into_iter()
        .find(|group| matches!(group.target, scene::Target::Event(_)));
    event.map(|group| group.shapes.clone()).unwrap_or_default()
}

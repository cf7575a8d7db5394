//! Soft links between related events: few, from mark to mark, and never over words.

use dateline::layout::{self, Layout, Link, Rect, Request};
use dateline::model::{Event, EventId, Kind, Status};
use dateline::scene::{Scene, Shape, Theme, build};

use crate::{event, item_of, items, request, window};

/// Thirty events of three kinds in one month, the first of them selected.
fn crowd() -> Vec<Event> {
    let kinds = [Kind::Politics, Kind::Disaster, Kind::Sport];
    let titles = ["Storm closes the harbour", "Talks on tolls", "Race"];
    (0..30)
        .map(|n| {
            let day = format!("2024-03-{:02}", 1 + n * 7 % 30);
            event(n, titles[n % 3], kinds[n / 3 % 3], Status::Happened, &day)
        })
        .collect()
}

fn linked(events: &[Event], selected: usize, related: &[usize]) -> Layout {
    let refs: Vec<&Event> = events.iter().collect();
    let id = |n: &usize| EventId(format!("e{n}"));
    let request = Request {
        selected: Some(&events[selected].id),
        ..request(&refs, window("2024-02-28", "2024-04-02"))
    };
    let related: Vec<EventId> = related.iter().map(id).collect();
    layout::arrange(&request).linked(&related)
}

fn points(link: &Link) -> impl Iterator<Item = (f32, f32)> {
    link.pieces.iter().flatten().map(|at| (at.x, at.y))
}

#[test]
fn no_link_crosses_words() {
    let events = crowd();
    let mut n_points = 0;
    for selected in 0..events.len() {
        let others: Vec<usize> = (0..events.len()).filter(|n| *n != selected).collect();
        let layout = linked(&events, selected, &others);
        let lanes = layout.lanes.iter();
        let counts = lanes.flat_map(|lane| lane.more.iter().map(|more| more.bounds));
        let labels = items(&layout).into_iter().map(|item| {
            let label = &item.label;
            Rect::new(label.x, label.baseline - 10.0, label.width_px, 13.0)
        });
        let words: Vec<Rect> = counts.chain(labels).collect();
        for (x, y) in layout.links.iter().flat_map(points) {
            n_points += 1;
            let crossed = words.iter().find(|rect| rect.contains(x, y));
            assert!(crossed.is_none(), "e{selected}: {x} {y} in {crossed:?}");
        }
    }
    assert!(1000 < n_points, "hardly a link is drawn");
}

#[test]
fn a_handful_of_the_first_that_are_in_sight() {
    let events = crowd();
    let layout = linked(&events, 0, &[99, 3, 6, 9, 12, 15, 18]);
    let found: Vec<&str> = layout
        .links
        .iter()
        .map(|link| link.event.0.as_str())
        .collect();
    let seen = |n: &usize| {
        items(&layout)
            .iter()
            .any(|item| item.event.0 == format!("e{n}"))
    };
    let expected = [3, 6, 9, 12, 15, 18].into_iter().filter(seen).take(5);
    let expected: Vec<String> = expected.map(|n| format!("e{n}")).collect();
    assert_eq!(found, expected);
    assert!(2 < found.len());
}

#[test]
fn links_run_between_the_marks() {
    let events = [
        event(0, "A", Kind::Politics, Status::Happened, "2024-03-05"),
        event(1, "B", Kind::Politics, Status::Happened, "2024-03-25"),
        event(2, "C", Kind::Sport, Status::Planned, "2024-03-20"),
    ];
    let layout = linked(&events, 0, &[1, 2]);
    let from = item_of(&layout, 0);
    for (link, n) in layout.links.iter().zip([1, 2]) {
        let to = item_of(&layout, n);
        let (first, last) = (points(link).next().unwrap(), points(link).last().unwrap());
        for ((x, y), item) in [(first, from), (last, to)] {
            let middle = f32::midpoint(item.mark.left(), item.mark.right());
            let far = (x - middle).hypot(y - item.y);
            assert!((6.0..20.0).contains(&far), "{n}: {far} px from the mark");
        }
    }
    // In one row it is an arch between the rows.
    let highest = points(&layout.links[0])
        .map(|at| at.1)
        .fold(f32::MAX, f32::min);
    assert!((from.y - 18.0..from.y - 10.0).contains(&highest));
}

#[test]
fn without_a_selection_there_is_no_link_and_links_lie_under_the_marks() {
    let events = crowd();
    let refs: Vec<&Event> = events.iter().collect();
    let plain = layout::arrange(&request(&refs, window("2024-02-28", "2024-04-02")));
    assert!(plain.linked(&[EventId("e3".to_owned())]).links.is_empty());
    let layout = linked(&events, 0, &[3, 6]);
    let scene = build(&layout, Theme::light());
    let first_line = position(
        &scene,
        |shape| matches!(shape, Shape::Line { points, .. } if 4 < points.len()),
    );
    let first_mark = position(&scene, |shape| matches!(shape, Shape::Circle { .. }));
    assert!(first_line.unwrap() < first_mark.unwrap());
}

/// Which of the outermost groups first holds such a shape.
fn position(scene: &Scene, is_it: impl Fn(&Shape) -> bool + Copy) -> Option<usize> {
    fn holds(shape: &Shape, is_it: impl Fn(&Shape) -> bool + Copy) -> bool {
        match shape {
            Shape::Group(group) => group.shapes.iter().any(|inner| holds(inner, is_it)),
            _ => is_it(shape),
        }
    }
    scene.shapes.iter().position(|shape| holds(shape, is_it))
}

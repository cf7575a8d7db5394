//! What stands where in windows of many sizes.

use std::collections::{BTreeMap, BTreeSet};

use dateline::app::Start;
use dateline::session::visible_events;
use eframe::egui;
use egui_kittest::kittest::Queryable as _;

use super::{article, menu, sample, settle, sized, state};

#[test]
fn everything_has_a_name_and_fits_a_small_window() {
    let mut window = sample();
    for size in [[1024.0, 640.0], [800.0, 520.0], [1280.0, 800.0]] {
        window.set_size(size.into());
        settle(&mut window);
        for name in ["File", "Lanes", "As of", "As of day", "Export…"] {
            let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, size.into());
            for node in window.query_all_by_label(name) {
                let rect = node.rect();
                assert!(screen.contains_rect(rect), "{name} at {rect:?} in {size:?}");
            }
            assert!(
                window.query_all_by_label(name).next().is_some(),
                "no {name}"
            );
        }
    }
}

#[test]
fn a_narrow_window_keeps_its_controls_apart_and_room_for_the_timeline() {
    for size_px in [[800.0, 600.0], [1024.0, 640.0], [1280.0, 800.0]] {
        let start = Start {
            sample: true,
            ..Start::default()
        };
        let window = sized(start, size_px);
        let names = [
            "Search events and articles",
            "Lanes",
            "As of day",
            "Export…",
        ];
        let rects = names.map(|name| {
            let mut found = window.query_all_by_label(name).map(|node| node.rect());
            let found = found.rfind(|rect| rect.width() > 40.0);
            found.unwrap_or_else(|| panic!("no {name} at {size_px:?}"))
        });
        for pair in rects.windows(2) {
            assert!(pair[0].right() <= pair[1].left(), "{pair:?} at {size_px:?}");
        }
        assert!(rects[3].right() <= size_px[0], "{rects:?} at {size_px:?}");
        let canvas = window.get_by_label_contains("Timeline, ").rect();
        assert!(370.0 <= canvas.width(), "{canvas:?} at {size_px:?}");
    }
}

#[test]
fn a_low_window_shows_all_filters_and_some_articles() {
    for size_px in [[1024.0, 640.0], [1280.0, 800.0]] {
        let start = Start {
            sample: true,
            ..Start::default()
        };
        let window = sized(start, size_px);
        let bottom_px = size_px[1] - 26.0;
        let found = visible_events(state(&window));
        let kinds = found.iter().map(|event| event.kind.name());
        let statuses = found.iter().map(|event| event.status.name());
        for name in kinds.chain(statuses).chain(["Minor events"]) {
            let row = window.get_by_label(&format!("Show {name}")).rect();
            assert!(
                row.bottom() <= bottom_px,
                "{name} at {row:?} in {size_px:?}"
            );
        }
        let articles = window.query_all_by_label_contains("Sample Wire");
        let in_sight = articles.filter(|node| node.rect().height() > 40.0);
        assert!(3 <= in_sight.count(), "few articles in {size_px:?}");
    }
}

#[test]
fn an_odd_number_of_kinds_in_two_columns_keeps_off_the_next_head() {
    let text = "The dam\n20 November 2026\n\nMinisters met in Geneva on Tuesday. Parliament voted on the \
        dam law on 20 November. Troops are to leave the valley on 30 November.\n";
    let window = article(text, |start| sized(start, [960.0, 420.0]));
    let events = visible_events(state(&window));
    let row = |name: &str| window.get_by_label(&format!("Show {name}")).rect();
    let kinds: BTreeMap<&str, egui::Rect> = events
        .iter()
        .map(|event| (event.kind.name(), row(event.kind.name())))
        .collect();
    let lefts: BTreeSet<i32> = kinds.values().map(|row| row.left() as i32).collect();
    assert_eq!((kinds.len() % 2, lefts.len()), (1, 2), "{kinds:?}");
    let lowest = kinds.values().map(egui::Rect::bottom).fold(0.0, f32::max);
    let statuses = events.iter().map(|event| row(event.status.name()).top());
    let highest = statuses.fold(f32::MAX, f32::min);
    assert!(lowest + 16.0 <= highest, "{lowest} {highest}");
}

#[test]
fn the_list_of_keys_fits_the_smallest_window() {
    for size_px in [[800.0, 520.0], [1280.0, 800.0]] {
        let mut window = sized(Start::default(), size_px);
        menu(&mut window, "Help", "Keys and mouse");
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, size_px.into());
        for name in ["Keys and mouse", "Close"] {
            let rect = window.get_by_label(name).rect().expand(8.0);
            assert!(
                screen.contains_rect(rect),
                "{name} at {rect:?} in {size_px:?}"
            );
        }
    }
}

//! The whole window, driven by mouse, keys and accessible names, with no display.
#![expect(clippy::expect_used, reason = "a test may panic")]

mod fit;
mod lanes;
mod look;
mod motion;
mod open;
mod tips;

use std::fs;
use std::time::Duration;

use dateline::app::{DatelineApp, Start};
use dateline::session::{State, visible_events};
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

type Window = Harness<'static, DatelineApp>;

fn window(start: Start) -> Window {
    sized(start, [1280.0, 800.0])
}

fn sized(start: Start, size_px: [f32; 2]) -> Window {
    let builder = Harness::builder().with_size(size_px).with_max_steps(40);
    let mut window = builder.build_eframe(|cc| DatelineApp::new(cc, start));
    settle(&mut window);
    window
}

/// A window, made by that function, with an article of that text.
fn article(text: &str, window: impl FnOnce(Start) -> Window) -> Window {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("article.txt");
    fs::write(&path, text).expect("a file");
    window(Start {
        paths: vec![path],
        ..Start::default()
    })
}

fn empty() -> Window {
    window(Start::default())
}

fn sample() -> Window {
    window(Start {
        sample: true,
        ..Start::default()
    })
}

/// Waits for threads, then for the window to come to rest.
fn settle(window: &mut Window) {
    for _ in 0..2000 {
        window.step();
        if state(window).work.is_none() {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(state(window).work, None, "work does not end");
    window.run_ok();
}

fn state(window: &Window) -> &State {
    window.state().state()
}

fn click(window: &mut Window, name: &str) {
    window.get_by_label(name).click();
    settle(window);
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

fn menu(window: &mut Window, menu: &str, item: &str) {
    click(window, menu);
    let found = window.query_all_by_label_contains(item).next();
    found
        .unwrap_or_else(|| panic!("no {item} in {menu}"))
        .click();
    settle(window);
}

fn type_into(window: &mut Window, field: &str, words: &str) {
    window
        .get_by_role_and_label(egui::Role::TextInput, field)
        .focus();
    settle(window);
    window
        .get_by_role_and_label(egui::Role::TextInput, field)
        .type_text(words);
    settle(window);
}

/// The head of a lane: the leftmost thing of its name on the timeline.
fn head(window: &Window, name: &str) -> egui::Rect {
    let timeline = window.get_by_label_contains("Timeline, ").rect();
    let named = window.query_all_by_label(name).map(|node| node.rect());
    let heads = named.filter(|rect| timeline.contains_rect(*rect));
    let head = heads.min_by(|a, b| a.left().total_cmp(&b.left()));
    head.unwrap_or_else(|| panic!("no lane {name}"))
}

fn n_visible(window: &Window) -> usize {
    visible_events(state(window)).len()
}

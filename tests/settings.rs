//! What the reader sets in the View menu, and that it is kept between runs.

use std::path::Path;
use std::time::Duration;

use dateline::app::{DatelineApp, Start};
use dateline::layout::{CalendarNames, WeekStart};
use dateline::scene::Theme;
use dateline::session::{Settings, ThemeChoice};
use dateline::ui::paint::color32;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

type Window = Harness<'static, DatelineApp>;

/// The window with the sample and its settings in a folder.
fn sample(folder: &Path) -> Window {
    let start = Start {
        sample: true,
        settings_path: Some(folder.join("settings.json")),
        place: Some("de-DE".to_owned()),
        ..Start::default()
    };
    let builder = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_max_steps(40);
    let mut window = builder.build_eframe(|cc| DatelineApp::new(cc, start));
    for _ in 0..2000 {
        window.step();
        if window.state().state().work.is_none() {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    window.run_ok();
    window
}

fn settings(window: &Window) -> &Settings {
    &window.state().state().settings
}

/// Chooses from a menu in the View menu; the last thing of that name stands in the menu.
fn choose(window: &mut Window, menu: &str, item: &str) {
    for name in ["View", menu, item] {
        let found = window.query_all_by_label_contains(name).last();
        found.unwrap_or_else(|| panic!("no {name}")).click();
        window.run_ok();
    }
    window.key_press(Key::Escape);
    window.run_ok();
}

#[test]
fn settings_outlive_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut first = sample(folder.path());
    first.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    first.run_ok();
    choose(&mut first, "Theme", "Dark");
    assert!(!settings(&first).shows_evidence);
    drop(first);
    let second = sample(folder.path());
    assert!(!settings(&second).shows_evidence);
    assert_eq!(settings(&second).theme, ThemeChoice::Dark);
}

#[test]
fn the_calendar_is_chosen_in_its_menu() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = sample(folder.path());
    choose(&mut window, "Calendar", "English");
    choose(&mut window, "Calendar", "Saturday");
    choose(&mut window, "Calendar", "ISO weeks");
    let chosen = settings(&window).calendar;
    let expected = (CalendarNames::English, WeekStart::Saturday, true);
    assert_eq!(
        (chosen.names, chosen.week_start, chosen.has_iso_weeks),
        expected
    );
    drop(window);
    assert_eq!(settings(&sample(folder.path())).calendar, chosen);
}

#[test]
fn each_theme_paints_the_window_in_its_own_colours() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = sample(folder.path());
    for (words, theme) in [
        ("High contrast", Theme::high_contrast()),
        ("Dark", Theme::dark()),
        ("High contrast", Theme::high_contrast()),
        ("Light", Theme::light()),
    ] {
        choose(&mut window, "Theme", words);
        let panel = window.ctx.global_style().visuals.panel_fill;
        assert_eq!(panel, color32(theme.panel), "{words}");
    }
}

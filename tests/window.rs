//! The whole window, driven by mouse, keys and accessible names, with no display.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use dateline::app::{DatelineApp, Start};
use dateline::model::{ArticleId, Basis};
use dateline::session::{Dialog, State, visible_events};
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

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

fn n_visible(window: &Window) -> usize {
    visible_events(state(window)).len()
}

#[test]
fn the_empty_window_says_what_to_do() {
    let mut window = empty();
    for name in [
        "Open files…",
        "Open folder…",
        "Paste text…",
        "Try the sample",
    ] {
        assert!(window.query_by_label(name).is_some(), "no button {name}");
    }
    click(&mut window, "Try the sample");
    assert!(8 <= state(&window).articles.len());
    assert!(10 <= n_visible(&window), "{} events", n_visible(&window));
    let words = format!("{} articles", state(&window).articles.len());
    assert!(
        window.query_by_label_contains(&words).is_some(),
        "no status"
    );
}

#[test]
fn pasted_text_becomes_an_article_with_its_date() {
    let mut window = empty();
    click(&mut window, "Paste text…");
    assert_eq!(state(&window).dialog, Some(Dialog::Paste));
    let text = "Harbour bridge reopens\n\nThe harbour bridge reopened on Monday.";
    window
        .get_by_role_and_label(egui::Role::MultilineTextInput, "Text")
        .type_text(text);
    settle(&mut window);
    type_into(&mut window, "Source", "Harbour Post");
    type_into(&mut window, "Publication date", "no day");
    assert!(window.query_by_label_contains("Not understood").is_some());
    assert!(
        window
            .get_by_label("Add article")
            .accesskit_node()
            .is_disabled()
    );
    for _ in 0.."no day".len() {
        window.key_press(Key::Backspace);
    }
    settle(&mut window);
    type_into(&mut window, "Publication date", "3 March 2021");
    assert!(
        window
            .query_by_label_contains("Understood as Wednesday")
            .is_some()
    );
    click(&mut window, "Add article");
    let article = state(&window).articles.first().expect("an article");
    assert_eq!(article.title, "Harbour bridge reopens");
    assert_eq!(article.source.as_deref(), Some("Harbour Post"));
    assert_eq!(article.published.basis, Basis::Reader);
    let event = state(&window).found.events.first().expect("an event");
    assert_eq!(event.when.as_ref().unwrap().to_edtf(), "2021-03-01");
    assert_eq!(state(&window).dialog, None);
}

#[test]
fn setting_a_date_moves_events_and_undo_moves_them_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bridge.txt");
    fs::write(
        &path,
        "Bridge reopens\n\nThe harbour bridge reopened on Monday.\n",
    )
    .unwrap();
    let mut window = window(Start {
        paths: vec![path],
        ..Start::default()
    });
    let when = |window: &Window| {
        let event = state(window).found.events.first().expect("an event");
        event.when.as_ref().map(dateline::model::When::to_edtf)
    };
    assert_eq!(when(&window), None);
    click(&mut window, "set it");
    assert_eq!(
        state(&window).dialog,
        Some(Dialog::Details(vec![ArticleId(0)]))
    );
    type_into(&mut window, "Publication date", "2021-03-03");
    click(&mut window, "Save");
    assert_eq!(when(&window).as_deref(), Some("2021-03-01"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(when(&window), None);
    press(&mut window, Modifiers::COMMAND, Key::Y);
    assert_eq!(when(&window).as_deref(), Some("2021-03-01"));
    menu(&mut window, "Edit", "Undo: set publication date");
    assert_eq!(when(&window), None);
}

#[test]
fn filters_and_search_hide_and_show() {
    let mut window = sample();
    let all = n_visible(&window);
    let kind = visible_events(state(&window)).first().unwrap().kind;
    let name = format!("Show {}", kind.name());
    click(&mut window, &name);
    assert!(n_visible(&window) < all);
    click(&mut window, &name);
    assert_eq!(n_visible(&window), all);
    press(&mut window, Modifiers::COMMAND, Key::F);
    let field = "Search events and articles";
    window
        .get_by_role_and_label(egui::Role::TextInput, field)
        .type_text("zzz");
    settle(&mut window);
    assert_eq!(n_visible(&window), 0);
    click(&mut window, "Show all events");
    assert_eq!(n_visible(&window), all);
    type_into(&mut window, field, "exercise");
    assert!((1..all).contains(&n_visible(&window)));
}

#[test]
fn events_are_marks_that_can_be_clicked_and_stepped_through() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    let first = state(&window).selection.event.clone();
    assert!(first.is_some());
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_ne!(state(&window).selection.event, first);
    assert!(!state(&window).selection.articles.is_empty());
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(state(&window).selection.event, None);
    menu(&mut window, "Story", "Next event");
    assert_eq!(state(&window).selection.event, first);
}

#[test]
fn articles_are_selected_one_or_many() {
    let mut window = sample();
    let row = |n: usize| {
        let articles = &state(&window).visible.as_ref().unwrap().articles;
        let article = &state(&window).articles[articles[n]];
        let source = article.source.clone().unwrap_or_default();
        let when = article.published.when.as_ref().expect("a date");
        format!("{}, {source}, {}", article.title, when.in_short())
    };
    let (first, third) = (row(0), row(2));
    let role = egui::Role::ListBoxOption;
    window.get_by_role_and_label(role, &first).click();
    settle(&mut window);
    assert_eq!(state(&window).selection.articles.len(), 1);
    let third = window.get_by_role_and_label(role, &third);
    third.click_modifiers(Modifiers::SHIFT);
    settle(&mut window);
    assert_eq!(state(&window).selection.articles.len(), 3);
    press(&mut window, Modifiers::COMMAND, Key::D);
    let Some(Dialog::Details(ids)) = &state(&window).dialog else {
        panic!("no dialog");
    };
    assert_eq!(ids.len(), 3);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(state(&window).dialog, None);
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn files_and_folders_are_dropped_and_bad_ones_are_problems() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, "Ferry sails\n\nThe ferry sailed on 2 March 2021.\n").unwrap();
    let mut window = empty();
    let drop = |window: &mut Window, path: PathBuf| {
        let files = &mut window.input_mut().dropped_files;
        files.push(Arc::new(Dropped(path)));
        settle(window);
    };
    drop(&mut window, folder.path().join("gone.txt"));
    assert_eq!(state(&window).dialog, Some(Dialog::Problems));
    click(&mut window, "Close");
    drop(&mut window, folder.path().to_owned());
    assert_eq!(state(&window).articles.len(), 1);
    assert_eq!(state(&window).settings.recent.len(), 2);
    assert!(window.query_by_label("1 problem").is_some());
}

#[test]
fn every_dialog_opens_and_closes() {
    let mut window = sample();
    for (menu_name, item, dialog) in [
        ("File", "Open path…", Dialog::OpenPath),
        ("File", "Paste article…", Dialog::Paste),
        ("Story", "Problems…", Dialog::Problems),
        ("Help", "Keys and mouse", Dialog::Keys),
        ("Help", "About Dateline", Dialog::About),
    ] {
        menu(&mut window, menu_name, item);
        assert_eq!(state(&window).dialog, Some(dialog), "{item}");
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert_eq!(state(&window).dialog, None, "{item}");
    }
}

#[test]
fn a_typed_path_opens() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("a.txt"),
        "Ferry\n\nThe ferry sank on 2 March 2021.\n",
    )
    .unwrap();
    let mut window = empty();
    press(&mut window, Modifiers::COMMAND, Key::L);
    type_into(
        &mut window,
        "File or folder",
        folder.path().to_str().unwrap(),
    );
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(state(&window).articles.len(), 1);
    assert_eq!(state(&window).dialog, None);
}

#[test]
fn as_of_goes_back() {
    let mut window = sample();
    let all = n_visible(&window);
    click(&mut window, "As of");
    let last = state(&window).view.as_of.expect("a day");
    window.get_by_label("As of day").focus();
    settle(&mut window);
    for _ in 0..20 {
        press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    }
    assert!(state(&window).view.as_of.unwrap() < last);
    assert!(n_visible(&window) < all);
    click(&mut window, "As of");
    assert_eq!(n_visible(&window), all);
}

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
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dam.txt");
    let text = "The dam\n20 November 2026\n\nMinisters met in Geneva on Tuesday. Parliament voted on the \
        dam law on 20 November. Troops are to leave the valley on 30 November.\n";
    fs::write(&path, text).unwrap();
    let start = Start {
        paths: vec![path],
        ..Start::default()
    };
    let window = sized(start, [960.0, 420.0]);
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
fn minor_events_are_shown_to_those_who_ask() {
    let mut window = sample();
    let n_shown = |window: &Window| visible_events(state(window)).len();
    let all = state(&window).found.events.len();
    let few = n_shown(&window);
    assert!(few < all, "the sample tells nothing in passing");
    click(&mut window, "Show Minor events");
    assert_eq!(n_shown(&window), all);
    press(&mut window, Modifiers::COMMAND, Key::Num5);
    assert_eq!(n_shown(&window), few);
}

#[test]
fn the_grammar_of_a_sentence_is_shown_and_stepped_through() {
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND, Key::Num4);
    assert!(state(&window).settings.shows_grammar);
    assert!(state(&window).reader.is_some(), "no article is open");
    assert!(window.query_by_label_contains("sentence 1 of ").is_some());
    let words = window.query_all_by_label_contains(" of “").count();
    let remarks = window
        .query_all_by_label_contains("Nothing is known")
        .count();
    assert!(words > 2 || remarks == 1, "neither words nor a remark");
    click(&mut window, "Next sentence");
    assert!(window.query_by_label_contains("sentence 2 of ").is_some());
    click(&mut window, "Previous sentence");
    assert!(window.query_by_label_contains("sentence 1 of ").is_some());
    click(&mut window, "Hide");
    assert!(window.query_by_label("Next sentence").is_none());
    assert!(state(&window).reader.is_some());
}

#[test]
fn a_set_without_dates_says_how_to_place_its_events() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("harbour.txt");
    let text = "Harbour notes\n\nThe ferry sank on Friday, the harbour master said.\n";
    fs::write(&path, text).expect("written");
    let mut window = window(Start {
        paths: vec![path],
        ..Start::default()
    });
    assert!(1 <= n_visible(&window));
    assert!(
        window
            .query_by_label_contains("All time is shown")
            .is_some()
    );
    assert!(window.query_by_label_contains("Visible time").is_none());
    click(&mut window, "Set publication dates…");
    assert!(matches!(state(&window).dialog, Some(Dialog::Details(_))));
}

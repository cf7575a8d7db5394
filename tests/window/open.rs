//! Articles come into the window: pasted, dropped, by their path; and their dates.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use dateline::model::{ArticleId, Basis};
use dateline::session::Dialog;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{
    Window, article, click, empty, menu, n_visible, press, sample, settle, state, type_into,
    window,
};

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
    let text = "Bridge reopens\n\nThe harbour bridge reopened on Monday.\n";
    let mut window = article(text, window);
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

#[test]
fn a_set_without_dates_says_how_to_place_its_events() {
    let text = "Harbour notes\n\nThe ferry sank on Friday, the harbour master said.\n";
    let mut window = article(text, window);
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

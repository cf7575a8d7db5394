//! What the reader looks at: filters, search, marks, days, grammar and dialogs.

use dateline::session::{Dialog, visible_events};
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::{Window, click, menu, n_visible, press, sample, settle, state, type_into};

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

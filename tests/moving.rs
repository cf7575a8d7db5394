//! Moving about on the timeline and selecting there, in the whole window and without a display.

use dateline::app::{DatelineApp, Start};
use dateline::layout::TimeWindow;
use dateline::session::{State, shown_window};
use eframe::egui::{self, Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

type Window = Harness<'static, DatelineApp>;

fn sample() -> Window {
    let builder = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_max_steps(40);
    let start = Start {
        sample: true,
        ..Start::default()
    };
    let mut window = builder.build_eframe(|cc| DatelineApp::new(cc, start));
    for _ in 0..2000 {
        window.step();
        if state(&window).work.is_none() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    window.run_ok();
    window
}

fn state(window: &Window) -> &State {
    window.state().state()
}

fn shown(window: &Window) -> TimeWindow {
    shown_window(state(window))
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_ok();
}

fn timeline(window: &Window) -> egui::Rect {
    window.get_by_label_contains("Timeline, ").rect()
}

fn side_button(window: &mut Window, at: Pos2, button: PointerButton) {
    for pressed in [true, false] {
        window.event(Event::PointerButton {
            pos: at,
            button,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    window.run_ok();
}

#[test]
fn back_and_forward_by_keys_by_mouse_and_by_menu() {
    let mut window = sample();
    let first = shown(&window);
    press(&mut window, Modifiers::NONE, Key::Plus);
    press(&mut window, Modifiers::NONE, Key::PageDown);
    let second = shown(&window);
    assert_ne!(first, second);
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(shown(&window), first);
    assert_eq!(state(&window).selection.event, None);
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(shown(&window), second);
    let at = timeline(&window).center();
    side_button(&mut window, at, PointerButton::Extra1);
    assert_eq!(shown(&window), first);
    side_button(&mut window, at, PointerButton::Extra2);
    assert_eq!(shown(&window), second);
    window.get_by_label("View").click();
    window.run_ok();
    window.get_by_label_contains("Back").click();
    window.run_ok();
    assert_eq!(shown(&window), first);
}

#[test]
fn a_drag_and_the_scroll_that_follows_are_one_step() {
    let mut window = sample();
    let first = shown(&window);
    let from = timeline(&window).right_bottom() - egui::vec2(60.0, 60.0);
    window.hover_at(from);
    window.step();
    window.drag_at(from);
    window.step();
    for share in [0.3, 0.6, 1.0] {
        window.hover_at(from - egui::vec2(200.0 * share, 0.0));
        window.step();
    }
    window.drop_at(from - egui::vec2(200.0, 0.0));
    window.run_ok();
    assert_ne!(shown(&window), first);
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(shown(&window), first);
    assert!(!state(&window).history.can_go_back());
}

#[test]
fn from_an_article_the_way_back_leads_to_the_timeline() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(state(&window).reader.is_some());
    let before = shown(&window);
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert!(state(&window).reader.is_none());
    assert_eq!(shown(&window), before);
}

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

/// A key and what it does to the window before: how much of it is left, and which way it went.
#[test]
fn keys_zoom_and_move() {
    let plain = Modifiers::NONE;
    let ctrl = Modifiers::COMMAND;
    let mut window = sample();
    for ((modifiers, key), zoom, way) in [
        ((plain, Key::Plus), 1.5, 0.0),
        ((plain, Key::Equals), 1.5, 0.0),
        ((plain, Key::Minus), 1.0 / 1.5, 0.0),
        ((plain, Key::Num0), 0.0, 0.0),
        ((plain, Key::Home), 0.0, 0.0),
        ((plain, Key::PageDown), 1.0, 1.0),
        ((plain, Key::PageUp), 1.0, -1.0),
        ((plain, Key::End), 1.0, 1.0),
        ((ctrl, Key::End), 1.0, 1.0),
        ((ctrl, Key::Home), 1.0, -1.0),
    ] {
        press(&mut window, plain, Key::Home);
        press(&mut window, plain, Key::Plus);
        let before = shown(&window);
        press(&mut window, modifiers, key);
        let after = shown(&window);
        let is_fit = state(&window).view.window.is_none();
        assert_eq!(is_fit, zoom == 0.0, "{key:?}");
        if !is_fit {
            let found = before.width_days() / after.width_days();
            assert!((found - zoom).abs() < 1e-6, "{key:?} zooms by {found}");
            let moved = f64::midpoint(after.start_days, after.end_days)
                - f64::midpoint(before.start_days, before.end_days);
            let moved = if moved.abs() < 1e-6 {
                0.0
            } else {
                moved.signum()
            };
            assert!((moved - way).abs() < 0.5, "{key:?} moves {moved}");
        }
    }
}

#[test]
fn the_selection_fills_the_window() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::Z);
    assert!(!state(&window).history.can_go_back(), "nothing to zoom to");
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::Z);
    let event = state(&window).selected_event().expect("an event");
    let when = event.when.as_ref().expect("a date");
    let (first, last) = (when.earliest().unwrap(), when.latest().unwrap());
    let shown = shown(&window);
    let days = TimeWindow::days_from_date;
    assert!(shown.start_days < days(first) && days(last) + 1.0 < shown.end_days);
    let length = days(last) + 1.0 - days(first);
    assert!(shown.width_days() < length.max(7.0) * 1.5);
}

#[test]
fn two_fingers_pinch_and_pan_and_the_wheel_with_shift_pans() {
    let mut window = sample();
    let at = timeline(&window).center();
    let before = shown(&window);
    window.hover_at(at);
    window.step();
    window.event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, -80.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::SHIFT,
    });
    window.run_ok();
    let panned = shown(&window);
    assert!((panned.width_days() - before.width_days()).abs() < 1e-6);
    assert!(before.start_days < panned.start_days);
    let touch = |window: &mut Window, phase: egui::TouchPhase, half_px: f32, by_px: f32| {
        for (id, side) in [(1, -1.0), (2, 1.0)] {
            window.event(Event::Touch {
                device_id: egui::TouchDeviceId(0),
                id: egui::TouchId::from(id),
                phase,
                pos: at + egui::vec2(side * half_px + by_px, 0.0),
                force: None,
            });
        }
        window.step();
    };
    touch(&mut window, egui::TouchPhase::Start, 50.0, 0.0);
    touch(&mut window, egui::TouchPhase::Move, 50.0, 0.0);
    touch(&mut window, egui::TouchPhase::Move, 100.0, 0.0);
    touch(&mut window, egui::TouchPhase::Move, 100.0, 80.0);
    touch(&mut window, egui::TouchPhase::End, 100.0, 80.0);
    window.run_ok();
    let pinched = shown(&window);
    let zoom = panned.width_days() / pinched.width_days();
    assert!((1.8..2.2).contains(&zoom), "zoomed by {zoom}");
    let middle = |window: TimeWindow| f64::midpoint(window.start_days, window.end_days);
    assert!(
        middle(pinched) < middle(panned),
        "did not follow the fingers"
    );
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

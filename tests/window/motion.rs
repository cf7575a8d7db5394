//! What glides, and that nothing does where the reader wants less motion.

use dateline::app::DatelineApp;
use eframe::egui::{Event, Key, Modifiers, PointerButton};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{Window, article, click, head, press, settle, state};

/// Of two kinds and of many years, so that a glide of any length is seen in the days.
const YEARS: &str = "Years of news\n\n20 March 2021\n\nAn earthquake struck Peru on 3 May 1981. Ghana's \
    presidential election was held on 7 December 2000. A storm hit Sicily on 4 March 2021. President \
    Maria Araujo resigned on 6 March 2021.\n";

/// As a screen shows it, sixty frames a second.
fn opened() -> Window {
    article(YEARS, |start| {
        let builder = Harness::builder()
            .with_size([1280.0, 800.0])
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(120);
        let mut window = builder.build_eframe(|cc| DatelineApp::new(cc, start));
        settle(&mut window);
        window
    })
}

fn reduce_motion(window: &mut Window) {
    click(window, "View");
    click(window, "Reduce motion");
    press(window, Modifiers::NONE, Key::Escape);
}

fn motion_s(window: &Window) -> f32 {
    window.ctx.global_style().animation_time
}

/// What there is to see before an event and in each frame after it for as long as the window asks
/// for more of them, without what stays the same.
fn shown_after<T: PartialEq>(
    window: &mut Window,
    event: Event,
    look: impl Fn(&Window) -> T,
) -> Vec<T> {
    let mut seen = vec![look(window)];
    window.event(event);
    for _ in 0..60 {
        window.step();
        seen.push(look(window));
        if !wants_a_frame(window) {
            break;
        }
    }
    seen.dedup();
    window.run_steps(30);
    assert!(seen.last() == Some(&look(window)), "it stopped on its way");
    seen
}

fn wants_a_frame(window: &Window) -> bool {
    let mut windows = window.output().viewport_output.values();
    windows.any(|window| window.repaint_delay.is_zero())
}

/// The first and the last day that the timeline shows, as it is named.
fn days(window: &Window) -> (String, String) {
    let node = window.get_by_label_contains("Timeline, ");
    let name = node.accesskit_node().label().expect("a name");
    let days = name.strip_prefix("Timeline, ").expect("days");
    let (first, last) = days.split_once(" to ").expect("two days");
    (first.to_owned(), last.to_owned())
}

fn key(key: Key, pressed: bool) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    }
}

#[test]
fn the_window_glides_unless_motion_is_reduced() {
    let mut window = opened();
    press(&mut window, Modifiers::NONE, Key::Home);
    let all = days(&window);
    for is_reduced in [false, true] {
        if is_reduced {
            reduce_motion(&mut window);
        }
        for _ in 0..6 {
            press(&mut window, Modifiers::NONE, Key::Plus);
        }
        let near = days(&window);
        let seen = shown_after(&mut window, key(Key::Home, true), days);
        window.event(key(Key::Home, false));
        assert_eq!(seen.first(), Some(&near));
        assert_eq!(seen.last(), Some(&all));
        if is_reduced {
            assert_eq!(seen.len(), 2, "{seen:?}");
        } else {
            assert!(5 <= seen.len(), "{seen:?}");
            let widens =
                |pair: &[(String, String)]| pair[1].0 <= pair[0].0 && pair[0].1 <= pair[1].1;
            assert!(seen.windows(2).all(widens), "{seen:?}");
        }
    }
}

#[test]
fn lanes_slide_unless_motion_is_reduced() {
    let mut window = opened();
    let place = |window: &Window| head(window, "Disaster").top().to_bits();
    for is_reduced in [false, true] {
        if is_reduced {
            reduce_motion(&mut window);
        }
        let at = head(&window, "Politics").center();
        window.hover_at(at);
        window.drag_at(at);
        settle(&mut window);
        let release = Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed: false,
            modifiers: Modifiers::NONE,
        };
        let seen = shown_after(&mut window, release, place);
        let n_expected = if is_reduced { 2..3 } else { 6..30 };
        assert!(n_expected.contains(&seen.len()), "{is_reduced}: {seen:?}");
        let is_open = state(&window).view.lane_set.collapsed.is_empty();
        // The first click collapses the lane, the second opens it.
        assert_eq!(is_open, is_reduced);
    }
}

#[test]
fn reduced_motion_is_chosen_in_a_menu() {
    let mut window = opened();
    assert!(!state(&window).settings.moves_less);
    let usual_s = motion_s(&window);
    assert!(0.0 < usual_s);
    for (is_reduced, expected_s) in [(true, 0.0), (false, usual_s)] {
        reduce_motion(&mut window);
        assert_eq!(state(&window).settings.moves_less, is_reduced);
        let found_s = motion_s(&window);
        assert!((found_s - expected_s).abs() < f32::EPSILON, "{found_s}");
    }
}

//! Selecting several events on the timeline, by mouse, keys and accessible names.

mod support;

use dateline::scene::Theme;
use dateline::session::{Command, selected_indexes, visible_events};
use eframe::egui::{self, Key, Modifiers, Pos2, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use support::bench::{self, Bench};
use support::story::{self, Size};

type Bed = Harness<'static, Bench>;

fn open() -> Bed {
    bench::harness(story::state(Size::default()), Theme::light())
}

fn timeline(bed: &Bed) -> Rect {
    bed.get_by_label_contains("Timeline, ").rect()
}

/// The mark whose name begins so, on the timeline.
fn mark(bed: &Bed, title: &str) -> Rect {
    let canvas = timeline(bed);
    let found = bed.query_all_by_label_contains(title);
    let mut rects = found.map(|node| node.rect());
    let found = rects.find(|rect| canvas.contains_rect(*rect));
    found.unwrap_or_else(|| panic!("no mark {title}"))
}

fn click(bed: &mut Bed, title: &str, modifiers: Modifiers) {
    let at = mark(bed, title).center();
    bed.event_modifiers(egui::Event::PointerMoved(at), modifiers);
    for pressed in [true, false] {
        bed.event_modifiers(
            egui::Event::PointerButton {
                pos: at,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers,
            },
            modifiers,
        );
    }
    bed.run();
    // Clicks that follow at once would count as double clicks.
    bed.run_steps(20);
}

fn selected(bed: &Bed) -> Vec<&str> {
    let state = &bed.state().state;
    let events = selected_indexes(state).into_iter();
    events
        .map(|index| state.found.events[index].id.0.as_str())
        .collect()
}

#[test]
fn with_ctrl_one_more_and_one_less() {
    let mut bed = open();
    click(&mut bed, "Crane collapses", Modifiers::NONE);
    click(&mut bed, "Talks between", Modifiers::COMMAND);
    click(&mut bed, "Dockers may", Modifiers::COMMAND);
    assert_eq!(selected(&bed), ["crane", "strike", "talks"]);
    bed.get_by_label("3 events selected");
    click(&mut bed, "Talks between", Modifiers::COMMAND);
    assert_eq!(selected(&bed), ["crane", "strike"]);
    bed.get_by_label("2 events selected");
    click(&mut bed, "Crane collapses", Modifiers::NONE);
    assert_eq!(selected(&bed), ["crane"]);
    assert!(bed.query_by_label_contains("events selected").is_none());
}

#[test]
fn with_shift_all_between_in_the_lane() {
    let mut bed = open();
    click(&mut bed, "Lower basin", Modifiers::NONE);
    click(&mut bed, "Dockers may", Modifiers::SHIFT);
    assert_eq!(selected(&bed), ["basin", "strike"]);
    click(&mut bed, "Inspectors check", Modifiers::SHIFT);
    assert_eq!(selected(&bed), ["basin", "strike", "check"]);
    assert!(bed.state().state.view.window.is_none(), "the view moved");
}

#[test]
fn what_a_rectangle_touches() {
    let mut bed = open();
    let window = bed.state().window();
    let (crane, talks) = (mark(&bed, "Crane collapses"), mark(&bed, "Talks between"));
    drag_with_shift(&mut bed, crane.left_top() - vec2(4.0, 4.0), crane.center());
    assert_eq!(selected(&bed), ["crane"]);
    let both = crane.union(talks);
    drag_with_shift(&mut bed, both.right_bottom(), both.left_top());
    let found = selected(&bed);
    assert!(
        found.contains(&"crane") && found.contains(&"talks"),
        "{found:?}"
    );
    assert_eq!(bed.state().window(), window, "the timeline moved");
    let empty = timeline(&bed).left_bottom() + vec2(2.0, -6.0);
    drag_with_shift(&mut bed, empty, empty + vec2(12.0, 3.0));
    assert!(selected(&bed).is_empty());
}

fn drag_with_shift(bed: &mut Bed, from: Pos2, to: Pos2) {
    let shift = Modifiers::SHIFT;
    let button = |pos, pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: shift,
    };
    bed.event_modifiers(egui::Event::PointerMoved(from), shift);
    bed.step();
    bed.event_modifiers(button(from, true), shift);
    bed.step();
    for share in [0.2, 0.6, 1.0] {
        let at = from + (to - from) * share;
        bed.event_modifiers(egui::Event::PointerMoved(at), shift);
        bed.step();
    }
    bed.event_modifiers(button(to, false), shift);
    bed.run();
}

#[test]
fn all_and_none_by_keys() {
    let mut bed = open();
    bed.key_press_modifiers(Modifiers::COMMAND, Key::A);
    bed.run();
    assert_eq!(selected(&bed).len(), 5);
    bed.get_by_label("5 events selected");
    bed.key_press(Key::Escape);
    bed.run();
    assert!(selected(&bed).is_empty());
}

#[test]
fn the_list_of_the_selected_shows_the_evidence_of_each() {
    let mut bed = open();
    bed.key_press_modifiers(Modifiers::COMMAND, Key::A);
    bed.run();
    let row = |bed: &Bed, title: &str| {
        let right = timeline(bed).right();
        let found = bed.query_all_by_label_contains(title);
        let mut rects = found.map(|node| node.rect());
        rects.find(|rect| right < rect.left()).expect("a row")
    };
    let at = row(&bed, "Inspectors check all cranes, ").center();
    bed.hover_at(at);
    bed.drag_at(at);
    bed.drop_at(at);
    bed.run();
    assert_eq!(bed.state().selected(), Some("check"));
    assert_eq!(selected(&bed).len(), 5);
    bed.get_by_label("“Inspectors will check all cranes in mid-February.”");
    bed.get_by_label("Zoom to them").click();
    bed.run();
    assert!(bed.state().state.view.window.is_some());
    bed.get_by_label("Unselect").click();
    bed.run();
    assert!(selected(&bed).is_empty());
}

#[test]
fn all_of_them_are_ringed() {
    let accent = Theme::light().accent;
    let n_accent = |bed: &mut Bed| {
        let canvas = timeline(bed);
        let picture = bed.render().expect("a picture");
        let pixels = picture.enumerate_pixels();
        let inside =
            pixels.filter(|(x, y, _)| canvas.contains(Pos2::new(*x as f32, *y as f32)));
        inside
            .filter(|(_, _, pixel)| pixel.0[..3] == [accent.r, accent.g, accent.b])
            .count()
    };
    let small = [800.0, 500.0];
    let mut bed = bench::harness_of(small, story::state(Size::default()), Theme::light());
    click(&mut bed, "Crane collapses", Modifiers::NONE);
    bed.hover_at(timeline(&bed).right_bottom() - vec2(8.0, 8.0));
    bed.run();
    let one = n_accent(&mut bed);
    click(&mut bed, "Talks between", Modifiers::COMMAND);
    bed.hover_at(timeline(&bed).right_bottom() - vec2(8.0, 8.0));
    bed.run();
    let two = n_accent(&mut bed);
    assert!(0 < one && one * 3 / 2 < two, "{one} and {two} pixels");
}

#[test]
fn the_focus_goes_with_the_reader_and_tells_the_event() {
    let mut bed = open();
    for (modifiers, key, expected) in [
        (Modifiers::NONE, Key::ArrowRight, "basin"),
        (Modifiers::NONE, Key::ArrowDown, "crane"),
        (Modifiers::NONE, Key::ArrowUp, "basin"),
        (Modifiers::COMMAND, Key::ArrowRight, "strike"),
        (Modifiers::COMMAND, Key::ArrowLeft, "basin"),
        (Modifiers::NONE, Key::ArrowUp, "check"),
        (Modifiers::NONE, Key::ArrowUp, "talks"),
        (Modifiers::NONE, Key::ArrowLeft, "strike"),
    ] {
        bed.key_press_modifiers(modifiers, key);
        bed.run();
        assert_eq!(bed.state().selected(), Some(expected), "{key:?}");
        let event = bed.state().state.selected_event().expect("an event");
        let mut named = bed.query_all_by_label_contains(&event.title);
        let is_told = named.any(|node| node.accesskit_node().is_focused());
        assert!(is_told, "{expected} is not focused");
    }
}

#[test]
fn the_overview_shows_what_is_found_and_what_is_selected() {
    let theme = Theme::light();
    let strip = |bed: &Bed| bed.get_by_label_contains("Overview of all time").rect();
    let n_of = |bed: &mut Bed, color: dateline::scene::Color| {
        let strip = strip(bed);
        let picture = bed.render().expect("a picture");
        let pixels = picture.enumerate_pixels();
        let inside = pixels.filter(|(x, y, _)| strip.contains(Pos2::new(*x as f32, *y as f32)));
        inside
            .filter(|(_, _, pixel)| pixel.0[..3] == [color.r, color.g, color.b])
            .count()
    };
    let small = [800.0, 300.0];
    let mut bed = bench::harness_of(small, story::state(Size::default()), theme);
    give(&mut bed, Command::Search(String::new()));
    let (plain_accent, plain_found) =
        (n_of(&mut bed, theme.accent), n_of(&mut bed, theme.warning));
    give(&mut bed, Command::Search("crane".to_owned()));
    let n_found = visible_events(&bed.state().state).len();
    assert!((1..5).contains(&n_found), "{n_found} found");
    let found = if n_found == 1 { "event" } else { "events" };
    bed.get_by_label(&format!("Overview of all time, {n_found} {found} found"));
    assert!(plain_found < n_of(&mut bed, theme.warning));
    give(&mut bed, Command::Search(String::new()));
    give(&mut bed, Command::SelectAll);
    bed.get_by_label("Overview of all time, 5 events selected");
    assert!(plain_accent + 10 < n_of(&mut bed, theme.accent));
}

fn give(bed: &mut Bed, command: Command) {
    dateline::session::update(&mut bed.state_mut().state, command);
    bed.run();
}

//! Timeline, overview, evidence and reader, driven by mouse, keys and accessible names.

mod support;

use dateline::layout::TimeWindow;
use dateline::model::{ArticleId, EventId};
use dateline::scene::Theme;
use dateline::session::Command;
use eframe::egui::{Key, MouseWheelUnit, Pos2, Rect, TouchPhase, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use support::bench::{self, Bench};
use support::story::{self, Size};

fn open() -> Harness<'static, Bench> {
    bench::harness(story::state(Size::default()), Theme::light())
}

fn open_on(id: &str) -> Harness<'static, Bench> {
    let mut harness = open();
    give(
        &mut harness,
        Command::SelectEvent(Some(EventId(id.to_owned()))),
    );
    harness
}

fn give(harness: &mut Harness<'_, Bench>, command: Command) {
    dateline::session::update(&mut harness.state_mut().state, command);
    harness.run();
}

/// The mark whose name begins so, on the timeline.
fn mark(harness: &Harness<'_, Bench>, title: &str) -> Rect {
    let canvas = timeline(harness);
    let found = harness.query_all_by_label_contains(title);
    let rects = found.map(|node| node.rect());
    let mut inside = rects.filter(|rect| canvas.contains_rect(*rect));
    inside.next().unwrap_or_else(|| panic!("no mark {title}"))
}

fn timeline(harness: &Harness<'_, Bench>) -> Rect {
    harness.get_by_label_contains("Timeline, ").rect()
}

fn click(harness: &mut Harness<'_, Bench>, at: Pos2) {
    harness.hover_at(at);
    harness.drag_at(at);
    harness.drop_at(at);
    harness.run();
}

fn drag(harness: &mut Harness<'_, Bench>, from: Pos2, by: Vec2) {
    harness.hover_at(from);
    harness.step();
    harness.drag_at(from);
    harness.step();
    for part in [0.25, 0.5, 0.75, 1.0] {
        harness.hover_at(from + by * part);
        harness.step();
    }
    harness.drop_at(from + by);
    harness.run();
}

fn close_to(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance
}

#[test]
fn a_mark_is_clicked_by_its_name() {
    let mut harness = open();
    let at = mark(&harness, "Crane collapses").left_center() + vec2(6.0, 0.0);
    click(&mut harness, at);
    assert_eq!(harness.state().selected(), Some("crane"));
}

#[test]
fn a_mark_takes_the_focus_and_enter_selects_then_reads() {
    let mut harness = open();
    let canvas = timeline(&harness);
    let node = harness
        .query_all_by_label_contains("Talks between owners")
        .find(|node| canvas.contains_rect(node.rect()))
        .expect("the mark");
    node.focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().selected(), Some("talks"));
    assert_eq!(harness.state().state.reader, None);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().state.reader, Some(ArticleId(0)));
}

#[test]
fn a_drag_that_begins_on_a_mark_moves_time_and_selects_nothing() {
    let mut harness = open();
    let before = mark(&harness, "Crane collapses");
    drag(&mut harness, before.center(), vec2(60.0, 0.0));
    let after = mark(&harness, "Crane collapses");
    assert!(
        (after.left() - before.left() - 60.0).abs() < 2.0,
        "{before:?} -> {after:?}"
    );
    assert_eq!(harness.state().selected(), None);
}

#[test]
fn the_wheel_zooms_and_what_is_under_the_pointer_stays() {
    let mut harness = open();
    let before = mark(&harness, "Crane collapses");
    let wide = harness.state().window().width_days();
    let at = before.left_center() + vec2(7.0, 0.0);
    harness.hover_at(at);
    harness.step();
    harness.event(eframe::egui::Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, 60.0),
        phase: TouchPhase::Move,
        source: eframe::egui::MouseWheelSource::Unknown,
        modifiers: eframe::egui::Modifiers::NONE,
    });
    harness.run();
    assert!(harness.state().window().width_days() < wide * 0.8);
    let after = mark(&harness, "Crane collapses");
    assert!(
        (after.left() - before.left()).abs() < 3.0,
        "{before:?} -> {after:?}"
    );
}

#[test]
fn a_double_click_on_nothing_fits_all() {
    let mut harness = open();
    let narrow = TimeWindow::new(20_450.0, 20_460.0);
    give(&mut harness, Command::SetWindow(Some(narrow)));
    let at = timeline(&harness).right_bottom() - vec2(12.0, 12.0);
    click(&mut harness, at);
    click(&mut harness, at);
    assert_eq!(harness.state().state.view.window, None);
}

#[test]
fn keys_step_zoom_pan_and_unselect() {
    let mut harness = open();
    let wide = harness.state().window().width_days();
    harness.key_press(Key::ArrowRight);
    harness.run();
    let first = harness.state().selected().map(str::to_owned);
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert!(first.is_some() && harness.state().selected() != first.as_deref());
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert_eq!(harness.state().selected(), first.as_deref());
    harness.key_press(Key::Plus);
    harness.run();
    let near = harness.state().window();
    assert!(near.width_days() < wide * 0.8);
    harness.key_press(Key::PageDown);
    harness.run();
    assert!(harness.state().window().start_days > near.start_days);
    harness.key_press(Key::Home);
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().state.view.window, None);
    assert_eq!(harness.state().selected(), None);
}

#[test]
fn the_brush_moves_and_its_edges_resize_the_window() {
    let mut harness = open();
    let all = harness.state().window();
    let middle = f64::midpoint(all.start_days, all.end_days);
    let near = TimeWindow::new(middle - 5.0, middle + 5.0);
    give(&mut harness, Command::SetWindow(Some(near)));
    let brush = harness.get_by_label_contains("Visible time").rect();
    drag(&mut harness, brush.center(), vec2(100.0, 0.0));
    let moved = harness.state().window();
    assert!(moved.start_days > near.start_days + 2.0);
    assert!(close_to(moved.width_days(), 10.0, 1e-6));
    let edge = harness.get_by_label("End of the visible time").rect();
    drag(&mut harness, edge.center(), vec2(60.0, 0.0));
    let wider = harness.state().window();
    assert!(wider.width_days() > 11.0);
    assert!(close_to(wider.start_days, moved.start_days, 1e-6));
}

#[test]
fn evidence_shows_conflict_and_excerpts_and_opens_the_article_there() {
    let mut harness = open_on("talks");
    harness.get_by_label("Sources disagree about the place");
    harness.get_by_label_contains("Overy: 1 source");
    harness.get_by_label_contains("“The owners and the union are to meet in Sandham on Friday");
    harness
        .get_by_label_contains("Overy Echo, 3–4 Feb 2026, inferred")
        .click();
    harness.run();
    assert_eq!(harness.state().state.selection.mention, Some(1));
    harness.get_by_label("Open in article").click();
    harness.run();
    let is_read = harness.state().commands.iter().any(
        |command| matches!(command, Command::Read(ArticleId(1), Some(span)) if span.start > 0),
    );
    assert!(is_read, "{:?}", harness.state().commands);
    harness.get_by_label_contains("Inspectors will check all cranes");
}

#[test]
fn why_here_opens_the_steps() {
    let mut harness = open_on("talks");
    assert!(
        harness
            .query_by_label_contains("The words: “on Friday”")
            .is_none()
    );
    harness.get_by_label("Why here?").click();
    harness.run();
    harness.get_by_label_contains("The words: “on Friday”");
    harness.get_by_label_contains("The date: 2026-02-06");
}

#[test]
fn with_nothing_selected_the_events_are_listed_in_order_of_time() {
    let mut harness = open();
    let tops: Vec<f32> = ["Lower basin", "Crane collapses", "Talks between"]
        .map(|title| {
            let all = harness.query_all_by_label_contains(title);
            let right = all.max_by(|a, b| a.rect().left().total_cmp(&b.rect().left()));
            right.expect(title).rect().top()
        })
        .to_vec();
    assert!(tops.is_sorted(), "{tops:?}");
    let row = harness
        .query_all_by_label_contains("Lower basin closed to ships, ")
        .max_by(|a, b| a.rect().left().total_cmp(&b.rect().left()))
        .expect("the row");
    row.click();
    harness.run();
    assert_eq!(harness.state().selected(), Some("basin"));
}

#[test]
fn the_reader_links_sentences_and_events_both_ways() {
    let mut harness = open_on("strike");
    give(&mut harness, Command::Read(ArticleId(0), None));
    harness
        .get_by_label("Sentence about Crane collapses at the port")
        .click_accesskit();
    harness.run();
    assert_eq!(harness.state().selected(), Some("crane"));
    let words = harness
        .get_by_label_contains("The owners and the union are to meet")
        .rect();
    click(&mut harness, words.left_top() + vec2(40.0, 10.0));
    assert_eq!(harness.state().selected(), Some("talks"));
    assert_eq!(harness.state().state.selection.mention, Some(0));
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().state.reader, None);
}

#[test]
fn a_long_article_is_scrolled_to_its_sentence_without_laying_out_all() {
    let size = Size {
        n_paragraphs: 40_000,
    };
    let mut harness = bench::harness(story::state(size), Theme::dark());
    let text = harness.state().state.articles[1].text.clone();
    let far = text.len() - 400;
    let span = dateline::model::Span::new(far, far + 20);
    give(&mut harness, Command::Read(ArticleId(1), Some(span)));
    let n_shown = harness.query_all_by_label_contains("tide tables").count();
    assert!((5..60).contains(&n_shown), "{n_shown}");
    harness.key_press(Key::Home);
    harness.run();
    harness.get_by_label_contains("Inspectors will check all cranes");
}

#[test]
fn both_themes_are_painted_with_the_ring_around_what_is_selected() {
    for (name, theme) in [("light", Theme::light()), ("dark", Theme::dark())] {
        let small = [720.0, 300.0];
        let mut harness = bench::harness_of(small, story::state(Size::default()), theme);
        give(
            &mut harness,
            Command::SelectEvent(Some(EventId("talks".to_owned()))),
        );
        let picture = harness.render().expect("a picture");
        let path =
            std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        picture.save(&path).expect("the picture is saved");
        let canvas = timeline(&harness);
        let is_in_canvas = |x: u32, y: u32| canvas.contains(Pos2::new(x as f32, y as f32));
        let accent = theme.accent;
        let n_accent = picture
            .enumerate_pixels()
            .filter(|(x, y, _)| is_in_canvas(*x, *y))
            .filter(|(_, _, pixel)| pixel.0[..3] == [accent.r, accent.g, accent.b])
            .count();
        assert!(n_accent > 20, "{name}: {n_accent} pixels in the accent");
    }
}

#[test]
fn everything_that_can_be_used_has_a_name() {
    for reading in [false, true] {
        let mut harness = open_on("talks");
        if reading {
            give(&mut harness, Command::Read(ArticleId(0), None));
        }
        let root = harness.root();
        let mut nodes = vec![root];
        let mut unnamed = Vec::new();
        while let Some(node) = nodes.pop() {
            nodes.extend(node.children());
            let inner = node.accesskit_node();
            let click = eframe::egui::accesskit::Action::Click;
            let is_used = inner.data().supports_action(click);
            let name = inner.label().or_else(|| inner.value());
            if is_used && name.is_none_or(|name| name.trim().is_empty()) {
                unnamed.push(format!("{:?} at {:?}", inner.role(), node.rect()));
            }
        }
        assert!(unnamed.is_empty(), "{unnamed:#?}");
    }
}

#[test]
fn what_is_selected_elsewhere_comes_into_sight() {
    let mut harness = open();
    give(
        &mut harness,
        Command::SetWindow(Some(TimeWindow::new(0.0, 30.0))),
    );
    let id = EventId("crane".to_owned());
    give(&mut harness, Command::SelectEvent(Some(id)));
    mark(&harness, "Crane collapses");
}

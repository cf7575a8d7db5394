//! The replay in the window, by its accessible names.

use dateline::app::{DatelineApp, Start};
use dateline::model::When;
use dateline::session::{Command, Dialog, ExportRequest, State, ThemeChoice};
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::Date;

use super::{day, folder};

type Window = Harness<'static, DatelineApp>;

const MEETING: &str = "Ministers of Norland and Esmark";

fn window(size_px: [f32; 2]) -> Window {
    let start = Start {
        paths: vec![folder()],
        ..Start::default()
    };
    let builder = Harness::builder().with_size(size_px).with_max_steps(40);
    let mut window = builder.build_eframe(|cc| DatelineApp::new(cc, start));
    settle(&mut window);
    window
}

/// Waits for threads, then for the window to come to rest.
fn settle(window: &mut Window) {
    for _ in 0..2000 {
        window.step();
        if state(window).work.is_none() && !state(window).replay.is_weaving() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert_eq!(state(window).work, None, "work does not end");
    window.run_ok();
}

fn state(window: &Window) -> &State {
    window.state().state()
}

fn as_of(window: &Window) -> Option<Date> {
    state(window).view.as_of
}

fn click(window: &mut Window, name: &str) {
    window.get_by_label(name).click();
    settle(window);
}

fn press(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::NONE, key);
    settle(window);
}

/// The status and date of the meeting as its mark is named.
fn meeting(window: &Window) -> String {
    let mut nodes = window.query_all_by_label_contains(MEETING);
    let said = nodes.find_map(|node| {
        let label = node.accesskit_node().label()?;
        let (_, said) = label.split_once(" in Aldmere, ")?;
        said.contains("day ").then(|| said.to_owned())
    });
    said.unwrap_or_default()
}

#[test]
fn buttons_and_keys_go_through_the_days() {
    let mut window = window([1280.0, 800.0]);
    assert!(window.query_by_label("Play").is_none());
    click(&mut window, "As of");
    assert_eq!(as_of(&window), Some(day("2021-03-16")));
    assert_eq!(meeting(&window), "happened, Monday 15 March 2021");
    click(&mut window, "Previous day with news");
    assert_eq!(as_of(&window), Some(day("2021-03-09")));
    assert_eq!(meeting(&window), "planned, Monday 15 March 2021");
    press(&mut window, Key::Comma);
    press(&mut window, Key::Comma);
    assert_eq!(as_of(&window), Some(day("2021-03-02")));
    assert_eq!(meeting(&window), "planned, Wednesday 10 March 2021");
    press(&mut window, Key::Period);
    assert_eq!(as_of(&window), Some(day("2021-03-04")));
    click(&mut window, "Next day with news");
    assert_eq!(as_of(&window), Some(day("2021-03-09")));
}

#[test]
fn play_shows_each_day_and_stops_at_the_last() {
    let mut window = window([1280.0, 800.0]);
    press(&mut window, Key::P);
    assert!(state(&window).replay.is_playing);
    let mut days: Vec<Date> = as_of(&window).into_iter().collect();
    // Frame by frame: how long a day is woven must not decide which days are seen.
    for _ in 0..4_000 {
        window.step();
        let day = as_of(&window).filter(|day| days.last() != Some(day));
        days.extend(day);
        if !state(&window).replay.is_playing {
            break;
        }
        if state(&window).replay.is_weaving() {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
    }
    settle(&mut window);
    let expected = ["2021-03-02", "2021-03-04", "2021-03-09", "2021-03-16"];
    assert_eq!(days, expected.map(day));
    window.get_by_label("Play");
}

#[test]
fn a_changed_line_leads_to_its_event() {
    let mut window = window([1280.0, 800.0]);
    click(&mut window, "As of");
    for _ in 0..2 {
        press(&mut window, Key::Comma);
    }
    click(&mut window, "What changed");
    let (from, to) = (day("2021-03-02"), day("2021-03-04"));
    assert_eq!(state(&window).dialog, Some(Dialog::Changes { from, to }));
    window.get_by_label("Wednesday 10 March 2021 → Monday 15 March 2021");
    let title = format!("{MEETING} to meet in Aldmere");
    let lines: Vec<_> = window.query_all_by_label(&title).collect();
    lines.last().expect("a line").click();
    drop(lines);
    settle(&mut window);
    assert_eq!(state(&window).dialog, None);
    let selected = state(&window).selected_event().expect("an event");
    assert_eq!(selected.title, title);
    assert_eq!(selected.when, Some(When::day(day("2021-03-15"))));
}

#[test]
fn the_evidence_says_what_became_of_a_plan() {
    let mut window = window([1280.0, 800.0]);
    let reopening = |window: &mut Window| {
        let mut nodes = window.query_all_by_label_contains("Port of Aldmere to reopen, ");
        let is_mark = |label: &str| label.contains("Friday");
        let node = nodes.find(|n| n.accesskit_node().label().is_some_and(|l| is_mark(&l)));
        node.expect("a mark").click();
        drop(nodes);
        settle(window);
    };
    reopening(&mut window);
    let remark = "Due, no report found by 16 Mar 2021";
    assert!(window.query_by_label(remark).is_none());
    click(&mut window, "As of");
    window.get_by_label(remark);
    window.get_by_label_contains("12 March 2021, due, no report found");
}

#[test]
fn the_strip_fits_a_small_window() {
    let mut window = window([1280.0, 800.0]);
    click(&mut window, "As of");
    for size in [[1024.0, 640.0], [800.0, 520.0], [1920.0, 1080.0]] {
        window.set_size(size.into());
        settle(&mut window);
        let names = [
            "Previous day with news",
            "Play",
            "Next day with news",
            "Speed",
            "16 Mar 2021",
            "What changed",
        ];
        let mut end = 0.0;
        for name in names {
            let rects: Vec<egui::Rect> = window
                .query_all_by_label(name)
                .map(|node| node.rect())
                .collect();
            let rect = rects
                .into_iter()
                .find(|rect| 44.0 < rect.top())
                .expect(name);
            assert!(
                end <= rect.left() && rect.right() <= size[0],
                "{name} {size:?} {rect}"
            );
            end = rect.right();
        }
    }
}

#[test]
fn an_exported_picture_is_that_of_the_command_line() {
    let out = tempfile::TempDir::new().unwrap();
    let mut window = window([1280.0, 800.0]);
    click(&mut window, "As of");
    press(&mut window, Key::Comma);
    press(&mut window, Key::Comma);
    let path = out.path().join("window.svg");
    let request = ExportRequest {
        path: Some(path.clone()),
        format: "svg".to_owned(),
        title: "Port".to_owned(),
        width_px: 1600.0,
        height_px: 0.0,
        scale: 1.0,
        theme: ThemeChoice::Light,
        visible_only: false,
        legend: false,
        notes: false,
    };
    let ctx = window.ctx.clone();
    let app = window.state_mut();
    app.run(&ctx, Command::Export(request));
    for _ in 0..400 {
        settle(&mut window);
        if path.exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let by_line = out.path().join("line.svg");
    let status = std::process::Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["export", "--as-of", "2021-03-04", "--title", "Port", "-o"])
        .args([&by_line, &folder()])
        .status()
        .unwrap();
    assert!(status.success());
    let read = |path| std::fs::read_to_string(path).unwrap();
    assert_eq!(read(path), read(by_line));
}

//! The export dialog, driven by accessible names.

use std::path::PathBuf;
use std::sync::Arc;

use dateline::session::{Command, Dialog, ExportRequest, Extraction, State, ThemeChoice};
use dateline::ui::{self, Drafts};
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::story;

/// The window with the dialog open, and the commands it gave.
struct Bench {
    state: State,
    drafts: Drafts,
    commands: Vec<Command>,
}

fn open() -> Harness<'static, Bench> {
    let articles = story::articles();
    let events = story::events(&articles);
    let found = Extraction {
        events,
        ..Extraction::default()
    };
    let bench = Bench {
        state: State {
            loaded: articles.clone(),
            articles,
            found: Arc::new(found),
            dialog: Some(Dialog::Export),
            ..State::default()
        },
        drafts: Drafts::default(),
        commands: Vec::new(),
    };
    let show = |ui: &mut eframe::egui::Ui, bench: &mut Bench| {
        let commands = ui::window_ui(ui, &bench.state, &mut bench.drafts);
        bench.commands.extend(commands);
    };
    Harness::builder()
        .with_size([1280.0, 800.0])
        .with_max_steps(60)
        .with_context_setup(ui::style::install)
        .build_ui_state(show, bench)
}

fn click(harness: &mut Harness<'_, Bench>, name: &str) {
    harness.get_by_label(name).click();
    harness.run();
}

fn request(harness: &Harness<'_, Bench>) -> ExportRequest {
    let found = harness
        .state()
        .commands
        .iter()
        .find_map(|command| match command {
            Command::Export(request) => Some(request.clone()),
            _ => None,
        });
    found.expect("an export is asked for")
}

#[test]
fn the_dialog_asks_for_what_is_chosen() {
    let mut harness = open();
    harness.run();
    for name in ["PDF", "Dark", "Visible part", "Legend"] {
        click(&mut harness, name);
    }
    for (field, words) in [("Heading", "The bridge"), ("Save as", "out/bridge")] {
        harness.get_by_label(field).focus();
        harness.run();
        harness.get_by_label(field).type_text(words);
        harness.run();
    }
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run();
    let request = request(&harness);
    assert_eq!(request.path, Some(PathBuf::from("out/bridge.pdf")));
    assert_eq!(
        (request.format.as_str(), request.title.as_str()),
        ("pdf", "The bridge")
    );
    assert_eq!(request.theme, ThemeChoice::Dark);
    assert!(request.visible_only && request.notes && !request.legend);
}

#[test]
fn without_a_path_the_system_asks() {
    let mut harness = open();
    harness.run();
    click(&mut harness, "Choose…");
    assert_eq!(request(&harness).path, None);
    click(&mut harness, "Cancel");
    let last = harness.state().commands.last();
    assert!(matches!(last, Some(Command::CloseDialog)));
}

//! The menus: everything that the program can do, with its keys.

use eframe::egui::containers::menu::menu_style;
use eframe::egui::{
    Align, Align2, Button, KeyboardShortcut, Layout, MenuBar, Style, TextStyle, Ui, pos2, vec2,
};

use super::{
    Drafts, calendar, canvas_lanes, changes, shortcuts as keys, top_bar, welcome, widgets,
};
use crate::session::{Command, Dialog, Settings, State, ThemeChoice, news_days};

const MENUS_PX: f32 = 224.0;
const ITEMS_PX: f32 = 216.0;

/// File, Edit, View, Story, Help.
pub(super) fn menu_ui(ui: &mut Ui, state: &State, drafts: &mut Drafts) -> Vec<Command> {
    let mut commands = Vec::new();
    // The bar takes all the width that there is; here it stands beside other controls.
    let room = vec2(MENUS_PX, ui.available_height());
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        MenuBar::new().style(bar_style).ui(ui, |ui| {
            ui.menu_button("File", |ui| file_ui(ui, state, &mut commands));
            ui.menu_button("Edit", |ui| edit_ui(ui, state, drafts, &mut commands));
            ui.menu_button("View", |ui| view_ui(ui, state, &mut commands));
            ui.menu_button("Story", |ui| story_ui(ui, state, &mut commands));
            ui.menu_button("Help", |ui| help_ui(ui, &mut commands));
        });
    });
    commands
}

fn bar_style(style: &mut Style) {
    menu_style(style);
    style.spacing.item_spacing.x = 0.0;
    style.spacing.button_padding = vec2(8.0, 4.0);
}

/// Close rows, and room for the keys.
fn roomy(ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 1.0;
    ui.set_min_width(ITEMS_PX);
}

fn file_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    roomy(ui);
    let has_articles = !state.articles.is_empty();
    let has_events = !state.found.events.is_empty();
    let open = |dialog| Command::OpenDialog(dialog);
    let mut add =
        |on, words, key, command| commands.extend(item_ui(ui, on, words, key, command));
    add(
        true,
        "Open files…",
        Some(keys::OPEN_FILES),
        Command::AskFiles,
    );
    add(
        true,
        "Open folder…",
        Some(keys::OPEN_FOLDER),
        Command::AskFolder,
    );
    add(
        true,
        "Open path…",
        Some(keys::OPEN_PATH),
        open(Dialog::OpenPath),
    );
    add(
        true,
        "Paste article…",
        Some(keys::PASTE_ARTICLE),
        open(Dialog::Paste),
    );
    add(true, "Open sample", None, Command::OpenSample);
    recent_ui(ui, state, commands);
    ui.separator();
    let mut add =
        |on, words, key, command| commands.extend(item_ui(ui, on, words, key, command));
    add(
        has_events,
        "Export…",
        Some(keys::EXPORT),
        open(Dialog::Export),
    );
    add(
        has_articles,
        "Close all",
        Some(keys::CLOSE_ALL),
        Command::CloseAll,
    );
    add(true, "Quit", Some(keys::QUIT), Command::Quit);
}

fn recent_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let recent = &state.settings.recent;
    ui.add_enabled_ui(!recent.is_empty(), |ui| {
        ui.menu_button("Recent", |ui| {
            roomy(ui);
            for paths in recent {
                let button = ui.button(welcome::recent_name(paths));
                if button.on_hover_text(paths.join("\n")).clicked() {
                    let paths = paths.iter().map(std::path::PathBuf::from);
                    commands.push(Command::Open(paths.collect()));
                }
            }
        });
    });
}

fn edit_ui(ui: &mut Ui, state: &State, drafts: &mut Drafts, commands: &mut Vec<Command>) {
    roomy(ui);
    let edits = &state.edits;
    let named = |verb: &str, edit: Option<&crate::curate::Edit>| match edit {
        Some(edit) => format!("{verb}: {}", edit.words()),
        None => verb.to_owned(),
    };
    let undo = named("Undo", edits.next_undo());
    let redo = named("Redo", edits.next_redo());
    commands.extend(item_ui(
        ui,
        edits.can_undo(),
        &undo,
        Some(keys::UNDO),
        Command::Undo,
    ));
    commands.extend(item_ui(
        ui,
        edits.can_redo(),
        &redo,
        Some(keys::REDO),
        Command::Redo,
    ));
    ui.separator();
    let selected: Vec<_> = state.selection.articles.iter().copied().collect();
    let has = !selected.is_empty();
    let details = Command::OpenDialog(Dialog::Details(selected.clone()));
    commands.extend(item_ui(ui, has, "Article details…", None, details));
    let remove = Command::Remove(selected);
    commands.extend(item_ui(ui, has, "Remove from the set", None, remove));
    ui.separator();
    let find = ui.add(Button::new("Find…").shortcut_text(shortcut_words(ui, keys::SEARCH)));
    if find.clicked() {
        drafts.wants_search = true;
    }
}

fn view_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    roomy(ui);
    let mut settings = state.settings.clone();
    let Settings {
        shows_articles,
        shows_evidence,
        shows_legend,
        ..
    } = &mut settings;
    panel_ui(ui, shows_articles, "Articles and filters", keys::ARTICLES);
    panel_ui(ui, shows_evidence, "Evidence", keys::EVIDENCE);
    panel_ui(ui, shows_legend, "Legend", keys::LEGEND);
    if settings != state.settings {
        commands.push(Command::SetSettings(settings));
    }
    let mut shows = state.settings.shows_grammar;
    ui.add_enabled_ui(!state.articles.is_empty(), |ui| {
        panel_ui(ui, &mut shows, "Grammar", keys::GRAMMAR);
    });
    if shows != state.settings.shows_grammar {
        commands.push(Command::ShowGrammar(shows));
    }
    ui.separator();
    let mut shows = state.view.filters.shows_minor;
    ui.add_enabled_ui(!state.found.events.is_empty(), |ui| {
        panel_ui(ui, &mut shows, "Minor events", keys::MINOR);
    });
    if shows != state.view.filters.shows_minor {
        commands.push(Command::ShowMinor(shows));
    }
    ui.menu_button("Lanes", |ui| {
        for lanes in top_bar::LANES {
            if ui
                .radio(state.view.lanes == lanes, top_bar::lane_words(lanes))
                .clicked()
            {
                commands.push(Command::SetLanes(lanes));
            }
        }
    });
    ui.menu_button("Order of lanes", |ui| {
        commands.extend(canvas_lanes::order_menu_ui(ui, state));
    });
    ui.menu_button("Theme", |ui| {
        for (theme, words) in THEMES {
            if ui.radio(state.settings.theme == theme, words).clicked() {
                commands.push(Command::SetTheme(theme));
            }
        }
    });
    ui.menu_button("Calendar", |ui| {
        commands.extend(calendar::calendar_menu_ui(ui, state));
    });
    commands.extend(motion_ui(ui, state));
    ui.separator();
    moves_ui(ui, state, commands);
}

/// Ways through time: closer, further, back and forward.
fn moves_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let has = !state.found.events.is_empty();
    let step = keys::ZOOM_STEP;
    let can_go_back = state.reader.is_some() || state.history.can_go_back();
    let can_go_forward = state.history.can_go_forward();
    for (is_enabled, words, key, command) in [
        (has, "Show all", keys::FIT, Command::SetWindow(None)),
        (
            state
                .selected_event()
                .is_some_and(|event| event.when.is_some()),
            "Zoom to the selection",
            keys::FIT_SELECTION,
            Command::ZoomToSelection,
        ),
        (has, "Zoom in", keys::ZOOM_IN, Command::Zoom(step)),
        (has, "Zoom out", keys::ZOOM_OUT, Command::Zoom(1.0 / step)),
        (can_go_back, "Back", keys::BACK, keys::back(state)),
        (can_go_forward, "Forward", keys::FORWARD, Command::Forward),
    ] {
        commands.extend(item_ui(ui, is_enabled, words, Some(key), command));
    }
}

fn motion_ui(ui: &mut Ui, state: &State) -> Option<Command> {
    let mut moves_less = state.settings.moves_less;
    let motion = ui.checkbox(&mut moves_less, "Reduce motion");
    let is_new = motion.on_hover_text(MOTION_TIP).changed();
    is_new.then(|| {
        Command::SetSettings(Settings {
            moves_less,
            ..state.settings.clone()
        })
    })
}

/// What the reader is told of the choice.
const MOTION_TIP: &str = "The timeline jumps to another place instead of gliding there. It also \
     does where the system is set to reduced motion.";
const THEMES: [(ThemeChoice, &str); 4] = [
    (ThemeChoice::System, "As the system"),
    (ThemeChoice::Light, "Light"),
    (ThemeChoice::Dark, "Dark"),
    (ThemeChoice::HighContrast, "High contrast"),
];

fn story_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    roomy(ui);
    let has = !state.found.events.is_empty();
    let articles = keys::articles_to_date(state);
    let can_date = !articles.is_empty();
    let date = Command::OpenDialog(Dialog::Details(articles));
    let mut add =
        |on, words, key, command| commands.extend(item_ui(ui, on, words, key, command));
    let has_days = 1 < news_days(state).len();
    let plays = state.replay.is_playing;
    let play = if plays { "Pause" } else { "Play day by day" };
    add(has_days, play, Some(keys::PLAY), Command::Play(!plays));
    let step = Command::StepDay;
    add(
        has_days,
        "Previous day with news",
        Some(keys::DAY_BEFORE),
        step(-1),
    );
    add(
        has_days,
        "Next day with news",
        Some(keys::DAY_AFTER),
        step(1),
    );
    let dialog = changes::latest(state).map_or(Command::CloseDialog, Command::OpenDialog);
    add(has_days, "What changed…", None, dialog);
    add(has, "Next event", Some(keys::NEXT), Command::StepEvent(1));
    add(
        has,
        "Previous event",
        Some(keys::PREVIOUS),
        Command::StepEvent(-1),
    );
    add(
        can_date,
        "Set publication date…",
        Some(keys::SET_DATE),
        date,
    );
    add(
        state.view.filters.hides_some(),
        "Show all kinds and statuses",
        None,
        Command::ClearFilters,
    );
    add(
        true,
        "Problems…",
        None,
        Command::OpenDialog(Dialog::Problems),
    );
}

fn help_ui(ui: &mut Ui, commands: &mut Vec<Command>) {
    roomy(ui);
    let keys_dialog = Command::OpenDialog(Dialog::Keys);
    commands.extend(item_ui(
        ui,
        true,
        "Keys and mouse",
        Some(keys::KEYS),
        keys_dialog,
    ));
    let about = Command::OpenDialog(Dialog::About);
    commands.extend(item_ui(ui, true, "About Dateline", None, about));
}

fn item_ui(
    ui: &mut Ui,
    is_enabled: bool,
    words: &str,
    key: Option<KeyboardShortcut>,
    command: Command,
) -> Option<Command> {
    let mut button = Button::new(words);
    if let Some(key) = key {
        button = button.shortcut_text(shortcut_words(ui, key));
    }
    ui.add_enabled(is_enabled, button)
        .clicked()
        .then_some(command)
}

/// A panel that is shown or not, with its key at the right as in other rows.
fn panel_ui(ui: &mut Ui, is_shown: &mut bool, words: &str, key: KeyboardShortcut) {
    let response = widgets::check_box(ui, is_shown, words);
    let painter = ui.painter();
    let at = pos2(ui.max_rect().right() - 8.0, response.rect.center().y);
    let color = ui.visuals().weak_text_color();
    let font = TextStyle::Button.resolve(ui.style());
    let key = shortcut_words(ui, key);
    painter.text(at, Align2::RIGHT_CENTER, key, font, color);
}

fn shortcut_words(ui: &Ui, key: KeyboardShortcut) -> String {
    ui.ctx().format_shortcut(&key)
}

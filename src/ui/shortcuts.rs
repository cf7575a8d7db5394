//! Keys and what they do; menus and the list of keys show the same.

use eframe::egui::{Context, Key, KeyboardShortcut, Modifiers, PointerButton};

use super::Drafts;
use crate::model::ArticleId;
use crate::session::{Command, Dialog, Settings, State};

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

/// Opens files.
pub(super) const OPEN_FILES: KeyboardShortcut = ctrl(Key::O);
/// Opens a folder.
pub(super) const OPEN_FOLDER: KeyboardShortcut = ctrl_shift(Key::O);
/// Opens a typed path.
pub(super) const OPEN_PATH: KeyboardShortcut = ctrl(Key::L);
/// Adds an article from text.
pub(super) const PASTE_ARTICLE: KeyboardShortcut = ctrl_shift(Key::V);
/// Exports.
pub(super) const EXPORT: KeyboardShortcut = ctrl(Key::E);
/// Closes all articles.
pub(super) const CLOSE_ALL: KeyboardShortcut = ctrl(Key::W);
/// Leaves.
pub(super) const QUIT: KeyboardShortcut = ctrl(Key::Q);
/// Undoes.
pub(super) const UNDO: KeyboardShortcut = ctrl(Key::Z);
/// Redoes.
pub(super) const REDO: KeyboardShortcut = ctrl_shift(Key::Z);
/// Redoes, as others have it.
pub(super) const REDO_TOO: KeyboardShortcut = ctrl(Key::Y);
/// Goes to the search field.
pub(super) const SEARCH: KeyboardShortcut = ctrl(Key::F);
/// Sets the publication date.
pub(super) const SET_DATE: KeyboardShortcut = ctrl(Key::D);
/// Shows or hides the left panel.
pub(super) const ARTICLES: KeyboardShortcut = ctrl(Key::Num1);
/// Shows or hides the right panel.
pub(super) const EVIDENCE: KeyboardShortcut = ctrl(Key::Num2);
/// Shows or hides the legend.
pub(super) const LEGEND: KeyboardShortcut = ctrl(Key::Num3);
/// Shows or hides the grammar of a sentence.
pub(super) const GRAMMAR: KeyboardShortcut = ctrl(Key::Num4);
/// Shows or hides minor events.
pub(super) const MINOR: KeyboardShortcut = ctrl(Key::Num5);
/// Goes back to the view before.
pub(super) const BACK: KeyboardShortcut = alt(Key::ArrowLeft);
/// Goes forward again.
pub(super) const FORWARD: KeyboardShortcut = alt(Key::ArrowRight);
/// Shows all of the timeline.
pub(super) const FIT: KeyboardShortcut = plain(Key::Home);
/// Shows the stretch of time of what is selected.
pub(super) const FIT_SELECTION: KeyboardShortcut = plain(Key::Z);
/// Zooms in.
pub(super) const ZOOM_IN: KeyboardShortcut = plain(Key::Plus);
/// Zooms out.
pub(super) const ZOOM_OUT: KeyboardShortcut = plain(Key::Minus);
/// Goes to the next event.
pub(super) const NEXT: KeyboardShortcut = plain(Key::ArrowRight);
/// Goes to the event before.
pub(super) const PREVIOUS: KeyboardShortcut = plain(Key::ArrowLeft);
/// Goes to the day with news before.
pub(super) const DAY_BEFORE: KeyboardShortcut = plain(Key::Comma);
/// Goes to the next day with news.
pub(super) const DAY_AFTER: KeyboardShortcut = plain(Key::Period);
/// Plays the story day by day, or pauses.
pub(super) const PLAY: KeyboardShortcut = plain(Key::P);
/// Lists the keys.
pub(super) const KEYS: KeyboardShortcut = plain(Key::F1);

/// One step of zoom.
pub(super) const ZOOM_STEP: f64 = 1.5;

/// What the reader's keys ask for.
pub(super) fn commands(ctx: &Context, state: &State, drafts: &mut Drafts) -> Vec<Command> {
    let mut commands = Vec::new();
    let pressed = |shortcut| ctx.input_mut(|input| input.consume_shortcut(&shortcut));
    if pressed(QUIT) {
        commands.push(Command::Quit);
    }
    if state.dialog.is_some() {
        return commands;
    }
    if pressed(SEARCH) {
        drafts.wants_search = true;
    }
    for (shortcut, command) in anywhere(state) {
        if pressed(shortcut) {
            commands.push(command);
        }
    }
    // The side buttons of a mouse mean the same wherever the pointer is.
    for (button, command) in [
        (PointerButton::Extra1, back(state)),
        (PointerButton::Extra2, Command::Forward),
    ] {
        if ctx.input(|input| input.pointer.button_pressed(button)) {
            commands.push(command);
        }
    }
    if ctx.text_edit_focused() {
        return commands;
    }
    for (shortcut, command) in outside_text_fields(state) {
        if pressed(shortcut) {
            commands.push(command);
        }
    }
    commands
}

/// The articles that are selected, else all without a stated date.
pub(super) fn articles_to_date(state: &State) -> Vec<ArticleId> {
    if !state.selection.articles.is_empty() {
        return state.selection.articles.iter().copied().collect();
    }
    let undated = state.articles.iter().filter(|a| !a.published.is_stated());
    undated.map(|article| article.id).collect()
}

/// From an article back to the timeline, and from there to the view before.
pub(super) fn back(state: &State) -> Command {
    match state.reader {
        Some(_) => Command::CloseReader,
        None => Command::Back,
    }
}

/// Those with more modifiers come first: a shortcut also takes keys with Shift added.
fn anywhere(state: &State) -> Vec<(KeyboardShortcut, Command)> {
    let toggled = |change: fn(&mut Settings)| {
        let mut settings = state.settings.clone();
        change(&mut settings);
        Command::SetSettings(settings)
    };
    let mut keys = vec![
        (OPEN_FOLDER, Command::AskFolder),
        (OPEN_FILES, Command::AskFiles),
        (OPEN_PATH, Command::OpenDialog(Dialog::OpenPath)),
        (PASTE_ARTICLE, Command::OpenDialog(Dialog::Paste)),
        (CLOSE_ALL, Command::CloseAll),
        (ARTICLES, toggled(|s| s.shows_articles = !s.shows_articles)),
        (EVIDENCE, toggled(|s| s.shows_evidence = !s.shows_evidence)),
        (LEGEND, toggled(|s| s.shows_legend = !s.shows_legend)),
        (KEYS, Command::OpenDialog(Dialog::Keys)),
    ];
    if !state.articles.is_empty() {
        let shows = !state.settings.shows_grammar;
        keys.push((GRAMMAR, Command::ShowGrammar(shows)));
    }
    if !state.found.events.is_empty() {
        let shows = !state.view.filters.shows_minor;
        keys.push((MINOR, Command::ShowMinor(shows)));
        keys.push((EXPORT, Command::OpenDialog(Dialog::Export)));
    }
    let articles = articles_to_date(state);
    if !articles.is_empty() {
        keys.push((SET_DATE, Command::OpenDialog(Dialog::Details(articles))));
    }
    keys
}

/// The timeline and the reader view take their own keys; these are for the whole window.
fn outside_text_fields(state: &State) -> [(KeyboardShortcut, Command); 8] {
    [
        (DAY_BEFORE, Command::StepDay(-1)),
        (DAY_AFTER, Command::StepDay(1)),
        (PLAY, Command::Play(!state.replay.is_playing)),
        (BACK, back(state)),
        (FORWARD, Command::Forward),
        (REDO, Command::Redo),
        (UNDO, Command::Undo),
        (REDO_TOO, Command::Redo),
    ]
}

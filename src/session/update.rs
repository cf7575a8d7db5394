//! The one place that changes the state: a table from command to handler.

use super::history::{Place, Step};
use super::{Command, Effect, State, Work};
use super::{replay, update_edit as edit, update_open as open, update_replay as days};
use super::{update_select as select, update_several as several};
use super::{update_step as step, update_view as view};

/// Carries out `command` and returns what must be done outside the state.
pub fn update(state: &mut State, command: Command) -> Vec<Effect> {
    let (step, from) = (Step::of(&command), Place::of(&state.view));
    let effects = carry_out(state, command);
    state.history.note(step, from, Place::of(&state.view));
    effects
}

fn carry_out(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::AskFiles => vec![Effect::AskFiles],
        Command::AskFolder => vec![Effect::AskFolder],
        Command::Open(paths) => open::open(state, paths),
        Command::OpenSample => open::open_sample(state),
        Command::Paste {
            text,
            title,
            source,
            published,
        } => open::paste(state, &text, &title, &source, published),
        Command::Loaded {
            run,
            articles,
            problems,
        } => open::loaded(state, run, articles, problems),
        Command::Extracted { run, found } => open::extracted(state, run, found),
        Command::Progressed { done, total } => progressed(state, done, total),
        Command::Cancel => open::cancel(state),
        Command::ExtractAgain => open::extract_again(state),
        Command::Remove(ids) => open::remove(state, &ids),
        Command::CloseAll => open::close_all(state),
        Command::SetPublished(ids, when) => edit::set_published(state, &ids, when),
        Command::SetAnchor(ids, anchor) => edit::set_anchor(state, &ids, anchor),
        Command::SetTitle(id, title) => edit::set_title(state, id, title),
        Command::SetSource(ids, source) => edit::set_source(state, &ids, source),
        Command::Undo => edit::undo(state),
        Command::Redo => edit::redo(state),
        Command::Export(request) => {
            if request.path.is_some() {
                state.notice = Some("Exporting…".to_owned());
            }
            vec![Effect::Export(request)]
        }
        Command::Quit => vec![Effect::Cancel, Effect::Quit],
        Command::Exported(outcome) => quietly(state, |state| exported(state, outcome)),
        Command::Notice(words) => quietly(state, |state| state.notice = Some(words)),
        command => update_what_is_shown(state, command),
    }
}

/// Commands that change nothing but what is shown, selected or set up.
fn update_what_is_shown(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::SelectEvent(id) => select::event(state, id),
        Command::ToggleEvent(id) => several::toggle(state, id),
        Command::SelectThrough(id) => several::through(state, id),
        Command::SelectEvents(ids) => several::events(state, ids),
        Command::SelectAll => several::all(state),
        Command::ShowEvent(id) => several::show(state, id),
        Command::SelectMention(index) => select::mention(state, index),
        Command::SelectArticles(ids) => select::articles(state, ids),
        Command::StepEvent(steps) => step::step(state, steps),
        Command::StepInLane(way) => step::step_in_lane(state, way),
        Command::StepLane(way) => step::step_lane(state, way),
        Command::Read(id, span) => select::read(state, id, span),
        Command::PointAt(byte) => state.pointed = Some(byte),
        Command::CloseReader => select::close_reader(state),
        Command::Zoom(factor) => view::zoom(state, factor),
        Command::SetWindow(window) => state.view.window = window,
        Command::ZoomToSelection => view::zoom_to_selection(state),
        Command::MoveTo(window) => state.view.window = Some(window),
        Command::Reveal { window, scroll_px } => view::reveal(state, window, scroll_px),
        Command::Back => state.history.back(&mut state.view),
        Command::Forward => state.history.forward(&mut state.view),
        Command::ScrollTo(scroll_px) => state.view.scroll_px = scroll_px.max(0.0),
        Command::ArrangeLanes(set) => state.view.lane_set = set,
        Command::SetLanes(lanes) => view::set_lanes(state, lanes),
        Command::ShowKind(kind, shows) => view::show_kind(state, kind, shows),
        Command::ShowStatus(status, shows) => view::show_status(state, status, shows),
        Command::ShowMinor(shows) => view::show_minor(state, shows),
        Command::ClearFilters => view::clear_filters(state),
        Command::Search(words) => view::search(state, words),
        Command::SetToday(day) => state.today = Some(day),
        Command::OpenDialog(dialog) => {
            state.dialog = Some(dialog);
            return replay::weave_next(state);
        }
        Command::CloseDialog => state.dialog = None,
        Command::ShowGrammar(shows) => return select::show_grammar(state, shows),
        Command::SetTheme(theme) => return view::set_theme(state, theme),
        Command::SetSettings(settings) => return view::set_settings(state, settings),
        command => return go_through_days(state, command),
    }
    Vec::new()
}

/// Commands of what was known when.
fn go_through_days(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::SetAsOf(day) => days::set_as_of(state, day),
        Command::StepDay(steps) => days::step_day(state, steps),
        Command::Play(plays) => days::play(state, plays),
        Command::SetSpeed(speed) => quietly(state, |state| state.replay.speed = speed),
        Command::Tick => days::tick(state),
        Command::Woven { run, day, found } => days::woven(state, run, day, found),
        _ => Vec::new(),
    }
}

fn quietly(state: &mut State, change: impl FnOnce(&mut State)) -> Vec<Effect> {
    change(state);
    Vec::new()
}

fn progressed(state: &mut State, done: usize, total: usize) -> Vec<Effect> {
    if let Some(work) = state.work.as_mut() {
        *work = Work {
            done,
            total,
            ..*work
        };
    }
    Vec::new()
}

fn exported(state: &mut State, outcome: Result<String, crate::model::Problem>) {
    match outcome {
        Ok(words) => {
            state.notice = Some(words);
            state
                .dialog
                .take_if(|dialog| *dialog == super::Dialog::Export);
        }
        Err(problem) => {
            state.notice = Some(format!("Not exported: {}", problem.message));
            state.problems.push(problem);
        }
    }
}

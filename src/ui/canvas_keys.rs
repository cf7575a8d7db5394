//! What keys do on the timeline, and where the focus goes.

use eframe::egui::{self, EventFilter, Key, Modifiers, Response, Ui};

use super::canvas_input::{Sight, on_calendar};
use super::canvas_marks::{Mark, is_shown, read};
use super::reader::ask_to_scroll;
use super::shortcuts;
use crate::layout::{TimeWindow, fit};
use crate::session::{Command, State, visible_events};

/// Page Up and Page Down keep some of what was visible.
const PAGE: f64 = 0.8;

/// Keys work when nothing else has the focus; a mark that has it hands it on to the event that
/// the arrows step to.
pub(super) fn keyboard(
    ui: &Ui,
    state: &State,
    ground: &Response,
    marks: &[Mark<'_>],
    sight: &Sight,
) -> Vec<Command> {
    let focused = ui.memory(egui::Memory::focused);
    let has_mark = marks.iter().any(|mark| mark.response.has_focus());
    let is_ours = focused.is_none() || has_mark || ground.has_focus();
    if !is_ours || state.dialog.is_some() || egui::Popup::is_any_open(ui.ctx()) {
        return Vec::new();
    }
    if let Some(id) = focused {
        let filter = EventFilter {
            tab: false,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: false,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    let moves = ground.id.with("focus moves");
    if has_mark && ui.input(|i| i.key_pressed(Key::ArrowLeft) || i.key_pressed(Key::ArrowRight))
    {
        ui.data_mut(|data| data.insert_temp(moves, true));
    } else if ui
        .data_mut(|data| data.remove_temp::<bool>(moves))
        .is_some()
    {
        let next = marks
            .iter()
            .find(|mark| is_shown(state, &mark.group.target));
        next.inspect(|mark| mark.response.request_focus());
    }
    let mut commands = keys(ui, state, sight);
    if !has_mark && ui.input_mut(|i| i.consume_key(egui::Modifiers::NONE, Key::Enter)) {
        ask_to_scroll(ui.ctx());
        commands.extend(state.selected_event().and_then(read));
    }
    commands
}

/// The commands of the keys pressed since the last frame; they are taken, so that nothing else
/// acts on them.
fn keys(ui: &Ui, state: &State, sight: &Sight) -> Vec<Command> {
    let took = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let (plain, ctrl) = (Modifiers::NONE, Modifiers::COMMAND);
    let mut commands = Vec::new();
    if took(ctrl, Key::Home) {
        commands.push(to_end(state, sight, false));
    }
    if took(ctrl, Key::End) || took(plain, Key::End) {
        commands.push(to_end(state, sight, true));
    }
    if took(ctrl, Key::A) {
        commands.push(Command::SelectAll);
    }
    let pan = |pages: f64| {
        let days = pages * PAGE * sight.window.width_days();
        Command::MoveTo(on_calendar(sight.window.pan(days)))
    };
    let zoom = shortcuts::ZOOM_STEP;
    let table: [(&[Key], Command); 10] = [
        (&[Key::ArrowLeft], Command::StepEvent(-1)),
        (&[Key::ArrowRight], Command::StepEvent(1)),
        (&[Key::Plus, Key::Equals], Command::Zoom(zoom)),
        (&[Key::Minus], Command::Zoom(1.0 / zoom)),
        (&[Key::Home, Key::Num0], Command::SetWindow(None)),
        (&[Key::Z], Command::ZoomToSelection),
        (&[Key::PageUp], pan(-1.0)),
        (&[Key::PageDown], pan(1.0)),
        (
            &[Key::ArrowUp],
            Command::ScrollTo((sight.scroll_px - 30.0).max(0.0)),
        ),
        (
            &[Key::ArrowDown],
            Command::ScrollTo((sight.scroll_px + 30.0).min(sight.max_scroll_px)),
        ),
    ];
    for (keys, command) in table {
        if keys.iter().any(|key| took(plain, *key)) {
            commands.push(command);
        }
    }
    if state.selection.event.is_some() && took(plain, Key::Escape) {
        commands.push(Command::SelectEvent(None));
    }
    commands
}

/// Moves, without zooming, to where the story begins or ends.
fn to_end(state: &State, sight: &Sight, is_last: bool) -> Command {
    let all = fit(&visible_events(state), &state.articles);
    let width = sight.window.width_days();
    let window = if is_last {
        TimeWindow::new(all.end_days - width, all.end_days)
    } else {
        TimeWindow::new(all.start_days, all.start_days + width)
    };
    Command::SetWindow(Some(window))
}

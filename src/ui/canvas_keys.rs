//! What keys do on the timeline, and where the focus goes.

use eframe::egui::{self, EventFilter, Id, Key, Modifiers, Response, Ui};

use super::canvas_input::{Sight, on_calendar};
use super::canvas_marks::{Mark, is_shown, read};
use super::reader::ask_to_scroll;
use super::shortcuts;
use crate::layout::TimeWindow;
use crate::session::{Command, State, shown};

/// Page Up and Page Down keep some of what was visible.
const PAGE: f64 = 0.8;
/// One press scrolls the lanes by a row.
const SCROLL_PX: f32 = 30.0;
/// So long the focus waits for an event to come into sight.
const FRAMES_TO_FOLLOW: u8 = 6;

/// Keys work when nothing else has the focus. It goes with the reader from event to event.
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
    let waits = ground.id.with("focus follows");
    follow(ui, waits, state, marks);
    let mut commands = keys(ui, state, sight);
    if commands.iter().any(is_step) {
        ui.data_mut(|data| data.insert_temp(waits, FRAMES_TO_FOLLOW));
    }
    if !has_mark && ui.input_mut(|i| i.consume_key(egui::Modifiers::NONE, Key::Enter)) {
        ask_to_scroll(ui.ctx());
        commands.extend(state.selected_event().and_then(read));
    }
    commands
}

/// Gives the focus to the mark of the event that was stepped to, so that it is read aloud. Until
/// the event is in sight some frames may pass.
fn follow(ui: &Ui, waits: Id, state: &State, marks: &[Mark<'_>]) {
    let Some(left) = ui.data_mut(|data| data.remove_temp::<u8>(waits)) else {
        return;
    };
    let next = marks
        .iter()
        .find(|mark| is_shown(state, &mark.group.target));
    match (next, left.checked_sub(1)) {
        (Some(mark), _) => mark.response.request_focus(),
        (None, Some(left)) => {
            ui.data_mut(|data| data.insert_temp(waits, left));
            ui.ctx().request_repaint();
        }
        (None, None) => (),
    }
}

fn is_step(command: &Command) -> bool {
    matches!(
        command,
        Command::StepEvent(_) | Command::StepInLane(_) | Command::StepLane(_)
    )
}

/// The commands of the keys pressed since the last frame; they are taken, so that nothing else
/// acts on them.
fn keys(ui: &Ui, state: &State, sight: &Sight) -> Vec<Command> {
    let took = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let (plain, ctrl, alt) = (Modifiers::NONE, Modifiers::COMMAND, Modifiers::ALT);
    let pan = |pages: f64| {
        let days = pages * PAGE * sight.target.width_days();
        Command::MoveTo(on_calendar(sight.target.pan(days)))
    };
    let scroll = |by_px: f32| {
        let to_px = sight.scroll_px + by_px;
        Command::ScrollTo(to_px.clamp(0.0, sight.max_scroll_px))
    };
    let zoom = shortcuts::ZOOM_STEP;
    // Those with a modifier come first: keys are also taken with Shift or Alt added.
    let table: [(Modifiers, &[Key], Command); 15] = [
        (ctrl, &[Key::A], Command::SelectAll),
        (ctrl, &[Key::ArrowLeft], Command::StepInLane(-1)),
        (ctrl, &[Key::ArrowRight], Command::StepInLane(1)),
        (alt, &[Key::ArrowUp], scroll(-SCROLL_PX)),
        (alt, &[Key::ArrowDown], scroll(SCROLL_PX)),
        (plain, &[Key::ArrowLeft], Command::StepEvent(-1)),
        (plain, &[Key::ArrowRight], Command::StepEvent(1)),
        (plain, &[Key::ArrowUp], Command::StepLane(-1)),
        (plain, &[Key::ArrowDown], Command::StepLane(1)),
        (plain, &[Key::Plus, Key::Equals], Command::Zoom(zoom)),
        (plain, &[Key::Minus], Command::Zoom(1.0 / zoom)),
        (plain, &[Key::Home, Key::Num0], Command::SetWindow(None)),
        (plain, &[Key::Z], Command::ZoomToSelection),
        (plain, &[Key::PageUp], pan(-1.0)),
        (plain, &[Key::PageDown], pan(1.0)),
    ];
    let mut commands = Vec::new();
    for (modifiers, keys, command) in table {
        if keys.iter().any(|key| took(modifiers, *key)) {
            commands.push(command);
        }
    }
    // All events are looked at only once the key is pressed.
    if took(ctrl, Key::Home) {
        commands.push(to_end(state, sight, false));
    }
    if took(ctrl, Key::End) || took(plain, Key::End) {
        commands.push(to_end(state, sight, true));
    }
    if state.selection.event.is_some() && took(plain, Key::Escape) {
        commands.push(Command::SelectEvent(None));
    }
    commands
}

/// Moves, without zooming, to where the story begins or ends.
fn to_end(state: &State, sight: &Sight, is_last: bool) -> Command {
    let all = shown(state).visible.fit;
    let width = sight.target.width_days();
    let window = if is_last {
        TimeWindow::new(all.end_days - width, all.end_days)
    } else {
        TimeWindow::new(all.start_days, all.start_days + width)
    };
    Command::SetWindow(Some(window))
}

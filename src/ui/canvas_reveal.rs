//! What is selected elsewhere comes into sight on the timeline.

use eframe::egui::{Id, Ui};

use super::canvas_input::Sight;
use super::canvas_marks::go_to;
use crate::layout::Layout;
use crate::model::EventId;
use crate::session::{Command, State};

/// Free space kept above and below the row of what is revealed.
const ROOM_PX: f32 = 24.0;

/// Moves to an event that was selected since the last frame, as far as it is out of sight.
pub(super) fn reveal(
    ui: &Ui,
    id: Id,
    state: &State,
    layout: &Layout,
    sight: &Sight,
) -> Option<Command> {
    let key = id.with("revealed");
    let revealed = ui.data(|data| data.get_temp::<Option<EventId>>(key));
    let selected = state.selection.event.clone();
    // On the way elsewhere it is not known yet what will be in sight.
    if revealed.as_ref() == Some(&selected) || sight.window != sight.target {
        return None;
    }
    let in_time = |id: &EventId| {
        let when = state.event(id).and_then(|event| event.when.as_ref());
        layout.selected_y.is_some() || when.is_none()
    };
    match &selected {
        // The lanes are known only once the window shows the event: the next frame goes on.
        Some(event) if !in_time(event) && revealed.is_some() => {
            ui.data_mut(|data| data.remove::<Option<EventId>>(key));
            let window = go_to(state, event, sight.target)?;
            Some(Command::Reveal {
                window: Some(window),
                scroll_px: None,
            })
        }
        _ => {
            ui.data_mut(|data| data.insert_temp(key, selected));
            scroll(layout, sight)
        }
    }
}

fn scroll(layout: &Layout, sight: &Sight) -> Option<Command> {
    let y = layout.selected_y?;
    let (top, bottom) = (layout.plot.y + ROOM_PX, layout.plot.bottom() - ROOM_PX);
    let beyond = (y - bottom).max(0.0) - (top - y).max(0.0);
    if beyond.abs() < 1.0 || bottom <= top {
        return None;
    }
    let to_px = (layout.scroll_px + beyond).clamp(0.0, sight.max_scroll_px);
    Some(Command::Reveal {
        window: None,
        scroll_px: Some(to_px),
    })
}

//! Tells a script that looks at a real window when and where events are on the screen.

use std::io::Write as _;

use eframe::egui;

use crate::model::EventId;
use crate::session::State;
use crate::ui::marks;

/// Writes lines to stderr: `dateline: event X Y TITLE` for each mark, then `dateline: ready`, and
/// `dateline: selected TITLE` whenever the selection changes. Positions are pixels of the window.
#[derive(Debug, Default)]
pub(super) struct Announcer {
    is_ready: bool,
    selected: Option<EventId>,
}

impl Announcer {
    /// Looks at what was painted.
    pub(super) fn after_frame(&mut self, ctx: &egui::Context, state: &State) {
        let marks = marks::painted(ctx);
        if !self.is_ready && state.work.is_none() && !marks.is_empty() {
            self.is_ready = true;
            for mark in &marks {
                let at = mark.rect.center() * ctx.pixels_per_point();
                say(&format!("event {:.0} {:.0} {}", at.x, at.y, mark.title));
            }
            say("ready");
        }
        if self.selected != state.selection.event {
            self.selected.clone_from(&state.selection.event);
            if let Some(event) = state.selected_event() {
                say(&format!("selected {}", event.title));
            }
        }
    }
}

/// A closed stderr is no reason to stop.
fn say(words: &str) {
    drop(writeln!(std::io::stderr().lock(), "dateline: {words}"));
}

//! Tells a script that looks at a real window when and where events are on the screen.

use std::io::Write as _;

use eframe::egui;

use crate::model::EventId;
use crate::session::State;
use crate::ui::marks;

/// Writes lines to stderr: `dateline: event X Y TITLE` for each mark where it comes to rest, then `dateline: ready`, and
/// `dateline: selected TITLE` whenever the selection changes. Positions are pixels of the window.
#[derive(Debug, Default)]
pub(super) struct Announcer {
    is_ready: bool,
    /// The lines of the marks as last painted, and since when they stand so, in seconds.
    seen: (Vec<String>, f64),
    selected: Option<EventId>,
}

impl Announcer {
    /// Looks at what was painted.
    pub(super) fn after_frame(&mut self, ctx: &egui::Context, state: &State) {
        let marks = marks::painted(ctx);
        if !self.is_ready && state.work.is_none() && !marks.is_empty() {
            let lines = marks.iter().map(|mark| {
                let at = mark.rect.center() * ctx.pixels_per_point();
                format!("event {:.0} {:.0} {}", at.x, at.y, mark.title)
            });
            self.wait_until_still(ctx, lines.collect());
        }
        if self.selected != state.selection.event {
            self.selected.clone_from(&state.selection.event);
            if let Some(event) = state.selected_event() {
                say(&format!("selected {}", event.title));
            }
        }
    }

    /// Says where the marks are once they do not move any more: rows and window glide at first.
    fn wait_until_still(&mut self, ctx: &egui::Context, lines: Vec<String>) {
        const STILL_S: f64 = 0.5;
        let now_s = ctx.input(|input| input.time);
        let (seen, since_s) = &mut self.seen;
        if *seen != lines {
            (*seen, *since_s) = (lines, now_s);
        }
        if now_s - *since_s < STILL_S {
            ctx.request_repaint();
            return;
        }
        self.is_ready = true;
        for line in std::mem::take(seen) {
            say(&line);
        }
        say("ready");
    }
}

/// A closed stderr is no reason to stop.
fn say(words: &str) {
    drop(writeln!(std::io::stderr().lock(), "dateline: {words}"));
}

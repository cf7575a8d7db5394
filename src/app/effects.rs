//! Carries out what the state asks of the outside world.

use eframe::egui;

use super::{DatelineApp, dialogs};
use crate::session::Effect;

impl DatelineApp {
    /// Carries out one effect; long ones go to a thread and come back as a command.
    pub(super) fn carry_out(&mut self, ctx: &egui::Context, effect: Effect) {
        match effect {
            Effect::AskFiles => self.jobs.ask(dialogs::files),
            Effect::AskFolder => self.jobs.ask(dialogs::folder),
            Effect::Load {
                run,
                paths,
                first_id,
            } => self.jobs.load(run, paths, first_id),
            Effect::Extract { run, articles } => self.jobs.extract(run, articles),
            Effect::Weave {
                run,
                day,
                found,
                articles,
            } => self.jobs.weave(run, day, found, articles),
            Effect::Cancel => self.jobs.cancel(),
            Effect::Export(request) => self.jobs.export(&self.state, request),
            Effect::SaveSettings => self.save_settings(),
            Effect::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        }
    }
}

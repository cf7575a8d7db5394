//! The window: runs the effects that commands ask for (dialogs, files, threads).

mod announce;
mod clock;
mod dialogs;
mod dropped;
mod effects;
mod frame_times;
mod jobs;
mod landmarks_file;
mod launch;
mod picture;
mod place;
mod preview;
mod settings_file;
mod system_look;

use std::path::PathBuf;
use std::time::Duration;

use eframe::egui;

use self::announce::Announcer;
use self::frame_times::FrameTimes;
use self::jobs::Jobs;
use self::preview::Previews;
use self::system_look::SystemLook;
use crate::session::crowd::{self, Spread};
use crate::session::{Command, Settings, State, update};
use crate::ui::{self, Drafts};

pub use clock::Clock;
pub use launch::run;

/// Dialogs and tooltips take their size in one frame and are painted in the next.
const FRAMES_AFTER_A_CHANGE: u8 = 3;
/// While work goes on, the status bar is brought up to date this often.
const PROGRESS_EVERY: Duration = Duration::from_millis(100);

/// What to begin with.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Files and folders to open.
    pub paths: Vec<PathBuf>,
    /// Open the bundled sample.
    pub sample: bool,
    /// Where settings are kept; `None` keeps none.
    pub settings_path: Option<PathBuf>,
    /// Say on stderr when the first events are on the screen and where, for scripts that look at
    /// a real window.
    pub announces: bool,
    /// Open so many made-up events, and say on stderr how long frames take.
    pub crowd: Option<(usize, Spread)>,
    /// Ask the desktop whether it prefers dark, and less motion.
    pub asks_desktop: bool,
    /// Language and region for the calendar (`de-CH`); English without.
    pub place: Option<String>,
    /// Tells what day it is; without one no line of today is drawn.
    pub clock: Option<Clock>,
}

/// The program in its window.
#[derive(Debug)]
pub struct DatelineApp {
    state: State,
    drafts: Drafts,
    jobs: Jobs,
    previews: Previews,
    settings_path: Option<PathBuf>,
    saved: Settings,
    system_look: Option<SystemLook>,
    clock: Option<Clock>,
    announcer: Option<Announcer>,
    frame_times: Option<FrameTimes>,
    frames_to_paint: u8,
}

impl DatelineApp {
    /// Sets up fonts and styles, reads the settings and opens what `start` names.
    pub fn new(cc: &eframe::CreationContext<'_>, start: Start) -> Self {
        ui::style::install(&cc.egui_ctx);
        if start.announces {
            ui::marks::want(&cc.egui_ctx);
        }
        let settings = settings_file::load(start.settings_path.as_deref());
        let mut app = Self {
            state: State {
                settings: settings.clone(),
                place: start.place,
                ..State::default()
            },
            drafts: Drafts::default(),
            jobs: Jobs::new(cc.egui_ctx.clone()),
            previews: Previews::default(),
            settings_path: start.settings_path,
            saved: settings,
            system_look: start.asks_desktop.then(SystemLook::default),
            clock: start.clock,
            announcer: start.announces.then(Announcer::default),
            frame_times: start.crowd.map(|_| FrameTimes::default()),
            frames_to_paint: FRAMES_AFTER_A_CHANGE,
        };
        if let Some((n_events, spread)) = start.crowd {
            crowd::fill(&mut app.state, n_events, spread);
        }
        if start.sample {
            app.run(&cc.egui_ctx, Command::OpenSample);
        }
        if !start.paths.is_empty() {
            app.run(&cc.egui_ctx, Command::Open(start.paths));
        }
        app
    }

    /// What the window shows.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Carries out one command with its effects.
    pub fn run(&mut self, ctx: &egui::Context, command: Command) {
        for effect in update(&mut self.state, command) {
            self.carry_out(ctx, effect);
        }
    }

    fn save_settings(&mut self) {
        if self.saved == self.state.settings {
            return;
        }
        self.saved = self.state.settings.clone();
        let Some(path) = self.settings_path.as_deref() else {
            return;
        };
        if let Err(problem) = settings_file::save(path, &self.saved) {
            self.state.notice = Some(problem.message.clone());
            self.state.problems.push(problem);
        }
    }

    fn note_window_size(&mut self, ctx: &egui::Context) {
        let size = ctx
            .input(|input| input.viewport().inner_rect)
            .map(|rect| rect.size());
        if let Some(size) = size {
            self.state.settings.window_width_px = size.x;
            self.state.settings.window_height_px = size.y;
        }
    }
}

impl eframe::App for DatelineApp {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        for command in self.jobs.finished() {
            self.run(ctx, command);
        }
        if let Some(command) = dropped::commands(ctx) {
            self.run(ctx, command);
        }
        if self.state.work.is_some() {
            if let Some((done, total)) = self.jobs.progress() {
                self.run(ctx, Command::Progressed { done, total });
            }
            ctx.request_repaint_after(PROGRESS_EVERY);
        }
        self.note_window_size(ctx);
        let another_day = (self.clock).and_then(|clock| clock::follow(ctx, &self.state, clock));
        if let Some(command) = another_day {
            self.run(ctx, command);
        }
        if let Some(system_look) = &mut self.system_look {
            system_look.follow(ctx);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        if let Some(frame_times) = &mut self.frame_times {
            frame_times.note(frame.info().cpu_usage);
        }
        ui::style::choose(&ctx, self.state.settings.theme);
        let system_moves_less = self
            .system_look
            .as_ref()
            .is_some_and(|look| look.moves_less);
        ui::style::move_less(&ctx, self.state.settings.moves_less || system_moves_less);
        let commands = ui::window_ui(ui, &self.state, &mut self.drafts);
        if let Some(form) = self.drafts.export_form() {
            self.previews.follow(&ctx, &self.state, form);
        }
        dropped::overlay_ui(ui);
        if let Some(announcer) = &mut self.announcer {
            announcer.after_frame(&ctx, &self.state);
        }
        if !commands.is_empty() {
            self.frames_to_paint = FRAMES_AFTER_A_CHANGE;
        }
        if let Some(left) = self.frames_to_paint.checked_sub(1) {
            self.frames_to_paint = left;
            ctx.request_repaint();
        }
        for command in commands {
            self.run(&ctx, command);
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.save_settings();
        self.jobs.finish();
    }
}

//! What the reader asked of the desktop: dark or light, and less motion.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::Builder;
use std::time::Duration;

use eframe::egui;
use mundy::{ColorScheme, Interest, Preferences, ReducedMotion};

/// So long a thread of its own waits for an answer; the next entering of the window asks again.
const PATIENCE: Duration = Duration::from_secs(2);

/// Asks at the start and whenever the window is entered again; never waits for the answer.
#[derive(Debug, Default)]
pub(super) struct SystemLook {
    was_focused: bool,
    answer: Option<Receiver<Option<Preferences>>>,
    /// The desktop asks for less motion.
    pub(super) moves_less: bool,
}

impl SystemLook {
    /// Takes an answer that has come, and asks if it is time to.
    pub(super) fn follow(&mut self, ctx: &egui::Context) {
        match self.answer.as_ref().map(Receiver::try_recv) {
            Some(Ok(answer)) => {
                self.answer = None;
                if let Some(preferences) = answer {
                    self.heed(ctx, preferences);
                }
            }
            Some(Err(TryRecvError::Disconnected)) => self.answer = None,
            _ => (),
        }
        let is_focused = ctx.input(|input| input.viewport().focused.unwrap_or(false));
        let is_entered = is_focused && !self.was_focused;
        self.was_focused = is_focused;
        if is_entered && self.answer.is_none() {
            self.ask(ctx.clone());
        }
    }

    fn heed(&mut self, ctx: &egui::Context, preferences: Preferences) {
        let theme = match preferences.color_scheme {
            ColorScheme::Dark => egui::Theme::Dark,
            ColorScheme::Light | ColorScheme::NoPreference => egui::Theme::Light,
        };
        // On Linux the window system does not tell; where it does, that goes before.
        ctx.options_mut(|options| options.fallback_theme = theme);
        self.moves_less = preferences.reduced_motion == ReducedMotion::Reduce;
    }

    fn ask(&mut self, ctx: egui::Context) {
        let (sender, receiver) = channel();
        self.answer = Some(receiver);
        let ask = move || {
            let wanted = Interest::ColorScheme | Interest::ReducedMotion;
            if sender
                .send(Preferences::once_blocking(wanted, PATIENCE))
                .is_ok()
            {
                ctx.request_repaint();
            }
        };
        // macOS answers at once, and only to the thread of the window.
        if cfg!(target_os = "macos") {
            ask();
            return;
        }
        let thread = Builder::new().name("dateline-look".to_owned());
        if thread.spawn(ask).is_err() {
            self.answer = None;
        }
    }
}

//! Whether the desktop prefers dark, asked of its settings portal: the window system does not tell
//! on Linux.

use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::Builder;

use eframe::egui;

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const OBJECT: &str = "/org/freedesktop/portal/desktop";
const SETTINGS: &str = "org.freedesktop.portal.Settings";
const APPEARANCE: &str = "org.freedesktop.appearance";
const KEY: &str = "color-scheme";

/// Asks at the start and whenever the window is entered again; never waits for the answer.
#[derive(Debug, Default)]
pub(super) struct SystemTheme {
    was_focused: bool,
    answer: Option<Receiver<Option<egui::Theme>>>,
}

impl SystemTheme {
    /// Takes an answer that has come, and asks if it is time to.
    pub(super) fn follow(&mut self, ctx: &egui::Context) {
        match self.answer.as_ref().map(Receiver::try_recv) {
            Some(Ok(theme)) => {
                self.answer = None;
                if let Some(theme) = theme {
                    ctx.options_mut(|options| options.fallback_theme = theme);
                }
            }
            Some(Err(TryRecvError::Disconnected)) => self.answer = None,
            _ => (),
        }
        let is_focused = ctx.input(|input| input.viewport().focused.unwrap_or(false));
        let is_entered = is_focused && !self.was_focused;
        self.was_focused = is_focused;
        if is_entered && self.answer.is_none() && cfg!(target_os = "linux") {
            self.ask(ctx.clone());
        }
    }

    fn ask(&mut self, ctx: egui::Context) {
        let (sender, receiver) = channel();
        let asking = Builder::new()
            .name("dateline-theme".to_owned())
            .spawn(move || {
                if sender.send(answer()).is_ok() {
                    ctx.request_repaint();
                }
            });
        self.answer = asking.is_ok().then_some(receiver);
    }
}

/// The first of the desktop's own tools that is there and gets an answer.
fn answer() -> Option<egui::Theme> {
    let method = format!("{SETTINGS}.Read");
    let gdbus = [
        "call",
        "--session",
        "--timeout",
        "2",
        "--dest",
        PORTAL,
        "--object-path",
        OBJECT,
        "--method",
        &method,
        APPEARANCE,
        KEY,
    ];
    let (dest, area, key) = (
        format!("--dest={PORTAL}"),
        format!("string:{APPEARANCE}"),
        format!("string:{KEY}"),
    );
    let dbus_send = [
        "--session",
        "--print-reply=literal",
        "--reply-timeout=2000",
        &dest,
        OBJECT,
        &method,
        &area,
        &key,
    ];
    let busctl = [
        "--user",
        "--timeout=2",
        "call",
        PORTAL,
        OBJECT,
        SETTINGS,
        "Read",
        "ss",
        APPEARANCE,
        KEY,
    ];
    theme_in(&said("gdbus", &gdbus)?)
        .or_else(|| theme_in(&said("dbus-send", &dbus_send)?))
        .or_else(|| theme_in(&said("busctl", &busctl)?))
}

/// What a tool prints; empty if it is not there or fails.
fn said(tool: &str, arguments: &[&str]) -> Option<String> {
    std::env::var_os("DBUS_SESSION_BUS_ADDRESS")
        .or_else(|| std::env::var_os("XDG_RUNTIME_DIR"))?;
    let run = Command::new(tool)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output();
    let printed = run.ok().filter(|output| output.status.success());
    Some(printed.map_or_else(String::new, |output| {
        String::from_utf8_lossy(&output.stdout).into_owned()
    }))
}

/// `(<<uint32 1>>,)`, `variant variant uint32 1` and `v v u 1` all say dark; 2 is light, 0 either.
fn theme_in(printed: &str) -> Option<egui::Theme> {
    let digits = |c: char| !c.is_ascii_digit();
    match printed.split(digits).rfind(|number| !number.is_empty())? {
        "1" => Some(egui::Theme::Dark),
        "0" | "2" => Some(egui::Theme::Light),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_all_tools_are_understood() {
        let (dark, light) = (Some(egui::Theme::Dark), Some(egui::Theme::Light));
        for (printed, expected) in [
            ("(<<uint32 1>>,)\n", dark),
            ("(<uint32 2>,)\n", light),
            ("   variant       variant          uint32 1\n", dark),
            ("v v u 0\n", light),
            ("", None),
            ("Error: no such method\n", None),
            ("v v u 77\n", None),
        ] {
            assert_eq!(theme_in(printed), expected, "{printed:?}");
        }
    }
}

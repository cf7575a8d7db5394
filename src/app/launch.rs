//! Opens the window, or says in one line why there is none.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui;

use super::{DatelineApp, Start, clock, place, settings_file};

const SIZE_PX: [f32; 2] = [1280.0, 800.0];
const MIN_SIZE_PX: [f32; 2] = [800.0, 520.0];
/// Set by scripts that look at a real window (see [`Start::announces`]).
const ANNOUNCE: &str = "DATELINE_ANNOUNCE";

/// Shows the window until it is closed. The error is one line for stderr.
pub fn run(start: Start) -> Result<(), String> {
    let start = Start {
        settings_path: start.settings_path.or_else(settings_file::default_path),
        asks_desktop: true,
        place: start.place.or_else(place::of_system),
        clock: start.clock.or(Some(clock::of_machine)),
        announces: start.announces || std::env::var_os(ANNOUNCE).is_some(),
        ..start
    };
    let is_open = Arc::new(AtomicBool::new(false));
    let opened = Arc::clone(&is_open);
    let options = options(start.settings_path.as_deref());
    // A missing libxkbcommon-x11 panics inside the window crates instead of returning an error.
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        eframe::run_native(
            "dateline",
            options,
            Box::new(move |cc| {
                opened.store(true, Ordering::Relaxed);
                Ok(Box::new(DatelineApp::new(cc, start)))
            }),
        )
    }));
    match outcome {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(no_window(&error.to_string())),
        Err(panic) if is_open.load(Ordering::Relaxed) => {
            let words = first_line(panic_words(panic.as_ref()));
            Err(format!("a fault in the program ended it ({words})"))
        }
        Err(panic) => Err(no_window(panic_words(panic.as_ref()))),
    }
}

fn options(settings_path: Option<&std::path::Path>) -> eframe::NativeOptions {
    let settings = settings_file::load(settings_path);
    let known = [settings.window_width_px, settings.window_height_px];
    let is_usable = MIN_SIZE_PX.iter().zip(known).all(|(min, px)| *min <= px);
    eframe::NativeOptions {
        renderer: eframe::Renderer::Glow,
        viewport: egui::ViewportBuilder::default()
            .with_title("Dateline")
            .with_app_id("dateline")
            .with_inner_size(if is_usable { known } else { SIZE_PX })
            .with_min_inner_size(MIN_SIZE_PX)
            .with_drag_and_drop(true),
        ..eframe::NativeOptions::default()
    }
}

fn no_window(reason: &str) -> String {
    // winit puts the place in its own source before the reason.
    let reason = first_line(reason);
    let at_source = reason
        .split_once(".rs:")
        .and_then(|(_, rest)| rest.split_once(": "));
    let reason = at_source
        .map_or(reason, |(_, reason)| reason)
        .trim_end_matches('.');
    format!("cannot open a window ({reason}); `dateline export` makes pictures without one")
}

fn first_line(words: &str) -> &str {
    words.lines().next().unwrap_or_default()
}

fn panic_words(panic: &(dyn std::any::Any + Send)) -> &str {
    let owned = panic.downcast_ref::<String>().map(String::as_str);
    owned
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("the window system failed")
}

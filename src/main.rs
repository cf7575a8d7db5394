//! Starts the command line, and the window where no subcommand is named.

use std::process::ExitCode;

use dateline::cli::{self, Next, WindowArgs};

/// Frames with many marks take a third of the time that they take with the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::start(std::env::args_os()) {
        Next::Leave(code) => code,
        Next::OpenWindow(args) => open_window(&args),
    }
}

#[cfg(not(feature = "gui"))]
fn open_window(_args: &WindowArgs) -> ExitCode {
    cli::say("this build has no window; `dateline export` and `dateline extract` need none");
    ExitCode::FAILURE
}

#[cfg(feature = "gui")]
fn open_window(args: &WindowArgs) -> ExitCode {
    let start = dateline::app::Start {
        paths: args.paths.clone(),
        sample: args.sample,
        announces: args.announce,
        crowd: args.crowd,
        ..dateline::app::Start::default()
    };
    match dateline::app::run(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            cli::say(&words);
            ExitCode::FAILURE
        }
    }
}

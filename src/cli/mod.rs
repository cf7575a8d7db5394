//! The command line: one file per subcommand. Data on stdout, messages on stderr.

mod args;
mod export;
mod extract;
mod found;
mod input;
mod manifest;
mod parse;
mod streams;
mod tag;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::Parser as _;

pub use args::{
    BenchArgs, CommandLine, DataFormat, ExportArgs, ExtractArgs, FileFormat, InputArgs, Lanes,
    ParseArgs, Subcommands, TagArgs, ThemeName, WindowArgs,
};
pub use input::{Input, load};
pub use streams::{print, say, say_problems};

/// What the caller of [`start`] has to do.
#[derive(Debug)]
pub enum Next {
    /// Leave with this code.
    Leave(ExitCode),
    /// Open the window.
    OpenWindow(WindowArgs),
}

/// How a subcommand ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All done.
    Done,
    /// It ran, and something failed that a message told of.
    Failed,
}

/// A wrong use of the command line that only shows while it runs.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct UsageError(pub String);

/// Reads the command line and carries out its subcommand, if it names one.
pub fn start(words: impl IntoIterator<Item = OsString>) -> Next {
    let line = match CommandLine::try_parse_from(words) {
        Ok(line) => line,
        Err(told) => return Next::Leave(tell_usage(&told)),
    };
    let ended = match line.command {
        None => return Next::OpenWindow(line.window),
        Some(Subcommands::Bench(args)) => return Next::OpenWindow(args.window()),
        Some(command) => run(&command),
    };
    Next::Leave(match ended {
        Ok(Exit::Done) => ExitCode::SUCCESS,
        Ok(Exit::Failed) => ExitCode::FAILURE,
        Err(error) => tell_error(&error),
    })
}

fn run(command: &Subcommands) -> anyhow::Result<Exit> {
    match command {
        Subcommands::Extract(args) => extract::run(args),
        Subcommands::Export(args) => export::run(args),
        Subcommands::Tag(args) => tag::run(args),
        Subcommands::Parse(args) => parse::run(args),
        Subcommands::Bench(_) => Ok(Exit::Done),
    }
}

/// Help and version go to stdout with code 0, faults to stderr with code 2.
fn tell_usage(told: &clap::Error) -> ExitCode {
    let code = u8::try_from(told.exit_code()).unwrap_or(2);
    match told.print() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        _ => ExitCode::from(code),
    }
}

fn tell_error(error: &anyhow::Error) -> ExitCode {
    if is_broken_pipe(error) {
        return ExitCode::SUCCESS;
    }
    say(&format!("{error:#}"));
    let is_usage = error.downcast_ref::<UsageError>().is_some();
    ExitCode::from(if is_usage { 2 } else { 1 })
}

/// The reader of our output has gone (`| head`): nothing is wrong.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|io| io.kind() == io::ErrorKind::BrokenPipe)
    })
}

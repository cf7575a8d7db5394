//! Writing: data to stdout, messages to stderr.

use std::io::{self, Write as _};

use crate::model::Problem;

/// Writes data to stdout. A reader that has gone is an error of kind `BrokenPipe`, which
/// [`super::start`] takes as a quiet end.
pub fn print(data: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(data)?;
    out.flush()
}

/// Writes one message to stderr. Where nobody can read it, it is lost.
pub fn say(message: &str) {
    let written = writeln!(io::stderr().lock(), "dateline: {message}");
    drop(written);
}

/// Writes each problem to stderr, one line each.
pub fn say_problems(problems: &[Problem]) {
    for problem in problems {
        say(&problem_line(problem));
    }
}

/// Path, message and hint of a problem in one line.
pub(super) fn problem_line(problem: &Problem) -> String {
    let mut line = String::new();
    for part in [&problem.path, &problem.message, &problem.hint] {
        let joint = match line.as_str() {
            "" => "",
            told if told.ends_with(['.', '!', '?']) => " ",
            _ => ": ",
        };
        let part = part.trim();
        if !part.is_empty() {
            line.extend([joint, part]);
        }
    }
    line
}

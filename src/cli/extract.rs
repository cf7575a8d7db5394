//! `dateline extract`: prints what was found, with its evidence.

use super::{DataFormat, Exit, ExtractArgs, input, print, say_problems};
use crate::export::{to_csv, to_json};
use crate::model::Event;
use crate::session::{Progress, extract};

/// Runs it.
pub(super) fn run(args: &ExtractArgs) -> anyhow::Result<Exit> {
    let input = input::load(&args.input)?;
    let found = extract(&input.articles, &Progress::default()).unwrap_or_default();
    let failed = input.lacks_something();
    let mut problems = input.problems;
    problems.extend(found.problems);
    say_problems(&problems);
    let events: Vec<&Event> = found.events.iter().collect();
    let data = match args.format {
        DataFormat::Json => to_json(&input.articles, &events, &problems)?,
        DataFormat::Csv => to_csv(&input.articles, &events)?,
    };
    print(&data)?;
    Ok(if failed { Exit::Failed } else { Exit::Done })
}

//! `dateline extract`: prints what was found, with its evidence.

use super::found::find;
use super::{DataFormat, Exit, ExtractArgs, input, print, say_problems};
use crate::export::{to_csv, to_json};
use crate::model::Event;
use crate::session::with_inferred;

/// Runs it.
pub(super) fn run(args: &ExtractArgs) -> anyhow::Result<Exit> {
    let mut input = input::load(&args.input)?;
    let failed = input.lacks_something();
    let found = find(&mut input, &args.input, args.as_of)?;
    let mut problems = input.problems;
    problems.extend(found.problems);
    say_problems(&problems);
    let events = found.events.iter();
    let events: Vec<&Event> = events
        .filter(|event| !(args.no_minor && event.is_minor()))
        .collect();
    let articles = with_inferred(&input.articles, &found.inferred);
    let data = match args.format {
        DataFormat::Json => to_json(&articles, &events, &problems)?,
        DataFormat::Csv => to_csv(&articles, &events)?,
    };
    print(&data)?;
    Ok(if failed { Exit::Failed } else { Exit::Done })
}

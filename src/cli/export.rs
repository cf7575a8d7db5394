//! `dateline export`: writes the timeline as a picture or data file.

use std::path::Path;

use anyhow::anyhow;

use super::found::find;
use super::streams::problem_line;
use super::{
    Exit, ExportArgs, FileFormat, ThemeName, UsageError, input, print, say, say_problems,
};
use crate::export::{Format, Picture, render, to_csv, to_json};
use crate::layout::{self, TimeWindow};
use crate::model::{Article, Event, Problem};
use crate::scene::Theme;
use crate::session::files::write_atomically;
use crate::session::with_inferred;

/// The file name that stands for stdout.
const STDOUT: &str = "-";

/// Runs it.
pub(super) fn run(args: &ExportArgs) -> anyhow::Result<Exit> {
    let format = format(args)?;
    let mut input = input::load(&args.input)?;
    let lacks = input.lacks_something();
    let found = find(&mut input, &args.input, args.as_of)?;
    if input.articles.is_empty() {
        say_problems(&input.problems);
        return Err(anyhow!("nothing to draw: no articles"));
    }
    let mut problems = input.problems;
    problems.extend(found.problems);
    say_problems(&problems);
    let events = found.events.iter();
    let events: Vec<&Event> = events
        .filter(|event| args.minor || !event.is_minor())
        .collect();
    if events.is_empty() {
        say("no events found; the picture is empty");
    }
    let articles = match format {
        FileFormat::Json | FileFormat::Csv => with_inferred(&input.articles, &found.inferred),
        _ => input.articles,
    };
    let bytes = bytes(args, format, &articles, &events, &problems)?;
    write(&args.output, &bytes)?;
    Ok(if lacks { Exit::Failed } else { Exit::Done })
}

fn format(args: &ExportArgs) -> anyhow::Result<FileFormat> {
    if let Some(format) = args.format {
        return Ok(format);
    }
    let told = if args.output == Path::new(STDOUT) {
        "say with --format what to write to stdout: svg, png, pdf, json or csv".to_owned()
    } else {
        let extension = args.output.extension().unwrap_or_default();
        match extension.to_ascii_lowercase().to_str() {
            Some("svg") => return Ok(FileFormat::Svg),
            Some("png") => return Ok(FileFormat::Png),
            Some("pdf") => return Ok(FileFormat::Pdf),
            Some("json") => return Ok(FileFormat::Json),
            Some("csv") => return Ok(FileFormat::Csv),
            _ => format!(
                "{}: the ending must be .svg, .png, .pdf, .json or .csv, or give --format",
                args.output.display()
            ),
        }
    };
    Err(UsageError(told).into())
}

fn bytes(
    args: &ExportArgs,
    format: FileFormat,
    articles: &[Article],
    events: &[&Event],
    problems: &[Problem],
) -> anyhow::Result<Vec<u8>> {
    let format = match format {
        FileFormat::Svg => Format::Svg,
        FileFormat::Png => Format::Png,
        FileFormat::Pdf => Format::Pdf,
        FileFormat::Json => return Ok(to_json(articles, events, problems)?),
        FileFormat::Csv => return Ok(to_csv(articles, events)?),
    };
    let theme = match args.theme {
        ThemeName::Light => Theme::light(),
        ThemeName::Dark => Theme::dark(),
        ThemeName::HighContrast => Theme::high_contrast(),
    };
    let picture = Picture {
        events,
        articles,
        window: window(args, articles, events)?,
        width_px: args.width as f32,
        height_px: args.height.map(|height| height as f32),
        scale: args.scale,
        theme,
        lanes: args.lanes.into(),
        legend: args.legend,
        notes: args.notes,
        as_of: args.as_of,
        title: args.title.as_deref(),
    };
    Ok(render(&picture, format)?)
}

/// From the first to the end of the last day asked for; else as much as fits all.
fn window(
    args: &ExportArgs,
    articles: &[Article],
    events: &[&Event],
) -> anyhow::Result<TimeWindow> {
    let all = layout::fit(events, articles);
    let start = args.from.map_or(all.start_days, TimeWindow::days_from_date);
    let end = args
        .to
        .map_or(all.end_days, |to| TimeWindow::days_from_date(to) + 1.0);
    if start < end {
        return Ok(TimeWindow::new(start, end));
    }
    let told = match (args.from, args.to) {
        (Some(from), Some(to)) => format!("--from {from} lies after --to {to}"),
        (Some(from), None) => format!("--from {from} lies after the last event; give --to too"),
        _ => "--to lies before the first event; give --from too".to_owned(),
    };
    Err(UsageError(told).into())
}

fn write(output: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if output == Path::new(STDOUT) {
        return Ok(print(bytes)?);
    }
    write_atomically(output, bytes).map_err(|problem| anyhow!(problem_line(&problem)))
}

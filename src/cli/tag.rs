//! `dateline tag`: prints the time expressions of texts, one JSON line a text.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use jiff::civil::Date;
use serde::Serialize;

use super::{Exit, TagArgs, UsageError, input, say, say_problems};
use crate::model::{ArticleId, ScalarOffsets, Timex};
use crate::{ingest, text, time};

/// One text to tag.
struct Job {
    doc: String,
    published: Option<Date>,
    path: PathBuf,
}

/// A line of the output. Offsets count Unicode scalar values, the end excluded.
#[derive(Serialize)]
struct Line<'t> {
    doc: &'t str,
    timexes: Vec<Tag<'t>>,
}

#[derive(Serialize)]
struct Tag<'t> {
    start: usize,
    end: usize,
    text: &'t str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: &'t str,
    #[serde(rename = "mod")]
    modifier: Option<&'static str>,
}

/// Tags the texts that the arguments name, the whole of each.
pub(super) fn run(args: &TagArgs) -> anyhow::Result<Exit> {
    let (jobs, mut exit) = match &args.batch {
        Some(list) => batch(list)?,
        None => (single(args), Exit::Done),
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    for job in &jobs {
        match line(job) {
            Ok(Some(line)) => writeln!(out, "{line}")?,
            Ok(None) => exit = Exit::Failed,
            Err(error) => {
                say(&format!("{error:#}"));
                exit = Exit::Failed;
            }
        }
    }
    out.flush()?;
    Ok(exit)
}

fn single(args: &TagArgs) -> Vec<Job> {
    let job = |path: &PathBuf| Job {
        doc: path.display().to_string(),
        published: args.published,
        path: path.clone(),
    };
    args.paths.iter().map(job).collect()
}

/// The lines of a list; a line that cannot be read is told of and left out.
fn batch(list: &Path) -> anyhow::Result<(Vec<Job>, Exit)> {
    let name = list.display();
    let lines = std::fs::read_to_string(list).with_context(|| format!("cannot read {name}"))?;
    let folder = list.parent().unwrap_or_else(|| Path::new(""));
    let mut exit = Exit::Done;
    let mut jobs = Vec::new();
    for (index, line) in lines.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let Some(job) = job(line, folder) else {
            say(&format!(
                "{name}: line {}: write name, publication date (YYYY-MM-DD or nothing) and path \
                 with a tab between them",
                index + 1
            ));
            exit = Exit::Failed;
            continue;
        };
        jobs.push(job);
    }
    if jobs.is_empty() && exit == Exit::Failed {
        return Err(UsageError(format!("{name} is no list of documents")).into());
    }
    Ok((jobs, exit))
}

fn job(line: &str, folder: &Path) -> Option<Job> {
    let mut fields = line.split('\t').map(str::trim);
    let (doc, day, path) = (fields.next()?, fields.next()?, fields.next()?);
    if path.is_empty() || fields.any(|field| !field.is_empty()) {
        return None;
    }
    let published = match day {
        "" => None,
        day => Some(day.parse().ok()?),
    };
    let beside = folder.join(path);
    let path = if beside.exists() {
        beside
    } else {
        PathBuf::from(path)
    };
    Some(Job {
        doc: doc.to_owned(),
        published,
        path,
    })
}

/// The output for one text; none if it is no readable text.
fn line(job: &Job) -> anyhow::Result<Option<String>> {
    let name = job.path.display();
    let bytes = match input::bytes(&job.path) {
        Ok(bytes) => bytes,
        Err(problem) => {
            say_problems(&[problem]);
            return Ok(None);
        }
    };
    let (article, problems) = ingest::article(ArticleId(0), &name.to_string(), &bytes);
    say_problems(&problems);
    let Some(article) = article else {
        return Ok(None);
    };
    let document = text::split(&article.text, &[]);
    // A date that the text states is as good as one that is given.
    let stated = || time::publication(&article).0.day();
    let published = job.published.or_else(stated);
    let timexes = time::tag(&article.text, &document, published);
    let offsets = ScalarOffsets::new(&article.text);
    let line = Line {
        doc: &job.doc,
        timexes: timexes
            .iter()
            .map(|timex| tag(timex, &article.text, &offsets))
            .collect(),
    };
    Ok(Some(serde_json::to_string(&line)?))
}

fn tag<'t>(timex: &'t Timex, text: &'t str, offsets: &ScalarOffsets) -> Tag<'t> {
    Tag {
        start: offsets.scalar(timex.span.start),
        end: offsets.scalar(timex.span.end),
        text: timex.span.of(text),
        kind: timex.kind.id(),
        value: &timex.value,
        modifier: timex.modifier.map(crate::model::TimexMod::id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_list() {
        let folder = Path::new("lists");
        let read = job("a\t2026-02-03\ta.txt", folder).expect("a good line");
        assert_eq!(
            (read.doc.as_str(), read.path),
            ("a", PathBuf::from("a.txt"))
        );
        assert!(job("a\t\ta.txt", folder).is_some_and(|job| job.published.is_none()));
        for wrong in [
            "a",
            "a\t2026-02-03",
            "a\tFriday\ta.txt",
            "a\t\t",
            "a\t\tb\tc",
        ] {
            assert!(job(wrong, folder).is_none(), "{wrong}");
        }
    }
}

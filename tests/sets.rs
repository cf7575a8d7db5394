//! Sets of articles on many subjects, each with the events that are found in it. `expected.txt` is
//! for people to read: one event a line. `UPDATE_SETS=1 cargo test --test sets` writes them anew,
//! with `?? ` before each line that is new. Take the mark away from a line that an editor would
//! sign; leave it where the event, its date or its title is wrong and waits to be mended.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use dateline::model::{Article, ArticleId, Event, When};
use dateline::session::{Progress, extract, files};

const EXPECTED: &str = "expected.txt";
const MARK: &str = "?? ";
const HEAD: &str = "title | when | status | kind | places | files | conflicts\n";

const MINOR_HEAD: &str = "\nminor: title | when | status | kind | places | files | conflicts\n";

#[test]
fn sets_give_the_events_that_were_approved() {
    let sets = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sets");
    let mut wrong = Vec::new();
    for folder in children(&sets) {
        let found = events_of(&folder);
        let expected = folder.join(EXPECTED);
        let reviewed = fs::read_to_string(&expected).unwrap_or_default();
        if std::env::var_os("UPDATE_SETS").is_some() {
            fs::write(&expected, marked(&reviewed, &found)).unwrap();
            continue;
        }
        let approved = reviewed.replace(MARK, "");
        if approved != found {
            wrong.push(format!(
                "{}\n{}",
                folder.display(),
                difference(&approved, &found)
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// What was found, with a mark before each line that is not among those that were signed.
fn marked(reviewed: &str, found: &str) -> String {
    let signed: BTreeSet<&str> = reviewed.lines().collect();
    let lines = found.lines().map(|line| {
        let is_signed = line.is_empty() || signed.contains(line);
        format!("{}{line}\n", if is_signed { "" } else { MARK })
    });
    lines.collect()
}

fn children(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// The articles, the problems and the events of a folder, as text.
fn events_of(folder: &Path) -> String {
    let mut paths = children(folder);
    paths.retain(|path| path.file_name().is_some_and(|name| name != EXPECTED));
    assert!(!paths.is_empty(), "{} holds no articles", folder.display());
    let (articles, problems) = files::load(&paths, ArticleId(0), &Progress::default());
    let found = extract(&articles, &Progress::default()).unwrap();
    let mut text = String::new();
    for article in &articles {
        let published = article
            .published
            .when
            .as_ref()
            .map_or("undated".to_owned(), When::to_edtf);
        writeln!(text, "{}: {}, {published}", name(article), article.title).unwrap();
    }
    for problem in problems.iter().chain(&found.problems) {
        writeln!(text, "problem: {}", problem.message).unwrap();
    }
    text += "\n";
    text += HEAD;
    for event in found.events.iter().filter(|event| !event.is_minor()) {
        text += &line(event, &articles);
    }
    text += MINOR_HEAD;
    for event in found.events.iter().filter(|event| event.is_minor()) {
        text += &line(event, &articles);
    }
    text
}

fn line(event: &Event, articles: &[Article]) -> String {
    let files: BTreeSet<&str> = event
        .mentions
        .iter()
        .filter_map(|mention| {
            articles
                .iter()
                .find(|article| article.id == mention.article)
        })
        .map(name)
        .collect();
    let conflicts: Vec<String> = event
        .conflicts
        .iter()
        .map(|conflict| {
            let claims: Vec<&str> = conflict
                .claims
                .iter()
                .map(|claim| claim.value.as_str())
                .collect();
            format!("{}: {}", conflict.about.id(), claims.join(" / "))
        })
        .collect();
    let when = event
        .when
        .as_ref()
        .map_or("undated".to_owned(), When::to_edtf);
    let parts = [
        event.title.clone(),
        when,
        event.status.id().to_owned(),
        event.kind.id().to_owned(),
        event.places.join(", "),
        files.into_iter().collect::<Vec<&str>>().join(", "),
        conflicts.join("; "),
    ];
    parts.join(" | ").trim_end_matches([' ', '|']).to_owned() + "\n"
}

fn name(article: &Article) -> &str {
    let name = article.path.rsplit('/').next().unwrap_or(&article.path);
    name.split('.').next().unwrap_or(name)
}

/// The lines that were lost and the lines that are new.
fn difference(approved: &str, found: &str) -> String {
    let lost = approved
        .lines()
        .filter(|line| !found.lines().any(|other| other == *line));
    let new = found
        .lines()
        .filter(|line| !approved.lines().any(|other| other == *line));
    let lost = lost.map(|line| format!("- {line}\n"));
    lost.chain(new.map(|line| format!("+ {line}\n"))).collect()
}

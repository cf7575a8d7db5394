//! How a story unfolded: what was known on each day, from the articles of a few days in March. The
//! folder `port` tells of a plan that is announced, moved and held, and of one that lapses;
//! `expected.txt` lists what was known when, for people to read, and `UPDATE_SETS=1` writes it anew.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod days;
mod window;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use dateline::model::{Article, ArticleId, Event, EventId, When};
use dateline::session::{Extraction, Progress, extract, files, is_known_by};
use jiff::civil::Date;
use serde_json::{Value, json};

#[test]
fn each_day_knows_what_was_out_by_then() {
    let (articles, found) = story();
    let mut text = String::new();
    let mut seen: Vec<EventId> = Vec::new();
    for day in days(&articles) {
        writeln!(text, "{day}").unwrap();
        for event in &found.as_of(&articles, day).events {
            let at = seen.iter().position(|id| *id == event.id);
            let number = at.unwrap_or_else(|| {
                seen.push(event.id.clone());
                seen.len() - 1
            });
            writeln!(text, "    {}. {}", number + 1, line(event, day)).unwrap();
        }
    }
    let expected = folder().with_file_name("expected.txt");
    if std::env::var_os("UPDATE_SETS").is_some() {
        fs::write(&expected, &text).unwrap();
    }
    assert_eq!(text, fs::read_to_string(expected).unwrap());
}

#[test]
fn a_day_is_what_extraction_says_of_its_articles_alone() {
    let sets = [
        "tests/replay/port",
        "tests/sets/cup-final",
        "tests/sets/takeover",
    ];
    for set in sets {
        let (articles, found) = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(set));
        let days = days(&articles);
        assert!(1 < days.len(), "{set}");
        for day in days {
            let known = articles.iter().filter(|a| is_known_by(a, day));
            let known: Vec<Article> = known.cloned().collect();
            let alone = extract(&known, &Progress::default()).unwrap();
            let as_of = found.as_of(&articles, day);
            assert_eq!(as_of.events, alone.events, "{set} {day}");
        }
    }
}

fn line(event: &Event, day: Date) -> String {
    let when = |when: Option<&When>| when.map_or("undated".to_owned(), When::to_edtf);
    let mut words = vec![
        event.title.clone(),
        event.status.id().to_owned(),
        when(event.when.as_ref()),
        format!("{} origins", event.origins),
    ];
    let earlier = event.earlier.iter();
    words.extend(earlier.map(|plan| format!("moved from {}", when(Some(&plan.when)))));
    let conflicts = event.conflicts.iter();
    words.extend(conflicts.map(|conflict| format!("disagree: {}", conflict.about.id())));
    if event.is_lapsed(day) {
        words.push("lapsed".to_owned());
    }
    if event.is_minor() {
        words.push("minor".to_owned());
    }
    words.join(" | ")
}

fn day(words: &str) -> Date {
    words.parse().unwrap()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/replay/port")
}

fn story() -> (Vec<Article>, Extraction) {
    read(&folder())
}

/// The articles of a folder, dated, and what all of them say.
fn read(folder: &Path) -> (Vec<Article>, Extraction) {
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| !path.ends_with("expected.txt"));
    // The last comes first: what was told first does not hang on the order of files.
    paths.sort();
    paths.reverse();
    let (articles, _) = files::load(&paths, ArticleId(0), &Progress::default());
    let found = extract(&articles, &Progress::default()).unwrap();
    (found.dated(&articles), found)
}

fn days(articles: &[Article]) -> Vec<Date> {
    let days = articles.iter().filter_map(|a| a.published.known_by());
    let mut days: Vec<Date> = days.collect();
    days.sort_unstable();
    days.dedup();
    days
}

#[test]
fn the_command_line_says_what_was_known() {
    let titles = |day: &str| -> Vec<String> {
        let events = extracted(day);
        let line = |event: &Value| format!("{} {}", event["when"]["edtf"], event["status"]);
        events.iter().map(|e| line(e).replace('"', "")).collect()
    };
    assert_eq!(titles("2021-03-01"), Vec::<String>::new());
    let announced = ["2021-03-10 planned", "2021-03-12 planned"];
    assert_eq!(titles("2021-03-03"), announced);
    assert_eq!(titles("2021-03-04")[1], "2021-03-15 planned");
}

#[test]
fn the_command_line_says_what_was_planned_before() {
    assert_eq!(extracted("2021-03-03")[0]["earlier"], json!([]));
    let first = json!({
        "when": {"edtf": "2021-03-10", "earliest": "2021-03-10", "latest": "2021-03-10"},
        "status": "planned", "reported": "2021-03-02",
    });
    for (day, at) in [("2021-03-04", 1), ("2021-03-16", 3)] {
        let events = extracted(day);
        assert_eq!(events[at]["when"]["edtf"], "2021-03-15", "{day}");
        assert_eq!(events[at]["earlier"], json!([first]), "{day}");
    }
}

/// The events of the story that the command line prints of a day.
fn extracted(day: &str) -> Vec<Value> {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["extract", "--no-minor", "--as-of", day])
        .arg(folder())
        .output()
        .unwrap();
    let mut json: Value = serde_json::from_slice(&output.stdout).unwrap();
    match json["events"].take() {
        Value::Array(events) => events,
        other => panic!("{other}"),
    }
}

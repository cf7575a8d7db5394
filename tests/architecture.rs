//! The rules of the house that the compiler cannot see.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer, and the layers it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("ingest", &["model"]),
    ("text", &["model"]),
    ("time", &["model", "text"]),
    ("event", &["model", "text", "time"]),
    ("story", &["model", "text", "event"]),
    ("curate", &["model"]),
    ("layout", &["model", "curate"]),
    (
        "session",
        &[
            "model", "ingest", "text", "time", "event", "story", "curate", "layout",
        ],
    ),
    ("scene", &["model", "layout"]),
    ("export", &["model", "curate", "layout", "scene"]),
    (
        "cli",
        &[
            "model", "ingest", "text", "time", "event", "story", "curate", "session", "layout",
            "scene", "export",
        ],
    ),
    ("ui", &["model", "curate", "session", "layout", "scene"]),
    (
        "app",
        &[
            "model", "curate", "session", "layout", "scene", "export", "ui",
        ],
    ),
];
const WINDOW_LAYERS: &[&str] = &["ui", "app"];
const WINDOW_CRATES: &[&str] = &["eframe", "egui", "egui_plot", "emath", "epaint", "rfd"];
const MAX_LINES: usize = 400;

#[test]
fn layers_look_only_where_they_may() {
    let mut broken = Vec::new();
    for (path, source) in sources() {
        let Some((here, may_use)) = layer_of(&path) else {
            continue;
        };
        let code = without_comments(&source);
        for there in crate_paths(&code) {
            let is_layer = MAY_USE.iter().any(|(layer, _)| *layer == there);
            if is_layer && there != here && !may_use.contains(&there.as_str()) {
                broken.push(format!(
                    "{}: `{here}` must not use `{there}`",
                    path.display()
                ));
            }
        }
        for krate in WINDOW_CRATES {
            if !WINDOW_LAYERS.contains(&here) && code.contains(&format!("{krate}::")) {
                broken.push(format!(
                    "{}: `{here}` must not use `{krate}`",
                    path.display()
                ));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn every_file_is_small_and_says_what_it_is_for() {
    let mut broken = Vec::new();
    for (path, source) in sources() {
        if !source.starts_with("//! ") {
            broken.push(format!("{}: begin with a `//!` line", path.display()));
        }
        let n_lines = source.lines().count();
        if MAX_LINES < n_lines {
            broken.push(format!(
                "{}: {n_lines} lines; at most {MAX_LINES}",
                path.display()
            ));
        }
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut dirs = vec![src()];
    let mut found = Vec::new();
    while let Some(dir) = dirs.pop() {
        for entry in fs::read_dir(&dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                dirs.push(path);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                let source = fs::read_to_string(&path).unwrap();
                found.push((path, source));
            }
        }
    }
    found.sort();
    found
}

fn layer_of(path: &Path) -> Option<(&'static str, &'static [&'static str])> {
    let inside = path.strip_prefix(src()).ok()?;
    let first = inside.components().next()?.as_os_str().to_str()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    MAY_USE.iter().copied().find(|(layer, _)| *layer == name)
}

fn without_comments(source: &str) -> String {
    let code = source
        .lines()
        .map(|line| line.split("//").next().unwrap_or(""));
    code.collect::<Vec<&str>>().join("\n")
}

/// What follows each `crate::` in `code`, also inside `crate::{a, b::{c, d}}`.
fn crate_paths(code: &str) -> Vec<String> {
    const PREFIX: &str = "crate::";
    let mut roots = Vec::new();
    for (at, _) in code.match_indices(PREFIX) {
        let rest = &code[at + PREFIX.len()..];
        match rest.strip_prefix('{') {
            Some(group) => roots.extend(group_roots(group)),
            None => roots.push(identifier(rest)),
        }
    }
    roots
}

fn group_roots(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut starts = vec![0];
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => starts.push(at + 1),
            _ => (),
        }
    }
    starts
        .into_iter()
        .map(|at| identifier(group[at..].trim_start()))
        .collect()
}

fn identifier(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

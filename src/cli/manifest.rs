//! A set's list of articles: path, publication date and source, tab-separated, one a line.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::model::{Problem, When};

/// So many characters tell whether a file is text.
const LOOKED_AT: usize = 65_536;
/// No path, date and source take more bytes than that.
const MAX_LINE: usize = 16_384;

/// One line of a manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The article, with the manifest's folder before it.
    pub(super) path: PathBuf,
    /// Publication date, if the line gives one.
    pub(super) published: Option<When>,
    /// Source, if the line gives one.
    pub(super) source: Option<String>,
    /// Number of the line, from 1.
    pub(super) line: usize,
}

/// Reads the lines of the manifest at `path`; empty lines and those that begin with `#` say
/// nothing. A line that cannot be understood becomes a problem, the rest is read. What is no list
/// at all, or an empty one, is one problem.
pub(super) fn rows(path: &Path, text: &str) -> (Vec<Row>, Vec<Problem>) {
    if is_no_list(text) {
        let message = "is not a list of articles";
        let hint = "give a text file with a path, a publication date and a source a line";
        return (Vec::new(), vec![whole(path, message, hint)]);
    }
    let (rows, mut problems) = lines(path, text);
    if rows.is_empty() && problems.is_empty() {
        problems.push(whole(path, "names no articles", "write one path a line"));
    }
    (rows, problems)
}

/// Bytes that are no text, and lines much longer than any path.
fn is_no_list(text: &str) -> bool {
    let is_odd = |c: char| c == '\u{fffd}' || (c.is_control() && !"\t\r\n".contains(c));
    text.chars().take(LOOKED_AT).any(is_odd) || text.lines().any(|line| MAX_LINE < line.len())
}

fn whole(path: &Path, message: &str, hint: &str) -> Problem {
    Problem::with_file(path.display().to_string(), message, hint)
}

fn lines(path: &Path, text: &str) -> (Vec<Row>, Vec<Problem>) {
    let folder = path.parent().unwrap_or_else(|| Path::new(""));
    let mut rows = Vec::new();
    let mut problems = Vec::new();
    let mut seen = BTreeSet::new();
    for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let read = row(folder, line, index + 1).and_then(|(row, fault)| {
            if seen.insert(row.path.clone()) {
                Ok((row, fault))
            } else {
                Err(("names an article a second time", "keep one line an article"))
            }
        });
        let fault = match read {
            Ok((row, fault)) => {
                rows.push(row);
                fault
            }
            Err(fault) => Some(fault),
        };
        problems.extend(fault.map(|fault| problem(path, index + 1, fault)));
    }
    (rows, problems)
}

/// What is wrong, and what to do about it.
type Fault = (&'static str, &'static str);

/// A problem with one line of the manifest at `path`.
fn problem(path: &Path, line: usize, (message, hint): Fault) -> Problem {
    Problem::with_file(
        path.display().to_string(),
        format!("line {line} {message}"),
        hint,
    )
}

/// One line; a date that cannot be read is a fault that leaves the rest of the line good.
fn row(folder: &Path, line: &str, number: usize) -> Result<(Row, Option<Fault>), Fault> {
    let mut fields = line.split('\t').map(str::trim);
    let path = fields.next().unwrap_or("");
    if path.is_empty() {
        return Err(("names no article", "begin the line with a path"));
    }
    let words = fields.next().unwrap_or("");
    let source = fields.next().filter(|source| !source.is_empty());
    if fields.any(|field| !field.is_empty()) {
        return Err((
            "has more than three fields",
            "write path, publication date and source with a tab between them",
        ));
    }
    let published = When::from_edtf(words);
    let is_unread = published.is_none() && !words.is_empty();
    let row = Row {
        path: folder.join(path),
        published,
        source: source.map(str::to_owned),
        line: number,
    };
    let fault = (
        "has a publication date that cannot be read",
        "write it as 2026-02-03",
    );
    Ok((row, is_unread.then_some(fault)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `path|date|source` of the rows, then the problems' messages.
    fn check(text: &str, expected_rows: &[&str], expected_problems: &[&str]) {
        let (rows, problems) = rows(Path::new("sets/list.tsv"), text);
        let rows: Vec<String> = rows.iter().map(row_words).collect();
        let messages: Vec<&str> = problems.iter().map(|p| p.message.as_str()).collect();
        assert_eq!(
            (rows, messages),
            (owned(expected_rows), expected_problems.to_vec())
        );
    }

    fn owned(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    fn row_words(row: &Row) -> String {
        let date = row.published.as_ref().map(When::to_edtf);
        format!(
            "{}|{}|{}",
            row.path.display(),
            date.unwrap_or_default(),
            row.source.clone().unwrap_or_default()
        )
    }

    #[test]
    fn lines_are_read() {
        check(
            "a.txt\t2021-03-04\tThe Daily\n",
            &["sets/a.txt|2021-03-04|The Daily"],
            &[],
        );
        check(
            "a.txt\n\nsub/b.txt\t\tWire\r\n",
            &["sets/a.txt||", "sets/sub/b.txt||Wire"],
            &[],
        );
        check(
            "\u{feff}# a note\na.txt\t2021-03",
            &["sets/a.txt|2021-03|"],
            &[],
        );
        check("/x/a.txt", &["/x/a.txt||"], &[]);
    }

    #[test]
    fn what_is_no_list_is_one_problem() {
        for nothing in ["", "\n\n", "# only a note\n"] {
            check(nothing, &[], &["names no articles"]);
        }
        let long = "word ".repeat(MAX_LINE);
        for other in [
            "PK\u{3}\u{4}\n\u{0}\n\u{fffd}",
            "a.txt\n\u{fffd}PNG\n\n",
            &long,
        ] {
            check(other, &[], &["is not a list of articles"]);
        }
    }

    #[test]
    fn bad_lines_are_told_by_number() {
        check(
            "a.txt\tsoon\tWire\n\t2021-03-04\na.txt\nb\tc\td\te",
            &["sets/a.txt||Wire"],
            &[
                "line 1 has a publication date that cannot be read",
                "line 2 names no article",
                "line 3 names an article a second time",
                "line 4 has more than three fields",
            ],
        );
        check(
            "a.txt\t2021-02-31",
            &["sets/a.txt||"],
            &["line 1 has a publication date that cannot be read"],
        );
    }
}

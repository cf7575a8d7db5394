//! The rules for what is not the article, from `assets/ingest/boilerplate.toml`.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

/// Rules for whole lines and for blocks.
pub(super) struct Rules {
    /// Lines that are boilerplate by themselves.
    pub(super) lines: Vec<LineRule>,
    /// Lines that begin a block.
    pub(super) blocks: Vec<BlockRule>,
    /// Marks inside a line; group 1 is cut off.
    pub(super) glued: Vec<Regex>,
    /// First lines that are no title.
    pub(super) not_titles: Option<Regex>,
}

/// A rule for whole lines.
pub(super) struct LineRule {
    regex: Regex,
    max_chars: usize,
}

/// A rule for the first line of a block.
pub(super) struct BlockRule {
    /// The first line.
    pub(super) first: LineRule,
    /// How far it goes.
    pub(super) until: Until,
}

/// How far a block goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Until {
    /// To the end of the paragraph.
    #[default]
    Blank,
    /// To the first line that reads like a sentence.
    Sentence,
    /// To the end of the text.
    End,
}

impl LineRule {
    /// Whether `line` (without marks and white space around it) is one.
    pub(super) fn fits(&self, line: &str) -> bool {
        line.len() <= self.max_chars && self.regex.is_match(line)
    }
}

/// The rules, read once.
pub(super) static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::from(&read()));

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    line: Vec<Entry>,
    block: Vec<Entry>,
    glued: Vec<Glued>,
    title: Titles,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(test), expect(dead_code, reason = "examples are for the test"))]
struct Entry {
    name: String,
    #[serde(default = "default_max_chars")]
    max_chars: usize,
    #[serde(default)]
    until: Until,
    patterns: Vec<String>,
    accept: Vec<String>,
    reject: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(test), expect(dead_code, reason = "examples are for the test"))]
struct Glued {
    name: String,
    pattern: String,
    accept: Vec<(String, String)>,
    reject: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(test), expect(dead_code, reason = "examples are for the test"))]
struct Titles {
    lines: Vec<String>,
    accept: Vec<String>,
    reject: Vec<String>,
}

fn default_max_chars() -> usize {
    120
}

fn read() -> File {
    toml::from_str(include_str!("../../assets/ingest/boilerplate.toml")).unwrap_or_default()
}

impl From<&File> for Rules {
    fn from(file: &File) -> Self {
        let line_rule = |entry: &Entry| {
            Some(LineRule {
                regex: whole_line(&entry.patterns)?,
                max_chars: entry.max_chars,
            })
        };
        let block_rule = |entry: &Entry| {
            Some(BlockRule {
                first: line_rule(entry)?,
                until: entry.until,
            })
        };
        Self {
            lines: file.line.iter().filter_map(line_rule).collect(),
            blocks: file.block.iter().filter_map(block_rule).collect(),
            glued: file
                .glued
                .iter()
                .filter_map(|glued| Regex::new(&glued.pattern).ok())
                .collect(),
            not_titles: whole_line(&file.title.lines),
        }
    }
}

fn whole_line(patterns: &[String]) -> Option<Regex> {
    Regex::new(&format!("(?i)^(?:{})$", patterns.join("|"))).ok()
}

#[cfg(test)]
mod tests {
    use super::super::boilerplate;
    use super::*;

    const BEFORE: &str =
        "The bridge fell at noon.\n\nNobody was hurt, the police said on Monday.\n\n";

    fn found(line: &str) -> Vec<String> {
        let text = format!("{BEFORE}{line}\n");
        let spans = boilerplate::find(&text, 0);
        spans.iter().map(|s| s.of(&text).to_owned()).collect()
    }

    #[test]
    fn every_pattern_is_a_regex() {
        let (file, rules) = (read(), Rules::from(&read()));
        assert!(5 < file.line.len() && 2 < file.block.len() && 2 < file.glued.len());
        assert_eq!(rules.lines.len(), file.line.len());
        assert_eq!(rules.blocks.len(), file.block.len());
        assert_eq!(rules.glued.len(), file.glued.len());
        assert!(rules.not_titles.is_some());
    }

    #[test]
    fn examples_of_lines_and_blocks_hold() {
        let file = read();
        let mut wrong = Vec::new();
        for entry in file.line.iter().chain(&file.block) {
            for line in &entry.accept {
                if found(line).join("") != *line {
                    wrong.push(format!(
                        "{}: not found: {line} ({:?})",
                        entry.name,
                        found(line)
                    ));
                }
            }
            for line in &entry.reject {
                if !found(line).is_empty() {
                    wrong.push(format!("{}: wrongly found: {line}", entry.name));
                }
            }
        }
        assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    }

    #[test]
    fn examples_of_glued_marks_and_titles_hold() {
        let file = read();
        let mut wrong = Vec::new();
        for glued in &file.glued {
            for (line, mark) in &glued.accept {
                if found(line) != [mark.as_str()] {
                    wrong.push(format!("{}: {line}: {:?}", glued.name, found(line)));
                }
            }
            for line in &glued.reject {
                if !found(line).is_empty() {
                    wrong.push(format!("{}: wrongly found: {line}", glued.name));
                }
            }
        }
        let not_title =
            |line: &str| RULES.not_titles.as_ref().is_some_and(|r| r.is_match(line));
        let titles = &file.title;
        wrong.extend(
            titles
                .accept
                .iter()
                .filter(|line| !not_title(line))
                .cloned(),
        );
        wrong.extend(titles.reject.iter().filter(|line| not_title(line)).cloned());
        assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    }
}

//! A publication date in a file's name or in the folders above it.

use std::sync::LazyLock;

use regex::Regex;

use super::publication_words::{WORDS, regex};
use super::publication_written::{Value, dates_in, day_of};
use crate::model::{Span, When};

/// A year in a name; other numbers are counters or ids.
const YEAR: &str = "(1[5-9]|20|21)[0-9]{2}";

/// The date in the file's name, else in the folders right above it, with its words.
pub(super) fn date(path: &str) -> Option<(String, Value)> {
    let (folders, stem) = parts(path);
    in_name(&stem).or_else(|| in_folders(&folders))
}

/// The day that a web address names in its folders or in the name of the page.
pub(super) fn date_of_address(address: &str) -> Option<When> {
    let path = address.split("://").last()?.trim_end_matches('/');
    let path = path.split(['?', '#']).next()?;
    let (_, stem) = parts(path);
    let in_name = || match in_name(&stem)?.1 {
        Value::On(when) => Some(when),
        _ => None,
    };
    let when = dated_folders(path).map(|(_, when)| when).or_else(in_name)?;
    when.single_day().is_some().then_some(when)
}

/// A year in the file's name, else in the nearest folder that has one.
pub(super) fn year(path: &str) -> Option<i16> {
    static ONE_YEAR: LazyLock<Option<Regex>> =
        LazyLock::new(|| regex(&format!("(?:^|[^0-9])({YEAR})(?:[^0-9]|$)")));
    let (folders, stem) = parts(path);
    let names = std::iter::once(stem.as_str()).chain(folders.iter().rev().map(String::as_str));
    let mut names = names;
    names.find_map(|name| {
        let captures = ONE_YEAR.as_ref()?.captures(name)?;
        captures.get(1)?.as_str().parse().ok()
    })
}

/// The folders from the outermost in, and the file's name without its ending.
fn parts(path: &str) -> (Vec<String>, String) {
    let mut parts: Vec<String> = path.split(['/', '\\']).map(str::to_owned).collect();
    let name = parts.pop().unwrap_or_default();
    let stem = name
        .rsplit_once('.')
        .map_or(name.as_str(), |(stem, _)| stem);
    (parts, stem.to_owned())
}

fn in_name(name: &str) -> Option<(String, Value)> {
    static NUMBERS: LazyLock<Option<Regex>> = LazyLock::new(|| {
        regex(&format!(
            "(?:^|[^0-9])(({YEAR})([-_. ]?)([0-9]{{2}})([-_. ]?)([0-9]{{2}}))(?:[^0-9]|$)"
        ))
    });
    if let Some(captures) = NUMBERS.as_ref().and_then(|regex| regex.captures(name)) {
        let part = |index: usize| captures.get(index).map_or("", |m| m.as_str());
        let value = day_of(
            part(2).parse().ok()?,
            part(5).parse().ok()?,
            part(7).parse().ok()?,
        );
        // Eight digits that are no day are an id; with hyphens they were meant as a date.
        if value != Value::Impossible || !part(4).is_empty() {
            return Some((part(1).to_owned(), value));
        }
    }
    // Only signs of one byte are replaced, so that places stay the same.
    let spaced = name.replace('_', " ");
    let more_spaced = spaced.replace(['-', '.'], " ");
    let written = [spaced, more_spaced].into_iter().find_map(|words| {
        let mut dates = dates_in(&words).into_iter();
        let date = dates.find(|date| !matches!(date.value, Value::NoYear { .. }))?;
        Some((date.span.of(&words).to_owned(), date.value))
    });
    written.or_else(|| year_and_month(name))
}

fn year_and_month(name: &str) -> Option<(String, Value)> {
    static MONTH: LazyLock<Option<Regex>> = LazyLock::new(|| {
        regex(&format!(
            "(?:^|[^0-9])(({YEAR})[-_/]([0-9]{{1,2}}))(?:[^0-9-]|$)"
        ))
    });
    let captures = MONTH.as_ref()?.captures(name)?;
    let part = |index: usize| captures.get(index).map_or("", |m| m.as_str());
    let when = When::month(part(2).parse().ok()?, part(4).parse().ok()?)?;
    Some((part(1).to_owned(), Value::On(when)))
}

fn in_folders(folders: &[String]) -> Option<(String, Value)> {
    let nearest = folders.last()?;
    let path = folders.join("/");
    let dated = dated_folders(&path);
    if let Some((span, day)) = dated.filter(|(span, _)| span.end == path.len()) {
        return Some((span.of(&path).to_owned(), Value::On(day)));
    }
    let is_dated = |c: char| c.is_ascii_digit() || "-_. ".contains(c);
    if nearest.chars().all(is_dated) && !nearest.is_empty() {
        let last_two = folders.get(folders.len().saturating_sub(2)..)?.join("/");
        return in_name(nearest)
            .filter(|(_, value)| *value != Value::Impossible)
            .or_else(|| year_and_month(&last_two));
    }
    None
}

/// `2026/02/03`, `2026/feb/03`, `2026/02-February/03` or `2026/0203` among the folders of a path.
fn dated_folders(path: &str) -> Option<(Span, When)> {
    static FOLDERS: LazyLock<Option<Regex>> = LazyLock::new(|| {
        regex(&format!(
            "(?i)(?:^|/)((?P<y>{YEAR})/(?:(?:(?P<m>[0-9]{{1,2}})(?:[-_ ]?(?:{0}))?|(?P<name>{0}))/\
             (?P<d>[0-9]{{1,2}})|(?P<mm>[0-9]{{2}})(?P<dd>[0-9]{{2}})))(?:/|$)",
            WORDS.month_pattern()
        ))
    });
    let captures = FOLDERS.as_ref()?.captures(path)?;
    let part = |name: &str| captures.name(name).map(|m| m.as_str());
    let month = match part("m").or_else(|| part("mm")) {
        Some(month) => month.parse().ok()?,
        None => WORDS.month(part("name")?)?,
    };
    let day = part("d").or_else(|| part("dd"))?.parse().ok()?;
    let all = captures.get(1)?;
    match day_of(part("y")?.parse().ok()?, month, day) {
        Value::On(when) => Some((Span::new(all.start(), all.end()), when)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_folders_hold_dates() {
        for (path, expected) in [
            ("2024-07-05.txt", Some("2024-07-05")),
            ("news/cup_final_20240705.txt", Some("2024-07-05")),
            ("2024_07_05-cup.md", Some("2024-07-05")),
            ("cup-5-july-2024.txt", Some("2024-07-05")),
            ("July_5_2024 cup.txt", Some("2024-07-05")),
            ("cup-25-07-2024.txt", Some("2024-07-25")),
            ("cup-2024-07.txt", Some("2024-07")),
            ("news/2024/07/05/cup.txt", Some("2024-07-05")),
            ("news/2024-07-05/cup.txt", Some("2024-07-05")),
            ("news/2024/07/cup.txt", Some("2024-07")),
            ("news/2024/0705/cup.txt", Some("2024-07-05")),
            ("news/2024/jul/05/cup.txt", Some("2024-07-05")),
            ("news/2024/115/cup.txt", None),
            ("cup-2024-02-31.txt", Some("impossible")),
            ("cup-20240231.txt", None),
            ("000123456.txt", None),
            ("4_20240705123.txt", None),
            ("cup.txt", None),
            ("news 2024/cup.txt", None),
            ("", None),
        ] {
            let found = date(path).map(|(_, value)| match value {
                Value::On(when) => when.to_edtf(),
                Value::Impossible => "impossible".to_owned(),
                other => format!("{other:?}"),
            });
            assert_eq!(found.as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn the_nearest_year_counts() {
        for (path, expected) in [
            ("2023/cup 2024.txt", Some(2024)),
            ("/a/2023/b/cup.txt", Some(2023)),
            ("cup 12024.txt", None),
            ("cup.txt", None),
        ] {
            assert_eq!(year(path), expected, "{path}");
        }
    }
}

//! Whether the numbers of `03/02/2026` are day and month or month and day, by what stands around
//! them: the time zone, other dates of the article, its web address, its source.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::publication_address::addresses;
use super::publication_words::regex;
use crate::model::{Article, Span};

/// Which number comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// `31/12/2026`
    Day,
    /// `12/31/2026`
    Month,
}

/// The order of the article's numbers, if anything tells; `line` is what the date stands in.
pub(super) fn order(article: &Article, line: &str) -> Option<Order> {
    by_zone(line)
        .or_else(|| by_other_dates(&article.text))
        .or_else(|| by_address(article))
        .or_else(|| by_source(article.source.as_deref()?))
}

/// The line of the text that `span` stands in.
pub(super) fn line_around(text: &str, span: Span) -> &str {
    let before = text.get(..span.start).unwrap_or("");
    let after = text.get(span.end..).unwrap_or("");
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let end = after.find('\n').map_or(text.len(), |at| span.end + at);
    text.get(start..end).unwrap_or("")
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Orders {
    month_first: Signs,
    day_first: Signs,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Signs {
    zones: BTreeSet<String>,
    domains: BTreeSet<String>,
    sources: BTreeSet<String>,
}

static ORDERS: LazyLock<Orders> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/ingest/orders.toml")).unwrap_or_default()
});

/// The order whose signs hold, if those of the other do not.
fn decide(holds: impl Fn(&Signs) -> bool) -> Option<Order> {
    match (holds(&ORDERS.day_first), holds(&ORDERS.month_first)) {
        (true, false) => Some(Order::Day),
        (false, true) => Some(Order::Month),
        _ => None,
    }
}

fn by_zone(line: &str) -> Option<Order> {
    let words = line.split(|c: char| !c.is_alphabetic());
    let words: BTreeSet<String> = words.map(str::to_lowercase).collect();
    decide(|signs| !signs.zones.is_disjoint(&words))
}

/// The order of those dates that can be read only one way, if they agree.
fn by_other_dates(text: &str) -> Option<Order> {
    static NUMBERS: LazyLock<Option<Regex>> =
        LazyLock::new(|| regex(r"\b([0-3]?[0-9])/([0-3]?[0-9])/(?:[0-9]{4}|[0-9]{2})\b"));
    let (mut day_first, mut month_first) = (0, 0);
    for captures in NUMBERS.as_ref()?.captures_iter(text) {
        let part = |index: usize| captures.get(index)?.as_str().parse::<u8>().ok();
        match (part(1)?, part(2)?) {
            (13..=31, 1..=12) => day_first += 1,
            (1..=12, 13..=31) => month_first += 1,
            _ => (),
        }
    }
    match (day_first, month_first) {
        (1.., 0) => Some(Order::Day),
        (0, 1..) => Some(Order::Month),
        _ => None,
    }
}

fn by_address(article: &Article) -> Option<Order> {
    let of_source = article.source.iter().map(String::as_str);
    let of_text = addresses(&article.text).map(|span| span.of(&article.text));
    of_source.chain(of_text).find_map(|address| {
        let host = address.split("://").last()?.split('/').next()?;
        let last = host.rsplit_once('.')?.1.trim().to_lowercase();
        decide(|signs| signs.domains.contains(&last))
    })
}

fn by_source(source: &str) -> Option<Order> {
    let source = format!(" {} ", source.to_lowercase());
    let names = |signs: &Signs| {
        let mut names = signs.sources.iter();
        names.any(|name| source.contains(&format!(" {name} ")))
    };
    decide(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_both_orders_decide_nothing() {
        assert_eq!(by_zone("10:35 EDT"), Some(Order::Month));
        assert_eq!(by_zone("10:35 EDT, 15:35 BST"), None);
        assert_eq!(by_source("BBC"), Some(Order::Day));
        assert_eq!(by_source("The BBC of Example"), Some(Order::Day));
        assert_eq!(by_source("Example Post"), None);
        assert_eq!(by_other_dates("25/12/2024 and 12/26/2024"), None);
    }

    #[test]
    fn a_line_is_found_around_a_span() {
        let text = "one\ntwo three\nfour";
        assert_eq!(line_around(text, Span::new(8, 13)), "two three");
        assert_eq!(line_around(text, Span::new(0, 3)), "one");
        assert_eq!(line_around(text, Span::new(14, 18)), "four");
    }
}

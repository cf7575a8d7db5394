//! Publication dates that an article states, and those in doubt.

use dateline::session::{Progress, extract};
use dateline::time;

use crate::read;

/// The publication date of an article as `EDTF basis`, and the messages of its problems.
fn published(path: &str, text: &str) -> (String, Vec<String>) {
    let (article, mut problems) = read(path, text.as_bytes());
    let (published, more) = time::publication(&article.unwrap());
    problems.extend(more);
    let edtf = published.when.map_or("-".to_owned(), |w| w.to_edtf());
    let messages = problems.into_iter().map(|p| p.message).collect();
    (format!("{edtf} {}", published.basis.id()), messages)
}

#[track_caller]
fn check_published(path: &str, text: &str, expected: &str) {
    let (found, problems) = published(path, text);
    assert_eq!(found, expected, "{path}: {text:?}");
    assert_eq!(problems, Vec::<String>::new(), "{path}: {text:?}");
}

const DATE_LINES: &[(&str, &str)] = &[
    ("Published: 5 July 2024", "2024-07-05 date-line"),
    ("Published 5 July 2024, 10:35 CEST", "2024-07-05 date-line"),
    (
        "PUBLISHED ON JULY 5, 2024 AT 10:35 A.M. ET",
        "2024-07-05 date-line",
    ),
    (
        "Posted on July 5th, 2024 by Jane Roe",
        "2024-07-05 date-line",
    ),
    ("Friday, 5 July 2024", "2024-07-05 date-line"),
    ("July 5, 2024 10:00 am", "2024-07-05 date-line"),
    ("2024-07-05T10:00:00Z", "2024-07-05 date-line"),
    ("By Jane Roe | 5 July 2024", "2024-07-05 date-line"),
    ("By Jane Roe, July 5, 2024", "2024-07-05 date-line"),
    (
        "By Jane Roe and John Doe in Berlin, 5 July 2024",
        "2024-07-05 date-line",
    ),
    (
        "Example Wire • 5 July 2024 • 4 min read",
        "2024-07-05 date-line",
    ),
    ("Berlin, 5 July 2024", "2024-07-05 date-line"),
    (
        "BERLIN, July 5, 2024 (Example Wire) - The match began late.",
        "2024-07-05 date-line",
    ),
    (
        "BERLIN, Germany, 5 July 2024 — The match began late.",
        "2024-07-05 date-line",
    ),
    (
        "Updated 7 July 2024 | Published 5 July 2024",
        "2024-07-05 date-line",
    ),
    ("Updated: 7 July 2024", "2024-07-07 date-line"),
    ("**Published:** 5 July 2024", "2024-07-05 date-line"),
    // These are sentences of the article.
    (
        "The cup final was played on 5 July 2024 in Berlin.",
        "- unknown",
    ),
    ("On 5 July 2024 Germany lost to Spain", "- unknown"),
    (
        "Published on 5 July 2024, the report accuses the club of hiding its debts from the league.",
        "- unknown",
    ),
    (
        "They met again – 5 July 2024 – but nobody scored.",
        "- unknown",
    ),
    (
        "Released in July 2024, the film tells the story of the team that won the cup against all odds",
        "- unknown",
    ),
    (
        "BERLIN, July 5 (Example Wire) - The match began late.",
        "- unknown",
    ),
    ("May 5 was a good day", "- unknown"),
];

#[test]
fn a_date_line_near_the_top_dates_the_article() {
    for (line, expected) in DATE_LINES {
        let text = format!("A headline\n\n{line}\n\nThe match began late on a warm evening.\n");
        check_published("cup.txt", &text, expected);
    }
}

#[test]
fn date_lines_give_no_events() {
    let text = "The harbour opens\n\nPublished: 5 July 2024\n\n\
                BERLIN, July 4 (Example Wire) - Police arrested two men in the harbour on Monday.\n";
    let mut article = read("a.txt", text.as_bytes()).0.unwrap();
    let spans = time::date_lines(&article);
    let words: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
    assert_eq!(
        words,
        ["Published: 5 July 2024", "BERLIN, July 4 (Example Wire) -"]
    );
    article.published = time::publication(&article).0;
    let found = extract(&[article], &Progress::default()).unwrap();
    let mentions = found.events.iter().flat_map(|event| &event.mentions);
    let excerpts: Vec<&str> = mentions.map(|mention| mention.excerpt.of(text)).collect();
    assert!(
        excerpts.iter().any(|words| words.starts_with("Police")),
        "{excerpts:?}"
    );
    assert!(
        !excerpts.iter().any(|words| words.contains("Published")),
        "{excerpts:?}"
    );
}

#[test]
fn a_headline_is_no_date_line() {
    check_published(
        "cup.txt",
        "Cup final, 5 July 2024\n\nThe match began late.\n",
        "- unknown",
    );
    check_published(
        "cup.txt",
        "BERLIN, 5 July 2024 (Example Wire) - The match began late.\n",
        "2024-07-05 date-line",
    );
}

#[test]
fn a_date_line_far_down_is_none() {
    let text = format!(
        "A headline\n{}5 July 2024\n",
        "A line of prose.\n".repeat(12)
    );
    check_published("cup.txt", &text, "- unknown");
}

#[test]
fn the_surest_date_wins() {
    let line = "A headline\n\nPublished 6 July 2024\n\nThe match began late.\n";
    let front = format!("---\ndate: 2024-07-05\n---\n{line}");
    check_published("cup-2024-07-07.txt", &front, "2024-07-05 front-matter");
    check_published("cup-2024-07-07.txt", line, "2024-07-06 date-line");
    check_published(
        "cup-2024-07-07.txt",
        "The match began late.",
        "2024-07-07 file-name",
    );
    check_published("cup.txt", "The match began late.", "- unknown");
    // The path lends its year to a date without one.
    let wire = "A headline\n\nBERLIN, July 5 (Example Wire) - The match began late.\n";
    check_published("2024/cup.txt", wire, "2024-07-05 date-line");
}

#[test]
fn declared_dates_are_read_in_many_styles() {
    for (words, expected) in [
        ("2024-07-05", "2024-07-05"),
        ("2024-07-05T23:30:00-05:00", "2024-07-05"),
        ("5 Jul 2024", "2024-07-05"),
        ("July 5, 2024", "2024-07-05"),
        ("Friday, 5 July 2024 10:00 GMT", "2024-07-05"),
        ("Fri, 05 Jul 2024 10:00:00 +0000", "2024-07-05"),
        ("25/07/2024", "2024-07-25"),
        ("07/25/2024", "2024-07-25"),
        ("July 2024", "2024-07"),
        ("2024-07", "2024-07"),
        ("2024", "2024"),
        ("'2024-07-05'", "2024-07-05"),
        ("20240705", "2024-07-05"),
    ] {
        let text = format!("---\ndate: {words}\n---\nThe match began late.\n");
        check_published("cup.txt", &text, &format!("{expected} front-matter"));
        let text = format!("Date: {words}\nSource: Example Wire\n\nThe match began late.\n");
        check_published("cup.txt", &text, &format!("{expected} front-matter"));
    }
}

/// Path, text, publication date, part of the problem's message (empty: no problem).
const DOUBTFUL: &[(&str, &str, &str, &str)] = &[
    (
        "a.txt",
        "---\ndate: 05/07/2024\n---\nIt rained.",
        "2024-07-05 front-matter",
        "day first",
    ),
    (
        "a.txt",
        "---\ndate: 31 February 2024\n---\nIt rained.",
        "- unknown",
        "no day of the calendar",
    ),
    (
        "a.txt",
        "---\ndate: 2024-02-31\n---\nA headline\n\nPublished 1 March 2024\n\nIt rained.",
        "2024-03-01 date-line",
        "no day of the calendar",
    ),
    (
        "a.txt",
        "---\ndate: last week\n---\nIt rained.",
        "- unknown",
        "not understood",
    ),
    (
        "a.txt",
        "---\ndate: 5 July\n---\nIt rained.",
        "- unknown",
        "no year",
    ),
    (
        "2024/a.txt",
        "---\ndate: 29 February\n---\nIt rained.",
        "2024-02-29 front-matter",
        "",
    ),
    (
        "2023/a.txt",
        "---\ndate: 29 February\n---\nIt rained.",
        "- unknown",
        "no year",
    ),
    (
        "a.txt",
        "A headline\n\nPublished 30 February 2024\n\nIt rained.",
        "- unknown",
        "no day of the calendar",
    ),
    (
        "a-2024-02-31.txt",
        "It rained.",
        "- unknown",
        "no day of the calendar",
    ),
];

#[test]
fn doubtful_and_impossible_dates_are_reported_with_their_place() {
    for (path, text, expected, message) in DOUBTFUL.iter().copied() {
        let (found, problems) = published(path, text);
        assert_eq!(found, expected, "{text}");
        assert_eq!(
            problems.len(),
            usize::from(!message.is_empty()),
            "{text}: {problems:?}"
        );
        assert!(
            problems.iter().all(|p| p.contains(message)),
            "{text}: {problems:?}"
        );
    }
    let text = "---\ntitle: Rain\ndate: 31 February 2024\n---\nIt rained.";
    let (article, _) = read("a.txt", text.as_bytes());
    let (_, problems) = time::publication(&article.unwrap());
    let span = problems.first().and_then(|p| p.span).unwrap();
    assert_eq!(span.of(text), "31 February 2024");
}

//! From files to articles: what is read, what is refused, and what is understood of it.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use dateline::ingest;
use dateline::model::{Article, ArticleId, Problem};
use dateline::time;

fn read(path: &str, bytes: &[u8]) -> (Option<Article>, Vec<Problem>) {
    ingest::article(ArticleId(0), path, bytes)
}

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

//! Publication dates as newspapers, agencies and web sites state them: what is read, what is left.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use dateline::ingest;
use dateline::model::ArticleId;
use dateline::time;

/// The article's publication date as `EDTF basis`.
fn published(path: &str, text: &str) -> String {
    let (article, _) = ingest::article(ArticleId(0), path, text.as_bytes());
    let (published, _) = time::publication(&article.unwrap());
    let edtf = published.when.map_or("-".to_owned(), |w| w.to_edtf());
    format!("{edtf} {}", published.basis.id())
}

/// All that are wrong are shown together.
fn check(table: &[(&str, &str)], published: impl Fn(&str) -> String) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(words, expected)| (words, *expected, published(words)))
        .filter(|(_, expected, found)| expected != found)
        .map(|(words, expected, found)| format!("{words:?}\n  {found}, not {expected}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// A line below the headline.
const HEADERS: &[(&str, &str)] = &[
    // Papers and their sites.
    ("Fri 5 Jul 2024 10.35 BST", "2024-07-05 date-line"),
    ("Friday July 5 2024", "2024-07-05 date-line"),
    ("Fri., July 5, 2024", "2024-07-05 date-line"),
    ("Thursday 4 July 2024 23:10 BST", "2024-07-04 date-line"),
    ("5 Jul 2024 - 10:35AM", "2024-07-05 date-line"),
    ("July 5, 2024 5:01 a.m. EDT", "2024-07-05 date-line"),
    ("July 5, 20245:01 AM ET", "2024-07-05 date-line"),
    (
        "JULY 5, 2024 / 10:35 AM / EXAMPLE NEWS",
        "2024-07-05 date-line",
    ),
    ("05 Jul 2024 at 10:35 IST", "2024-07-05 date-line"),
    ("05 Jul, 2024, 10:35 PM IST", "2024-07-05 date-line"),
    ("5th July, 2024", "2024-07-05 date-line"),
    ("[5 July 2024]", "2024-07-05 date-line"),
    ("— July 5, 2024 —", "2024-07-05 date-line"),
    (
        "(Published: Friday, July 05, 2024, at 22:38)",
        "2024-07-05 date-line",
    ),
    ("Published: 10:35 GMT, 5 July 2024", "2024-07-05 date-line"),
    (
        "PUBLISHED: 10:35, 5 July 2024 | UPDATED: 12:01, 6 July 2024",
        "2024-07-05 date-line",
    ),
    (
        "Published Jul 5, 2024 10:35am EDT | Updated Jul 6, 2024 9:00am EDT",
        "2024-07-05 date-line",
    ),
    (
        "Last Updated : Jul 05, 2024 | 10:35 PM IST",
        "2024-07-05 date-line",
    ),
    (
        "First Published: 05 Jul 2024, 10:35 PM IST",
        "2024-07-05 date-line",
    ),
    ("Published On 5 Jul 2024", "2024-07-05 date-line"),
    ("Published 5 July 2024 (2 days ago)", "2024-07-05 date-line"),
    ("5 July 2024 (2 days ago)", "2024-07-05 date-line"),
    ("Article · 5 July 2024 · 4 min read", "2024-07-05 date-line"),
    ("Issue date: July 5, 2024", "2024-07-05 date-line"),
    ("Print edition | Jul 5th 2024", "2024-07-05 date-line"),
    ("Aired July 5, 2024 - 17:00 ET", "2024-07-05 date-line"),
    (
        "Posted by Jane Roe on Friday, July 5th, 2024",
        "2024-07-05 date-line",
    ),
    ("Jane Roe, 5 July 2024", "2024-07-05 date-line"),
    ("Jane Roe July 5, 2024", "2024-07-05 date-line"),
    (
        "By JANE ROE, Associated Example – 5 July 2024",
        "2024-07-05 date-line",
    ),
    ("Text: Jane Roe  05.07.2024", "2024-07-05 date-line"),
    ("2024/07/05 10:35 KST", "2024-07-05 date-line"),
    ("2024.07.05 10:35", "2024-07-05 date-line"),
    ("2024년 7월 5일", "2024-07-05 date-line"),
    ("2024年7月5日 10:35", "2024-07-05 date-line"),
    ("Updated on Jul 5, 2024", "2024-07-05 date-line"),
    ("Edition of 5 July 2024", "2024-07-05 date-line"),
    ("July 2024", "2024-07 date-line"),
    ("2024-07-05 10:35:00 +0200", "2024-07-05 date-line"),
    ("Fri, 05 Jul 2024 10:35:00 GMT", "2024-07-05 date-line"),
    (
        "datePublished: 2024-07-05T10:35:00Z",
        "2024-07-05 date-line",
    ),
    // Agencies and press releases.
    (
        "BERLIN, July 5, 2024 /Example Newswire/ -- Example Corp opened a plant.",
        "2024-07-05 date-line",
    ),
    (
        "BERLIN, July 05, 2024 (EXAMPLE NEWSWIRE) -- Example Corp opened a plant.",
        "2024-07-05 date-line",
    ),
    (
        "BERLIN--(EXAMPLE WIRE)--July 5, 2024--Example Corp opened a plant.",
        "2024-07-05 date-line",
    ),
    (
        "Berlin, Germany – July 5, 2024 – Example Corp opened a plant.",
        "2024-07-05 date-line",
    ),
    (
        "BERLIN (Example Wire), 5 July 2024 - The match began late.",
        "2024-07-05 date-line",
    ),
    (
        "(Example Wire) BERLIN, 5 July 2024 - The match began late.",
        "2024-07-05 date-line",
    ),
    (
        "BERLIN — July 5, 2024 — The match began late.",
        "2024-07-05 date-line",
    ),
    (
        "NEW DELHI, 5 JULY 2024 (EXAMPLE WIRE): The match began late.",
        "2024-07-05 date-line",
    ),
    (
        "SÃO PAULO, July 5, 2024 (Example Wire) — The match began late.",
        "2024-07-05 date-line",
    ),
    // Addresses.
    (
        "https://www.example.org/world/2024/07/05/cup-final-late",
        "2024-07-05 date-line",
    ),
    (
        "URL: https://example.org/2024/jul/05/cup-final-late",
        "2024-07-05 date-line",
    ),
    (
        "https://example.org/news/20240705-cup-final",
        "2024-07-05 date-line",
    ),
    (
        "https://example.org/cup-final-2024-07-05.html",
        "2024-07-05 date-line",
    ),
    // Other languages.
    ("Publié le 5 juillet 2024 à 10h35", "2024-07-05 date-line"),
    ("Publié le 05/07/2024 à 10:35", "2024-07-05 date-line"),
    (
        "Veröffentlicht am 5. Juli 2024, 10:35 Uhr",
        "2024-07-05 date-line",
    ),
    ("Freitag, 5. Juli 2024", "2024-07-05 date-line"),
    ("Stand: 05.07.2024 10:35 Uhr", "2024-07-05 date-line"),
    ("Publicado el 5 de julio de 2024", "2024-07-05 date-line"),
    ("5 de julho de 2024 às 10h35", "2024-07-05 date-line"),
    (
        "Pubblicato il 5 luglio 2024 alle 10:35",
        "2024-07-05 date-line",
    ),
    ("vrijdag 5 juli 2024", "2024-07-05 date-line"),
    ("5 Temmuz 2024 Cuma", "2024-07-05 date-line"),
    ("5 lipca 2024", "2024-07-05 date-line"),
    ("5 июля 2024", "2024-07-05 date-line"),
    // No dates, or sentences of the article.
    ("Published 2 hours ago", "- unknown"),
    ("Updated 3 days ago", "- unknown"),
    ("5 hours ago · 4 min read", "- unknown"),
    ("Published yesterday at 10:35", "- unknown"),
    ("July 5", "- unknown"),
    ("Friday, 5 July", "- unknown"),
    ("© 2024 Example News", "- unknown"),
    (
        "Chapter 5 July 2024 was the month that changed the club",
        "- unknown",
    ),
    (
        "The harbour was closed from 5 July 2024 to 7 July 2024",
        "- unknown",
    ),
    (
        "What we know about the accident of 5 July 2024",
        "- unknown",
    ),
    (
        "Berlin lost 20240705 points in a game nobody saw.",
        "- unknown",
    ),
    ("Call 2024-0705 for tickets", "- unknown"),
    (
        "They will meet again (5 July 2024) if it rains – and it will.",
        "- unknown",
    ),
    ("https://example.org/cup-final-4711", "- unknown"),
    (
        "See https://example.org/2024/07/05/cup for the rules of the cup.",
        "- unknown",
    ),
    (
        "BERLIN, July 5 (Example Wire) - The match began late.",
        "- unknown",
    ),
    ("ISO 9001:2015 certified since 12.05", "- unknown"),
    ("Marching season opens", "- unknown"),
];

#[test]
fn headers_of_many_houses() {
    check(HEADERS, |line| {
        let text = format!("A headline\n\n{line}\n\nThe match began late on a warm evening.\n");
        published("cup.txt", &text)
    });
}

/// What decides `05/07/2024`.
const ORDERS: &[(&str, &str)] = &[
    (
        "Source: example.co.uk\nDate: 05/07/2024",
        "2024-07-05 front-matter",
    ),
    (
        "Source: example.com.au\nDate: 05/07/2024",
        "2024-07-05 front-matter",
    ),
    (
        "Source: www.example.us\nDate: 05/07/2024",
        "2024-05-07 front-matter",
    ),
    (
        "Source: The Example Times\nDate: 05/07/2024",
        "2024-07-05 front-matter",
    ),
    (
        "Source: Associated Press\nDate: 05/07/2024",
        "2024-05-07 front-matter",
    ),
    (
        "Source: Example\nDate: 05/07/2024 10:35 EDT",
        "2024-05-07 front-matter",
    ),
    (
        "Source: Example\nDate: 05/07/2024 10:35 BST",
        "2024-07-05 front-matter",
    ),
    (
        "Source: Example\nDate: 05/25/2024",
        "2024-05-25 front-matter",
    ),
    (
        "Source: Associated Press\nDate: 25/05/2024",
        "2024-05-25 front-matter",
    ),
    (
        "Source: Associated Press\nDate: 05.07.2024",
        "2024-07-05 front-matter",
    ),
    (
        "Source: Example\nUrl: https://example.gov/news\nDate: 05/07/2024",
        "2024-05-07 front-matter",
    ),
];

#[test]
fn the_region_of_the_source_decides_numbers() {
    check(ORDERS, |head| {
        published(
            "cup.txt",
            &format!("Title: A headline\n{head}\n\nThe match began late.\n"),
        )
    });
}

#[test]
fn other_numbers_of_the_article_decide_numbers() {
    let text = |date: &str| {
        format!(
            "A headline\n\nPublished: 05/07/2024\n\nThe bridge had been closed since {date}.\n"
        )
    };
    assert_eq!(
        published("a.txt", &text("04/23/2024")),
        "2024-05-07 date-line"
    );
    assert_eq!(
        published("a.txt", &text("23/04/2024")),
        "2024-07-05 date-line"
    );
}

/// Paths of articles that state nothing.
const PATHS: &[(&str, &str)] = &[
    ("2024/07/05/cup.txt", "2024-07-05 file-name"),
    ("archive/20240705/cup.txt", "2024-07-05 file-name"),
    ("archive/2024/0705/cup.txt", "2024-07-05 file-name"),
    ("archive/2024/jul/05/cup.txt", "2024-07-05 file-name"),
    ("archive/2024/07-July/05/cup.txt", "2024-07-05 file-name"),
    (
        "www.example.org_2024_07_05_cup-final.txt",
        "2024-07-05 file-name",
    ),
    ("20240705T103500Z-cup.txt", "2024-07-05 file-name"),
    ("20240705_103500_cup.txt", "2024-07-05 file-name"),
    ("cup-final-jul-5-2024.md", "2024-07-05 file-name"),
    ("05072024.txt", "- unknown"),
    ("report-4711-20249999.txt", "- unknown"),
    ("v2024.7/cup.txt", "- unknown"),
];

#[test]
fn paths_hold_dates() {
    check(PATHS, |path| {
        published(
            path,
            "A headline\n\nThe match began late on a warm evening.\n",
        )
    });
}

//! From files to articles: what is read, what is refused, and what is understood of it.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use dateline::ingest;
use dateline::model::{Article, ArticleId, Problem};
use dateline::session::{Progress, extract, files};
use dateline::time;
use proptest::prelude::*;

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

#[track_caller]
fn check_text(bytes: &[u8], expected: &str) {
    let (article, problems) = read("a.txt", bytes);
    assert_eq!(
        article.map(|a| a.text.to_string()).as_deref(),
        Some(expected)
    );
    assert_eq!(problems, []);
}

#[test]
fn encodings_are_read() {
    let utf16 = |text: &str, to: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(to).collect()
    };
    let expected = "Señor “Núñez” – 5 €\n";
    check_text(expected.as_bytes(), expected);
    check_text(&[b"\xef\xbb\xbf", expected.as_bytes()].concat(), expected);
    check_text(
        &[&b"\xff\xfe"[..], &utf16(expected, u16::to_le_bytes)].concat(),
        expected,
    );
    check_text(
        &[&b"\xfe\xff"[..], &utf16(expected, u16::to_be_bytes)].concat(),
        expected,
    );
    check_text(b"Se\xf1or \x93N\xfa\xf1ez\x94 \x96 5 \x80\n", expected);
    check_text(b"one\r\ntwo\rthree\n\r\n", "one\ntwo\rthree\n\n");
    check_text(b"form\x0cfeed and\ttab", "form\u{c}feed and\ttab");
}

#[test]
fn what_holds_no_text_is_a_problem_with_a_hint() {
    for (bytes, message) in [
        (&b""[..], "empty"),
        (b"\xef\xbb\xbf", "white space"),
        (b" \r\n\t ", "white space"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not text"),
        (b"%PDF-1.4", "PDF"),
        (b"PK\x03\x04\x14\0", "ZIP"),
        (b"<html><body>It rained.</body></html>", "web page"),
        (&b"T\0h\0e\0 \0r\0a\0i\0n\0"[..], "not text"),
        (&vec![b'a'; ingest::MAX_BYTES + 1], "larger than 20 MB"),
    ] {
        let (article, problems) = read("a.txt", bytes);
        assert!(article.is_none(), "{message}");
        assert_eq!(problems.len(), 1, "{message}");
        let problem = &problems[0];
        assert!(problem.message.contains(message), "{problem:?}");
        assert!(
            problem.path == "a.txt" && !problem.hint.is_empty(),
            "{problem:?}"
        );
    }
}

type Title = (
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
);

/// Path, text, title, source.
const TITLES: &[Title] = &[
    ("a.txt", "A headline\n\nIt rained.", "A headline", None),
    (
        "a.txt",
        "\n\n  A headline  \nIt rained.",
        "A headline",
        None,
    ),
    ("a.md", "# A headline #\n\nIt rained.", "A headline", None),
    ("a.md", "**A headline**\n\nIt rained.", "A headline", None),
    (
        "a.txt",
        "ADVERTISEMENT\n\nA headline\n\nIt rained.",
        "A headline",
        None,
    ),
    (
        "a.txt",
        "World\n5 July 2024\nA headline\nIt rained.",
        "A headline",
        None,
    ),
    (
        "a.txt",
        "BREAKING NEWS\nA headline\nIt rained.",
        "A headline",
        None,
    ),
    ("big_storm-2.txt", "***\n\n---", "big storm 2", None),
    (
        "a.txt",
        "---\ntitle: A title\nsource: A paper\n---\nA headline",
        "A title",
        Some("A paper"),
    ),
    (
        "a.txt",
        "---\nTitle: \"A: title\"\nauthor: [Jane Roe, John Doe]\n---\nIt rained.",
        "A: title",
        Some("Jane Roe, John Doe"),
    ),
    (
        "a.txt",
        "---\nauthor: Jane Roe\npublisher: A paper\n---\nA headline",
        "A headline",
        Some("A paper"),
    ),
    (
        "a.txt",
        "Title: A title\nSource: A paper\n\nIt rained.",
        "A title",
        Some("A paper"),
    ),
    (
        "a.txt",
        "A headline\nSource: A paper\n\nIt rained.",
        "A headline",
        Some("A paper"),
    ),
    (
        "a.txt",
        "Source: the minister will resign before the end of the week\n\nIt rained.",
        "Source: the minister will resign before the end of the week",
        None,
    ),
    (
        "A paper/a.txt",
        "A headline\n\nIt rained.",
        "A headline",
        Some("A paper"),
    ),
    (
        "A paper/2024/07/a.txt",
        "A headline",
        "A headline",
        Some("A paper"),
    ),
    (
        "A paper/a.txt",
        "---\nsite: Another\n---\nA headline",
        "A headline",
        Some("Another"),
    ),
    ("./a.txt", "A headline", "A headline", None),
    (
        "/home/roe/Downloads/a.txt",
        "A headline",
        "A headline",
        None,
    ),
    (
        "a.txt",
        "---\n\nA headline\n\n---\n\nIt rained.",
        "A headline",
        None,
    ),
    (
        "a.txt",
        "---\ntitle: no end of it\n\nIt rained.",
        "no end of it",
        None,
    ),
];

#[test]
fn titles_and_sources_are_found() {
    for (path, text, title, source) in TITLES.iter().copied() {
        let (article, problems) = read(path, text.as_bytes());
        let article = article.unwrap();
        assert_eq!(
            (article.title.as_str(), article.source.as_deref()),
            (title, source),
            "{text}"
        );
        assert_eq!(problems, [], "{text}");
        if let Some(span) = article.title_span {
            assert_eq!(span.of(&article.text), title, "{text}");
        }
    }
}

#[test]
fn long_first_lines_are_cut_at_a_word() {
    let text = "It rained on the hills. ".repeat(20);
    let article = read("a.txt", text.as_bytes()).0.unwrap();
    assert!(
        article.title.ends_with("hills.…") || article.title.ends_with('…'),
        "{}",
        article.title
    );
    assert!(article.title.chars().count() <= 141);
    let span = article.title_span.unwrap();
    assert_eq!(format!("{}…", span.of(&text)), article.title);
}

#[test]
fn invalid_front_matter_is_reported_and_its_lines_still_read() {
    let text =
        "---\ntitle: The river: a history\nsource: A paper\ndate: 2024-07-05\n---\nIt rained.";
    let (article, problems) = read("a.txt", text.as_bytes());
    let article = article.unwrap();
    assert_eq!(article.title, "The river: a history");
    assert_eq!(article.source.as_deref(), Some("A paper"));
    assert_eq!(article.declared_date.unwrap().words, "2024-07-05");
    assert!(
        problems[0].message.contains("not valid YAML"),
        "{problems:?}"
    );
    let inside = problems[0].span.unwrap().of(text);
    assert!(
        inside.starts_with("title:") && inside.ends_with("2024-07-05\n"),
        "{inside}"
    );
}

/// Boilerplate of `text`, each span shown.
fn boilerplate(path: &str, text: &str) -> Vec<String> {
    let article = read(path, text.as_bytes()).0.unwrap();
    let spans = article.boilerplate.iter();
    spans
        .map(|span| span.of(&article.text).to_owned())
        .collect()
}

#[test]
fn markdown_targets_images_code_and_comments_are_boilerplate() {
    let text = "# Rain #\n\nThe *old* [minister](https://example.org/a \"b\") **came**. ![A flood](flood.png)\n\n\
                <!-- on Friday -->\n\n```\nsince 2024\n```\n\nIt <b>rained</b>. <https://example.org>\n\n\
                [![A flood](flood.png)](https://example.org) See [here][1] and [**there**](b).\n\n[1]: https://example.org\n";
    let expected = [
        "#",
        "#",
        "*",
        "*",
        "[",
        "](https://example.org/a \"b\")",
        "**",
        "**",
        "![A flood](flood.png)",
        "<!-- on Friday -->",
        "```\nsince 2024\n```",
        "<b>",
        "</b>",
        "<",
        ">",
        "[![A flood](flood.png)](https://example.org)",
        "[",
        "][1]",
        "[**",
        "**](b)",
    ];
    assert_eq!(boilerplate("a.md", text), expected);
    assert_eq!(boilerplate("a.txt", text), Vec::<String>::new());
}

#[test]
fn blocks_go_to_their_end_but_never_swallow_an_article() {
    let body = "It rained on the hills all day.\n\n".repeat(6);
    let text = format!("{body}Legal Disclaimer:\nWe give no\nwarranty.\n\nThe river rose.\n");
    assert_eq!(
        boilerplate("a.txt", &text),
        ["Legal Disclaimer:\nWe give no\nwarranty."]
    );
    let text = format!("Disclaimer: names were changed.\n{body}");
    assert_eq!(
        boilerplate("a.txt", &text),
        ["Disclaimer: names were changed."]
    );
    let text = format!(
        "{body}Sources:\nExample Wire\nThe ministry\n\nIt will rain again on Friday, say experts.\n"
    );
    assert_eq!(
        boilerplate("a.txt", &text),
        ["Sources:\nExample Wire\nThe ministry"]
    );
    let text =
        format!("{body}Leave a Reply\n\nJane: It rained here as well on Friday, all day.\n");
    assert_eq!(
        boilerplate("a.txt", &text),
        ["Leave a Reply\n\nJane: It rained here as well on Friday, all day."]
    );
}

#[test]
fn pasted_text_becomes_an_article() {
    let (article, problems) = ingest::pasted(
        ArticleId(7),
        "pasted-1.txt",
        "A headline\r\n\r\nIt rained.",
        "",
        " ",
    );
    let article = article.unwrap();
    assert_eq!(
        (article.id, article.title.as_str()),
        (ArticleId(7), "A headline")
    );
    assert_eq!(
        (&*article.text, article.source),
        ("A headline\n\nIt rained.", None)
    );
    assert_eq!(problems, []);
    let text = "---\ntitle: One\nsource: Two\n---\nIt rained.";
    let (article, _) = ingest::pasted(ArticleId(0), "pasted-1.txt", text, "Mine", "My paper");
    let article = article.unwrap();
    assert_eq!((article.title.as_str(), article.title_span), ("Mine", None));
    assert_eq!(article.source.as_deref(), Some("My paper"));
    assert!(
        ingest::pasted(ArticleId(0), "pasted-1.txt", " ", "Mine", "")
            .0
            .is_none()
    );
}

#[test]
fn huge_lines_and_texts_are_read_quickly() {
    let start = std::time::Instant::now();
    let line = "It rained on Monday. ".repeat(50_000);
    let (article, problems) = read("a.txt", line.as_bytes());
    assert_eq!(
        (article.unwrap().text.len(), problems),
        (line.len(), vec![])
    );
    let unbroken = "a".repeat(1_000_000);
    assert!(read("a.md", unbroken.as_bytes()).0.is_some());
    let deep = "[".repeat(200_000);
    assert!(read("a.md", deep.as_bytes()).0.is_some());
    let quoted = "> ".repeat(100_000);
    assert!(read("a.md", format!("{quoted}a").as_bytes()).0.is_some());
    let yaml = format!("---\ntitle: {}\n---\nIt rained.", "[".repeat(100_000));
    assert!(read("a.md", yaml.as_bytes()).0.is_some());
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}

/// Names of the articles relative to `folder`, and messages of the problems.
fn load(folder: &Path, paths: &[PathBuf]) -> (Vec<String>, Vec<String>) {
    let (articles, problems) = files::load(paths, ArticleId(0), &Progress::default());
    let inside = format!("{}/", folder.display());
    let names = articles.iter().map(|a| a.path.replace(&inside, ""));
    assert!(
        problems
            .iter()
            .all(|p| !p.hint.is_empty() && !p.path.is_empty()),
        "{problems:?}"
    );
    (
        names.collect(),
        problems.into_iter().map(|p| p.message).collect(),
    )
}

#[test]
fn folders_are_walked_in_order_and_only_articles_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for name in [
        "b.txt",
        "a.md",
        "sub/c.MARKDOWN",
        "sub/d.text",
        ".git/x.txt",
        ".hidden.txt",
        "e.pdf",
        "f",
    ] {
        write(root, name, "It rained.");
    }
    let all = ["a.md", "b.txt", "sub/c.MARKDOWN", "sub/d.text"];
    let (names, problems) = load(root, &[root.to_owned()]);
    assert_eq!(
        (names.as_slice(), problems.as_slice()),
        (&all.map(str::to_owned)[..], &[][..])
    );
    // What is given twice is read once, at its first place.
    let twice = [
        root.join("sub/d.text"),
        root.join("sub/../sub/d.text"),
        root.to_owned(),
        root.to_owned(),
    ];
    let (names, problems) = load(root, &twice);
    assert_eq!(names, ["sub/d.text", "a.md", "b.txt", "sub/c.MARKDOWN"]);
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn ids_follow_on_and_dates_are_settled() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.txt", "b.txt", "c-2024-07-05.txt"] {
        write(
            folder.path(),
            name,
            if name == "b.txt" { "" } else { "It rained." },
        );
    }
    let paths = [folder.path().to_owned()];
    let (articles, problems) = files::load(&paths, ArticleId(5), &Progress::default());
    assert_eq!(
        articles.iter().map(|a| a.id.0).collect::<Vec<u32>>(),
        [5, 6]
    );
    assert_eq!(
        articles[1].published.day(),
        Some(jiff::civil::date(2024, 7, 5))
    );
    assert_eq!(problems.len(), 1);
}

#[test]
fn what_cannot_be_read_is_a_problem_and_the_rest_loads() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    write(root, "good.txt", "It rained.");
    write(root, "empty/nothing.csv", "1,2");
    let big = fs::File::create(root.join("big.txt")).unwrap();
    big.set_len(50_000_000).unwrap();
    let paths = [
        "missing.txt",
        "empty",
        "empty/nothing.csv",
        "big.txt",
        "good.txt",
    ];
    let (names, problems) = load(root, &paths.map(|name| root.join(name)));
    assert_eq!(names, ["good.txt"]);
    let expected = [
        "There is no such file or folder.",
        "The folder holds no .txt or .md file.",
        "Only .txt and .md files can be opened.",
        "The file is larger than 20 MB.",
    ];
    assert_eq!(problems.len(), expected.len(), "{problems:?}");
    for expected in expected {
        assert!(
            problems.iter().any(|p| p.starts_with(expected)),
            "{expected}: {problems:?}"
        );
    }
}

#[test]
fn a_folder_with_ten_thousand_files_is_read_and_can_be_cancelled() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..10_000 {
        write(
            folder.path(),
            &format!("{n:05}.txt"),
            "It rained on Monday.",
        );
    }
    let paths = [folder.path().to_owned()];
    let progress = Progress::default();
    let (articles, problems) = files::load(&paths, ArticleId(0), &progress);
    assert_eq!((articles.len(), problems.len()), (10_000, 0));
    assert_eq!(progress.done.load(Ordering::Relaxed), 10_000);
    assert!(articles.is_sorted_by_key(|a| (a.path.clone(), a.id)));
    progress.cancelled.store(true, Ordering::Relaxed);
    let (articles, problems) = files::load(&paths, ArticleId(0), &progress);
    assert_eq!((articles.len(), problems.len()), (0, 0));
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_in_circles() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    write(root, "sub/a.txt", "It rained.");
    std::os::unix::fs::symlink(root, root.join("sub/up")).unwrap();
    std::os::unix::fs::symlink(root.join("gone.txt"), root.join("gone-link.txt")).unwrap();
    std::os::unix::fs::symlink(root.join("sub/a.txt"), root.join("same.txt")).unwrap();
    let (names, problems) = load(root, &[root.to_owned()]);
    assert_eq!(
        names,
        ["same.txt"],
        "the same file under two names is read once"
    );
    assert_eq!(problems, Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn without_permission_the_problem_says_so() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "a.txt", "It rained.");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        return; // A superuser may read everything.
    }
    let (names, problems) = load(folder.path(), &[path]);
    assert!(
        names.is_empty() && problems[0].starts_with("No permission"),
        "{problems:?}"
    );
}

#[test]
fn files_are_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.svg");
    files::write_atomically(&path, b"one").unwrap();
    files::write_atomically(&path, b"two").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"two");
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(names.len(), 1, "no temporary file is left");
    for (path, message) in [
        (folder.path().to_owned(), "This is a folder."),
        (
            folder.path().join("none/out.svg"),
            "The folder does not exist.",
        ),
        (path.join("out.svg"), "The folder does not exist."),
    ] {
        let problem = files::write_atomically(&path, b"x").unwrap_err();
        assert!(problem.message.contains(message), "{problem:?}");
        assert!(problem.path == path.to_string_lossy() && !problem.hint.is_empty());
    }
    assert_eq!(fs::read(&path).unwrap(), b"two");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_named() {
    let problem = files::write_atomically(Path::new("/dev/full"), b"x").unwrap_err();
    assert!(problem.message.contains("The disk is full."), "{problem:?}");
}

fn check_spans(path: &str, bytes: &[u8]) {
    let (article, problems) = read(path, bytes);
    let Some(article) = article else {
        assert_eq!(problems.len(), 1);
        return;
    };
    let text = &article.text;
    assert!(!article.title.is_empty());
    assert!(
        article
            .boilerplate
            .iter()
            .all(|s| s.fits(text) && !s.is_empty())
    );
    assert!(
        article
            .boilerplate
            .windows(2)
            .all(|two| two[0].end <= two[1].start)
    );
    let (published, more) = time::publication(&article);
    let problem_spans = problems.iter().chain(&more).filter_map(|p| p.span);
    let declared = article.declared_date.as_ref().and_then(|d| d.span);
    let mut spans = problem_spans
        .chain(published.span)
        .chain(declared)
        .chain(article.title_span);
    assert!(spans.all(|span| span.fits(text)));
}

/// Pieces that ingest takes notice of, so that random texts are made of more than noise.
const PIECES: &[&str] = &[
    "---\n",
    "title: ",
    "date: 31 February 2024\n",
    "Source: A paper\n",
    "\n",
    "\r\n",
    "\r",
    "ADVERTISEMENT",
    "Sources:\n",
    "The",
    "Legal Disclaimer:\n",
    "Published 5 July 2024",
    " | ",
    "# ",
    "[a](b)",
    "```\n",
    "<!--",
    "é",
    "”",
    "BERLIN, ",
    "5. ",
    "05/07/2024",
    "\u{feff}",
];

proptest! {
    #[test]
    fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), markdown: bool) {
        check_spans(if markdown { "a.md" } else { "a.txt" }, &bytes);
    }

    #[test]
    fn any_pieces_give_spans_that_fit(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..30), markdown: bool) {
        check_spans(if markdown { "2024/a.md" } else { "a-05-07-2024.txt" }, pieces.concat().as_bytes());
    }

    #[test]
    fn any_date_words_are_read_without_panic(words in "[0-9]{0,4}[-/. ](Feb|May|29|31)?[-/. ,é年]{0,2}[0-9]{0,5}", path: String) {
        time::parse_day(&words);
        check_spans(&path, words.as_bytes());
    }
}

//! Encodings, titles, front matter and what is not the article.

use dateline::ingest;
use dateline::model::ArticleId;

use crate::read;

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

//! Spans point to the words they are of, whatever the text.

use dateline::time;
use proptest::prelude::*;

use crate::read;

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

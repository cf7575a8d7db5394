//! Whatever a text holds, the whole way from its bytes to the picture neither panics nor points
//! beside the text, and takes the same way every time.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use dateline::export::{Format, Picture, render, to_csv, to_json};
use dateline::layout::{self, LaneBy};
use dateline::model::{Article, ArticleId, Event, Mention, Problem, Span, Timex};
use dateline::scene::Theme;
use dateline::session::{Extraction, Progress, extract};
use dateline::{ingest, time};
use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::select;

/// What news is made of, and what breaks readers of it.
const PIECES: &[&str] = &[
    "Delegates met in Oslo on 5 May 2021.",
    "Talks between Norway and Chile are to be held on Friday",
    "The strike was called off last week",
    "The bridge could reopen as early as mid-February",
    "between 13 and 24 June 2020",
    "31 February 2021",
    "29 February",
    "0000-00-00",
    "9999-12-31",
    "-9999",
    "1-2-3-4-5",
    "in the 1980s",
    "'98",
    "two and a half centuries ago",
    "99999999999999999999 years ago",
    "a million decades from now",
    "spring 2022",
    "third quarter of last year",
    "Monday to Wednesday",
    "24:00 on 1 January 0001",
    "he said, citing Anna Berg of the U.S. Senate",
    "Anna Berg",
    "was not",
    "will",
    "---\ndate: 2021-13-45\ntitle: [\n---\n",
    "---\n",
    "ADVERTISEMENT",
    "Subscribe to our newsletter",
    "By Ann Hill\nMarch 3, 2021\n",
    "# Heading\n",
    "[words](http://example.org/2021/05/06)",
    "**",
    "<b>",
    "“",
    "”",
    "\"",
    "‘",
    "(",
    "[",
    ".",
    "...",
    "!",
    ":",
    ";",
    ",",
    "-",
    "–",
    "/",
    "\u{ad}",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\u{a0}",
    "\u{2028}",
    "\u{feff}",
    "\u{200d}",
    "İstanbul",
    "ẞ",
    "ǅ",
    "½",
    "٣",
    "五月",
    "e\u{301}",
    "👩‍👩‍👧",
    "\u{202e}",
    "\u{fffd}",
    "\0",
    "\u{1b}",
];

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "\\PC{0,12}",
        1 => "[0-9]{1,6}",
    ];
    let joint = prop_oneof![3 => Just(" "), 1 => Just(""), 1 => Just("\n")];
    proptest::collection::vec((piece, joint), 0..40).prop_map(|parts| {
        parts
            .into_iter()
            .flat_map(|(a, b)| [a, b.to_owned()])
            .collect()
    })
}

fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    let utf16 = |text: String| {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    prop_oneof![
        8 => any_text().prop_map(String::into_bytes),
        1 => any_text().prop_map(utf16),
        1 => proptest::collection::vec(any::<u8>(), 0..200),
    ]
}

/// The articles that are readable, with the publication dates they state.
fn read(files: &[Vec<u8>]) -> (Vec<Article>, Vec<Problem>) {
    let mut articles = Vec::new();
    let mut problems = Vec::new();
    for (id, bytes) in (0..).zip(files) {
        let name = format!("news/{id}.{}", if id % 2 == 0 { "txt" } else { "md" });
        let (article, its_problems) = ingest::article(ArticleId(id), &name, bytes);
        problems.extend(its_problems);
        if let Some(article) = article {
            let (published, its_problems) = time::publication(&article);
            problems.extend(its_problems);
            articles.push(Article {
                published,
                ..article
            });
        }
    }
    (articles, problems)
}

fn found(articles: &[Article], n_threads: usize) -> Extraction {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads);
    let pool = pool.build().unwrap();
    pool.install(|| extract(articles, &Progress::default()))
        .unwrap()
}

fn spans_of_timex(timex: &Timex) -> Vec<Span> {
    let steps = timex.steps.iter().filter_map(|step| step.span);
    std::iter::once(timex.span).chain(steps).collect()
}

fn spans_of_mention(mention: &Mention) -> Vec<Span> {
    let names = mention.places.iter().chain(&mention.participants);
    [mention.excerpt, mention.trigger]
        .into_iter()
        .chain(mention.status_span)
        .chain(mention.timex)
        .chain(names.map(|name| name.span))
        .chain(mention.quantities.iter().map(|quantity| quantity.span))
        .chain(mention.why.iter().filter_map(|step| step.span))
        .collect()
}

fn check_spans(articles: &[Article], found: &Extraction) {
    for (article, timexes) in articles.iter().zip(found.timexes.iter()) {
        let own = article.title_span.into_iter().chain(article.published.span);
        let spans = timexes.iter().flat_map(spans_of_timex);
        for span in own.chain(article.boilerplate.iter().copied()).chain(spans) {
            assert!(span.fits(&article.text), "{span:?} in {:?}", article.text);
        }
        let is_in_order = timexes
            .windows(2)
            .all(|two| two[0].span.end <= two[1].span.start);
        assert!(is_in_order, "{timexes:?}");
    }
    for event in &found.events {
        check_event(articles, event);
    }
}

fn check_event(articles: &[Article], event: &Event) {
    assert!(!event.mentions.is_empty(), "{event:?}");
    assert!(event.title.chars().count() <= 60, "{}", event.title);
    for mention in &event.mentions {
        let article = articles.iter().find(|a| a.id == mention.article).unwrap();
        for span in spans_of_mention(mention) {
            assert!(span.fits(&article.text), "{span:?} in {:?}", article.text);
        }
        assert!(mention.excerpt.contains(mention.trigger), "{mention:?}");
        let is_in_advertisement = article
            .boilerplate
            .iter()
            .any(|gap| gap.overlaps(mention.trigger));
        assert!(!is_in_advertisement, "{mention:?}");
    }
    if let Some(when) = &event.when
        && let (Some(first), Some(last)) = (when.earliest(), when.latest())
    {
        assert!(first <= last, "{when:?}");
    }
    let claims = event.conflicts.iter().flat_map(|about| &about.claims);
    for index in claims.flat_map(|claim| &claim.mentions) {
        assert!(*index < event.mentions.len(), "{event:?}");
    }
}

/// All that can be written of a set of articles.
fn written(articles: &[Article], problems: &[Problem], found: &Extraction) -> Vec<Vec<u8>> {
    let events: Vec<&Event> = found.events.iter().collect();
    let picture = Picture {
        events: &events,
        articles,
        window: layout::fit(&events, articles),
        width_px: 900.0,
        height_px: None,
        scale: 1.0,
        theme: Theme::light(),
        lanes: LaneBy::Kind,
        legend: true,
        notes: true,
        as_of: None,
        title: None,
    };
    let json = to_json(articles, &events, problems).unwrap();
    serde_json::from_slice::<serde_json::Value>(&json).unwrap();
    let svg = render(&picture, Format::Svg).unwrap();
    resvg::usvg::roxmltree::Document::parse(str::from_utf8(&svg).unwrap()).unwrap();
    vec![json, svg, to_csv(articles, &events).unwrap()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_articles_become_a_picture(files in proptest::collection::vec(any_bytes(), 1..5), known: bool) {
        let (mut articles, problems) = read(&files);
        if known {
            let day = dateline::model::Published::on(date(2021, 5, 7), dateline::model::Basis::Given, None);
            for article in &mut articles {
                article.published = day.clone();
            }
        }
        let first = found(&articles, 1);
        check_spans(&articles, &first);
        let second = found(&articles, 4);
        prop_assert_eq!(&first.events, &second.events);
        prop_assert_eq!(&first.timexes, &second.timexes);
        prop_assert_eq!(written(&articles, &problems, &first), written(&articles, &problems, &second));
    }
}

/// Long texts of one piece each, which a careless reader would take quadratic time for: the time of
/// a text four times as long is compared with that of the text.
#[test]
fn time_grows_with_the_length_and_no_faster() {
    for piece in [
        "1-",
        "1.",
        "5 May to ",
        "one hundred and ",
        "hundred ",
        "Anna ",
        "A.",
        "“",
        "(",
        "a'",
        ". ",
        "word ",
        "met ",
        "a\n",
        "[a](",
        "`a``",
        "* ",
    ] {
        let seconds = |len: usize| {
            let text = piece.repeat(len / piece.len());
            let (articles, _) = read(&[Vec::new(), text.into_bytes()]);
            let start = std::time::Instant::now();
            found(&articles, 1);
            start.elapsed().as_secs_f64()
        };
        seconds(2_000);
        // The better of two: other work on the machine must not count.
        let (short, long) = (seconds(15_000), seconds(60_000).min(seconds(60_000)));
        assert!(
            long < 12.0 * short + 0.25,
            "{piece:?}: {short} s, then {long} s"
        );
    }
}

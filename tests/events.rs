//! Event mentions from sentences: trigger, status, date, places and headline.
#![expect(clippy::expect_used, reason = "a test may panic")]

use std::sync::Arc;

use dateline::event::mentions;
use dateline::model::{Article, ArticleId, Basis, Mention, Published, Span, Status};
use dateline::text::analyse;
use dateline::time::tag;
use jiff::civil::Date;
use proptest::prelude::*;

const PUBLISHED: &str = "2024-05-15";

fn read(text: &str, published: Option<&str>) -> Vec<Mention> {
    let day: Option<Date> = published.map(|day| day.parse().expect("a day"));
    let article = Article {
        id: ArticleId(0),
        path: "test.txt".to_owned(),
        text: Arc::from(text),
        title: "test".to_owned(),
        title_span: None,
        source: None,
        declared_date: None,
        published: day.map_or_else(Published::default, |day| {
            Published::on(day, Basis::Given, None)
        }),
        boilerplate: Vec::new(),
    };
    let document = analyse(text, &[]);
    let timexes = tag(text, &document, day);
    mentions(&article, &document, &timexes)
}

/// The mention of `text` whose trigger is `trigger`.
fn mention(text: &str, trigger: &str) -> Mention {
    let found = read(text, Some(PUBLISHED));
    let triggers: Vec<&str> = found.iter().map(|m| m.trigger.of(text)).collect();
    let at = triggers.iter().position(|words| *words == trigger);
    let at = at.unwrap_or_else(|| panic!("{text}\nfound {triggers:?}, not {trigger}"));
    found.into_iter().nth(at).expect("a mention")
}

fn check(text: &str, trigger: &str, status: Status, when: &str) {
    let mention = mention(text, trigger);
    let edtf = mention
        .when
        .as_ref()
        .map_or(String::new(), dateline::model::When::to_edtf);
    assert_eq!(
        (mention.status, edtf.as_str()),
        (status, when),
        "{text}\n{}",
        mention.title
    );
    assert!(!mention.why.is_empty(), "{text}: no reason");
}

#[test]
fn status_and_date_follow_the_clause() {
    use Status::{Cancelled, Denied, Happened, Planned, Proposed};
    for (text, trigger, status, when) in [
        (
            "Police arrested four men in Lyon on Monday.",
            "arrested",
            Happened,
            "2024-05-13",
        ),
        (
            "An earthquake struck Peru on 3 May 2024.",
            "earthquake",
            Happened,
            "2024-05-03",
        ),
        (
            "Rebels attacked the base at Gao.",
            "attacked",
            Happened,
            "../2024-05-15",
        ),
        (
            "The two ministers will meet in Lima.",
            "meet",
            Planned,
            "2024-05-15/..",
        ),
        (
            "The leaders could meet in Lima.",
            "meet",
            Proposed,
            "2024-05-15/..",
        ),
        (
            "Norway cancelled the visit to Chile.",
            "visit",
            Cancelled,
            "../2024-05-15",
        ),
        (
            "The ministers failed to sign the treaty with Peru.",
            "treaty",
            Denied,
            "../2024-05-15",
        ),
    ] {
        check(text, trigger, status, when);
    }
}

#[test]
fn a_date_belongs_to_its_clause() {
    let text = "Officials in Lima said on Monday that the summit with Chile would be held on 20 May 2024.";
    check(text, "summit", Status::Planned, "2024-05-20");
}

#[test]
fn opinion_and_habit_are_no_events() {
    for text in [
        "War is terrible.",
        "Many people agree with him.",
        "She often travels by train.",
        "The talks of the town are loud.",
        "",
    ] {
        let found = read(text, Some(PUBLISHED));
        assert!(
            found.is_empty(),
            "{text}: {:?}",
            found.iter().map(|m| &m.title).collect::<Vec<_>>()
        );
    }
}

#[test]
fn titles_read_like_headlines() {
    for (text, trigger, title) in [
        (
            "Police arrested four men in Lyon on Monday.",
            "arrested",
            "Police arrest four men in Lyon",
        ),
        (
            "The talks between Peru and Chile were held in Quito in March.",
            "talks",
            "Talks between Peru and Chile, Quito",
        ),
        (
            "Four men were arrested in Lyon on Monday.",
            "arrested",
            "Four men arrested in Lyon",
        ),
    ] {
        assert_eq!(mention(text, trigger).title, title);
    }
}

#[test]
fn places_are_where_it_happens() {
    let found = mention("Police arrested four men in Lyon on Monday.", "arrested");
    let places: Vec<&str> = found
        .places
        .iter()
        .map(|place| place.full.as_str())
        .collect();
    assert_eq!(places, ["Lyon"]);
}

#[test]
fn without_a_publication_date_nothing_is_guessed() {
    let found = read("Rebels attacked the base at Gao.", None);
    let attack = found.first().expect("a mention");
    assert_eq!(attack.when, None);
    assert!(!attack.why.is_empty());
}

fn check_form(text: &str) {
    for mention in read(text, Some(PUBLISHED)) {
        let spans = [
            Some(mention.excerpt),
            Some(mention.trigger),
            mention.status_span,
            mention.timex,
        ];
        let names = mention
            .places
            .iter()
            .chain(&mention.participants)
            .map(|name| name.span);
        let numbers = mention.quantities.iter().map(|quantity| quantity.span);
        let reasons = mention.why.iter().filter_map(|step| step.span);
        let all: Vec<Span> = spans
            .into_iter()
            .flatten()
            .chain(names)
            .chain(numbers)
            .chain(reasons)
            .collect();
        assert!(all.iter().all(|span| span.fits(text)), "{text}");
        assert!(mention.excerpt.contains(mention.trigger));
        assert!(
            mention.title.chars().count() <= 60 && !mention.title.is_empty(),
            "{}",
            mention.title
        );
        assert!((0.0..=1.0).contains(&mention.salience));
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        check_form(&text);
    }

    #[test]
    fn any_words_are_read(words in proptest::collection::vec(
        prop_oneof![
            Just("The"), Just("talks"), Just("Peru"), Just("U.S."), Just("met"), Just("to"), Just("sign"), Just(","),
            Just("and"), Just("said"), Just("on"), Just("Monday"), Just("was"), Just("arrested"), Just("12-day"),
            Just("war"), Just("."), Just("which"), Just("could"), Just("not"), Just("é"), Just("$3"), Just("million"),
        ],
        0..40,
    )) {
        check_form(&words.join(" "));
    }
}

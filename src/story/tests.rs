//! Tables of sentences with hand-made mentions, and the events that must come out.

use jiff::civil::Date;
use proptest::prelude::*;
use serde::Deserialize;

use super::{strays, weave};
use crate::model::{
    Article, ArticleId, Basis, Event, Kind, Mention, Name, NameClass, Published, Quantity,
    Span, Status, When,
};

/// The file of cases; its head says how they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    events: Vec<String>,
    articles: Vec<Source>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    published: String,
    sentences: Vec<String>,
}

impl Source {
    fn new(published: &str, sentences: &[&str]) -> Self {
        Self {
            published: published.to_owned(),
            sentences: sentences
                .iter()
                .map(|sentence| (*sentence).to_owned())
                .collect(),
        }
    }
}

fn read(sources: &[Source]) -> (Vec<Article>, Vec<Mention>) {
    let mut articles = Vec::new();
    let mut mentions = Vec::new();
    for (number, source) in (0..).zip(sources) {
        let mut text = String::new();
        for sentence in &source.sentences {
            mentions.push(mention(ArticleId(number), &mut text, sentence));
        }
        articles.push(article(number, &source.published, text));
    }
    (articles, mentions)
}

fn article(number: u32, published: &str, text: String) -> Article {
    let day: Option<Date> = published.parse().ok();
    Article {
        id: ArticleId(number),
        path: format!("{number}.txt"),
        title: "Title".to_owned(),
        text: text.into(),
        title_span: None,
        source: None,
        declared_date: None,
        saved: None,
        anchor: None,
        published: day
            .map(|day| Published::on(day, Basis::Given, None))
            .unwrap_or_default(),
        boilerplate: Vec::new(),
    }
}

fn mention(article: ArticleId, text: &mut String, sentence: &str) -> Mention {
    let (facts, words) = sentence.split_once(" | ").unwrap();
    let facts: Vec<&str> = facts.split(' ').collect();
    let [class, status, when] = facts.as_slice() else {
        panic!("class, status and date: {sentence}");
    };
    let mut mention = blank(article, class, Status::from_id(status).unwrap(), when);
    mention.excerpt.start = text.len();
    mark(&mut mention, words, text);
    mention.excerpt.end = text.len();
    mention.title = mention.excerpt.of(text).to_owned();
    text.push('\n');
    mention
}

fn blank(article: ArticleId, class: &str, status: Status, when: &str) -> Mention {
    let found = When::from_edtf(when);
    let is_told = found
        .as_ref()
        .is_some_and(|when| when.width_days().is_some());
    Mention {
        article,
        excerpt: Span::default(),
        trigger: Span::default(),
        lemma: String::new(),
        class: class.to_owned(),
        kind: match class {
            "meeting" | "visit" => Kind::Diplomacy,
            "exercise" => Kind::Military,
            "warning" => Kind::Statement,
            _ => Kind::Other,
        },
        status,
        status_span: None,
        when: found,
        timex: (is_told || when == "?").then(Span::default),
        why: Vec::new(),
        places: Vec::new(),
        participants: Vec::new(),
        quantities: Vec::new(),
        title: String::new(),
        salience: 0.5,
    }
}

/// Adds `words` to `text` without its marks, and what they mark to the mention.
fn mark(mention: &mut Mention, words: &str, text: &mut String) {
    for piece in words.split_inclusive(['{', '}', '[', ']']) {
        let (words, sign) = match piece.char_indices().next_back() {
            Some((at, sign)) if "{}[]".contains(sign) => (&piece[..at], sign),
            _ => (piece, ' '),
        };
        let from = text.len();
        let marked = words.split_once(':').filter(|_| sign == '}');
        text.push_str(marked.map_or(words, |(_, words)| words));
        let span = Span::new(from, text.len());
        match (sign, marked) {
            (']', _) => {
                mention.trigger = span;
                mention.lemma = words.to_owned();
            }
            ('}', Some((mark, words))) => take_name(mention, mark, words, span),
            _ => (),
        }
    }
}

fn take_name(mention: &mut Mention, mark: &str, words: &str, span: Span) {
    let class = match mark {
        "p" => NameClass::Person,
        "c" => NameClass::Country,
        _ => NameClass::Place,
    };
    let name = Name {
        full: words.to_owned(),
        span,
        class,
    };
    match mark {
        "n" => mention.quantities.push(Quantity {
            about: "dead".to_owned(),
            value: words.parse().unwrap(),
            span,
        }),
        "l" => mention.places.push(name),
        _ => mention.participants.push(name),
    }
}

fn tell(event: &Event) -> String {
    let when = event
        .when
        .as_ref()
        .map_or("undated".to_owned(), When::to_edtf);
    let conflicts = event.conflicts.iter().map(|conflict| {
        let values: Vec<&str> = conflict
            .claims
            .iter()
            .map(|claim| claim.value.as_str())
            .collect();
        format!(" {}: {}", conflict.about.id(), values.join("/"))
    });
    format!(
        "{when} {} {}o {}m{}",
        event.status.id(),
        event.origins,
        event.mentions.len(),
        conflicts.collect::<String>()
    )
}

#[test]
fn the_cases_come_out_as_written() {
    let file: File =
        toml::from_str(include_str!("../../assets/lang/en/story/cases.toml")).unwrap();
    assert!(!file.case.is_empty());
    for case in file.case {
        let (articles, mentions) = read(&case.articles);
        let told: Vec<String> = weave(&articles, mentions).iter().map(tell).collect();
        assert_eq!(told, case.events, "{}", case.name);
    }
}

const WIRE: &str = "visit planned 2031-05-09 | {p:Ana Melo} will [visit] {l:Quito} on Friday.";
const FLOOD: &str = "flood happened 2031-05-05 | A [flood] hit {l:Linz} on Monday.";

#[test]
fn ids_do_not_hang_on_other_articles() {
    let ids = |sources: &[Source]| -> Vec<String> {
        let (articles, mentions) = read(sources);
        weave(&articles, mentions)
            .into_iter()
            .map(|event| event.id.0)
            .collect()
    };
    let wire = || Source::new("2031-05-06", &[WIRE]);
    let alone = ids(&[wire()]);
    let later = ids(&[Source::new("2031-05-06", &[FLOOD]), wire()]);
    assert_eq!(alone.last(), later.last());
    assert_eq!(later.len(), 2);
}

#[test]
fn no_two_events_have_one_id() {
    // Two files with the same text of a recurring event, each read by its own publication date.
    let source = |published, sentence| Source::new(published, &[sentence]);
    let (articles, mentions) = read(&[
        source(
            "2031-05-06",
            "fair happened 2031-05-05 | The [fair] opened on Monday.",
        ),
        source(
            "2033-05-06",
            "fair happened 2033-05-05 | The [fair] opened on Monday.",
        ),
    ]);
    let events = weave(&articles, mentions);
    assert_eq!(events.len(), 2);
    assert_ne!(events[0].id, events[1].id);
}

#[test]
fn bad_input_does_no_harm() {
    assert_eq!(weave(&[], Vec::new()), Vec::new());
    let (articles, mut mentions) = read(&[Source::new("", &[WIRE])]);
    // An article that is not there, and spans beyond the text.
    let mut stray = mentions.clone();
    stray[0].article = ArticleId(7);
    assert_eq!(weave(&articles, stray), Vec::new());
    mentions[0].excerpt = Span::new(5000, 6000);
    mentions[0].trigger = Span::new(9000, 9001);
    assert_eq!(weave(&articles, mentions).len(), 1);
}

/// Mentions of a small made-up world, so that many are alike.
fn world() -> impl Strategy<Value = Vec<(u32, usize, usize, usize, usize)>> {
    prop::collection::vec(
        (0..6_u32, 0..3_usize, 0..4_usize, 0..4_usize, 0..7_usize),
        0..40,
    )
}

fn build(world: &[(u32, usize, usize, usize, usize)]) -> (Vec<Article>, Vec<Mention>) {
    const TEXT: [&str; 3] = [
        "{p:Ana Melo} [met] {p:Juri Tamm} in {l:Riga}.",
        "The [talks] in {l:Bonn}.",
        "A [fire].",
    ];
    const CLASSES: [&str; 4] = ["meeting", "meeting", "fire", "visit"];
    const DATES: [&str; 4] = ["-", "2031-05-09", "2031-05-10", "2031-05"];
    let mut texts = vec![String::new(); 6];
    let mut mentions = Vec::new();
    for (number, text, class, date, status) in world {
        let (class, date) = (CLASSES[*class], DATES[*date]);
        let sentence = format!(
            "{class} {} {date} | {}",
            Status::ALL[*status].id(),
            TEXT[*text]
        );
        mentions.push(mention(
            ArticleId(*number),
            &mut texts[*number as usize],
            &sentence,
        ));
    }
    let articles = (0..)
        .zip(texts)
        .map(|(n, text)| article(n, "2031-05-06", text));
    (articles.collect(), mentions)
}

proptest! {
    #[test]
    fn the_order_of_mentions_does_not_matter(
        (world, order) in world().prop_flat_map(|world| {
            let order: Vec<usize> = (0..world.len()).collect();
            (Just(world), Just(order).prop_shuffle())
        })
    ) {
        let (articles, mentions) = build(&world);
        let shuffled = order.iter().map(|index| mentions[*index].clone()).collect();
        let events = weave(&articles, mentions.clone());
        prop_assert_eq!(&events, &weave(&articles, shuffled));
        let n_mentions: usize = events.iter().map(|event| event.mentions.len()).sum();
        prop_assert_eq!(n_mentions, mentions.len());
        for event in &events {
            let claims = event.conflicts.iter().flat_map(|conflict| &conflict.claims);
            prop_assert!(event.conflicts.iter().all(|conflict| 1 < conflict.claims.len()));
            for index in claims.flat_map(|claim| &claim.mentions) {
                prop_assert!(*index < event.mentions.len());
            }
        }
    }
}

#[test]
fn a_sentence_tells_one_event_under_one_headline() {
    for (second, n_events) in [("2031-05-09", 1), ("2031-05-19", 2)] {
        let source = Source::new(
            "2031-05-10",
            &["ceasefire happened 2031-05-09 | The [ceasefire] took effect."],
        );
        let (articles, mut mentions) = read(&[source]);
        let mut twin = mentions[0].clone();
        (twin.class, twin.when) = ("beginning".to_owned(), When::from_edtf(second));
        twin.trigger = Span::new(twin.trigger.end + 1, twin.excerpt.end - 1);
        mentions.push(twin);
        let events = weave(&articles, mentions);
        assert_eq!(events.len(), n_events, "{second}");
        let n_mentions: usize = events.iter().map(|event| event.mentions.len()).sum();
        assert_eq!(n_mentions, 2, "{second}");
    }
}

#[test]
fn what_took_place_is_not_headed_by_what_could_be() {
    let sources = [
        Source::new(
            "2031-05-06",
            &[
                "meeting proposed 2031-05-09 | {p:Ana Melo} and {p:Juri Tamm} could [meet] in {l:Riga}.",
            ],
        ),
        Source::new(
            "2031-05-10",
            &[
                "meeting happened 2031-05-09 | {p:Ana Melo} and {p:Juri Tamm} [met] in {l:Riga}.",
            ],
        ),
    ];
    let (articles, mentions) = read(&sources);
    let events = weave(&articles, mentions);
    assert_eq!(events.len(), 1);
    assert!(events[0].title.contains(" met "), "{}", events[0].title);
}

/// Of one group of mentions, given as status and date each, the groups that it parts into.
fn parted(mentions: &[&str]) -> Vec<Vec<usize>> {
    let told =
        |facts: &&str| format!("meeting {facts} | {{c:Chile}} and {{c:Peru}} held [talks].");
    let sentences: Vec<String> = mentions.iter().map(told).collect();
    let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
    let (_, mentions) = read(&[Source::new("2031-05-10", &sentences)]);
    strays::part(vec![(0..mentions.len()).collect()], &mentions)
}

#[test]
fn what_the_day_of_most_reports_excludes_leaves_the_event() {
    let day = "happened 2031-05-06";
    let check = |stray: &str, leaves: bool| {
        let expected = if leaves {
            vec![vec![0, 1, 2], vec![3]]
        } else {
            vec![vec![0, 1, 2, 3]]
        };
        assert_eq!(parted(&[day, day, day, stray]), expected, "{stray}");
    };
    check("cancelled 2031-04", true);
    check("cancelled ../2031-04-20", true);
    check("happened ../2031-04-20", true);
    check("happened 2031-05-01", true);
    // A dispute, the day before the move, what was called off on the eve, a plan, and no date.
    check("happened 2031-05-05", false);
    check("cancelled 2031-05-02", false);
    check("cancelled ../2031-05-04", false);
    check("planned 2031-05-02", false);
    check("happened -", false);
    // Two reports of a day do not settle it.
    assert_eq!(parted(&[day, day, "cancelled 2031-04"]), [vec![0, 1, 2]]);
    // Those that leave are one event where their dates allow it.
    let strays = [
        "cancelled 2031-04",
        "cancelled ../2031-04-20",
        "happened 2031-03-01",
    ];
    let all: Vec<&str> = [day; 3].into_iter().chain(strays).collect();
    assert_eq!(parted(&all), [vec![0, 1, 2], vec![3, 4], vec![5]]);
}

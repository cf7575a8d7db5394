//! A small story made by hand: articles with the spans that extraction would find in them.

use std::sync::Arc;

use dateline::model::{
    Article, ArticleId, Aspect, Basis, Claim, Conflict, Event, EventId, Kind, Mention, Name,
    NameClass, Published, Span, Status, Step, When,
};
use dateline::session::{Extraction, State};

const HARBOUR: &str = "Dockers vote on a strike at the port of Marrow\n\n\
Dockers at the port of Marrow could walk out as early as Friday, their union said on Tuesday.\n\n\
The owners and the union are to meet in Sandham on Friday, two officials said.\n\n\
Subscribe to our newsletter\n\n\
A crane collapsed at the port on 12 January and hurt two men.\n";
const BRIDGE: &str = "Talks over the port move to Overy\n\n\
Talks between the owners and the union will be held in Overy on Friday, the mayor said.\n\n\
Inspectors will check all cranes in mid-February.\n\n\
The lower basin has been closed to ships since January.\n";

/// How long the second article is made, for tests of speed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Size {
    /// Paragraphs added to the second article.
    pub(crate) n_paragraphs: usize,
}

/// The story as a state, without extraction and without commands.
pub(crate) fn state(size: Size) -> State {
    let filler =
        "The tide tables of Marrow fill many pages, and this is one of their lines.\n\n";
    let bridge = format!("{BRIDGE}\n{}", filler.repeat(size.n_paragraphs));
    let articles = vec![
        article(
            0,
            "harbour.txt",
            HARBOUR,
            Some("Marrow Post"),
            "2026-02-03",
            Basis::DateLine,
        ),
        article(
            1,
            "bridge.txt",
            &bridge,
            Some("Overy Echo"),
            "[2026-02-03..2026-02-04]",
            Basis::Inferred,
        ),
    ];
    let found = Extraction {
        events: events(&articles),
        ..Extraction::default()
    };
    State {
        loaded: articles.clone(),
        articles,
        found: Arc::new(found),
        ..State::default()
    }
}

fn article(
    id: u32,
    path: &str,
    text: &str,
    source: Option<&str>,
    published: &str,
    basis: Basis,
) -> Article {
    let title = text.lines().next().expect("a title");
    let boilerplate = span_of(text, "Subscribe to our newsletter");
    Article {
        id: ArticleId(id),
        path: path.to_owned(),
        text: Arc::from(text),
        title: title.to_owned(),
        title_span: Some(Span::new(0, title.len())),
        source: source.map(str::to_owned),
        published: Published {
            when: When::from_edtf(published),
            basis,
            span: None,
        },
        boilerplate: boilerplate.into_iter().collect(),
        ..Article::default()
    }
}

fn events(articles: &[Article]) -> Vec<Event> {
    vec![
        event(
            "crane",
            Kind::Disaster,
            Status::Happened,
            "2026-01-12",
            vec![mention(
                &articles[0],
                (
                    "A crane collapsed at the port on 12 January and hurt two men.",
                    "collapsed",
                ),
                ("12 January", "2026-01-12"),
                "Crane collapses at the port",
            )],
        ),
        event(
            "basin",
            Kind::Economy,
            Status::Ongoing,
            "2026-01",
            vec![mention(
                &articles[1],
                (
                    "The lower basin has been closed to ships since January.",
                    "closed",
                ),
                ("since January", "2026-01"),
                "Lower basin closed to ships",
            )],
        ),
        talks(articles),
        event(
            "strike",
            Kind::Economy,
            Status::Conditional,
            "2026-02-06/..",
            vec![mention(
                &articles[0],
                (
                    "Dockers at the port of Marrow could walk out as early as Friday, their union said on Tuesday.",
                    "walk out",
                ),
                ("as early as Friday", "2026-02-06/.."),
                "Dockers may walk out at Marrow",
            )],
        ),
        event(
            "check",
            Kind::Politics,
            Status::Planned,
            "[2026-02-11~..2026-02-20~]",
            vec![mention(
                &articles[1],
                ("Inspectors will check all cranes in mid-February.", "check"),
                ("mid-February", "[2026-02-11~..2026-02-20~]"),
                "Inspectors check all cranes",
            )],
        ),
    ]
}

fn talks(articles: &[Article]) -> Event {
    let first = mention(
        &articles[0],
        (
            "The owners and the union are to meet in Sandham on Friday, two officials said.",
            "meet",
        ),
        ("on Friday", "2026-02-06"),
        "Talks between owners and union",
    );
    let second = mention(
        &articles[1],
        (
            "Talks between the owners and the union will be held in Overy on Friday, the mayor said.",
            "Talks",
        ),
        ("on Friday", "2026-02-06"),
        "Talks between owners and union",
    );
    let first = in_place(&articles[0], first, "Sandham");
    let second = in_place(&articles[1], second, "Overy");
    let mut talks = event(
        "talks",
        Kind::Diplomacy,
        Status::Planned,
        "2026-02-06",
        vec![first, second],
    );
    talks.participants = vec!["owners".to_owned(), "union".to_owned()];
    talks.conflicts = vec![Conflict {
        about: Aspect::Place,
        claims: [("Sandham", 0), ("Overy", 1)]
            .map(|(value, index)| Claim {
                value: value.to_owned(),
                when: None,
                mentions: vec![index],
            })
            .to_vec(),
    }];
    talks
}

fn in_place(article: &Article, mention: Mention, place: &str) -> Mention {
    let inside = mention.excerpt.of(&article.text).find(place).expect(place);
    let start = mention.excerpt.start + inside;
    Mention {
        places: vec![Name {
            full: place.to_owned(),
            span: Span::new(start, start + place.len()),
            class: NameClass::Place,
        }],
        ..mention
    }
}

fn event(id: &str, kind: Kind, status: Status, edtf: &str, mentions: Vec<Mention>) -> Event {
    let mentions: Vec<Mention> = mentions
        .into_iter()
        .map(|mention| Mention {
            kind,
            status,
            ..mention
        })
        .collect();
    let places = mentions.iter().flat_map(|m| &m.places);
    Event {
        id: EventId(id.to_owned()),
        title: mentions[0].title.clone(),
        kind,
        status,
        when: When::from_edtf(edtf),
        places: places.map(|place| place.full.clone()).collect(),
        participants: Vec::new(),
        origins: mentions.len() as u32,
        mentions,
        conflicts: Vec::new(),
        earlier: Vec::new(),
        salience: 0.5,
    }
}

fn mention(
    article: &Article,
    (excerpt, trigger): (&str, &str),
    (timex, edtf): (&str, &str),
    title: &str,
) -> Mention {
    let span = span_of(&article.text, excerpt).expect(excerpt);
    let inside = |words: &str| {
        let start = span.start + excerpt.find(words).expect(words);
        Span::new(start, start + words.len())
    };
    Mention {
        article: article.id,
        excerpt: span,
        trigger: inside(trigger),
        lemma: trigger.to_lowercase(),
        class: trigger.to_lowercase(),
        kind: Kind::Other,
        status: Status::Happened,
        status_span: None,
        when: When::from_edtf(edtf),
        timex: Some(inside(timex)),
        why: vec![
            Step::new(format!("The words: “{timex}”"), Some(inside(timex))),
            Step::new(format!("The date: {edtf}"), None),
        ],
        places: Vec::new(),
        participants: Vec::new(),
        quantities: Vec::new(),
        title: title.to_owned(),
        salience: 0.5,
    }
}

fn span_of(text: &str, words: &str) -> Option<Span> {
    let start = text.find(words)?;
    Some(Span::new(start, start + words.len()))
}

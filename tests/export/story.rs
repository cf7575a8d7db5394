//! A small made-up story for pictures: a flood, a bridge, a disputed vote.

use dateline::model::{
    Article, ArticleId, Aspect, Basis, Claim, Conflict, Event, EventId, Kind, Mention,
    Published, Span, Status, When,
};

/// Three articles; the last has no date.
pub(crate) fn articles() -> Vec<Article> {
    let rows = [
        (
            "River Desk",
            "Flood closes the old bridge",
            Some("2031-04-02"),
            "Flood closes the old bridge\n\nThe river Tarn rose over its banks on Sunday and \
             closed the old bridge at Vellmar, the harbour office said, after four days of rain \
             that filled every basin above the town and carried timber from the sawmill down to \
             the weir. Engineers are to inspect the piers from 7 to 11 April. A new bridge \
             could be proposed in May.",
        ),
        (
            "Valley Post",
            "Council to vote on a new bridge",
            Some("2031-04-09"),
            "Council to vote on a new bridge\n\nThe council will vote on Friday in Vellmar. \
             If the vote fails, the ferry would return in summer.",
        ),
        (
            "Harbour Notes",
            "Vote moved",
            None,
            "Vote moved\n\nThe vote is to be held in Ostrau, the mayor said. The festival on the \
             quay has been cancelled. Nobody was hurt, the office said, and it denied a leak.",
        ),
    ];
    rows.into_iter()
        .enumerate()
        .map(|(id, (source, title, published, text))| Article {
            id: ArticleId(id as u32),
            path: format!("{id:03}.txt"),
            text: text.into(),
            title: title.to_owned(),
            title_span: Some(Span::new(0, title.len())),
            source: Some(source.to_owned()),
            published: Published {
                when: published.and_then(When::from_edtf),
                basis: published.map_or(Basis::Unknown, |_| Basis::FrontMatter),
                span: None,
            },
            ..Article::default()
        })
        .collect()
}

/// Title, kind, status, date, and where it is told: article and first words.
type Row = (
    &'static str,
    Kind,
    Status,
    &'static str,
    &'static [(usize, &'static str)],
);

/// In order of time, one of each status, the undated last.
const EVENTS: [Row; 8] = [
    (
        "Flood closes the old bridge",
        Kind::Disaster,
        Status::Happened,
        "2031-03-30",
        &[(0, "The river Tarn rose")],
    ),
    (
        "Ferry runs instead of the bridge",
        Kind::Economy,
        Status::Ongoing,
        "2031-04-01/..",
        &[(0, "A new bridge")],
    ),
    (
        "Engineers inspect the piers",
        Kind::Science,
        Status::Planned,
        "2031-04-07/2031-04-11",
        &[(0, "Engineers are")],
    ),
    (
        "Council votes on a new bridge",
        Kind::Politics,
        Status::Planned,
        "2031-04-11",
        &[(1, "The council will"), (2, "The vote is")],
    ),
    (
        "New bridge proposed",
        Kind::Politics,
        Status::Proposed,
        "2031-05",
        &[(0, "A new bridge")],
    ),
    (
        "Ferry returns if the vote fails",
        Kind::Economy,
        Status::Conditional,
        "2031-22",
        &[(1, "If the vote")],
    ),
    (
        "Leak at the weir",
        Kind::Disaster,
        Status::Denied,
        "[2031-04-05..2031-04-10]",
        &[(2, "Nobody was hurt")],
    ),
    (
        "Festival on the quay",
        Kind::Culture,
        Status::Cancelled,
        "",
        &[(2, "The festival")],
    ),
];

/// The events.
pub(crate) fn events(articles: &[Article]) -> Vec<Event> {
    let rows = EVENTS.iter().enumerate();
    rows.map(|(number, row)| event(articles, number, row))
        .collect()
}

fn event(
    articles: &[Article],
    number: usize,
    &(title, kind, status, edtf, quotes): &Row,
) -> Event {
    let mentions: Vec<Mention> = quotes
        .iter()
        .map(|(article, words)| mention(&articles[*article], words, kind, status))
        .collect();
    Event {
        id: EventId(format!("e{}", number + 1)),
        title: title.to_owned(),
        kind,
        status,
        when: When::from_edtf(edtf),
        places: vec!["Vellmar".to_owned()],
        participants: Vec::new(),
        origins: mentions.len() as u32,
        conflicts: conflicts(mentions.len()),
        earlier: Vec::new(),
        mentions,
        salience: 0.5,
    }
}

/// The sentence that begins with `words`.
fn mention(article: &Article, words: &str, kind: Kind, status: Status) -> Mention {
    let start = article
        .text
        .find(words)
        .expect("the words stand in the text");
    let end = article.text[start..]
        .find('.')
        .map_or(article.text.len(), |at| start + at + 1);
    Mention {
        article: article.id,
        excerpt: Span::new(start, end),
        trigger: Span::new(start, start + 3),
        lemma: "be".to_owned(),
        class: "be".to_owned(),
        kind,
        status,
        status_span: None,
        when: None,
        timex: None,
        why: Vec::new(),
        places: Vec::new(),
        participants: Vec::new(),
        quantities: Vec::new(),
        title: words.to_owned(),
        salience: 0.5,
    }
}

fn conflicts(n_mentions: usize) -> Vec<Conflict> {
    if n_mentions < 2 {
        return Vec::new();
    }
    let claim = |value: &str, mention| Claim {
        value: value.to_owned(),
        when: None,
        mentions: vec![mention],
    };
    vec![Conflict {
        about: Aspect::Place,
        claims: vec![claim("Vellmar", 0), claim("Ostrau", 1)],
    }]
}

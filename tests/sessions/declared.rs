//! Articles and events as a script declares them: what reading and extraction will bring.

use std::sync::Arc;

use dateline::model::{
    Article, ArticleId, Basis, Event, EventId, Kind, Mention, Published, Span, Status, When,
};

use super::Session;

impl Session {
    /// `ferry disaster happened 2021-03-01 in a.txt b.txt | Title`, after the articles are there; an
    /// event is minor if its id begins with that word.
    pub(super) fn event(&self, words: &str) -> Event {
        let (head, title) = words.split_once(" | ").expect(&self.place);
        let mut head = head.split_whitespace();
        let mut next = || head.next().expect(&self.place);
        let id = EventId(next().to_owned());
        let kind = Kind::from_id(next()).expect(&self.place);
        let status = Status::from_id(next()).expect(&self.place);
        let when = When::from_edtf(next());
        assert_eq!(next(), "in", "{}", self.place);
        let mentions = head.map(|path| mention(self.id(path), kind, status));
        let salience = if id.0.starts_with("minor") { 0.05 } else { 0.5 };
        Event {
            id,
            title: title.to_owned(),
            kind,
            status,
            when,
            places: vec!["Rotterdam".to_owned()],
            participants: vec!["Anna Visser".to_owned()],
            origins: 1,
            mentions: mentions.collect(),
            conflicts: Vec::new(),
            earlier: Vec::new(),
            salience,
        }
    }
}

/// `a.txt 2021-03-02 Harbour Post | Title. Text.`
pub(super) fn article(words: &str) -> Article {
    let (head, text) = words.split_once(" | ").unwrap();
    let mut head = head.splitn(3, ' ');
    let path = head.next().unwrap().to_owned();
    let when = When::from_edtf(head.next().unwrap());
    let basis = if when.is_some() {
        Basis::FileName
    } else {
        Basis::Unknown
    };
    Article {
        id: ArticleId(0),
        path,
        text: Arc::from(text),
        title: text.split('.').next().unwrap().to_owned(),
        source: head.next().map(str::to_owned),
        published: Published {
            when,
            basis,
            span: None,
        },
        ..Article::default()
    }
}

fn mention(article: ArticleId, kind: Kind, status: Status) -> Mention {
    Mention {
        article,
        excerpt: Span::new(0, 5),
        trigger: Span::new(0, 1),
        lemma: "happen".to_owned(),
        class: "happen".to_owned(),
        kind,
        status,
        status_span: None,
        when: None,
        timex: None,
        why: Vec::new(),
        places: Vec::new(),
        participants: Vec::new(),
        quantities: Vec::new(),
        title: "It happens".to_owned(),
        salience: 0.5,
    }
}

//! Layout and scene: ticks, packing, labels, marks, chips, themes.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
#![expect(clippy::float_cmp, reason = "the places compared are computed alike")]

mod any;
mod links;
mod looks;
mod many;
mod marks;
mod pictures;
mod poles;
mod replay;
mod themes;
mod ticks;

use dateline::layout::{
    self, Calendar, FontMeasure, Item, LaneBy, LaneSet, Layout, Request, TimeWindow,
};
use dateline::model::{
    Article, ArticleId, Basis, Event, EventId, Kind, Published, Status, When,
};
use dateline::scene::{Group, Scene, Shape};
use jiff::civil::Date;

fn event(n: usize, title: &str, kind: Kind, status: Status, edtf: &str) -> Event {
    Event {
        id: EventId(format!("e{n}")),
        title: title.to_owned(),
        kind,
        status,
        when: When::from_edtf(edtf),
        places: Vec::new(),
        participants: Vec::new(),
        origins: 1,
        mentions: Vec::new(),
        conflicts: Vec::new(),
        earlier: Vec::new(),
        salience: 0.5,
    }
}

fn happened(n: usize, title: &str, edtf: &str) -> Event {
    event(n, title, Kind::Disaster, Status::Happened, edtf)
}

fn day(iso: &str) -> Date {
    iso.parse().unwrap()
}

fn window(from: &str, to: &str) -> TimeWindow {
    let days = |iso| TimeWindow::days_from_date(day(iso));
    TimeWindow::new(days(from), days(to))
}

/// A plain request: lanes by kind, 1000 by 600, nothing selected.
fn request<'a>(events: &'a [&'a Event], window: TimeWindow) -> Request<'a> {
    Request {
        events: events.into(),
        articles: &[],
        window,
        width_px: 1000.0,
        height_px: 600.0,
        lanes: LaneBy::Kind,
        as_of: None,
        today: None,
        selected: None,
        also: None,
        scroll_px: 0.0,
        grows: false,
        numbers: None,
        held: None,
        lane_set: LaneSet::usual(),
        calendar: Calendar::english(),
        measure: FontMeasure::bundled(),
    }
}

fn arrange(events: &[Event], window: TimeWindow) -> Layout {
    let events: Vec<&Event> = events.iter().collect();
    layout::arrange(&request(&events, window))
}

fn items(layout: &Layout) -> Vec<&Item> {
    layout.lanes.iter().flat_map(|lane| &lane.items).collect()
}

fn item_of(layout: &Layout, n: usize) -> &Item {
    let id = EventId(format!("e{n}"));
    items(layout)
        .into_iter()
        .find(|item| item.event == id)
        .unwrap()
}

fn groups(scene: &Scene) -> Vec<&Group> {
    fn walk<'a>(shapes: &'a [Shape], found: &mut Vec<&'a Group>) {
        for shape in shapes {
            if let Shape::Group(group) = shape {
                found.push(group);
                walk(&group.shapes, found);
            }
        }
    }
    let mut found = Vec::new();
    walk(&scene.shapes, &mut found);
    found
}

fn words(scene: &Scene) -> Vec<String> {
    fn walk(shapes: &[Shape], found: &mut Vec<String>) {
        for shape in shapes {
            match shape {
                Shape::Text(text) => found.push(text.words.clone()),
                Shape::Group(group) => walk(&group.shapes, found),
                _ => (),
            }
        }
    }
    let mut found = Vec::new();
    walk(&scene.shapes, &mut found);
    found
}

fn article(id: u32, text: &str, published: &str) -> Article {
    Article {
        id: ArticleId(id),
        path: format!("{id}.txt"),
        text: text.into(),
        title: format!("Article {id}"),
        source: Some(format!("Paper {}", id % 2)),
        published: Published {
            when: When::from_edtf(published),
            basis: Basis::Given,
            span: None,
        },
        ..Article::default()
    }
}

//! Layout and scene: ticks, packing, labels, marks, themes.

use dateline::layout::{self, FontMeasure, LaneBy, Layout, Request, TimeWindow};
use dateline::model::{Event, EventId, Kind, Status, When};
use dateline::scene::{self, Theme};

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
        salience: 0.5,
    }
}

fn arrange(events: &[Event], window: TimeWindow) -> Layout {
    let events: Vec<&Event> = events.iter().collect();
    layout::arrange(&Request {
        events: &events,
        articles: &[],
        window,
        width_px: 1000.0,
        height_px: 600.0,
        lanes: LaneBy::Kind,
        as_of: None,
        selected: None,
        scroll_px: 0.0,
        grows: false,
        numbers: None,
        measure: FontMeasure::bundled(),
    })
}

#[test]
fn a_day_is_a_dot_in_its_lane() {
    let events = [
        event(
            1,
            "Bridge opens",
            Kind::Culture,
            Status::Happened,
            "2024-03-05",
        ),
        event(
            2,
            "Storm lands",
            Kind::Disaster,
            Status::Happened,
            "2024-03-09",
        ),
    ];
    let all: Vec<&Event> = events.iter().collect();
    let layout = arrange(&events, layout::fit(&all, &[]));
    let lanes: Vec<&str> = layout.lanes.iter().map(|l| l.full_name.as_str()).collect();
    assert_eq!(lanes, ["Disaster", "Culture"]);
    assert!(layout.lanes.iter().all(|lane| lane.items.len() == 1));
    let scene = scene::build(&layout, Theme::light());
    assert!(!scene.shapes.is_empty());
}

#[test]
fn themes_are_read() {
    assert_ne!(Theme::light(), &Theme::default());
    assert_ne!(Theme::dark(), &Theme::default());
}

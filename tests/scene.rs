//! Layout and scene: ticks, packing, labels, marks, chips, themes.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
#![expect(clippy::float_cmp, reason = "the places compared are computed alike")]

use std::collections::{BTreeMap, BTreeSet};

use dateline::layout::{
    self, FontMeasure, Item, Label, LaneBy, Layout, Mark, Rect, Request, Side, TimeWindow, Way,
};
use dateline::model::{
    Article, ArticleId, Aspect, Basis, Claim, Conflict, Event, EventId, Granularity, Kind,
    Mention, Published, Span, Status, When,
};
use dateline::scene::{self, Color, Group, Scene, Shape, Target, Theme};
use jiff::civil::Date;
use proptest::prelude::*;

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
        events,
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

#[test]
fn ticks_follow_the_calendar() {
    let labels = |ticks: &[layout::Tick]| -> String {
        let labels = ticks.iter().filter_map(|tick| tick.label.as_ref());
        let words: Vec<&str> = labels.map(|label| label.words.as_str()).collect();
        words.join(" | ")
    };
    let check = |start: f64, end: f64, major: &str, minor: &str| {
        let layout = arrange(&[], TimeWindow::new(start, end));
        let found = (labels(&layout.axis.major), labels(&layout.axis.minor));
        assert_eq!((found.0.as_str(), found.1.as_str()), (major, minor));
    };
    let at = |iso: &str| TimeWindow::days_from_date(day(iso));
    let noon = at("2024-03-05") + 0.5;
    check(
        noon,
        noon + 1.0 / 48.0,
        "Tuesday 5 March 2024",
        "12:00 | 12:05 | 12:10 | 12:15 | 12:20 | 12:25",
    );
    check(
        at("2024-03-05"),
        noon + 1.0,
        "Tuesday 5 March 2024 | Wednesday 6 March 2024",
        "00:00 | 03:00 | 06:00 | 09:00 | 12:00 | 15:00 | 18:00 | 21:00 | 00:00 | 03:00 | 06:00 | 09:00",
    );
    check(
        at("2024-02-26"),
        at("2024-03-08"),
        "February 2024 | March 2024",
        "26 | 27 | 28 | 29 | 1 | 2 | 3 | 4 | 5 | 6 | 7",
    );
    check(
        at("2024-01-10"),
        at("2024-04-20"),
        "January 2024 | February 2024 | March 2024 | April 2024",
        "15 | 22 | 29 | 5 | 12 | 19 | 26 | 4 | 11 | 18 | 25 | 1 | 8 | 15",
    );
    check(
        at("2023-09-20"),
        at("2024-08-01"),
        "2023 | 2024",
        "Oct | Nov | Dec | Jan | Feb | Mar | Apr | May | Jun | Jul",
    );
    check(
        at("2014-06-20"),
        at("2026-02-01"),
        "2010s | 2020s",
        "2015 | 2016 | 2017 | 2018 | 2019 | 2020 | 2021 | 2022 | 2023 | 2024 | 2025",
    );
    check(
        at("1895-06-20"),
        at("2026-02-01"),
        "20th century | 21st century",
        "1900 | 1910 | 1920 | 1930 | 1940 | 1950 | 1960 | 1970 | 1980 | 1990 | 2000 | 2010 | 2020",
    );
    check(
        at("-001300-01-01"),
        at("2026-02-01"),
        "",
        "1000 BCE | 500 BCE | 1 | 500 | 1000 | 1500",
    );
}

#[test]
fn labels_stand_where_there_is_room() {
    use Side::{Inside, Left, Plate, Right};
    use Status::{Happened, Planned};
    let check = |edtf: &str, status: Status, title: &str, side: Side, words: &str| {
        let event = event(1, title, Kind::Disaster, status, edtf);
        let layout = arrange(&[event], window("2024-03-01", "2024-03-31"));
        let item = item_of(&layout, 1);
        let found = (item.side, item.label.words.as_str());
        assert_eq!(found, (side, words), "{edtf} {title}");
    };
    let long = "Ferries stay in port for the third day as gales sweep the northern coast and \
                the islands run short of flour";
    let cut = "Ferries stay in port for the third day as gales sweep the northern coast…";
    check("2024-03-05", Happened, "Storm lands", Right, "Storm lands");
    check("2024-03-30", Happened, "Storm lands", Left, "Storm lands");
    check("2024-03-05/2024-03-20", Happened, "Gales", Inside, "Gales");
    check("2024-03-05/2024-03-20", Planned, "Gales", Right, "Gales");
    check(
        "2024-03-05/2024-03-06",
        Happened,
        "Gales hit",
        Right,
        "Gales hit",
    );
    check("2024-02/2024-04", Happened, "Gales", Inside, "Gales");
    check("2024", Happened, "Gales", Plate, "Gales");
    check("2024-03-14", Happened, long, Right, cut);
}

#[test]
fn marks_follow_the_four_bounds() {
    use Status::{Happened, Ongoing};
    // Sureness at the stops, and whether the bar goes on at the edges or ends in an arrow.
    let check = |edtf: &str, status: Status, expected: &str| {
        let event = event(1, "Works", Kind::Economy, status, edtf);
        let layout = arrange(&[event], window("2024-03-01", "2024-03-31"));
        let found = match &item_of(&layout, 1).mark {
            Mark::Dot { .. } => "dot".to_owned(),
            Mark::Bar(bar) => {
                let sure = bar.stops.iter().map(|stop| format!("{:.1}", stop.1));
                let mut parts: Vec<String> = sure.collect();
                parts.extend(bar.cut_left.then(|| "from before".to_owned()));
                parts.extend(bar.cut_right.then(|| "goes on".to_owned()));
                parts.extend(bar.arrow.then(|| "arrow".to_owned()));
                parts.join(" ")
            }
        };
        assert_eq!(found, expected, "{edtf} {status:?}");
    };
    check("2024-03-05", Happened, "dot");
    check("2024-03-05", Ongoing, "1.0 1.0 arrow");
    check("2024-03-05~", Happened, "0.0 1.0 1.0 0.0");
    check("2024-03-05~", Ongoing, "0.0 1.0 1.0 arrow");
    check("2024-03-05/2024-03-10", Happened, "1.0 1.0");
    check("2024-03-05/2024-03-10", Ongoing, "1.0 1.0 arrow");
    check("[2024-03-05..2024-03-10]", Happened, "0.0 0.8 0.8 0.0");
    check("../2024-03-10", Happened, "0.0 0.8");
    check("../2024-03-10", Ongoing, "0.0 1.0 1.0 arrow");
    check("2024-03-10/..", Happened, "0.8 0.0");
    check("2024-02-20/2024-03-10", Happened, "1.0 1.0 from before");
    check("2024-03-20/2024-04-10", Ongoing, "1.0 1.0 goes on");
    let event = Event {
        when: Some(When {
            start: dateline::model::Bounds::new(
                Some(day("2024-03-04")),
                Some(day("2024-03-08")),
            ),
            end: dateline::model::Bounds::new(Some(day("2024-03-12")), Some(day("2024-03-15"))),
            granularity: Granularity::Day,
            approximate: false,
        }),
        ..happened(1, "Works", "")
    };
    let layout = arrange(&[event], window("2024-03-01", "2024-03-31"));
    let Mark::Bar(bar) = &item_of(&layout, 1).mark else {
        panic!("a range is a bar");
    };
    let sure: Vec<f32> = bar.stops.iter().map(|stop| stop.1).collect();
    assert_eq!(sure, [0.0, 1.0, 1.0, 0.0]);
    let day_px = layout.plot.width / 30.0;
    assert!((bar.left() - (layout.plot.x + 3.0 * day_px)).abs() < 0.01);
    assert!((bar.right() - (layout.plot.x + 15.0 * day_px)).abs() < 0.01);
}

#[test]
fn the_fringe_of_a_vague_date_can_be_seen() {
    for edtf in ["[1964-01-01..2012-08-29]", "1964", "1964~", "../1964-06-01"] {
        let events = [happened(1, "Rebels fight", edtf)];
        for (from, to) in [("1964-01-01", "1964-01-05"), ("1964-05-28", "1964-06-01")] {
            let layout = arrange(&events, window(from, to));
            for item in items(&layout) {
                let Mark::Bar(bar) = &item.mark else { continue };
                let most = bar.stops.iter().map(|stop| stop.1).fold(0.0, f32::max);
                assert!(0.19 <= most, "{edtf} in {from}..{to}: {bar:?}");
            }
        }
    }
}

#[test]
fn what_is_reported_by_the_as_of_day_keeps_off_its_line() {
    let events = [
        happened(1, "Storm lands on the coast", "2024-03-10"),
        happened(2, "Repairs begin", "2024-03-20"),
    ];
    let events: Vec<&Event> = events.iter().collect();
    let layout = layout::arrange(&Request {
        as_of: Some(day("2024-03-10")),
        ..request(&events, window("2024-03-01", "2024-03-31"))
    });
    let (before, after) = (item_of(&layout, 1), item_of(&layout, 2));
    assert_eq!((before.side, before.later), (Side::Left, false));
    assert_eq!((after.side, after.later), (Side::Right, true));
    let x = layout.as_of_x.unwrap();
    assert!(before.mark.right() <= x && x < after.mark.left());
}

#[test]
fn events_outside_the_window_leave_one_chip_a_side() {
    let events = [
        happened(1, "Dam built", "1971"),
        happened(2, "First flood", "2023-06-13/2023-06-24"),
        happened(3, "Storm lands", "2024-03-10"),
        happened(4, "Inquest", "2024-05-01"),
    ];
    let layout = arrange(&events, window("2024-03-01", "2024-03-31"));
    let lane = &layout.lanes[0];
    let chips: Vec<(&str, Way)> = lane
        .chips
        .iter()
        .map(|chip| (chip.label.words.as_str(), chip.way))
        .collect();
    let expected = [
        ("First flood, 13–24 Jun 2023", Way::Left),
        ("Inquest, 1 May 2024", Way::Right),
    ];
    assert_eq!(chips, expected);
    let more = &lane.more[0];
    assert_eq!((more.label.words.as_str(), more.count), ("+1", 1));
    assert_eq!(more.events, [EventId("e1".to_owned())]);
    let shown = more.window.unwrap();
    assert!(shown.start_days <= TimeWindow::days_from_date(day("1971-01-01")));
    assert!(
        lane.chips
            .iter()
            .all(|chip| chip.bounds.y == lane.chips[0].bounds.y)
    );
}

#[test]
fn undated_events_stand_in_the_tray_with_their_words() {
    let text = "The quay reopens, as early as Friday, the port says.";
    let words = text.find("as early as Friday").unwrap();
    let mut undated = happened(1, "Quay reopens", "");
    undated.mentions.push(Mention {
        article: ArticleId(0),
        excerpt: Span::new(0, text.len()),
        trigger: Span::new(9, 16),
        lemma: "reopen".to_owned(),
        class: "reopen".to_owned(),
        kind: Kind::Disaster,
        status: Status::Planned,
        status_span: None,
        when: None,
        timex: Some(Span::new(words, words + "as early as Friday".len())),
        why: Vec::new(),
        places: Vec::new(),
        participants: Vec::new(),
        quantities: Vec::new(),
        title: "Quay reopens".to_owned(),
        salience: 0.5,
    });
    let articles = [article(0, text, "")];
    let events = [&undated];
    let layout = layout::arrange(&Request {
        articles: &articles,
        ..request(&events, window("2024-03-01", "2024-03-31"))
    });
    let tray = layout.tray.unwrap();
    assert_eq!(
        tray.chips[0].label.words,
        "Quay reopens · as early as Friday"
    );
    assert_eq!(tray.bounds.bottom(), 600.0);
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

#[test]
fn publications_of_one_place_share_a_triangle() {
    let days = [
        "2024-03-05",
        "2024-03-05",
        "2024-03-20",
        "2024-03",
        "2030-01-01",
    ];
    let articles: Vec<Article> = (0..)
        .zip(days)
        .map(|(id, day)| article(id, "", day))
        .collect();
    let layout = layout::arrange(&Request {
        articles: &articles,
        ..request(&[], window("2024-03-01", "2024-03-31"))
    });
    let names: Vec<&str> = layout
        .publications
        .iter()
        .map(|p| p.name.as_str())
        .collect();
    let expected = [
        "2 articles published 5 Mar 2024",
        "1 article published 20 Mar 2024",
    ];
    assert_eq!(names, expected);
}

#[test]
fn what_does_not_fit_is_counted_in_place() {
    let events: Vec<Event> = (0..80)
        .map(|n| {
            let mut event =
                happened(n, "A storm of some length is reported here", "2024-03-10");
            event.salience = n as f32 / 80.0;
            event
        })
        .collect();
    let layout = arrange(&events, window("2024-03-01", "2024-03-31"));
    let lane = &layout.lanes[0];
    let counted: usize = lane.more.iter().map(|more| more.count).sum();
    assert_eq!(lane.items.len() + counted, 80);
    assert!(counted > 0 && lane.items.iter().any(|item| item.event.0 == "e79"));
    let (x, y) = (lane.items[0].mark.left(), lane.items.last().unwrap().y);
    let more = &lane.more[0];
    assert!((more.bounds.center_x() - x).abs() < 120.0 && more.bounds.y > y);
}

#[test]
fn selecting_moves_nothing_else() {
    let events: Vec<Event> = (0..60)
        .map(|n| {
            let title = format!("A storm of some length is reported here, number {n}");
            let mut event = happened(n, &title, &format!("2024-03-{:02}", 1 + n % 28));
            event.salience = n as f32 / 60.0;
            event
        })
        .collect();
    let all: Vec<&Event> = events.iter().collect();
    let window = window("2024-03-01", "2024-03-31");
    let plain = layout::arrange(&request(&all, window));
    let place = |layout: &Layout, n: usize| {
        let found = items(layout)
            .into_iter()
            .find(|item| item.event.0 == format!("e{n}"));
        found.map(|item| (item.y, item.mark.clone(), item.side))
    };
    let mut n_counted_before = 0;
    for event in &events {
        let selected = layout::arrange(&Request {
            selected: Some(&event.id),
            ..request(&all, window)
        });
        assert!(
            items(&selected).iter().any(|item| item.event == event.id),
            "{} is selected and not to be seen",
            event.id.0
        );
        let was_shown = items(&plain).iter().any(|item| item.event == event.id);
        n_counted_before += usize::from(!was_shown);
        for n in 0..events.len() {
            let (before, after) = (place(&plain, n), place(&selected, n));
            // One that was only counted takes the place of others; none changes its own.
            let made_way = !was_shown && (before.is_none() || after.is_none());
            assert!(before == after || made_way, "e{n} moves for {}", event.id.0);
        }
        let n_counted: usize = selected.lanes[0].more.iter().map(|more| more.count).sum();
        assert_eq!(items(&selected).len() + n_counted, events.len());
        labels_keep_apart(&selected);
    }
    assert!(10 < n_counted_before, "the lane is not crowded");
}

fn labels_keep_apart(layout: &Layout) {
    let items = items(layout);
    for (index, one) in items.iter().enumerate() {
        for other in items
            .iter()
            .skip(index + 1)
            .filter(|other| other.y == one.y)
        {
            let apart =
                one.bounds.right() <= other.bounds.x || other.bounds.right() <= one.bounds.x;
            assert!(apart, "{} overlaps {}", one.name, other.name);
        }
    }
}

#[test]
fn with_nothing_dated_there_is_no_calendar() {
    let events = [happened(1, "Storm lands", "")];
    let layout = arrange(&events, layout::fit(&[], &[]));
    assert!(layout.axis.major.is_empty() && layout.axis.minor.is_empty());
    assert!(layout.tray.is_some());
    let dated = [happened(1, "Storm lands", "2024-03-05")];
    let layout = arrange(&dated, window("2024-03-01", "2024-03-31"));
    assert!(!layout.axis.minor.is_empty());
}

#[test]
fn lanes_are_made_by_what_is_asked() {
    let mut events = [
        event(
            1,
            "Storm lands",
            Kind::Disaster,
            Status::Happened,
            "2024-03-05",
        ),
        event(
            2,
            "Vote on dykes",
            Kind::Politics,
            Status::Planned,
            "2024-03-09",
        ),
    ];
    let articles = [article(0, "", ""), article(1, "", "")];
    let at = |article| Mention {
        article: ArticleId(article),
        excerpt: Span::default(),
        trigger: Span::default(),
        lemma: String::new(),
        class: String::new(),
        kind: Kind::Other,
        status: Status::Happened,
        status_span: None,
        when: None,
        timex: None,
        why: Vec::new(),
        places: Vec::new(),
        participants: Vec::new(),
        quantities: Vec::new(),
        title: String::new(),
        salience: 0.0,
    };
    events[0].mentions = vec![at(0), at(1), at(1)];
    events[1].mentions = vec![at(1)];
    let events: Vec<&Event> = events.iter().collect();
    for (lanes, expected) in [
        (LaneBy::Kind, vec![("Politics", 1), ("Disaster", 1)]),
        (LaneBy::Status, vec![("Happened", 1), ("Planned", 1)]),
        (LaneBy::Article, vec![("Article 0", 1), ("Article 1", 2)]),
        (LaneBy::Source, vec![("Paper 0", 1), ("Paper 1", 2)]),
        (LaneBy::None, vec![("", 2)]),
    ] {
        let layout = layout::arrange(&Request {
            lanes,
            articles: &articles,
            ..request(&events, window("2024-03-01", "2024-03-31"))
        });
        let found = layout.lanes.iter();
        let found = found.map(|lane| (lane.full_name.as_str(), lane.items.len()));
        assert_eq!(found.collect::<Vec<(&str, usize)>>(), expected, "{lanes:?}");
    }
}

#[test]
fn groups_have_names_and_numbers_stand_at_marks() {
    let mut talks = event(
        1,
        "Dyke talks",
        Kind::Politics,
        Status::Planned,
        "2024-03-08",
    );
    talks.origins = 3;
    let claim = |value: &str| Claim {
        value: value.to_owned(),
        when: None,
        mentions: Vec::new(),
    };
    talks.conflicts.push(Conflict {
        about: Aspect::Place,
        claims: vec![claim("Delft"), claim("Ghent")],
    });
    let id = talks.id.clone();
    let numbers = BTreeMap::from([(id.clone(), 12)]);
    let events = [&talks];
    let layout = layout::arrange(&Request {
        numbers: Some(&numbers),
        selected: Some(&id),
        ..request(&events, window("2024-03-01", "2024-03-31"))
    });
    let scene = scene::build(&layout, Theme::light());
    let words = words(&scene);
    for expected in [
        "Dyke talks",
        "3",
        "12",
        "Delft or Ghent",
        "March 2024",
        "Politics",
    ] {
        assert!(
            words.iter().any(|found| found == expected),
            "{expected} in {words:?}"
        );
    }
    let groups = groups(&scene);
    let group = groups
        .iter()
        .find(|g| g.target == Target::Event(id.clone()))
        .unwrap();
    assert_eq!(group.name, "Dyke talks, planned, Friday 8 March 2024");
    let item = item_of(&layout, 1);
    assert!(group.bounds.contains(item.mark.left() + 1.0, item.y));
    assert!(group.bounds.contains(item.label.x + 1.0, item.y));
    let clickable = groups.iter().filter(|group| group.target != Target::Still);
    for group in clickable {
        assert!(
            !group.name.is_empty() && group.bounds.width > 0.0,
            "{group:?}"
        );
    }
}

#[test]
fn seven_statuses_are_seven_looks() {
    let mut looks = Vec::new();
    for edtf in [
        "2024-03-08",
        "2024-03-08/2024-03-20",
        "[2024-03-08..2024-03-20]",
    ] {
        looks.clear();
        for status in Status::ALL {
            let event = event(1, "Works", Kind::Economy, status, edtf);
            let layout = arrange(&[event], window("2024-03-01", "2024-03-31"));
            let scene = scene::build(&layout, Theme::light());
            let groups = groups(&scene);
            let group = groups
                .iter()
                .find(|g| matches!(g.target, Target::Event(_)))
                .unwrap();
            let shapes = group.shapes.iter().filter(|s| !matches!(s, Shape::Text(_)));
            let look = format!("{:?}", shapes.collect::<Vec<&Shape>>());
            assert!(!looks.contains(&look), "{status:?} at {edtf}");
            looks.push(look);
        }
    }
}

#[test]
fn the_legend_names_all_and_stacks_below() {
    let layout = arrange(&[], window("2024-03-01", "2024-03-31"));
    for (theme, width_px) in [(Theme::light(), 1000.0), (Theme::dark(), 320.0)] {
        let legend = scene::legend(theme, &Kind::ALL, width_px);
        let found = words(&legend);
        let kinds = Kind::ALL.iter().map(|kind| kind.name());
        for name in kinds.chain(Status::ALL.iter().map(|status| status.name())) {
            assert!(found.iter().any(|words| words == name), "{name}");
        }
        let height = legend.height_px;
        let both = scene::build(&layout, theme).above(legend);
        assert_eq!(both.height_px, 600.0 + height);
        assert!(words(&both).contains(&"Conflict".to_owned()));
    }
}

#[test]
fn themes_can_be_read() {
    for theme in [Theme::light(), Theme::dark()] {
        for ground in [theme.ground, theme.panel, theme.raised, theme.veil] {
            for (name, color, least) in [
                ("text", theme.text, 7.0),
                ("secondary", theme.secondary, 4.5),
                ("accent", theme.accent, 4.5),
                ("warning", theme.warning, 4.5),
                ("faint", theme.faint, 2.7),
            ] {
                let contrast = color.contrast(ground);
                assert!(
                    contrast >= least,
                    "{name} on {}: {contrast}",
                    ground.to_hex()
                );
            }
            for kind in Kind::ALL {
                let contrast = theme.kind(kind).contrast(ground);
                assert!(
                    contrast >= 2.9,
                    "{kind:?} on {}: {contrast}",
                    ground.to_hex()
                );
            }
        }
        assert!(theme.text.contrast(theme.selection) >= 4.5);
        for kind in Kind::ALL {
            let fill = theme.kind(kind);
            let contrast = theme.on(fill).contrast(fill);
            assert!(contrast >= 4.2, "words on {kind:?}: {contrast}");
        }
        assert!(theme.on(theme.accent).contrast(theme.accent) >= 4.5);
    }
}

/// How colours look to readers who lack one kind of cone (Machado 2009), row by row.
const DEUTERANOPIA: [[f32; 3]; 3] = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];
const PROTANOPIA: [[f32; 3]; 3] = [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
];
const NONE: [[f32; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

fn times(matrix: [[f32; 3]; 3], v: [f32; 3]) -> [f32; 3] {
    matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
}

/// `OKLab` times 100: 2 can just be told apart.
fn oklab(linear: [f32; 3]) -> [f32; 3] {
    let lms = times(
        [
            [0.412_221, 0.536_333, 0.051_446],
            [0.211_903, 0.680_7, 0.107_397],
            [0.088_302, 0.281_719, 0.629_979],
        ],
        linear.map(|part| part.clamp(0.0, 1.0)),
    );
    let lab = times(
        [
            [0.210_454, 0.793_618, -0.004_072],
            [1.977_998, -2.428_592, 0.450_594],
            [0.025_904, 0.782_772, -0.808_676],
        ],
        lms.map(f32::cbrt),
    );
    lab.map(|part| part * 100.0)
}

#[test]
fn kinds_can_be_told_apart_by_all_eyes() {
    let distance = |a: Color, b: Color, eye| -> f32 {
        let (a, b) = (oklab(times(eye, a.linear())), oklab(times(eye, b.linear())));
        let squares = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b));
        squares.sum::<f32>().sqrt()
    };
    for theme in [Theme::light(), Theme::dark()] {
        for (eye, matrix) in [
            ("usual", NONE),
            ("deuter", DEUTERANOPIA),
            ("prot", PROTANOPIA),
        ] {
            for (at, a) in Kind::ALL.iter().enumerate() {
                for b in &Kind::ALL[..at] {
                    let apart = distance(theme.kind(*a), theme.kind(*b), matrix);
                    assert!(apart > 7.0, "{a:?} and {b:?} for {eye}: {apart}");
                }
            }
        }
    }
}

#[test]
fn the_opening_window_leaves_out_what_lies_far_off() {
    let mut events: Vec<Event> = (1..20)
        .map(|n| happened(n, "Storm", &format!("2024-03-{n:02}")))
        .collect();
    events.push(happened(90, "Dam built", "1971-05-01"));
    let events: Vec<&Event> = events.iter().collect();
    let all = layout::fit(&events, &[]);
    let opening = layout::opening(&events, &[]);
    let built = TimeWindow::days_from_date(day("1971-05-01"));
    assert!(all.start_days < built && built < opening.start_days);
    let (first, last) = (day("2024-03-01"), day("2024-03-20"));
    assert!(opening.start_days <= TimeWindow::days_from_date(first));
    assert!(TimeWindow::days_from_date(last) <= opening.end_days);
    assert!(opening.width_days() < 60.0);
}

#[test]
fn a_war_recalled_by_many_does_not_squeeze_the_story() {
    let recalled = (0..13).map(|n| happened(n, "War", &format!("2023-06-{:02}", 13 + n % 10)));
    let told = (20..50).map(|n| happened(n, "Storm", &format!("2024-02-{:02}", 1 + n % 28)));
    let events: Vec<Event> = recalled.chain(told).collect();
    let events: Vec<&Event> = events.iter().collect();
    let opening = layout::opening(&events, &[]);
    assert!(TimeWindow::days_from_date(day("2023-12-01")) < opening.start_days);
    assert!(TimeWindow::days_from_date(day("2024-02-28")) < opening.end_days);
    // Spread evenly, all of them are the story.
    let even: Vec<Event> = (0..40)
        .map(|n| happened(n, "Storm", &format!("{}-03-01", 1980 + n)))
        .collect();
    let even: Vec<&Event> = even.iter().collect();
    assert_eq!(layout::opening(&even, &[]), layout::fit(&even, &[]));
}

fn any_when() -> impl Strategy<Value = Option<When>> {
    let date = |days: i32| TimeWindow::date_from_days(19_700.0 + f64::from(days));
    (0..400_i32, 0..90_i32, 0..10_u8).prop_map(move |(first, length, form)| {
        let (from, to) = (date(first), date(first + length));
        Some(match form {
            0 => return None,
            1 => When::period(from, to, Granularity::Day),
            2 => When::within(Some(from), Some(to), Granularity::Day),
            3 => When::on_or_before(to),
            4 => When::on_or_after(from),
            5 => When::month(from.year(), from.month())?,
            6 => When::year(from.year())?,
            7 => When::day(from).approximately(),
            _ => When::day(from),
        })
    })
}

fn any_event() -> impl Strategy<Value = Event> {
    let title = "[A-Z][a-zé]{1,9}( [a-zß–’]{1,12}){0,8}";
    let indexes = (
        0..Kind::ALL.len(),
        0..Status::ALL.len(),
        1..14_u32,
        0.0..1.0_f32,
    );
    (title, any_when(), indexes).prop_map(|(title, when, (kind, status, origins, salience))| {
        Event {
            when,
            origins,
            salience,
            ..event(0, &title, Kind::ALL[kind], Status::ALL[status], "")
        }
    })
}

fn any_events() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(any_event(), 0..70).prop_map(|mut events| {
        for (n, event) in events.iter_mut().enumerate() {
            event.id = EventId(format!("e{n}"));
        }
        events
    })
}

fn any_window() -> impl Strategy<Value = TimeWindow> {
    (19_500.0..20_200.0_f64, -1.5..3.5_f64)
        .prop_map(|(start, width)| TimeWindow::new(start, start + 10_f64.powf(width)))
}

fn text_rect(label: &Label) -> Rect {
    Rect::new(label.x, label.baseline - 10.0, label.width_px, 13.0)
}

/// Everything that must not overlap: marks with their labels, chips, counts.
fn solid_parts(layout: &Layout) -> Vec<(String, Rect)> {
    let mut parts = Vec::new();
    for lane in &layout.lanes {
        for item in &lane.items {
            parts.push((item.label.words.clone(), item.bounds));
        }
        for chip in &lane.chips {
            parts.push((chip.label.words.clone(), chip.bounds));
        }
        for more in &lane.more {
            parts.push((more.label.words.clone(), more.bounds));
        }
    }
    if let Some(tray) = &layout.tray {
        for chip in &tray.chips {
            parts.push((chip.label.words.clone(), chip.bounds));
        }
        if let Some(more) = &tray.more {
            parts.push((more.label.words.clone(), more.bounds));
        }
    }
    let ticks = layout.axis.major.iter().chain(&layout.axis.minor);
    for label in ticks.filter_map(|tick| tick.label.as_ref()) {
        parts.push((label.words.clone(), text_rect(label)));
    }
    parts
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_overlaps_and_nothing_is_lost(
        events in any_events(),
        window in any_window(),
        width_px in 320.0..1600.0_f32,
        grows in any::<bool>(),
        by_status in any::<bool>(),
        selected in 0..70_usize,
    ) {
        let refs: Vec<&Event> = events.iter().collect();
        let selected = EventId(format!("e{selected}"));
        let lanes = if by_status { LaneBy::Status } else { LaneBy::None };
        let layout = layout::arrange(&Request {
            width_px,
            height_px: 3_000.0,
            grows,
            lanes,
            as_of: Some(TimeWindow::date_from_days(window.start_days + 1.0)),
            selected: Some(&selected),
            ..request(&refs, window)
        });
        let parts = solid_parts(&layout);
        for (at, (a_name, a)) in parts.iter().enumerate() {
            for (b_name, b) in &parts[..at] {
                let is_apart = !a.overlaps(*b);
                prop_assert!(is_apart, "{a_name} {a:?} and {b_name} {b:?}");
            }
        }
        for claims in items(&layout).iter().filter_map(|item| item.claims.as_ref()) {
            prop_assert!(parts.iter().all(|(_, part)| !part.overlaps(text_rect(claims))));
        }
        let mut ids = BTreeSet::new();
        let mut n = 0;
        for lane in &layout.lanes {
            n += lane.items.len() + lane.chips.len();
            n += lane.more.iter().map(|more| more.count).sum::<usize>();
            ids.extend(lane.items.iter().map(|item| &item.event));
            ids.extend(lane.chips.iter().map(|chip| &chip.event));
            ids.extend(lane.more.iter().flat_map(|more| &more.events));
        }
        if let Some(tray) = &layout.tray {
            n += tray.chips.len() + tray.more.as_ref().map_or(0, |more| more.count);
            ids.extend(tray.chips.iter().map(|chip| &chip.event));
            ids.extend(tray.more.iter().flat_map(|more| &more.events));
        }
        prop_assert_eq!((n, ids.len()), (events.len(), events.len()));
    }

    #[test]
    fn labels_stay_in_the_picture(
        events in any_events(),
        window in any_window(),
        width_px in 320.0..1600.0_f32,
    ) {
        let refs: Vec<&Event> = events.iter().collect();
        let layout = layout::arrange(&Request { width_px, ..request(&refs, window) });
        for item in items(&layout) {
            let rect = text_rect(&item.label);
            prop_assert!(rect.x >= layout.plot.x - 0.1, "{item:?}");
            prop_assert!(rect.right() <= layout.plot.right() + 0.1, "{item:?}");
            let title = events.iter().find(|event| event.id == item.event).unwrap();
            let kept = item.label.words.trim_end_matches('…');
            prop_assert!(title.title.starts_with(kept));
            let rest = &title.title[kept.len()..];
            let is_word_end = !rest.starts_with(char::is_alphanumeric);
            prop_assert!(kept.is_empty() || is_word_end);
        }
    }

    #[test]
    fn panning_by_a_pixel_moves_marks_by_a_pixel(
        events in any_events(),
        window in any_window(),
    ) {
        let refs: Vec<&Event> = events.iter().collect();
        let before = layout::arrange(&request(&refs, window));
        let pixel = window.width_days() / f64::from(before.plot.width);
        let after = layout::arrange(&request(&refs, window.pan(pixel)));
        for item in items(&before) {
            let same = items(&after).into_iter().find(|other| other.event == item.event);
            let Some(same) = same else { continue };
            if let (Mark::Dot { x: a, .. }, Mark::Dot { x: b, .. }) = (&item.mark, &same.mark) {
                prop_assert!((a - b - 1.0).abs() < 0.05, "{a} {b}");
            }
            if let (Mark::Bar(a), Mark::Bar(b)) = (&item.mark, &same.mark) {
                let moved = a.left() - b.left();
                prop_assert!(a.cut_left || b.cut_left || (moved - 1.0).abs() < 0.05);
            }
        }
    }

    #[test]
    fn places_and_days_turn_into_each_other(
        window in any_window(),
        x in 0.0..1.0_f64,
        factor in 0.1..10.0_f64,
        width_px in 100.0..3000.0_f32,
    ) {
        let x = x * f64::from(width_px);
        let days = window.days_from_x(x, width_px);
        prop_assert!((window.x_from_days(days, width_px) - x).abs() < 1e-3);
        let zoomed = window.zoom_at(days, factor);
        prop_assert!((zoomed.x_from_days(days, width_px) - x).abs() < 1e-3);
    }

    #[test]
    fn ticks_never_collide(start in -4.0e6..2.8e6_f64, width in -2.0..6.8_f64, px in 200.0..3000.0_f32) {
        let window = TimeWindow::new(start, start + 10_f64.powf(width));
        let layout = layout::arrange(&Request { width_px: px, ..request(&[], window) });
        for ticks in [&layout.axis.major, &layout.axis.minor] {
            let labels: Vec<&Label> = ticks.iter().filter_map(|t| t.label.as_ref()).collect();
            for two in labels.windows(2) {
                prop_assert!(two[0].x + two[0].width_px < two[1].x, "{two:?}");
            }
            let edges = labels.iter().all(|l| l.x >= layout.plot.x
                && l.x + l.width_px <= layout.plot.right());
            prop_assert!(edges);
        }
        let n_labels = layout.axis.minor.iter().filter(|tick| tick.label.is_some()).count();
        prop_assert!(n_labels as f32 <= px / 20.0);
    }
}

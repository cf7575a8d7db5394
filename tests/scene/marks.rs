//! Where ticks, labels, marks and chips stand.

use dateline::layout::{self, Layout, Mark, Request, Side, Stand, TimeWindow, Way};
use dateline::model::{
    Article, ArticleId, Event, EventId, Granularity, Kind, Mention, Span, Status, When,
};

use crate::{arrange, article, day, event, happened, item_of, items, request, window};

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
    assert_eq!((before.side, before.stand), (Side::Left, Stand::Plain));
    assert_eq!((after.side, after.stand), (Side::Right, Stand::Later));
    let x = layout.as_of.as_ref().unwrap().x;
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

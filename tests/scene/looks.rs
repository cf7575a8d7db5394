//! Lanes, groups and the legend.

use std::collections::BTreeMap;

use dateline::layout::{self, LaneBy, Request};
use dateline::model::{ArticleId, Aspect, Claim, Conflict, Event, Kind, Mention, Span, Status};
use dateline::scene::{self, Shape, Signs, Target, Theme};

use crate::{arrange, article, event, groups, happened, item_of, request, window, words};

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
        let signs = Signs {
            kinds: Kind::ALL.to_vec(),
            has_as_of: true,
            has_twins: true,
        };
        let legend = scene::legend(theme, &signs, width_px);
        let found = words(&legend);
        let kinds = Kind::ALL.iter().map(|kind| kind.name());
        let others = ["Also in another lane", "Due, no report found"];
        let names = kinds.chain(Status::ALL.iter().map(|status| status.name()));
        for name in names.chain(others) {
            assert!(found.iter().any(|words| words == name), "{name}");
        }
        let height = legend.height_px;
        let both = scene::build(&layout, theme).above(legend);
        assert_eq!(both.height_px, 600.0 + height);
        assert!(words(&both).contains(&"Conflict".to_owned()));
    }
}

//! The same events at several zooms, in several themes and lanes, as pictures to look at.

use dateline::export::{Evidence, to_svg};
use dateline::layout::{self, Index, LaneBy, LaneSet, Request, TimeWindow};
use dateline::model::Event;
use dateline::scene::{self, Theme};
use dateline::session::crowd::{Spread, crowd};

use crate::{day, request};

struct Picture {
    name: &'static str,
    window: Option<(&'static str, &'static str)>,
    theme: &'static Theme,
    lanes: LaneBy,
    collapsed: &'static [&'static str],
}

#[test]
fn pictures_stay_as_they_were_looked_at() {
    let (_, events) = crowd(160, Spread::Clustered);
    let events: Vec<&Event> = events.iter().collect();
    for picture in [
        Picture {
            name: "all",
            window: None,
            theme: Theme::light(),
            lanes: LaneBy::None,
            collapsed: &[],
        },
        Picture {
            name: "century",
            window: Some(("1900-01-01", "2000-01-01")),
            theme: Theme::dark(),
            lanes: LaneBy::Kind,
            collapsed: &["Military", "Sport"],
        },
        Picture {
            name: "year",
            window: Some(("2024-06-01", "2025-06-01")),
            theme: Theme::high_contrast(),
            lanes: LaneBy::Status,
            collapsed: &[],
        },
        Picture {
            name: "week",
            window: Some(("2024-10-14", "2024-10-21")),
            theme: Theme::light(),
            lanes: LaneBy::Participant,
            collapsed: &[],
        },
    ] {
        insta::assert_snapshot!(picture.name, svg(&events, &picture));
    }
}

fn svg(events: &[&Event], picture: &Picture) -> String {
    let days = |iso| TimeWindow::days_from_date(day(iso));
    let window = match picture.window {
        Some((from, to)) => TimeWindow::new(days(from), days(to)),
        None => layout::fit(events, &[]),
    };
    let lane_set = LaneSet {
        collapsed: picture
            .collapsed
            .iter()
            .map(|name| (*name).to_owned())
            .collect(),
        ..LaneSet::default()
    };
    let index = Index::new(events, &[], picture.lanes);
    let layout = layout::arrange_indexed(
        &Request {
            lanes: picture.lanes,
            lane_set: &lane_set,
            today: Some(day("2024-10-17")),
            ..request(events, window)
        },
        &index,
    );
    let evidence = Evidence {
        title: picture.name,
        summary: "",
        articles: &[],
        events: &[],
    };
    to_svg(&scene::build(&layout, picture.theme), &evidence)
}

//! The lines of the as-of day and of today, and their flags.

use dateline::layout::{self, Layout, Request};
use dateline::model::Event;
use dateline::scene::{self, Theme};

use crate::{day, happened, request, window, words};

fn with(events: &[&Event], as_of: Option<&str>, today: Option<&str>) -> Layout {
    layout::arrange(&Request {
        as_of: as_of.map(day),
        today: today.map(day),
        ..request(events, window("2024-03-01", "2024-03-31"))
    })
}

#[test]
fn today_is_a_line_with_a_flag_at_the_noon_of_its_day() {
    let event = happened(1, "Storm lands", "2024-03-10");
    let layout = with(&[&event], None, Some("2024-03-10"));
    let today = layout.today.as_ref().unwrap();
    let mark = &layout.lanes[0].items[0].mark;
    assert!((today.x - f32::midpoint(mark.left(), mark.right())).abs() < 0.1);
    assert_eq!(today.flag.as_ref().unwrap().label.words, "today");
    let found = words(&scene::build(&layout, Theme::light()));
    assert!(found.contains(&"today".to_owned()), "{found:?}");
    for other in [None, Some("2024-02-29"), Some("2024-04-01")] {
        assert_eq!(with(&[&event], None, other).today, None, "{other:?}");
    }
}

#[test]
fn the_flags_of_both_lines_keep_apart_and_off_the_other_line() {
    let days: Vec<String> = (1..=30).map(|n| format!("2024-03-{n:02}")).collect();
    for as_of in &days {
        for today in &days {
            let layout = with(&[], Some(as_of), Some(today));
            let (a, b) = (layout.as_of.unwrap(), layout.today.unwrap());
            let about = format!("as of {as_of}, today {today}");
            let a_flag = a.flag.expect(&about).bounds;
            assert!(layout.plot.x <= a_flag.x && a_flag.right() <= layout.plot.right());
            let Some(b_flag) = b.flag.map(|flag| flag.bounds) else {
                // Only where both lines stand at one edge is there no room for two.
                let left_px = a.x.max(b.x) - layout.plot.x;
                let right_px = layout.plot.right() - a.x.min(b.x);
                assert!(left_px.min(right_px) < 100.0, "{about}");
                continue;
            };
            assert!(!a_flag.overlaps(b_flag), "{about}");
            assert!(layout.plot.x <= b_flag.x && b_flag.right() <= layout.plot.right());
            let is_crossed = a.x > b_flag.x && a.x < b_flag.right();
            assert!(
                !is_crossed,
                "{about}: {b_flag:?} on the line of the as-of day"
            );
            let is_crossed = b.x > a_flag.x && b.x < a_flag.right();
            assert!(!is_crossed, "{about}: {a_flag:?} on the line of today");
        }
    }
}

//! The opening window, and what holds for any events in any window.

use std::collections::BTreeSet;

use dateline::layout::{
    self, Calendar, CalendarChoice, Label, LaneBy, Layout, Mark, Rect, Request, Side,
    TimeWindow, WeekStart,
};
use dateline::model::{EarlierPlan, Event, EventId, Granularity, Kind, Status, When};
use proptest::prelude::*;

use crate::{day, event, happened, items, request};

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
    let dates = (any_when(), any_when());
    (title, dates, indexes).prop_map(|(title, dates, (kind, status, origins, salience))| {
        let earlier = dates.1.map(|when| EarlierPlan {
            when,
            status: Status::Planned,
            reported: day("2024-01-01"),
        });
        Event {
            when: dates.0,
            earlier: earlier.into_iter().collect(),
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

/// English and the words of places, some of them long, with all ways to count weeks.
fn any_calendar() -> impl Strategy<Value = Calendar> {
    const PLACES: [&str; 10] = [
        "", "de-CH", "fr", "en-US", "ru", "vi", "el", "fi", "ja", "qqq",
    ];
    let week_starts = [
        WeekStart::System,
        WeekStart::Monday,
        WeekStart::Saturday,
        WeekStart::Sunday,
    ];
    let choice = (0..PLACES.len(), 0..week_starts.len(), any::<bool>());
    choice.prop_map(move |(place, week_start, has_iso_weeks)| {
        let choice = CalendarChoice {
            week_start: week_starts[week_start],
            has_iso_weeks,
            ..CalendarChoice::default()
        };
        Calendar::new(choice, Some(PLACES[place]))
    })
}

fn text_rect(label: &Label) -> Rect {
    Rect::new(label.x, label.baseline - 10.0, label.width_px, 13.0)
}

/// Everything that must not overlap: marks with their labels, chips, counts.
pub(crate) fn solid_parts(layout: &Layout) -> Vec<(String, Rect)> {
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
        for item in items(&layout) {
            for ghost in &item.ghosts {
                let (left, right) = (ghost.mark.left(), ghost.mark.right());
                let rect = Rect::between(left, item.y - 4.0, right, item.y + 4.0);
                let (from, to) = (ghost.tie.0.min(ghost.tie.1), ghost.tie.0.max(ghost.tie.1));
                let tie = Rect::between(from, item.y - 0.5, to, item.y + 0.5);
                let room = item.bounds.grown(0.1);
                prop_assert!(room.x <= left && right <= room.right(), "{item:?}");
                // Words on a bar stand on what the bar covers of its ghost.
                let label = text_rect(&item.label);
                let is_beside = matches!(item.side, Side::Left | Side::Right);
                let is_clear = !label.overlaps(rect) && !label.overlaps(tie);
                prop_assert!(!is_beside || is_clear, "{item:?}");
            }
        }
        for claims in items(&layout).iter().filter_map(|item| item.claims.as_ref()) {
            prop_assert!(parts.iter().all(|(_, part)| !part.overlaps(text_rect(claims))));
        }
        let mut ids = BTreeSet::new();
        let (mut n, mut n_unnamed) = (0, 0);
        for lane in &layout.lanes {
            n += lane.items.len() + lane.chips.len();
            n += lane.more.iter().map(|more| more.count).sum::<usize>();
            ids.extend(lane.items.iter().map(|item| &item.event));
            ids.extend(lane.chips.iter().map(|chip| &chip.event));
            ids.extend(lane.more.iter().flat_map(|more| &more.events));
            n_unnamed += lane.more.iter().map(|more| more.count - more.events.len()).sum::<usize>();
        }
        if let Some(tray) = &layout.tray {
            n += tray.chips.len() + tray.more.as_ref().map_or(0, |more| more.count);
            ids.extend(tray.chips.iter().map(|chip| &chip.event));
            ids.extend(tray.more.iter().flat_map(|more| &more.events));
        }
        prop_assert_eq!((n, ids.len() + n_unnamed), (events.len(), events.len()));
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
    fn ticks_never_collide(
        start in -4.0e6..2.8e6_f64,
        width in -2.0..6.8_f64,
        px in 200.0..3000.0_f32,
        calendar in any_calendar(),
    ) {
        let window = TimeWindow::new(start, start + 10_f64.powf(width));
        let calendar = &calendar;
        let layout = layout::arrange(&Request { width_px: px, calendar, ..request(&[], window) });
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

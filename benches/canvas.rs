//! How long a frame's layout and scene take with a thousand to a hundred thousand events.

use dateline::layout::{FontMeasure, Index, LaneBy, Request, TimeWindow, arrange_indexed, fit};
use dateline::model::{Event, EventId, Granularity, Kind, Status, When};
use dateline::scene::{Theme, build};
use divan::{Bencher, black_box};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
const FIRST_DAY: f64 = 14_600.0;

fn main() {
    divan::main();
}

/// Events over ten years: most on one day, some over weeks, some without a certain day.
fn events(n: usize) -> Vec<Event> {
    let words = [
        "Storm", "closes", "harbour", "bridge", "talks", "on", "tolls", "fail",
    ];
    (0..n)
        .map(|at| {
            let spread = at.wrapping_mul(2_654_435_761) % 3650;
            let first = TimeWindow::date_from_days(FIRST_DAY + spread as f64);
            let last = TimeWindow::date_from_days(FIRST_DAY + (spread + at % 20) as f64);
            let when = match at % 10 {
                0 => When::period(first, last, Granularity::Day),
                1 => When::within(Some(first), Some(last), Granularity::Day),
                2 => When::on_or_after(first),
                _ => When::day(first),
            };
            let title: Vec<&str> = words
                .iter()
                .cycle()
                .skip(at % 8)
                .take(3 + at % 5)
                .copied()
                .collect();
            Event {
                id: EventId(format!("event-{at}")),
                title: title.join(" "),
                kind: Kind::ALL[at % Kind::ALL.len()],
                status: Status::ALL[at % Status::ALL.len()],
                when: Some(when),
                places: Vec::new(),
                participants: Vec::new(),
                origins: 1 + (at % 4) as u32,
                mentions: Vec::new(),
                conflicts: Vec::new(),
                earlier: Vec::new(),
                salience: (at % 97) as f32 / 97.0,
            }
        })
        .collect()
}

fn request<'a>(events: &'a [&'a Event], window: TimeWindow) -> Request<'a> {
    Request {
        events,
        articles: &[],
        window,
        width_px: 1280.0,
        height_px: 800.0,
        lanes: LaneBy::Kind,
        as_of: None,
        today: None,
        selected: None,
        also: None,
        scroll_px: 0.0,
        grows: false,
        numbers: None,
        measure: FontMeasure::bundled(),
    }
}

/// Two months in the middle.
fn near() -> TimeWindow {
    TimeWindow::new(FIRST_DAY + 1800.0, FIRST_DAY + 1860.0)
}

fn frame(bencher: Bencher<'_, '_>, n: usize, window: impl Fn(&[&Event]) -> TimeWindow) {
    let events = events(n);
    let refs: Vec<&Event> = events.iter().collect();
    let index = Index::new(&refs, &[], LaneBy::Kind);
    let request = request(&refs, window(&refs));
    bencher.bench_local(|| {
        let layout = arrange_indexed(black_box(&request), &index);
        build(&layout, Theme::light())
    });
}

/// Sorting events into lanes: once for each change of events or lanes.
#[divan::bench(args = SIZES)]
fn index(bencher: Bencher<'_, '_>, n: usize) {
    let events = events(n);
    let refs: Vec<&Event> = events.iter().collect();
    bencher.bench_local(|| Index::new(black_box(&refs), &[], LaneBy::Kind));
}

/// A frame of two months out of ten years.
#[divan::bench(args = SIZES)]
fn frame_near(bencher: Bencher<'_, '_>, n: usize) {
    frame(bencher, n, |_| near());
}

/// A frame of everything.
#[divan::bench(args = SIZES)]
fn frame_all(bencher: Bencher<'_, '_>, n: usize) {
    frame(bencher, n, |events| fit(events, &[]));
}

//! From a date's four bounds to the form of its mark.

use crate::model::{Status, When};

use super::entry::MAX_DOT_DAY_PX;
use super::{Bar, Mark, Rect, TimeWindow};

/// An open end fades out over this length, or over a day if that is wider.
const OPEN_PX: f64 = 64.0;
/// The arrow of what is under way is at least this long.
const ARROW_PX: f64 = 18.0;
/// The ends of what is approximate fade over this length, around a core at least so wide.
const SOFT_PX: f64 = 14.0;
const MIN_SOFT_PX: f64 = 8.0;
/// The least width of a bar that is certain somewhere.
const MIN_BAR_PX: f64 = 20.0;
/// The least width of what is under way, its arrow included.
const MIN_ARROW_PX: f64 = 26.0;
/// The least width of a bar that is certain nowhere.
const MIN_FADE_PX: f64 = 24.0;
/// The part of a bar in sight is somewhere drawn at least so sure.
const LEAST_SEEN: f32 = 0.2;
/// How sure the middle of a bar is that is certain nowhere.
const MIDDLE: f32 = 0.8;

/// The mark of a date, cut off at the edges of the plot; none for what is undated.
pub(super) fn mark(
    when: &When,
    status: Status,
    origins: u32,
    window: TimeWindow,
    plot: Rect,
) -> Option<Mark> {
    let thicker = origins.saturating_sub(1).min(3) as f32 * 0.75;
    let x = |days: f64| f64::from(plot.x) + window.x_from_days(days, plot.width);
    let day_px = f64::from(plot.width) / window.width_days();
    if let Some(day) = when.single_day()
        && !when.approximate
        && day_px < MAX_DOT_DAY_PX
    {
        let noon = x(TimeWindow::days_from_date(day) + 0.5);
        if status != Status::Ongoing {
            return Some(Mark::Dot {
                x: noon as f32,
                radius_px: 6.0 + thicker,
            });
        }
    }
    let mut stops = stops(when, status, OPEN_PX.max(day_px), x)?;
    let arrow = status == Status::Ongoing && stops.last().is_some_and(|stop| stop.1 > 0.0);
    if when.approximate {
        soften(&mut stops, arrow);
    }
    widen(&mut stops, arrow);
    let mut bar = cut(&stops, plot);
    bar.half_px = (8.0 + thicker / 1.5).round();
    bar.arrow = arrow && !bar.cut_right;
    Some(Mark::Bar(bar))
}

/// Where the bar is how sure, not yet cut.
fn stops(
    when: &When,
    status: Status,
    open_px: f64,
    x: impl Fn(f64) -> f64,
) -> Option<Vec<(f64, f32)>> {
    let start = |day| x(TimeWindow::days_from_date(day));
    let end = |day| x(TimeWindow::days_from_date(day) + 1.0);
    let (first, last) = (when.earliest().map(start), when.latest().map(end));
    let core_from = when.start.latest.map(start);
    let core_to = when.end.earliest.map(end);
    let is_under_way = status == Status::Ongoing;
    let stops = match (first, core_from, core_to, last) {
        (first, Some(from), Some(to), last) if from < to => vec![
            (first.unwrap_or(from - open_px), 0.0),
            (from, 1.0),
            (to, 1.0),
            (last.unwrap_or(to + open_px), 0.0),
        ],
        (None, _, _, None) => return None,
        (Some(first), _, _, Some(last)) if is_under_way => {
            vec![(first, 0.0), (last.min(first + open_px), 1.0), (last, 1.0)]
        }
        (Some(first), _, _, Some(last)) => {
            let third = (last - first) / 3.0;
            vec![
                (first, 0.0),
                (first + third, MIDDLE),
                (last - third, MIDDLE),
                (last, 0.0),
            ]
        }
        (None, _, _, Some(last)) if is_under_way => {
            vec![(last - open_px, 0.0), (last - ARROW_PX, 1.0), (last, 1.0)]
        }
        (None, _, _, Some(last)) => vec![(last - open_px, 0.0), (last, MIDDLE)],
        (Some(first), _, _, None) => vec![(first, MIDDLE), (first + open_px, 0.0)],
    };
    Some(without_doubles(stops))
}

/// A certain start or end has no stretch over which it fades.
fn without_doubles(mut stops: Vec<(f64, f32)>) -> Vec<(f64, f32)> {
    if let [(a, _), (b, _), ..] = stops.as_slice()
        && a >= b
    {
        stops.remove(0);
    }
    if let [.., (a, _), (b, _)] = stops.as_slice()
        && a >= b
    {
        stops.pop();
    }
    stops
}

/// `About 5 March`: certain ends fade out a little, whatever the scale.
fn soften(stops: &mut Vec<(f64, f32)>, arrow: bool) {
    let (Some(first), Some(last)) = (stops.first().copied(), stops.last().copied()) else {
        return;
    };
    let missing = ((MIN_SOFT_PX - (last.0 - first.0)) / 2.0).max(0.0);
    if first.1 >= 1.0 {
        if let Some(stop) = stops.first_mut() {
            stop.0 -= missing;
        }
        stops.insert(0, (first.0 - missing - SOFT_PX, 0.0));
    }
    if last.1 >= 1.0 && !arrow {
        if let Some(stop) = stops.last_mut() {
            stop.0 += missing;
        }
        stops.push((last.0 + missing + SOFT_PX, 0.0));
    }
}

/// Short bars grow on both sides so that they can be seen and clicked.
fn widen(stops: &mut [(f64, f32)], arrow: bool) {
    let (Some(first), Some(last)) = (stops.first().copied(), stops.last().copied()) else {
        return;
    };
    let is_sure = stops.iter().any(|stop| stop.1 >= 1.0);
    let needed = match (arrow, is_sure) {
        (true, _) => MIN_ARROW_PX,
        (_, true) => MIN_BAR_PX,
        _ => MIN_FADE_PX,
    };
    let width = (last.0 - first.0).max(1e-6);
    if width < needed {
        let middle = f64::midpoint(first.0, last.0);
        for stop in stops {
            stop.0 = middle + (stop.0 - middle) * (needed / width);
        }
    }
}

fn cut(stops: &[(f64, f32)], plot: Rect) -> Bar {
    let (left, right) = (f64::from(plot.x), f64::from(plot.right()));
    let first = stops.first().map_or(left, |stop| stop.0);
    let last = stops.last().map_or(right, |stop| stop.0);
    let mut kept: Vec<(f32, f32)> = Vec::new();
    if first < left {
        kept.push((plot.x, sureness(stops, left)));
    }
    let inside = stops.iter().filter(|s| (left..=right).contains(&s.0));
    kept.extend(inside.map(|stop| (stop.0 as f32, stop.1)));
    if last > right {
        kept.push((plot.right(), sureness(stops, right)));
    }
    while kept.len() < 2 {
        let edge = if last < left { plot.x } else { plot.right() };
        kept.push((edge, 0.0));
    }
    // Zoomed in on the fringe of a vague date there is still something to see.
    let most = kept.iter().map(|stop| stop.1).fold(0.0, f32::max);
    let missing = (LEAST_SEEN - most).max(0.0);
    for stop in &mut kept {
        stop.1 += missing;
    }
    Bar {
        stops: kept,
        cut_left: first < left,
        cut_right: last > right,
        ..Bar::default()
    }
}

fn sureness(stops: &[(f64, f32)], x: f64) -> f32 {
    let next = stops.partition_point(|stop| stop.0 <= x);
    let before = next.checked_sub(1).and_then(|at| stops.get(at));
    match (before, stops.get(next)) {
        (Some(a), Some(b)) => {
            let share = ((x - a.0) / (b.0 - a.0).max(1e-9)) as f32;
            a.1 + (b.1 - a.1) * share
        }
        _ => 0.0,
    }
}

//! Calendar ticks in two levels whose labels never collide.

use super::request::{EDGE_PX, SMALL_PX};
use super::step::{LEVELS, Step};
use super::{Axis, Label, Rect, Request, Tick, TimeWindow, Weight};

/// Baseline of the coarse level.
const MAJOR_BASELINE_PX: f32 = 18.0;
/// Baseline of the fine level.
const MINOR_BASELINE_PX: f32 = 38.0;
/// From a tick to its label, fine and coarse.
const MINOR_GAP_PX: f32 = 4.0;
const MAJOR_GAP_PX: f32 = 6.0;
/// Free space between two labels.
const SPACE_PX: f32 = 14.0;

/// The ticks of a request's window over a plot.
pub(super) fn ticks(request: &Request<'_>, plot: Rect) -> Axis {
    let day_px = f64::from(plot.width) / request.window.width_days();
    let fits = |step: Step| {
        let labels = step.wide_labels(request.calendar);
        let widths = labels.iter().map(|label| {
            let measure = request.measure;
            measure.width_px(label, SMALL_PX, Weight::Regular)
        });
        let width = widths.fold(0.0, f32::max);
        f64::from(width + SPACE_PX) <= step.least_days() * day_px
    };
    let level = LEVELS.iter().find(|(fine, _)| fits(*fine));
    let Some((fine, coarse)) = level.or(LEVELS.last()).copied() else {
        return Axis::default();
    };
    Axis {
        major: coarse.map_or_else(Vec::new, |step| major(step, request, plot)),
        minor: minor(fine, request, plot),
    }
}

fn minor(step: Step, request: &Request<'_>, plot: Rect) -> Vec<Tick> {
    let (window, calendar) = (request.window, request.calendar);
    let mut free_from = plot.x;
    let mut ticks = Vec::new();
    for days in step.ticks(window.start_days, window.end_days, calendar) {
        let Some(x) = x_in(days, window, plot) else {
            continue;
        };
        let words = step.fine_label(days, calendar);
        let width_px = request.measure.width_px(&words, SMALL_PX, Weight::Regular);
        let left = x + MINOR_GAP_PX;
        let has_room = free_from <= left && left + width_px <= plot.right() - EDGE_PX;
        if has_room {
            free_from = left + width_px + EDGE_PX;
        }
        let label = Label {
            words,
            x: left,
            baseline: MINOR_BASELINE_PX,
            width_px,
        };
        ticks.push(Tick {
            x: Some(x),
            label: has_room.then_some(label),
        });
    }
    ticks
}

fn major(step: Step, request: &Request<'_>, plot: Rect) -> Vec<Tick> {
    let window = request.window;
    let starts = step.ticks(window.start_days, window.end_days, request.calendar);
    let mut ticks = Vec::new();
    for (at, days) in starts.iter().enumerate() {
        let x = f64::from(plot.x) + window.x_from_days(*days, plot.width);
        if x > f64::from(plot.right()) {
            break;
        }
        let next = starts.get(at + 1).map_or(f64::MAX, |next| {
            f64::from(plot.x) + window.x_from_days(*next, plot.width)
        });
        let right = next.min(f64::from(plot.right())) as f32 - EDGE_PX;
        // The stretch that the window begins in keeps its name in sight.
        let left = (x as f32).max(plot.x) + MAJOR_GAP_PX;
        let label = coarse_label((step, *days), left, right, request);
        ticks.push(Tick {
            x: x_in(*days, window, plot),
            label,
        });
    }
    ticks
}

fn coarse_label(
    (step, days): (Step, f64),
    left: f32,
    right: f32,
    request: &Request<'_>,
) -> Option<Label> {
    let labels = step.coarse_labels(days, request.calendar);
    labels.into_iter().find_map(|words| {
        let width_px = request.measure.width_px(&words, SMALL_PX, Weight::Semibold);
        (left + width_px <= right).then_some(Label {
            words,
            x: left,
            baseline: MAJOR_BASELINE_PX,
            width_px,
        })
    })
}

/// The place of a point in time if it lies in the plot.
fn x_in(days: f64, window: TimeWindow, plot: Rect) -> Option<f32> {
    let x = window.x_from_days(days, plot.width);
    (-0.01..=f64::from(plot.width) + 0.01)
        .contains(&x)
        .then_some(plot.x + x as f32)
}

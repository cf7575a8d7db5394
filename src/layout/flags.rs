//! The lines of the as-of day and of today, and flags at their tops that keep apart.

use jiff::civil::Date;

use super::request::TINY_PX;
use super::{Label, Rect, Request, TimeWindow, Weight};

/// Height of a flag: what is free above the marks of the first row.
const HEIGHT_PX: f32 = 14.0;
/// From a flag's edge to its words.
const PAD_PX: f32 = 7.0;
/// From a line to its flag, and the least between two flags.
const GAP_PX: f32 = 1.0;
/// From the top of a flag to the baseline of its words.
const BASELINE_PX: f32 = 10.5;

/// A line through all lanes, with a flag at its top.
#[derive(Clone, Debug, PartialEq)]
pub struct Pole {
    /// The line.
    pub x: f32,
    /// Its flag; none where there is no room for one.
    pub flag: Option<Flag>,
}

/// A word on a small plate.
#[derive(Clone, Debug, PartialEq)]
pub struct Flag {
    /// The plate.
    pub bounds: Rect,
    /// The word on it.
    pub label: Label,
}

/// The lines of the as-of day, at its end, and of today, at its noon as the marks of days, as far as
/// they are in sight.
pub(super) fn poles(request: &Request<'_>, plot: Rect) -> (Option<Pole>, Option<Pole>) {
    let as_of_x = as_of_x(request, plot);
    let today_x = (request.today).and_then(|day| x_of(days(day) + 0.5, request, plot));
    let as_of = as_of_x.map(|x| (x, flags("as of", x, request, plot)));
    let today = today_x.map(|x| (x, flags("today", x, request, plot)));
    if let (Some(as_of), Some(today)) = (&as_of, &today) {
        return beside_each_other(as_of, today);
    }
    let pole = |(x, flags): (f32, Vec<Flag>)| Pole {
        x,
        flag: flags.into_iter().next(),
    };
    (as_of.map(pole), today.map(pole))
}

/// The first flags that touch neither each other nor the other line; without such that of the as-of
/// day stands alone.
fn beside_each_other(
    (as_of_x, as_of): &(f32, Vec<Flag>),
    (today_x, today): &(f32, Vec<Flag>),
) -> (Option<Pole>, Option<Pole>) {
    let pairs = as_of.iter().flat_map(|a| today.iter().map(move |b| (a, b)));
    let is_clear = |(a, b): &(&Flag, &Flag)| {
        a.is_beside(*today_x)
            && b.is_beside(*as_of_x)
            && !a.bounds.grown(GAP_PX).overlaps(b.bounds)
    };
    let (a, b) = pairs
        .into_iter()
        .find(is_clear)
        .map_or((as_of.first(), None), |(a, b)| (Some(a), Some(b)));
    let pole = |x: f32, flag: Option<&Flag>| {
        Some(Pole {
            x,
            flag: flag.cloned(),
        })
    };
    (pole(*as_of_x, a), pole(*today_x, b))
}

/// The end of the as-of day, if it lies in the plot.
pub(super) fn as_of_x(request: &Request<'_>, plot: Rect) -> Option<f32> {
    x_of(days(request.as_of?) + 1.0, request, plot)
}

fn days(day: Date) -> f64 {
    TimeWindow::days_from_date(day)
}

fn x_of(days: f64, request: &Request<'_>, plot: Rect) -> Option<f32> {
    let x = request.window.x_from_days(days, plot.width);
    (0.0..=f64::from(plot.width))
        .contains(&x)
        .then_some(plot.x + x as f32)
}

/// The flags of a line that the plot has room for: on its right, on its left.
fn flags(words: &str, x: f32, request: &Request<'_>, plot: Rect) -> Vec<Flag> {
    let width_px = request.measure.width_px(words, TINY_PX, Weight::Semibold);
    let all_px = width_px + 2.0 * PAD_PX;
    let at = |left: f32| Flag {
        bounds: Rect::new(left, plot.y, all_px, HEIGHT_PX),
        label: Label {
            words: words.to_owned(),
            x: left + PAD_PX,
            baseline: plot.y + BASELINE_PX,
            width_px,
        },
    };
    let mut both = vec![at(x + GAP_PX), at(x - GAP_PX - all_px)];
    both.retain(|flag| plot.x <= flag.bounds.x && flag.bounds.right() <= plot.right());
    both
}

impl Flag {
    /// Whether a line at `x` does not cross it.
    fn is_beside(&self, x: f32) -> bool {
        x < self.bounds.x || self.bounds.right() < x
    }
}

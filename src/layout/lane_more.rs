//! The events of a lane that found no place, counted where they would stand.

use std::collections::BTreeSet;

use super::chips::{more_label, n_ids};
use super::entry::Entry;
use super::lane_index::{LaneIndex, Sight};
use super::{Label, More, Rect, Request, TimeWindow};

/// Events counted in one place span at most this width.
const MORE_PX: f64 = 112.0;
/// What is seen of a place at an edge has no count of its own if it is narrower.
const MIN_BIN_PX: f64 = 52.0;
/// Free time on both sides of what is counted, in parts of its width.
const MARGIN: f64 = 0.1;

/// What counts of a lane rest on.
pub(super) struct Hidden<'a> {
    pub(super) lane: &'a LaneIndex,
    pub(super) sight: &'a Sight,
    /// Those that found a place.
    pub(super) shown: &'a [Entry],
}

impl Hidden<'_> {
    /// The counts in a row around `y`, by stretches of time that stay the same while panning.
    pub(super) fn counts(&self, request: &Request<'_>, plot: Rect, y: f32) -> Vec<More> {
        let day_px = f64::from(plot.width) / request.window.width_days();
        let bin_days = MORE_PX / day_px;
        let (from, to) = self.sight.range_days();
        let bin = |days: f64| (days / bin_days).floor() as i64;
        let mut shown_bins: Vec<i64> = self
            .shown
            .iter()
            .map(|e| bin(e.at().clamp(from, to)))
            .collect();
        shown_bins.sort_unstable();
        let shown: BTreeSet<u32> = self.shown.iter().map(|entry| entry.event).collect();
        let mut counts = Vec::new();
        for Bins { at, first, last } in bins((from, to), bin_days, MIN_BIN_PX / day_px) {
            let range = (first as f64 * bin_days, (last + 1) as f64 * bin_days);
            let is_before = |upto: i64| shown_bins.partition_point(|bin| *bin < upto);
            let n_shown = is_before(last + 1) - is_before(first);
            let n_hidden = self.lane.count(self.sight, range).saturating_sub(n_shown);
            if n_hidden > 0 {
                let middle = (at as f64 + 0.5) * bin_days;
                let x = f64::from(plot.x) + request.window.x_from_days(middle, plot.width);
                let counted = (n_hidden, range);
                counts.push(self.more(counted, &shown, request, ((x as f32, y), plot)));
            }
        }
        counts
    }

    fn more(
        &self,
        (count, range): (usize, (f64, f64)),
        shown: &BTreeSet<u32>,
        request: &Request<'_>,
        ((x, y), plot): ((f32, f32), Rect),
    ) -> More {
        let is_hidden = |entry: &Entry| !shown.contains(&entry.event);
        let first = self
            .lane
            .first_of(self.sight, range, n_ids(request), is_hidden);
        let (label, bounds) = more_label(count, request.measure);
        let (half, right) = (bounds.width / 2.0, request.words_end(plot));
        let left = x.clamp(plot.x + half, (right - half).max(plot.x + half)) - half;
        let events = first
            .iter()
            .filter_map(|entry| request.events.get(entry.event as usize));
        More {
            events: events.map(|event| event.id.clone()).collect(),
            count,
            window: Some(stretch_of(&first, count, range)),
            label: Label {
                x: label.x + left,
                baseline: label.baseline + y,
                ..label
            },
            bounds: bounds.shifted(left, y),
        }
    }
}

/// Places that are counted as one, and the one of them where the count stands.
struct Bins {
    at: i64,
    first: i64,
    last: i64,
}

/// The places between two days; what is seen too little of at an edge goes with its neighbour.
fn bins((from, to): (f64, f64), bin_days: f64, least_days: f64) -> Vec<Bins> {
    let bin = |days: f64| (days / bin_days).floor() as i64;
    let (first, last) = (bin(from), bin(to));
    let (mut inner_first, mut inner_last) = (first, last);
    if first < last && (first + 1) as f64 * bin_days - from < least_days {
        inner_first += 1;
    }
    if inner_first < last && to - last as f64 * bin_days < least_days {
        inner_last -= 1;
    }
    let bins = (inner_first..=inner_last).map(|at| Bins {
        at,
        first: if at == inner_first { first } else { at },
        last: if at == inner_last { last } else { at },
    });
    bins.collect()
}

/// The stretch of time that shows what is counted: that of the events if all are known.
fn stretch_of(first: &[Entry], count: usize, range: (f64, f64)) -> TimeWindow {
    let is_all = first.len() == count;
    let starts = first.iter().map(|entry| entry.first_days);
    let ends = first.iter().map(|entry| entry.last_days);
    let from = starts
        .min_by(f64::total_cmp)
        .filter(|_| is_all)
        .unwrap_or(range.0);
    let to = ends
        .max_by(f64::total_cmp)
        .filter(|_| is_all)
        .unwrap_or(range.1);
    let margin = (to - from) * MARGIN;
    TimeWindow::new(from - margin, to + margin)
}

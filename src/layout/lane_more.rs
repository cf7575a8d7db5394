//! The events of a lane that found no place, counted where they would stand.

use std::collections::BTreeSet;

use super::chips::{more_label, n_ids};
use super::entry::Entry;
use super::lane_index::{LaneIndex, Sight};
use super::{Label, More, Rect, Request, TimeWindow};

/// Events counted in one place span at most this width.
const MORE_PX: f64 = 112.0;
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
        let mut counts = Vec::new();
        for at in bin(from)..=bin(to) {
            let range = (at as f64 * bin_days, (at + 1) as f64 * bin_days);
            let is_before = |upto: i64| shown_bins.partition_point(|bin| *bin < upto);
            let n_shown = is_before(at + 1) - is_before(at);
            let n_hidden = self.lane.count(self.sight, range).saturating_sub(n_shown);
            if n_hidden > 0 {
                let middle = f64::midpoint(range.0, range.1);
                let x = f64::from(plot.x) + request.window.x_from_days(middle, plot.width);
                counts.push(self.more(n_hidden, range, request, ((x as f32, y), plot)));
            }
        }
        counts
    }

    fn more(
        &self,
        count: usize,
        range: (f64, f64),
        request: &Request<'_>,
        ((x, y), plot): ((f32, f32), Rect),
    ) -> More {
        let shown: BTreeSet<u32> = self.shown.iter().map(|entry| entry.event).collect();
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

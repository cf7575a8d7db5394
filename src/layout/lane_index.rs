//! One lane's events, sorted so that what is visible is found, weighed and counted by search.

use std::ops::Range;

use super::TimeWindow;
use super::entry::{Entry, MAX_DOT_DAY_PX};
use super::pyramid::{Pyramid, best_of, level_for, width_days};
use crate::model::Kind;

/// A mark of which less is in sight counts as outside.
const EDGE_PX: f64 = 7.0;
/// So many stretches that began before the window are looked at one by one.
const MAX_STABBING: usize = 512;
/// The latest last day is known of blocks of so many stretches.
const BLOCK: usize = 64;

/// One lane's events.
#[derive(Clone, Debug, Default)]
pub(super) struct LaneIndex {
    pub(super) name: String,
    pub(super) kind: Option<Kind>,
    /// Days, in order.
    points: Vec<Entry>,
    best_points: Pyramid,
    /// Longer ones, by their first day.
    spans: Vec<Entry>,
    best_spans: Pyramid,
    /// Places of the longer ones by their last day.
    by_last: Vec<u32>,
    /// The latest last day of each block of them.
    block_last: Vec<f64>,
    /// The best of those that last 2^n days and not twice that, for each n that occurs.
    by_length: Vec<(usize, Vec<u32>)>,
}

/// What of a lane lies in a window.
#[derive(Clone, Debug)]
pub(super) struct Sight {
    /// The window without its edges.
    from_days: f64,
    to_days: f64,
    day_px: f64,
    points: Range<usize>,
    /// Longer ones that begin in sight.
    spans: Range<usize>,
    /// How many of them end before the window.
    n_spans_before: usize,
}

impl LaneIndex {
    pub(super) fn new(name: String, kind: Option<Kind>, entries: Vec<Entry>) -> Self {
        let (mut points, mut spans): (Vec<Entry>, Vec<Entry>) =
            entries.into_iter().partition(Entry::is_point);
        points.sort_unstable_by(Entry::by_time);
        spans.sort_unstable_by(Entry::by_time);
        let mut by_last: Vec<u32> = (0..).take(spans.len()).collect();
        let last = |place: &u32| spans.get(*place as usize).map_or(0.0, |e| e.last_days);
        by_last.sort_by(|a, b| last(a).total_cmp(&last(b)));
        let blocks = spans.chunks(BLOCK);
        let latest = |block: &[Entry]| block.iter().fold(f64::MIN, |l, e| l.max(e.last_days));
        Self {
            name,
            kind,
            best_points: Pyramid::new(&points),
            best_spans: Pyramid::new(&spans),
            by_last,
            block_last: blocks.map(latest).collect(),
            by_length: by_length(&spans),
            points,
            spans,
        }
    }

    /// How many events it has.
    pub(super) fn len(&self) -> usize {
        self.points.len() + self.spans.len()
    }

    /// From its first to its last day; that of nothing is empty.
    pub(super) fn extent(&self) -> (f64, f64) {
        let firsts = [self.points.first(), self.spans.first()];
        let first = firsts.into_iter().flatten().map(|e| e.first_days);
        let longest = self
            .by_last
            .last()
            .and_then(|p| self.spans.get(*p as usize));
        let lasts = [self.points.last(), longest];
        let last = lasts.into_iter().flatten().map(|e| e.last_days);
        (
            first.min_by(f64::total_cmp).unwrap_or_default(),
            last.max_by(f64::total_cmp).unwrap_or_default(),
        )
    }

    /// What lies in a window that draws a day so wide.
    pub(super) fn sight(&self, window: TimeWindow, day_px: f64) -> Sight {
        // What shows less than that at an edge is better told by a chip.
        let edge_days = (EDGE_PX / day_px).min(window.width_days() / 4.0);
        let (from, to) = (window.start_days + edge_days, window.end_days - edge_days);
        // A dot is drawn at noon, a wide day as a stretch.
        let half_day = if day_px < MAX_DOT_DAY_PX { 0.0 } else { 0.5 };
        let points = self.points.partition_point(|e| e.at() < from - half_day)
            ..self.points.partition_point(|e| e.at() <= to + half_day);
        let spans = self.spans.partition_point(|e| e.first_days < from)
            ..self.spans.partition_point(|e| e.first_days <= to);
        Sight {
            from_days: from,
            to_days: to,
            day_px,
            points,
            spans,
            n_spans_before: self.n_ended_by(from),
        }
    }

    /// How many longer ones end before a moment.
    fn n_ended_by(&self, days: f64) -> usize {
        self.by_last.partition_point(|place| {
            let entry = self.spans.get(*place as usize);
            entry.is_some_and(|entry| entry.last_days < days)
        })
    }

    /// All that is in sight, in order of time.
    pub(super) fn visible(&self, sight: &Sight) -> Vec<Entry> {
        let points = self.points.get(sight.points.clone()).unwrap_or_default();
        let spans = self.spans.get(sight.spans.clone()).unwrap_or_default();
        let mut all = self.stabbing(sight);
        all.extend_from_slice(points);
        all.extend_from_slice(spans);
        all.sort_unstable_by(Entry::by_time);
        all
    }

    /// Those in sight that can find a place: the most salient of each stretch of time, `n_for`
    /// its width in pixels. The stretches stay the same while panning.
    pub(super) fn candidates(&self, sight: &Sight, n_for: impl Fn(f64) -> usize) -> Vec<Entry> {
        let (level, bin_px) = level_for(sight.day_px);
        let range = (sight.from_days, sight.to_days);
        let n_best = n_for(bin_px).max(1);
        let points = self.best_points.best(&self.points, range, level, n_best);
        let spans = self.best_spans.best(&self.spans, range, level, n_best);
        let pick = |of: &[Entry], places: &[u32], range: &Range<usize>| -> Vec<Entry> {
            let places = places.iter().map(|place| *place as usize);
            let seen = places.filter(|place| range.contains(place));
            seen.filter_map(|place| of.get(place).copied()).collect()
        };
        let mut found = pick(&self.points, &points, &sight.points);
        found.extend(pick(&self.spans, &spans, &sight.spans));
        if sight.n_stabbing() <= MAX_STABBING {
            found.extend(self.stabbing(sight));
        } else {
            found.extend(self.best_stabbing(sight));
        }
        found
    }

    /// Those that began before the window and reach into it.
    fn stabbing(&self, sight: &Sight) -> Vec<Entry> {
        let mut found = Vec::new();
        let blocks = self.block_last.iter().enumerate();
        let n_blocks = sight.spans.start.div_ceil(BLOCK);
        for (block, last) in blocks.take(n_blocks) {
            if *last < sight.from_days {
                continue;
            }
            let upto = ((block + 1) * BLOCK).min(sight.spans.start);
            let entries = self.spans.get(block * BLOCK..upto).unwrap_or_default();
            found.extend(entries.iter().filter(|e| sight.from_days <= e.last_days));
        }
        found
    }

    /// The most salient of them, where they are many.
    fn best_stabbing(&self, sight: &Sight) -> Vec<Entry> {
        let first = |place: &u32| {
            self.spans
                .get(*place as usize)
                .map_or(0.0, |e| e.first_days)
        };
        let mut found = Vec::new();
        for (length, places) in &self.by_length {
            let longest_days = 2.0 * width_days(*length);
            let from = places.partition_point(|p| first(p) < sight.from_days - longest_days);
            let to = places.partition_point(|place| first(place) < sight.from_days);
            let near = places.get(from..to).unwrap_or_default().iter();
            let near = near.filter_map(|place| self.spans.get(*place as usize));
            found.extend(near.filter(|entry| sight.from_days <= entry.last_days));
        }
        found
    }

    /// How many in sight are drawn from a moment on and before another; what began before the
    /// window is drawn from its edge on.
    pub(super) fn count(&self, sight: &Sight, (from_days, to_days): (f64, f64)) -> usize {
        let points = self.points_within(sight, (from_days, to_days)).len();
        let upto = |days: f64| {
            if days <= sight.from_days {
                return 0;
            }
            let n = self.spans.partition_point(|e| e.first_days < days);
            n.min(sight.spans.end).saturating_sub(sight.n_spans_before)
        };
        points + upto(to_days).saturating_sub(upto(from_days))
    }

    fn points_within(&self, sight: &Sight, (from_days, to_days): (f64, f64)) -> Range<usize> {
        let start = if from_days <= sight.from_days {
            sight.points.start
        } else {
            self.points.partition_point(|e| e.at() < from_days)
        };
        let end = self.points.partition_point(|e| e.at() < to_days);
        let end = if sight.to_days < to_days {
            sight.points.end
        } else {
            end
        };
        let start = start.clamp(sight.points.start, sight.points.end);
        start..end.clamp(start, sight.points.end)
    }

    /// The first `n` of what [`Self::count`] counts that pass, in order of time.
    pub(super) fn first_of(
        &self,
        sight: &Sight,
        range: (f64, f64),
        n: usize,
        passes: impl Fn(&Entry) -> bool,
    ) -> Vec<Entry> {
        let mut found = Vec::new();
        if range.0 <= sight.from_days {
            found = self.stabbing(sight);
            found.retain(|entry| passes(entry));
        }
        let from = self.spans.partition_point(|e| e.first_days < range.0);
        let to = self.spans.partition_point(|e| e.first_days < range.1);
        let (low, high) = (sight.spans.start, sight.spans.end);
        let spans = from.clamp(low, high)..to.clamp(low, high).max(from.clamp(low, high));
        let spans = self.spans.get(spans).unwrap_or_default().iter();
        found.extend(spans.filter(|entry| passes(entry)).take(n));
        let points = self.points.get(self.points_within(sight, range));
        let points = points.unwrap_or_default().iter();
        found.extend(points.filter(|entry| passes(entry)).take(n));
        found.sort_unstable_by(Entry::by_time);
        found.truncate(n);
        found
    }

    /// Entries before the window, the nearest first.
    pub(super) fn before<'a>(&'a self, sight: &Sight) -> impl Iterator<Item = &'a Entry> {
        let points = self.points.get(..sight.points.start).unwrap_or_default();
        let spans = self.by_last.get(..sight.n_spans_before).unwrap_or_default();
        let mut points = points.iter().rev().peekable();
        let spans = spans.iter().rev();
        let mut spans = spans
            .filter_map(|place| self.spans.get(*place as usize))
            .peekable();
        std::iter::from_fn(move || match (points.peek(), spans.peek()) {
            (Some(point), Some(span)) if point.last_days < span.last_days => spans.next(),
            (None, _) => spans.next(),
            _ => points.next(),
        })
    }

    /// Entries after the window, the nearest first.
    pub(super) fn after<'a>(&'a self, sight: &Sight) -> impl Iterator<Item = &'a Entry> {
        let points = self.points.get(sight.points.end..).unwrap_or_default();
        let spans = self.spans.get(sight.spans.end..).unwrap_or_default();
        let mut points = points.iter().peekable();
        let mut spans = spans.iter().peekable();
        std::iter::from_fn(move || match (points.peek(), spans.peek()) {
            (Some(point), Some(span)) if span.first_days < point.first_days => spans.next(),
            (None, _) => spans.next(),
            _ => points.next(),
        })
    }

    /// How many lie after the window.
    pub(super) fn n_after(&self, sight: &Sight) -> usize {
        self.len() - sight.points.end - sight.spans.end
    }

    /// Whether it has an entry in sight.
    pub(super) fn holds(&self, sight: &Sight, entry: &Entry) -> bool {
        let (of, range) = if entry.is_point() {
            (&self.points, sight.points.clone())
        } else {
            (&self.spans, 0..sight.spans.end)
        };
        let at = of.binary_search_by(|other| other.by_time(entry));
        at.is_ok_and(|at| range.contains(&at)) && sight.from_days <= entry.last_days
    }

    /// Where the days of a lane lie thick: how many begin in each of `n_parts` equal parts of a
    /// window.
    pub(super) fn density(
        &self,
        sight: &Sight,
        window: TimeWindow,
        n_parts: usize,
    ) -> Vec<u32> {
        let part_days = window.width_days() / n_parts.max(1) as f64;
        let points = self.points.get(sight.points.clone()).unwrap_or_default();
        let spans = self.spans.get(sight.spans.clone()).unwrap_or_default();
        let (mut at_point, mut at_span) = (0, 0);
        let mut parts = Vec::with_capacity(n_parts);
        for part in 1..=n_parts {
            let to = window.start_days + part as f64 * part_days;
            let next_point = upto(points, at_point, |entry| entry.at() < to);
            let next_span = upto(spans, at_span, |entry| entry.first_days < to);
            parts.push((next_point - at_point + next_span - at_span) as u32);
            (at_point, at_span) = (next_point, next_span);
        }
        parts
    }
}

impl Sight {
    /// How many are in sight.
    pub(super) fn n_visible(&self) -> usize {
        self.points.len() + self.spans.end.saturating_sub(self.n_spans_before)
    }

    /// How many lie before the window.
    pub(super) fn n_before(&self) -> usize {
        self.points.start + self.n_spans_before
    }

    /// How many of those in sight began before the window.
    fn n_stabbing(&self) -> usize {
        self.spans.start.saturating_sub(self.n_spans_before)
    }

    /// The window without its edges.
    pub(super) fn range_days(&self) -> (f64, f64) {
        (self.from_days, self.to_days)
    }
}

/// The first place from `from` on that does not pass, by doubling steps: the next is mostly near.
fn upto(entries: &[Entry], from: usize, passes: impl Fn(&Entry) -> bool) -> usize {
    let mut step = 1;
    let mut low = from;
    while entries.get(low + step - 1).is_some_and(&passes) {
        low += step;
        step *= 2;
    }
    let high = (low + step).min(entries.len());
    let rest = entries.get(low..high).unwrap_or_default();
    low + rest.partition_point(passes)
}

fn by_length(spans: &[Entry]) -> Vec<(usize, Vec<u32>)> {
    let length = |entry: &Entry| (entry.last_days - entry.first_days).log2() as usize;
    let longest = spans.iter().map(length).max();
    let mut lengths: Vec<Vec<u32>> = vec![Vec::new(); longest.map_or(0, |n| n + 1)];
    for (place, entry) in (0..).zip(spans) {
        if let Some(places) = lengths.get_mut(length(entry)) {
            places.push(place);
        }
    }
    let lengths = lengths.into_iter().enumerate();
    lengths
        .filter(|(_, places)| !places.is_empty())
        .map(|(length, places)| (length, best_of(&places, spans, length)))
        .collect()
}

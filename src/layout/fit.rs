//! Which stretch of time to show at first, and to show all.

use crate::model::Article;

use super::entry::stretch;
use super::{Events, TimeWindow};

/// Free space at each side, in parts of the width.
const MARGIN: f64 = 0.06;
/// The least width that is worth fitting to.
const MIN_DAYS: f64 = 7.0;
/// The main stretch is shown at first where all would be this many times as wide.
const SPREAD: f64 = 3.0;
/// The main stretch is the shortest that holds this share of what there is to show.
const MAIN_SHARE: f64 = 0.6;

/// The window that shows all events and publication dates.
pub fn fit<'a>(events: impl Into<Events<'a>>, articles: &[Article]) -> TimeWindow {
    with_margin(&stretches(events.into(), articles))
}

/// The window to open with: all if that is not too wide, else the stretch that holds most of the
/// events, so that one event long ago does not squeeze the story. The rest stands in chips.
pub fn opening<'a>(events: impl Into<Events<'a>>, articles: &[Article]) -> TimeWindow {
    let all = stretches(events.into(), articles);
    let Some((from, to)) = densest(&all) else {
        return with_margin(&all);
    };
    let near = (to - from).max(MIN_DAYS);
    let (from, to) = (from - near, to + near);
    let near: Vec<(f64, f64)> = all
        .iter()
        .copied()
        .filter(|(first, last)| from <= *first && *last <= to)
        .collect();
    let (wide, narrow) = (with_margin(&all), with_margin(&near));
    if near.is_empty() || wide.width_days() < SPREAD * narrow.width_days() {
        wide
    } else {
        narrow
    }
}

/// The shortest stretch that holds the middles of most.
fn densest(stretches: &[(f64, f64)]) -> Option<(f64, f64)> {
    let mut middles: Vec<f64> = stretches
        .iter()
        .map(|(a, b)| f64::midpoint(*a, *b))
        .collect();
    middles.sort_by(f64::total_cmp);
    let n_main = ((middles.len() as f64 * MAIN_SHARE).ceil() as usize).max(1);
    let ends = middles.windows(n_main).filter_map(|main| {
        let (from, to) = (main.first()?, main.last()?);
        Some((*from, *to))
    });
    ends.min_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))
}

fn stretches(events: Events<'_>, articles: &[Article]) -> Vec<(f64, f64)> {
    let events = events.iter().filter_map(|event| event.when.as_ref());
    let articles = articles.iter().filter_map(|a| a.published.when.as_ref());
    events.chain(articles).filter_map(stretch).collect()
}

fn with_margin(stretches: &[(f64, f64)]) -> TimeWindow {
    let first = stretches.iter().map(|s| s.0).min_by(f64::total_cmp);
    let last = stretches.iter().map(|s| s.1).max_by(f64::total_cmp);
    let (Some(first), Some(last)) = (first, last) else {
        return TimeWindow::new(20_000.0, 20_365.0);
    };
    let missing = (MIN_DAYS - (last - first)).max(0.0) / 2.0;
    let (first, last) = (first - missing, last + missing);
    let margin = (last - first) * MARGIN;
    TimeWindow::new(first - margin, last + margin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_to_fit_is_a_year() {
        assert!((fit(Events::Listed(&[]), &[]).width_days() - 365.0).abs() < 1e-9);
        assert_eq!(
            opening(Events::Listed(&[]), &[]),
            fit(Events::Listed(&[]), &[])
        );
    }
}

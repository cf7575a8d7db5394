//! The most salient entries of every stretch of time, for every zoom.

use super::entry::Entry;

/// So many entries of a bin are kept: more have no room on the width that a bin is drawn in.
const KEPT: usize = 64;
/// A bin of the level for a zoom is drawn at least so wide, and less than twice as wide.
pub(super) const BIN_PX: f64 = 160.0;
/// Bins of 2^23 days hold all of the calendar.
const N_LEVELS: usize = 24;

/// For bins of 1, 2, 4 … days the best entries of each bin. What is best in a bin is best in each
/// part of it that holds it, so what shows far out goes on to show further in.
#[derive(Clone, Debug, Default)]
pub(super) struct Pyramid {
    /// Places of entries in order of time; `None` where no bin has more than are kept.
    levels: Vec<Option<Vec<u32>>>,
}

impl Pyramid {
    /// Picks the best of `entries`, which are in order of [`Entry::at`].
    pub(super) fn new(entries: &[Entry]) -> Self {
        let mut levels: Vec<Option<Vec<u32>>> = Vec::new();
        let mut kept: Vec<u32> = (0..).take(entries.len()).collect();
        for level in 0..N_LEVELS {
            kept = thinned(&kept, entries, width_days(level), KEPT);
            let is_all = kept.len() == entries.len();
            levels.push((!is_all).then(|| kept.clone()));
            if kept.len() <= KEPT {
                break;
            }
        }
        Self { levels }
    }

    /// The places of the `n_best` best of each bin of a level that meets `from_days..=to_days`, in
    /// order of time. Bins are whole: some of what is returned may lie outside.
    pub(super) fn best(
        &self,
        entries: &[Entry],
        (from_days, to_days): (f64, f64),
        level: usize,
        n_best: usize,
    ) -> Vec<u32> {
        let width = width_days(level);
        let low = (from_days / width).floor() * width;
        let high = ((to_days / width).floor() + 1.0) * width;
        let last = self.levels.len().saturating_sub(1);
        let places = match self.levels.get(level.min(last)) {
            Some(Some(kept)) => {
                let at = |place: &u32| entries.get(*place as usize).map_or(0.0, Entry::at);
                let from = kept.partition_point(|place| at(place) < low);
                let to = kept.partition_point(|place| at(place) < high);
                kept.get(from..to).unwrap_or_default().to_vec()
            }
            _ => all(entries, low, high),
        };
        thinned(&places, entries, width, n_best)
    }
}

/// The level whose bins are drawn [`BIN_PX`] wide or up to twice that, and their width then.
pub(super) fn level_for(day_px: f64) -> (usize, f64) {
    let level = (BIN_PX / day_px)
        .log2()
        .ceil()
        .clamp(0.0, N_LEVELS as f64 - 1.0) as usize;
    (level, width_days(level) * day_px)
}

/// The best of each bin of a level by themselves: for lists that need one level only.
pub(super) fn best_of(places: &[u32], entries: &[Entry], level: usize) -> Vec<u32> {
    thinned(places, entries, width_days(level), KEPT)
}

/// Width of the bins of a level.
pub(super) fn width_days(level: usize) -> f64 {
    f64::from(1_u32 << level.min(N_LEVELS))
}

fn all(entries: &[Entry], low: f64, high: f64) -> Vec<u32> {
    let from = entries.partition_point(|entry| entry.at() < low);
    let to = entries.partition_point(|entry| entry.at() < high);
    (from as u32..to as u32).collect()
}

/// The `n_best` most salient of each bin of a width, in order.
fn thinned(places: &[u32], entries: &[Entry], width_days: f64, n_best: usize) -> Vec<u32> {
    let bin = |place: &u32| {
        let entry = entries.get(*place as usize);
        entry.map_or(0, |entry| (entry.at() / width_days).floor() as i64)
    };
    let mut kept = Vec::new();
    for group in places.chunk_by(|a, b| bin(a) == bin(b)) {
        if group.len() <= n_best {
            kept.extend_from_slice(group);
        } else {
            let from = kept.len();
            kept.extend(best(group, entries, n_best));
            if let Some(new) = kept.get_mut(from..) {
                new.sort_unstable();
            }
        }
    }
    kept
}

fn best(group: &[u32], entries: &[Entry], n_best: usize) -> Vec<u32> {
    let mut group = group.to_vec();
    let rank = |place: &u32| entries.get(*place as usize).map(Entry::rank);
    if n_best < group.len() {
        group.select_nth_unstable_by(n_best, |a, b| rank(a).cmp(&rank(b)));
        group.truncate(n_best);
    }
    group
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entries(days: &[(u16, u8)]) -> Vec<Entry> {
        let mut entries: Vec<Entry> = (0..)
            .zip(days)
            .map(|(event, (day, salience))| {
                let first = f64::from(*day);
                Entry::new(event, (first, first + 1.0), f32::from(*salience) / 255.0)
            })
            .collect();
        entries.sort_by(|a, b| a.at().total_cmp(&b.at()));
        entries
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_best_far_out_is_best_further_in(
            days in prop::collection::vec((0..2000_u16, any::<u8>()), 0..900),
            level in 1..12_usize,
            n_best in 1..KEPT,
        ) {
            let entries = entries(&days);
            let pyramid = Pyramid::new(&entries);
            let far = pyramid.best(&entries, (0.0, 2001.0), level, n_best);
            let near = pyramid.best(&entries, (0.0, 2001.0), level - 1, n_best);
            prop_assert!(far.iter().all(|place| near.contains(place)));
            let expected = thinned(&all(&entries, 0.0, 4096.0), &entries, width_days(level), n_best);
            prop_assert_eq!(far, expected);
        }
    }

    #[test]
    fn bins_of_a_zoom_are_drawn_in_one_width() {
        for day_px in [1e-4, 0.01, 0.7, 3.0, 79.9, 159.0] {
            let (_, bin_px) = level_for(day_px);
            assert!(
                (BIN_PX..2.0 * BIN_PX).contains(&bin_px),
                "{day_px}: {bin_px}"
            );
        }
    }
}

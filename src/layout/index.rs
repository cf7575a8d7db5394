//! Events by lane and in order of time, so that a picture costs what it shows.

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::entry::{Entry, stretch};
use super::lane_index::LaneIndex;
use super::lane_keys::LaneKeys;
use super::{Events, LaneBy, LaneSet};
use crate::model::{Article, EventId, IdIndex};

/// The events of a request, sorted into lanes. Can be kept as long as events, articles and the
/// way of making lanes stay the same.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(super) lanes: Vec<LaneIndex>,
    /// Places of undated events in the request, the most salient first.
    pub(super) undated: Vec<u32>,
    ids: IdIndex,
    /// Which lanes an event stands in; none in an empty index.
    pub(super) keys: Option<LaneKeys>,
}

impl Index {
    /// Sorts events into lanes, on all cores.
    pub fn new<'a>(events: impl Into<Events<'a>>, articles: &[Article], lanes: LaneBy) -> Self {
        let events = events.into();
        let (ids, (keys, (lanes, undated))) = rayon::join(
            || IdIndex::new(events.iter().map(|event| &event.id)),
            || {
                let keys = LaneKeys::new(events, articles, lanes);
                let sorted = sorted(events, &keys);
                (keys, sorted)
            },
        );
        Self {
            lanes,
            undated,
            ids,
            keys: Some(keys),
        }
    }

    /// The names of the lanes in the order in which they stand.
    pub fn lane_names(&self, set: &LaneSet) -> Vec<String> {
        let sorted = set.sorted(&self.lanes).into_iter();
        let lanes = sorted.filter_map(|at| self.lanes.get(at));
        lanes.map(|lane| lane.name.clone()).collect()
    }

    /// The place of an event in the request.
    pub(super) fn find(&self, id: &EventId, events: Events<'_>) -> Option<usize> {
        let is_it = |at: usize| events.get(at).is_some_and(|event| event.id == *id);
        self.ids.find(id, is_it)
    }
}

fn sorted(events: Events<'_>, keys: &LaneKeys) -> (Vec<LaneIndex>, Vec<u32>) {
    let mut by_lane: BTreeMap<usize, Vec<Entry>> = BTreeMap::new();
    let mut undated = Vec::new();
    for (at, event) in (0..).zip(events.iter()) {
        let Some(days) = event.when.as_ref().and_then(stretch) else {
            undated.push(at);
            continue;
        };
        let entry = Entry::new(at, days, event.salience);
        for lane in keys.of(event) {
            by_lane.entry(lane).or_default().push(entry);
        }
    }
    let salience = |at: &u32| events.get(*at as usize).map_or(0.0, |event| event.salience);
    undated.sort_by(|a, b| salience(b).total_cmp(&salience(a)));
    let lanes = by_lane.into_iter().collect::<Vec<_>>().into_par_iter();
    let lanes = lanes.map(|(lane, all)| LaneIndex::new(keys.name(lane), keys.kind(lane), all));
    (lanes.collect(), undated)
}

//! Events that stand in several lanes: each of their marks tells where the others are.

use super::lane_keys::LaneKeys;
use super::{Index, Lane, Request};
use crate::model::Event;

/// Most names told of one event: what an article lists may be long.
const MAX_NAMES: usize = 8;

/// Fills in the other lanes of what is drawn.
pub(super) fn tell_twins(lanes: &mut [Lane], index: &Index, request: &Request<'_>) {
    let Some(keys) = index.keys.as_ref().filter(|_| request.lanes.has_twins()) else {
        return;
    };
    for lane in lanes {
        for item in &mut lane.items {
            let at = index.find(&item.event, request.events);
            let Some(event) = at.and_then(|at| request.events.get(at)) else {
                continue;
            };
            item.also_in = others(keys, event, &lane.full_name);
            if !item.also_in.is_empty() {
                item.name = format!("{}, also in {}", item.name, item.also_in.join(", "));
            }
        }
    }
}

fn others(keys: &LaneKeys, event: &Event, here: &str) -> Vec<String> {
    let lanes = keys.of(event).into_iter().map(|lane| keys.name(lane));
    lanes.filter(|name| name != here).take(MAX_NAMES).collect()
}

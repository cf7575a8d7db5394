//! The heads of the lanes: a click collapses a lane to a strip, a drag moves it.

use eframe::egui::{self, CursorIcon, Pos2, Response, Sense, Stroke, Ui};

use super::canvas_marks::Mark;
use super::canvas_scene::Drawn;
use super::ink::Ink;
use crate::layout::{LaneOrder, LaneSet};
use crate::scene::Target;
use crate::session::{Command, State};

/// A head that is dragged less than that stays where it is.
const MIN_DRAG_PX: f32 = 6.0;

/// What a head of a lane senses; other marks leave drags to the timeline.
pub(super) fn sense(target: &Target) -> Sense {
    match target {
        Target::Lane { .. } => Sense::click_and_drag(),
        _ => Sense::click(),
    }
}

/// What a click or a drag on the head of a lane does; it paints where a dragged lane will go.
pub(super) fn head_ui(
    ui: &Ui,
    state: &State,
    mark: &Mark<'_>,
    (drawn, origin): (&Drawn, Pos2),
    ink: &Ink,
) -> Option<Command> {
    let Target::Lane { name, .. } = &mark.group.target else {
        return None;
    };
    let response = &mark.response;
    if response.clicked() {
        return Some(Command::ArrangeLanes(toggled(&state.view.lane_set, name)));
    }
    let place = dropped(response, drawn, origin)?;
    ui.set_cursor_icon(CursorIcon::Grabbing);
    let (y, before) = place;
    let line = Stroke::new(2.0, ink.accent);
    let plot = drawn.layout.plot;
    ui.painter()
        .hline(origin.x..=origin.x + plot.right(), origin.y + y, line);
    if !response.drag_stopped() {
        return None;
    }
    let names = drawn.index.as_ref()?.lane_names(&state.view.lane_set);
    let moved = moved(&names, name, before.as_deref())?;
    Some(Command::ArrangeLanes(LaneSet {
        moved,
        ..state.view.lane_set.clone()
    }))
}

/// The orders of lanes, for a menu.
pub(super) fn order_menu_ui(ui: &mut Ui, state: &State) -> Option<Command> {
    let set = &state.view.lane_set;
    let mut command = None;
    for order in LaneOrder::ALL {
        let is_chosen = set.order == order && set.moved.is_empty();
        if ui.radio(is_chosen, order.words()).clicked() {
            command = Some(Command::ArrangeLanes(LaneSet {
                order,
                moved: Vec::new(),
                collapsed: set.collapsed.clone(),
            }));
        }
    }
    ui.separator();
    let opens = egui::Button::new("Open all lanes");
    if ui.add_enabled(!set.collapsed.is_empty(), opens).clicked() {
        command = Some(Command::ArrangeLanes(LaneSet {
            collapsed: std::collections::BTreeSet::new(),
            ..set.clone()
        }));
    }
    command
}

fn toggled(set: &LaneSet, name: &str) -> LaneSet {
    let mut set = set.clone();
    if !set.collapsed.remove(name) {
        set.collapsed.insert(name.to_owned());
    }
    set
}

/// Where a dragged head would go: the height of the gap and the lane below it.
fn dropped(response: &Response, drawn: &Drawn, origin: Pos2) -> Option<(f32, Option<String>)> {
    let from = response.interact_pointer_pos()?;
    let dragged = response.dragged() || response.drag_stopped();
    let total = response
        .total_drag_delta()
        .map_or(MIN_DRAG_PX, |delta| delta.y);
    if !dragged || total.abs() < MIN_DRAG_PX {
        return None;
    }
    let y = from.y - origin.y;
    let lanes = &drawn.layout.lanes;
    let below = lanes.iter().find(|lane| y < lane.bounds.center_y());
    let last = lanes.last()?.bounds.bottom();
    Some((
        below.map_or(last, |lane| lane.bounds.y),
        below.map(|lane| lane.full_name.clone()),
    ))
}

/// The names with one moved before another, or to the end of those in sight: all that has to be
/// known of the order by hand. None if nothing changes.
fn moved(names: &[String], name: &str, before: Option<&str>) -> Option<Vec<String>> {
    if before == Some(name) {
        return None;
    }
    let mut others: Vec<String> = names.iter().filter(|n| *n != name).cloned().collect();
    let at = before.and_then(|before| others.iter().position(|other| other == before));
    others.insert(at.unwrap_or(others.len()), name.to_owned());
    (others != names).then_some(others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lane_goes_before_another_or_to_the_end() {
        let names = ["a", "b", "c"].map(str::to_owned);
        for (name, before, expected) in [
            ("c", Some("a"), Some("c a b")),
            ("a", Some("c"), Some("b a c")),
            ("a", None, Some("b c a")),
            ("b", Some("c"), None),
            ("b", Some("b"), None),
        ] {
            let order = moved(&names, name, before).map(|names| names.join(" "));
            assert_eq!(order.as_deref(), expected, "{name} {before:?}");
        }
    }
}

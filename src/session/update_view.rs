//! What part of the timeline is shown, and how.

use super::update_several::selected_days;
use super::visible::{days_of, refresh, shown_window};
use super::{Effect, Filters, Settings, State, ThemeChoice};
use crate::layout::{LaneBy, LaneSet, TimeWindow};
use crate::model::{Kind, Status};

/// What is zoomed to has so much of its width free on each side.
const MARGIN: f64 = 0.15;
/// A day that is zoomed to stands in its week.
const LEAST_DAYS: f64 = 7.0;

/// Zooms around the selected event if it is in view, else around the middle.
pub(super) fn zoom(state: &mut State, factor: f64) {
    if !(factor.is_finite() && 0.0 < factor) {
        return;
    }
    let window = shown_window(state);
    let middle = f64::midpoint(window.start_days, window.end_days);
    let selected = (state.selected_event().and_then(days_of))
        .map(|(first, last)| f64::midpoint(first, last))
        .filter(|at| (window.start_days..=window.end_days).contains(at));
    state.view.window = Some(window.zoom_at(selected.unwrap_or(middle), factor));
}

/// Shows the stretch of time of what is selected, with some room; what has no date has no stretch.
pub(super) fn zoom_to_selection(state: &mut State) {
    let Some((first, last)) = selected_days(state) else {
        return;
    };
    let missing = (LEAST_DAYS - (last - first)).max(0.0) / 2.0;
    let margin = (last - first + 2.0 * missing) * MARGIN;
    let room = missing + margin;
    state.view.window = Some(TimeWindow::new(first - room, last + room));
}

/// Moves as far as is needed for what was selected to be in sight.
pub(super) fn reveal(state: &mut State, window: Option<TimeWindow>, scroll_px: Option<f32>) {
    if window.is_some() {
        state.view.window = window;
    }
    state.view.scroll_px = scroll_px.unwrap_or(state.view.scroll_px).max(0.0);
}

/// Makes lanes another way, from the top.
pub(super) fn set_lanes(state: &mut State, lanes: LaneBy) {
    state.view.lanes = lanes;
    // Names of lanes mean nothing among other lanes.
    state.view.lane_set = LaneSet {
        order: state.view.lane_set.order,
        ..LaneSet::default()
    };
    state.view.scroll_px = 0.0;
}

/// Shows or hides a kind.
pub(super) fn show_kind(state: &mut State, kind: Kind, shows: bool) {
    if shows {
        state.view.filters.hidden_kinds.remove(&kind);
    } else {
        state.view.filters.hidden_kinds.insert(kind);
    }
    refresh(state);
}

/// Shows or hides a status.
pub(super) fn show_status(state: &mut State, status: Status, shows: bool) {
    if shows {
        state.view.filters.hidden_statuses.remove(&status);
    } else {
        state.view.filters.hidden_statuses.insert(status);
    }
    refresh(state);
}

/// Shows or hides minor events.
pub(super) fn show_minor(state: &mut State, shows: bool) {
    state.view.filters.shows_minor = shows;
    refresh(state);
}

/// Shows all kinds and statuses; minor events stay as they are.
pub(super) fn clear_filters(state: &mut State) {
    state.view.filters = Filters {
        shows_minor: state.view.filters.shows_minor,
        ..Filters::default()
    };
    refresh(state);
}

/// Shows only what holds these words.
pub(super) fn search(state: &mut State, words: String) {
    state.view.search = words;
    state.view.scroll_px = 0.0;
    refresh(state);
}

/// Chooses the theme.
pub(super) fn set_theme(state: &mut State, theme: ThemeChoice) -> Vec<Effect> {
    state.settings.theme = theme;
    vec![Effect::SaveSettings]
}

/// Replaces the settings.
pub(super) fn set_settings(state: &mut State, settings: Settings) -> Vec<Effect> {
    if state.settings == settings {
        return Vec::new();
    }
    state.settings = settings;
    vec![Effect::SaveSettings]
}

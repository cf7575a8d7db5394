//! On the overview: where the events are that were found by a search, and those that are selected.

use std::sync::Arc;

use eframe::egui::{Id, Rect, Stroke, Ui, pos2, vec2};

use super::canvas_marks::days_of;
use super::ink::Ink;
use super::memo::{Same, memo};
use super::numbers::counted;
use super::overview_bins::Bin;
use super::overview_density::is_searching;
use crate::layout::TimeWindow;
use crate::session::{State, selected_indexes};

/// A sign of something found, below the bars.
const FOUND_PX: (f32, f32) = (5.0, 3.0);
/// The sign of what is selected, above the bars.
const SELECTED_PX: f32 = 3.0;
/// A day is never narrower than can be seen.
const LEAST_PX: f32 = 4.0;
/// A wider stretch has no line: it would stand at no day in particular.
const MOST_PX: f32 = 12.0;
/// So many selected stretches have a line down to the bars' feet; more would be a fence.
const MAX_LINES: usize = 12;

/// Paints the signs around the bars.
pub(super) fn signs_ui(
    ui: &Ui,
    id: Id,
    state: &State,
    (span, bars): (TimeWindow, Rect),
    bins: &[Bin],
    ink: &Ink,
) {
    let painter = ui.painter();
    let x = |days: f64| bars.left() + span.x_from_days(days, bars.width()) as f32;
    for bin in bins
        .iter()
        .filter(|bin| is_searching(state) && bin.events > 0)
    {
        let middle = f32::midpoint(x(bin.start_days), x(bin.end_days));
        let at = pos2(middle, bars.bottom() + 1.0 + FOUND_PX.1 / 2.0);
        let sign = Rect::from_center_size(at, vec2(FOUND_PX.0, FOUND_PX.1));
        painter.rect_filled(sign, 1.0, ink.warning);
    }
    let stretches = selected(ui, id, state, span, bars.width());
    for (from, to) in stretches.iter() {
        let (left, right) = (bars.left() + from, bars.left() + to);
        let top = bars.top() - SELECTED_PX - 2.0;
        let sign = Rect::from_x_y_ranges(left..=right, top..=top + SELECTED_PX);
        painter.rect_filled(sign, SELECTED_PX / 2.0, ink.accent);
        let is_narrow = right - left <= MOST_PX;
        if is_narrow && stretches.len() <= MAX_LINES {
            let line = Stroke::new(1.0, ink.accent.gamma_multiply(0.6));
            painter.vline(
                f32::midpoint(left, right),
                sign.bottom()..=bars.bottom(),
                line,
            );
        }
    }
}

/// For those who do not see the signs: `Overview of all time, 4 events found, 2 events selected`.
pub(super) fn overview_words(state: &State) -> String {
    let mut words = vec!["Overview of all time".to_owned()];
    let visible = state.visible.as_ref().filter(|_| is_searching(state));
    let found = visible.map(|visible| counted(visible.events.len(), "event"));
    words.extend(found.map(|events| format!("{events} found")));
    let n_selected = state.selection.n_events();
    if 0 < n_selected {
        words.push(format!("{} selected", counted(n_selected, "event")));
    }
    words.join(", ")
}

/// From where to where the selected events stand on a strip so wide, those that touch as one.
fn selected(
    ui: &Ui,
    id: Id,
    state: &State,
    span: TimeWindow,
    width_px: f32,
) -> Arc<Vec<(f32, f32)>> {
    let key = (
        Same(Arc::clone(&state.found)),
        Same(Arc::clone(&state.selection.also)),
        state.selection.event.clone(),
        span,
        width_px,
    );
    memo(ui.ctx(), id.with("selected"), key, |_| {
        let indexes = if state.selection.also.is_empty() {
            Vec::new()
        } else {
            selected_indexes(state)
        };
        let several = indexes
            .iter()
            .filter_map(|index| state.found.events.get(*index));
        // The one that is shown is found at once; only several are looked for among all events.
        let one = state.selected_event().filter(|_| indexes.is_empty());
        let events = several.chain(one);
        let stretch = |(first, last): (f64, f64)| {
            let (from, to) = (
                span.x_from_days(first, width_px),
                span.x_from_days(last, width_px),
            );
            let (from, to) = (
                from.clamp(0.0, width_px.into()),
                to.clamp(0.0, width_px.into()),
            );
            (from as f32, (to as f32).max(from as f32 + LEAST_PX))
        };
        joined(events.filter_map(days_of).map(stretch))
    })
}

/// Stretches in order of their starts, with those that touch made one.
fn joined(stretches: impl Iterator<Item = (f32, f32)>) -> Vec<(f32, f32)> {
    let mut joined: Vec<(f32, f32)> = Vec::new();
    for (from, to) in stretches {
        match joined.last_mut() {
            Some(last) if from <= last.1 + 1.0 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn stretches_that_touch_are_one() {
        let stretches = [
            (0.0, 4.0),
            (3.0, 10.0),
            (5.0, 7.0),
            (10.5, 12.0),
            (20.0, 24.0),
        ];
        assert_eq!(joined(stretches.into_iter()), [(0.0, 12.0), (20.0, 24.0)]);
    }
}

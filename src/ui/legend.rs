//! The legend: what colours and marks mean.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{Role, Sense, Ui, WidgetInfo, vec2};

use super::memo::{Same, memo};
use super::paint::paint_scene;
use crate::model::Kind;
use crate::scene::{Signs, Theme, legend};
use crate::session::State;

/// Shows the legend on the width of `ui`, with the kinds that were found.
pub fn legend_ui(ui: &mut Ui, state: &State, theme: &Theme) {
    let shows_minor = state.view.filters.shows_minor;
    let key = (Same(Arc::clone(&state.found)), shows_minor);
    let kinds = memo(ui.ctx(), ui.scope_id().with("kinds"), key, |_| {
        kinds_of(state)
    });
    let signs = Signs {
        kinds: kinds.iter().copied().collect(),
        has_as_of: state.view.as_of.is_some(),
        has_twins: state.view.lanes.has_twins(),
    };
    let scene = legend(theme, &signs, ui.available_width());
    let size = vec2(ui.available_width(), scene.height_px);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response
        .widget_info(|| WidgetInfo::labeled(Role::Image, true, "Legend of kinds and marks"));
    paint_scene(&ui.painter_at(rect), rect.min, &scene);
}

fn kinds_of(state: &State) -> BTreeSet<Kind> {
    let shown = (state.found.events.iter()).filter(|e| state.view.filters.shows_salience(e));
    shown.map(|event| event.kind).collect()
}

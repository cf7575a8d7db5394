//! The legend: what colours and marks mean.

use std::collections::BTreeSet;

use eframe::egui::{Role, Sense, Ui, WidgetInfo, vec2};

use super::paint::paint_scene;
use crate::model::Kind;
use crate::scene::{Theme, legend};
use crate::session::State;

/// Shows the legend on the width of `ui`, with the kinds that were found.
pub fn legend_ui(ui: &mut Ui, state: &State, theme: &Theme) {
    let shown = (state.found.events.iter()).filter(|e| state.view.filters.shows_salience(e));
    let kinds: BTreeSet<Kind> = shown.map(|event| event.kind).collect();
    let kinds: Vec<Kind> = kinds.into_iter().collect();
    let scene = legend(theme, &kinds, ui.available_width());
    let size = vec2(ui.available_width(), scene.height_px);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response
        .widget_info(|| WidgetInfo::labeled(Role::Image, true, "Legend of kinds and marks"));
    paint_scene(&ui.painter_at(rect), rect.min, &scene);
}

//! The legend: what colours and marks mean.

use eframe::egui::{Role, Sense, Ui, WidgetInfo, vec2};

use super::paint::paint_scene;
use crate::model::Kind;
use crate::scene::{Theme, legend};

/// Shows the legend on the width of `ui`.
pub fn legend_ui(ui: &mut Ui, theme: &Theme) {
    let scene = legend(theme, &Kind::ALL, ui.available_width());
    let size = vec2(ui.available_width(), scene.height_px);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response
        .widget_info(|| WidgetInfo::labeled(Role::Image, true, "Legend of kinds and marks"));
    paint_scene(&ui.painter_at(rect), rect.min, &scene);
}

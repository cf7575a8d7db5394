//! Files and folders dragged onto the window.

use eframe::egui::{self, Align2, Id, LayerId, Order, StrokeKind};

use crate::session::Command;
use crate::ui::style;

/// Opens what was dropped.
pub(super) fn commands(ctx: &egui::Context) -> Option<Command> {
    let paths: Vec<_> = ctx.input(|input| {
        let dropped = input.raw.dropped_files.iter();
        dropped.map(|file| file.path().to_owned()).collect()
    });
    (!paths.is_empty()).then_some(Command::Open(paths))
}

/// Says over everything what dropping would do, while files are held over the window.
pub(super) fn overlay_ui(ui: &egui::Ui) {
    let ctx = ui.ctx();
    let n_files = ctx.input(|input| input.raw.hovered_files.len());
    if n_files == 0 {
        return;
    }
    let palette = style::palette(ui);
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("drop")));
    let area = ctx.content_rect().shrink(style::SPACE_M);
    painter.rect_filled(area, style::RADIUS_L, palette.ground.gamma_multiply(0.92));
    let edge = egui::Stroke::new(2.0, palette.accent);
    painter.rect_stroke(area, style::RADIUS_L, edge, StrokeKind::Inside);
    painter.text(
        area.center(),
        Align2::CENTER_CENTER,
        "Drop to add articles",
        style::title_font(),
        palette.accent,
    );
}

//! The frame of dialogs over the window.

use eframe::egui::{Context, Frame, Id, Margin, Modal, RichText, Ui};

use super::style;

/// Shows a dialog. True if the reader left it with Escape or a click beside it.
pub(super) fn dialog_ui(
    ctx: &Context,
    title: &str,
    width_px: f32,
    contents: impl FnOnce(&mut Ui),
) -> bool {
    let frame = Frame::popup(&ctx.global_style()).inner_margin(Margin::same(24));
    let modal = Modal::new(Id::unique(("dialog", title))).frame(frame);
    let shown = modal.show(ctx, |ui| {
        let room = ui.ctx().content_rect().width() - 96.0;
        ui.set_width(width_px.min(room));
        ui.label(RichText::new(title).font(style::title_font()));
        ui.add_space(style::SPACE_S);
        contents(ui);
    });
    shown.should_close()
}

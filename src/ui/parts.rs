//! Small parts that several panels share: heads, links, pills, rows of text.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    self, Button, Color32, CornerRadius, Galley, Label, Response, RichText, Role, Sense,
    Stroke, Ui, WidgetInfo, vec2,
};

use super::ink::Ink;
use super::paint::font;
use crate::layout::Weight;

/// Section heads.
pub(crate) const HEAD_PX: f32 = 11.0;
/// Secondary text.
pub(crate) const SMALL_PX: f32 = 12.0;
/// Body text.
pub(crate) const BODY_PX: f32 = 13.0;
/// The title of an event or an article.
pub(crate) const TITLE_PX: f32 = 18.0;

/// Words in a size, a face and a colour.
pub(crate) fn words(
    words: impl Into<String>,
    size_px: f32,
    weight: Weight,
    color: Color32,
) -> RichText {
    RichText::new(words)
        .font(font(size_px, weight))
        .color(color)
}

/// One line of text that ends in `…` where it does not fit.
pub(crate) fn one_line(
    ui: &Ui,
    text: &str,
    (size_px, weight): (f32, Weight),
    color: Color32,
    max_px: f32,
) -> Arc<Galley> {
    let format = TextFormat::simple(font(size_px, weight), color);
    let mut job = LayoutJob::single_section(text.replace('\n', " "), format);
    job.wrap = TextWrapping::truncate_at_width(max_px.max(0.0));
    ui.painter().layout_job(job)
}

/// The head of a section with a count or remark at the right.
pub(crate) fn section_head(ui: &mut Ui, ink: &Ink, head: &str, remark: &str) {
    ui.horizontal(|ui| {
        let head = words(head, HEAD_PX, Weight::Semibold, ink.secondary);
        ui.label(head.extra_letter_spacing(0.4));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let remark = words(remark, SMALL_PX, Weight::Regular, ink.secondary);
            ui.add(Label::new(remark).truncate());
        });
    });
}

/// A button that looks like a link.
pub(crate) fn link(ui: &mut Ui, ink: &Ink, text: &str) -> Response {
    let text = words(text, BODY_PX, Weight::Semibold, ink.accent);
    let button = Button::new(text).frame(false);
    ui.add(button)
        .on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A small button with round ends.
pub(crate) fn pill(ui: &mut Ui, ink: &Ink, text: &str, is_on: bool) -> Response {
    let text = words(text, SMALL_PX, Weight::Semibold, ink.accent);
    let fill = if is_on { ink.selection } else { ink.raised };
    let button = Button::new(text)
        .fill(fill)
        .stroke(Stroke::new(1.0, ink.line))
        .corner_radius(CornerRadius::same(10))
        .min_size(vec2(0.0, 20.0));
    ui.add(button)
}

/// A small square in the colour of a kind.
pub(crate) fn swatch(ui: &mut Ui, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(12.0, 12.0), Sense::empty());
    ui.painter().rect_filled(rect, 3.0, color);
}

/// Says what a painted thing is to those who do not see it.
pub(crate) fn name_button(response: &Response, is_selected: bool, name: &str) {
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, name));
}

/// A ring around what has the keyboard's focus.
pub(crate) fn focus_ring(ui: &Ui, ink: &Ink, response: &Response, radius_px: f32) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, ink.accent);
        let kind = egui::StrokeKind::Inside;
        ui.painter()
            .rect_stroke(response.rect, radius_px, stroke, kind);
    }
}

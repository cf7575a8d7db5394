//! Small controls that several panels share.

use eframe::egui::{
    Align, Button, Frame, Layout, Margin, Response, RichText, Sense, Stroke, TextEdit, Ui,
    WidgetText, vec2,
};

use super::style;

/// A button for what the reader most likely wants next.
pub(super) fn primary_button(ui: &mut Ui, words: &str) -> Response {
    let palette = style::palette(ui);
    let text = RichText::new(words)
        .font(style::semibold(style::BODY_PX))
        .color(palette.on_accent);
    ui.add(
        Button::new(text)
            .fill(palette.accent)
            .stroke(Stroke::NONE)
            .min_size(vec2(92.0, 28.0)),
    )
}

/// A plain button of the same height.
pub(super) fn plain_button(ui: &mut Ui, words: &str) -> Response {
    ui.add(Button::new(words).min_size(vec2(72.0, 28.0)))
}

/// Words that can be clicked.
pub(super) fn link(ui: &mut Ui, words: &str) -> Response {
    let palette = style::palette(ui);
    let text = RichText::new(words).color(palette.accent);
    ui.add(Button::new(text).frame(false))
        .on_hover_cursor(eframe::egui::CursorIcon::PointingHand)
}

/// A box to check whose outline can be seen on any ground.
pub(super) fn check_box(
    ui: &mut Ui,
    is_on: &mut bool,
    words: impl Into<WidgetText>,
) -> Response {
    let faint = style::palette(ui).faint;
    ui.scope(|ui| {
        ui.visuals_mut().widgets.inactive.bg_stroke.color = faint;
        ui.checkbox(is_on, words.into())
    })
    .inner
}

/// The head of a section, with something at its right end.
pub(super) fn section_head(ui: &mut Ui, words: &str, at_end: &str) {
    let palette = style::palette(ui);
    ui.horizontal(|ui| {
        let head = RichText::new(words.to_uppercase())
            .font(style::semibold(style::HEAD_PX))
            .extra_letter_spacing(0.4)
            .color(palette.secondary);
        ui.label(head);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(secondary(ui, at_end));
        });
    });
}

/// Text of less weight.
pub(super) fn secondary(ui: &Ui, words: impl Into<String>) -> RichText {
    RichText::new(words.into())
        .font(style::regular(style::SECONDARY_PX))
        .color(style::palette(ui).secondary)
}

/// Contents with the panel's edge left and right.
pub(super) fn inset_ui(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    Frame::new()
        .inner_margin(Margin::symmetric(16, 0))
        .show(ui, contents);
}

/// A labelled field of one line.
pub(super) fn field(ui: &mut Ui, label: &str, hint: &str, text: &mut String) -> Response {
    let label = ui.label(secondary(ui, label));
    ui.add(
        TextEdit::singleline(text)
            .hint_text(faint(ui, hint))
            .margin(vec2(8.0, 6.0))
            .desired_width(f32::INFINITY),
    )
    .labelled_by(label.id)
}

/// A line across the panel.
pub(super) fn rule(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    let line = style::palette(ui).line;
    ui.painter().rect_filled(rect, 0.0, line);
}

/// Text of a hint.
pub(super) fn faint(ui: &Ui, words: &str) -> WidgetText {
    RichText::new(words).color(style::palette(ui).faint).into()
}

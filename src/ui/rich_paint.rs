//! Shows marked text: it can be selected for copying, and its underlines stand close below the
//! words whatever the distance of the lines.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::text_selection::LabelSelectionState;
use eframe::egui::{
    self, Galley, Label, Painter, Pos2, Response, Role, Sense, Stroke, Ui, WidgetInfo,
};

/// From the baseline to an underline, in parts of the font's size.
const BELOW: f32 = 0.24;

/// A stretch (in characters) with its underline.
pub(crate) type Underline = (Range<usize>, Stroke);

/// Marked text, not yet laid out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rich {
    /// Words and faces.
    pub(crate) job: LayoutJob,
    /// What is underlined.
    pub(crate) underlines: Vec<Underline>,
}

impl Rich {
    /// Shows it as a label that can be selected and clicked.
    pub(crate) fn label(self, ui: &mut Ui) -> Response {
        let label = Label::new(self.job).selectable(true).sense(Sense::CLICK);
        let (at, galley, response) = label.layout_in_ui(ui);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
        if ui.is_rect_visible(response.rect) {
            paint_selectable(ui, &response, at, &galley);
            paint_underlines(ui.painter(), at, &galley, &self.underlines);
        }
        response
    }

    /// Shows it as words that let the pointer through, as a hint has to: egui keeps a hint that can be
    /// clicked open over what the reader wants to click.
    pub(crate) fn still(self, ui: &mut Ui) {
        let label = Label::new(self.job).selectable(false);
        let (at, galley, response) = label.layout_in_ui(ui);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
        if ui.is_rect_visible(response.rect) {
            let color = ui.visuals().text_color();
            ui.painter().galley(at, Arc::clone(&galley), color);
            paint_underlines(ui.painter(), at, &galley, &self.underlines);
        }
    }
}

/// Paints laid out text whose characters can be selected.
pub(crate) fn paint_selectable(ui: &Ui, response: &Response, at: Pos2, galley: &Arc<Galley>) {
    let color = ui.visuals().text_color();
    let galley = Arc::clone(galley);
    LabelSelectionState::label_text_selection(ui, response, at, galley, color, Stroke::NONE);
}

/// Paints underlines below the lines of a text that stands at `at`, over the ground of its words.
pub(crate) fn paint_underlines(
    painter: &Painter,
    at: Pos2,
    galley: &Galley,
    underlines: &[Underline],
) {
    for (chars, stroke) in underlines {
        for [from, to] in stretches(galley, chars) {
            painter.line_segment([at + from.to_vec2(), at + to.to_vec2()], *stroke);
        }
    }
}

/// Where a stretch of characters is to be underlined: one line a row.
fn stretches(galley: &Galley, chars: &Range<usize>) -> Vec<[Pos2; 2]> {
    let mut found = Vec::new();
    let mut first = 0;
    for row in &galley.rows {
        let n_chars = row.char_count_including_newline().0;
        let inside = |index: &usize| chars.contains(&(first + index));
        let glyphs = row.glyphs.iter().enumerate();
        let inside = glyphs.filter(|(index, _)| inside(index)).map(|(_, g)| g);
        let mut here = inside.filter(|glyph| !glyph.chr.is_whitespace());
        if let Some(start) = here.next() {
            let end = here.next_back().unwrap_or(start);
            let y = row.pos.y + start.pos.y + start.font_height * BELOW * 0.8;
            let x = |x: f32| egui::pos2(row.pos.x + x, y);
            found.push([x(start.pos.x), x(end.max_x())]);
        }
        first += n_chars;
        if first >= chars.end {
            break;
        }
    }
    found
}

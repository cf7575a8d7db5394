//! Writes lines of text into a picture, from top to bottom.

use super::wrap::{Face, wrap};
use crate::layout::{Measure, Weight};
use crate::scene::{Anchor, Color, Point, Shape, Text};

/// A way to set text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// Font size.
    pub(super) size_px: f32,
    /// Distance between baselines.
    pub(super) line_px: f32,
    /// Face.
    pub(super) weight: Weight,
    /// Colour.
    pub(super) color: Color,
}

/// Writes lines one under the other and counts how far down it is.
pub(super) struct Pen<'a> {
    /// Tells widths.
    pub(super) measure: &'a dyn Measure,
    /// What has been written.
    pub(super) shapes: Vec<Shape>,
    /// Where the next line begins, from the top.
    pub(super) y: f32,
}

impl<'a> Pen<'a> {
    /// Begins at the top.
    pub(super) fn new(measure: &'a dyn Measure) -> Self {
        Self {
            measure,
            shapes: Vec::new(),
            y: 0.0,
        }
    }

    /// The face of a style.
    pub(super) fn face(&self, style: Style) -> Face<'a> {
        Face {
            measure: self.measure,
            size_px: style.size_px,
            weight: style.weight,
        }
    }

    /// Writes one line at `x` without going down.
    pub(super) fn word(&mut self, x: f32, words: &str, style: Style) {
        let width_px = self.face(style).width_px(words);
        self.shapes.push(Shape::Text(Text {
            at: Point {
                x,
                y: self.y + baseline_px(style),
            },
            anchor: Anchor::Start,
            words: words.to_owned(),
            size_px: style.size_px,
            weight: style.weight,
            color: style.color,
            width_px,
        }));
    }

    /// Writes one line at `x`.
    pub(super) fn line(&mut self, x: f32, words: &str, style: Style) {
        self.word(x, words, style);
        self.y += style.line_px;
    }

    /// Writes text in lines of at most `width_px`, at most so many.
    pub(super) fn text(
        &mut self,
        x: f32,
        words: &str,
        style: Style,
        width_px: f32,
        max_lines: usize,
    ) {
        for line in wrap(words, self.face(style), width_px, max_lines) {
            self.line(x, &line, style);
        }
    }
}

/// From the top of a line to its baseline: the letters stand in the middle of the line.
fn baseline_px(style: Style) -> f32 {
    const CAPITALS_EM: f32 = 0.73;
    f32::midpoint(style.line_px, style.size_px * CAPITALS_EM)
}

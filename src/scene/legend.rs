//! The legend: what the colours and the looks of marks mean.

use super::draw::{pill, text};
use super::{Scene, Shape, Theme};
use crate::layout::{FontMeasure, Label, Measure as _, Rect, SMALL_PX, Weight};
use crate::model::Kind;

const ROW_PX: f32 = 22.0;
const MARGIN_PX: f32 = 16.0;

/// The legend in rows at most `width_px` wide.
pub fn legend(theme: &Theme, width_px: f32) -> Scene {
    let (mut x, mut y) = (MARGIN_PX, MARGIN_PX);
    let mut shapes: Vec<Shape> = Vec::new();
    for kind in Kind::ALL {
        let words = kind.name();
        let words_px = FontMeasure::bundled().width_px(words, SMALL_PX, Weight::Regular);
        let entry_px = 18.0 + words_px + 16.0;
        if width_px < x + entry_px && x > MARGIN_PX {
            (x, y) = (MARGIN_PX, y + ROW_PX);
        }
        shapes.push(pill(Rect::new(x, y, 12.0, 12.0), theme.kind(kind), None));
        let label = Label {
            words: words.to_owned(),
            x: x + 18.0,
            baseline: y + 10.5,
            width_px: words_px,
        };
        shapes.push(text(&label, SMALL_PX, Weight::Regular, theme.text));
        x += entry_px;
    }
    Scene {
        width_px,
        height_px: y + ROW_PX + MARGIN_PX,
        background: theme.panel,
        shapes,
    }
}

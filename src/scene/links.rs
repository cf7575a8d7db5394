//! Soft links between related events, under the marks.

use super::draw::solid;
use super::{Shape, Theme};
use crate::layout::Layout;

/// Thin, and nearer to the ground than to the accent where the theme allows it.
const LINK_PX: f32 = 1.5;
const STRENGTH: f32 = 0.45;

/// The curves of a layout's links.
pub(super) fn links(layout: &Layout, theme: &Theme) -> Vec<Shape> {
    let pale = 1.0 - theme.aside.max(STRENGTH);
    let stroke = solid(LINK_PX, theme.accent.mixed(theme.ground, pale));
    let pieces = layout.links.iter().flat_map(|link| &link.pieces);
    let line = |points: &Vec<_>| Shape::Line {
        points: points.clone(),
        stroke,
    };
    pieces.map(line).collect()
}

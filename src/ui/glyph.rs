//! Small signs for statuses, as the marks of the timeline look.

use eframe::egui::{Color32, Painter, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::paint_path::{dashes, hatch_lines, round_rect_path};
use crate::model::Status;

/// Paints the sign of a status into `rect`.
pub(super) fn paint_status(painter: &Painter, rect: Rect, status: Status, color: Color32) {
    let radius = rect.height() / 2.0;
    let edge = Stroke::new(1.2, color);
    let outline = round_rect_path(rect, radius);
    match status {
        Status::Happened => {
            painter.rect_filled(rect, radius, color);
        }
        Status::Ongoing => paint_arrow(painter, rect, color),
        Status::Planned => {
            for line in hatch_lines(&outline, 4.0, rect) {
                painter.line_segment(line, edge);
            }
            painter.rect_stroke(rect, radius, edge, StrokeKind::Middle);
        }
        Status::Proposed => paint_dashed(painter, outline, edge, [4.0, 3.0]),
        Status::Conditional => paint_dashed(painter, outline, edge, [1.5, 2.5]),
        Status::Denied => {
            painter.rect_stroke(rect, radius, edge, StrokeKind::Middle);
            let corners = [rect.left_bottom(), rect.right_top()];
            let out = vec2(-3.0, 2.0);
            painter.line_segment([corners[0] + out, corners[1] - out], edge);
        }
        Status::Cancelled => {
            painter.rect_stroke(rect, radius, edge, StrokeKind::Middle);
            let across = [rect.left() - 2.0, rect.right() + 2.0];
            painter.hline(across[0]..=across[1], rect.center().y, edge);
        }
    }
}

fn paint_arrow(painter: &Painter, rect: Rect, color: Color32) {
    let neck = rect.right() - rect.height() / 2.0;
    let points = vec![
        rect.left_top(),
        pos2(neck, rect.top()),
        rect.right_center(),
        pos2(neck, rect.bottom()),
        rect.left_bottom(),
    ];
    painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
}

fn paint_dashed(
    painter: &Painter,
    mut outline: Vec<eframe::egui::Pos2>,
    edge: Stroke,
    on_off: [f32; 2],
) {
    outline.extend(outline.first().copied());
    let [on_px, off_px] = on_off;
    for dash in dashes(&outline, on_px, off_px, painter.clip_rect()) {
        painter.line(dash, edge);
    }
}

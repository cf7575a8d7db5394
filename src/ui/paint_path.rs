//! Outlines as points, and what egui has no shape for: dashes round corners, fades, hatching.

use std::f32::consts::{FRAC_PI_2, TAU};

use eframe::egui::{Color32, Mesh, Pos2, Rect, Vec2, pos2};

use crate::scene::{self, Point};

/// The area between an edge and the bottom, as one mesh.
pub(super) fn area_mesh(edge: &[Pos2], bottom_px: f32, color: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    for (at, point) in (0..).step_by(2).zip(edge) {
        mesh.colored_vertex(*point, color);
        mesh.colored_vertex(pos2(point.x, bottom_px), color);
        if at > 0 {
            mesh.add_triangle(at - 2, at - 1, at);
            mesh.add_triangle(at - 1, at, at + 1);
        }
    }
    mesh
}

/// One point of an arc about every so many pixels.
const ARC_STEP_PX: f32 = 2.0;
/// A dashed line longer than this is cut to what is visible.
const MAX_DASHES: usize = 4_000;

/// The outline of a rectangle with round corners, clockwise from the left top corner.
pub(crate) fn round_rect_path(rect: Rect, radius_px: f32) -> Vec<Pos2> {
    if radius_px <= 0.0 {
        return vec![
            rect.left_top(),
            rect.right_top(),
            rect.right_bottom(),
            rect.left_bottom(),
        ];
    }
    let inner = rect.shrink(radius_px);
    let corners = [
        (inner.left_top(), 2.0),
        (inner.right_top(), 3.0),
        (inner.right_bottom(), 0.0),
        (inner.left_bottom(), 1.0),
    ];
    let n_steps = ((FRAC_PI_2 * radius_px / ARC_STEP_PX).ceil() as usize).max(2);
    let mut path = Vec::with_capacity(4 * (n_steps + 1));
    for (center, quarter) in corners {
        for step in 0..=n_steps {
            let angle = (quarter + step as f32 / n_steps as f32) * FRAC_PI_2;
            path.push(center + Vec2::angled(angle) * radius_px);
        }
    }
    path.dedup_by(|a, b| a.distance_sq(*b) < 1e-6);
    path
}

/// The outline of a circle, clockwise.
pub(crate) fn circle_path(center: Pos2, radius_px: f32) -> Vec<Pos2> {
    let n_steps = ((TAU * radius_px / ARC_STEP_PX).ceil() as usize).clamp(12, 96);
    (0..n_steps)
        .map(|step| {
            let angle = step as f32 / n_steps as f32 * TAU;
            center + Vec2::angled(angle) * radius_px
        })
        .collect()
}

/// A convex outline filled from one colour at its left edge to another at its right edge, with an
/// edge that fades over `feather_px` as egui's own shapes have it.
pub(crate) fn faded_mesh(outline: &[Pos2], ends: [Color32; 2], feather_px: f32) -> Mesh {
    let bounds = Rect::from_points(outline);
    let color_at = |point: Pos2| {
        let share = (point.x - bounds.left()) / bounds.width().max(f32::EPSILON);
        mix(ends, share.clamp(0.0, 1.0))
    };
    let center = bounds.center();
    let mut mesh = Mesh::default();
    mesh.colored_vertex(center, color_at(center));
    for point in outline {
        let outward = (*point - center).normalized() * (feather_px / 2.0);
        mesh.colored_vertex(*point - outward, color_at(*point));
        mesh.colored_vertex(*point + outward, Color32::TRANSPARENT);
    }
    let n_points = outline.len() as u32;
    for index in 0..n_points {
        let (inner, outer) = (1 + 2 * index, 2 + 2 * index);
        let next = (index + 1) % n_points;
        let (next_inner, next_outer) = (1 + 2 * next, 2 + 2 * next);
        mesh.add_triangle(0, inner, next_inner);
        mesh.add_triangle(inner, outer, next_outer);
        mesh.add_triangle(inner, next_outer, next_inner);
    }
    mesh
}

/// A rectangle whose colour goes from left to right.
pub(crate) fn faded_rect(rect: Rect, [left, right]: [Color32; 2]) -> Mesh {
    let mut mesh = Mesh::default();
    for (corner, color) in [
        (rect.left_top(), left),
        (rect.right_top(), right),
        (rect.left_bottom(), left),
        (rect.right_bottom(), right),
    ] {
        mesh.colored_vertex(corner, color);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(2, 1, 3);
    mesh
}

/// The lines of a hatching inside a convex outline, as far as they are about visible.
pub(crate) fn hatch_lines(outline: &[Pos2], gap_px: f32, visible: Rect) -> Vec<[Pos2; 2]> {
    let outline: Vec<Point> = outline.iter().map(|p| Point::new(p.x, p.y)).collect();
    let visible = scene::Rect {
        x: visible.left(),
        y: visible.top(),
        width: visible.width(),
        height: visible.height(),
    };
    scene::hatch_lines(&outline, gap_px, Some(visible))
        .into_iter()
        .map(|ends| ends.map(|end| pos2(end.x, end.y)))
        .collect()
}

/// The dashes of a line, each a line of its own that bends where the line does. Straight pieces
/// far outside `visible` are skipped over without counting each dash.
pub(crate) fn dashes(
    points: &[Pos2],
    on_px: f32,
    off_px: f32,
    visible: Rect,
) -> Vec<Vec<Pos2>> {
    let period_px = (on_px + off_px).max(0.1);
    let mut found: Vec<Vec<Pos2>> = Vec::new();
    let mut travelled_px = 0.0_f32;
    for (from, to) in points.iter().zip(points.iter().skip(1)) {
        let length_px = from.distance(*to);
        let end_px = travelled_px + length_px;
        let (low_px, high_px) = seen_part(*from, *to, visible);
        let mut index = ((travelled_px + low_px) / period_px).floor();
        while index * period_px < travelled_px + high_px && found.len() < MAX_DASHES {
            let start_px = (index * period_px).max(travelled_px);
            let stop_px = (index * period_px + on_px).min(end_px);
            if start_px < stop_px {
                let at = |px: f32| from.lerp(*to, (px - travelled_px) / length_px);
                push_dash(&mut found, at(start_px), at(stop_px));
            }
            index += 1.0;
        }
        travelled_px = end_px;
    }
    found
}

/// From which to which length along a segment it may be visible.
fn seen_part(from: Pos2, to: Pos2, visible: Rect) -> (f32, f32) {
    let length_px = from.distance(to);
    let along = (to - from) / length_px.max(f32::EPSILON);
    let reach_px = visible.width() + visible.height();
    let middle_px = (visible.center() - from).dot(along);
    let low_px = (middle_px - reach_px).clamp(0.0, length_px);
    let high_px = (middle_px + reach_px).clamp(0.0, length_px);
    (low_px, high_px)
}

/// Adds a piece to the dash that ends where it begins, or begins a new dash.
fn push_dash(found: &mut Vec<Vec<Pos2>>, start: Pos2, stop: Pos2) {
    let open = found
        .last_mut()
        .filter(|dash| dash.last().is_some_and(|end| end.distance_sq(start) < 1e-4));
    match open {
        Some(dash) => dash.push(stop),
        None => found.push(vec![start, stop]),
    }
}

fn mix([left, right]: [Color32; 2], share: f32) -> Color32 {
    let [left, right] = [left.to_array(), right.to_array()];
    let mut channels = left
        .iter()
        .zip(right)
        .map(|(a, b)| (f32::from(*a) * (1.0 - share) + f32::from(b) * share).round() as u8);
    let mut next = || channels.next().unwrap_or(0);
    Color32::from_rgba_premultiplied(next(), next(), next(), next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square() -> Vec<Pos2> {
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(20.0, 20.0));
        round_rect_path(rect, 0.0)
    }

    #[test]
    fn dashes_have_their_lengths_and_turn_corners() {
        let visible = Rect::from_min_max(pos2(-50.0, -50.0), pos2(50.0, 50.0));
        let found = dashes(
            &[pos2(0.0, 0.0), pos2(5.0, 0.0), pos2(5.0, 20.0)],
            4.0,
            3.0,
            visible,
        );
        let lengths: Vec<f32> = found
            .iter()
            .map(|dash| {
                let pieces = dash.windows(2);
                pieces.map(|two| two[0].distance(two[1])).sum()
            })
            .collect();
        assert_eq!(lengths, [4.0, 4.0, 4.0, 4.0]);
        let bent = dashes(
            &[pos2(0.0, 0.0), pos2(2.0, 0.0), pos2(2.0, 9.0)],
            4.0,
            3.0,
            visible,
        );
        assert_eq!(bent[0], [pos2(0.0, 0.0), pos2(2.0, 0.0), pos2(2.0, 2.0)]);
    }

    #[test]
    fn a_line_far_out_of_sight_costs_little() {
        let visible = Rect::from_min_max(pos2(0.0, 0.0), pos2(100.0, 100.0));
        let found = dashes(&[pos2(-1e6, 50.0), pos2(1e6, 50.0)], 4.0, 3.0, visible);
        assert!(found.len() < 200, "{}", found.len());
        assert!(found.iter().any(|dash| visible.contains(dash[0])));
    }

    #[test]
    fn hatching_is_cut_to_what_is_visible() {
        let visible = Rect::from_min_max(pos2(0.0, 0.0), pos2(9.0, 9.0));
        let lines = hatch_lines(&square(), 5.0, visible);
        assert_eq!(lines.len(), 5);
        let inside = Rect::from_points(&square()).expand(0.01);
        assert!(lines.iter().flatten().all(|end| inside.contains(*end)));
    }

    #[test]
    fn a_fade_has_its_colours_at_its_edges() {
        let (left, right) = (Color32::TRANSPARENT, Color32::WHITE);
        let mesh = faded_mesh(&square(), [left, right], 1.0);
        let color_near = |x: f32| {
            let inner = mesh.vertices.iter().skip(1).step_by(2);
            let near = inner.filter(|v| (v.pos.x - x).abs() < 1.0);
            near.map(|v| v.color).collect::<Vec<_>>()
        };
        assert_eq!(color_near(0.0), [left, left]);
        assert_eq!(color_near(20.0), [right, right]);
    }

    #[test]
    fn round_corners_stay_inside_their_rectangle() {
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(30.0, 10.0));
        let path = round_rect_path(rect, 5.0);
        assert!(path.iter().all(|point| rect.expand(0.01).contains(*point)));
        assert!(path.iter().any(|point| (point.x - 0.0).abs() < 0.01));
        assert!(path.iter().any(|point| (point.x - 30.0).abs() < 0.01));
    }
}

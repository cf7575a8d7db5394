//! Paints the shapes of a scene with egui, each where the scene says it stands.

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::{self, Color32, FontFamily, FontId, Pos2, StrokeKind, Vec2, pos2, vec2};

use super::paint_path::{
    area_mesh, circle_path, dashes, faded_mesh, faded_rect, hatch_lines, round_rect_path,
};
use crate::layout::Weight;
use crate::scene::{
    Anchor, Area, Color, Dash, Fill, Group, Point, Rect, Scene, Shape, Stroke, Text,
};

/// On and off lengths of a dashed line; SVG export has the same.
const DASHED_PX: [f32; 2] = [4.0, 3.0];
/// On and off lengths of a dotted line.
const DOTTED_PX: [f32; 2] = [1.5, 2.5];
/// Outlines and rings may stand out of a shape's own bounds by so much.
const CULL_MARGIN_PX: f32 = 8.0;

/// Paints all shapes of `scene` with its left top corner at `origin`. What lies outside the
/// painter's clip rectangle is skipped.
pub fn paint_scene(painter: &egui::Painter, origin: Pos2, scene: &Scene) {
    paint_shapes(painter, origin, &scene.shapes);
}

/// The same with groups of which only so much shows, from 0 to 1.
pub fn paint_fading(
    painter: &egui::Painter,
    origin: Pos2,
    scene: &Scene,
    opacity: &dyn Fn(&Group) -> f32,
) {
    Brush::new(painter, origin, opacity).shapes(&scene.shapes);
}

/// Paints some shapes with the scene's zero at `origin`.
pub fn paint_shapes(painter: &egui::Painter, origin: Pos2, shapes: &[Shape]) {
    Brush::new(painter, origin, &|_| 1.0).shapes(shapes);
}

/// The colour as egui has it.
pub fn color32(color: Color) -> Color32 {
    Color32::from_rgba_unmultiplied(color.r, color.g, color.b, color.a)
}

/// The face of a weight in a size.
pub fn font(size_px: f32, weight: Weight) -> FontId {
    let family = match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Semibold => FontFamily::Name("semibold".into()),
        Weight::Italic => FontFamily::Name("italic".into()),
    };
    FontId::new(size_px, family)
}

/// The scene's rectangle on the screen.
pub fn screen_rect(origin: Pos2, rect: Rect) -> egui::Rect {
    let left_top = origin + vec2(rect.x, rect.y);
    egui::Rect::from_min_size(left_top, vec2(rect.width, rect.height))
}

struct Brush<'a> {
    painter: &'a egui::Painter,
    offset: Vec2,
    visible: egui::Rect,
    opacity: &'a dyn Fn(&Group) -> f32,
}

impl<'a> Brush<'a> {
    fn new(
        painter: &'a egui::Painter,
        origin: Pos2,
        opacity: &'a dyn Fn(&Group) -> f32,
    ) -> Self {
        Self {
            painter,
            offset: origin.to_vec2(),
            visible: painter.clip_rect().expand(CULL_MARGIN_PX),
            opacity,
        }
    }

    fn shapes(&self, shapes: &[Shape]) {
        for shape in shapes {
            self.shape(shape);
        }
    }

    fn shape(&self, shape: &Shape) {
        match shape {
            Shape::Rect {
                rect,
                radius_px,
                fill,
                stroke,
            } => self.rect(self.place(*rect), *radius_px, *fill, *stroke),
            Shape::Circle {
                center,
                radius_px,
                fill,
                stroke,
            } => self.circle(self.at(*center), *radius_px, *fill, *stroke),
            Shape::Polygon {
                points,
                fill,
                stroke,
            } => self.polygon(&self.path(points), *fill, *stroke),
            Shape::Area(area) => self.area(area),
            Shape::Line { points, stroke } => self.line(self.path(points), *stroke, false),
            Shape::Text(text) => self.text(text),
            Shape::Group(group) => self.group(group),
        }
    }

    fn at(&self, point: Point) -> Pos2 {
        pos2(point.x, point.y) + self.offset
    }

    fn path(&self, points: &[Point]) -> Vec<Pos2> {
        points.iter().map(|point| self.at(*point)).collect()
    }

    fn place(&self, rect: Rect) -> egui::Rect {
        screen_rect(self.offset.to_pos2(), rect)
    }

    fn is_visible(&self, rect: egui::Rect) -> bool {
        self.visible.intersects(rect)
    }

    fn group(&self, group: &Group) {
        let opacity = (self.opacity)(group);
        if group.clip.is_none() && opacity >= 1.0 {
            return self.shapes(&group.shapes);
        }
        let clip = group
            .clip
            .map_or(egui::Rect::EVERYTHING, |clip| self.place(clip));
        let clip = clip.intersect(self.painter.clip_rect());
        if clip.is_positive() {
            let mut painter = self.painter.with_clip_rect(clip);
            painter.multiply_opacity(opacity);
            let origin = self.offset.to_pos2();
            Brush::new(&painter, origin, self.opacity).shapes(&group.shapes);
        }
    }

    fn rect(&self, rect: egui::Rect, radius_px: f32, fill: Fill, stroke: Option<Stroke>) {
        if !self.is_visible(rect) {
            return;
        }
        let radius_px = radius_px.min(rect.width() / 2.0).min(rect.height() / 2.0);
        let (flat, outline) = (flat_color(fill), solid(stroke));
        if let (Fill::Fade { left, right }, true, None) = (fill, radius_px == 0.0, stroke) {
            // On whole pixels like flat rectangles, so that no seam shows between the two.
            let rect = rect.round_to_pixels(self.painter.pixels_per_point());
            self.painter
                .add(faded_rect(rect, [color32(left), color32(right)]));
            return;
        }
        if flat.is_some() || outline.is_some() {
            let fill = flat.unwrap_or(Color32::TRANSPARENT);
            let line = outline.unwrap_or(egui::Stroke::NONE);
            self.painter
                .rect(rect, radius_px, fill, line, StrokeKind::Middle);
        }
        let dashed = stroke.filter(|stroke| stroke.dash != Dash::Solid);
        if flat.is_some() && dashed.is_none() {
            return;
        }
        let path = round_rect_path(rect, radius_px);
        self.pattern(&path, fill);
        if let Some(stroke) = dashed {
            self.line(path, stroke, true);
        }
    }

    fn circle(&self, center: Pos2, radius_px: f32, fill: Fill, stroke: Option<Stroke>) {
        let bounds = egui::Rect::from_center_size(center, Vec2::splat(radius_px * 2.0));
        if !self.is_visible(bounds) {
            return;
        }
        if let Some(flat) = flat_color(fill) {
            self.painter.circle_filled(center, radius_px, flat);
        } else {
            self.pattern(&circle_path(center, radius_px), fill);
        }
        match (solid(stroke), stroke) {
            (Some(line), _) => {
                self.painter.circle_stroke(center, radius_px, line);
            }
            (None, Some(stroke)) => self.line(circle_path(center, radius_px), stroke, true),
            (None, None) => (),
        }
    }

    fn polygon(&self, points: &[Pos2], fill: Fill, stroke: Option<Stroke>) {
        if !self.is_visible(egui::Rect::from_points(points)) {
            return;
        }
        if let Some(flat) = flat_color(fill) {
            let stroke = egui::Stroke::NONE;
            let shape = egui::Shape::convex_polygon(points.to_vec(), flat, stroke);
            self.painter.add(shape);
        } else {
            self.pattern(points, fill);
        }
        if let Some(stroke) = stroke {
            self.line(points.to_vec(), stroke, true);
        }
    }

    fn area(&self, area: &Area) {
        let place = self.place(area.rect);
        if self.is_visible(place) {
            let edge = self.path(&area.edge());
            let mesh = area_mesh(&edge, place.bottom(), color32(area.color));
            self.painter.add(mesh);
        }
    }

    /// Fills that are not one colour.
    fn pattern(&self, outline: &[Pos2], fill: Fill) {
        match fill {
            Fill::None | Fill::Solid(_) => (),
            Fill::Fade { left, right } => {
                let ends = [color32(left), color32(right)];
                let feather_px = 1.0 / self.painter.pixels_per_point();
                self.painter.add(faded_mesh(outline, ends, feather_px));
            }
            Fill::Hatch {
                line,
                ground,
                gap_px,
                width_px,
            } => {
                let (ground, none) = (color32(ground), egui::Stroke::NONE);
                let shape = egui::Shape::convex_polygon(outline.to_vec(), ground, none);
                self.painter.add(shape);
                let stroke = egui::Stroke::new(width_px, color32(line));
                for points in hatch_lines(outline, gap_px, self.visible) {
                    self.painter.add(egui::Shape::line(points.to_vec(), stroke));
                }
            }
        }
    }

    fn line(&self, mut points: Vec<Pos2>, stroke: Stroke, is_closed: bool) {
        if !self.is_visible(egui::Rect::from_points(&points)) {
            return;
        }
        let line = egui::Stroke::new(stroke.width_px, color32(stroke.color));
        let [on_px, off_px] = match (stroke.dash, points.as_slice()) {
            (Dash::Solid, [from, to]) => {
                // egui puts a lone segment on whole pixels: hairlines stay crisp.
                self.painter.line_segment([*from, *to], line);
                return;
            }
            (Dash::Solid, _) if is_closed => {
                self.painter.add(egui::Shape::closed_line(points, line));
                return;
            }
            (Dash::Solid, _) => {
                self.painter.add(egui::Shape::line(points, line));
                return;
            }
            (Dash::Dashed, _) => DASHED_PX,
            (Dash::Dotted, _) => DOTTED_PX,
        };
        if is_closed {
            points.extend(points.first().copied());
        }
        for dash in dashes(&points, on_px, off_px, self.visible) {
            self.painter.add(egui::Shape::line(dash, line));
        }
    }

    fn text(&self, text: &Text) {
        let anchored = self.at(text.at);
        let reach = vec2(text.width_px + text.size_px, text.size_px * 1.5);
        if !self.is_visible(egui::Rect::from_center_size(anchored, reach * 2.0)) {
            return;
        }
        let face = font(text.size_px, text.weight);
        // A colour left open keeps one galley in egui's cache for all colours of the same words.
        let galley =
            self.painter
                .layout_no_wrap(text.words.clone(), face, Color32::PLACEHOLDER);
        let width_px = galley.size().x;
        let before_px = match text.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width_px / 2.0,
            Anchor::End => width_px,
        };
        let left_top = anchored - vec2(before_px, baseline_px(&galley));
        self.painter.galley(left_top, galley, color32(text.color));
    }
}

/// How far below its top the first line of a text stands.
fn baseline_px(galley: &egui::Galley) -> f32 {
    let row = galley.rows.first();
    let glyph = row.and_then(|row| row.glyphs.first());
    match (row, glyph) {
        (Some(row), Some(glyph)) => row.pos.y + glyph.pos.y,
        _ => 0.0,
    }
}

/// The colour of a fill that has only one; transparent if there is no fill.
fn flat_color(fill: Fill) -> Option<Color32> {
    match fill {
        Fill::None => Some(Color32::TRANSPARENT),
        Fill::Solid(color) => Some(color32(color)),
        Fill::Fade { .. } | Fill::Hatch { .. } => None,
    }
}

fn solid(stroke: Option<Stroke>) -> Option<egui::Stroke> {
    stroke
        .filter(|stroke| stroke.dash == Dash::Solid)
        .map(|stroke| egui::Stroke::new(stroke.width_px, color32(stroke.color)))
}

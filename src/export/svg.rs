//! The scene as SVG: real text, named groups, and the evidence in its metadata.

use svg::Node as _;
use svg::node::element::Element;

use super::Evidence;
use super::address::article_id;
use super::hatch::hatch_path;
use super::svg_paint::{Attributes, Definitions, color_attributes, stroke};
use super::xml::{element, number, one_line, text_element};
use crate::layout::Weight;
use crate::scene::{
    Anchor, Area, Dash, Fill, Group, Point, Rect, Scene, Shape, Stroke, Target, Text,
};

/// The bundled face first; then what stands nearest to it elsewhere.
const FONT_FAMILY: &str = "Inter, \"Helvetica Neue\", Arial, sans-serif";

/// The picture as one SVG document. The same scene and evidence give the same text.
pub fn to_svg(scene: &Scene, evidence: &Evidence<'_>) -> String {
    let mut definitions = Definitions::default();
    let background = Shape::Rect {
        rect: Rect {
            width: scene.width_px,
            height: scene.height_px,
            ..Rect::default()
        },
        radius_px: 0.0,
        fill: Fill::Solid(scene.background),
        stroke: None,
    };
    let shapes: Vec<Element> = std::iter::once(&background)
        .chain(&scene.shapes)
        .filter_map(|shape| shape_element(shape, &mut definitions))
        .collect();
    let mut root = root(scene);
    for head in evidence.to_elements() {
        root.append(head);
    }
    if let Some(definitions) = definitions.into_element() {
        root.append(definitions);
    }
    for shape in shapes {
        root.append(shape);
    }
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}\n")
}

fn root(scene: &Scene) -> Element {
    let (width, height) = (number(scene.width_px), number(scene.height_px));
    element(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("xmlns:dateline", super::evidence::NAMESPACE),
            ("width", &width),
            ("height", &height),
            ("viewBox", &format!("0 0 {width} {height}")),
            ("font-family", FONT_FAMILY),
        ],
    )
}

fn shape_element(shape: &Shape, definitions: &mut Definitions) -> Option<Element> {
    let (name, attributes, fill, line) = match shape {
        Shape::Rect {
            rect,
            radius_px,
            fill,
            stroke,
        } => ("rect", rect_attributes(*rect, *radius_px), *fill, *stroke),
        Shape::Circle {
            center,
            radius_px,
            fill,
            stroke,
        } => (
            "circle",
            circle_attributes(*center, *radius_px),
            *fill,
            *stroke,
        ),
        Shape::Polygon {
            points,
            fill,
            stroke,
        } => (
            "polygon",
            vec![("points", point_list(points))],
            *fill,
            *stroke,
        ),
        Shape::Area(area) => return Some(area_element(area, definitions)),
        Shape::Line { points, stroke } => {
            let attributes = vec![("points", point_list(points))];
            ("polyline", attributes, Fill::None, Some(*stroke))
        }
        Shape::Text(text) => return text_shape(text),
        Shape::Group(group) => return Some(group_element(group, definitions)),
    };
    let painted = [attributes.clone(), definitions.fill(fill)].concat();
    let Fill::Hatch {
        line: color,
        ground,
        gap_px,
        width_px,
    } = fill
    else {
        return Some(with(name, painted, stroke(line)));
    };
    let lines = stroke(Some(Stroke {
        width_px,
        color,
        dash: Dash::Solid,
    }));
    let outline = [attributes, definitions.fill(Fill::None)].concat();
    let mut hatched = element("g", &[]);
    if ground.a > 0 {
        hatched.append(with(name, painted, Vec::new()));
    }
    hatched.append(with("path", vec![("d", hatch_path(shape, gap_px))], lines));
    hatched.append(with(name, outline, stroke(line)));
    Some(hatched)
}

fn area_element(area: &Area, definitions: &mut Definitions) -> Element {
    let points = vec![("points", point_list(&area.edge()))];
    let painted = [points, definitions.fill(Fill::Solid(area.color))].concat();
    with("polygon", painted, Vec::new())
}

fn rect_attributes(rect: Rect, radius_px: f32) -> Attributes {
    let mut attributes = vec![
        ("x", number(rect.x)),
        ("y", number(rect.y)),
        ("width", number(rect.width.max(0.0))),
        ("height", number(rect.height.max(0.0))),
    ];
    let radius_px = radius_px.min(rect.width / 2.0).min(rect.height / 2.0);
    if radius_px > 0.0 {
        attributes.push(("rx", number(radius_px)));
    }
    attributes
}

fn circle_attributes(center: Point, radius_px: f32) -> Attributes {
    vec![
        ("cx", number(center.x)),
        ("cy", number(center.y)),
        ("r", number(radius_px.max(0.0))),
    ]
}

fn group_element(group: &Group, definitions: &mut Definitions) -> Element {
    let mut node = with("g", target_attributes(&group.target), Vec::new());
    if let Some(clip) = group.clip {
        node.assign("clip-path", definitions.clip(clip));
    }
    if !group.name.is_empty() {
        node.append(text_element("title", &[], &one_line(&group.name)));
    }
    for shape in &group.shapes {
        if let Some(shape) = shape_element(shape, definitions) {
            node.append(shape);
        }
    }
    node
}

/// What a group stands for, so that a script or a reader of the file can find an event again.
fn target_attributes(target: &Target) -> Attributes {
    match target {
        Target::Event(id) => named("event", "data-event", &id.0),
        Target::Chip(id) => named("outside", "data-event", &id.0),
        Target::Undated(id) => named("undated", "data-event", &id.0),
        Target::More { events, .. } => {
            let ids: Vec<&str> = events.iter().map(|id| id.0.as_str()).collect();
            named("more", "data-events", &ids.join(" "))
        }
        Target::Publication(articles) => {
            let ids: Vec<String> = articles.iter().map(|id| article_id(*id)).collect();
            named("publication", "data-articles", &ids.join(" "))
        }
        Target::Lane { .. } | Target::Still => Vec::new(),
    }
}

fn named(class: &'static str, key: &'static str, value: &str) -> Attributes {
    vec![
        ("class", class.to_owned()),
        (key, one_line(value).into_owned()),
    ]
}

fn text_shape(text: &Text) -> Option<Element> {
    let words = one_line(&text.words);
    if words.trim().is_empty() {
        return None;
    }
    let mut attributes = vec![
        ("x", number(text.at.x)),
        ("y", number(text.at.y)),
        ("font-size", number(text.size_px)),
    ];
    match text.weight {
        Weight::Regular => (),
        Weight::Semibold => attributes.push(("font-weight", "600".to_owned())),
        Weight::Italic => attributes.push(("font-style", "italic".to_owned())),
    }
    match text.anchor {
        Anchor::Start => (),
        Anchor::Middle => attributes.push(("text-anchor", "middle".to_owned())),
        Anchor::End => attributes.push(("text-anchor", "end".to_owned())),
    }
    if words.contains("  ") || words.trim() != words {
        attributes.push(("xml:space", "preserve".to_owned()));
    }
    attributes.extend(color_attributes("fill", "fill-opacity", text.color));
    let mut node = text_element("text", &[], &words);
    assign(&mut node, attributes);
    Some(node)
}

fn with(name: &str, attributes: Attributes, more: Attributes) -> Element {
    let mut node = element(name, &[]);
    assign(&mut node, attributes);
    assign(&mut node, more);
    node
}

fn assign(node: &mut Element, attributes: Attributes) {
    for (key, value) in attributes {
        node.assign(key, super::xml::clean(&value).into_owned());
    }
}

fn point_list(points: &[Point]) -> String {
    let pairs: Vec<String> = points
        .iter()
        .map(|point| format!("{},{}", number(point.x), number(point.y)))
        .collect();
    pairs.join(" ")
}

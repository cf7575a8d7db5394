//! Paint for SVG: colours, and the gradients and clips that shapes refer to by name.

use std::collections::BTreeMap;

use svg::Node as _;
use svg::node::element::Element;

use super::xml::{element, number};
use crate::scene::{Color, Dash, Fill, Rect, Stroke};

/// Attributes of one element.
pub(super) type Attributes = Vec<(&'static str, String)>;

/// What stands in `<defs>`, each thing once, numbered in order of first use.
#[derive(Default)]
pub(super) struct Definitions {
    ids: BTreeMap<String, String>,
    elements: Vec<Element>,
}

impl Definitions {
    /// The attributes that fill a shape; of hatching, only its ground.
    pub(super) fn fill(&mut self, fill: Fill) -> Attributes {
        match fill {
            Fill::None => vec![("fill", "none".to_owned())],
            Fill::Solid(color) if color.a == 0 => self.fill(Fill::None),
            Fill::Solid(color) => color_attributes("fill", "fill-opacity", color),
            Fill::Fade { left, right } if left == right => {
                color_attributes("fill", "fill-opacity", left)
            }
            Fill::Fade { left, right } => vec![("fill", self.fade(left, right))],
            Fill::Hatch { ground, .. } => self.fill(Fill::Solid(ground)),
        }
    }

    /// The reference to a clip.
    pub(super) fn clip(&mut self, rect: Rect) -> String {
        let (x, y) = (number(rect.x), number(rect.y));
        let (width, height) = (number(rect.width), number(rect.height));
        self.define("clip", &format!("{x} {y} {width} {height}"), |id| {
            let attributes = [
                ("x", &*x),
                ("y", &y),
                ("width", &width),
                ("height", &height),
            ];
            parent("clipPath", &[("id", id)], [element("rect", &attributes)])
        })
    }

    /// The element that holds all, if there is anything.
    pub(super) fn into_element(self) -> Option<Element> {
        (!self.elements.is_empty()).then(|| parent("defs", &[], self.elements))
    }

    fn fade(&mut self, left: Color, right: Color) -> String {
        let key = format!("{} {}", key_of(left), key_of(right));
        self.define("fade", &key, |id| {
            let stops = [stop("0", left), stop("1", right)];
            parent("linearGradient", &[("id", id)], stops)
        })
    }

    fn define(
        &mut self,
        prefix: &str,
        key: &str,
        make: impl FnOnce(&str) -> Element,
    ) -> String {
        let key = format!("{prefix} {key}");
        if let Some(id) = self.ids.get(&key) {
            return format!("url(#{id})");
        }
        let id = format!("{prefix}-{}", self.ids.len() + 1);
        self.elements.push(make(&id));
        let reference = format!("url(#{id})");
        self.ids.insert(key, id);
        reference
    }
}

/// The attributes that outline a shape.
pub(super) fn stroke(stroke: Option<Stroke>) -> Attributes {
    let Some(stroke) = stroke.filter(|stroke| stroke.width_px > 0.0) else {
        return Vec::new();
    };
    let mut attributes = color_attributes("stroke", "stroke-opacity", stroke.color);
    attributes.push(("stroke-width", number(stroke.width_px)));
    match stroke.dash {
        Dash::Solid => (),
        Dash::Dashed => attributes.push(("stroke-dasharray", "4 3".to_owned())),
        Dash::Dotted => attributes.push(("stroke-dasharray", "1.5 2.5".to_owned())),
    }
    attributes
}

/// A colour with its opacity, where it is not opaque.
pub(super) fn color_attributes(
    paint: &'static str,
    opacity: &'static str,
    color: Color,
) -> Attributes {
    let mut attributes = vec![(paint, hex(color))];
    if color.a < u8::MAX {
        attributes.push((opacity, number(f32::from(color.a) / 255.0)));
    }
    attributes
}

fn stop(offset: &str, color: Color) -> Element {
    let mut stop = element("stop", &[("offset", offset)]);
    for (key, value) in color_attributes("stop-color", "stop-opacity", color) {
        stop.assign(key, value);
    }
    stop
}

fn parent(
    name: &str,
    attributes: &[(&str, &str)],
    children: impl IntoIterator<Item = Element>,
) -> Element {
    let mut parent = element(name, attributes);
    for child in children {
        parent.append(child);
    }
    parent
}

fn hex(color: Color) -> String {
    format!("#{:02x}{:02x}{:02x}", color.r, color.g, color.b)
}

fn key_of(color: Color) -> String {
    format!("{}{:02x}", hex(color), color.a)
}

//! The tree of a sentence: words in a row, arcs above them in the colours of their relations.

use std::sync::LazyLock;

use serde::Deserialize;

use super::draw::{area, line, polygon, solid, text};
use super::{Color, Scene, Shape, Theme};
use crate::layout::{
    Arc, Arcs, Label, PlacedWord, Point, Rect, SMALL_PX, TINY_PX, WORD_PX, Weight,
};
use crate::model::Kind;

/// How wide and how high the bends of an arc are at most.
const BEND_PX: (f32, f32) = (12.0, 14.0);
/// A bend is drawn with so many pieces.
const N_BEND: usize = 7;
/// The arrow at an arc's end: half its width, and its length.
const ARROW_PX: (f32, f32) = (3.5, 6.5);
/// Between an arc's end and its word.
const CLEAR_PX: f32 = 2.0;
/// Small words that have nothing to do with the word in focus are at least so strong.
const ASIDE_WORDS: f32 = 0.45;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Relations {
    core: Vec<String>,
    circumstance: Vec<String>,
    noun: Vec<String>,
    series: Vec<String>,
}

/// A table that cannot be read makes all arcs quiet; a test keeps that from happening.
static RELATIONS: LazyLock<Relations> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/theme/relations.toml")).unwrap_or_default()
});

/// The picture of a tree. With a word in focus, what does not touch it steps back.
pub fn grammar(arcs: &Arcs, theme: &Theme, focus: Option<usize>) -> Scene {
    let mut shapes = Vec::new();
    let touches = |arc: &Arc| focus.is_none_or(|word| arc.word == word || arc.head == word);
    // The longest are undermost, and what is in focus is above all else.
    let (front, aside): (Vec<&Arc>, Vec<&Arc>) =
        arcs.links.iter().rev().partition(|a| touches(a));
    for arc in aside {
        arc_shapes(&mut shapes, arc, arcs.foot_px, theme, theme.aside);
    }
    for arc in front {
        arc_shapes(&mut shapes, arc, arcs.foot_px, theme, 1.0);
    }
    for (word, x, top) in &arcs.roots {
        let strength = if focus.is_none_or(|focus| focus == *word) {
            1.0
        } else {
            theme.aside
        };
        let color = theme.text.faded(strength);
        let foot = arcs.foot_px - CLEAR_PX;
        shapes.push(line((*x, *top), (*x, foot - ARROW_PX.1), solid(1.4, color)));
        shapes.push(arrow(*x, foot, color));
        shapes.push(root_label(*x, *top, color));
    }
    for (index, word) in arcs.words.iter().enumerate() {
        let is_near = focus.is_none_or(|focus| {
            let linked = |arc: &Arc| {
                (arc.word == focus && arc.head == index)
                    || (arc.head == focus && arc.word == index)
            };
            focus == index || arcs.links.iter().any(linked)
        });
        word_shapes(&mut shapes, word, theme, (focus == Some(index), is_near));
    }
    Scene {
        width_px: arcs.width_px,
        height_px: arcs.height_px,
        background: theme.panel,
        shapes,
    }
}

/// `root` beside the upper end of the line to it.
fn root_label(x: f32, top: f32, color: Color) -> Shape {
    let label = Label {
        words: "root".to_owned(),
        x: x + 6.0,
        baseline: top + 8.0,
        width_px: 22.0,
    };
    text(&label, TINY_PX, Weight::Regular, color)
}

fn word_shapes(
    shapes: &mut Vec<Shape>,
    word: &PlacedWord,
    theme: &Theme,
    (is_focus, is_near): (bool, bool),
) {
    if is_focus {
        let around = Rect::new(
            word.bounds.x - 6.0,
            word.bounds.y + 1.0,
            word.bounds.width + 12.0,
            word.bounds.height - 2.0,
        );
        shapes.push(Shape::Rect {
            rect: around,
            radius_px: 6.0,
            fill: super::Fill::Solid(theme.selection),
            stroke: None,
        });
    }
    let color = if is_near { theme.text } else { theme.secondary };
    shapes.push(text(&word.words, WORD_PX, Weight::Regular, color));
    let class = &word.class;
    shapes.push(text(class, TINY_PX, Weight::Semibold, theme.secondary));
    if let Some(lemma) = &word.lemma {
        shapes.push(text(lemma, SMALL_PX, Weight::Italic, theme.secondary));
    }
}

fn arc_shapes(shapes: &mut Vec<Shape>, arc: &Arc, foot_px: f32, theme: &Theme, strength: f32) {
    let color = relation_color(&arc.label.words, theme);
    let stroke = solid(
        if strength < 1.0 { 1.2 } else { 1.4 },
        color.faded(strength),
    );
    let foot = foot_px - CLEAR_PX;
    shapes.push(Shape::Line {
        points: path(arc, foot),
        stroke,
    });
    shapes.push(arrow(arc.to_x, foot, color.faded(strength)));
    if arc.label.words == "punct" {
        return;
    }
    let label = &arc.label;
    let plate = Rect::new(label.x - 4.0, arc.top - 7.0, label.width_px + 8.0, 14.0);
    shapes.push(area(plate, theme.panel));
    // Small words need more contrast than lines do.
    let ink = color
        .mixed(theme.text, 0.35)
        .faded(strength.max(ASIDE_WORDS));
    shapes.push(text(label, TINY_PX, Weight::Regular, ink));
}

/// Up from the head, across, and down to the word, with round bends.
fn path(arc: &Arc, foot: f32) -> Vec<Point> {
    let way = (arc.to_x - arc.from_x).signum();
    let bend_x = BEND_PX.0.min((arc.to_x - arc.from_x).abs() / 2.0) * way;
    let bend_y = BEND_PX.1.min(foot - arc.top);
    let quarter = |at: usize| {
        let angle = at as f32 / N_BEND as f32 * std::f32::consts::FRAC_PI_2;
        (1.0 - angle.cos(), 1.0 - angle.sin())
    };
    let mut points = vec![Point::new(arc.from_x, foot)];
    points.extend((0..=N_BEND).map(|at| {
        let (across, down) = quarter(at);
        Point::new(arc.from_x + bend_x * across, arc.top + bend_y * down)
    }));
    points.extend((0..=N_BEND).rev().map(|at| {
        let (across, down) = quarter(at);
        Point::new(arc.to_x - bend_x * across, arc.top + bend_y * down)
    }));
    points.push(Point::new(arc.to_x, foot - ARROW_PX.1));
    points
}

fn arrow(x: f32, foot: f32, color: Color) -> Shape {
    let (half, length) = ARROW_PX;
    let top = foot - length;
    polygon(&[(x - half, top), (x + half, top), (x, foot)], color)
}

/// The colour of a relation's family; a subtype (`nsubj:pass`) has that of its relation.
fn relation_color(relation: &str, theme: &Theme) -> Color {
    let relation = relation.split(':').next().unwrap_or(relation);
    let is_in = |family: &[String]| family.iter().any(|one| one == relation);
    let relations = &*RELATIONS;
    if is_in(&relations.core) {
        theme.accent
    } else if is_in(&relations.circumstance) {
        theme.kind(Kind::Politics)
    } else if is_in(&relations.noun) {
        theme.kind(Kind::Military)
    } else if is_in(&relations.series) {
        theme.kind(Kind::Protest)
    } else {
        theme.faint
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{ArcWord, FontMeasure, arcs};

    fn tree() -> Arcs {
        let word = |words, class, head, relation| ArcWord {
            words,
            class,
            lemma: "",
            head,
            relation,
        };
        let words = [
            word("Divers", "NOUN", Some(1), "nsubj"),
            word("found", "VERB", None, "root"),
            word("the", "DET", Some(3), "det"),
            word("ferry", "NOUN", Some(1), "obj"),
            word(".", "PUNCT", Some(1), "punct"),
        ];
        arcs(&words, FontMeasure::bundled())
    }

    fn texts(scene: &Scene) -> Vec<&str> {
        let shapes = scene.shapes.iter();
        let texts = shapes.filter_map(|shape| match shape {
            Shape::Text(text) => Some(text.words.as_str()),
            _ => None,
        });
        texts.collect()
    }

    #[test]
    fn all_words_classes_and_relations_are_written() {
        for theme in [Theme::light(), Theme::dark()] {
            for focus in [None, Some(1), Some(4), Some(9)] {
                let scene = grammar(&tree(), theme, focus);
                let texts = texts(&scene);
                for expected in ["Divers", "VERB", "nsubj", "obj", "det", "ferry"] {
                    assert!(texts.contains(&expected), "no {expected} in {texts:?}");
                }
                assert!(!texts.contains(&"punct"));
            }
        }
    }

    #[test]
    fn families_have_colours_of_their_own() {
        let theme = Theme::light();
        let families = ["nsubj:pass", "obl", "amod", "conj", "det"];
        let colors = families.map(|relation| relation_color(relation, theme).to_hex());
        let distinct: std::collections::BTreeSet<&String> = colors.iter().collect();
        assert_eq!(distinct.len(), families.len(), "{colors:?}");
    }
}

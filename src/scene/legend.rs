//! The legend: what the looks of marks and their colours mean.

use super::bars::bar;
use super::draw::{area, line, solid, text};
use super::look::Look;
use super::marks::{ghost, mark, same};
use super::{Fill, Scene, Shape, Theme};
use crate::layout::{
    Bar, FontMeasure, Ghost, Label, Mark, Measure as _, Point, Rect, SMALL_PX, Stand, TINY_PX,
    Weight,
};
use crate::model::{Kind, Status};

const ROW_PX: f32 = 24.0;
const MARGIN_PX: f32 = 16.0;
/// The section heads stand in a column of their own.
const HEAD_PX: f32 = 92.0;
/// Width of a mark, and from an entry's left edge to its words.
const MARK_PX: f32 = 28.0;
const WORDS_PX: f32 = 38.0;
const GAP_PX: f32 = 18.0;

/// One entry: how its mark is drawn around a left edge and a middle, and its words.
type Entry<'a> = (&'a dyn Fn(&mut Vec<Shape>, f32, f32), &'static str);

/// What a picture holds beside statuses and dates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// Kinds of its events.
    pub kinds: Vec<Kind>,
    /// It shows what was known on a day.
    pub has_as_of: bool,
    /// Events may stand in several of its lanes.
    pub has_twins: bool,
}

/// The legend in rows at most `width_px` wide: statuses, dates, signs and kinds.
pub fn legend(theme: &Theme, signs: &Signs, width_px: f32) -> Scene {
    let mut rows = Rows::new(theme, width_px);
    rows.section("STATUS");
    for status in Status::ALL {
        let draw = |shapes: &mut Vec<Shape>, x, y| {
            shapes.extend(status_sample(status, theme, x, y));
        };
        rows.entry((&draw, status.name()));
    }
    rows.section("DATE");
    let look = Look {
        color: theme.secondary,
        ..Look::new(Kind::Other, Status::Happened, Stand::Plain, theme)
    };
    for (stops, words) in DATES {
        rows.entry((&|shapes, x, y| date_mark(shapes, x, y, stops, look), words));
    }
    rows.entry((
        &|shapes, x, y| split(shapes, x, y, look, theme),
        "Sources disagree",
    ));
    rows.entry((
        &|shapes, x, y| origins(shapes, x, y, look, theme),
        "Independent sources",
    ));
    if signs.has_twins {
        rows.entry((
            &|shapes, x, y| twin(shapes, x, y, look, theme),
            "Also in another lane",
        ));
    }
    if signs.has_as_of {
        rows.section("AS OF");
        rows.entry((
            &|shapes, x, y| moved(shapes, x, y, theme),
            "Moved from an earlier date",
        ));
        rows.entry((
            &|shapes, x, y| lapsed(shapes, x, y, theme),
            "Due, no report found",
        ));
    }
    if !signs.kinds.is_empty() {
        rows.section("KIND");
    }
    for kind in &signs.kinds {
        rows.swatch(theme.kind(*kind), kind.name());
    }
    rows.finish()
}

/// A place along a bar (0 to 1) and how sure it is there.
type Stop = (f32, f32);

/// How sure a bar is along its width, and what that means. None: a certain day.
const DATES: [(&[Stop], &str); 4] = [
    (&[], "Certain day"),
    (&[(0.0, 1.0), (1.0, 1.0)], "Certain range"),
    (
        &[(0.0, 0.0), (0.4, 1.0), (0.6, 1.0), (1.0, 0.0)],
        "Start or end not sure",
    ),
    (
        &[(0.0, 0.0), (0.33, 0.8), (0.67, 0.8), (1.0, 0.0)],
        "Some time within",
    ),
];

struct Rows<'a> {
    theme: &'a Theme,
    width_px: f32,
    x: f32,
    /// Middle of the row.
    y: f32,
    shapes: Vec<Shape>,
}

impl<'a> Rows<'a> {
    fn new(theme: &'a Theme, width_px: f32) -> Self {
        Self {
            theme,
            width_px,
            x: MARGIN_PX,
            y: MARGIN_PX - ROW_PX / 2.0,
            shapes: Vec::new(),
        }
    }

    fn section(&mut self, head: &str) {
        self.y += ROW_PX;
        self.x = HEAD_PX;
        self.words(head, MARGIN_PX, TINY_PX, Weight::Semibold);
    }

    fn entry(&mut self, (draw, words): Entry<'_>) {
        let x = self.next(WORDS_PX, words);
        draw(&mut self.shapes, x, self.y);
        self.words(words, x + WORDS_PX, SMALL_PX, Weight::Regular);
    }

    fn swatch(&mut self, color: super::Color, words: &str) {
        let x = self.next(WORDS_PX / 2.0, words);
        self.shapes.push(Shape::Rect {
            rect: Rect::new(x, self.y - 6.0, 12.0, 12.0),
            radius_px: 3.0,
            fill: Fill::Solid(color),
            stroke: None,
        });
        self.words(words, x + WORDS_PX / 2.0, SMALL_PX, Weight::Regular);
    }

    /// Left edge of the next entry; a new row if this one is full.
    fn next(&mut self, mark_px: f32, words: &str) -> f32 {
        let words_px = FontMeasure::bundled().width_px(words, SMALL_PX, Weight::Regular);
        if self.width_px - MARGIN_PX < self.x + mark_px + words_px && self.x > HEAD_PX {
            self.x = HEAD_PX;
            self.y += ROW_PX;
        }
        let x = self.x;
        self.x += mark_px + words_px + GAP_PX;
        x
    }

    fn words(&mut self, words: &str, x: f32, size_px: f32, weight: Weight) {
        let label = Label {
            words: words.to_owned(),
            x,
            baseline: self.y + 4.0,
            width_px: FontMeasure::bundled().width_px(words, size_px, weight),
        };
        let color = match weight {
            Weight::Semibold => self.theme.secondary,
            _ => self.theme.text,
        };
        self.shapes.push(text(&label, size_px, weight, color));
    }

    fn finish(self) -> Scene {
        let height_px = self.y + ROW_PX / 2.0 + MARGIN_PX;
        let whole = Rect::new(0.0, 0.0, self.width_px, height_px);
        let edge = line(
            (0.0, 0.5),
            (self.width_px, 0.5),
            solid(1.0, self.theme.line),
        );
        let mut shapes = vec![area(whole, self.theme.panel), edge];
        shapes.extend(self.shapes);
        Scene {
            width_px: self.width_px,
            height_px,
            background: self.theme.panel,
            shapes,
        }
    }
}

/// The mark of a status with its left edge at `x`, around `y`, 28 px wide: for filters.
pub fn status_sample(status: Status, theme: &Theme, x: f32, y: f32) -> Vec<Shape> {
    let look = Look {
        color: theme.secondary,
        ..Look::new(Kind::Other, status, Stand::Plain, theme)
    };
    let mut shapes = Vec::new();
    status_mark(&mut shapes, x, y, look);
    shapes
}

fn status_mark(shapes: &mut Vec<Shape>, x: f32, y: f32, look: Look) {
    let one = Bar {
        stops: vec![(x, 1.0), (x + MARK_PX, 1.0)],
        half_px: 5.5,
        arrow: look.status == Status::Ongoing,
        ..Bar::default()
    };
    bar(shapes, &one, y, look);
}

fn date_mark(shapes: &mut Vec<Shape>, x: f32, y: f32, stops: &[Stop], look: Look) {
    if stops.is_empty() {
        let dot = Mark::Dot {
            x: x + MARK_PX / 2.0,
            radius_px: 6.0,
        };
        return mark(shapes, &dot, y, look);
    }
    let stops = stops.iter().map(|(at, sure)| (x + at * MARK_PX, *sure));
    let one = Bar {
        stops: stops.collect(),
        half_px: 5.5,
        ..Bar::default()
    };
    bar(shapes, &one, y, look);
}

fn split(shapes: &mut Vec<Shape>, x: f32, y: f32, look: Look, theme: &Theme) {
    let dot = Mark::Dot {
        x: x + MARK_PX / 2.0,
        radius_px: 5.0,
    };
    mark(shapes, &dot, y + 1.0, look);
    let (x, y) = (x + MARK_PX / 2.0 + 7.0, y - 4.5);
    let points = [(x - 4.0, y - 4.0), (x, y), (x + 4.0, y - 4.0)];
    shapes.push(Shape::Line {
        points: points.iter().map(|(x, y)| Point::new(*x, *y)).collect(),
        stroke: solid(2.0, theme.warning),
    });
}

fn twin(shapes: &mut Vec<Shape>, x: f32, y: f32, look: Look, theme: &Theme) {
    let (x, radius_px) = (x + MARK_PX / 2.0, 5.0);
    mark(shapes, &Mark::Dot { x, radius_px }, y, look);
    shapes.extend(same(x + radius_px + 1.5, y + radius_px + 1.0, theme));
}

fn moved(shapes: &mut Vec<Shape>, x: f32, y: f32, theme: &Theme) {
    let color = theme.secondary;
    let look = Look {
        color,
        ..Look::new(Kind::Other, Status::Planned, Stand::Plain, theme)
    };
    let (radius_px, from, to) = (5.0, x + 5.0, x + MARK_PX - 6.0);
    let earlier = Ghost {
        mark: Mark::Dot { x: from, radius_px },
        tie: (from + radius_px, to - radius_px),
    };
    ghost(shapes, &earlier, y, look, theme);
    mark(shapes, &Mark::Dot { x: to, radius_px }, y, look);
}

fn lapsed(shapes: &mut Vec<Shape>, x: f32, y: f32, theme: &Theme) {
    let look = Look::new(Kind::Other, Status::Planned, Stand::Lapsed, theme);
    let (x, radius_px) = (x + MARK_PX / 2.0, 6.0);
    mark(shapes, &Mark::Dot { x, radius_px }, y, look);
}

fn origins(shapes: &mut Vec<Shape>, x: f32, y: f32, look: Look, theme: &Theme) {
    let dot = Mark::Dot {
        x: x + MARK_PX / 2.0 + 5.0,
        radius_px: 7.5,
    };
    mark(shapes, &dot, y, look);
    let count = Label {
        words: "3".to_owned(),
        x: x + 2.0,
        baseline: y + 4.0,
        width_px: 7.0,
    };
    shapes.push(text(&count, TINY_PX, Weight::Semibold, theme.secondary));
}

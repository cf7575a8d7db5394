//! A whole picture: heading, timeline, legend, source notes and a line on where it comes from.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::notes::{columns, notes};
use super::pen::{Pen, Style};
use super::png::{Pixels, to_pixels};
use super::styles::Styles;
use super::{Evidence, ExportError, Format, to_pdf, to_png, to_svg};
use crate::layout::{
    self, Calendar, FontMeasure, LaneBy, LaneSet, Layout, Request, TimeWindow,
};
use crate::model::{Article, Event, EventId, Granularity, Kind, When};
use crate::scene::{self, Dash, Fill, Point, Rect, Scene, Shape, Signs, Stroke, Theme};

/// In line with the heads of the lanes.
const MARGIN_PX: f32 = 14.0;
const HEADING_TOP_PX: f32 = 18.0;
const BLOCK_GAP_PX: f32 = 16.0;
const HEAD_GAP_PX: f32 = 8.0;
const FOOT_GAP_PX: f32 = 12.0;
/// Sides that make sense for a picture: less is not legible, more is not drawn by viewers.
const SIDES_PX: (u32, u32) = (320, 16_384);

/// What to draw.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    /// The events, in order of time.
    pub events: &'a [&'a Event],
    /// The articles they come from.
    pub articles: &'a [Article],
    /// The stretch of time to show.
    pub window: TimeWindow,
    /// Width at scale 1.
    pub width_px: f32,
    /// Least height at scale 1 without legend and notes. A picture is always as tall as its
    /// events need: none is left out.
    pub height_px: Option<f32>,
    /// 1 to 4, for PNG.
    pub scale: f32,
    /// Colours.
    pub theme: &'a Theme,
    /// How lanes are made.
    pub lanes: LaneBy,
    /// With a legend.
    pub legend: bool,
    /// With numbered source notes.
    pub notes: bool,
    /// What lies after this day is dimmed.
    pub as_of: Option<Date>,
    /// Heading; without one the dates stand there.
    pub title: Option<&'a str>,
}

/// Draws the picture and writes it in a format.
pub fn render(picture: &Picture<'_>, format: Format) -> Result<Vec<u8>, ExportError> {
    let (scene, words) = composed(picture)?;
    let evidence = Evidence {
        title: &words.title,
        summary: &words.summary(),
        articles: picture.articles,
        events: picture.events,
    };
    let svg = to_svg(&scene, &evidence);
    match format {
        Format::Svg => Ok(svg.into_bytes()),
        Format::Png => to_png(&svg, picture.scale, &evidence),
        Format::Pdf => to_pdf(&svg, &evidence),
    }
}

/// Draws the picture small, for a preview: `width_px` wide, and cut off below `max_height_px`.
/// Also says how large the picture is at scale 1.
pub fn preview(
    picture: &Picture<'_>,
    width_px: u32,
    max_height_px: u32,
) -> Result<Preview, ExportError> {
    let (scene, words) = composed(picture)?;
    let evidence = Evidence {
        title: &words.title,
        summary: "",
        articles: &[],
        events: &[],
    };
    let pixels = to_pixels(&to_svg(&scene, &evidence), width_px, max_height_px)?;
    Ok(Preview {
        pixels,
        width_px: scene.width_px,
        height_px: scene.height_px,
    })
}

/// A picture drawn small.
#[derive(Clone, Debug)]
pub struct Preview {
    /// What can be shown.
    pub pixels: Pixels,
    /// Width of the picture at scale 1.
    pub width_px: f32,
    /// Height of the picture at scale 1.
    pub height_px: f32,
}

/// The words around a timeline.
struct Words {
    title: String,
    subtitle: String,
    foot: String,
}

impl Words {
    fn summary(&self) -> String {
        format!("{}. {}", self.subtitle, self.foot)
    }
}

fn composed(picture: &Picture<'_>) -> Result<(Scene, Words), ExportError> {
    check_side("the width", picture.width_px)?;
    picture
        .height_px
        .map_or(Ok(()), |height| check_side("the height", height))?;
    let styles = Styles::new(picture.theme);
    let (layout, numbers) = laid_out(picture);
    let words = words(picture, &layout);
    let mut stack = Stack::new(picture);
    stack.heading(&words, &styles);
    stack.timeline(&layout, picture);
    if picture.legend {
        stack.legend(picture);
    }
    if picture.notes && !numbers.is_empty() {
        stack.notes(picture, &numbers, &styles);
    }
    stack.foot(&words.foot, styles.secondary);
    Ok((stack.into_scene(picture), words))
}

fn check_side(what: &'static str, px: f32) -> Result<(), ExportError> {
    let (least, most) = SIDES_PX;
    if (least as f32..=most as f32).contains(&px) {
        return Ok(());
    }
    Err(ExportError::Size {
        what,
        given: px.to_string(),
        least,
        most,
    })
}

/// Lays the timeline out, with numbers for source notes if there are any: first to see which
/// events are drawn, then with these numbered in order of time.
fn laid_out(picture: &Picture<'_>) -> (Layout, BTreeMap<EventId, usize>) {
    let none = BTreeMap::new();
    let plain = arrange(picture, &none);
    if !picture.notes {
        return (plain, none);
    }
    let drawn = drawn(&plain);
    let events = picture.events.iter().map(|event| &event.id);
    let numbers: BTreeMap<EventId, usize> = events
        .filter(|id| drawn.contains(id))
        .zip(1..)
        .map(|(id, number)| (id.clone(), number))
        .collect();
    (arrange(picture, &numbers), numbers)
}

fn arrange(picture: &Picture<'_>, numbers: &BTreeMap<EventId, usize>) -> Layout {
    layout::arrange(&Request {
        events: picture.events.into(),
        held: None,
        lane_set: LaneSet::usual(),
        articles: picture.articles,
        window: picture.window,
        width_px: picture.width_px,
        height_px: picture.height_px.unwrap_or(0.0),
        lanes: picture.lanes,
        as_of: picture.as_of,
        // A picture is looked at on other days than the one it was made on.
        today: None,
        selected: None,
        also: None,
        scroll_px: 0.0,
        grows: true,
        numbers: (!numbers.is_empty()).then_some(numbers),
        // The words around the timeline are English too.
        calendar: Calendar::english(),
        measure: FontMeasure::bundled(),
    })
}

/// The events that stand at their place or in the tray.
fn drawn(layout: &Layout) -> BTreeSet<&EventId> {
    let items = layout.lanes.iter().flat_map(|lane| &lane.items);
    let undated = layout.tray.iter().flat_map(|tray| &tray.chips);
    let undated = undated.map(|chip| &chip.event);
    items.map(|item| &item.event).chain(undated).collect()
}

fn words(picture: &Picture<'_>, layout: &Layout) -> Words {
    let drawn = drawn(layout);
    let n_articles = count(picture.articles.len(), "article", "articles");
    let events = count(drawn.len(), "event", "events");
    let mut subtitle = vec![format!("{events} from {n_articles}")];
    let dates = dates(picture, &drawn);
    let title = picture
        .title
        .map(str::trim)
        .filter(|title| !title.is_empty());
    let title = match (title, dates) {
        (Some(title), Some(dates)) => {
            subtitle.push(dates);
            title.to_owned()
        }
        (Some(title), None) => title.to_owned(),
        (None, Some(dates)) => dates,
        (None, None) => "Timeline".to_owned(),
    };
    if let Some(day) = picture.as_of {
        subtitle.push(format!("as of {}", When::day(day).in_words()));
    }
    Words {
        title,
        subtitle: subtitle.join(" · "),
        foot: format!(
            "Made with Dateline {} · {n_articles}, dates as published",
            env!("CARGO_PKG_VERSION")
        ),
    }
}

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// From the first to the last day of the drawn events, as far as the window shows them.
fn dates(picture: &Picture<'_>, drawn: &BTreeSet<&EventId>) -> Option<String> {
    let whens = picture
        .events
        .iter()
        .filter(|event| drawn.contains(&event.id));
    let whens: Vec<&When> = whens.filter_map(|event| event.when.as_ref()).collect();
    let firsts = whens
        .iter()
        .filter_map(|when| when.earliest().or(when.latest()));
    let lasts = whens
        .iter()
        .filter_map(|when| when.latest().or(when.earliest()));
    let (from, to) = (picture.window.start_days, picture.window.end_days);
    let first = firsts.min()?.max(TimeWindow::date_from_days(from));
    let last = lasts.max()?.min(TimeWindow::date_from_days(to));
    Some(When::period(first, last, Granularity::Day).in_words())
}

/// Blocks one under the other.
struct Stack<'a> {
    pen: Pen<'a>,
    width_px: f32,
    line: Stroke,
}

impl<'a> Stack<'a> {
    fn new(picture: &Picture<'a>) -> Self {
        Self {
            pen: Pen::new(FontMeasure::bundled()),
            width_px: picture.width_px,
            line: Stroke {
                width_px: 1.0,
                color: picture.theme.line,
                dash: Dash::Solid,
            },
        }
    }

    fn inner_px(&self) -> f32 {
        self.width_px - 2.0 * MARGIN_PX
    }

    fn heading(&mut self, words: &Words, styles: &Styles) {
        let inner_px = self.inner_px();
        self.pen.y += HEADING_TOP_PX;
        self.pen
            .text(MARGIN_PX, &words.title, styles.title, inner_px, 2);
        self.pen
            .text(MARGIN_PX, &words.subtitle, styles.subtitle, inner_px, 2);
        self.pen.y += BLOCK_GAP_PX;
    }

    fn timeline(&mut self, layout: &Layout, picture: &Picture<'_>) {
        self.rule();
        let timeline = scene::build(layout, picture.theme);
        self.block(timeline);
        self.rule();
    }

    fn legend(&mut self, picture: &Picture<'_>) {
        let is_there = |kind: &Kind| picture.events.iter().any(|event| event.kind == *kind);
        let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(is_there).collect();
        let signs = Signs {
            kinds,
            has_as_of: picture.as_of.is_some(),
            has_twins: picture.lanes.has_twins(),
        };
        let legend = scene::legend(picture.theme, &signs, self.width_px);
        self.block(legend);
        self.rule();
    }

    fn notes(
        &mut self,
        picture: &Picture<'_>,
        numbers: &BTreeMap<EventId, usize>,
        styles: &Styles,
    ) {
        self.pen.y += BLOCK_GAP_PX;
        self.pen.line(MARGIN_PX, "Sources", styles.section);
        self.pen.y += HEAD_GAP_PX;
        let notes = notes(picture.events, picture.articles, numbers);
        let (shapes, height_px) = columns(&notes, styles, self.pen.measure, self.inner_px());
        let y = self.pen.y;
        let shapes = shapes.into_iter().map(|shape| shape.shifted(MARGIN_PX, y));
        self.pen.shapes.extend(shapes);
        self.pen.y += height_px + BLOCK_GAP_PX;
        self.rule();
    }

    fn foot(&mut self, words: &str, style: Style) {
        let inner_px = self.inner_px();
        self.pen.y += FOOT_GAP_PX;
        self.pen.text(MARGIN_PX, words, style, inner_px, 2);
        self.pen.y += FOOT_GAP_PX;
    }

    /// Puts another scene under what there is.
    fn block(&mut self, block: Scene) {
        let y = self.pen.y;
        let ground = Shape::Rect {
            rect: Rect {
                x: 0.0,
                y,
                width: block.width_px,
                height: block.height_px,
            },
            radius_px: 0.0,
            fill: Fill::Solid(block.background),
            stroke: None,
        };
        let shapes = block.shapes.into_iter().map(|shape| shape.shifted(0.0, y));
        self.pen
            .shapes
            .extend(std::iter::once(ground).chain(shapes));
        self.pen.y += block.height_px;
    }

    fn rule(&mut self) {
        let y = self.pen.y;
        self.pen.shapes.push(Shape::Line {
            points: vec![
                Point { x: 0.0, y },
                Point {
                    x: self.width_px,
                    y,
                },
            ],
            stroke: self.line,
        });
    }

    fn into_scene(self, picture: &Picture<'_>) -> Scene {
        Scene {
            width_px: self.width_px,
            height_px: self.pen.y.ceil(),
            background: picture.theme.panel,
            shapes: self.pen.shapes,
        }
    }
}

//! What layout hands on: every place of a picture, in pixels from its top left corner.

use crate::model::{ArticleId, EventId, Kind, Status};

use super::{Held, Pole, Rect, TimeWindow};

/// A picture laid out. Vertical places already count the scroll.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Width of the picture.
    pub width_px: f32,
    /// Height of the picture.
    pub height_px: f32,
    /// What stands between the left and the right edge of `plot`.
    pub window: TimeWindow,
    /// Where marks may stand: right of the lanes' heads, between axis and tray.
    pub plot: Rect,
    /// Height of all lanes; more than `plot.height` means there is something to scroll.
    pub content_px: f32,
    /// The scroll, kept within what there is.
    pub scroll_px: f32,
    /// The middle of the selected event's row, in sight or not.
    pub selected_y: Option<f32>,
    /// Ticks and their labels.
    pub axis: Axis,
    /// Lanes that are in sight, from top to bottom.
    pub lanes: Vec<Lane>,
    /// Curves from the selected event to related ones; see [`Layout::linked`].
    pub links: Vec<super::Link>,
    /// Publication dates.
    pub publications: Vec<Publication>,
    /// The end of the as-of day, if in sight.
    pub as_of: Option<Pole>,
    /// Today, if in sight and asked for.
    pub today: Option<Pole>,
    /// Events that have no date; none if all have one.
    pub tray: Option<Tray>,
    /// For the next picture of the same index.
    pub held: Held,
}

/// Both levels of the calendar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// The coarse level, above.
    pub major: Vec<Tick>,
    /// The fine level, below.
    pub minor: Vec<Tick>,
}

/// One tick: a line, a label, or both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tick {
    /// The line; none if it lies outside the plot.
    pub x: Option<f32>,
    /// The label; none if there is no room.
    pub label: Option<Label>,
}

/// A line of text in its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Label {
    /// The words.
    pub words: String,
    /// Left edge.
    pub x: f32,
    /// Baseline.
    pub baseline: f32,
    /// Measured width.
    pub width_px: f32,
}

/// One lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lane {
    /// Its name; empty without lanes.
    pub name: Label,
    /// The whole name.
    pub full_name: String,
    /// What gives it its colour, for lanes by kind.
    pub kind: Option<Kind>,
    /// Where it stands, head included.
    pub bounds: Rect,
    /// Whether it is collapsed, where it can be.
    pub fold: Option<Fold>,
    /// Marks.
    pub items: Vec<Item>,
    /// Events outside the window.
    pub chips: Vec<Chip>,
    /// Events that do not fit, counted.
    pub more: Vec<More>,
    /// How thick its events lie, where many do not fit.
    pub density: Option<Density>,
}

/// Whether a lane shows its events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// It does.
    Open,
    /// It shows only how thick they lie.
    Collapsed,
}

/// An area over the foot of a lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Density {
    /// Where it stands at its highest.
    pub bounds: Rect,
    /// Its heights at equal distances from left to right.
    pub heights_px: Vec<f32>,
}

/// An event's mark with its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The event.
    pub event: EventId,
    /// Title, status and date in words.
    pub name: String,
    /// Kind.
    pub kind: Kind,
    /// Status.
    pub status: Status,
    /// Middle of the mark.
    pub y: f32,
    /// The mark.
    pub mark: Mark,
    /// The title.
    pub label: Label,
    /// Where it stands.
    pub side: Side,
    /// Independent origins; shown from two on.
    pub origins: u32,
    /// Left edge of the count of origins.
    pub origins_x: f32,
    /// Number of its source note.
    pub number: Option<usize>,
    /// The sources disagree.
    pub conflict: bool,
    /// The other lanes that it stands in, at most eight.
    pub also_in: Vec<String>,
    /// It is the selected event.
    pub selected: bool,
    /// The outline around the mark, if it is selected, alone or beside others.
    pub ring: Option<Rect>,
    /// How it stands to the as-of day.
    pub stand: Stand,
    /// What it left where it was planned for before.
    pub ghosts: Vec<Ghost>,
    /// What the sources claim, under the label of the selected event.
    pub claims: Option<Label>,
    /// The dates they claim, for the selected event: from and to.
    pub whiskers: Vec<(f32, f32)>,
    /// Mark, label and all.
    pub bounds: Rect,
}

/// How an event stands to the as-of day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stand {
    /// Nothing to remark; so without an as-of day.
    #[default]
    Plain,
    /// It lies after that day.
    Later,
    /// A plan that was due by then, and no report says that it took place.
    Lapsed,
}

/// The outline of a mark at a date that a plan was moved from.
#[derive(Clone, Debug, PartialEq)]
pub struct Ghost {
    /// The mark as it was.
    pub mark: Mark,
    /// From the ghost's edge to the edge of the mark as it is; of no length where the two touch.
    pub tie: (f32, f32),
}

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Left of its mark.
    Left,
    /// Right of its mark.
    Right,
    /// On the filled part of its bar.
    Inside,
    /// On its bar, which fills the window and needs a plate below the words.
    Plate,
}

/// The form of a mark.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A certain day.
    Dot {
        /// Its middle.
        x: f32,
        /// Its radius.
        radius_px: f32,
    },
    /// A stretch of time.
    Bar(Bar),
}

/// A bar: how sure it is from left to right, cut off at the edges of the plot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// Places in order with how sure it is there (0 to 1); at least two.
    pub stops: Vec<(f32, f32)>,
    /// Half its height.
    pub half_px: f32,
    /// It goes on left of the plot.
    pub cut_left: bool,
    /// It goes on right of the plot.
    pub cut_right: bool,
    /// Under way: it ends in an arrow.
    pub arrow: bool,
}

impl Bar {
    /// Left edge.
    pub fn left(&self) -> f32 {
        self.stops.first().map_or(0.0, |stop| stop.0)
    }

    /// Right edge.
    pub fn right(&self) -> f32 {
        self.stops.last().map_or(0.0, |stop| stop.0)
    }

    /// The part where it is certain, if any.
    pub fn core(&self) -> Option<(f32, f32)> {
        let sure = |stop: &&(f32, f32)| stop.1 >= 1.0;
        let from = self.stops.iter().find(sure)?.0;
        let to = self.stops.iter().rev().find(sure)?.0;
        (from < to).then_some((from, to))
    }

    /// How sure it is at `x`.
    pub fn sureness(&self, x: f32) -> f32 {
        let next = self.stops.partition_point(|stop| stop.0 <= x);
        let before = next.checked_sub(1).and_then(|i| self.stops.get(i));
        match (before, self.stops.get(next)) {
            (Some(a), Some(b)) => a.1 + (b.1 - a.1) * (x - a.0) / (b.0 - a.0).max(1e-3),
            (Some(a), None) if x <= a.0 => a.1,
            _ => 0.0,
        }
    }
}

impl Mark {
    /// Left edge.
    pub fn left(&self) -> f32 {
        match self {
            Self::Dot { x, radius_px } => x - radius_px,
            Self::Bar(bar) => bar.left(),
        }
    }

    /// Right edge.
    pub fn right(&self) -> f32 {
        match self {
            Self::Dot { x, radius_px } => x + radius_px,
            Self::Bar(bar) => bar.right(),
        }
    }

    /// Half the height.
    pub fn half_px(&self) -> f32 {
        match self {
            Self::Dot { radius_px, .. } => *radius_px,
            Self::Bar(bar) => bar.half_px,
        }
    }
}

/// An event that is not at its place: outside the window, or undated.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// The event.
    pub event: EventId,
    /// Title, status and date in words.
    pub name: String,
    /// Kind.
    pub kind: Kind,
    /// The words on it.
    pub label: Label,
    /// Outline.
    pub bounds: Rect,
    /// Which way the event lies.
    pub way: Way,
    /// It is the selected event.
    pub selected: bool,
    /// Number of its source note.
    pub number: Option<usize>,
}

/// Which way the event of a chip lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Before the window.
    Left,
    /// After it.
    Right,
    /// Nowhere: undated.
    None,
}

/// Events that are counted only.
#[derive(Clone, Debug, PartialEq)]
pub struct More {
    /// The first of them in order of time, at most 100.
    pub events: Vec<EventId>,
    /// How many they are.
    pub count: usize,
    /// The stretch of time that shows them; none for undated events.
    pub window: Option<TimeWindow>,
    /// The words: `+7`.
    pub label: Label,
    /// Outline.
    pub bounds: Rect,
}

/// A triangle under the axis: what was published on a day, or on days that fall together.
#[derive(Clone, Debug, PartialEq)]
pub struct Publication {
    /// Its middle.
    pub x: f32,
    /// `3 articles published 3 Feb 2026`.
    pub name: String,
    /// The articles.
    pub articles: Vec<ArticleId>,
}

/// The strip of undated events.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tray {
    /// Where it stands.
    pub bounds: Rect,
    /// Its chips.
    pub chips: Vec<Chip>,
    /// What does not fit.
    pub more: Option<More>,
}

//! Where everything stands: time window, ticks, lanes, rows, labels. Knows no colour.

mod arcs;
mod arrange;
mod calendar;
mod calendar_english;
mod calendar_local;
mod chips;
mod density;
mod entry;
mod events;
mod fit;
mod flags;
mod font_measure;
pub mod fonts;
mod geometry;
mod ghost;
mod glide;
mod held;
mod index;
mod item;
mod label;
mod lane;
mod lane_by;
mod lane_fill;
mod lane_index;
mod lane_keys;
mod lane_more;
mod lane_set;
mod links;
mod mark;
mod measure;
mod pack;
mod plan;
mod pyramid;
mod request;
mod shift;
mod step;
mod ticks;
mod tray;
mod twins;
mod window;

pub use arcs::{Arc, ArcWord, Arcs, PlacedWord, WORD_PX, arcs};
pub use arrange::{arrange, arrange_indexed};
pub use calendar::{Calendar, CalendarChoice, CalendarNames, WeekStart};
pub use chips::{ARROW_PX, LISTED_DAYS, NUMBER_GAP_PX};
pub use events::Events;
pub use fit::{fit, opening};
pub use flags::{Flag, Pole};
pub use font_measure::FontMeasure;
pub use geometry::{Point, Rect};
pub use held::Held;
pub use index::Index;
pub use lane_by::LaneBy;
pub use lane_keys::LaneKeys;
pub use lane_set::{LaneOrder, LaneSet};
pub use links::Link;
pub use measure::{Measure, Weight};
pub use plan::{
    Axis, Bar, Chip, Density, Fold, Ghost, Item, Label, Lane, Layout, Mark, More, Publication,
    Side, Stand, Tick, Tray, Way,
};
pub use request::{AXIS_PX, LABEL_PX, ROW_PX, Request, SMALL_PX, TINY_PX};
pub use window::TimeWindow;

use mark::mark;
use ticks::ticks;

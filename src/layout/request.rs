//! What a picture is to show, and the sizes that all of layout shares.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::model::{Article, EventId};

use super::{Calendar, Events, Held, LaneBy, LaneSet, Measure, Rect, TimeWindow};

/// What to lay out.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The events to show, in any order.
    pub events: Events<'a>,
    /// The articles they come from.
    pub articles: &'a [Article],
    /// What stands between the left and right edge of the plot.
    pub window: TimeWindow,
    /// Width of the picture, lane heads included.
    pub width_px: f32,
    /// Height of the picture; with `grows` the least height.
    pub height_px: f32,
    /// How lanes are made.
    pub lanes: LaneBy,
    /// Their order, and which of them are collapsed.
    pub lane_set: &'a LaneSet,
    /// What lies after this day is dimmed.
    pub as_of: Option<Date>,
    /// Marked by a line; exports have none.
    pub today: Option<Date>,
    /// The selected event.
    pub selected: Option<&'a EventId>,
    /// The events selected beside it.
    pub also: Option<&'a BTreeSet<EventId>>,
    /// How far the lanes are scrolled down.
    pub scroll_px: f32,
    /// As tall as needed, for exports; otherwise as tall as `height_px`, and lanes scroll.
    pub grows: bool,
    /// Numbers of source notes that stand at the marks.
    pub numbers: Option<&'a BTreeMap<EventId, usize>>,
    /// Where events stood in the picture before, of the same index.
    pub held: Option<&'a Held>,
    /// Names of months and days, and how weeks are counted.
    pub calendar: &'a Calendar,
    /// Widths of text.
    pub measure: &'a dyn Measure,
}

/// Height of the axis.
pub const AXIS_PX: f32 = 46.0;
/// Distance between the rows of a lane.
pub const ROW_PX: f32 = 30.0;
/// Size of secondary text: lane heads, ticks, chips.
pub const SMALL_PX: f32 = 12.0;
/// Size of labels.
pub const LABEL_PX: f32 = 13.0;
/// Size of counts and section heads.
pub const TINY_PX: f32 = 11.0;
/// From the middle of a row to the baseline of its text.
pub(super) const BASELINE_PX: f32 = 4.5;
/// From a lane's top to the middle of its first row.
pub(super) const FIRST_ROW_PX: f32 = 24.0;
/// Height of a lane without the distance between its rows.
pub(super) const LANE_PX: f32 = 48.0;
/// Height of a collapsed lane.
pub(super) const COLLAPSED_PX: f32 = 26.0;
/// Height of a chip.
pub(super) const CHIP_PX: f32 = 22.0;
/// From a chip's outline to its words.
pub(super) const CHIP_PAD_PX: f32 = 12.0;
/// Least width of the lanes' heads.
pub(super) const HEAD_PX: f32 = 92.0;
/// Most width of the lanes' heads.
pub(super) const MAX_HEAD_PX: f32 = 164.0;
/// Between the lane head's edge and its words.
pub(super) const HEAD_TEXT_PX: f32 = 24.0;
/// Between what stands side by side in a row.
pub(super) const GAP_PX: f32 = 12.0;
/// Between a mark and its label.
pub(super) const LABEL_GAP_PX: f32 = 9.0;
/// The bar that scrolls the lanes of a window stands at the plot's right edge.
const SCROLL_BAR_PX: f32 = 12.0;
/// Between the plot's edges and any text.
pub(super) const EDGE_PX: f32 = 4.0;

impl Request<'_> {
    /// Whether an event is selected, alone or beside others.
    pub(super) fn is_selected(&self, id: &EventId) -> bool {
        self.selected == Some(id) || self.also.is_some_and(|also| also.contains(id))
    }

    /// How far right words and chips may reach in a plot.
    pub(super) fn words_end(&self, plot: Rect) -> f32 {
        let kept_px = if self.grows { 0.0 } else { SCROLL_BAR_PX };
        plot.right() - kept_px
    }
}

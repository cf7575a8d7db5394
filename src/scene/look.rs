//! How a status looks: filled, hatched, outlined, struck.

use super::draw::solid;
use super::{Color, Dash, Fill, Stroke, Theme};
use crate::layout::Stand;
use crate::model::{Kind, Status};

/// Hatching of what is planned.
const HATCH_GAP_PX: f32 = 6.0;
const HATCH_PX: f32 = 1.8;
/// How much of the ground is in the colour of a lapsed plan.
const LAPSED_SHARE: f32 = 0.5;

/// The look of an event's mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    pub(super) status: Status,
    /// The kind's colour, paler for what lies after the as-of day or has lapsed by then.
    pub(super) color: Color,
    /// It was due, and no report tells of it.
    pub(super) has_lapsed: bool,
    /// Behind outlines.
    pub(super) ground: Color,
}

impl Look {
    pub(super) fn new(kind: Kind, status: Status, stand: Stand, theme: &Theme) -> Self {
        let color = theme.kind(kind);
        Self {
            status,
            color: match stand {
                Stand::Plain => color,
                Stand::Later => color.mixed(theme.veil, theme.later),
                Stand::Lapsed => color.mixed(theme.ground, theme.set_back.min(LAPSED_SHARE)),
            },
            has_lapsed: stand == Stand::Lapsed,
            ground: theme.panel,
        }
    }

    /// The inside of a mark where it is certain.
    pub(super) fn fill(self) -> Fill {
        match self.status {
            Status::Happened | Status::Ongoing => Fill::Solid(self.color),
            Status::Planned => Fill::Hatch {
                line: self.color,
                ground: self.ground.mixed(self.color, 0.12),
                gap_px: HATCH_GAP_PX,
                width_px: HATCH_PX,
            },
            _ => Fill::Solid(self.ground),
        }
    }

    /// The outline of a mark where it is certain.
    pub(super) fn outline(self) -> Option<Stroke> {
        let (width_px, dash) = match self.status {
            Status::Happened | Status::Ongoing => return None,
            Status::Planned if self.has_lapsed => (1.4, Dash::Dashed),
            Status::Planned => (1.4, Dash::Solid),
            Status::Proposed => (1.6, Dash::Dashed),
            Status::Conditional => (1.8, Dash::Dotted),
            Status::Denied | Status::Cancelled => (1.5, Dash::Solid),
        };
        Some(Stroke {
            width_px,
            color: self.color,
            dash,
        })
    }

    /// How strongly the inside shows where the mark is not certain.
    pub(super) fn haze(self) -> f32 {
        match self.status {
            Status::Happened | Status::Ongoing => 1.0,
            Status::Planned => 0.25,
            _ => 0.14,
        }
    }

    /// Length and distance of the pieces that a fading edge is made of; none without edges.
    pub(super) fn edge_pieces(self) -> Option<(f32, f32)> {
        match self.status {
            Status::Happened | Status::Ongoing => None,
            Status::Planned | Status::Denied | Status::Cancelled => Some((6.0, 6.0)),
            Status::Proposed => Some((4.0, 7.0)),
            Status::Conditional => Some((1.5, 4.0)),
        }
    }

    /// Distance of the hatching's lines, if it is hatched.
    pub(super) fn hatch_gap_px(self) -> Option<f32> {
        (self.status == Status::Planned).then_some(HATCH_GAP_PX)
    }

    /// A line of the hatching where the mark is so sure.
    pub(super) fn hatch(self, sureness: f32) -> Stroke {
        solid(HATCH_PX, self.color.faded(sureness.sqrt()))
    }
}

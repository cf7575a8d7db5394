//! Where the reader has been on the timeline, to go back and forward as in a browser.

use super::{Command, View};
use crate::layout::{LaneBy, TimeWindow};

/// So many steps can be taken back.
const MAX_STEPS: usize = 100;

/// The views behind and ahead of the one that is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    behind: Vec<Place>,
    ahead: Vec<Place>,
    /// The present step is a movement, which further movements go on with.
    is_moving: bool,
    /// The present step has not changed the view yet; where it began is kept once it does.
    is_still: bool,
}

/// A view that can be returned to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    window: Option<TimeWindow>,
    scroll_px: f32,
    lanes: LaneBy,
}

/// What a command means for the way back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A new step.
    Jump,
    /// One step with the movements before it: what one hand does in one go is never told apart
    /// by a clock, only by what the reader does in between.
    Move,
    /// Part of the step before it.
    Follow,
    /// Ends a step.
    Other,
    /// Nothing that the reader did.
    None,
}

impl Step {
    /// What `command` means.
    pub(super) fn of(command: &Command) -> Self {
        match command {
            Command::SetWindow(_)
            | Command::ZoomToSelection
            | Command::SetLanes(_)
            | Command::SelectEvent(_)
            | Command::ToggleEvent(_)
            | Command::SelectThrough(_)
            | Command::SelectEvents(_)
            | Command::SelectAll
            | Command::ShowEvent(_) => Self::Jump,
            Command::MoveTo(_)
            | Command::ScrollTo(_)
            | Command::Zoom(_)
            | Command::StepEvent(_)
            | Command::StepInLane(_)
            | Command::StepLane(_) => Self::Move,
            Command::Reveal { .. } => Self::Follow,
            Command::Back
            | Command::Forward
            | Command::Loaded { .. }
            | Command::Extracted { .. }
            | Command::Progressed { .. }
            | Command::Woven { .. }
            | Command::Tick
            | Command::SetSettings(_)
            | Command::Exported(_)
            | Command::SetToday(_)
            | Command::Notice(_) => Self::None,
            _ => Self::Other,
        }
    }
}

impl Place {
    /// Where a view stands.
    pub(super) fn of(view: &View) -> Self {
        Self {
            window: view.window,
            scroll_px: view.scroll_px,
            lanes: view.lanes,
        }
    }

    fn show(self, view: &mut View) {
        view.window = self.window;
        view.scroll_px = self.scroll_px;
        view.lanes = self.lanes;
    }
}

impl History {
    /// Whether there is a view to go back to.
    pub fn can_go_back(&self) -> bool {
        !self.behind.is_empty()
    }

    /// Whether there is a view to go forward to.
    pub fn can_go_forward(&self) -> bool {
        !self.ahead.is_empty()
    }

    /// Takes note of a command that led from one place to another.
    pub(super) fn note(&mut self, step: Step, from: Place, to: Place) {
        match step {
            Step::None => return,
            Step::Other => return self.end(),
            Step::Jump => (self.is_moving, self.is_still) = (false, true),
            Step::Move if !self.is_moving => (self.is_moving, self.is_still) = (true, true),
            Step::Move | Step::Follow => (),
        }
        if from == to {
            return;
        }
        if self.is_still {
            self.behind.push(from);
            let n_over = self.behind.len().saturating_sub(MAX_STEPS);
            self.behind.drain(..n_over);
            self.is_still = false;
        }
        self.ahead.clear();
    }

    fn end(&mut self) {
        self.is_moving = false;
        self.is_still = false;
    }

    /// Shows the view before this one.
    pub(super) fn back(&mut self, view: &mut View) {
        go(&mut self.behind, &mut self.ahead, view);
        self.end();
    }

    /// Shows the view that was left by going back.
    pub(super) fn forward(&mut self, view: &mut View) {
        go(&mut self.ahead, &mut self.behind, view);
        self.end();
    }
}

/// A view that looks like the present one is passed over.
fn go(from: &mut Vec<Place>, to: &mut Vec<Place>, view: &mut View) {
    let here = Place::of(view);
    while let Some(place) = from.pop() {
        if place != here {
            place.show(view);
            to.push(here);
            return;
        }
    }
}

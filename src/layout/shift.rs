//! Moving lanes and marks up and down, for what is on its way to its place.

use super::{Chip, Item, Label, Lane, More, Rect};

impl Lane {
    /// Moves it down by so many pixels, with all that stands in it.
    pub fn shift(&mut self, by_px: f32) {
        down(&mut self.bounds, by_px);
        self.name.baseline += by_px;
        for item in &mut self.items {
            item.shift(by_px);
        }
        for chip in &mut self.chips {
            chip.shift(0.0, by_px);
        }
        for more in &mut self.more {
            more.shift(by_px);
        }
        if let Some(density) = &mut self.density {
            down(&mut density.bounds, by_px);
        }
    }
}

impl Item {
    /// Moves it down by so many pixels within its lane.
    pub fn shift(&mut self, by_px: f32) {
        self.y += by_px;
        down(&mut self.bounds, by_px);
        let labels: [Option<&mut Label>; 2] = [Some(&mut self.label), self.claims.as_mut()];
        for label in labels.into_iter().flatten() {
            label.baseline += by_px;
        }
        if let Some(ring) = &mut self.ring {
            down(ring, by_px);
        }
    }
}

impl Chip {
    /// Moves it by so many pixels.
    pub fn shift(&mut self, dx: f32, dy: f32) {
        self.bounds = self.bounds.shifted(dx, dy);
        self.label.x += dx;
        self.label.baseline += dy;
    }

    /// Moved by so many pixels.
    #[must_use]
    pub fn shifted(mut self, dx: f32, dy: f32) -> Self {
        self.shift(dx, dy);
        self
    }
}

impl More {
    /// Moves it down by so many pixels.
    pub(super) fn shift(&mut self, by_px: f32) {
        down(&mut self.bounds, by_px);
        self.label.baseline += by_px;
    }

    /// Moved down by so many pixels.
    #[must_use]
    pub(super) fn shifted(mut self, by_px: f32) -> Self {
        self.shift(by_px);
        self
    }
}

fn down(rect: &mut Rect, by_px: f32) {
    rect.y += by_px;
}

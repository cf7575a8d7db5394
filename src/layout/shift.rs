//! Moving lanes and marks up and down, for what is on its way to its place.

use super::{Item, Label, Lane, Rect};

impl Lane {
    /// Moves it down by so many pixels, with all that stands in it.
    pub fn shift(&mut self, by_px: f32) {
        down(&mut self.bounds, by_px);
        self.name.baseline += by_px;
        for item in &mut self.items {
            item.shift(by_px);
        }
        for chip in &mut self.chips {
            down(&mut chip.bounds, by_px);
            chip.label.baseline += by_px;
        }
        for more in &mut self.more {
            down(&mut more.bounds, by_px);
            more.label.baseline += by_px;
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

fn down(rect: &mut Rect, by_px: f32) {
    rect.y += by_px;
}

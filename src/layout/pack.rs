//! Packing marks with their labels into the rows of a lane so that nothing overlaps.

use std::ops::Range;

use super::held::HeldPlace;
use super::label::shorten;
use super::request::{GAP_PX, LABEL_GAP_PX, LABEL_PX};
use super::{Measure, Side, Weight};

/// Places of one thing in two pictures differ by less for rounding alone.
const ROUNDING_PX: f32 = 0.01;
/// A shortened label is worth showing from this width on.
const MIN_LABEL_PX: f32 = 112.0;
/// The same for a label that was longer, so that its mark need not move.
const MIN_HELD_PX: f32 = 40.0;

/// What is to be packed: a mark's extent and the words that go with it.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// From the count of origins to the mark's right edge.
    pub(super) left: f32,
    pub(super) right: f32,
    /// The filled part that can carry words, if any.
    pub(super) core: Option<(f32, f32)>,
    /// For a bar that leaves no room beside it: where words can stand on it.
    pub(super) plate_x: Option<f32>,
    pub(super) words: String,
    pub(super) words_px: f32,
    /// Width of the note number after the words.
    pub(super) number_px: f32,
    /// The side to try first.
    pub(super) prefers_left: bool,
}

/// Where a block came to stand.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) row: usize,
    pub(super) side: Side,
    pub(super) x: f32,
    pub(super) words: String,
    pub(super) words_px: f32,
    /// All that it takes up in its row.
    pub(super) extent: (f32, f32),
}

/// The rows of one lane: what is taken in each.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    /// Sorted and disjoint.
    taken: Vec<Vec<(f32, f32)>>,
    left: f32,
    right: f32,
}

impl Rows {
    /// Empty rows between two edges.
    pub(super) fn new(left: f32, right: f32) -> Self {
        Self {
            taken: Vec::new(),
            left,
            right,
        }
    }

    /// How many rows hold something.
    pub(super) fn len(&self) -> usize {
        self.taken.len()
    }

    /// The free stretch of `row` around `left..right`, if that is free.
    pub(super) fn gap(&self, row: usize, left: f32, right: f32) -> Option<(f32, f32)> {
        let Some(taken) = self.taken.get(row) else {
            return Some((self.left, self.right));
        };
        let next = taken.partition_point(|(from, _)| *from < left);
        let before = next.checked_sub(1).and_then(|at| taken.get(at));
        let from = before.map_or(self.left, |taken| taken.1 + GAP_PX);
        let to = taken.get(next).map_or(self.right, |taken| taken.0 - GAP_PX);
        let is_at_edge = before.is_none() && next == 0;
        let (left, right) = (left + ROUNDING_PX, right - ROUNDING_PX);
        ((from <= left || is_at_edge) && (right <= to || taken.get(next).is_none()))
            .then_some((from, to))
    }

    /// Whether one of the first rows is free for so many pixels around `x`.
    pub(super) fn has_room(&self, x: f32, least_px: f32, max_rows: usize) -> bool {
        let rooms = (0..max_rows).filter_map(|row| self.gap(row, x, x));
        rooms.into_iter().any(|(from, to)| least_px <= to - from)
    }

    /// Marks a stretch as taken.
    pub(super) fn take(&mut self, row: usize, extent: (f32, f32)) {
        while self.taken.len() <= row {
            self.taken.push(Vec::new());
        }
        if let Some(taken) = self.taken.get_mut(row) {
            let at = taken.partition_point(|(from, _)| *from < extent.0);
            taken.insert(at, extent);
        }
    }

    /// Gives back a stretch that was taken.
    pub(super) fn free(&mut self, row: usize, extent: (f32, f32)) {
        if let Some(taken) = self.taken.get_mut(row) {
            taken.retain(|one| *one != extent);
        }
    }

    /// Finds a place in the first of some rows that has one, and takes it.
    pub(super) fn place(
        &mut self,
        block: &Block,
        rows: Range<usize>,
        measure: &dyn Measure,
    ) -> Option<Place> {
        let place = rows.clone().find_map(|row| {
            let gap = self.gap(row, block.left, block.right)?;
            let beside = block.beside(gap);
            let (side, x) = beside?;
            Some(block.at(row, side, x, block.words.clone(), block.words_px))
        });
        let place =
            place.or_else(|| self.place_shortened(block, (rows, MIN_LABEL_PX), measure))?;
        self.take(place.row, place.extent);
        Some(place)
    }

    /// Takes a place in the row where a block stood already, with as few words as it must be.
    pub(super) fn squeeze(
        &mut self,
        block: &Block,
        row: usize,
        measure: &dyn Measure,
    ) -> Option<Place> {
        let place = self.place_shortened(block, (row..row + 1, MIN_HELD_PX), measure)?;
        self.take(place.row, place.extent);
        Some(place)
    }

    /// Takes the same row with the same label on the same side as before, if that is free.
    pub(super) fn stay(
        &mut self,
        block: &Block,
        held: &HeldPlace,
        measure: &dyn Measure,
    ) -> Option<Place> {
        let gap = self.gap(held.row, block.left, block.right)?;
        let place = match held.side {
            Side::Left | Side::Right => {
                if !block.has_words(&held.words)
                    || block.prefers_left && held.side == Side::Right
                {
                    return None;
                }
                let px = measure.width_px(&held.words, LABEL_PX, Weight::Semibold);
                let x = block.x_beside(held.side, px);
                let place = block.at(held.row, held.side, x, held.words.clone(), px);
                let (left, right) = place.extent;
                let is_free = match held.side {
                    Side::Left => gap.0 <= left + ROUNDING_PX,
                    _ => right - ROUNDING_PX <= gap.1,
                };
                is_free.then_some(place)?
            }
            Side::Inside | Side::Plate => {
                let (side, x) = block.beside(gap)?;
                block.at(held.row, side, x, block.words.clone(), block.words_px)
            }
        };
        self.take(place.row, place.extent);
        Some(place)
    }

    /// A place in the same row with more words than `place` has, itself not taken; none if there
    /// is no room for them.
    pub(super) fn longer(
        &self,
        block: &Block,
        place: &Place,
        measure: &dyn Measure,
    ) -> Option<Place> {
        let gap = self.gap(place.row, block.left, block.right)?;
        if let Some((side, x)) = block.beside(gap) {
            let words = block.words.clone();
            return Some(block.at(place.row, side, x, words, block.words_px));
        }
        let (side, room) = block.room(gap);
        let words = shorten(&block.words, room, LABEL_PX, Weight::Semibold, measure)?;
        let px = measure.width_px(&words, LABEL_PX, Weight::Semibold);
        let x = block.x_beside(side, px);
        (place.words_px < px).then(|| block.at(place.row, side, x, words, px))
    }

    /// The same with fewer words, where that gives the most room.
    fn place_shortened(
        &self,
        block: &Block,
        (rows, least_px): (Range<usize>, f32),
        measure: &dyn Measure,
    ) -> Option<Place> {
        let rooms = rows.filter_map(|row| {
            let gap = self.gap(row, block.left, block.right)?;
            let (side, px) = block.room(gap);
            (px >= least_px).then_some((row, side, px))
        });
        let (row, side, room) = rooms.max_by(|a, b| a.2.total_cmp(&b.2).then(b.0.cmp(&a.0)))?;
        let words = shorten(&block.words, room, LABEL_PX, Weight::Semibold, measure)?;
        let px = measure.width_px(&words, LABEL_PX, Weight::Semibold);
        let x = block.x_beside(side, px);
        Some(block.at(row, side, x, words, px))
    }
}

impl Block {
    /// Side and left edge of the whole label within a free stretch.
    fn beside(&self, gap: (f32, f32)) -> Option<(Side, f32)> {
        let px = self.words_px + self.number_px;
        if let Some((from, to)) = self.core
            && px + 2.0 * GAP_PX <= to - from
        {
            return Some((Side::Inside, from + GAP_PX));
        }
        if let Some(x) = self.plate_x {
            return Some((Side::Plate, x));
        }
        let right = self.x_beside(Side::Right, self.words_px);
        let left = self.x_beside(Side::Left, self.words_px);
        let fits_right = (right + px <= gap.1).then_some((Side::Right, right));
        let fits_left = (gap.0 <= left).then_some((Side::Left, left));
        if self.prefers_left {
            fits_left.or(fits_right)
        } else {
            fits_right.or(fits_left)
        }
    }

    /// Left edge of words of a width on a side of the mark.
    fn x_beside(&self, side: Side, words_px: f32) -> f32 {
        match side {
            Side::Left => self.left - LABEL_GAP_PX - words_px - self.number_px,
            _ => self.right + LABEL_GAP_PX,
        }
    }

    /// Whether some words are its own, shortened or not.
    fn has_words(&self, words: &str) -> bool {
        let start = words.strip_suffix('…');
        words == self.words || start.is_some_and(|start| self.words.starts_with(start))
    }

    /// The side with more room for words, and how much.
    pub(super) fn room(&self, gap: (f32, f32)) -> (Side, f32) {
        let right = gap.1 - self.right - LABEL_GAP_PX - self.number_px;
        let left = self.left - gap.0 - LABEL_GAP_PX - self.number_px;
        if right < left {
            (Side::Left, left)
        } else {
            (Side::Right, right)
        }
    }

    fn at(&self, row: usize, side: Side, x: f32, words: String, words_px: f32) -> Place {
        let end = x + words_px + self.number_px;
        Place {
            row,
            side,
            x,
            words,
            words_px,
            extent: (self.left.min(x), self.right.max(end)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_what_is_free() {
        let mut rows = Rows::new(0.0, 500.0);
        rows.take(0, (100.0, 200.0));
        rows.take(0, (300.0, 350.0));
        for (row, (left, right), expected) in [
            (0, (0.0, 50.0), Some((0.0, 88.0))),
            (0, (0.0, 95.0), None),
            (0, (212.0, 280.0), Some((212.0, 288.0))),
            (0, (120.0, 130.0), None),
            (0, (205.0, 230.0), None),
            (0, (400.0, 420.0), Some((362.0, 500.0))),
            (1, (120.0, 130.0), Some((0.0, 500.0))),
        ] {
            assert_eq!(rows.gap(row, left, right), expected, "{row} {left} {right}");
        }
    }
}

//! Products of matrices in whole numbers: their sums are the same in whatever order the vector unit of a
//! machine makes them, and so are the answers.
#![expect(
    clippy::inline_always,
    reason = "else it is not compiled for the vector unit"
)]

use std::sync::LazyLock;

use pulp::{Arch, NullaryFnOnce};

#[cfg(target_arch = "x86_64")]
use super::tiles::Wide;
use super::tiles::{COLS, Left, Pair, Plain, ROWS, Tile};

/// Numbers on the left are rounded to so many steps up and down.
const LEFT_STEPS: f32 = 2047.0;
/// Numbers on the right likewise, but for so many rows that the sums would be too large.
const RIGHT_STEPS: f32 = 4095.0;
/// Where floats have no fractions: adding this rounds.
const ROUNDING: f32 = 12_582_912.0;

/// Runs `work` compiled for the vector unit of this machine, if it is a known one. Only what is inlined
/// into its `call` gains.
pub fn fast<W: NullaryFnOnce>(work: W) -> W::Output {
    static ARCH: LazyLock<Arch> = LazyLock::new(Arch::new);
    ARCH.dispatch(work)
}

/// The matrix on the right of products, rounded and cut into strips of 16 columns.
#[derive(Clone, Debug, Default)]
pub struct Strips {
    pairs: Vec<Pair>,
    /// The size of a step in each column.
    steps: Vec<f32>,
    inner: usize,
}

impl Strips {
    /// Of a matrix with rows of `cols` numbers, a multiple of 16.
    pub fn new(matrix: &[f32], cols: usize) -> Self {
        let inner = matrix.len() / cols.max(1);
        Self::by(inner, cols, |row, col| {
            matrix.get(row * cols + col).copied().unwrap_or_default()
        })
    }

    fn by(inner: usize, cols: usize, at: impl Fn(usize, usize) -> f32) -> Self {
        let most = RIGHT_STEPS.min(i32::MAX as f32 / LEFT_STEPS / inner.max(1) as f32 - 1.0);
        let step = |col: usize| {
            let highest = (0..inner).fold(0.0_f32, |high, row| high.max(at(row, col).abs()));
            highest.max(f32::MIN_POSITIVE) / most
        };
        let steps: Vec<f32> = (0..cols).map(step).collect();
        let or_zero = &|row: usize, col: usize| if row < inner { at(row, col) } else { 0.0 };
        let strips = steps.chunks_exact(COLS).enumerate();
        let pairs = strips.flat_map(|(strip, steps)| {
            let pair = move |row: usize| {
                pair(steps, |n| {
                    let col = strip * COLS + n;
                    [or_zero(row, col), or_zero(row + 1, col)]
                })
            };
            (0..inner).step_by(2).map(pair)
        });
        let pairs = pairs.collect();
        Self {
            pairs,
            steps,
            inner,
        }
    }

    /// Number of rows of the matrix.
    pub fn inner(&self) -> usize {
        self.inner
    }

    /// Number of its columns.
    pub fn cols(&self) -> usize {
        self.steps.len()
    }

    /// `c += a · matrix`, all row by row.
    pub fn multiply_add(&self, a: &Rows, c: &mut [f32]) {
        #[cfg(target_arch = "x86_64")]
        if let Some(simd) = pulp::x86::V3::try_new() {
            let tile = Wide(simd);
            return simd.vectorize(Product {
                strips: self,
                a,
                c,
                tile,
            });
        }
        fast(Product {
            strips: self,
            a,
            c,
            tile: Plain,
        });
    }
}

/// Rows on the left of products, rounded; made once for all matrices that they meet.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// Row by row; rows of zeros fill the last block.
    pairs: Vec<Left>,
    /// The size of a step in each row.
    steps: Vec<f32>,
    n_pairs: usize,
}

impl Rows {
    /// Of rows with `inner` numbers each.
    pub fn new(rows: &[f32], inner: usize) -> Self {
        let inner = inner.max(1);
        let n_rows = (rows.len() / inner).next_multiple_of(ROWS);
        let n_pairs = inner.div_ceil(2);
        let mut packed = Self {
            pairs: vec![[0; 2]; n_rows * n_pairs],
            steps: vec![0.0; n_rows],
            n_pairs,
        };
        fast(Packing {
            rows,
            inner,
            packed: &mut packed,
        });
        packed
    }

    /// Some of them, by their numbers.
    #[must_use]
    pub fn some(&self, numbers: &[usize]) -> Self {
        let n_rows = numbers.len().next_multiple_of(ROWS);
        let mut some = Self {
            pairs: Vec::with_capacity(n_rows * self.n_pairs),
            steps: Vec::with_capacity(n_rows),
            n_pairs: self.n_pairs,
        };
        for at in numbers {
            let pairs = self.pairs.get(at * self.n_pairs..(at + 1) * self.n_pairs);
            some.pairs.extend_from_slice(pairs.unwrap_or_default());
            some.steps.extend(self.steps.get(*at));
        }
        some.pairs.resize(n_rows * self.n_pairs, [0; 2]);
        some.steps.resize(n_rows, 0.0);
        some
    }
}

struct Packing<'a> {
    rows: &'a [f32],
    inner: usize,
    packed: &'a mut Rows,
}

impl NullaryFnOnce for Packing<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let packed = self.packed.pairs.chunks_exact_mut(self.packed.n_pairs);
        let rows = self.rows.chunks_exact(self.inner).zip(packed);
        for ((row, packed), step) in rows.zip(&mut self.packed.steps) {
            *step = highest(row).max(f32::MIN_POSITIVE) / LEFT_STEPS;
            let scale = 1.0 / *step;
            for (slot, value) in packed.as_flattened_mut().iter_mut().zip(row) {
                *slot = rounded(value * scale) as i16;
            }
        }
    }
}

/// The numbers `of` each column, rounded to its steps.
fn pair(steps: &[f32], of: impl Fn(usize) -> [f32; 2]) -> Pair {
    let mut pair = [[0; COLS]; 2];
    let slots = pair.as_flattened_mut().as_chunks_mut::<2>().0;
    for ((n, slot), step) in slots.iter_mut().enumerate().zip(steps) {
        *slot = of(n).map(|value| rounded(value / step) as i16);
    }
    pair
}

struct Product<'a, T> {
    strips: &'a Strips,
    a: &'a Rows,
    c: &'a mut [f32],
    tile: T,
}

impl<T: Tile> NullaryFnOnce for Product<'_, T> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let (n_pairs, cols) = (self.a.n_pairs.max(1), self.strips.cols().max(1));
        // Strip by strip, for a strip fits in the nearest memory and all rows need it.
        let strips = self.strips.pairs.chunks_exact(n_pairs);
        let parts = self.strips.steps.as_chunks::<COLS>().0;
        for (n, (strip, col_steps)) in strips.zip(parts).enumerate() {
            let blocks = self.a.pairs.chunks_exact(ROWS * n_pairs);
            let steps = self.a.steps.as_chunks::<ROWS>().0;
            let outputs = self.c.chunks_mut(ROWS * cols);
            for ((block, steps), c) in blocks.zip(steps).zip(outputs) {
                let row = |at: usize| block.get(at * n_pairs..(at + 1) * n_pairs);
                let rows = std::array::from_fn(|at| row(at).unwrap_or_default());
                let sums = self.tile.sums(rows, strip);
                let parts = c
                    .chunks_exact_mut(cols)
                    .filter_map(|row| row.get_mut(n * COLS..)?.first_chunk_mut());
                for ((to, sums), step) in parts.zip(sums).zip(steps) {
                    self.tile.add(sums, *step, col_steps, to);
                }
            }
        }
    }
}

/// The highest of all numbers, signs aside.
#[inline(always)]
fn highest(row: &[f32]) -> f32 {
    let mut most = [0.0_f32; 8];
    let (eights, rest) = row.as_chunks::<8>();
    for eight in eights {
        for (most, value) in most.iter_mut().zip(eight) {
            let value = value.abs();
            *most = if value > *most { value } else { *most };
        }
    }
    rest.iter()
        .chain(&most)
        .fold(0.0, |high, value| high.max(value.abs()))
}

/// The nearest whole number; of those up to 2^22.
#[inline(always)]
fn rounded(value: f32) -> i32 {
    (value + ROUNDING)
        .to_bits()
        .wrapping_sub(ROUNDING.to_bits())
        .cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_right_for_whole_and_broken_tiles() {
        for (inner, cols) in [(3, 32), (160, 16), (64, 48)] {
            for n_rows in [0, 1, 3, 4, 5, 9] {
                let a: Vec<f32> = (0..n_rows * inner).map(|i| (i % 7) as f32 - 3.0).collect();
                let b: Vec<f32> = (0..inner * cols).map(|i| (i % 5) as f32).collect();
                let mut c = vec![1.0; n_rows * cols];
                let strips = Strips::new(&b, cols);
                strips.multiply_add(&Rows::new(&a, inner), &mut c);
                for (i, value) in c.iter().enumerate() {
                    let (row, col) = (i / cols, i % cols);
                    let product = |k: usize| a[row * inner + k] * b[k * cols + col];
                    let sum: f32 = (0..inner).map(product).sum();
                    let size: f32 = (0..inner).map(|k| product(k).abs()).sum();
                    let off = (value - sum - 1.0).abs();
                    assert!(off <= 1e-3 * size, "{n_rows} rows, at {row} {col}: {off}");
                }
            }
        }
    }

    #[test]
    fn some_rows_are_those_asked_for() {
        let numbers: Vec<f32> = (0..9 * 6).map(|i| (i % 11) as f32 - 5.0).collect();
        let rows = Rows::new(&numbers, 6);
        let some = rows.some(&[1, 4, 5, 6, 8]);
        for (at, row) in [1, 4, 5, 6, 8].into_iter().enumerate() {
            assert_eq!(
                some.pairs[at * 3..at * 3 + 3],
                rows.pairs[row * 3..row * 3 + 3]
            );
            assert_eq!(some.steps[at].to_bits(), rows.steps[row].to_bits());
        }
        assert_eq!(some.steps.len(), 8);
    }

    #[test]
    fn every_machine_makes_the_same_sums() {
        let a: Vec<f32> = (0..9 * 37).map(|i| (i * 31 % 101) as f32 - 50.0).collect();
        let b: Vec<f32> = (0..37 * 32).map(|i| (i * 17 % 89) as f32 - 44.0).collect();
        let strips = Strips::new(&b, 32);
        let a = Rows::new(&a, 37);
        let (mut here, mut plain) = (vec![0.5; 9 * 32], vec![0.5; 9 * 32]);
        strips.multiply_add(&a, &mut here);
        Product {
            strips: &strips,
            a: &a,
            c: &mut plain,
            tile: Plain,
        }
        .call();
        let bits = |values: &[f32]| values.iter().map(|v| v.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&here), bits(&plain));
    }
}

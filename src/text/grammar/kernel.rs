//! Products of matrices in whole numbers: their sums are the same in whatever order the vector unit of a
//! machine makes them, and so are the answers.

use std::sync::LazyLock;

use pulp::{Arch, NullaryFnOnce};

/// Rows that are worked on together: as many sums as the registers of a processor hold.
const ROWS: usize = 4;
/// Columns that are worked on together; a matrix has a multiple of so many.
pub const COLS: usize = 16;
/// Numbers on the left are rounded to so many steps up and down.
const LEFT_STEPS: f32 = 2047.0;
/// Numbers on the right likewise, but for so many rows that the sums would be too large.
const RIGHT_STEPS: f32 = 4095.0;
/// Where floats have no fractions: adding this rounds.
const ROUNDING: f32 = 12_582_912.0;

/// Two rows of a strip: of each column both numbers, side by side; eight columns in each half.
type Pair = [[i16; COLS]; 2];
/// Two columns of some rows on the left, both numbers of a row in one.
type Left = [i32; ROWS];
type Sums = [[i32; COLS]; ROWS];

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

    /// Of a matrix given column by column, each of `inner` numbers; columns of zeros make a multiple
    /// of 16 of them.
    pub fn of_columns(columns: &[f32], inner: usize) -> Self {
        let cols = (columns.len() / inner.max(1)).next_multiple_of(COLS);
        Self::by(inner, cols, |row, col| {
            columns.get(col * inner + row).copied().unwrap_or_default()
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
    pub fn multiply_add(&self, a: &[f32], c: &mut [f32]) {
        #[cfg(target_arch = "x86_64")]
        if let Some(simd) = pulp::x86::V3::try_new() {
            let tile = wide::Tile(simd);
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

/// The numbers `of` each column, rounded to its steps.
fn pair(steps: &[f32], of: impl Fn(usize) -> [f32; 2]) -> Pair {
    let mut pair = [[0; COLS]; 2];
    let slots = pair.as_flattened_mut().as_chunks_mut::<2>().0;
    for ((n, slot), step) in slots.iter_mut().enumerate().zip(steps) {
        *slot = of(n).map(|value| rounded(value / step) as i16);
    }
    pair
}

/// Sums up the products of some rows with a strip.
trait Tile: Copy {
    fn sums(self, rows: &[Left], strip: &[Pair]) -> Sums;
}

struct Product<'a, T> {
    strips: &'a Strips,
    a: &'a [f32],
    c: &'a mut [f32],
    tile: T,
}

impl<T: Tile> NullaryFnOnce for Product<'_, T> {
    type Output = ();

    #[expect(
        clippy::inline_always,
        reason = "else it is not compiled for the vector unit"
    )]
    #[inline(always)]
    fn call(self) {
        let (inner, cols) = (self.strips.inner.max(1), self.strips.cols().max(1));
        let n_pairs = inner.div_ceil(2);
        let blocks = self.a.chunks(ROWS * inner);
        let mut rows = vec![[0; ROWS]; n_pairs * blocks.len()];
        let mut steps = vec![[0.0; ROWS]; blocks.len()];
        for ((a, rows), steps) in blocks.zip(rows.chunks_exact_mut(n_pairs)).zip(&mut steps) {
            for (at, (row, step)) in a.chunks_exact(inner).zip(steps).enumerate() {
                *step = pack(row, at, rows);
            }
        }
        // Strip by strip, for a strip fits in the nearest memory and all rows need it.
        let strips = self.strips.pairs.chunks_exact(n_pairs);
        let parts = self.strips.steps.as_chunks::<COLS>().0;
        for (n, (strip, col_steps)) in strips.zip(parts).enumerate() {
            let blocks = rows.chunks_exact(n_pairs).zip(&steps);
            for ((rows, steps), c) in blocks.zip(self.c.chunks_mut(ROWS * cols)) {
                let sums = self.tile.sums(rows, strip);
                add_sums(c, cols, n * COLS, &sums, steps, col_steps);
            }
        }
    }
}

/// Rounds a row of numbers into the place `at` of `rows`; answers the size of a step.
#[expect(
    clippy::inline_always,
    reason = "else it is not compiled for the vector unit"
)]
#[inline(always)]
fn pack(row: &[f32], at: usize, rows: &mut [Left]) -> f32 {
    let step = highest(row).max(f32::MIN_POSITIVE) / LEFT_STEPS;
    let scale = 1.0 / step;
    let (pairs, rest) = row.as_chunks::<2>();
    let last = rest.first().map(|value| [*value, 0.0]);
    for (rows, [first, second]) in rows.iter_mut().zip(pairs.iter().copied().chain(last)) {
        let (low, high) = (rounded(first * scale), rounded(second * scale));
        if let Some(slot) = rows.get_mut(at) {
            *slot = (low & 0xFFFF) | (high << 16);
        }
    }
    step
}

/// The highest of all numbers, signs aside.
#[expect(
    clippy::inline_always,
    reason = "else it is not compiled for the vector unit"
)]
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
#[expect(
    clippy::inline_always,
    reason = "else it is not compiled for the vector unit"
)]
#[inline(always)]
fn rounded(value: f32) -> i32 {
    (value + ROUNDING)
        .to_bits()
        .wrapping_sub(ROUNDING.to_bits())
        .cast_signed()
}

/// Adds the sums, in steps, to the rows of `c` from column `start` on.
#[expect(
    clippy::inline_always,
    reason = "else it is not compiled for the vector unit"
)]
#[inline(always)]
fn add_sums(
    c: &mut [f32],
    cols: usize,
    start: usize,
    sums: &Sums,
    steps: &[f32; ROWS],
    col_steps: &[f32; COLS],
) {
    for (row, (sums, step)) in c.chunks_exact_mut(cols).zip(sums.iter().zip(steps)) {
        let Some(part) = row
            .get_mut(start..)
            .and_then(|part| part.first_chunk_mut::<COLS>())
        else {
            continue;
        };
        for ((value, sum), col_step) in part.iter_mut().zip(sums).zip(col_steps) {
            *value += *sum as f32 * (step * col_step);
        }
    }
}

/// Without a vector unit that is known.
#[derive(Clone, Copy)]
struct Plain;

impl Tile for Plain {
    #[expect(
        clippy::inline_always,
        reason = "else it is not compiled for the vector unit"
    )]
    #[inline(always)]
    fn sums(self, rows: &[Left], strip: &[Pair]) -> Sums {
        let mut sums = [[0; COLS]; ROWS];
        for (left, pair) in rows.iter().zip(strip) {
            let right = pair.as_flattened().as_chunks::<2>().0;
            for (sums, left) in sums.iter_mut().zip(left) {
                let (low, high) = (i32::from(*left as i16), left >> 16);
                for (sum, [first, second]) in sums.iter_mut().zip(right) {
                    *sum += low * i32::from(*first) + high * i32::from(*second);
                }
            }
        }
        sums
    }
}

/// With vectors of 256 bits.
#[cfg(target_arch = "x86_64")]
mod wide {
    use std::arch::x86_64::__m256i;

    use pulp::x86::V3;

    use super::{Left, Pair, Sums};

    #[derive(Clone, Copy)]
    pub(super) struct Tile(pub(super) V3);

    impl super::Tile for Tile {
        #[expect(
            clippy::inline_always,
            reason = "else it is not compiled for the vector unit"
        )]
        #[inline(always)]
        fn sums(self, rows: &[Left], strip: &[Pair]) -> Sums {
            let zero = self.0.avx._mm256_set1_epi32(0);
            let [mut a, mut b] = [[zero; 2]; 2];
            let [mut c, mut d] = [[zero; 2]; 2];
            for (left, pair) in rows.iter().zip(strip) {
                let [first, second] = *pair;
                let right = [pulp::cast(first), pulp::cast(second)];
                self.add(&mut a, left[0], right);
                self.add(&mut b, left[1], right);
                self.add(&mut c, left[2], right);
                self.add(&mut d, left[3], right);
            }
            pulp::cast([a, b, c, d])
        }
    }

    impl Tile {
        #[expect(
            clippy::inline_always,
            reason = "else it is not compiled for the vector unit"
        )]
        #[inline(always)]
        fn add(self, sums: &mut [__m256i; 2], left: i32, right: [__m256i; 2]) {
            let (avx, avx2) = (self.0.avx, self.0.avx2);
            let left = avx._mm256_set1_epi32(left);
            sums[0] = avx2._mm256_add_epi32(sums[0], avx2._mm256_madd_epi16(left, right[0]));
            sums[1] = avx2._mm256_add_epi32(sums[1], avx2._mm256_madd_epi16(left, right[1]));
        }
    }
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
                strips.multiply_add(&a, &mut c);
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
    fn every_machine_makes_the_same_sums() {
        let a: Vec<f32> = (0..9 * 37).map(|i| (i * 31 % 101) as f32 - 50.0).collect();
        let b: Vec<f32> = (0..37 * 32).map(|i| (i * 17 % 89) as f32 - 44.0).collect();
        let strips = Strips::new(&b, 32);
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

    #[test]
    fn columns_can_be_given_one_by_one() {
        let columns = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        let strips = Strips::of_columns(&columns, 3);
        assert_eq!((strips.inner(), strips.cols()), (3, 16));
        let mut c = vec![0.0; 16];
        strips.multiply_add(&[1.0, 0.0, -1.0], &mut c);
        assert!(
            (c[0] + 2.0).abs() < 0.01 && (c[1] + 2.0).abs() < 0.01,
            "{c:?}"
        );
        assert!(c[2].abs() < 1e-6);
    }
}

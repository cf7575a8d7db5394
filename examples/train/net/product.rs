//! Products of matrices in fractions, for training: plain loops that the compiler turns into vector code.
//! The order of all sums is fixed, so every machine gives the same bits.

use dateline::text::grammar::kernel::fast;
use pulp::NullaryFnOnce;

/// Rows and columns of a tile: as many sums as the registers of a processor hold.
const ROWS: usize = 6;
/// A matrix has a multiple of so many columns.
const COLS: usize = 16;

/// A matrix cut into strips of 16 columns, each lying side by side in memory.
#[derive(Clone, Debug, Default)]
struct Strips {
    strips: Vec<[f32; COLS]>,
    inner: usize,
}

impl Strips {
    /// Cuts `matrix` with rows of `cols` numbers, a multiple of 16.
    fn new(matrix: &[f32], cols: usize) -> Self {
        let cut = |start: usize| {
            let part = move |row: &[f32]| Some(*row.get(start..)?.first_chunk()?);
            matrix.chunks_exact(cols.max(1)).filter_map(part)
        };
        Self {
            strips: (0..cols).step_by(COLS).flat_map(cut).collect(),
            inner: matrix.len() / cols.max(1),
        }
    }

    /// `c += a · matrix`, all row by row.
    fn multiply_add(&self, a: &[f32], c: &mut [f32]) {
        fast(Product { strips: self, a, c });
    }
}

struct Product<'a> {
    strips: &'a Strips,
    a: &'a [f32],
    c: &'a mut [f32],
}

impl NullaryFnOnce for Product<'_> {
    type Output = ();

    #[expect(
        clippy::inline_always,
        reason = "else it is not compiled for the vector unit"
    )]
    #[inline(always)]
    fn call(self) {
        let inner = self.strips.inner.max(1);
        let cols = self.strips.strips.len() / inner * COLS;
        if cols == 0 {
            return;
        }
        let zeros = vec![0.0; inner];
        let c_blocks = self.c.chunks_mut(ROWS * cols);
        for (a_block, c_block) in self.a.chunks(ROWS * inner).zip(c_blocks) {
            let mut rows = [zeros.as_slice(); ROWS];
            for (row, part) in rows.iter_mut().zip(a_block.chunks_exact(inner)) {
                *row = part;
            }
            for (n, strip) in self.strips.strips.chunks_exact(inner).enumerate() {
                add_tile(&tile(rows, strip), c_block, cols, n * COLS);
            }
        }
    }
}

/// Adds a tile to the rows of `block` from column `start` on.
#[inline]
fn add_tile(tile: &[[f32; COLS]; ROWS], block: &mut [f32], cols: usize, start: usize) {
    for (row, sums) in block.chunks_exact_mut(cols).zip(tile) {
        let part = row.get_mut(start..start + COLS).unwrap_or_default();
        for (value, sum) in part.iter_mut().zip(sums) {
            *value += sum;
        }
    }
}

/// `c += a · b`, all row by row: `a` has rows of `inner` numbers, `b` and `c` rows of `cols`, a multiple
/// of 16.
pub(crate) fn multiply_add(a: &[f32], b: &[f32], c: &mut [f32], inner: usize, cols: usize) {
    debug_assert_eq!(b.len(), inner * cols);
    Strips::new(b, cols).multiply_add(a, c);
}

/// A tile of 6 rows and 16 columns, held in registers.
#[expect(
    clippy::inline_always,
    reason = "else it is not compiled for the vector unit"
)]
#[inline(always)]
fn tile(rows: [&[f32]; ROWS], strip: &[[f32; COLS]]) -> [[f32; COLS]; ROWS] {
    let mut sums = [[0.0; COLS]; ROWS];
    // By number, for nested `zip`s are calls here.
    for (at, b) in strip.iter().enumerate() {
        for (sums, row) in sums.iter_mut().zip(rows) {
            let x = row.get(at).copied().unwrap_or_default();
            for (sum, b) in sums.iter_mut().zip(b) {
                *sum += x * b;
            }
        }
    }
    sums
}

//! The innermost sums of products of matrices, for the vector units that are known.
#![expect(
    clippy::inline_always,
    reason = "else it is not compiled for the vector unit"
)]

#[cfg(target_arch = "x86_64")]
pub(super) use wide::Wide;

/// Rows that are worked on together: as many sums as the registers of a processor hold.
pub(super) const ROWS: usize = 4;
/// Columns that are worked on together; a matrix has a multiple of so many.
pub(super) const COLS: usize = 16;

/// Two rows of a strip: of each column both numbers, side by side; eight columns in each half.
pub(super) type Pair = [[i16; COLS]; 2];
/// Two neighbours in a row on the left.
pub(super) type Left = [i16; 2];

/// Sums up the products of some rows with a strip.
pub(super) trait Tile: Copy {
    /// The sums of one row.
    type Sums: Copy;

    fn sums(self, rows: [&[Left]; ROWS], strip: &[Pair]) -> [Self::Sums; ROWS];

    /// Adds the sums of a row, in steps, to the numbers of its columns.
    fn add(
        self,
        sums: Self::Sums,
        row_step: f32,
        col_steps: &[f32; COLS],
        to: &mut [f32; COLS],
    );
}

/// Without a vector unit that is known.
#[derive(Clone, Copy)]
pub(super) struct Plain;

impl Tile for Plain {
    type Sums = [i32; COLS];

    #[inline(always)]
    fn sums(self, rows: [&[Left]; ROWS], strip: &[Pair]) -> [Self::Sums; ROWS] {
        rows.map(|row| {
            let mut sums = [0; COLS];
            for ([low, high], pair) in row.iter().zip(strip) {
                let right = pair.as_flattened().as_chunks::<2>().0;
                for (sum, [first, second]) in sums.iter_mut().zip(right) {
                    *sum += i32::from(*low) * i32::from(*first);
                    *sum += i32::from(*high) * i32::from(*second);
                }
            }
            sums
        })
    }

    #[inline(always)]
    fn add(
        self,
        sums: Self::Sums,
        row_step: f32,
        col_steps: &[f32; COLS],
        to: &mut [f32; COLS],
    ) {
        for ((value, sum), col_step) in to.iter_mut().zip(sums).zip(col_steps) {
            *value += sum as f32 * (row_step * col_step);
        }
    }
}

/// With vectors of 256 bits.
#[cfg(target_arch = "x86_64")]
mod wide {
    use std::arch::x86_64::__m256i;

    use pulp::x86::V3;

    use super::{COLS, Left, Pair, ROWS};

    #[derive(Clone, Copy)]
    pub(in crate::text::grammar) struct Wide(pub(in crate::text::grammar) V3);

    impl super::Tile for Wide {
        type Sums = [__m256i; 2];

        #[inline(always)]
        fn sums(self, rows: [&[Left]; ROWS], strip: &[Pair]) -> [Self::Sums; ROWS] {
            let zero = self.0.avx._mm256_set1_epi32(0);
            let mut sums = [[zero; 2]; ROWS];
            let [a, b, c, d] = rows;
            let lefts = a.iter().zip(b).zip(c.iter().zip(d));
            for (((a, b), (c, d)), pair) in lefts.zip(strip) {
                let [first, second] = *pair;
                let right = [pulp::cast(first), pulp::cast(second)];
                let [sum_a, sum_b, sum_c, sum_d] = &mut sums;
                self.multiply(sum_a, *a, right);
                self.multiply(sum_b, *b, right);
                self.multiply(sum_c, *c, right);
                self.multiply(sum_d, *d, right);
            }
            sums
        }

        #[inline(always)]
        fn add(
            self,
            sums: Self::Sums,
            row_step: f32,
            col_steps: &[f32; COLS],
            to: &mut [f32; COLS],
        ) {
            let avx = self.0.avx;
            let row_step = avx._mm256_set1_ps(row_step);
            let halves = to.as_chunks_mut::<8>().0.iter_mut().zip(sums);
            for ((to, sums), col_steps) in halves.zip(col_steps.as_chunks::<8>().0) {
                let step = avx._mm256_mul_ps(row_step, pulp::cast(*col_steps));
                let more = avx._mm256_mul_ps(avx._mm256_cvtepi32_ps(sums), step);
                *to = pulp::cast(avx._mm256_add_ps(pulp::cast(*to), more));
            }
        }
    }

    impl Wide {
        #[inline(always)]
        fn multiply(self, sums: &mut [__m256i; 2], left: Left, right: [__m256i; 2]) {
            let (avx, avx2) = (self.0.avx, self.0.avx2);
            let left = avx._mm256_set1_epi32(pulp::cast(left));
            sums[0] = avx2._mm256_add_epi32(sums[0], avx2._mm256_madd_epi16(left, right[0]));
            sums[1] = avx2._mm256_add_epi32(sums[1], avx2._mm256_madd_epi16(left, right[1]));
        }
    }
}

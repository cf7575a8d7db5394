//! How a recurrent layer walks over a sentence in one direction.
#![expect(
    clippy::inline_always,
    reason = "else it is not compiled for the vector unit"
)]

use pulp::NullaryFnOnce;

use super::curves::sigmoid;

/// So many numbers are worked on at once.
pub(super) const LANES: usize = 8;

/// A walk over a sentence in one direction; `output` holds the input and receives the output.
pub(super) struct Sweep<'a> {
    pub(super) mixed: &'a [f32],
    pub(super) gates: &'a [f32],
    pub(super) direction: usize,
    pub(super) output: &'a mut [f32],
}

impl NullaryFnOnce for Sweep<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let half = (self.gates.len() / 4).max(1);
        let n = self.output.len() / (2 * half);
        let Some(gates) = stretches(self.gates, half) else {
            return;
        };
        let mut cell = vec![0.0; half];
        for step in 0..n {
            let at = if self.direction == 0 {
                step
            } else {
                n - 1 - step
            };
            let mixed = self.mixed.get((at * 2 + self.direction) * 3 * half..);
            let out = self.output.get_mut((at * 2 + self.direction) * half..);
            if let (Some(mixed), Some(out)) = (mixed, out) {
                recur(mixed, gates, &mut cell, out);
            }
        }
    }
}

/// One step of one direction.
#[inline(always)]
fn recur(mixed: &[f32], gates: [&[f32]; 4], cell: &mut [f32], out: &mut [f32]) {
    let Some([z, f, r]) = stretches(mixed, cell.len()) else {
        return;
    };
    let [z, f, r] = [z, f, r].map(lanes);
    let [f_bias, r_bias, f_cell, r_cell] = gates.map(lanes);
    let cells = cell.as_chunks_mut::<LANES>().0;
    let outs = out.as_chunks_mut::<LANES>().0;
    let states = cells.iter_mut().zip(outs).zip(z);
    let gates = f
        .iter()
        .zip(r)
        .zip(f_bias.iter().zip(r_bias))
        .zip(f_cell.iter().zip(r_cell));
    for (((c, x), z), (((f, r), (f_bias, r_bias)), (f_cell, r_cell))) in states.zip(gates) {
        // Copies, so that the compiler sees that nothing changes under its hands.
        let (old, passing) = (*c, *x);
        let forget = gate(*f, *f_bias, *f_cell, old);
        *c = mix(forget, old, *z);
        *x = mix(gate(*r, *r_bias, *r_cell, old), *c, passing);
    }
}

type Lanes = [f32; LANES];

/// How far a gate is open.
#[inline(always)]
fn gate(mut x: Lanes, bias: Lanes, of_cell: Lanes, cell: Lanes) -> Lanes {
    for (((x, bias), of_cell), cell) in x.iter_mut().zip(&bias).zip(&of_cell).zip(&cell) {
        *x = sigmoid(*x + bias + of_cell * cell);
    }
    x
}

/// As much of `a` as `share` says, the rest of `b`.
#[inline(always)]
fn mix(mut share: Lanes, a: Lanes, b: Lanes) -> Lanes {
    for ((share, a), b) in share.iter_mut().zip(&a).zip(&b) {
        *share = *share * a + (1.0 - *share) * b;
    }
    share
}

/// The numbers, so many at once.
pub(super) fn lanes(row: &[f32]) -> &[Lanes] {
    row.as_chunks().0
}

/// The first `N` stretches of `n` numbers.
#[inline]
fn stretches<const N: usize>(row: &[f32], n: usize) -> Option<[&[f32]; N]> {
    let mut parts: [&[f32]; N] = [&[]; N];
    for (i, part) in parts.iter_mut().enumerate() {
        *part = row.get(i * n..(i + 1) * n)?;
    }
    Some(parts)
}

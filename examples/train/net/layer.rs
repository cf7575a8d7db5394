//! A recurrent layer in both directions whose only matrix acts on its input (a simple recurrent unit):
//! gates decide what a running cell keeps, and what of the input passes by.

use dateline::text::grammar::curves::sigmoid;

use super::param::Param;
use super::product::multiply_add;
use super::{add_transposed_product, multiply_transposed};
use crate::random::Random;

/// The parameters of a layer with `width` inputs and outputs, half of them for each direction.
#[derive(Debug)]
pub(crate) struct Layer {
    /// Input to candidate, forget gate and pass gate, of the forward and the backward direction.
    pub matrix: Param,
    /// For each direction: biases and cell weights of both gates, each half a width.
    pub gates: Param,
    width: usize,
}

/// What the way back needs.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    input: Vec<f32>,
    dropped: Vec<f32>,
    mixed: Vec<f32>,
    forget: Vec<f32>,
    pass: Vec<f32>,
    cell: Vec<f32>,
}

impl Layer {
    pub(crate) fn new(width: usize, random: &mut Random) -> Self {
        let mut gates = Param::zero(2, 2 * width);
        let half = width / 2;
        for dir in 0..2 {
            gates.value[dir * 2 * width + half..][..half].fill(-1.0);
        }
        gates.steady.clone_from(&gates.value);
        Self {
            matrix: Param::glorot(width, 3 * width, random),
            gates,
            width,
        }
    }

    /// Runs over sentences of `lengths` words; `mask` is multiplied to what the matrix sees.
    pub(crate) fn forward(
        &self,
        input: Vec<f32>,
        mask: &[f32],
        lengths: &[usize],
    ) -> (Vec<f32>, Trace) {
        let n = input.len();
        let dropped: Vec<f32> = input.iter().zip(mask).map(|(x, m)| x * m).collect();
        let mut trace = Trace {
            mixed: vec![0.0; n * 3],
            forget: vec![0.0; n],
            pass: vec![0.0; n],
            cell: vec![0.0; n],
            input,
            dropped,
        };
        multiply_add(
            &trace.dropped,
            &self.matrix.value,
            &mut trace.mixed,
            self.width,
            3 * self.width,
        );
        let mut output = vec![0.0; n];
        for_each_step(lengths, |dir, at, before| {
            self.step(&mut trace, &mut output, dir, at, before);
        });
        (output, trace)
    }

    fn step(
        &self,
        trace: &mut Trace,
        output: &mut [f32],
        dir: usize,
        at: usize,
        before: Option<usize>,
    ) {
        let (width, half) = (self.width, self.width / 2);
        let gates = &self.gates.value[dir * 2 * width..][..2 * width];
        for k in 0..half {
            let mixed = at * 3 * width + dir * 3 * half + k;
            let here = at * width + dir * half + k;
            let old = before.map_or(0.0, |t| trace.cell[t * width + dir * half + k]);
            let z = trace.mixed[mixed];
            let f = sigmoid(trace.mixed[mixed + half] + gates[k] + gates[2 * half + k] * old);
            let r = sigmoid(
                trace.mixed[mixed + 2 * half] + gates[half + k] + gates[3 * half + k] * old,
            );
            let cell = f * old + (1.0 - f) * z;
            trace.cell[here] = cell;
            trace.forget[here] = f;
            trace.pass[here] = r;
            output[here] = r * cell + (1.0 - r) * trace.input[here];
        }
    }

    /// Adds to the gradients of the parameters, and answers that of the input.
    pub(crate) fn backward(
        &mut self,
        trace: &Trace,
        grad: &[f32],
        mask: &[f32],
        lengths: &[usize],
    ) -> Vec<f32> {
        let (width, half) = (self.width, self.width / 2);
        let mut d_mixed = vec![0.0; trace.mixed.len()];
        let mut d_input = vec![0.0; grad.len()];
        let mut d_cell = vec![0.0; grad.len()];
        let mut steps = Vec::new();
        for_each_step(lengths, |dir, at, before| steps.push((dir, at, before)));
        for (dir, at, before) in steps.into_iter().rev() {
            let base = dir * 2 * width;
            for k in 0..half {
                let mixed = at * 3 * width + dir * 3 * half + k;
                let here = at * width + dir * half + k;
                let there = before.map(|t| t * width + dir * half + k);
                let old = there.map_or(0.0, |t| trace.cell[t]);
                let (f, r, dh) = (trace.forget[here], trace.pass[here], grad[here]);
                let d_pass = dh * (trace.cell[here] - trace.input[here]) * r * (1.0 - r);
                d_input[here] += dh * (1.0 - r);
                let dc = d_cell[here] + dh * r;
                let d_forget = dc * (old - trace.mixed[mixed]) * f * (1.0 - f);
                d_mixed[mixed] = dc * (1.0 - f);
                d_mixed[mixed + half] = d_forget;
                d_mixed[mixed + 2 * half] = d_pass;
                self.gates.grad[base + k] += d_forget;
                self.gates.grad[base + half + k] += d_pass;
                if let Some(there) = there {
                    self.gates.grad[base + 2 * half + k] += d_forget * old;
                    self.gates.grad[base + 3 * half + k] += d_pass * old;
                    d_cell[there] += dc * f
                        + d_forget * self.gates.value[base + 2 * half + k]
                        + d_pass * self.gates.value[base + 3 * half + k];
                }
            }
        }
        add_transposed_product(
            &trace.dropped,
            &d_mixed,
            &mut self.matrix.grad,
            width,
            3 * width,
        );
        let mut d_dropped = vec![0.0; grad.len()];
        multiply_transposed(
            &d_mixed,
            &self.matrix.value,
            &mut d_dropped,
            width,
            3 * width,
        );
        for ((d, x), m) in d_input.iter_mut().zip(&d_dropped).zip(mask) {
            *d += x * m;
        }
        d_input
    }
}

/// Calls `step` with direction, word, and the word whose cell comes before in that direction.
fn for_each_step(lengths: &[usize], mut step: impl FnMut(usize, usize, Option<usize>)) {
    let mut start = 0;
    for n in lengths {
        for i in 0..*n {
            step(0, start + i, i.checked_sub(1).map(|i| start + i));
        }
        for i in (0..*n).rev() {
            step(1, start + i, (i + 1 < *n).then_some(start + i + 1));
        }
        start += n;
    }
}

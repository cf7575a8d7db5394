//! Numbers that training moves: values, gradients and the state of Adam.

use crate::random::Random;

/// A matrix of parameters, row by row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Param {
    pub value: Vec<f32>,
    pub grad: Vec<f32>,
    mean: Vec<f32>,
    square: Vec<f32>,
    /// The values averaged over the last steps; what is written in the end.
    pub steady: Vec<f32>,
    pub cols: usize,
}

/// How far one step goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub rate: f32,
    /// 1 - 0.9^t and 1 - 0.98^t: the first steps are otherwise too small.
    pub warm: (f32, f32),
    /// Share of the newest values in the averaged ones.
    pub blend: f32,
}

const KEEP_MEAN: f32 = 0.9;
const KEEP_SQUARE: f32 = 0.98;
const DECAY: f32 = 1e-6;

impl Param {
    pub(crate) fn zero(rows: usize, cols: usize) -> Self {
        let n = rows * cols;
        Self {
            value: vec![0.0; n],
            grad: vec![0.0; n],
            mean: vec![0.0; n],
            square: vec![0.0; n],
            steady: vec![0.0; n],
            cols,
        }
    }

    pub(crate) fn random(rows: usize, cols: usize, spread: f32, random: &mut Random) -> Self {
        let mut param = Self::zero(rows, cols);
        for value in &mut param.value {
            *value = (random.unit() * 2.0 - 1.0) * spread;
        }
        param.steady.clone_from(&param.value);
        param
    }

    /// A square root of 3 / inputs keeps the size of what goes through.
    pub(crate) fn glorot(rows: usize, cols: usize, random: &mut Random) -> Self {
        Self::random(rows, cols, (3.0 / rows as f32).sqrt(), random)
    }

    pub(crate) fn row(&self, i: usize) -> &[f32] {
        &self.value[i * self.cols..(i + 1) * self.cols]
    }

    pub(crate) fn grad_row(&mut self, i: usize) -> &mut [f32] {
        &mut self.grad[i * self.cols..(i + 1) * self.cols]
    }

    /// Moves all values against their gradients, and forgets the gradients.
    pub(crate) fn step(&mut self, step: Step) {
        self.step_range(0, self.value.len(), step);
    }

    /// The same for one row.
    pub(crate) fn step_row(&mut self, row: usize, step: Step) {
        self.step_range(row * self.cols, (row + 1) * self.cols, step);
    }

    fn step_range(&mut self, from: usize, to: usize, step: Step) {
        let values = self.value[from..to]
            .iter_mut()
            .zip(&mut self.grad[from..to]);
        let states = self.mean[from..to]
            .iter_mut()
            .zip(&mut self.square[from..to]);
        let all = values.zip(states).zip(&mut self.steady[from..to]);
        for (((value, grad), (mean, square)), steady) in all {
            *mean = KEEP_MEAN * *mean + (1.0 - KEEP_MEAN) * *grad;
            *square = KEEP_SQUARE * *square + (1.0 - KEEP_SQUARE) * *grad * *grad;
            let size = (*square / step.warm.1).sqrt() + 1e-8;
            *value -= step.rate * (*mean / step.warm.0 / size + DECAY * *value);
            *steady += step.blend * (*value - *steady);
            *grad = 0.0;
        }
    }
}

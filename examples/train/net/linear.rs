//! A matrix with a bias, and the small functions around it.

use super::param::{Param, Step};
use super::product::multiply_add;
use super::{add_transposed_product, multiply_transposed};
use crate::random::Random;

/// `y = x · matrix + bias`; the number of outputs is a multiple of 16.
#[derive(Debug)]
pub(crate) struct Linear {
    pub matrix: Param,
    pub bias: Param,
}

impl Linear {
    pub(crate) fn new(inputs: usize, outputs: usize, random: &mut Random) -> Self {
        Self {
            matrix: Param::glorot(inputs, outputs, random),
            bias: Param::zero(1, outputs),
        }
    }

    pub(crate) fn forward(&self, x: &[f32]) -> Vec<f32> {
        let (inputs, outputs) = self.sizes();
        let mut y: Vec<f32> = self.bias.value.repeat(x.len() / inputs);
        multiply_add(x, &self.matrix.value, &mut y, inputs, outputs);
        y
    }

    /// Adds the gradient of the input to `dx`.
    pub(crate) fn backward(&mut self, x: &[f32], dy: &[f32], dx: &mut [f32]) {
        let (inputs, outputs) = self.sizes();
        for row in dy.chunks_exact(outputs) {
            add(&mut self.bias.grad, row);
        }
        add_transposed_product(x, dy, &mut self.matrix.grad, inputs, outputs);
        multiply_transposed(dy, &self.matrix.value, dx, inputs, outputs);
    }

    pub(crate) fn step(&mut self, step: Step) {
        self.matrix.step(step);
        self.bias.step(step);
    }

    fn sizes(&self) -> (usize, usize) {
        (self.matrix.value.len() / self.matrix.cols, self.matrix.cols)
    }
}

pub(crate) fn add(to: &mut [f32], from: &[f32]) {
    for (a, b) in to.iter_mut().zip(from) {
        *a += b;
    }
}

/// Zero below zero, and times `mask`.
pub(crate) fn rectify(values: &mut [f32], mask: &[f32]) {
    for (value, m) in values.iter_mut().zip(mask) {
        *value = value.max(0.0) * m;
    }
}

/// The way back through [`rectify`], given its result.
pub(crate) fn rectify_back(grad: &mut [f32], values: &[f32], mask: &[f32]) {
    for ((d, value), m) in grad.iter_mut().zip(values).zip(mask) {
        *d = if *value > 0.0 { *d * m } else { 0.0 };
    }
}

/// Turns scores into the gradient of the loss of choosing other than `gold`, and answers the loss.
pub(crate) fn softmax_loss(scores: &mut [f32], gold: usize) -> f32 {
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = exp(*score - highest);
        sum += *score;
    }
    for score in scores.iter_mut() {
        *score /= sum;
    }
    let share = scores[gold].max(1e-9);
    scores[gold] -= 1.0;
    1.0 - share
}

/// e^x for x <= 0, the same on every machine.
fn exp(x: f32) -> f32 {
    let mut y = 1.0 + x.max(-40.0) / 1024.0;
    for _ in 0..10 {
        y *= y;
    }
    y
}

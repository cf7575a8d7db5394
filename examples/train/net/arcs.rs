//! Scores every word as head of every other: a product of what one wants and the other offers.

use dateline::text::grammar::net::{FAR, distance_slot};

use super::linear::{Linear, add, rectify, rectify_back, softmax_loss};
use super::param::{Param, Step};
use super::product::multiply_add;
use super::{Example, add_transposed_product, mask, pad, transpose};
use crate::random::Random;

/// The part of the network that finds heads.
#[derive(Debug)]
pub(crate) struct Arcs {
    pub wanting: Linear,
    pub offering: Linear,
    pub bilinear: Linear,
    pub root: Param,
    pub distance: Param,
    width: usize,
}

struct Scored {
    wanting: Vec<f32>,
    /// Row 0 is the root; rows of zeros fill up to a multiple of 16.
    offering: Vec<f32>,
    query: Vec<f32>,
    scores: Vec<f32>,
}

impl Arcs {
    pub(crate) fn new(inputs: usize, width: usize, random: &mut Random) -> Self {
        Self {
            wanting: Linear::new(inputs, width, random),
            offering: Linear::new(inputs, width, random),
            bilinear: Linear::new(width, width, random),
            root: Param::random(1, width, 0.3, random),
            distance: Param::zero(1, 2 * FAR + 2),
            width,
        }
    }

    /// Learns the heads of `examples`, whose words have the states `x`.
    pub(crate) fn learn(
        &mut self,
        examples: &[&Example],
        x: &[f32],
        dx: &mut [f32],
        drop: f32,
        random: &mut Random,
    ) -> f32 {
        let inputs = self.wanting.matrix.value.len() / self.width;
        let (mut loss, mut start) = (0.0, 0);
        for example in examples {
            let n = example.heads.len();
            let range = start * inputs..(start + n) * inputs;
            let masks = [
                mask(n * self.width, drop, random),
                mask(n * self.width, drop, random),
            ];
            loss += self.learn_one(example, &x[range.clone()], &mut dx[range], &masks);
            start += n;
        }
        loss
    }

    fn learn_one(
        &mut self,
        example: &Example,
        x: &[f32],
        dx: &mut [f32],
        masks: &[Vec<f32>; 2],
    ) -> f32 {
        let n = example.heads.len();
        let padded = pad(n + 1);
        let mut run = self.run(x, n, masks);
        let mut loss = 0.0;
        for (i, row) in run.scores.chunks_exact_mut(padded).enumerate() {
            // No word is its own head.
            row[i + 1] = f32::MIN;
            loss += softmax_loss(&mut row[..=n], example.heads[i]);
            row[n + 1..].fill(0.0);
            for (head, d) in row[..=n].iter().enumerate() {
                self.distance.grad[distance_slot(i, head)] += d;
            }
        }
        let mut d_query = vec![0.0; n * self.width];
        multiply_add(&run.scores, &run.offering, &mut d_query, padded, self.width);
        let mut d_offering = vec![0.0; padded * self.width];
        add_transposed_product(&run.scores, &run.query, &mut d_offering, padded, self.width);
        let mut d_wanting = vec![0.0; n * self.width];
        self.bilinear
            .backward(&run.wanting, &d_query, &mut d_wanting);
        add(&mut self.root.grad, &d_offering[..self.width]);
        let words = self.width..(n + 1) * self.width;
        let d_words = &mut d_offering[words.clone()];
        rectify_back(d_words, &run.offering[words], &masks[1]);
        self.offering.backward(x, d_words, dx);
        rectify_back(&mut d_wanting, &run.wanting, &masks[0]);
        self.wanting.backward(x, &d_wanting, dx);
        loss
    }

    fn run(&self, x: &[f32], n: usize, masks: &[Vec<f32>; 2]) -> Scored {
        let mut wanting = self.wanting.forward(x);
        rectify(&mut wanting, &masks[0]);
        let mut words = self.offering.forward(x);
        rectify(&mut words, &masks[1]);
        let mut offering = self.root.value.clone();
        offering.extend(words);
        let padded = pad(n + 1);
        offering.resize(padded * self.width, 0.0);
        let query = self.bilinear.forward(&wanting);
        let mut scores = vec![0.0; n * padded];
        for (i, row) in scores.chunks_exact_mut(padded).enumerate() {
            for (head, score) in row[..=n].iter_mut().enumerate() {
                *score = self.distance.value[distance_slot(i, head)];
            }
        }
        multiply_add(
            &query,
            &transpose(&offering, self.width),
            &mut scores,
            self.width,
            padded,
        );
        Scored {
            wanting,
            offering,
            query,
            scores,
        }
    }

    pub(crate) fn step(&mut self, step: Step) {
        for param in self.params() {
            param.step(step);
        }
    }

    pub(crate) fn params(&mut self) -> Vec<&mut Param> {
        let mut all = Vec::new();
        for linear in [&mut self.wanting, &mut self.offering, &mut self.bilinear] {
            all.extend([&mut linear.matrix, &mut linear.bias]);
        }
        all.extend([&mut self.root, &mut self.distance]);
        all
    }
}

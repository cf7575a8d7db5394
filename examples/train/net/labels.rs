//! Names the relation between a word and its head.

use super::linear::{Linear, add, rectify, rectify_back, softmax_loss};
use super::param::{Param, Step};
use super::{Example, mask};
use crate::random::Random;

/// The part of the network that names relations.
#[derive(Debug)]
pub(crate) struct Labels {
    pub word: Linear,
    pub head: Linear,
    pub root: Param,
    pub out: Linear,
    width: usize,
}

impl Labels {
    pub(crate) fn new(
        inputs: usize,
        width: usize,
        n_labels: usize,
        random: &mut Random,
    ) -> Self {
        Self {
            word: Linear::new(inputs, width, random),
            head: Linear::new(inputs, width, random),
            root: Param::random(1, width, 0.3, random),
            out: Linear::new(width, n_labels, random),
            width,
        }
    }

    /// Learns the relations of `examples` to their right heads.
    pub(crate) fn learn(
        &mut self,
        examples: &[&Example],
        x: &[f32],
        dx: &mut [f32],
        drop: f32,
        random: &mut Random,
    ) -> f32 {
        let heads = head_rows(examples);
        let mask = mask(heads.len() * self.width, drop, random);
        let mut hidden = self.hidden(x, &heads);
        rectify(&mut hidden, &mask);
        let mut scores = self.out.forward(&hidden);
        let gold = examples.iter().flat_map(|example| &example.labels);
        let mut loss = 0.0;
        for (row, gold) in scores.chunks_exact_mut(self.out.matrix.cols).zip(gold) {
            loss += softmax_loss(row, *gold);
        }
        let mut d_hidden = vec![0.0; hidden.len()];
        self.out.backward(&hidden, &scores, &mut d_hidden);
        rectify_back(&mut d_hidden, &hidden, &mask);
        self.word.backward(x, &d_hidden, dx);
        let mut d_heads = vec![0.0; hidden.len()];
        for (d, head) in d_hidden.chunks_exact(self.width).zip(&heads) {
            match head {
                Some(head) => add(&mut d_heads[head * self.width..][..self.width], d),
                None => add(&mut self.root.grad, d),
            }
        }
        self.head.backward(x, &d_heads, dx);
        loss
    }

    fn hidden(&self, x: &[f32], heads: &[Option<usize>]) -> Vec<f32> {
        let mut hidden = self.word.forward(x);
        let offers = self.head.forward(x);
        for (row, head) in hidden.chunks_exact_mut(self.width).zip(heads) {
            let head = head.map_or(&self.root.value[..], |h| {
                &offers[h * self.width..][..self.width]
            });
            add(row, head);
        }
        hidden
    }

    pub(crate) fn step(&mut self, step: Step) {
        for param in self.params() {
            param.step(step);
        }
    }

    pub(crate) fn params(&mut self) -> Vec<&mut Param> {
        let mut all = Vec::new();
        for linear in [&mut self.word, &mut self.head, &mut self.out] {
            all.extend([&mut linear.matrix, &mut linear.bias]);
        }
        all.push(&mut self.root);
        all
    }
}

/// The rows of the heads in a batch; `None` for the root.
fn head_rows(examples: &[&Example]) -> Vec<Option<usize>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for example in examples {
        rows.extend(
            example
                .heads
                .iter()
                .map(|head| head.checked_sub(1).map(|head| start + head)),
        );
        start += example.heads.len();
    }
    rows
}

//! The network of the parser in training.

mod arcs;
pub(crate) mod export;
mod labels;
mod layer;
pub(crate) mod linear;
mod param;
mod product;

use crate::random::Random;
use arcs::Arcs;
use dateline::text::grammar::vectors::N_NUMBERS;
use labels::Labels;
use layer::Layer;
use linear::Linear;
pub(crate) use param::{Param, Step};
use product::multiply_add;

/// How much a wrong class counts against a wrong head or relation.
const TAG_SHARE: f32 = 0.75;

/// Sizes and chances of a network.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// Numbers per word between layers; half of them for each direction.
    pub width: usize,
    pub n_layers: usize,
    pub arc_width: usize,
    pub label_width: usize,
    pub n_inputs: usize,
    pub n_labels: usize,
    pub n_tags: usize,
    pub drop_input: f32,
    pub drop: f32,
}

/// A sentence as numbers.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    /// Rows of the input table for each word.
    pub inputs: Vec<Vec<u32>>,
    /// The vectors of all words.
    pub vectors: Vec<f32>,
    pub heads: Vec<usize>,
    pub labels: Vec<usize>,
    pub tags: Vec<usize>,
}

/// The network: a table of inputs, recurrent layers, and heads for arcs, labels and classes.
#[derive(Debug)]
pub(crate) struct Network {
    pub shape: Shape,
    pub table: Param,
    pub of_vector: Param,
    pub layers: Vec<Layer>,
    pub arcs: Arcs,
    pub labels: Labels,
    pub tags: Linear,
    touched: Vec<u32>,
}

pub(crate) fn pad(n: usize) -> usize {
    n.div_ceil(16) * 16
}

impl Network {
    pub(crate) fn new(shape: Shape, random: &mut Random) -> Self {
        let layer = |_| Layer::new(shape.width, random);
        let layers = (0..shape.n_layers).map(layer).collect();
        Self {
            shape,
            table: Param::random(shape.n_inputs, shape.width, 0.3, random),
            of_vector: Param::glorot(N_NUMBERS, shape.width, random),
            layers,
            arcs: Arcs::new(shape.width, shape.arc_width, random),
            labels: Labels::new(shape.width, shape.label_width, pad(shape.n_labels), random),
            tags: Linear::new(shape.width, pad(shape.n_tags), random),
            touched: Vec::new(),
        }
    }

    fn look_up(&self, examples: &[&Example], vectors: &[f32]) -> Vec<f32> {
        let width = self.shape.width;
        let mut x = vec![0.0; vectors.len() / N_NUMBERS * width];
        multiply_add(vectors, &self.of_vector.value, &mut x, N_NUMBERS, width);
        let inputs = examples.iter().flat_map(|example| &example.inputs);
        for (inputs, x) in inputs.zip(x.chunks_exact_mut(width)) {
            for row in inputs {
                linear::add(x, self.table.row(*row as usize));
            }
        }
        x
    }

    /// Learns from a batch; answers the sum of losses of arcs and labels.
    pub(crate) fn learn(&mut self, examples: &[&Example], random: &mut Random) -> f32 {
        let lengths: Vec<usize> = examples.iter().map(|example| example.heads.len()).collect();
        let vectors: Vec<f32> = examples
            .iter()
            .flat_map(|example| example.vectors.iter().copied())
            .collect();
        let mut x = self.look_up(examples, &vectors);
        let input_mask = mask(x.len(), self.shape.drop_input, random);
        x.iter_mut().zip(&input_mask).for_each(|(x, m)| *x *= m);
        let mut traces = Vec::new();
        for layer in &self.layers {
            let mask = mask(x.len(), self.shape.drop, random);
            let (output, trace) = layer.forward(x, &mask, &lengths);
            traces.push((trace, mask));
            x = output;
        }
        let top_mask = mask(x.len(), self.shape.drop, random);
        x.iter_mut().zip(&top_mask).for_each(|(x, m)| *x *= m);
        let mut dx = vec![0.0; x.len()];
        let drop = self.shape.drop;
        let mut loss = self.arcs.learn(examples, &x, &mut dx, drop, random);
        loss += self.labels.learn(examples, &x, &mut dx, drop, random);
        self.learn_tags(examples, &x, &mut dx);
        dx.iter_mut().zip(&top_mask).for_each(|(x, m)| *x *= m);
        for (layer, (trace, mask)) in self.layers.iter_mut().zip(&traces).rev() {
            dx = layer.backward(trace, &dx, mask, &lengths);
        }
        dx.iter_mut().zip(&input_mask).for_each(|(x, m)| *x *= m);
        self.spread(examples, &dx);
        let (grad, width) = (&mut self.of_vector.grad, self.shape.width);
        add_transposed_product(&vectors, &dx, grad, N_NUMBERS, width);
        loss
    }

    fn learn_tags(&mut self, examples: &[&Example], x: &[f32], dx: &mut [f32]) {
        let mut scores = self.tags.forward(x);
        let rows = scores.chunks_exact_mut(self.tags.matrix.cols);
        let gold = examples.iter().flat_map(|example| &example.tags);
        for (row, gold) in rows.zip(gold) {
            linear::softmax_loss(row, *gold);
            for d in row.iter_mut() {
                *d *= TAG_SHARE;
            }
        }
        self.tags.backward(x, &scores, dx);
    }

    fn spread(&mut self, examples: &[&Example], dx: &[f32]) {
        let all = examples.iter().flat_map(|example| &example.inputs);
        for (inputs, d) in all.zip(dx.chunks_exact(self.shape.width)) {
            for row in inputs {
                linear::add(self.table.grad_row(*row as usize), d);
            }
            self.touched.extend(inputs);
        }
    }

    pub(crate) fn step(&mut self, step: Step) {
        self.touched.sort_unstable();
        self.touched.dedup();
        for row in std::mem::take(&mut self.touched) {
            self.table.step_row(row as usize, step);
        }
        self.of_vector.step(step);
        for layer in &mut self.layers {
            layer.matrix.step(step);
            layer.gates.step(step);
        }
        self.arcs.step(step);
        self.labels.step(step);
        self.tags.step(step);
    }

    /// All parameters, in the order of the model file.
    pub(crate) fn params(&mut self) -> Vec<&mut Param> {
        let mut all = vec![&mut self.table, &mut self.of_vector];
        for layer in &mut self.layers {
            all.extend([&mut layer.matrix, &mut layer.gates]);
        }
        all.extend(self.arcs.params());
        all.extend(self.labels.params());
        all.extend([&mut self.tags.matrix, &mut self.tags.bias]);
        all
    }

    /// Swaps the newest values for the averaged ones, or back.
    pub(crate) fn swap_steady(&mut self) {
        for param in self.params() {
            std::mem::swap(&mut param.value, &mut param.steady);
        }
    }
}

/// Zeros with the chance of `drop`, else what keeps the mean.
pub(crate) fn mask(n: usize, drop: f32, random: &mut Random) -> Vec<f32> {
    let kept = 1.0 / (1.0 - drop);
    let draw = |_| if random.unit() < drop { 0.0 } else { kept };
    (0..n).map(draw).collect()
}

pub(crate) fn transpose(a: &[f32], cols: usize) -> Vec<f32> {
    let rows = a.len() / cols;
    let mut out = vec![0.0; a.len()];
    for (r, row) in a.chunks_exact(cols).enumerate() {
        for (c, value) in row.iter().enumerate() {
            out[c * rows + r] = *value;
        }
    }
    out
}

/// `dx += dy · matrixᵀ`
pub(crate) fn multiply_transposed(
    dy: &[f32],
    matrix: &[f32],
    dx: &mut [f32],
    inputs: usize,
    outputs: usize,
) {
    multiply_add(dy, &transpose(matrix, outputs), dx, outputs, inputs);
}

/// `grad += xᵀ · dy`
pub(crate) fn add_transposed_product(
    x: &[f32],
    dy: &[f32],
    grad: &mut [f32],
    inputs: usize,
    outputs: usize,
) {
    multiply_add(&transpose(x, inputs), dy, grad, x.len() / inputs, outputs);
}

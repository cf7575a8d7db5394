//! The network that reads a sentence: inputs of each word, recurrent layers in both directions, and from
//! them heads, relations and better classes.
#![expect(
    clippy::inline_always,
    reason = "else it is not compiled for the vector unit"
)]

use pulp::NullaryFnOnce;

use super::bytes::{Reader, Writer};
use super::curves::sigmoid;
use super::kernel::{Rows, fast};
use super::matrix::{Linear, Matrix, Table};
use super::tree::HeadScores;

/// Distances from a word to its head differ up to so many words to each side.
pub const FAR: usize = 16;
/// So many gates are worked on at once.
const LANES: usize = 8;

/// The network.
#[derive(Clone, Debug, Default)]
pub struct Network {
    /// A row of numbers per input feature.
    pub table: Table,
    /// From the vector of a word.
    pub of_vector: Linear,
    /// The recurrent layers.
    pub layers: Vec<Layer>,
    /// What a word wants of its head.
    pub wanting: Linear,
    /// What a word offers as head.
    pub offering: Linear,
    /// Brings both together.
    pub bilinear: Linear,
    /// What the root offers.
    pub root: Matrix,
    /// A score for each distance, and one for the root.
    pub distance: Matrix,
    /// The word's part of the relation.
    pub label_word: Linear,
    /// The head's part of it.
    pub label_head: Linear,
    /// Scores of relations.
    pub label_out: Linear,
    /// The root's part.
    pub label_root: Matrix,
    /// Scores of classes.
    pub tags: Linear,
}

/// What the network thinks of each word of a sentence.
#[derive(Clone, Debug, Default)]
pub struct States {
    rows: Rows,
    n_words: usize,
}

impl States {
    fn through(&self, linear: &Linear) -> Vec<f32> {
        linear.apply_to(&self.rows, self.n_words)
    }
}

/// A simple recurrent layer; half of its outputs read from the left, half from the right.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    /// Input to candidate, forget gate and pass gate, of the first and of the second direction.
    pub matrix: Linear,
    /// Per direction: biases of both gates, weights of the cell in both gates.
    pub gates: Matrix,
}

/// The slot of the distance between word `word`, counted from 0, and `head`, counted from 1.
pub fn distance_slot(word: usize, head: usize) -> usize {
    match head.checked_sub(1) {
        None => 2 * FAR + 1,
        Some(head) if head > word => FAR + (head - word).min(FAR),
        Some(head) => FAR - (word - head).min(FAR),
    }
}

impl Network {
    /// The state of each word: `width` numbers; given rows of the table and the vector of each word.
    pub fn read_sentence(&self, inputs: &[impl AsRef<[u32]>], vectors: &[f32]) -> States {
        let width = self.table.cols();
        let mut x = self.of_vector.apply(vectors);
        fast(Looking {
            table: &self.table,
            inputs,
            x: &mut x,
        });
        for layer in &self.layers {
            x = layer.apply(x);
        }
        States {
            rows: Rows::new(&x, width),
            n_words: inputs.len(),
        }
    }

    /// The heads of the words in those states, as a tree.
    pub fn heads(&self, states: &States) -> Vec<usize> {
        let mut wanting = states.through(&self.wanting);
        rectify(&mut wanting);
        let mut offers = states.through(&self.offering);
        rectify(&mut offers);
        let n = states.n_words;
        let mut heads = self.root.values.clone();
        heads.extend(offers);
        let mut scores = vec![0.0; n * (n + 1)];
        fast(Meeting {
            query: &self.bilinear.apply(&wanting),
            heads: &heads,
            distance: &self.distance.values,
            width: self.root.cols.max(1),
            scores: &mut scores,
        });
        HeadScores::new(&scores, n + 1, n).tree()
    }

    /// Scores of all classes of each word.
    pub fn classes(&self, states: &States) -> Vec<f32> {
        states.through(&self.tags)
    }

    /// Scores of all relations of each word to its head in `heads`.
    pub fn relations(&self, states: &States, heads: &[usize]) -> Vec<f32> {
        let mut hidden = states.through(&self.label_word);
        let width = self.label_root.cols.max(1);
        let offers = Matrix {
            values: states.through(&self.label_head),
            cols: width,
        };
        for (row, head) in hidden.chunks_exact_mut(width).zip(heads) {
            match head.checked_sub(1) {
                Some(head) => add(row, offers.row(head)),
                None => add(row, self.label_root.row(0)),
            }
        }
        rectify(&mut hidden);
        self.label_out.apply(&hidden)
    }

    /// All parts but the table, in the order of the file.
    fn linears(&self) -> [&Linear; 7] {
        [
            &self.wanting,
            &self.offering,
            &self.bilinear,
            &self.label_word,
            &self.label_head,
            &self.label_out,
            &self.tags,
        ]
    }

    /// Writes the network.
    pub fn write(&self, out: &mut Writer) {
        self.table.write(out);
        self.of_vector.write_matrix(out);
        out.u8(self.layers.len() as u8);
        for layer in &self.layers {
            layer.matrix.write_matrix(out);
            layer.gates.write(out);
        }
        for linear in self.linears() {
            linear.write(out);
        }
        for row in [&self.root, &self.distance, &self.label_root] {
            row.write(out);
        }
    }

    /// Reads what [`Network::write`] wrote.
    pub fn read(bytes: &mut Reader<'_>) -> Option<Self> {
        let table = Table::read(bytes)?;
        let of_vector = Linear::unbiased(Matrix::read(bytes)?);
        let n_layers = bytes.u8()?;
        let layers = (0..n_layers)
            .map(|_| {
                Some(Layer {
                    matrix: Linear::unbiased(Matrix::read(bytes)?),
                    gates: Matrix::read(bytes)?,
                })
            })
            .collect::<Option<_>>()?;
        Some(Self {
            table,
            of_vector,
            layers,
            wanting: Linear::read(bytes)?,
            offering: Linear::read(bytes)?,
            bilinear: Linear::read(bytes)?,
            label_word: Linear::read(bytes)?,
            label_head: Linear::read(bytes)?,
            label_out: Linear::read(bytes)?,
            tags: Linear::read(bytes)?,
            root: Matrix::read(bytes)?,
            distance: Matrix::read(bytes)?,
            label_root: Matrix::read(bytes)?,
        })
    }
}

impl Layer {
    /// The outputs of the layer for a sentence, given its inputs.
    fn apply(&self, x: Vec<f32>) -> Vec<f32> {
        let mut output = x;
        let mixed = self.matrix.apply(&output);
        for (direction, gates) in self
            .gates
            .values
            .chunks_exact(self.gates.cols.max(1))
            .enumerate()
        {
            fast(Sweep {
                mixed: &mixed,
                gates,
                direction,
                output: &mut output,
            });
        }
        output
    }
}

/// Adds to each word the rows of its inputs.
struct Looking<'a, I> {
    table: &'a Table,
    inputs: &'a [I],
    x: &'a mut [f32],
}

impl<I: AsRef<[u32]>> NullaryFnOnce for Looking<'_, I> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let words = self.x.chunks_exact_mut(self.table.cols().max(1));
        for (rows, x) in self.inputs.iter().zip(words) {
            for row in rows.as_ref() {
                self.table.add_row(*row as usize, x);
            }
        }
    }
}

/// A walk over a sentence in one direction; `output` holds the input and receives the output.
struct Sweep<'a> {
    mixed: &'a [f32],
    gates: &'a [f32],
    direction: usize,
    output: &'a mut [f32],
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

/// Every word meets every other as its head, the root first.
struct Meeting<'a> {
    query: &'a [f32],
    heads: &'a [f32],
    distance: &'a [f32],
    width: usize,
    scores: &'a mut [f32],
}

impl NullaryFnOnce for Meeting<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let words = self.query.chunks_exact(self.width);
        let n_heads = self.heads.len() / self.width;
        let rows = self.scores.chunks_exact_mut(n_heads.max(1));
        for (word, (query, row)) in words.zip(rows).enumerate() {
            let heads = self.heads.chunks_exact(self.width);
            for (head, (offer, score)) in heads.zip(row).enumerate() {
                let distance = self.distance.get(distance_slot(word, head));
                *score = product(query, offer) + distance.copied().unwrap_or_default();
            }
        }
    }
}

/// The sum of products, in the same order on every machine.
#[inline(always)]
fn product(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0; LANES];
    for (a, b) in lanes(a).iter().zip(lanes(b)) {
        for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
            *sum += a * b;
        }
    }
    sums.iter().sum()
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

fn lanes(row: &[f32]) -> &[Lanes] {
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

fn add(to: &mut [f32], from: &[f32]) {
    for (a, b) in to.iter_mut().zip(from) {
        *a += b;
    }
}

fn rectify(values: &mut [f32]) {
    for value in values {
        *value = value.max(0.0);
    }
}

//! The network that reads a sentence: inputs of each word, recurrent layers in both directions, and from
//! them heads, relations and better classes.
#![expect(
    clippy::inline_always,
    reason = "else it is not compiled for the vector unit"
)]

use pulp::NullaryFnOnce;

use super::bytes::{Reader, Writer};
use super::kernel::{Rows, fast};
use super::matrix::{Linear, Matrix, Table};
use super::sweep::{LANES, Sweep, lanes};
use super::tree::HeadScores;

/// Distances from a word to its head differ up to so many words to each side.
pub const FAR: usize = 16;

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

    /// The same of some words only.
    fn some_through(&self, words: &[usize], linear: &Linear) -> Vec<f32> {
        linear.apply_to(&self.rows.some(words), words.len())
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
    /// What a word brings along wherever it stands: by its vector, and by rows of the table.
    pub fn of_word(&self, rows: &[u32], vector: &[f32]) -> Vec<f32> {
        let mut x = self.of_vector.apply(vector);
        fast(Looking {
            table: &self.table,
            inputs: &[rows],
            x: &mut x,
        });
        x
    }

    /// The state of each word: `width` numbers; given what each brings along ([`Network::of_word`]), and
    /// rows of the table for what it is in this sentence.
    pub fn read_sentence(&self, own: Vec<f32>, inputs: &[impl AsRef<[u32]>]) -> States {
        let width = self.table.cols();
        let mut x = own;
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

    /// Scores of all classes of some words.
    pub fn classes(&self, states: &States, words: &[usize]) -> Vec<f32> {
        states.some_through(words, &self.tags)
    }

    /// Scores of all relations of each word to its head in `heads`.
    pub fn relations(&self, states: &States, heads: &[usize]) -> Vec<f32> {
        let mut hidden = states.through(&self.label_word);
        let width = self.label_root.cols.max(1);
        // Most words are the head of none.
        let mut asked: Vec<usize> = heads
            .iter()
            .filter_map(|head| head.checked_sub(1))
            .collect();
        asked.sort_unstable();
        asked.dedup();
        let offers = Matrix {
            values: states.some_through(&asked, &self.label_head),
            cols: width,
        };
        for (row, head) in hidden.chunks_exact_mut(width).zip(heads) {
            match head.checked_sub(1) {
                Some(head) => add(row, offers.row(asked.partition_point(|word| *word < head))),
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

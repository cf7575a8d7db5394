//! An averaged perceptron over hashed features, with sparse rows; it grows where it errs.

use dateline::text::grammar::weights::{Row, Weights};

/// A weight in training: its value, its sum over time, and when it last changed.
#[derive(Clone, Copy, Debug)]
struct Cell {
    class: u16,
    weight: i32,
    changed: u32,
    total: i64,
}

/// The perceptron in training.
#[derive(Debug, Default)]
pub(crate) struct Perceptron {
    keys: Vec<u32>,
    rows: Vec<Vec<Cell>>,
    table: Vec<u32>,
    now: u32,
}

const EMPTY: u32 = u32::MAX;

impl Perceptron {
    /// Adds the weights of `features` to `scores`.
    pub(crate) fn score(&self, features: &[u32], scores: &mut [i32]) {
        for feature in features {
            let Some(row) = self.find(*feature).and_then(|at| self.rows.get(at)) else {
                continue;
            };
            for cell in row {
                scores[usize::from(cell.class)] += cell.weight;
            }
        }
    }

    /// One step of time; call it once per decision.
    pub(crate) fn tick(&mut self) {
        self.now += 1;
    }

    /// Makes `good` likelier and `bad` less likely where `features` hold.
    pub(crate) fn update(&mut self, features: &[u32], good: u16, bad: u16) {
        for feature in features {
            let at = self.find_or_add(*feature);
            self.change(at, good, 1);
            self.change(at, bad, -1);
        }
    }

    fn change(&mut self, at: usize, class: u16, by: i32) {
        let now = self.now;
        let row = &mut self.rows[at];
        match row.iter_mut().find(|cell| cell.class == class) {
            Some(cell) => {
                cell.total += i64::from(cell.weight) * i64::from(now - cell.changed);
                cell.weight += by;
                cell.changed = now;
            }
            None => row.push(Cell {
                class,
                weight: by,
                changed: now,
                total: 0,
            }),
        }
    }

    fn find(&self, key: u32) -> Option<usize> {
        if self.table.is_empty() {
            return None;
        }
        let mask = self.table.len() - 1;
        let mut at = key as usize & mask;
        loop {
            match self.table[at] {
                EMPTY => return None,
                row if self.keys[row as usize] == key => return Some(row as usize),
                _ => at = (at + 1) & mask,
            }
        }
    }

    fn find_or_add(&mut self, key: u32) -> usize {
        if let Some(at) = self.find(key) {
            return at;
        }
        if self.table.len() < (self.keys.len() + 1) * 2 {
            self.grow();
        }
        self.keys.push(key);
        self.rows.push(Vec::new());
        self.place(self.keys.len() - 1);
        self.keys.len() - 1
    }

    fn grow(&mut self) {
        let n = (self.keys.len() * 4).next_power_of_two().max(1024);
        self.table = vec![EMPTY; n];
        for row in 0..self.keys.len() {
            self.place(row);
        }
    }

    fn place(&mut self, row: usize) {
        let mask = self.table.len() - 1;
        let mut at = self.keys[row] as usize & mask;
        while self.table[at] != EMPTY {
            at = (at + 1) & mask;
        }
        self.table[at] = row as u32;
    }

    /// The mean of all weights over time, in steps of 1 / `scale`; what rounds to less than `least`
    /// steps is left out.
    pub(crate) fn averaged(&self, scale: f64, least: i16) -> Weights {
        let mut rows: Vec<Row> = Vec::new();
        for (key, row) in self.keys.iter().zip(&self.rows) {
            let mut kept = Vec::new();
            for cell in row {
                let total =
                    cell.total + i64::from(cell.weight) * i64::from(self.now - cell.changed);
                let mean = (total as f64 / f64::from(self.now.max(1)) * scale).round() as i16;
                if mean.abs() >= least {
                    kept.push((cell.class, mean));
                }
            }
            kept.sort_unstable();
            rows.push((*key, kept));
        }
        rows.sort_unstable_by_key(|(key, _)| *key);
        Weights::from_rows(rows)
    }
}

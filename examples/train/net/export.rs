//! The trained network as the program reads it.

use dateline::text::grammar::matrix::{Linear as FinalLinear, Matrix, Table};
use dateline::text::grammar::net::{Layer, Network as FinalNetwork};

use super::linear::Linear;
use super::{Network, Param};

fn matrix(param: &Param) -> Matrix {
    Matrix {
        values: param.value.clone(),
        cols: param.cols,
    }
}

fn linear(linear: &Linear) -> FinalLinear {
    FinalLinear::new(matrix(&linear.matrix), matrix(&linear.bias))
}

/// Takes the current values.
pub(crate) fn export(net: &Network) -> FinalNetwork {
    let layer = |layer: &super::layer::Layer| Layer {
        matrix: FinalLinear::unbiased(matrix(&layer.matrix)),
        gates: matrix(&layer.gates),
    };
    FinalNetwork {
        table: Table::new(&matrix(&net.table)),
        of_vector: FinalLinear::unbiased(matrix(&net.of_vector)),
        layers: net.layers.iter().map(layer).collect(),
        wanting: linear(&net.arcs.wanting),
        offering: linear(&net.arcs.offering),
        bilinear: linear(&net.arcs.bilinear),
        root: matrix(&net.arcs.root),
        distance: matrix(&net.arcs.distance),
        label_word: linear(&net.labels.word),
        label_head: linear(&net.labels.head),
        label_out: linear(&net.labels.out),
        label_root: matrix(&net.labels.root),
        tags: linear(&net.tags),
    }
}

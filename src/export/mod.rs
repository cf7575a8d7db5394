//! The picture as SVG, PNG and PDF, the timeline as JSON and CSV. Writes bytes, never files.

mod csv;
mod json;

pub use csv::to_csv;
pub use json::{SCHEMA, to_json};

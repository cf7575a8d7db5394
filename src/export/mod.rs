//! The picture as SVG, PNG and PDF, the timeline as JSON and CSV. Writes bytes, never files.

mod csv;
mod error;
mod evidence;
mod fonts;
mod hatch;
mod json;
mod pdf;
mod png;
mod svg;
mod svg_paint;
mod xml;

pub use csv::to_csv;
pub use error::ExportError;
pub use evidence::Evidence;
pub use json::{SCHEMA, to_json};
pub use pdf::to_pdf;
pub use png::to_png;
pub use svg::to_svg;

//! The picture as SVG, PNG and PDF, the timeline as JSON and CSV. Writes bytes, never files.

mod address;
mod csv;
mod error;
mod evidence;
mod fonts;
mod format;
mod hatch;
mod json;
mod json_event;
mod notes;
mod pdf;
mod pen;
mod picture;
mod png;
mod styles;
mod svg;
mod svg_paint;
mod wrap;
mod xml;

pub use csv::to_csv;
pub use error::ExportError;
pub use evidence::Evidence;
pub use format::Format;
pub use json::{SCHEMA, to_json};
pub use pdf::to_pdf;
pub use picture::{Picture, Preview, preview, render};
pub use png::{Pixels, to_png};
pub use svg::to_svg;

//! Panels: read the state and the scene, return commands. Hold no truth of their own.

mod canvas;
mod canvas_input;
mod canvas_scene;
mod canvas_tip;
mod evidence;
mod evidence_excerpts;
mod evidence_list;
mod ink;
mod legend;
mod memo;
mod overview;
mod overview_bins;
pub mod paint;
mod paint_path;
mod parts;
mod reader;
mod reader_marks;
mod reader_paragraph;
mod reader_text;
mod rich;

pub use canvas::canvas_ui;
pub use evidence::evidence_ui;
pub use legend::legend_ui;
pub use overview::{OVERVIEW_PX, overview_ui};
pub use reader::reader_ui;

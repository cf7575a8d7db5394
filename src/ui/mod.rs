//! Panels: read the state and the scene, return commands. Hold no truth of their own.

pub mod paint;
mod paint_path;

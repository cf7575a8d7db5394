//! The picture as SVG, PNG and PDF, the timeline as JSON and CSV. Writes bytes, never files.

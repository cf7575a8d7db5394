//! Why a picture could not be written, in words the reader can act on.

use thiserror::Error;

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ExportError {
    /// Width, height or scale make no picture.
    #[error("{what} is {given}; it must lie between {least} and {most}")]
    Size {
        /// `the width`, `the height`, `the scale`.
        what: &'static str,
        /// As asked.
        given: String,
        /// Least allowed.
        least: u32,
        /// Most allowed.
        most: u32,
    },
    /// More pixels than fit in memory.
    #[error(
        "the picture would have {width_px} x {height_px} pixels, more than {most_megapixels} \
         million; choose a smaller size or scale, or write SVG or PDF"
    )]
    TooLarge {
        /// Pixels to the right.
        width_px: u64,
        /// Pixels down.
        height_px: u64,
        /// Most allowed, in millions.
        most_megapixels: u64,
    },
    /// The picture could not be drawn or written in its format.
    #[error("the picture could not be written as {format}: {reason}")]
    Failed {
        /// `PNG` or `PDF`.
        format: &'static str,
        /// What the writer said.
        reason: String,
    },
}

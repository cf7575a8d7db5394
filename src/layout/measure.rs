//! Widths of text in the bundled faces.

/// The face of a text; all three are bundled (see `assets/fonts`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Body.
    Regular,
    /// Heads.
    Semibold,
    /// What is inferred.
    Italic,
}

/// Tells how wide a text is. Layout takes it as an argument, so that tests can use round numbers.
pub trait Measure {
    /// Width in pixels of one line of `text` at `size_px`.
    fn width_px(&self, text: &str, size_px: f32, weight: Weight) -> f32;
}

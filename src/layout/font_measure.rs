//! Widths of text from the advance widths of the bundled faces.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

use super::{Measure, Weight, fonts};

/// All that the bundled faces hold of letters, figures and punctuation lies below.
const N_CACHED: u32 = 0x2200;
/// Letters of scripts that the faces lack are drawn about this wide, in parts of the font size.
const MISSING_EM: f32 = 1.0;

/// Measures with the bundled faces. Leaves kerning out, which makes most lines a little narrower.
pub struct FontMeasure {
    regular: Advances,
    semibold: Advances,
    italic: Advances,
}

impl FontMeasure {
    /// The measure of the bundled faces; reads them once.
    pub fn bundled() -> &'static Self {
        static BUNDLED: LazyLock<FontMeasure> = LazyLock::new(|| FontMeasure {
            regular: Advances::read(fonts::REGULAR),
            semibold: Advances::read(fonts::SEMIBOLD),
            italic: Advances::read(fonts::ITALIC),
        });
        &BUNDLED
    }

    /// Whether the bundled faces have all letters of a text.
    pub fn covers(&self, text: &str) -> bool {
        text.chars().all(|c| self.regular.known_em(c).is_some())
    }
}

impl Measure for FontMeasure {
    fn width_px(&self, text: &str, size_px: f32, weight: Weight) -> f32 {
        let advances = match weight {
            Weight::Regular => &self.regular,
            Weight::Semibold => &self.semibold,
            Weight::Italic => &self.italic,
        };
        text.chars().map(|c| advances.em(c)).sum::<f32>() * size_px
    }
}

/// Advance width of each character below [`N_CACHED`], in parts of the font size.
struct Advances {
    em: Vec<Option<f32>>,
}

impl Advances {
    fn read(bytes: &[u8]) -> Self {
        let Ok(font) = FontRef::new(bytes) else {
            return Self { em: Vec::new() };
        };
        let location = LocationRef::default();
        let units = font.metrics(Size::unscaled(), location).units_per_em;
        let glyphs = font.glyph_metrics(Size::unscaled(), location);
        let letters = font.charmap();
        let advance = |code: u32| -> Option<f32> {
            let width = letters.map(code).and_then(|id| glyphs.advance_width(id));
            width.map(|width| width / f32::from(units.max(1)))
        };
        Self {
            em: (0..N_CACHED).map(advance).collect(),
        }
    }

    fn em(&self, c: char) -> f32 {
        self.known_em(c).unwrap_or(MISSING_EM)
    }

    fn known_em(&self, c: char) -> Option<f32> {
        self.em.get(c as usize).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_faces() {
        let width = |text: &str, weight| FontMeasure::bundled().width_px(text, 100.0, weight);
        assert!(width("Talks", Weight::Regular) < width("Talks", Weight::Semibold));
        assert!(width("iii", Weight::Regular) < width("mmm", Weight::Regular));
        assert!(width("ΩЖé", Weight::Italic) > 100.0);
        assert!(width("", Weight::Regular).abs() < f32::EPSILON);
    }

    #[test]
    fn figures_are_tabular() {
        for weight in [Weight::Regular, Weight::Semibold, Weight::Italic] {
            let widths = ('0'..='9').map(|digit| {
                FontMeasure::bundled().width_px(&digit.to_string(), 100.0, weight)
            });
            let widths: Vec<f32> = widths.collect();
            assert!(widths.windows(2).all(|two| (two[0] - two[1]).abs() < 0.2));
            assert!((50.0..70.0).contains(&widths[0]), "{widths:?}");
        }
    }
}

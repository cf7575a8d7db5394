//! sRGB colours: hex notation, mixing, contrast.

use serde::{Deserialize, Deserializer, de};

/// An sRGB colour with straight (not premultiplied) alpha.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Color {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
    /// 255 is opaque.
    pub a: u8,
}

impl Color {
    /// From `#1F5FA8`.
    pub fn from_hex(hex: &str) -> Option<Self> {
        let digits = hex.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self {
            r: part(0)?,
            g: part(2)?,
            b: part(4)?,
            a: 255,
        })
    }

    /// As `#1F5FA8`, without alpha.
    pub fn to_hex(self) -> String {
        format!("#{:02X}{:02X}{:02X}", self.r, self.g, self.b)
    }

    /// The same with so much of its alpha (0 to 1).
    #[must_use]
    pub fn faded(self, share: f32) -> Self {
        Self {
            a: (f32::from(self.a) * share.clamp(0.0, 1.0)).round() as u8,
            ..self
        }
    }

    /// `share` (0 to 1) of `other` in this colour; alpha stays.
    #[must_use]
    pub fn mixed(self, other: Self, share: f32) -> Self {
        let mix = |a: u8, b: u8| {
            let (a, b) = (f32::from(a), f32::from(b));
            (a + (b - a) * share.clamp(0.0, 1.0)).round() as u8
        };
        Self {
            r: mix(self.r, other.r),
            g: mix(self.g, other.g),
            b: mix(self.b, other.b),
            a: self.a,
        }
    }

    /// Contrast of two opaque colours as WCAG 2 counts it: 1 to 21.
    pub fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f32 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Linear light of red, green and blue, 0 to 1.
    pub fn linear(self) -> [f32; 3] {
        [self.r, self.g, self.b].map(|part| {
            let part = f32::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        })
    }
}

impl<'de> Deserialize<'de> for Color {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let hex = String::deserialize(deserializer)?;
        Self::from_hex(&hex).ok_or_else(|| de::Error::custom(format!("{hex} is no colour")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_and_contrast() {
        let white = Color::from_hex("#FFFFFF").expect("white");
        let black = Color::from_hex("#000000").expect("black");
        assert!((white.contrast(black) - 21.0).abs() < 0.01);
        assert_eq!(white.mixed(black, 0.5).to_hex(), "#808080");
        for bad in ["FFFFFF", "#FFF", "#GGGGGG", "", "#ééé"] {
            assert_eq!(Color::from_hex(bad), None, "{bad}");
        }
    }
}

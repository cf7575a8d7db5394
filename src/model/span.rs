//! A stretch of an article's text, and the way from bytes to the scalar values that are printed.

use serde::{Deserialize, Serialize};

/// Bytes `start..end` of an article's text. Both ends lie on character boundaries.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span `start..end`; an end before the start gives an empty span.
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end: end.max(start),
        }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether no character lies inside.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words of the span, or `""` if it does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The span without white space at its ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Self::new(start, start + words.trim().len())
    }

    /// Whether both ends are character boundaries of `text`.
    pub fn fits(self, text: &str) -> bool {
        self.start <= self.end
            && text.is_char_boundary(self.start)
            && text.is_char_boundary(self.end)
    }
}

/// Turns byte offsets of one text into counts of Unicode scalar values, as the JSON contract has
/// them. Building it is linear in the text, a look-up is logarithmic at most.
pub struct ScalarOffsets {
    /// (byte, scalar) at the end of each character that is longer than one byte.
    after_wide: Vec<(usize, usize)>,
}

impl ScalarOffsets {
    /// Reads `text` once.
    pub fn new(text: &str) -> Self {
        let after_wide = text
            .char_indices()
            .enumerate()
            .filter(|(_, (_, c))| c.len_utf8() > 1)
            .map(|(scalar, (byte, c))| (byte + c.len_utf8(), scalar + 1))
            .collect();
        Self { after_wide }
    }

    /// How many scalar values stand before byte `byte` (a character boundary).
    pub fn scalar(&self, byte: usize) -> usize {
        let upto = self.after_wide.partition_point(|(end, _)| *end <= byte);
        match upto
            .checked_sub(1)
            .and_then(|last| self.after_wide.get(last))
        {
            Some((end, scalar)) => scalar + (byte - end),
            None => byte,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalar_offsets_count_characters() {
        let text = "a\u{201c}b\u{e9}\u{1f600}c";
        let offsets = ScalarOffsets::new(text);
        for (scalar, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.scalar(byte), scalar, "at byte {byte}");
        }
        assert_eq!(offsets.scalar(text.len()), text.chars().count());
    }

    #[test]
    fn trim_keeps_the_words() {
        let text = "  two words \n";
        let span = Span::new(0, text.len()).trim(text);
        assert_eq!(span.of(text), "two words");
        assert_eq!(Span::new(0, 2).trim(text).of(text), "");
    }
}

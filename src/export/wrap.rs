//! Breaks text into lines of a measured width, at word ends.

use crate::layout::{Measure, Weight};

const ELLIPSIS: &str = "…";

/// A face in a size, to measure text in.
#[derive(Clone, Copy)]
pub(super) struct Face<'a> {
    /// Tells widths.
    pub(super) measure: &'a dyn Measure,
    /// Font size.
    pub(super) size_px: f32,
    /// Which face.
    pub(super) weight: Weight,
}

impl Face<'_> {
    /// Width of one line.
    pub(super) fn width_px(&self, words: &str) -> f32 {
        self.measure.width_px(words, self.size_px, self.weight)
    }
}

/// `text` in lines of at most `width_px`, at most `max_lines` of them. What does not fit is left
/// out and an ellipsis says so. White space of any kind and length counts as one space. Only a
/// word wider than a line is broken inside.
pub(super) fn wrap(text: &str, face: Face<'_>, width_px: f32, max_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut words = text
        .split_whitespace()
        .flat_map(|word| pieces(word, face, width_px));
    for word in words.by_ref() {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line} {word}");
            if face.width_px(&longer) <= width_px {
                *line = longer;
                continue;
            }
        }
        if lines.len() == max_lines {
            cut_short(&mut lines, face, width_px);
            break;
        }
        lines.push(word);
    }
    lines
}

/// Ends the last line with an ellipsis, at a word end if it has more than one word.
fn cut_short(lines: &mut [String], face: Face<'_>, width_px: f32) {
    let Some(line) = lines.last_mut() else {
        return;
    };
    loop {
        let candidate = format!("{}{ELLIPSIS}", line.trim_end_matches([',', ';', ':', ' ']));
        if face.width_px(&candidate) <= width_px || line.is_empty() {
            *line = candidate;
            return;
        }
        match line.rfind(' ') {
            Some(end) => line.truncate(end),
            None => drop(line.pop()),
        }
    }
}

/// A word as it is, or cut into pieces if it is wider than a line.
fn pieces(word: &str, face: Face<'_>, width_px: f32) -> Vec<String> {
    if face.width_px(word) <= width_px {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    let mut used_px = 0.0;
    for c in word.chars() {
        let c_px = face.width_px(c.encode_utf8(&mut [0; 4]));
        if used_px + c_px > width_px && used_px > 0.0 {
            pieces.push(String::new());
            used_px = 0.0;
        }
        used_px += c_px;
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character is as wide as it is high.
    struct Square;

    impl Measure for Square {
        fn width_px(&self, text: &str, size_px: f32, _weight: Weight) -> f32 {
            text.chars().count() as f32 * size_px
        }
    }

    #[test]
    fn lines_end_where_words_end() {
        let face = Face {
            measure: &Square,
            size_px: 1.0,
            weight: Weight::Regular,
        };
        for (text, max_lines, expected) in [
            ("", 2, &[][..]),
            (" \n ", 2, &[]),
            ("one two three", 2, &["one two", "three"]),
            ("one  two\nthree four", 3, &["one two", "three", "four"]),
            ("one two three four", 2, &["one two", "three…"]),
            ("one two, three four", 1, &["one two…"]),
            ("exactly8 x", 1, &["exactly…"]),
            ("antidisestablish", 3, &["antidise", "stablish"]),
            ("one antidisestablish", 2, &["one", "antidis…"]),
            ("ééééééééé", 2, &["éééééééé", "é"]),
        ] {
            assert_eq!(wrap(text, face, 8.0, max_lines), expected, "{text:?}");
        }
        assert_eq!(wrap("ab cd", face, 0.0, 1).len(), 1);
    }
}

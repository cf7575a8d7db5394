//! A long text as paragraphs with their heights, so that only what is in sight is laid out.

use crate::model::Span;

use super::rich::ceil_boundary;

/// A line of text longer than this (bytes) is cut between words: laying out one of a megabyte
/// would stop the window.
const MAX_PARAGRAPH: usize = 1_800;

/// The paragraphs of a text: its lines, with overlong ones cut. Empty lines are left out.
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trim(text);
        start += line.len();
        push_cut(text, span, &mut found);
    }
    found
}

fn push_cut(text: &str, mut span: Span, found: &mut Vec<Span>) {
    while span.len() > MAX_PARAGRAPH {
        let reach = ceil_boundary(text, span.start + MAX_PARAGRAPH);
        let near = Span::new(span.start, reach).of(text);
        let cut = near
            .rfind(char::is_whitespace)
            .filter(|at| *at > 0)
            .map_or(reach, |at| span.start + at);
        found.push(Span::new(span.start, cut));
        span = Span::new(cut, span.end).trim(text);
    }
    if !span.is_empty() {
        found.push(span);
    }
}

/// The paragraph that holds a byte, or the last before it.
pub(super) fn paragraph_at(paragraphs: &[Span], byte: usize) -> usize {
    paragraphs
        .partition_point(|span| span.start <= byte)
        .saturating_sub(1)
}

/// Where paragraphs stand: guessed from their lengths until they are seen and measured.
#[derive(Clone, Debug, Default)]
pub(super) struct Heights {
    heights_px: Vec<f32>,
    tops_px: Vec<f32>,
}

impl Heights {
    /// Guesses for paragraphs set `chars_a_line` wide, `line_px` a line, `gap_px` apart.
    pub(super) fn guess(
        paragraphs: &[Span],
        chars_a_line: f32,
        line_px: f32,
        gap_px: f32,
    ) -> Self {
        let height_px = |span: &Span| {
            let n_lines = (span.len() as f32 / chars_a_line.max(1.0)).ceil().max(1.0);
            n_lines * line_px + gap_px
        };
        let mut heights = Self {
            heights_px: paragraphs.iter().map(height_px).collect(),
            tops_px: Vec::new(),
        };
        heights.settle();
        heights
    }

    /// Height of all.
    pub(super) fn total_px(&self) -> f32 {
        let last = self.tops_px.last().zip(self.heights_px.last());
        last.map_or(0.0, |(top, height)| top + height)
    }

    /// Top of a paragraph.
    pub(super) fn top_px(&self, index: usize) -> f32 {
        self.tops_px.get(index).copied().unwrap_or(0.0)
    }

    /// The paragraph at a height.
    pub(super) fn index_at(&self, y_px: f32) -> usize {
        self.tops_px
            .partition_point(|top| *top <= y_px)
            .saturating_sub(1)
    }

    /// Takes a measured height; says whether it differs from what was thought.
    pub(super) fn measured(&mut self, index: usize, height_px: f32) -> bool {
        match self.heights_px.get_mut(index) {
            Some(kept) if (*kept - height_px).abs() > 0.25 => {
                *kept = height_px;
                true
            }
            _ => false,
        }
    }

    /// Places all paragraphs anew after heights changed.
    pub(super) fn settle(&mut self) {
        let mut top_px = 0.0_f64;
        self.tops_px.clear();
        for height_px in &self.heights_px {
            self.tops_px.push(top_px as f32);
            top_px += f64::from(*height_px);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_in_a_paragraph() {
        let long = "łąka ".repeat(2_000);
        let text = format!("Title\n\nFirst paragraph.\r\n{long}\nlast");
        let spans = paragraphs(&text);
        assert!(spans.iter().all(|span| span.fits(&text)));
        assert!(spans.iter().all(|span| span.len() <= MAX_PARAGRAPH + 4));
        let words = |text: &str| text.split_whitespace().count();
        let n_words: usize = spans.iter().map(|span| words(span.of(&text))).sum();
        assert_eq!(n_words, words(&text));
        let at = text.find("last").expect("last");
        assert_eq!(paragraph_at(&spans, at), spans.len() - 1);
        assert_eq!(paragraph_at(&spans, 0), 0);
    }

    #[test]
    fn a_line_without_spaces_is_cut_on_characters() {
        let text = "é".repeat(5_000);
        let spans = paragraphs(&text);
        assert!(spans.len() > 4 && spans.iter().all(|span| span.fits(&text)));
        assert_eq!(
            spans.iter().map(|span| span.len()).sum::<usize>(),
            text.len()
        );
    }

    #[test]
    fn measured_heights_move_what_follows() {
        let spans = [Span::new(0, 100), Span::new(101, 150), Span::new(151, 160)];
        let mut heights = Heights::guess(&spans, 50.0, 20.0, 10.0);
        assert_eq!((heights.top_px(1), heights.total_px()), (50.0, 110.0));
        assert!(heights.measured(0, 90.0) && !heights.measured(1, 30.0));
        heights.settle();
        assert_eq!((heights.top_px(1), heights.total_px()), (90.0, 150.0));
        assert_eq!((heights.index_at(0.0), heights.index_at(95.0)), (0, 1));
        assert_eq!(heights.index_at(1e9), 2);
    }
}

//! Lines of a text with their places, and spans put in order.

use crate::model::Span;

/// The lines of `text` from byte `from` on, without their line ends, as spans of `text`.
pub(super) fn lines_from(text: &str, from: usize) -> impl Iterator<Item = Span> {
    let mut at = from;
    text.get(from..)
        .unwrap_or("")
        .split_inclusive('\n')
        .map(move |line| {
            let start = at;
            at += line.len();
            let content = line.strip_suffix('\n').unwrap_or(line);
            Span::new(start, start + content.len())
        })
}

/// Sorted and disjoint: what overlaps becomes one.
pub(super) fn merge(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| !span.is_empty());
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start < last.end => *last = last.cover(span),
            _ => merged.push(span),
        }
    }
    merged
}

/// `text` up to `max_chars`, cut at a word's end with an ellipsis if it is longer; the second part
/// says how many bytes of it are the text's own.
pub(super) fn cut_at_word(text: &str, max_chars: usize) -> (String, usize) {
    let Some((limit, _)) = text.char_indices().nth(max_chars) else {
        return (text.to_owned(), text.len());
    };
    let head = text.get(..limit).unwrap_or(text);
    let cut = head
        .rfind(char::is_whitespace)
        .and_then(|at| head.get(..at))
        .unwrap_or(head);
    let cut = cut.trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-".contains(c));
    let cut = if cut.is_empty() { head } else { cut };
    (format!("{cut}…"), cut.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_their_place() {
        let text = "ab\n\ncd";
        let lines: Vec<&str> = lines_from(text, 0).map(|line| line.of(text)).collect();
        assert_eq!(lines, ["ab", "", "cd"]);
        assert_eq!(lines_from(text, 4).next(), Some(Span::new(4, 6)));
    }

    #[test]
    fn titles_are_cut_at_a_word() {
        assert_eq!(cut_at_word("short", 10).0, "short");
        assert_eq!(
            cut_at_word("one two, three", 10),
            ("one two…".to_owned(), 7)
        );
        assert_eq!(cut_at_word("unbroken", 3).0, "unb…");
    }

    #[test]
    fn overlapping_spans_become_one() {
        let spans = vec![
            Span::new(5, 9),
            Span::new(0, 2),
            Span::new(7, 12),
            Span::new(2, 2),
        ];
        assert_eq!(merge(spans), [Span::new(0, 2), Span::new(5, 12)]);
    }
}

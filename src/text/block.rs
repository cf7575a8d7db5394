//! Paragraphs, headings and list items: which line breaks end a sentence and which only wrap.

use crate::model::Span;

/// Lines longer than this were not wrapped by hand or by a mail program.
const WIDEST_WRAP: usize = 110;
/// Lines shorter than this are not wrapped because the line was full.
const NARROWEST_WRAP: usize = 40;
/// Line breaks before a lower-case word are soft from this length on.
const SHORTEST_FLOW: usize = 20;

/// A stretch of text that no sentence crosses, with the number of its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) span: Span,
    pub(super) paragraph: usize,
}

/// The blocks of `text` outside `skip`.
pub(super) fn blocks(text: &str, skip: &[Span]) -> Vec<Block> {
    let mut found = Vec::new();
    let mut paragraph = 0;
    for part in outside(text, skip) {
        for group in line_groups(text, part) {
            let widest = group.iter().map(|line| line.len()).max().unwrap_or(0);
            let mut open: Option<Span> = None;
            for (at, line) in group.iter().enumerate() {
                let span = open.map_or(*line, |open| open.cover(*line));
                let next = group.get(at + 1);
                if next.is_some_and(|next| is_soft(text, *line, *next, widest)) {
                    open = Some(span);
                } else {
                    found.push(Block { span, paragraph });
                    paragraph += 1;
                    open = None;
                }
            }
        }
    }
    found
}

/// The parts of the text that no span of `skip` covers.
fn outside(text: &str, skip: &[Span]) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut from = 0;
    for gap in skip.iter().filter(|gap| gap.fits(text)) {
        if from < gap.start {
            parts.push(Span::new(from, gap.start));
        }
        from = from.max(gap.end);
    }
    if from < text.len() {
        parts.push(Span::new(from, text.len()));
    }
    parts
}

/// Lines without their white space, grouped between empty lines.
fn line_groups(text: &str, part: Span) -> Vec<Vec<Span>> {
    let mut groups = Vec::new();
    let mut group = Vec::new();
    let mut from = part.start;
    for line in part.of(text).split_inclusive('\n') {
        let span = Span::new(from, from + line.len()).trim(text);
        from += line.len();
        if !span.is_empty() {
            group.push(span);
        } else if !group.is_empty() {
            groups.push(std::mem::take(&mut group));
        }
    }
    if !group.is_empty() {
        groups.push(group);
    }
    groups
}

/// Whether the break between two lines is only a wrap.
fn is_soft(text: &str, line: Span, next: Span, widest: usize) -> bool {
    let next_words = next.of(text);
    if is_item(next_words) {
        return false;
    }
    let continues = next_words.chars().next().is_some_and(char::is_lowercase);
    if continues && line.len() >= SHORTEST_FLOW && !ends_sentence(line.of(text)) {
        return true;
    }
    let first_word = next_words.split_whitespace().next().map_or(0, str::len);
    let is_full = line.len() + 1 + first_word >= widest;
    (NARROWEST_WRAP..=WIDEST_WRAP).contains(&widest)
        && line.len() >= NARROWEST_WRAP
        && is_full
        && !is_item(line.of(text))
}

/// Whether a line is an item of a list.
fn is_item(line: &str) -> bool {
    let mut chars = line.chars();
    match (chars.next(), chars.next()) {
        (Some('-' | '*' | '•' | '·' | '–' | '—' | '#' | '>'), Some(c)) => {
            c.is_whitespace() || c == '#'
        }
        (Some('•' | '▪' | '●'), _) => true,
        (Some(d), _) if d.is_ascii_digit() => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            line.len() - rest.len() <= 2 && (rest.starts_with(". ") || rest.starts_with(") "))
        }
        _ => false,
    }
}

/// Whether words end like a sentence, closing quotes and brackets aside.
pub(super) fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['"', '\'', '”', '’', '»', ')', ']'])
        .ends_with(['.', '!', '?', '…', ':', ';'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = blocks(text, &[])
            .iter()
            .map(|block| block.span.of(text).replace('\n', " "))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn line_breaks() {
        check(
            "Head line\nA line.\nAnother",
            &["Head line", "A line.", "Another"],
        );
        check(
            "The harbour was closed after the\nstorm had passed",
            &["The harbour was closed after the storm had passed"],
        );
        check(
            "The committee decided on a plan that the town's\nMayor Ruth Klein had put forward in the autumn, as\nFriday's paper says.",
            &[
                "The committee decided on a plan that the town's Mayor Ruth Klein had put forward in the autumn, as Friday's paper says.",
            ],
        );
        check(
            "Needs:\n- bread\n- salt\n2. wine",
            &["Needs:", "- bread", "- salt", "2. wine"],
        );
    }

    #[test]
    fn skipped_text_ends_a_block() {
        let text = "One ADVERT two";
        let found = blocks(text, &[Span::new(4, 10)]);
        assert_eq!(found.len(), 2);
        assert_eq!(found.first().map(|b| b.span.of(text)), Some("One"));
    }
}

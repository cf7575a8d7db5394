//! Skipped spans inside a sentence that are only markup (`](https://…)`, `<b>`, `**`): the sentence
//! goes on behind them, without their characters.

use super::Token;
use crate::model::Span;

/// Markup never is longer; what is longer is something else.
const LONGEST: usize = 2_000;

/// The spans of `skip` that a sentence may cross, and the spans that end it.
pub(super) fn split(text: &str, skip: &[Span]) -> (Vec<Span>, Vec<Span>) {
    skip.iter().partition(|gap| is_markup(gap.of(text)))
}

/// `tokens` without those inside `markup` (sorted, disjoint).
pub(super) fn without(markup: &[Span], mut tokens: Vec<Token>) -> Vec<Token> {
    if markup.is_empty() {
        return tokens;
    }
    tokens.retain(|token| {
        let next = markup.partition_point(|gap| gap.end <= token.span.start);
        !markup.get(next).is_some_and(|gap| gap.overlaps(token.span))
    });
    tokens
}

fn is_markup(words: &str) -> bool {
    let is_target = words.starts_with("](") || words.starts_with("][");
    let is_tag = words.starts_with('<') && words.ends_with('>') && !words.starts_with("<!");
    let is_mark = words
        .chars()
        .all(|c| matches!(c, '*' | '_' | '~' | '[' | ']' | '`'));
    words.len() <= LONGEST && !words.contains('\n') && (is_target || is_tag || is_mark)
}

#[cfg(test)]
mod tests {
    use super::super::analyse;
    use super::*;

    #[test]
    fn sentences_go_on_behind_markup() {
        let text = "The [coach](https://example.org/2024/07/05) of **Rovers** left. ![x](y.png) He was tired.";
        let gaps = [
            "[",
            "](https://example.org/2024/07/05)",
            "**",
            "**",
            "![x](y.png)",
        ];
        let mut from = 0;
        let skip = gaps.map(|gap| {
            let start = from + text[from..].find(gap).expect(gap);
            from = start + gap.len();
            Span::new(start, from)
        });
        let document = analyse(text, &skip);
        let words: Vec<String> = document
            .sentences
            .iter()
            .map(|s| {
                s.tokens
                    .iter()
                    .map(|t| t.span.of(text))
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect();
        assert_eq!(words, ["The coach of Rovers left .", "He was tired ."]);
    }
}

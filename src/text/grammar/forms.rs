//! The words that the grammar model reads, made of the tokens of a sentence: some tokens are joined
//! (`mid-August`, `18:00`), some are split (`can|not`, `5|m`), as Universal Dependencies has it.

use super::form_rules::{self, Glued};
use crate::model::Span;
use crate::text::{Sentence, Token, TokenShape};

/// A word of the model and the tokens it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// Its extent.
    pub span: Span,
    /// Index of its first token in the sentence.
    pub first: usize,
    /// Index of its last token.
    pub last: usize,
    /// Whether it is written as one with the form before (`do|n't`, `Peru|'s`).
    pub is_clitic: bool,
}

/// The words of a sentence for the model, in order.
pub fn forms(text: &str, sentence: &Sentence) -> Vec<Form> {
    let tokens = sentence.tokens.as_slice();
    let mut former = Former {
        text,
        found: Vec::with_capacity(tokens.len()),
        is_quoting: false,
    };
    let mut first = 0;
    while let Some(token) = tokens.get(first) {
        let n_glued = glued(tokens.get(first..).unwrap_or(&[]));
        if n_glued == 1 && token.shape != TokenShape::Mixed {
            former.single(first, *token);
        } else {
            former.chunk(first, tokens.get(first..first + n_glued).unwrap_or(&[]));
        }
        first += n_glued;
    }
    former.split_last_stop();
    former.found
}

/// Number of tokens up to the next gap.
fn glued(tokens: &[Token]) -> usize {
    let pairs = tokens.iter().zip(tokens.iter().skip(1));
    1 + pairs
        .take_while(|(token, next)| token.span.end == next.span.start)
        .count()
}

struct Former<'t> {
    text: &'t str,
    found: Vec<Form>,
    /// Whether a single quote is open: then the next one is no apostrophe.
    is_quoting: bool,
}

impl Former<'_> {
    fn push(&mut self, span: Span, first: usize, n_tokens: usize, is_clitic: bool) {
        self.found.push(Form {
            span,
            first,
            last: first + n_tokens.max(1) - 1,
            is_clitic,
        });
    }

    /// The stop of an abbreviation that ends the sentence is a word too (`etc|.`).
    fn split_last_stop(&mut self) {
        let Some(last) = self.found.last_mut() else {
            return;
        };
        let word = last.span.of(self.text);
        if word.len() > 2 && word.ends_with('.') && word.starts_with(char::is_alphabetic) {
            let stop = Form {
                span: Span::new(last.span.end - 1, last.span.end),
                is_clitic: false,
                ..*last
            };
            last.span.end -= 1;
            self.found.push(stop);
        }
    }

    /// The tokens between two gaps, of which `first` is the index of the first.
    fn chunk(&mut self, first: usize, tokens: &[Token]) {
        let mut at = 0;
        while let (Some(token), Some(rest)) = (tokens.get(at), tokens.get(at..)) {
            let n_joined = form_rules::joined(Glued {
                text: self.text,
                before: at.checked_sub(1).and_then(|before| tokens.get(before)),
                tokens: rest,
            });
            match rest.get(n_joined.max(1) - 1) {
                Some(last) if n_joined > 1 => {
                    self.push(token.span.cover(last.span), first + at, n_joined, false);
                }
                _ if at > 0 && self.is_clitic(*token, rest.len() > 1) => {
                    self.push(token.span, first + at, 1, true);
                }
                _ => {
                    self.open_quote(*token, at, rest.len());
                    self.single(first + at, *token);
                }
            }
            at += n_joined.max(1);
        }
    }

    /// A token that is joined to none: one form, or several.
    fn single(&mut self, index: usize, token: Token) {
        let word = token.span.of(self.text);
        let mut from = token.span.start;
        for (len, is_clitic) in form_rules::cuts(word, token.shape) {
            self.push(Span::new(from, from + len), index, 1, is_clitic);
            from += len;
        }
        self.push(
            Span::new(from, token.span.end),
            index,
            1,
            form_rules::is_contraction(word),
        );
    }

    /// `'s`, `n't`, and the apostrophe of `the companies' plans`.
    fn is_clitic(&mut self, token: Token, is_followed: bool) -> bool {
        let Some(before) = self.found.last().map(|form| form.span.of(self.text)) else {
            return false;
        };
        if !before.ends_with(char::is_alphanumeric) && !before.ends_with('.') {
            return false;
        }
        let word = token.span.of(self.text);
        if matches!(word, "'" | "’") {
            let is_plural = before.ends_with(['s', 'S', 'z', 'x']) && !is_followed;
            return is_plural && !std::mem::take(&mut self.is_quoting);
        }
        token.shape != TokenShape::Sign && form_rules::is_clitic(word)
    }

    fn open_quote(&mut self, token: Token, at: usize, n_left: usize) {
        if at == 0 && n_left > 1 && matches!(token.span.of(self.text), "'" | "‘") {
            self.is_quoting = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::text::analyse;

    #[derive(Deserialize)]
    struct Lists {
        examples: Examples,
    }

    #[derive(Deserialize)]
    struct Examples {
        accepted: Vec<[String; 2]>,
    }

    /// The forms of a text with `|` or `~` before each.
    fn shown(text: &str) -> String {
        let sentences = analyse(text, &[]).sentences;
        let forms = sentences.iter().flat_map(|sentence| forms(text, sentence));
        let shown = forms.map(|form| {
            let joint = if form.is_clitic { "~" } else { "|" };
            joint.to_owned() + form.span.of(text)
        });
        shown.collect::<String>().split_off(1)
    }

    #[test]
    fn examples_of_the_lists() {
        let lists: Lists =
            toml::from_str(include_str!("../../../assets/lang/en/text/forms.toml"))
                .expect("well written");
        for [text, expected] in lists.examples.accepted {
            assert_eq!(shown(&text), expected);
        }
    }

    #[test]
    fn forms_know_their_tokens() {
        let text = "They cannot see mid-May.";
        let document = analyse(text, &[]);
        let found: Vec<(&str, usize, usize)> = forms(text, &document.sentences[0])
            .iter()
            .map(|form| (form.span.of(text), form.first, form.last))
            .collect();
        let expected = [
            ("They", 0, 0),
            ("can", 1, 1),
            ("not", 1, 1),
            ("see", 2, 2),
            ("mid-May", 3, 5),
            (".", 6, 6),
        ];
        assert_eq!(found, expected);
    }
}

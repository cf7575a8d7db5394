//! The parts of Markdown that no reader reads as prose: link targets, images, code, comments.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::model::Span;

/// Spans of link targets, images, code blocks and HTML in `text` from `body_start` on.
pub(super) fn not_prose(text: &str, body_start: usize) -> Vec<Span> {
    let body = text.get(body_start..).unwrap_or("");
    let mut spans = Vec::new();
    let mut links: Vec<Link> = Vec::new();
    for (event, range) in Parser::new(body).into_offset_iter() {
        let span = Span::new(body_start + range.start, body_start + range.end);
        match event {
            Event::Start(Tag::Link { .. }) => links.push(Link {
                whole: span,
                words_end: None,
            }),
            Event::End(TagEnd::Link) => spans.extend(links.pop().and_then(Link::target)),
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::Rule => spans.push(span.trim(text)),
            _ => {
                for link in &mut links {
                    link.words_end = link.words_end.max(Some(span.end));
                }
            }
        }
    }
    spans
}

/// A link that is being read.
struct Link {
    whole: Span,
    words_end: Option<usize>,
}

impl Link {
    /// What follows its words: `](https://example.org)`.
    fn target(self) -> Option<Span> {
        let target = Span::new(self.words_end?, self.whole.end);
        (2 < target.len()).then_some(target)
    }
}

//! The parts of Markdown that no reader reads as prose: link targets, marks of emphasis and
//! headings, images, code, comments.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::model::Span;

/// Spans of what is not prose in `text` from `body_start` on, in no order.
pub(super) fn not_prose(text: &str, body_start: usize) -> Vec<Span> {
    let body = text.get(body_start..).unwrap_or("");
    let mut spans = Vec::new();
    let mut links: Vec<Link> = Vec::new();
    for (event, range) in Parser::new(body).into_offset_iter() {
        let span = Span::new(body_start + range.start, body_start + range.end);
        match event {
            Event::Start(Tag::Link { .. }) => links.push(Link {
                whole: span,
                words: None,
            }),
            Event::End(TagEnd::Link) => {
                spans.extend(links.pop().into_iter().flat_map(Link::marks));
            }
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::Rule => spans.push(span.trim(text)),
            Event::Start(Tag::Strong) => spans.extend(emphasis(span, 2)),
            Event::Start(Tag::Emphasis) => spans.extend(emphasis(span, 1)),
            Event::Start(Tag::Heading { .. }) => spans.extend(heading_marks(text, span)),
            Event::End(_) => (),
            _ => {
                for link in &mut links {
                    link.words = Some(link.words.map_or(span, |words| words.cover(span)));
                }
            }
        }
    }
    spans
}

/// A link that is being read.
struct Link {
    whole: Span,
    words: Option<Span>,
}

impl Link {
    /// What stands before and behind its words: `[` and `](https://example.org)`.
    fn marks(self) -> [Span; 2] {
        let words = self.words.unwrap_or(self.whole);
        [
            Span::new(self.whole.start, words.start),
            Span::new(words.end, self.whole.end),
        ]
    }
}

fn emphasis(whole: Span, mark_len: usize) -> [Span; 2] {
    [
        Span::new(whole.start, whole.start + mark_len),
        Span::new(whole.end - mark_len, whole.end),
    ]
}

/// The `#` before a heading and, if there are some, those behind it.
fn heading_marks(text: &str, whole: Span) -> [Span; 2] {
    let whole = whole.trim(text);
    let words = whole.of(text);
    let before = words.len() - words.trim_start_matches('#').len();
    let after = words.trim_end_matches('#').len().max(before);
    [
        Span::new(whole.start, whole.start + before),
        Span::new(whole.start + after, whole.end),
    ]
}

//! Stretches of an article's text with their words marked, each kind of mark in its own look.

use std::collections::BTreeSet;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Color32, FontId, Stroke};

use super::ink::Ink;
use super::paint::font;
use super::rich_paint::Rich;
use crate::layout::Weight;
use crate::model::Span;

/// How some words look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Look {
    /// Names the event: bold.
    Trigger,
    /// Gave the date: underlined in the accent.
    Time,
    /// Gave the status: italic.
    Status,
    /// A place that sources disagree about: in the warning colour.
    Disputed,
    /// Not the article: greyed.
    Boilerplate,
    /// An event rests on it: underlined in the colour of its kind.
    Evidence(Color32),
    /// The excerpt in focus: on the ground of what is selected.
    Focus,
}

/// Words and how they look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Marked {
    /// The words.
    pub(crate) span: Span,
    /// Their look.
    pub(crate) look: Look,
}

/// The plain look that the marks change.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Body {
    /// Font size.
    pub(crate) size_px: f32,
    /// From line to line.
    pub(crate) line_px: f32,
    /// Colour of plain words.
    pub(crate) color: Color32,
    /// Where lines break.
    pub(crate) wrap_px: f32,
}

/// Lays `span` of `text` out with its marks between `before` and `after` (quotation marks, or
/// nothing). Line breaks within become spaces, so each character keeps its place.
pub(crate) fn rich_job(
    (text, span): (&str, Span),
    marks: &[Marked],
    body: Body,
    ink: &Ink,
    [before, after]: [&str; 2],
) -> Rich {
    let mut job = LayoutJob::default();
    let mut underlines = Vec::new();
    let mut n_chars = before.chars().count();
    job.wrap.max_width = body.wrap_px;
    let marks: Vec<&Marked> = marks.iter().filter(|m| m.span.overlaps(span)).collect();
    job.append(before, 0.0, format(&[], body, ink));
    let cuts = cuts(text, span, &marks);
    for (start, end) in cuts.iter().zip(cuts.iter().skip(1)) {
        let piece = Span::new(*start, *end);
        let looks: Vec<Look> = marks
            .iter()
            .filter(|mark| mark.span.contains(piece))
            .map(|mark| mark.look)
            .collect();
        let words = piece.of(text).replace(['\n', '\t'], " ");
        job.append(&words, 0.0, format(&looks, body, ink));
        let first = n_chars;
        n_chars += words.chars().count();
        underlines.extend(underline(&looks, ink).map(|stroke| (first..n_chars, stroke)));
    }
    job.append(after, 0.0, format(&[], body, ink));
    Rich { job, underlines }
}

/// At most about `max_bytes` of `span` around `focus`, cut between words.
pub(crate) fn shorten(text: &str, span: Span, focus: Span, max_bytes: usize) -> Span {
    if span.len() <= max_bytes {
        return span;
    }
    let lead = max_bytes.saturating_sub(focus.len()) / 2;
    let start = focus.start.saturating_sub(lead).max(span.start);
    let end = (start + max_bytes).min(span.end);
    let start = end.saturating_sub(max_bytes).max(span.start);
    let start = if start == span.start {
        start
    } else {
        next_word(text, start)
    };
    let end = if end == span.end {
        end
    } else {
        last_word_end(text, end)
    };
    Span::new(start.min(end), end)
}

fn next_word(text: &str, from: usize) -> usize {
    let from = ceil_boundary(text, from);
    let rest = text.get(from..).unwrap_or("");
    let reach = ceil_boundary(rest, 80);
    let near = rest.get(..reach).unwrap_or("");
    near.find(char::is_whitespace)
        .map_or(from, |at| ceil_boundary(text, from + at + 1))
}

fn last_word_end(text: &str, to: usize) -> usize {
    let to = ceil_boundary(text, to);
    let from = ceil_boundary(text, to.saturating_sub(80));
    let near = text.get(from..to).unwrap_or("");
    near.rfind(char::is_whitespace).map_or(to, |at| from + at)
}

/// The first character boundary at or after a byte.
pub(crate) fn ceil_boundary(text: &str, byte: usize) -> usize {
    (byte..text.len())
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(text.len())
}

/// Where the look may change, sorted, from the start to the end of `span`.
fn cuts(text: &str, span: Span, marks: &[&Marked]) -> Vec<usize> {
    let mut cuts = BTreeSet::from([span.start, span.end]);
    for mark in marks {
        for at in [mark.span.start, mark.span.end] {
            if (span.start..span.end).contains(&at) && text.is_char_boundary(at) {
                cuts.insert(at);
            }
        }
    }
    cuts.into_iter().collect()
}

fn format(looks: &[Look], body: Body, ink: &Ink) -> TextFormat {
    let mut format = TextFormat {
        font_id: font(body.size_px, Weight::Regular),
        line_height: Some(body.line_px),
        color: body.color,
        ..TextFormat::default()
    };
    for look in looks {
        change(&mut format, *look, ink);
    }
    format
}

/// The last look that has an underline decides.
fn underline(looks: &[Look], ink: &Ink) -> Option<Stroke> {
    looks.iter().rev().find_map(|look| match look {
        Look::Time => Some(Stroke::new(1.0, ink.accent)),
        Look::Evidence(color) => Some(Stroke::new(1.5, *color)),
        _ => None,
    })
}

fn change(format: &mut TextFormat, look: Look, ink: &Ink) {
    let size_px = format.font_id.size;
    let in_face = |weight: Weight| -> FontId { font(size_px, weight) };
    match look {
        Look::Trigger => format.font_id = in_face(Weight::Semibold),
        Look::Time => format.color = ink.accent,
        Look::Status => format.font_id = in_face(Weight::Italic),
        Look::Disputed => format.color = ink.warning,
        Look::Boilerplate => format.color = ink.faint,
        Look::Evidence(_) => (),
        Look::Focus => {
            format.background = ink.selection;
            format.expand_bg = 2.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Theme;

    const TEXT: &str = "Nurses will strike in Łódź on Friday,\nthe union said.";

    fn span_of(words: &str) -> Span {
        let start = TEXT.find(words).expect(words);
        Span::new(start, start + words.len())
    }

    fn body() -> Body {
        Body {
            size_px: 13.0,
            line_px: 20.0,
            color: Color32::BLACK,
            wrap_px: 200.0,
        }
    }

    #[test]
    fn marks_change_the_look_of_their_words_only() {
        let marks = [
            Marked {
                span: span_of("strike"),
                look: Look::Trigger,
            },
            Marked {
                span: span_of("Łódź"),
                look: Look::Disputed,
            },
        ];
        let whole = Span::new(0, TEXT.len());
        let job = rich_job(
            (TEXT, whole),
            &marks,
            body(),
            &Ink::of(Theme::light()),
            ["“", "”"],
        )
        .job;
        assert_eq!(job.text, format!("“{}”", TEXT.replace('\n', " ")));
        let marked: Vec<&str> = job
            .sections
            .iter()
            .filter(|section| {
                section.format.color != Color32::BLACK
                    || section.format.font_id != font(13.0, Weight::Regular)
            })
            .map(|section| {
                let range = &section.byte_range;
                &job.text[range.start.0..range.end.0]
            })
            .collect();
        assert_eq!(marked, ["strike", "Łódź"]);
    }

    #[test]
    fn marks_that_fit_no_character_are_left_out() {
        let inside_a_character = Span::new(span_of("Łódź").start + 1, TEXT.len());
        let marks = [Marked {
            span: inside_a_character,
            look: Look::Trigger,
        }];
        let whole = Span::new(0, TEXT.len());
        let job = rich_job(
            (TEXT, whole),
            &marks,
            body(),
            &Ink::of(Theme::light()),
            ["", ""],
        )
        .job;
        assert_eq!(job.text, TEXT.replace('\n', " "));
    }

    #[test]
    fn a_long_excerpt_is_cut_between_words_around_its_focus() {
        let text = "alpha beta gamma delta épsilon zeta eta theta iota kappa lambda";
        let focus_start = text.find("zeta").expect("zeta");
        let focus = Span::new(focus_start, focus_start + 4);
        let cut = shorten(text, Span::new(0, text.len()), focus, 24);
        assert!(cut.contains(focus) && cut.len() <= 26, "{}", cut.of(text));
        assert!(cut.fits(text));
        assert!(text.split(' ').any(|word| cut.of(text).starts_with(word)));
        let all = Span::new(0, text.len());
        assert_eq!(shorten(text, all, focus, 500), all);
    }
}

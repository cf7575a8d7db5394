//! Numbered source notes: what each mark rests on, in columns under the picture.

use std::collections::BTreeMap;

use super::pen::{Pen, Style};
use super::styles::Styles;
use super::wrap::wrap;
use crate::layout::Measure;
use crate::model::{Article, ArticleId, Basis, Conflict, Event, EventId, When};
use crate::scene::Shape;

const MIN_COLUMN_PX: f32 = 400.0;
const MAX_COLUMNS: usize = 4;
const COLUMN_GAP_PX: f32 = 32.0;
const NOTE_GAP_PX: f32 = 16.0;
const QUOTE_GAP_PX: f32 = 4.0;
const QUOTE_LINES: usize = 2;
/// From the number to the words.
const INDENT_PX: f32 = 30.0;

/// One note.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Note {
    number: usize,
    title: String,
    about: String,
    conflicts: Vec<String>,
    quotes: Vec<Quote>,
}

#[derive(Clone, Debug, PartialEq)]
struct Quote {
    words: String,
    source: String,
}

/// The notes of the events that have a number, by number.
pub(super) fn notes(
    events: &[&Event],
    articles: &[Article],
    numbers: &BTreeMap<EventId, usize>,
) -> Vec<Note> {
    let by_id: BTreeMap<ArticleId, &Article> = articles
        .iter()
        .map(|article| (article.id, article))
        .collect();
    let mut notes: Vec<Note> = events
        .iter()
        .filter_map(|event| Some(note(event, *numbers.get(&event.id)?, &by_id)))
        .collect();
    notes.sort_by_key(|note| note.number);
    notes
}

/// The notes in columns, `width_px` wide in all, from the top left corner. Also their height.
pub(super) fn columns(
    notes: &[Note],
    styles: &Styles,
    measure: &dyn Measure,
    width_px: f32,
) -> (Vec<Shape>, f32) {
    let fitting = (width_px + COLUMN_GAP_PX) / (MIN_COLUMN_PX + COLUMN_GAP_PX);
    let n_columns = (fitting as usize)
        .clamp(1, MAX_COLUMNS)
        .min(notes.len().max(1));
    let column_px = (width_px - COLUMN_GAP_PX * (n_columns - 1) as f32) / n_columns as f32;
    let written: Vec<(Vec<Shape>, f32)> = notes
        .iter()
        .map(|note| write(note, styles, measure, column_px))
        .collect();
    let heights: Vec<f32> = written.iter().map(|(_, height_px)| *height_px).collect();
    let limit_px = balanced_height(&heights, n_columns);
    let (mut column, mut y, mut tallest_px) = (0, 0.0_f32, 0.0_f32);
    let mut shapes = Vec::new();
    for (note, height_px) in written {
        if y > 0.0 && y + height_px > limit_px {
            column += 1;
            y = 0.0;
        }
        let x = column as f32 * (column_px + COLUMN_GAP_PX);
        shapes.extend(note.into_iter().map(|shape| shape.shifted(x, y)));
        y += height_px;
        tallest_px = tallest_px.max(y);
    }
    (shapes, (tallest_px - NOTE_GAP_PX).max(0.0))
}

/// The least height at which all fit into so many columns, in order.
fn balanced_height(heights_px: &[f32], n_columns: usize) -> f32 {
    let mut low = heights_px.iter().copied().fold(0.0, f32::max);
    let mut high = heights_px.iter().sum::<f32>().max(low);
    while high - low > 0.5 {
        let middle = f32::midpoint(low, high);
        if columns_needed(heights_px, middle) <= n_columns {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

fn columns_needed(heights_px: &[f32], limit_px: f32) -> usize {
    let (mut n_columns, mut y) = (1, 0.0);
    for height_px in heights_px {
        if y > 0.0 && y + height_px > limit_px {
            n_columns += 1;
            y = 0.0;
        }
        y += height_px;
    }
    n_columns
}

fn write(
    note: &Note,
    styles: &Styles,
    measure: &dyn Measure,
    width_px: f32,
) -> (Vec<Shape>, f32) {
    let mut pen = Pen::new(measure);
    let text_px = width_px - INDENT_PX;
    pen.word(0.0, &note.number.to_string(), styles.number);
    pen.text(INDENT_PX, &note.title, styles.note_title, text_px, 2);
    pen.text(INDENT_PX, &note.about, styles.secondary, text_px, 2);
    for conflict in &note.conflicts {
        pen.text(INDENT_PX, conflict, styles.warning, text_px, 2);
    }
    for quote in &note.quotes {
        pen.y += QUOTE_GAP_PX;
        for line in quote_lines(&quote.words, &pen, styles.body, text_px) {
            pen.line(INDENT_PX, &line, styles.body);
        }
        pen.text(INDENT_PX, &quote.source, styles.secondary, text_px, 1);
    }
    pen.y += NOTE_GAP_PX;
    (pen.shapes, pen.y)
}

/// The words between quotation marks, which stay even where the words are cut.
fn quote_lines(words: &str, pen: &Pen<'_>, style: Style, width_px: f32) -> Vec<String> {
    let face = pen.face(style);
    let room_px = width_px - face.width_px("”");
    let mut lines = wrap(&format!("“{}", inside(words)), face, room_px, QUOTE_LINES);
    if let Some(last) = lines.last_mut() {
        last.push('”');
    }
    lines
}

/// Words as they stand between quotation marks: without marks around all of them, and with single
/// marks for the double ones inside.
fn inside(words: &str) -> String {
    let is_double = |c: char| matches!(c, '"' | '“' | '”');
    let bare = words
        .strip_prefix(is_double)
        .and_then(|rest| rest.strip_suffix(is_double))
        .filter(|bare| !bare.contains(is_double));
    if let Some(bare) = bare {
        return bare.to_owned();
    }
    let mut before = ' ';
    let single = |c: char| {
        let opens = before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–');
        before = c;
        match c {
            '“' => '‘',
            '"' if opens => '‘',
            '”' | '"' => '’',
            c => c,
        }
    };
    words.chars().map(single).collect()
}

fn note(event: &Event, number: usize, articles: &BTreeMap<ArticleId, &Article>) -> Note {
    let when = event
        .when
        .as_ref()
        .map_or("undated".to_owned(), When::in_words);
    let mut about = vec![when, event.status.name().to_lowercase()];
    about.extend(event.places.first().cloned());
    let mut seen = Vec::new();
    let mut quotes = Vec::new();
    for mention in &event.mentions {
        let place = (mention.article, mention.excerpt);
        if let Some(article) = articles
            .get(&mention.article)
            .filter(|_| !seen.contains(&place))
        {
            seen.push(place);
            quotes.push(Quote {
                words: mention.excerpt.of(&article.text).to_owned(),
                source: source_line(article),
            });
        }
    }
    Note {
        number,
        title: event.title.clone(),
        about: about.join(" · "),
        conflicts: event.conflicts.iter().map(conflict_line).collect(),
        quotes,
    }
}

/// Who says it, and when that was published.
fn source_line(article: &Article) -> String {
    let source = article.source.as_deref().unwrap_or(&article.title);
    let date = match (&article.published.when, article.published.basis) {
        (None, _) => "date not known".to_owned(),
        (Some(when), Basis::Inferred) => format!("{}, inferred", when.in_short()),
        (Some(when), _) => when.in_short(),
    };
    format!("{source}, {date}")
}

fn conflict_line(conflict: &Conflict) -> String {
    let claims: Vec<&str> = conflict
        .claims
        .iter()
        .map(|claim| claim.value.as_str())
        .collect();
    let about = conflict.about.words();
    format!(
        "Sources disagree about the {about}: {}",
        claims.join(" or ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_have_one_pair_of_double_marks() {
        for (words, expected) in [
            ("The bridge fell.", "The bridge fell."),
            ("“It fell.”", "It fell."),
            ("\"It fell.\"", "It fell."),
            ("“It fell,” he said.", "‘It fell,’ he said."),
            ("“No,” he said. “Yes.”", "‘No,’ he said. ‘Yes.’"),
            ("A (\"big\") fall", "A (‘big’) fall"),
            ("“It fell", "‘It fell"),
        ] {
            assert_eq!(inside(words), expected);
        }
    }

    #[test]
    fn columns_are_balanced() {
        for (heights_px, n_columns, expected_px) in [
            (&[10.0, 10.0, 10.0, 10.0][..], 2, 20.0),
            (&[30.0, 10.0, 10.0, 10.0], 2, 30.0),
            (&[10.0, 10.0, 10.0], 2, 20.0),
            (&[10.0], 3, 10.0),
            (&[], 1, 0.0),
        ] {
            let height_px = balanced_height(heights_px, n_columns);
            assert!(
                (height_px - expected_px).abs() < 1.0,
                "{heights_px:?}: {height_px}"
            );
            assert!(columns_needed(heights_px, height_px) <= n_columns);
        }
    }
}

//! What stands before an article: YAML between `---` lines, or header lines (`Source: …`).

use std::collections::BTreeMap;

use serde::Deserialize;

use super::fields::{Field, field};
use super::lines::lines_from;
use crate::model::{Problem, Span};

/// A fence further down than this is a rule of the article, not the end of front matter.
const MAX_LINES: usize = 100;
/// A header line's value is no longer than this.
const MAX_VALUE_CHARS: usize = 200;
/// Alone, `Source: …` or `By …` is a header only with so few words; else it may be a headline.
const MAX_WORDS_ALONE: usize = 6;

/// What it says, and where it stands.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    /// Title and its place.
    pub(super) title: Option<(String, Option<Span>)>,
    /// Source.
    pub(super) source: Option<String>,
    /// The date field's words and their place.
    pub(super) date: Option<(String, Option<Span>)>,
    /// Its lines.
    pub(super) spans: Vec<Span>,
    /// Where the article's own text begins.
    pub(super) body_start: usize,
}

/// Reads the front matter of `text`; what is wrong in it goes to `problems`.
pub(super) fn read(path: &str, text: &str, problems: &mut Vec<Problem>) -> FrontMatter {
    match fenced(text) {
        Some((inside, body_start)) => from_yaml(path, text, inside, body_start, problems),
        None => from_header_lines(text),
    }
}

/// The YAML between the fences, and where the text after them begins.
fn fenced(text: &str) -> Option<(Span, usize)> {
    let first = text.len() - text.trim_start().len();
    let mut lines = lines_from(text, first);
    let open = lines
        .next()
        .filter(|line| line.of(text).trim_end() == "---")?;
    let start = (open.end + 1).min(text.len());
    let close = lines
        .take(MAX_LINES)
        .find(|line| matches!(line.of(text).trim_end(), "---" | "..."))?;
    let inside = Span::new(start, close.start);
    let has_field = inside.is_empty() || inside.of(text).lines().any(is_field_line);
    has_field.then_some((inside, (close.end + 1).min(text.len())))
}

fn is_field_line(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, _)| {
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || "-_ ".contains(c))
    })
}

fn from_yaml(
    path: &str,
    text: &str,
    inside: Span,
    body_start: usize,
    problems: &mut Vec<Problem>,
) -> FrontMatter {
    let read: Result<BTreeMap<String, Value>, _> = serde_saphyr::from_str(inside.of(text));
    let mut values = Values::default();
    match read {
        Ok(map) => {
            for (name, value) in map {
                let Some(words) = value.0 else { continue };
                let span = place_of(text, inside, &name, &words);
                values.add(&name, &words, span);
            }
        }
        Err(_) if inside.of(text).trim().is_empty() => (),
        Err(error) => {
            problems.push(invalid(path, inside, &error.to_string()));
            for line in
                lines_from(text, inside.start).take_while(|line| line.start < inside.end)
            {
                if let Some((name, value)) = header_line(text, line) {
                    values.add(name, unquoted(value.of(text)), Some(value));
                }
            }
        }
    }
    let whole = Span::new(0, body_start).trim(text);
    values.into_front_matter(vec![whole], body_start)
}

fn invalid(path: &str, inside: Span, error: &str) -> Problem {
    let reason = error.lines().next().unwrap_or("").trim();
    Problem {
        path: path.to_owned(),
        span: Some(inside),
        message: format!("The front matter is not valid YAML: {reason}"),
        hint: "Put a value that holds a colon or a quote in quotes. Its lines were read one by one."
            .to_owned(),
    }
}

/// Where the value of `name` stands, if it stands there as it reads.
fn place_of(text: &str, inside: Span, name: &str, words: &str) -> Option<Span> {
    let line = lines_from(text, inside.start)
        .take_while(|line| line.start < inside.end)
        .find(|line| {
            let parts = line.of(text).split_once(':');
            parts.is_some_and(|(key, _)| key.trim().trim_matches(['"', '\'']) == name)
        })?;
    let after = line.start + line.of(text).find(':')? + 1;
    let at = after + text.get(after..line.end)?.find(words)?;
    Some(Span::new(at, at + words.len()))
}

/// Header lines at the very top, or right below a headline.
fn from_header_lines(text: &str) -> FrontMatter {
    let filled = |line: &Span| !line.of(text).trim().is_empty();
    let mut lines = lines_from(text, 0).filter(filled).take(12).peekable();
    let is_header = |line: &Span| header_line(text, *line).is_some();
    if !lines.peek().is_some_and(is_header) {
        lines.next();
    }
    let header: Vec<Span> = lines.take_while(is_header).collect();
    let starts_text = header.first().is_some_and(|line| {
        text.get(..line.start)
            .is_some_and(|before| before.trim().is_empty())
    });
    if !is_header_block(text, &header, starts_text) {
        return FrontMatter::default();
    }
    let mut values = Values::default();
    for line in &header {
        if let Some((name, value)) = header_line(text, *line) {
            values.add(name, unquoted(value.of(text)), Some(value));
        }
    }
    let body_start = match header.last() {
        Some(last) if starts_text => (last.end + 1).min(text.len()),
        _ => 0,
    };
    values.into_front_matter(header, body_start)
}

/// Lines that are surely a header, not a headline with a colon; below a headline a date alone is
/// left to be found as a date line.
fn is_header_block(text: &str, header: &[Span], starts_text: bool) -> bool {
    let is_about_date = |line: &Span| {
        let name = header_line(text, *line).map(|(name, _)| name);
        let field = name.and_then(field).map(|(field, _)| field);
        matches!(field, Some(Field::Date | Field::Other))
    };
    if !starts_text && header.iter().all(is_about_date) {
        return false;
    }
    2 <= header.len() || header.iter().any(|line| is_sure(text, *line))
}

/// The name and the value's place of a line like `Source: Example Wire`.
fn header_line(text: &str, line: Span) -> Option<(&str, Span)> {
    let words = line.of(text);
    let colon = words.find(':')?;
    let name = words.get(..colon)?;
    field(name)?;
    let value = Span::new(line.start + colon + 1, line.end).trim(text);
    let value = Span::new(
        value.start + (value.of(text).len() - value.of(text).trim_start_matches('*').len()),
        value.end,
    )
    .trim(text);
    let n_chars = value.of(text).chars().count();
    (0 < n_chars && n_chars <= MAX_VALUE_CHARS).then_some((name, value))
}

/// Whether a header line that stands alone is one: a headline may begin with `Source: …` as well.
fn is_sure(text: &str, line: Span) -> bool {
    let Some((name, value)) = header_line(text, line) else {
        return false;
    };
    let value = value.of(text);
    match field(name) {
        Some((Field::Title, _)) => true,
        Some((Field::Source, _)) => value.split_whitespace().count() <= MAX_WORDS_ALONE,
        Some((Field::Date, _)) => value.contains(|c: char| c.is_ascii_digit()),
        Some((Field::Other, _)) | None => false,
    }
}

fn unquoted(value: &str) -> &str {
    ['"', '\'']
        .into_iter()
        .find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote))
        .unwrap_or(value)
        .trim()
}

/// The values found so far, each with the rank of its field's name.
#[derive(Default)]
struct Values {
    title: Option<(usize, String, Option<Span>)>,
    source: Option<(usize, String, Option<Span>)>,
    date: Option<(usize, String, Option<Span>)>,
}

impl Values {
    fn add(&mut self, name: &str, words: &str, span: Option<Span>) {
        let Some((field, rank)) = field(name) else {
            return;
        };
        let words = words.split_whitespace().collect::<Vec<&str>>().join(" ");
        let slot = match field {
            Field::Title => &mut self.title,
            Field::Source => &mut self.source,
            Field::Date => &mut self.date,
            Field::Other => return,
        };
        if !words.is_empty() && slot.as_ref().is_none_or(|(known, ..)| rank < *known) {
            *slot = Some((rank, words, span));
        }
    }

    fn into_front_matter(self, spans: Vec<Span>, body_start: usize) -> FrontMatter {
        FrontMatter {
            title: self.title.map(|(_, words, span)| (words, span)),
            source: self.source.map(|(_, words, _)| words),
            date: self.date.map(|(_, words, span)| (words, span)),
            spans,
            body_start,
        }
    }
}

/// A field's value as words, whatever YAML type it has; a list is joined, a table is ignored.
struct Value(Option<String>);

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> serde::de::Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("words, a number or a list")
    }

    fn visit_str<E>(self, words: &str) -> Result<Value, E> {
        Ok(Value(Some(words.to_owned())))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value(Some(number.to_string())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value(Some(number.to_string())))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value(Some(number.to_string())))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Value, E> {
        Ok(Value(None))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value(None))
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value(None))
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut words = Vec::new();
        while let Some(item) = list.next_element::<Value>()? {
            words.extend(item.0);
        }
        Ok(Value((!words.is_empty()).then(|| words.join(", "))))
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut table: A) -> Result<Value, A::Error> {
        while table.next_entry::<Value, Value>()?.is_some() {}
        Ok(Value(None))
    }
}

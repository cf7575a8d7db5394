//! Phrases and names in the words of a headline.

use crate::model::{Name, NameClass};
use crate::text::{WordClass, is_demonym, is_title};

use super::title_phrase::{Phrase, behind_day, is_possessive, is_preposition};
use super::title_words::TitleWords;
use super::view::View;

/// How names are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Persons with their full names.
    Full,
    /// Persons with their last names.
    Short,
}

/// The words of a phrase for a headline; none for a speaker's own.
pub(super) fn render(view: &View<'_>, phrase: Phrase, style: Style) -> Option<String> {
    let words = TitleWords::get();
    let mut line = Line::default();
    let mut at = phrase.first;
    while at <= phrase.last {
        let is_glued = at > phrase.first && is_glued_on(view, at);
        if let Some(name) = view.name_at(at).filter(|_| !view.is_time(at)) {
            let (first, last) = view.tokens_of(name.span);
            if first == at && last <= phrase.last {
                line.name(view, name, style, is_glued);
                at = last + 1;
                continue;
            }
        }
        if let Some(next) = behind_day(view, at).filter(|next| *next <= phrase.last) {
            at = next;
            continue;
        }
        // Of `Friday's attack` Friday is left out.
        if line.parts.is_empty() && is_possessive(view, at) {
            at += 1;
            continue;
        }
        let token = view.sentence.tokens.get(at)?;
        let word = token.span.of(view.text);
        let lower = view.word(at);
        if words.first_person.contains(lower) && word != "US" {
            return None;
        }
        let small = view.sentence.lowered.binary_search(&at).is_ok();
        let word = if small { lower } else { word };
        let is_quote = ["“", "”", "\"", "‘", "(", ")", "[", "]"].contains(&word);
        let is_part = lower == "the" && at > phrase.first && before_place(view, at + 1);
        // The `a` of `Mar-a-Lago`.
        let is_inner = is_glued && at < phrase.last && is_glued_on(view, at + 1);
        let is_said = is_part || is_inner || !words.dropped.contains(lower);
        if !is_quote && is_said {
            let starts = is_preposition(view, at)
                || matches!(
                    view.class(at),
                    Some(WordClass::Coordinator | WordClass::Sign)
                )
                || view.group_at(at).is_some();
            line.word(word, is_glued);
            if starts {
                line.start = line.parts.len();
            }
        }
        at += 1;
    }
    (!line.parts.is_empty()).then(|| line.text())
}

/// `in the Gulf of Aden`
fn before_place(view: &View<'_>, at: usize) -> bool {
    view.name_at(at)
        .is_some_and(|name| name.class == NameClass::Place)
}

fn is_glued_on(view: &View<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        view.is_glued(before) && !["“", "”", "\"", "(", "[", "‘"].contains(&view.word(before))
    })
}

/// Words on their way to a headline.
#[derive(Default)]
struct Line {
    parts: Vec<(String, bool)>,
    /// Where the noun phrase in work begins.
    start: usize,
}

impl Line {
    fn word(&mut self, word: &str, is_glued: bool) {
        self.parts.push((word.to_owned(), is_glued));
    }

    /// A person without titles, or a long one by his role alone.
    fn name(&mut self, view: &View<'_>, name: &Name, style: Style, is_glued: bool) {
        let has_role = self.parts.len() > self.start
            && self
                .parts
                .iter()
                .skip(self.start)
                .any(|(word, _)| is_title(&word.to_lowercase()));
        let n_words = name.full.split(' ').count();
        if name.class == NameClass::Person && has_role && n_words > 3 {
            let honorifics = &TitleWords::get().honorifics;
            let mut at = self.start;
            while let Some((word, _)) = self.parts.get_mut(at) {
                let lower = word.to_lowercase();
                if honorifics.contains(&lower) {
                    self.parts.remove(at);
                    continue;
                }
                if is_title(&lower) {
                    *word = lower;
                }
                at += 1;
            }
            return;
        }
        if style == Style::Short && self.has_plain_role() && names_one(name) {
            // Of `political activist Anna Bell` the name says more.
            self.parts.truncate(self.start);
            return self
                .parts
                .push((written(view, name, Style::Full), is_glued));
        }
        let text = written(view, name, style);
        let repeats = self
            .parts
            .last()
            .is_some_and(|(word, _)| text.starts_with(word.as_str()) && text.contains(' '));
        if name.class == NameClass::Person && has_role {
            self.parts.truncate(self.start);
        } else if repeats {
            self.parts.pop();
        }
        self.parts.push((text, is_glued));
    }

    /// Whether only words without capitals stand before, and nobody else.
    fn has_plain_role(&self) -> bool {
        let is_plain = |(word, _): &(String, bool)| word.chars().all(char::is_lowercase);
        self.start == 0 && !self.parts.is_empty() && self.parts.iter().all(is_plain)
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for (word, is_glued) in &self.parts {
            if !text.is_empty() && !is_glued {
                text.push(' ');
            }
            text.push_str(word);
        }
        text
    }
}

/// A person with more than one name, as far as is known.
fn names_one(name: &Name) -> bool {
    let is_somebody = matches!(name.class, NameClass::Person | NameClass::Unknown);
    is_somebody && name.full.contains(' ')
}

/// A name as a headline writes it.
pub(super) fn written(view: &View<'_>, name: &Name, style: Style) -> String {
    let raw = name
        .span
        .of(view.text)
        .split_whitespace()
        .collect::<Vec<&str>>()
        .join(" ");
    match name.class {
        NameClass::Country if is_demonym(&raw) => raw,
        NameClass::Country if raw.len() < 6 || raw == name.full => {
            TitleWords::get().short_country(&name.full).to_owned()
        }
        NameClass::Person => by_style(name, style),
        _ => raw,
    }
}

fn by_style(name: &Name, style: Style) -> String {
    let last = name.full.rsplit(' ').next().unwrap_or(&name.full);
    match style {
        Style::Full if name.full.chars().count() <= 24 => name.full.clone(),
        _ => last.to_owned(),
    }
}

/// `US`, a person's full or last name, else the full name.
pub(super) fn short(name: &Name, style: Style) -> String {
    match name.class {
        NameClass::Country => TitleWords::get().short_country(&name.full).to_owned(),
        NameClass::Person => by_style(name, style),
        _ => name.full.clone(),
    }
}

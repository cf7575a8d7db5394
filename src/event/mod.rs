//! Event mentions: trigger, status, date, participants, places, title.

mod announced;
mod antecedent;
mod arguments;
mod arguments_words;
mod clause;
mod date;
mod date_linked;
mod date_nearest;
mod date_offset;
mod date_past;
mod date_told;
mod echo;
mod headline;
mod lexicon;
mod minor;
mod named;
mod narrative;
mod no_act;
mod quantity;
mod reader;
mod select;
mod senses;
mod status;
mod status_clause;
mod status_negation;
mod support;
mod syntax;
mod syntax_time;
mod title;
mod title_actor;
mod title_carried;
mod title_content;
mod title_form;
mod title_noun;
mod title_number;
mod title_phrase;
mod title_pronoun;
mod title_relative;
mod title_render;
mod title_same;
mod title_subject;
mod title_tails;
mod title_verb;
mod title_words;
mod trigger;
mod view;

pub use named::date_by_landmarks;
pub use title::{is_loosely_joined, joined_as_in_print};

use crate::model::{Article, Mention, Name, Timex};
use crate::text::Document;

/// The event mentions of one article in text order, with those that only come back to one of them.
///
/// The latter say so ([`Mention::is_echo`]). `timexes` are those of [`crate::time::tag`], `names` those of
/// [`crate::text::names`].
pub fn mentions(
    article: &Article,
    document: &Document,
    names: &[Name],
    timexes: &[Timex],
) -> Vec<Mention> {
    let names = without_days(&article.text, names, timexes);
    let reader = reader::Reader {
        article,
        names: &names,
        timexes,
    };
    let (mut drafts, echoes) = reader.drafts(document);
    let is_of_court = narrative::is_of_court(article, document);
    narrative::continue_dates(&mut drafts, article.published.day(), is_of_court);
    echo::with_echoes(select::select(drafts, document), echoes)
}

/// The names without a day that only stands behind one of several words: `met the European Parliament Tuesday`.
fn without_days(text: &str, names: &[Name], timexes: &[Timex]) -> Vec<Name> {
    let shorter = |name: &Name| {
        let day = timexes.iter().find(|timex| {
            name.span.start < timex.span.start && timex.span.end == name.span.end
        })?;
        let mut span = name.span;
        span.end = day.span.start;
        span.end = span.start + span.of(text).trim_end().len();
        let full = name.full.strip_suffix(day.span.of(text))?.trim_end();
        full.contains(' ').then(|| Name {
            full: full.to_owned(),
            span,
            class: name.class,
        })
    };
    let mended = |name: &Name| shorter(name).unwrap_or_else(|| name.clone());
    names.iter().map(mended).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    use crate::model::{ArticleId, Basis, Published};

    fn mentions_of(text: &str) -> Vec<Mention> {
        let day = jiff::civil::date(2024, 5, 15);
        let article = Article {
            id: ArticleId(0),
            path: String::new(),
            text: Arc::from(text),
            title: String::new(),
            title_span: None,
            source: None,
            declared_date: None,
            saved: None,
            anchor: None,
            published: Published::on(day, Basis::Given, None),
            boilerplate: Vec::new(),
        };
        let document = crate::text::analyse(text, &[]);
        let timexes = crate::time::tag(text, &document, Some(day));
        let names = crate::text::names(text, &document);
        mentions(&article, &document, &names, &timexes)
    }

    #[test]
    fn days_are_no_part_of_names() {
        let text = "Peru's ministers met the European Parliament Tuesday in Lima.";
        let found = mentions_of(text);
        let titles: Vec<&str> = found.iter().map(|m| m.title.as_str()).collect();
        assert!(
            titles.iter().all(|title| !title.contains("Tuesday")),
            "{titles:?}"
        );
        let names = found.iter().flat_map(|m| &m.participants);
        assert!(names.into_iter().all(|name| !name.full.contains("Tuesday")));
    }

    /// The class and the status of each mention.
    fn read(text: &str) -> Vec<(String, String)> {
        let pairs = mentions_of(text)
            .into_iter()
            .map(|m| (m.class, m.status.id().to_owned()));
        pairs.collect()
    }

    #[test]
    fn each_class_finds_its_examples() {
        let mut wrong = Vec::new();
        for class in &lexicon::Triggers::get().classes {
            let missed = class
                .accepted
                .iter()
                .filter(|text| !read(text).iter().any(|(id, _)| id.starts_with(&class.id)));
            wrong.extend(missed.map(|text| format!("{}: {text} {:?}", class.id, read(text))));
            let found = class.rejected.iter().filter(|text| !read(text).is_empty());
            wrong.extend(
                found.map(|text| format!("{} rejects: {text} {:?}", class.id, read(text))),
            );
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn each_meaning_finds_its_examples() {
        let mut wrong = Vec::new();
        for meaning in senses::Meaning::all() {
            for text in &meaning.accepted {
                let found = mentions_of(text);
                let is_right = found.first().is_some_and(|mention| {
                    let class = meaning.class_id();
                    class.is_none_or(|id| mention.class.starts_with(id))
                        && meaning.kind().is_none_or(|kind| mention.kind == kind)
                });
                if !is_right {
                    let found = found.first().map(|m| (m.class.clone(), m.kind));
                    wrong.push(format!("{text} {found:?}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn each_status_finds_its_examples() {
        let mut wrong = Vec::new();
        for (status, entry) in lexicon::status_cues() {
            let has = |text: &String| read(text).iter().any(|(_, found)| found == status);
            let missed = entry.accepted.iter().filter(|text| !has(text));
            wrong.extend(missed.map(|text| format!("{status}: {text} {:?}", read(text))));
            let found = entry.rejected.iter().filter(|text| has(text));
            wrong.extend(found.map(|text| format!("{status} rejects: {text}")));
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

//! From bytes and a name to an article: encoding, front matter, title, source, boilerplate.
//! Never reads a file itself.

mod boilerplate;
mod decode;
mod fields;
mod front_matter;
mod language;
mod lines;
mod markdown;
mod rules;
mod source;
mod title;

use std::sync::Arc;

use crate::model::{Article, ArticleId, DeclaredDate, Problem, Span};
use front_matter::FrontMatter;

pub use decode::MAX_BYTES;

/// Reads one file's bytes. `None` with a problem if it holds no readable text.
pub fn article(id: ArticleId, path: &str, bytes: &[u8]) -> (Option<Article>, Vec<Problem>) {
    let decoded = match decode::decode(bytes) {
        Ok(decoded) => decoded,
        Err(refusal) => {
            let (message, hint) = refusal.words();
            return (None, vec![Problem::with_file(path, message, hint)]);
        }
    };
    let mut problems = Vec::new();
    if let Some((message, hint)) = decoded.note {
        problems.push(Problem::with_file(path, message, hint));
    }
    let article = from_text(id, path, decoded.text, &mut problems);
    (Some(article), problems)
}

/// The problem of a file beyond [`MAX_BYTES`], for callers that see its size before they read it.
pub fn too_large(path: &str) -> Problem {
    let (message, hint) = decode::Refusal::TooLarge.words();
    Problem::with_file(path, message, hint)
}

/// Makes an article of pasted text. Title and source, where not empty, go before what the text
/// itself says; `name` stands for the path (`pasted-1.txt`). `None` with a problem if the text is
/// empty.
pub fn pasted(
    id: ArticleId,
    name: &str,
    text: &str,
    title: &str,
    source: &str,
) -> (Option<Article>, Vec<Problem>) {
    let (article, problems) = article(id, name, text.as_bytes());
    let article = article.map(|article| {
        let mut article = Article {
            source: words(source).or(article.source.clone()),
            ..article
        };
        if let Some(title) = words(title) {
            article.title = title;
            article.title_span = None;
        }
        article
    });
    (article, problems)
}

/// The file endings of articles, lower case, without the dot.
pub const ENDINGS: [&str; 4] = ["txt", "text", "md", "markdown"];

fn from_text(id: ArticleId, path: &str, text: String, problems: &mut Vec<Problem>) -> Article {
    let front = front_matter::read(path, &text, problems);
    let is_markdown = is_markdown(path);
    let boilerplate = boilerplate_of(&text, &front, is_markdown);
    let title = title::find(&text, path, &front, &boilerplate);
    if let Some((message, hint)) = language::note(&text, &boilerplate) {
        problems.push(Problem::with_file(path, message, hint));
    }
    Article {
        id,
        path: path.to_owned(),
        title: title.words,
        title_span: title.span,
        source: front.source.clone().or_else(|| source::from_folder(path)),
        declared_date: front.date.map(|(words, span)| DeclaredDate { words, span }),
        boilerplate,
        text: Arc::from(text),
        ..Article::default()
    }
}

fn boilerplate_of(text: &str, front: &FrontMatter, is_markdown: bool) -> Vec<Span> {
    let mut spans = front.spans.clone();
    if is_markdown {
        spans.extend(markdown::not_prose(text, front.body_start));
    }
    spans.extend(boilerplate::find(text, front.body_start));
    lines::merge(spans)
}

fn is_markdown(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or("");
    ["md", "markdown"].contains(&ending.to_lowercase().as_str())
}

fn words(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

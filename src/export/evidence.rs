//! What a picture rests on: its articles, and each event with the sentences that tell of it.

use std::collections::BTreeMap;

use svg::Node as _;
use svg::node::element::Element;

use super::xml::{element, text_element};
use crate::model::{Article, ArticleId, Event, Mention, ScalarOffsets, When};

/// Names the evidence in an SVG's metadata.
pub(super) const NAMESPACE: &str = "urn:dateline:evidence:1";

/// Each article with the way from its bytes to scalar values.
type Texts<'a> = BTreeMap<ArticleId, (&'a Article, ScalarOffsets)>;

/// What a picture rests on, with its title; goes into every picture.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    /// The picture's title.
    pub title: &'a str,
    /// One line on what it shows.
    pub summary: &'a str,
    /// The articles that the mentions point into.
    pub articles: &'a [Article],
    /// The events.
    pub events: &'a [&'a Event],
}

impl Evidence<'_> {
    /// The text a PNG carries: title, summary, and the articles with source and date.
    pub fn in_text(&self) -> String {
        let mut lines = vec![self.title.to_owned(), self.summary.to_owned()];
        lines.extend(self.articles.iter().map(article_line));
        lines.join("\n")
    }

    /// `<title>`, `<desc>` and `<metadata>` of an SVG.
    pub(super) fn to_elements(self) -> Vec<Element> {
        let mut root = element("dateline:evidence", &[]);
        for article in self.articles {
            root.append(article_element(article));
        }
        let texts: Texts<'_> = self
            .articles
            .iter()
            .map(|article| (article.id, (article, ScalarOffsets::new(&article.text))))
            .collect();
        for event in self.events {
            root.append(event_element(event, &texts));
        }
        let mut metadata = element("metadata", &[]);
        metadata.append(root);
        vec![
            text_element("title", &[], self.title),
            text_element("desc", &[], self.summary),
            metadata,
        ]
    }
}

/// An article in one line: title, source, date.
pub(super) fn article_line(article: &Article) -> String {
    let mut parts = vec![article.title.clone()];
    parts.extend(article.source.clone());
    let date = article.published.when.as_ref().map(When::in_short);
    parts.push(date.unwrap_or_else(|| "date not known".to_owned()));
    parts.join(" · ")
}

fn event_element(event: &Event, texts: &Texts<'_>) -> Element {
    let mut node = element(
        "dateline:event",
        &[
            ("id", &event.id.0),
            ("title", &event.title),
            ("kind", event.kind.id()),
            ("status", event.status.id()),
            ("origins", &event.origins.to_string()),
        ],
    );
    if let Some(when) = &event.when {
        node.assign("when", when.to_edtf());
    }
    for mention in &event.mentions {
        if let Some((article, offsets)) = texts.get(&mention.article) {
            node.append(excerpt_element(mention, article, offsets));
        }
    }
    node
}

fn article_element(article: &Article) -> Element {
    let mut node = element(
        "dateline:article",
        &[
            ("id", &super::address::article_id(article.id)),
            ("path", &article.path),
            ("title", &article.title),
            ("basis", article.published.basis.id()),
        ],
    );
    if let Some(source) = &article.source {
        node.assign("source", super::xml::clean(source).into_owned());
    }
    if let Some(when) = &article.published.when {
        node.assign("published", when.to_edtf());
    }
    node
}

/// Offsets count scalar values, as in the JSON form.
fn excerpt_element(mention: &Mention, article: &Article, offsets: &ScalarOffsets) -> Element {
    let words = mention.excerpt.of(&article.text);
    let mut node = text_element(
        "dateline:excerpt",
        &[
            ("article", &super::address::article_id(mention.article)),
            ("start", &offsets.scalar(mention.excerpt.start).to_string()),
            ("end", &offsets.scalar(mention.excerpt.end).to_string()),
            ("status", mention.status.id()),
        ],
        words,
    );
    if let Some(when) = &mention.when {
        node.assign("when", when.to_edtf());
    }
    node
}

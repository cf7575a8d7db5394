//! Publication dates of articles that state none: clues of their text, of their file and of the
//! other articles of the set.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::inferred_report::by_reports;
use crate::model::{Article, ArticleId, Basis, Event, Published, Timex, When};
use crate::text::Document;
use crate::time::{self, Clue, Inference, Landmarks};

/// The inferred publication dates of a set, by article.
pub type Inferred = BTreeMap<ArticleId, Inference>;

/// Whether nobody states when the article was published.
pub(super) fn is_undated(article: &Article) -> bool {
    !article.published.is_stated()
}

/// What one article tells by itself of the day of its publication.
pub(super) fn clues(
    article: &Article,
    document: &Document,
    timexes: &[Timex],
    landmarks: Option<&Landmarks>,
) -> Vec<Clue> {
    if !is_undated(article) {
        return Vec::new();
    }
    let landmarks = landmarks.unwrap_or_else(|| Landmarks::bundled());
    let mut clues = time::clues(article, document, timexes, landmarks);
    clues.extend(article.saved.map(Clue::saved));
    clues
}

/// The dates that follow from the clues of each article and from the events it shares with others.
pub(super) fn infer(
    articles: &[Article],
    clues: Vec<Vec<Clue>>,
    events: &[Event],
    timexes: &[&[Timex]],
) -> Inferred {
    let undated = articles.iter().zip(clues).zip(timexes);
    undated
        .filter(|((article, _), _)| is_undated(article))
        .filter_map(|((article, mut clues), timexes)| {
            clues.extend(by_reports(article, timexes, articles, events));
            Some((article.id, time::infer(clues)?))
        })
        .collect()
}

/// The articles with their inferred dates, marked as such.
pub fn with_inferred(articles: &[Article], inferred: &Inferred) -> Vec<Article> {
    dated(articles, |id| inferred.get(&id))
}

/// The articles with those inferred dates that are one of few days: a timeline would be drawn out
/// by the others, and no event counts from them.
pub(super) fn with_narrow(articles: &[Article], inferred: &Inferred) -> Vec<Article> {
    let is_narrow = |inference: &&Inference| narrow(&inference.when).is_some();
    dated(articles, |id| inferred.get(&id).filter(is_narrow))
}

fn dated<'i>(
    articles: &[Article],
    inferred: impl Fn(ArticleId) -> Option<&'i Inference>,
) -> Vec<Article> {
    let dated = articles.iter().cloned().map(|mut article| {
        if is_undated(&article) {
            article.published = published(inferred(article.id));
        }
        article
    });
    dated.collect()
}

fn published(inference: Option<&Inference>) -> Published {
    inference.map_or_else(Published::default, |inference| Published {
        when: Some(inference.when.clone()),
        basis: Basis::Inferred,
        span: None,
    })
}

/// The first and the last day that an article can have been published on, if it is one of few.
pub(super) fn narrow(when: &When) -> Option<(Date, Date)> {
    let is_narrow = when.width_days().is_some_and(|days| days <= MAX_DRAWN_DAYS);
    let days = (when.earliest()?, when.latest()?);
    is_narrow.then_some(days)
}

/// What counts from a publication date less sure than this is not drawn at all.
const MAX_DRAWN_DAYS: i64 = 93;

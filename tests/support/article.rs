//! An article of one text, and the mentions in it, for tests of what is read from sentences.

use std::sync::Arc;

use dateline::event::mentions;
use dateline::model::{Article, ArticleId, Basis, Mention, Published};
use dateline::text::{analyse, names};
use dateline::time::tag;
use jiff::civil::Date;

/// An article of `text` with nothing known of it but its day, if that.
pub(crate) fn article(text: &str, published: Option<Date>) -> Article {
    Article {
        id: ArticleId(0),
        path: "test.txt".to_owned(),
        text: Arc::from(text),
        title: "test".to_owned(),
        title_span: None,
        source: None,
        declared_date: None,
        saved: None,
        anchor: None,
        published: published.map_or_else(Published::default, |day| {
            Published::on(day, Basis::Given, None)
        }),
        boilerplate: Vec::new(),
    }
}

/// The mentions of events in `text`.
pub(crate) fn mentions_in(text: &str, published: Option<Date>) -> Vec<Mention> {
    let article = article(text, published);
    let document = analyse(text, &[]);
    let timexes = tag(text, &document, published);
    let names = names(text, &document);
    mentions(&article, &document, &names, &timexes)
}

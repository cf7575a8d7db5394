//! How fast articles become events: the pipeline over copies of the sample, and weaving alone.

use std::sync::Arc;

use dateline::model::{Article, ArticleId};
use dateline::session::{Progress, extract, sample};
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// `n_articles` articles: the sample again and again, each a little different, so that copies are
/// not all one text.
fn articles(n_articles: u32) -> Vec<Article> {
    let sample = sample::articles();
    (0..n_articles)
        .zip(sample.iter().cycle())
        .map(|(n, article)| Article {
            id: ArticleId(n),
            path: format!("{n}/{}", article.path),
            text: Arc::from(format!("{}\n\nCopy number {n}.\n", article.text)),
            ..article.clone()
        })
        .collect()
}

#[divan::bench(args = [11, 110, 1_100], sample_count = 5)]
fn text_to_events(bencher: Bencher<'_, '_>, n_articles: u32) {
    let articles = articles(n_articles);
    let n_bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    bencher
        .counter(BytesCount::new(n_bytes))
        .bench(|| extract(&articles, &Progress::default()));
}

//! The articles that come with the program.

use crate::ingest;
use crate::model::{Article, ArticleId};
use crate::time;

/// The bundled set on the US-Iran talks of January and February 2026.
pub fn articles() -> Vec<Article> {
    read(US_IRAN)
}

const US_IRAN: &[(&str, &str)] = &[(
    "sample/us-iran-2026/carrier-ordered.md",
    include_str!("../../assets/samples/us-iran-2026/carrier-ordered.md"),
)];

fn read(files: &[(&str, &str)]) -> Vec<Article> {
    let read = files.iter().zip(0..);
    read.filter_map(|((path, text), id)| {
        let (article, _) = ingest::article(ArticleId(id), path, text.as_bytes());
        let article = article?;
        let (published, _) = time::publication(&article);
        Some(Article {
            published,
            ..article
        })
    })
    .collect()
}

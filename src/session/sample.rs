//! The articles that come with the program.

use crate::ingest;
use crate::model::{Article, ArticleId};
use crate::time;

/// The bundled set on the US-Iran talks of January and February 2026.
pub fn articles() -> Vec<Article> {
    read(US_IRAN)
}

macro_rules! sample {
    ($path:literal) => {
        (
            concat!("sample/", $path),
            include_str!(concat!("../../assets/samples/", $path)),
        )
    };
}

/// By date; the order in which they are numbered.
const US_IRAN: &[(&str, &str)] = &[
    sample!("us-iran-2026/carrier-ordered.md"),
    sample!("us-iran-2026/armada.txt"),
    sample!("us-iran-2026/lincoln-arrives.md"),
    sample!("us-iran-2026/ankara-plan.md"),
    sample!("us-iran-2026/istanbul-friday.md"),
    sample!("us-iran-2026/istanbul-friday-reprint.txt"),
    sample!("us-iran-2026/president-orders-talks.txt"),
    sample!("us-iran-2026/called-off-and-back.md"),
    sample!("us-iran-2026/muscat-held.md"),
    sample!("us-iran-2026/talks-analysis-2026-02-09.txt"),
    sample!("us-iran-2026/exercise-slips.md"),
];

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

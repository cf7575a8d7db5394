//! The articles that come with the program.

use crate::ingest;
use crate::model::{Article, ArticleId};
use crate::time;

/// The bundled set on the US-Iran talks of January and February 2026.
pub fn articles() -> Vec<Article> {
    read(US_IRAN)
}

/// A second set, on the moon landing of August 2023: a quite different subject.
pub fn moon_articles() -> Vec<Article> {
    read(MOON)
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

/// By date; the order in which they are numbered.
const MOON: &[(&str, &str)] = &[
    sample!("moon-landing-2023/launch.md"),
    sample!("moon-landing-2023/orbit.md"),
    sample!("moon-landing-2023/crash.txt"),
    sample!("moon-landing-2023/landing.md"),
    sample!("moon-landing-2023/sleep.txt"),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Basis;

    #[track_caller]
    fn check(articles: &[Article], n_articles: usize, undated: &[&str]) {
        assert_eq!(articles.len(), n_articles);
        for article in articles {
            let source = article.source.as_deref().unwrap_or("");
            assert!(source.starts_with("Sample "), "{}: {source}", article.path);
            let is_undated = undated.iter().any(|name| article.path.ends_with(name));
            let has_day = article.published.day().is_some();
            assert_eq!(has_day, !is_undated, "{}", article.path);
        }
    }

    #[test]
    fn samples_name_their_sources_and_dates() {
        check(&articles(), 11, &["president-orders-talks.txt"]);
        check(&moon_articles(), 5, &[]);
    }

    #[test]
    fn samples_show_every_way_to_know_a_date() {
        let mut known: Vec<Basis> = articles().iter().map(|a| a.published.basis).collect();
        known.sort_unstable();
        known.dedup();
        let expected = [
            Basis::FrontMatter,
            Basis::DateLine,
            Basis::FileName,
            Basis::Unknown,
        ];
        assert_eq!(known, expected);
    }
}

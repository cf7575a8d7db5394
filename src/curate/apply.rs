//! Replays the reader's edits on the articles as they were loaded.

use std::collections::BTreeMap;

use super::Edit;
use crate::model::{Article, Basis, Published};

/// The articles with `edits` applied, in the same order and with the same ids. Edits of articles
/// that are not there wait for them.
pub fn apply(loaded: &[Article], edits: &[Edit]) -> Vec<Article> {
    let mut articles = loaded.to_vec();
    let places: BTreeMap<&str, usize> = loaded
        .iter()
        .enumerate()
        .map(|(index, article)| (article.path.as_str(), index))
        .collect();
    for edit in edits {
        for path in edit.paths() {
            let Some(&index) = places.get(path.as_str()) else {
                continue;
            };
            if let (Some(article), Some(original)) =
                (articles.get_mut(index), loaded.get(index))
            {
                apply_one(article, original, edit);
            }
        }
    }
    articles
}

fn apply_one(article: &mut Article, original: &Article, edit: &Edit) {
    match edit {
        Edit::Published { when: None, .. } => {
            article.published = original.published.clone();
        }
        Edit::Published { when, .. } => {
            article.published = Published {
                when: when.clone(),
                basis: Basis::Reader,
                span: None,
            };
        }
        Edit::Anchor { anchor, .. } => article.anchor = *anchor,
        Edit::Title { title, .. } => article.title.clone_from(title),
        Edit::Source { source, .. } => {
            article.source = Some(source.clone()).filter(|source| !source.is_empty());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;

    use super::*;
    use crate::model::{ArticleId, When};

    fn article(id: u32, path: &str) -> Article {
        Article {
            id: ArticleId(id),
            path: path.to_owned(),
            text: Arc::from("A ferry left."),
            title: "A ferry left".to_owned(),
            published: Published::on(date(2021, 4, 1), Basis::FileName, None),
            ..Article::default()
        }
    }

    #[test]
    fn later_edits_win_and_unsetting_goes_back() {
        let loaded = [article(0, "a.txt"), article(1, "b.txt")];
        let published = |when| Edit::Published {
            paths: vec!["a.txt".to_owned(), "gone.txt".to_owned()],
            when,
        };
        let set = published(Some(When::day(date(2021, 5, 2))));
        let edited = apply(&loaded, std::slice::from_ref(&set));
        let days: Vec<_> = edited.iter().map(|a| a.published.day()).collect();
        assert_eq!(days, [Some(date(2021, 5, 2)), Some(date(2021, 4, 1))]);
        assert_eq!(edited[0].published.basis, Basis::Reader);
        assert_eq!(apply(&loaded, &[set, published(None)]), loaded);
    }

    #[test]
    fn an_empty_source_is_none() {
        let loaded = [article(0, "a.txt")];
        let source = |source: &str| Edit::Source {
            paths: vec!["a.txt".to_owned()],
            source: source.to_owned(),
        };
        let named = apply(&loaded, &[source("Harbour Post")]);
        assert_eq!(named[0].source.as_deref(), Some("Harbour Post"));
        assert_eq!(
            apply(&loaded, &[source("Harbour Post"), source("")])[0].source,
            None
        );
    }
}

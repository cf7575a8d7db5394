//! From articles to events: tags, extracts and weaves, in parallel over articles.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::model::{Article, Event, Mention, Problem, Timex};
use crate::{event, story, text, time};

/// What was found in a set of articles; never changed, only replaced.
#[derive(Clone, Debug, Default)]
pub struct Extraction {
    /// Events, sorted by date and id.
    pub events: Vec<Event>,
    /// Time expressions of each article, in the order of the articles.
    pub timexes: Vec<Vec<Timex>>,
    /// What was not understood.
    pub problems: Vec<Problem>,
}

/// Shared with the thread that waits: how far the work is, and whether it should stop.
#[derive(Debug, Default)]
pub struct Progress {
    /// Articles done.
    pub done: AtomicUsize,
    /// Set to stop; the work then returns early.
    pub cancelled: AtomicBool,
}

impl Progress {
    /// Counts one more article as done.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// Whether somebody asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// Extracts the events of `articles`, whose publication dates are settled. `None` if cancelled.
/// The result does not depend on the number of threads.
pub fn extract(articles: &[Article], progress: &Progress) -> Option<Extraction> {
    let read: Option<Vec<Reading>> = articles
        .par_iter()
        .map(|article| {
            let reading = (!progress.is_cancelled()).then(|| read(article));
            progress.step();
            reading
        })
        .collect();
    let (timexes, mentions): (Vec<_>, Vec<_>) = read?
        .into_iter()
        .map(|reading| (reading.timexes, reading.mentions))
        .unzip();
    let events = story::weave(articles, mentions.into_iter().flatten().collect());
    (!progress.is_cancelled()).then_some(Extraction {
        events,
        timexes,
        problems: Vec::new(),
    })
}

/// What one article holds by itself.
struct Reading {
    timexes: Vec<Timex>,
    mentions: Vec<Mention>,
}

fn read(article: &Article) -> Reading {
    // A date line says when the article appeared, not that something happened.
    let mut skip = time::date_lines(article);
    skip.extend(&article.boilerplate);
    skip.sort_unstable();
    let document = text::analyse(&article.text, &skip);
    let timexes = time::tag(&article.text, &document, article.published.day());
    let mentions = event::mentions(article, &document, &timexes);
    Reading { timexes, mentions }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, Published};

    fn article(number: u32) -> Article {
        Article {
            id: ArticleId(number),
            path: format!("{number}.txt"),
            text: format!("Delegates met in Oslo on {} March 2021.\n", number + 1).into(),
            title: "Delegates".to_owned(),
            title_span: None,
            source: None,
            declared_date: None,
            published: Published::default(),
            boilerplate: Vec::new(),
        }
    }

    #[test]
    fn threads_do_not_change_the_result() {
        let articles: Vec<Article> = (0..20).map(article).collect();
        let on_threads = |count| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(count).build();
            let found = pool
                .unwrap()
                .install(|| extract(&articles, &Progress::default()))
                .unwrap();
            (found.events, found.timexes)
        };
        assert_eq!(on_threads(1), on_threads(4));
    }

    #[test]
    fn progress_counts_and_cancel_stops() {
        let articles: Vec<Article> = (0..3).map(article).collect();
        let progress = Progress::default();
        let found = extract(&articles, &progress).unwrap();
        assert_eq!(found.timexes.len(), 3);
        assert_eq!(progress.done.load(Ordering::Relaxed), 3);
        progress.cancelled.store(true, Ordering::Relaxed);
        assert!(extract(&articles, &progress).is_none());
    }
}

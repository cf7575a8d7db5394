//! From articles to events: tags, extracts and weaves, in parallel over articles.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::inferred::{self, Inferred, is_undated, with_narrow};
use super::is_known_by;
use super::uncertain::widened;
use crate::model::{
    Article, ArticleId, Event, EventId, IdIndex, Mention, Name, Problem, Timex, When,
};
use crate::text::{self, Document};
use crate::time::{self, Clue, Landmarks};
use crate::{event, story};

/// What was found in a set of articles; never changed, only replaced.
#[derive(Clone, Debug, Default)]
pub struct Extraction {
    /// Events, sorted by date and id.
    pub events: Vec<Event>,
    /// What each article says, of which the events are woven.
    pub mentions: Arc<[Mention]>,
    /// Time expressions of each article, in the order of the articles.
    pub timexes: Arc<[Vec<Timex>]>,
    /// The articles that tell a history by themselves, so that their dates count from the story.
    pub stories: BTreeSet<ArticleId>,
    /// Publication dates inferred for articles that state none.
    pub inferred: Inferred,
    /// What was not understood.
    pub problems: Vec<Problem>,
    /// Where to find an event by its id; made when first asked for.
    pub ids: OnceLock<IdIndex>,
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

/// Extracts the events of `articles`. Where nobody states when one was published, that is
/// inferred. `None` if cancelled. The result does not depend on the number of threads.
pub fn extract(articles: &[Article], progress: &Progress) -> Option<Extraction> {
    extract_with(articles, None, progress)
}

/// As [`extract`], with a table of landmarks that holds the reader's own.
pub fn extract_with(
    articles: &[Article],
    landmarks: Option<&Landmarks>,
    progress: &Progress,
) -> Option<Extraction> {
    // What was inferred before may rest on articles that are gone.
    let articles = &with_narrow(articles, &Inferred::default());
    let readings: Option<Vec<Reading>> = articles
        .par_iter()
        .map(|article| {
            let reading = (!progress.is_cancelled()).then(|| read(article, landmarks));
            progress.step();
            reading
        })
        .collect();
    let mut readings = readings?;
    let inferred = infer(articles, &mut readings);
    let articles = with_narrow(articles, &inferred);
    let stories = (articles.iter().zip(&readings))
        .filter(|(article, reading)| {
            let day = article.published.day();
            reading.recipes.tells_history(day)
        })
        .map(|(article, _)| article.id)
        .collect();
    reread(&articles, &mut readings, landmarks);
    let (timexes, mentions): (Vec<_>, Vec<_>) = readings
        .into_iter()
        .map(|reading| (reading.timexes, reading.mentions))
        .unzip();
    let mentions: Vec<Mention> = mentions.into_iter().flatten().collect();
    let events = story::weave(&articles, mentions.clone());
    (!progress.is_cancelled()).then_some(Extraction {
        events,
        mentions: mentions.into(),
        timexes: timexes.into(),
        stories,
        inferred,
        ..Extraction::default()
    })
}

impl Extraction {
    /// What was known by the end of `day`: the same with only those events that the articles out by
    /// then tell of, as they tell them. `articles` are those of the extraction, dated. Only the
    /// inferred publication dates rest on all articles: they say nothing of the story.
    #[must_use]
    pub fn as_of(&self, articles: &[Article], day: Date) -> Self {
        let known = articles.iter().filter(|a| is_known_by(a, day));
        let known: Vec<Article> = known.cloned().collect();
        let ids: BTreeSet<ArticleId> = known.iter().map(|article| article.id).collect();
        let mentions = self.mentions.iter();
        let mentions = mentions.filter(|mention| ids.contains(&mention.article));
        Self {
            events: story::weave(&known, mentions.cloned().collect()),
            mentions: Arc::clone(&self.mentions),
            timexes: Arc::clone(&self.timexes),
            stories: self.stories.clone(),
            inferred: self.inferred.clone(),
            problems: self.problems.clone(),
            ids: OnceLock::new(),
        }
    }

    /// The event with this id.
    pub fn event(&self, id: &EventId) -> Option<&Event> {
        let is_it = |at: usize| self.events.get(at).is_some_and(|event| event.id == *id);
        let ids = || IdIndex::new(self.events.iter().map(|event| &event.id));
        self.events.get(self.ids.get_or_init(ids).find(id, is_it)?)
    }

    /// The articles with those inferred publication dates that events count from.
    pub fn dated(&self, articles: &[Article]) -> Vec<Article> {
        with_narrow(articles, &self.inferred)
    }
}

/// What one article holds by itself.
struct Reading {
    document: Document,
    names: Vec<Name>,
    recipes: time::Reading,
    timexes: Vec<Timex>,
    mentions: Vec<Mention>,
    clues: Vec<Clue>,
}

fn read(article: &Article, landmarks: Option<&Landmarks>) -> Reading {
    // A date line says when the article appeared, not that something happened.
    let mut skip = time::date_lines(article);
    skip.extend(&article.boilerplate);
    skip.sort_unstable();
    let document = text::analyse(&article.text, &skip);
    let recipes = time::read(&article.text, &document);
    let day = article.published.day();
    let timexes = time::resolve(&article.text, &recipes, day, article.anchor);
    let names = text::names(&article.text, &document);
    let mentions = mentions(article, &document, &names, &timexes, landmarks);
    Reading {
        clues: inferred::clues(article, &document, &timexes, landmarks),
        document,
        names,
        recipes,
        timexes,
        mentions,
    }
}

/// The mentions of an article, those that it calls by the name of a landmark with the landmark's date.
fn mentions(
    article: &Article,
    document: &Document,
    names: &[Name],
    timexes: &[Timex],
    landmarks: Option<&Landmarks>,
) -> Vec<Mention> {
    let landmarks = landmarks.unwrap_or_else(|| Landmarks::bundled());
    let known = landmarks.named_in(&article.text);
    // The day of `the September 11 attacks` is no other of a later year, nor does it date what came of them.
    let is_misread = |timex: &Timex| {
        let when = timex.when.as_ref();
        let mut around = known.iter().filter(|n| n.span.contains(timex.span));
        around.any(|n| when.is_some_and(|when| !when.is_compatible(&n.landmark.when)))
    };
    let mut timexes = Cow::Borrowed(timexes);
    if timexes.iter().any(is_misread) {
        timexes.to_mut().retain(|timex| !is_misread(timex));
    }
    let mut found = event::mentions(article, document, names, &timexes);
    event::date_by_landmarks(&mut found, &article.text, &known, article.published.day());
    found
}

/// The publication dates of those that state none, with what the others report.
fn infer(articles: &[Article], readings: &mut [Reading]) -> Inferred {
    if !articles.iter().any(is_undated) {
        return Inferred::default();
    }
    let clues = readings.iter_mut().map(|r| std::mem::take(&mut r.clues));
    let clues = clues.collect();
    let mentions = readings.iter().flat_map(|r| r.mentions.iter().cloned());
    let events = story::weave(articles, mentions.collect());
    let timexes: Vec<&[Timex]> = readings.iter().map(|r| r.timexes.as_slice()).collect();
    inferred::infer(articles, clues, &events, &timexes)
}

/// Mentions of articles whose day of publication is one of a few are dated as wide as that.
fn reread(articles: &[Article], readings: &mut [Reading], landmarks: Option<&Landmarks>) {
    for (article, reading) in articles.iter().zip(readings) {
        let published = &article.published;
        let is_open = published.day().is_none() || is_undated(article);
        let when = published.when.as_ref().filter(|_| is_open);
        let Some(((first, last), when)) = when.and_then(inferred::narrow).zip(when) else {
            continue;
        };
        let document = &reading.document;
        let recipes = &reading.recipes;
        let mentions_on = |day| {
            let timexes = time::resolve(&article.text, recipes, Some(day), article.anchor);
            let mut on_day = article.clone();
            on_day.published.when = Some(When::day(day));
            mentions(&on_day, document, &reading.names, &timexes, landmarks)
        };
        let if_first = mentions_on(first);
        reading.mentions = widened(if_first, &mentions_on(last), &reading.mentions, when);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, Basis, Published};

    fn article(number: u32) -> Article {
        Article {
            id: ArticleId(number),
            path: format!("{number}.txt"),
            text: format!("Delegates met in Oslo on {} March 2021.\n", number + 1).into(),
            title: "Delegates".to_owned(),
            ..Article::default()
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
    fn what_bears_the_name_of_a_landmark_has_its_date() {
        let text = "Rules in Peru were tightened after the September 11 attacks.\n";
        let day_of = |year, title: &str| {
            let mut article = article(0);
            article.text = text.into();
            article.published =
                Published::on(jiff::civil::date(year, 5, 3), Basis::Given, None);
            let found = extract(&[article], &Progress::default()).unwrap();
            let event = found.events.iter().find(|event| event.title == title);
            event.and_then(|event| event.when.as_ref()?.single_day())
        };
        let published = |year| day_of(year, "September 11 attacks");
        let tightened = |year| day_of(year, "Rules in Peru tightened");
        assert_eq!(published(2010), Some(jiff::civil::date(2001, 9, 11)));
        assert_eq!(tightened(2010), None);
        assert_eq!(published(1999), None);
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

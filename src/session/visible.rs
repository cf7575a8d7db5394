//! Which events and articles pass filters, search and as-of; computed once a change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::State;
use crate::layout::{self, Events, TimeWindow};
use crate::model::{Article, ArticleId, Event, Kind, Status};

/// How many events there are of each kind and status, and how many minor ones: with search, as-of and
/// the other filters applied, so that a row says what switching it on would show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By kind.
    pub kinds: BTreeMap<Kind, usize>,
    /// By status.
    pub statuses: BTreeMap<Status, usize>,
    /// Minor events, shown or not.
    pub minor: usize,
    /// All events that weigh enough to be shown, whatever else hides them.
    pub weighty: usize,
}

/// What passes filters, search and as-of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Visible {
    /// Indexes into the extraction's events, in time order, the undated last.
    pub events: Vec<usize>,
    /// Indexes into the articles, by publication date, those without last.
    pub articles: Vec<usize>,
    /// What there is to filter.
    pub counts: Counts,
    /// The days on which articles were published, in order.
    pub news_days: Vec<Date>,
    /// How many of the events have no date; they are the last.
    pub n_undated: usize,
    /// The stretch of time that shows them all.
    pub fit: TimeWindow,
}

impl Visible {
    /// Computes it.
    pub fn of(state: &State) -> Self {
        let (events, counts) = events_of(state);
        let articles = articles_of(state, &events);
        let all = &state.found.events;
        let dated = |at: &usize| all.get(*at).is_some_and(|event| event.when.is_some());
        Self {
            articles,
            counts,
            news_days: news_days(&state.articles),
            n_undated: events.iter().rev().take_while(|at| !dated(at)).count(),
            fit: layout::fit(Events::Picked(all, &events), &state.articles),
            events,
        }
    }
}

/// What is visible of a state, for as long as it stays as it is.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    all: &'a [Event],
    /// What passes.
    pub visible: Arc<Visible>,
}

impl Shown<'_> {
    /// The visible events in time order, the undated last.
    pub fn events(&self) -> Events<'_> {
        Events::Picked(self.all, &self.visible.events)
    }
}

/// What is visible; costs nothing once a command has been carried out.
pub fn shown(state: &State) -> Shown<'_> {
    let visible = state.visible.clone();
    Shown {
        all: &state.found.events,
        visible: visible.unwrap_or_else(|| Arc::new(Visible::of(state))),
    }
}

/// The visible events in time order, the undated last, as a list.
pub fn visible_events(state: &State) -> Vec<&Event> {
    let visible = shown(state).visible;
    let places = visible.events.iter();
    places
        .filter_map(|at| state.found.events.get(*at))
        .collect()
}

/// Whether an article was out by the end of `day`, as far as its date is known. One without a
/// date was not.
pub fn is_known_by(article: &Article, day: Date) -> bool {
    let known = article.published.known_by();
    known.is_some_and(|published| published <= day)
}

fn news_days(articles: &[Article]) -> Vec<Date> {
    let days = articles.iter().filter_map(|a| a.published.known_by());
    let days: BTreeSet<Date> = days.collect();
    days.into_iter().collect()
}

/// The stretch of time that is shown: the chosen one, else one that fits all visible events.
pub fn shown_window(state: &State) -> TimeWindow {
    state
        .view
        .window
        .unwrap_or_else(|| shown(state).visible.fit)
}

/// Computes what is visible afresh; for handlers that changed what it rests on.
pub(super) fn refresh(state: &mut State) {
    state.visible = Some(Arc::new(Visible::of(state)));
}

/// From the first to the end of the last day of an event, if it has a day.
pub(super) fn days_of(event: &Event) -> Option<(f64, f64)> {
    let when = event.when.as_ref()?;
    let first = when.earliest().or(when.latest())?;
    let last = when.latest().unwrap_or(first);
    Some((
        TimeWindow::days_from_date(first),
        TimeWindow::days_from_date(last) + 1.0,
    ))
}

fn events_of(state: &State) -> (Vec<usize>, Counts) {
    let filters = &state.view.filters;
    let words = search_words(&state.view.search);
    let articles: BTreeMap<ArticleId, &Article> =
        state.articles.iter().map(|a| (a.id, a)).collect();
    let weighty = (state.found.events.iter()).filter(|event| filters.shows_salience(event));
    let mut counts = Counts {
        weighty: weighty.count(),
        ..Counts::default()
    };
    let mut indexes = Vec::new();
    for (index, event) in state.found.events.iter().enumerate() {
        if !is_out(event, &articles, state.view.as_of) || !is_found(event, &articles, &words) {
            continue;
        }
        let shows_kind = !filters.hidden_kinds.contains(&event.kind);
        let shows_status = !filters.hidden_statuses.contains(&event.status);
        if shows_kind && shows_status && event.is_minor() {
            counts.minor += 1;
        }
        if !filters.shows_salience(event) {
            continue;
        }
        if shows_status {
            *counts.kinds.entry(event.kind).or_default() += 1;
        }
        if shows_kind {
            *counts.statuses.entry(event.status).or_default() += 1;
        }
        if shows_kind && shows_status {
            indexes.push(index);
        }
    }
    let key = |index: &usize| state.found.events.get(*index).map(time_key);
    indexes.sort_by(|a, b| key(a).cmp(&key(b)));
    (indexes, counts)
}

/// The order of time, the undated last.
pub(super) fn time_key(event: &Event) -> (bool, Option<Date>, Option<Date>, &str) {
    let when = event.when.as_ref();
    let first = when.and_then(|when| when.earliest().or(when.latest()));
    let last = when.and_then(|when| when.latest().or(when.earliest()));
    (first.is_none(), first, last, &event.id.0)
}

fn is_out(
    event: &Event,
    articles: &BTreeMap<ArticleId, &Article>,
    as_of: Option<Date>,
) -> bool {
    let Some(day) = as_of else {
        return true;
    };
    let mut reports = event
        .mentions
        .iter()
        .filter_map(|m| articles.get(&m.article));
    reports.any(|article| is_known_by(article, day))
}

fn is_found(event: &Event, articles: &BTreeMap<ArticleId, &Article>, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut hay = event.title.to_lowercase();
    for name in event.participants.iter().chain(&event.places) {
        hay.push('\n');
        hay.push_str(&name.to_lowercase());
    }
    for mention in &event.mentions {
        if let Some(article) = articles.get(&mention.article) {
            hay.push('\n');
            hay.push_str(&mention.excerpt.of(&article.text).to_lowercase());
            hay.push('\n');
            hay.push_str(&article.title.to_lowercase());
        }
    }
    words.iter().all(|word| hay.contains(word))
}

fn search_words(search: &str) -> Vec<String> {
    let words = search.split_whitespace();
    words.map(str::to_lowercase).collect()
}

fn articles_of(state: &State, events: &[usize]) -> Vec<usize> {
    let words = search_words(&state.view.search);
    let reporting: BTreeSet<ArticleId> = events
        .iter()
        .filter_map(|index| state.found.events.get(*index))
        .flat_map(|event| event.mentions.iter().map(|mention| mention.article))
        .collect();
    let is_listed = |article: &Article| {
        let source = article.source.as_deref().unwrap_or_default();
        let hay = format!("{}\n{source}", article.title).to_lowercase();
        words.iter().all(|word| hay.contains(word)) || reporting.contains(&article.id)
    };
    let listed = state.articles.iter().enumerate();
    let mut indexes: Vec<usize> = listed
        .filter(|(_, article)| words.is_empty() || is_listed(article))
        .map(|(index, _)| index)
        .collect();
    indexes.sort_by_cached_key(|index| {
        let article = state.articles.get(*index);
        let when = article.and_then(|article| article.published.when.as_ref());
        let day = when.and_then(|when| when.earliest().or(when.latest()));
        (day.is_none(), day, *index)
    });
    indexes
}

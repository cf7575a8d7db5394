//! Clues of other articles of the set that report the same event and say when they were published.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::inferred::is_undated;
use crate::model::{
    Article, ArticleId, Event, Granularity, Kind, Mention, Status, Timex, TimexType, When,
};
use crate::text::{self, Document};
use crate::time::{self, Clue};

/// Reports of one event are published within so many days of each other.
const DAYS_APART: i32 = 60;
/// An event that lies further from the publication of its report is background, not news.
const NEWS_DAYS: i32 = 14;
/// Words are tried for publication within so many days of the event.
const TRIED_DAYS: i32 = 40;
/// So many events in common make two articles report one story.
const LEAST_SHARED: usize = 2;
/// So many names in common, in all of those.
const LEAST_NAMES: usize = 2;
/// What stands so near the beginning is what an article is about.
const LEAD_BYTES: usize = 700;
/// An event with a wider date says too little.
const MAX_EVENT_DAYS: i64 = 3;

/// The clues of the events that `article` shares with articles whose dates are stated, that of
/// the article which shares most first.
pub(super) fn by_reports(
    article: &Article,
    timexes: &[Timex],
    articles: &[Article],
    events: &[Event],
) -> Vec<Clue> {
    let mut shared: BTreeMap<ArticleId, Vec<Shared<'_>>> = BTreeMap::new();
    for event in events {
        for both in shared_in(event, article, articles) {
            shared.entry(both.report.article.id).or_default().push(both);
        }
    }
    let mut shared: Vec<Vec<Shared<'_>>> = shared.into_values().collect();
    shared.retain(|all| is_one_story(all));
    shared.sort_by_key(|all| std::cmp::Reverse(all.len()));
    if shared.is_empty() {
        return Vec::new();
    }
    let document = text::split(&article.text, &article.boilerplate);
    let all = shared.iter().flatten();
    all.flat_map(|both| both.clues(article, timexes, &document))
        .collect()
}

/// The reports of an event in other articles that surely mean the same as `article` does.
fn shared_in<'a>(
    event: &'a Event,
    article: &Article,
    articles: &'a [Article],
) -> Vec<Shared<'a>> {
    let mut own = event.mentions.iter().filter(|m| m.article == article.id);
    let Some(first) = own.next() else {
        return Vec::new();
    };
    // A mention with words for its date says more than one without.
    let dated = own.find(|m| m.timex.is_some() && first.timex.is_none());
    let mention = dated.unwrap_or(first);
    let mut seen = BTreeSet::new();
    let names = OnceCell::new();
    let others = event.mentions.iter().filter_map(|other| {
        let report = Report::of(other, articles)?;
        let names = shared_names(mention, names.get_or_init(|| names_of(mention)), other)?;
        seen.insert(report.article.id).then_some(Shared {
            mention,
            report,
            names,
        })
    });
    // What is dated otherwise than the event as a whole is something else, or misread.
    let fits = |both: &Shared<'_>| {
        let whole = event.when.as_ref();
        whole.is_none_or(|whole| whole.is_compatible(both.report.when))
    };
    others.filter(fits).collect()
}

/// Whether two articles with these events in common report one story, and not two of a kind, such
/// as two rallies in one town: they name the same people and places, and share a second event or
/// lead with the one.
fn is_one_story(all: &[Shared<'_>]) -> bool {
    let names: BTreeSet<&String> = all.iter().flat_map(|both| &both.names).collect();
    names.len() >= LEAST_NAMES
        && (all.len() >= LEAST_SHARED || all.iter().any(Shared::leads_both))
}

/// The people and places that both mentions name; none if that is too little to take them for the
/// same, as where something is merely said. `names` are those of `mention`.
fn shared_names(
    mention: &Mention,
    names: &BTreeSet<String>,
    other: &Mention,
) -> Option<BTreeSet<String>> {
    let shared = names & &names_of(other);
    let is_said = matches!(mention.kind, Kind::Statement | Kind::Other);
    (shared.len() >= if is_said { 2 } else { 1 }).then_some(shared)
}

/// The people and places of a mention in small letters.
fn names_of(mention: &Mention) -> BTreeSet<String> {
    let all = mention.participants.iter().chain(&mention.places);
    all.map(|name| name.full.to_lowercase()).collect()
}

/// An event in two articles.
struct Shared<'a> {
    /// Of the article without a date.
    mention: &'a Mention,
    report: Report<'a>,
    names: BTreeSet<String>,
}

impl Shared<'_> {
    /// Whether both articles begin with it: it is their news.
    fn leads_both(&self) -> bool {
        is_lead(self.mention) && is_lead(self.report.mention)
    }
}

fn is_lead(mention: &Mention) -> bool {
    mention.trigger.start < LEAD_BYTES
}

impl Shared<'_> {
    fn clues(&self, article: &Article, timexes: &[Timex], document: &Document) -> Vec<Clue> {
        let (mention, report) = (self.mention, &self.report);
        let trigger = mention.trigger.of(&article.text);
        let mut clues = Vec::new();
        if self.leads_both() {
            clues.push(report.near(mention, trigger));
        }
        clues.extend(report.side(mention, trigger));
        let timex = timexes
            .iter()
            .find(|timex| Some(timex.span) == mention.timex);
        clues.extend(timex.and_then(|timex| report.counted(article, timex, document)));
        clues
    }
}

/// A dated article's mention of an event at about the time of its publication.
struct Report<'a> {
    article: &'a Article,
    mention: &'a Mention,
    published: Date,
    when: &'a When,
    day: Date,
}

impl<'a> Report<'a> {
    fn of(mention: &'a Mention, articles: &'a [Article]) -> Option<Self> {
        let at = articles.binary_search_by_key(&mention.article, |article| article.id);
        let article = articles
            .get(at.ok()?)
            .filter(|article| !is_undated(article))?;
        let published = article.published.day()?;
        // Without words for its date a mention merely takes that of its article.
        mention.timex?;
        let when = mention.when.as_ref()?;
        let day = when.earliest()?;
        let is_sure = when.width_days().is_some_and(|days| days <= MAX_EVENT_DAYS);
        let is_news = days_between(day, published).abs() <= NEWS_DAYS;
        (is_sure && is_news).then_some(Self {
            article,
            mention,
            published,
            when,
            day,
        })
    }

    /// Two reports that lead with the same event appeared at about the same time.
    fn near(&self, mention: &Mention, trigger: &str) -> Clue {
        let near = When::within(
            Some(later(self.published, -DAYS_APART)),
            Some(later(self.published, DAYS_APART)),
            Granularity::Day,
        );
        let words = format!(
            "“{}”, published on {}, reports the same “{trigger}”",
            self.article.title,
            When::day(self.published).in_words()
        );
        Clue::report(words, Some(mention.trigger), &near)
    }

    /// What still lies ahead was written before it, what is told as past on its day or after it.
    fn side(&self, mention: &Mention, trigger: &str) -> Option<Clue> {
        let (when, words) = match mention.status {
            Status::Planned | Status::Proposed => (
                When::on_or_before(self.when.latest()?),
                format!("“{trigger}” still lies ahead, on {}", self.when.in_words()),
            ),
            Status::Happened => (
                When::on_or_after(self.day),
                format!("“{trigger}” is over, on {}", self.when.in_words()),
            ),
            _ => return None,
        };
        Some(Clue::report(words, Some(mention.trigger), &when))
    }

    /// The days from which the words of the undated article count to the event.
    fn counted(&self, article: &Article, timex: &Timex, document: &Document) -> Option<Clue> {
        if timex.kind != TimexType::Date || self.when.single_day().is_none() {
            return None;
        }
        let inside = |sentence: &&text::Sentence| sentence.span.contains(timex.span);
        let alone = Document {
            sentences: vec![document.sentences.iter().find(inside)?.clone()],
        };
        let recipes = time::read(&article.text, &alone);
        let counts_to_event = |day: &Date| {
            let tagged = time::resolve(&article.text, &recipes, Some(*day), None);
            let same = tagged.iter().find(|found| found.span == timex.span);
            let when = same.and_then(|found| found.when.as_ref());
            when.is_some_and(|when| when.is_compatible(self.when))
        };
        let days = (-TRIED_DAYS..=TRIED_DAYS).map(|n_days| later(self.day, n_days));
        let right: Vec<Date> = days.filter(counts_to_event).collect();
        // Where the trial ends nothing is known of the days beyond.
        let at_edge = |day: &Date| days_between(self.day, *day).abs() == TRIED_DAYS;
        let (first, last) = (*right.first()?, *right.last()?);
        let when = When::within(
            Some(first).filter(|day| !at_edge(day)),
            Some(last).filter(|day| !at_edge(day)),
            Granularity::Day,
        );
        let words = format!(
            "“{}” is {}, as “{}” says",
            timex.span.of(&article.text),
            self.when.in_words(),
            self.article.title
        );
        Some(Clue::report(words, Some(timex.span), &when))
    }
}

fn later(day: Date, n_days: i32) -> Date {
    day.saturating_add(jiff::Span::new().days(n_days))
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

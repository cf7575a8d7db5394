//! Clues of other articles of the set that report the same event and say when they were published.

use jiff::civil::Date;

use super::inferred::is_undated;
use crate::model::{Article, Event, Granularity, Mention, Status, Timex, TimexType, When};
use crate::text::{self, Document};
use crate::time::{self, Clue};

/// Reports of one event are published within so many days of each other.
const DAYS_APART: i32 = 30;
/// An event that lies further from the publication of its report is background, not news.
const NEWS_DAYS: i32 = 14;
/// Words are tried for publication within so many days of the event.
const TRIED_DAYS: i32 = 40;
/// An event with a wider date says too little.
const MAX_EVENT_DAYS: i64 = 3;

/// The clues of the events that `article` shares with articles whose dates are stated.
pub(super) fn by_reports(
    article: &Article,
    timexes: &[Timex],
    articles: &[Article],
    events: &[Event],
) -> Vec<Clue> {
    let shared = events.iter().filter_map(|event| {
        let mut own = event.mentions.iter().filter(|m| m.article == article.id);
        let first = own.next()?;
        // A mention with words for its date says more than one without.
        let dated = own.find(|m| m.timex.is_some() && first.timex.is_none());
        Some((event, dated.unwrap_or(first)))
    });
    let mut document = None;
    shared
        .flat_map(|(event, mention)| {
            let reports = event
                .mentions
                .iter()
                .filter_map(|m| Report::of(m, articles));
            let news = reports.min_by_key(|report| (report.day, report.article.id));
            let Some(report) = news else {
                return Vec::new();
            };
            let document = document
                .get_or_insert_with(|| text::analyse(&article.text, &article.boilerplate));
            report.clues(article, mention, timexes, document)
        })
        .collect()
}

/// A dated article's mention of an event at about the time of its publication.
struct Report<'a> {
    article: &'a Article,
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
        let when = mention.when.as_ref()?;
        let day = when.earliest()?;
        let is_sure = when.width_days().is_some_and(|days| days <= MAX_EVENT_DAYS);
        let is_news = days_between(day, published).abs() <= NEWS_DAYS;
        (is_sure && is_news).then_some(Self {
            article,
            published,
            when,
            day,
        })
    }

    fn clues(
        &self,
        article: &Article,
        mention: &Mention,
        timexes: &[Timex],
        document: &Document,
    ) -> Vec<Clue> {
        let span = Some(mention.trigger);
        let near = When::within(
            Some(later(self.published, -DAYS_APART)),
            Some(later(self.published, DAYS_APART)),
            Granularity::Day,
        );
        let trigger = mention.trigger.of(&article.text);
        let other = format!(
            "“{}”, published on {}, reports the same “{trigger}”",
            self.article.title,
            When::day(self.published).in_words()
        );
        let mut clues = vec![Clue::report(other, span, &near)];
        clues.extend(self.side(mention, trigger));
        let timex = timexes
            .iter()
            .find(|timex| Some(timex.span) == mention.timex);
        clues.extend(timex.and_then(|timex| self.counted(article, timex, document)));
        clues
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
        if timex.kind != TimexType::Date {
            return None;
        }
        let inside = |sentence: &&text::Sentence| sentence.span.contains(timex.span);
        let alone = Document {
            sentences: vec![document.sentences.iter().find(inside)?.clone()],
        };
        let counts_to_event = |day: &Date| {
            let tagged = time::tag(&article.text, &alone, Some(*day));
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

//! What became of a story from one day to another: events that are new, moved, held, called off,
//! lapsed or told by more sources.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Extraction;
use crate::model::{ArticleId, Event, EventId, Mention, Status, When};

/// What became of one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The event, as it is called on the later day.
    pub event: EventId,
    /// Its title on the later day.
    pub title: String,
    /// What is different.
    pub what: Difference,
}

/// One thing that is different about an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// Nothing was known of it.
    New(Status, Option<When>),
    /// It took place, was called off, or is otherwise not what it was.
    Status(Status, Status),
    /// It has another date, which contradicts that of before.
    Moved(When, When),
    /// It was due, and no report says that it took place.
    Lapsed(When),
    /// These articles tell of it for the first time.
    Told(Vec<ArticleId>),
}

impl Difference {
    /// The heads of lists of changes, in order.
    pub const HEADS: [&'static str; 5] = [
        "New events",
        "Changed status",
        "Moved",
        "Due, no report found",
        "New reports",
    ];

    /// Which of [`Self::HEADS`] it stands under.
    pub fn head(&self) -> usize {
        match self {
            Self::New(..) => 0,
            Self::Status(..) => 1,
            Self::Moved(..) => 2,
            Self::Lapsed(_) => 3,
            Self::Told(_) => 4,
        }
    }
}

/// What was known at the end of a day.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The day.
    pub day: Date,
    /// The events.
    pub found: &'a Extraction,
}

/// What changed, in order of heads and then as the later events are sorted. Minor events are left
/// out unless `with_minor`.
pub fn changes(before: Known<'_>, after: Known<'_>, with_minor: bool) -> Vec<Change> {
    let old = Earlier::new(&before.found.events);
    let events = after.found.events.iter();
    let events = events.filter(|event| with_minor || !event.is_minor());
    let mut all: Vec<Change> = events
        .flat_map(|event| {
            let was = old.of(event);
            let differences = differences(was, event, (before.day, after.day));
            differences.into_iter().map(|what| Change {
                event: event.id.clone(),
                title: event.title.clone(),
                what,
            })
        })
        .collect();
    all.sort_by_key(|change| change.what.head());
    all
}

/// `1 new, 2 moved`: how many changes there are of each sort; empty for none.
pub fn change_words(changes: &[Change]) -> String {
    const WORDS: [&str; 5] = ["new", "changed", "moved", "lapsed", "told again"];
    let n_of = |head| changes.iter().filter(|c| c.what.head() == head).count();
    let counted = WORDS
        .iter()
        .enumerate()
        .map(|(head, word)| (n_of(head), word));
    let words = counted
        .filter(|(n, _)| 0 < *n)
        .map(|(n, word)| format!("{n} {word}"));
    words.collect::<Vec<String>>().join(", ")
}

fn differences(
    was: Option<&Event>,
    is: &Event,
    (before, after): (Date, Date),
) -> Vec<Difference> {
    let mut all = Vec::new();
    match was {
        None => all.push(Difference::New(is.status, is.when.clone())),
        Some(was) => {
            if was.status != is.status {
                all.push(Difference::Status(was.status, is.status));
            }
            if let (Some(from), Some(to)) = (&was.when, &is.when)
                && !from.is_compatible(to)
            {
                all.push(Difference::Moved(from.clone(), to.clone()));
            }
            let told = articles(is)
                .difference(&articles(was))
                .copied()
                .collect::<Vec<_>>();
            if !told.is_empty() {
                all.push(Difference::Told(told));
            }
        }
    }
    let had_lapsed = was.is_some_and(|was| was.is_lapsed(before));
    if is.is_lapsed(after) && !had_lapsed {
        all.extend(is.when.clone().map(Difference::Lapsed));
    }
    all
}

fn articles(event: &Event) -> BTreeSet<ArticleId> {
    event
        .mentions
        .iter()
        .map(|mention| mention.article)
        .collect()
}

/// The events of the earlier day, by id and by what tells of them: where two have become one, or
/// one two, the id alone would call an old event new.
struct Earlier<'a> {
    by_id: BTreeMap<&'a EventId, &'a Event>,
    by_mention: BTreeMap<(ArticleId, usize), &'a Event>,
}

impl<'a> Earlier<'a> {
    fn new(events: &'a [Event]) -> Self {
        let told = events.iter().flat_map(|event| {
            let mentions = event.mentions.iter();
            mentions.map(move |mention| (place(mention), event))
        });
        Self {
            by_id: events.iter().map(|event| (&event.id, event)).collect(),
            by_mention: told.collect(),
        }
    }

    fn of(&self, event: &Event) -> Option<&'a Event> {
        let by_mention = || {
            let mut mentions = event.mentions.iter();
            mentions.find_map(|mention| self.by_mention.get(&place(mention)))
        };
        self.by_id.get(&event.id).or_else(by_mention).copied()
    }
}

fn place(mention: &Mention) -> (ArticleId, usize) {
    (mention.article, mention.trigger.start)
}

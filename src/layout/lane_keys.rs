//! Which lanes there are, and which of them an event stands in.

use std::collections::BTreeMap;

use super::{Events, LaneBy};
use crate::model::{Article, ArticleId, Event, Kind, Status};

/// So many participants or places get a lane of their own: the most frequent.
const MAX_NAMED: usize = 60;
/// The lane of those that have none.
const NO_LANE: usize = usize::MAX;
/// The lane of the less frequent.
const OTHER: usize = usize::MAX - 1;

/// The lanes, and how to tell which of them an event stands in.
#[derive(Clone, Debug)]
pub struct LaneKeys {
    lanes: LaneBy,
    /// For lanes by article or source: the lane of each article.
    of_article: BTreeMap<ArticleId, usize>,
    /// For lanes by participant or place: the lane of each name.
    of_name: BTreeMap<String, usize>,
    names: Vec<String>,
}

impl LaneKeys {
    /// The lanes that events and articles make.
    pub fn new(events: Events<'_>, articles: &[Article], lanes: LaneBy) -> Self {
        let mut keys = Self {
            lanes,
            of_article: BTreeMap::new(),
            of_name: BTreeMap::new(),
            names: Vec::new(),
        };
        match lanes {
            LaneBy::Article | LaneBy::Source => keys.take_articles(articles),
            LaneBy::Participant | LaneBy::Place => keys.take_names(events),
            LaneBy::Kind | LaneBy::Status | LaneBy::None => (),
        }
        keys
    }

    fn take_articles(&mut self, articles: &[Article]) {
        let mut by_name = BTreeMap::new();
        for article in articles {
            let name = match self.lanes {
                LaneBy::Source => article.source.as_deref().unwrap_or("No source"),
                _ => article.title.as_str(),
            };
            let lane = match by_name.get(name) {
                Some(lane) if self.lanes == LaneBy::Source => *lane,
                _ => {
                    self.names.push(name.to_owned());
                    by_name.insert(name, self.names.len() - 1);
                    self.names.len() - 1
                }
            };
            self.of_article.insert(article.id, lane);
        }
    }

    /// The most frequent names, the most frequent first.
    fn take_names(&mut self, events: Events<'_>) {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for name in events.iter().flat_map(|event| self.names_of(event)) {
            *counts.entry(name).or_default() += 1;
        }
        let mut names: Vec<(&str, usize)> = counts.into_iter().collect();
        names.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        names.truncate(MAX_NAMED);
        self.of_name = (names.iter().zip(0..))
            .map(|((name, _), at)| ((*name).to_owned(), at))
            .collect();
        self.names = names.iter().map(|(name, _)| (*name).to_owned()).collect();
    }

    fn names_of<'e>(&self, event: &'e Event) -> impl Iterator<Item = &'e str> + use<'e> {
        let names = match self.lanes {
            LaneBy::Participant => event.participants.as_slice(),
            LaneBy::Place => event.places.as_slice(),
            _ => &[],
        };
        names.iter().map(String::as_str)
    }

    /// The lanes of an event, in order, each once. Those of unknown articles, those that name
    /// nobody and those with rare names share a last lane each.
    pub fn of(&self, event: &Event) -> Vec<usize> {
        let place = |at: Option<usize>| at.unwrap_or(NO_LANE);
        let mut lanes: Vec<usize> = match self.lanes {
            LaneBy::None => vec![0],
            LaneBy::Kind => vec![place(Kind::ALL.iter().position(|kind| *kind == event.kind))],
            LaneBy::Status => {
                let mut all = Status::ALL.iter();
                vec![place(all.position(|status| *status == event.status))]
            }
            LaneBy::Article | LaneBy::Source => {
                let articles = event.mentions.iter().map(|mention| &mention.article);
                articles
                    .map(|article| place(self.of_article.get(article).copied()))
                    .collect()
            }
            LaneBy::Participant | LaneBy::Place => {
                let names = self.names_of(event);
                names
                    .map(|name| self.of_name.get(name).copied().unwrap_or(OTHER))
                    .collect()
            }
        };
        lanes.sort_unstable();
        lanes.dedup();
        // Whoever stands in a lane of its own need not stand among the others as well.
        if 1 < lanes.len() {
            lanes.retain(|lane| *lane != OTHER);
        }
        if lanes.is_empty() {
            lanes.push(NO_LANE);
        }
        lanes
    }

    /// The kind that gives a lane its colour, for lanes by kind.
    pub(super) fn kind(&self, lane: usize) -> Option<Kind> {
        let kind = Kind::ALL.get(lane).copied();
        kind.filter(|_| self.lanes == LaneBy::Kind)
    }

    /// The name of a lane; empty without lanes.
    pub(super) fn name(&self, lane: usize) -> String {
        let name = match (self.lanes, lane) {
            (LaneBy::None, _) => Some(""),
            (LaneBy::Kind, _) => Kind::ALL.get(lane).map(|kind| kind.name()),
            (LaneBy::Status, _) => Status::ALL.get(lane).map(|status| status.name()),
            (LaneBy::Participant | LaneBy::Place, OTHER) => Some("Others"),
            (LaneBy::Participant, NO_LANE) => Some("Nobody named"),
            (LaneBy::Place, NO_LANE) => Some("No place"),
            _ => self.names.get(lane).map(String::as_str),
        };
        name.unwrap_or("Elsewhere").to_owned()
    }
}

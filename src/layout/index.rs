//! Events by lane and in order of time, so that what is visible is found by binary search.

use std::collections::BTreeMap;

use crate::model::{Article, ArticleId, Event, Kind, Status, When};

use super::{LaneBy, TimeWindow};

/// The events of a request, sorted into lanes. Can be kept as long as events, articles and the
/// way of making lanes stay the same.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(super) lanes: Vec<LaneIndex>,
    /// Places of undated events in the request, the most salient first.
    pub(super) undated: Vec<usize>,
}

/// One lane's events.
#[derive(Clone, Debug, Default)]
pub(super) struct LaneIndex {
    pub(super) name: String,
    pub(super) kind: Option<Kind>,
    /// Sorted by the first day.
    pub(super) entries: Vec<Entry>,
    /// For each entry the latest last day of all up to it.
    last_so_far: Vec<f64>,
}

/// What is needed of an event to tell whether it is visible.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// Its place in the request.
    pub(super) event: usize,
    /// Start of its first day; of its last if the first is open.
    pub(super) first_days: f64,
    /// End of its last day; of its first if the last is open.
    pub(super) last_days: f64,
    pub(super) salience: f32,
}

/// A lane's entries as seen from a window.
#[derive(Debug, Default)]
pub(super) struct Sight {
    pub(super) visible: Vec<Entry>,
    /// Entries before the window: all below, and some of the following.
    left_upto: usize,
    left_rest: Vec<usize>,
    /// Entries after the window: some, and all from.
    right_rest: Vec<usize>,
    right_from: usize,
}

/// A mark of which less is in sight counts as outside.
const EDGE_PX: f64 = 7.0;
/// A day drawn wider than this is a stretch of time, not a dot.
pub(super) const MAX_DOT_DAY_PX: f64 = 240.0;

impl Index {
    /// Sorts events into lanes.
    pub fn new(events: &[&Event], articles: &[Article], lanes: LaneBy) -> Self {
        let keys = LaneKeys::new(articles, lanes);
        let mut by_lane: BTreeMap<usize, Vec<Entry>> = BTreeMap::new();
        let mut undated = Vec::new();
        for (at, event) in events.iter().enumerate() {
            let Some(entry) = event.when.as_ref().and_then(|when| entry(at, event, when))
            else {
                undated.push(at);
                continue;
            };
            for lane in keys.of(event) {
                by_lane.entry(lane).or_default().push(entry);
            }
        }
        let salience = |at: &usize| events.get(*at).map_or(0.0, |event| event.salience);
        undated.sort_by(|a, b| salience(b).total_cmp(&salience(a)));
        let lanes = by_lane.into_iter();
        Self {
            lanes: lanes.map(|(key, all)| keys.lane(key, all)).collect(),
            undated,
        }
    }
}

impl LaneIndex {
    fn new(name: String, kind: Option<Kind>, mut entries: Vec<Entry>) -> Self {
        entries.sort_by(|a, b| {
            let by_day = a.first_days.total_cmp(&b.first_days);
            by_day.then(a.event.cmp(&b.event))
        });
        let last_so_far = entries
            .iter()
            .scan(f64::NEG_INFINITY, |last, entry| {
                *last = last.max(entry.last_days);
                Some(*last)
            })
            .collect();
        Self {
            name,
            kind,
            entries,
            last_so_far,
        }
    }

    /// What of it lies in the window, before and after it.
    pub(super) fn sight(&self, window: TimeWindow, day_px: f64) -> Sight {
        // What shows less than that at an edge is better told by a chip.
        let edge_days = (EDGE_PX / day_px).min(window.width_days() / 4.0);
        let left_upto = self
            .last_so_far
            .partition_point(|last| *last < window.start_days);
        let right_from = self
            .entries
            .partition_point(|entry| entry.first_days <= window.end_days);
        let mut sight = Sight {
            left_upto,
            right_from: right_from.max(left_upto),
            ..Sight::default()
        };
        for at in left_upto..sight.right_from {
            let Some(entry) = self.entries.get(at) else {
                break;
            };
            let (first, last) = entry.extent(day_px);
            if last < window.start_days + edge_days {
                sight.left_rest.push(at);
            } else if first > window.end_days - edge_days {
                sight.right_rest.push(at);
            } else {
                sight.visible.push(*entry);
            }
        }
        sight
    }

    /// Entries before the window, the nearest first.
    pub(super) fn before<'a>(&'a self, sight: &'a Sight) -> impl Iterator<Item = &'a Entry> {
        let near = sight.left_rest.iter().rev().copied();
        near.chain((0..sight.left_upto).rev())
            .filter_map(|at| self.entries.get(at))
    }

    /// Entries after the window, the nearest first.
    pub(super) fn after<'a>(&'a self, sight: &'a Sight) -> impl Iterator<Item = &'a Entry> {
        let near = sight.right_rest.iter().copied();
        near.chain(sight.right_from..self.entries.len())
            .filter_map(|at| self.entries.get(at))
    }
}

impl Sight {
    /// How many lie before the window.
    pub(super) fn n_before(&self) -> usize {
        self.left_upto + self.left_rest.len()
    }

    /// How many of a lane's `n_entries` lie after the window.
    pub(super) fn n_after(&self, n_entries: usize) -> usize {
        self.right_rest.len() + n_entries.saturating_sub(self.right_from)
    }
}

impl Entry {
    /// From where to where it is drawn: a day's dot is drawn at its noon.
    pub(super) fn extent(&self, day_px: f64) -> (f64, f64) {
        let is_day = self.last_days - self.first_days < 1.5;
        if is_day && day_px < MAX_DOT_DAY_PX {
            let noon = f64::midpoint(self.first_days, self.last_days);
            (noon, noon)
        } else {
            (self.first_days, self.last_days)
        }
    }
}

fn entry(at: usize, event: &Event, when: &When) -> Option<Entry> {
    let (first_days, last_days) = stretch(when)?;
    Some(Entry {
        event: at,
        first_days,
        last_days,
        salience: event.salience,
    })
}

/// Start of the first and end of the last day that are known of a date; none if none is.
pub(super) fn stretch(when: &When) -> Option<(f64, f64)> {
    let (start, end) = (when.start, when.end);
    let first = start.earliest.or(start.latest).or(end.earliest);
    let last = end.latest.or(end.earliest).or(start.latest);
    let (first, last) = (first.or(last)?, last.or(first)?);
    let days = TimeWindow::days_from_date;
    Some((days(first), days(last.max(first)) + 1.0))
}

/// Which lanes there are, and which of them an event stands in.
#[derive(Debug)]
pub struct LaneKeys {
    lanes: LaneBy,
    /// For lanes by article or source: the lane of each article.
    of_article: BTreeMap<ArticleId, usize>,
    names: Vec<String>,
}

impl LaneKeys {
    /// The lanes that articles make.
    pub fn new(articles: &[Article], lanes: LaneBy) -> Self {
        let mut of_article = BTreeMap::new();
        let mut names = Vec::new();
        let mut by_name = BTreeMap::new();
        for article in articles {
            let name = match lanes {
                LaneBy::Article => article.title.clone(),
                LaneBy::Source => article
                    .source
                    .clone()
                    .unwrap_or_else(|| "No source".to_owned()),
                LaneBy::Kind | LaneBy::Status | LaneBy::None => break,
            };
            let lane = match by_name.get(&name) {
                Some(lane) if lanes == LaneBy::Source => *lane,
                _ => {
                    names.push(name.clone());
                    by_name.insert(name, names.len() - 1);
                    names.len() - 1
                }
            };
            of_article.insert(article.id, lane);
        }
        Self {
            lanes,
            of_article,
            names,
        }
    }

    /// The lanes of an event, in order. Those of unknown articles share a last lane.
    pub fn of(&self, event: &Event) -> Vec<usize> {
        let place = |at: Option<usize>| vec![at.unwrap_or(usize::MAX)];
        match self.lanes {
            LaneBy::None => vec![0],
            LaneBy::Kind => place(Kind::ALL.iter().position(|kind| *kind == event.kind)),
            LaneBy::Status => place(
                Status::ALL
                    .iter()
                    .position(|status| *status == event.status),
            ),
            LaneBy::Article | LaneBy::Source => {
                let lanes = event.mentions.iter().map(|mention| {
                    let lane = self.of_article.get(&mention.article);
                    lane.copied().unwrap_or(usize::MAX)
                });
                let mut lanes: Vec<usize> = lanes.collect();
                lanes.sort_unstable();
                lanes.dedup();
                if lanes.is_empty() {
                    lanes.push(usize::MAX);
                }
                lanes
            }
        }
    }

    fn lane(&self, key: usize, entries: Vec<Entry>) -> LaneIndex {
        let kind = match self.lanes {
            LaneBy::Kind => Kind::ALL.get(key).copied(),
            _ => None,
        };
        let name = match self.lanes {
            LaneBy::None => String::new(),
            LaneBy::Kind => kind.map_or("", Kind::name).to_owned(),
            LaneBy::Status => Status::ALL
                .get(key)
                .map_or("", |status| status.name())
                .to_owned(),
            LaneBy::Article | LaneBy::Source => self
                .names
                .get(key)
                .cloned()
                .unwrap_or_else(|| "Elsewhere".to_owned()),
        };
        LaneIndex::new(name, kind, entries)
    }
}

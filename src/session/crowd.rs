//! A made-up set of events of any size, for measuring what a large set costs.

use std::sync::Arc;

use super::visible::refresh;
use super::{Extraction, State};
use crate::layout::{LaneBy, TimeWindow};
use crate::model::{
    Article, ArticleId, Event, EventId, Granularity, Kind, Published, Status, When,
};

/// How the events lie in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// Evenly over [`YEARS`].
    Uniform,
    /// Most of them in a few hundred short stretches, the later the more.
    Clustered,
}

impl Spread {
    /// Its name in a report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Uniform => "uniform",
            Self::Clustered => "clustered",
        }
    }
}

/// The events lie in so many years, up to 2025.
pub const YEARS: u32 = 2_000;
/// They have so many participants, each a lane of its own.
const N_NAMES: u64 = 50;
/// So many articles report them.
const N_ARTICLES: u64 = 1_000;
const N_CLUSTERS: u64 = 400;
const CLUSTER_DAYS: u64 = 40;
const LAST_DAY: f64 = 20_454.0;
const DAYS_A_YEAR: f64 = 365.25;

/// Articles that were never written and what they tell.
///
/// Most events are on one day, some last weeks, some have no certain day. Unlike real ones they rest on no mention: a million of those would
/// measure memory. The same for the same arguments.
pub fn crowd(n_events: usize, spread: Spread) -> (Vec<Article>, Vec<Event>) {
    let mut dice = Dice(n_events as u64);
    let articles = (0..N_ARTICLES.min(n_events as u64)).map(article).collect();
    let events = (0..n_events)
        .map(|at| event(at, spread, &mut dice))
        .collect();
    (articles, events)
}

/// Puts a crowd into a state, in lanes by participant.
pub fn fill(state: &mut State, n_events: usize, spread: Spread) {
    let (articles, events) = crowd(n_events, spread);
    state.loaded.clone_from(&articles);
    state.articles = articles;
    state.found = Arc::new(Extraction {
        events,
        ..Extraction::default()
    });
    state.view.lanes = LaneBy::Participant;
    refresh(state);
}

const TEXT: &str = "Nobody wrote this.\n";

fn article(number: u64) -> Article {
    let published = LAST_DAY - number as f64;
    Article {
        id: ArticleId(number as u32),
        path: format!("{number}.txt"),
        text: TEXT.into(),
        title: format!("Article {number}"),
        source: Some(format!("Source {}", number % 20)),
        published: Published {
            when: Some(When::day(TimeWindow::date_from_days(published))),
            ..Published::default()
        },
        ..Article::default()
    }
}

fn event(at: usize, spread: Spread, dice: &mut Dice) -> Event {
    const WORDS: [&str; 12] = [
        "Storm", "closes", "harbour", "bridge", "talks", "on", "tolls", "fail", "in", "court",
        "mayor", "opens",
    ];
    let first = first_day(spread, dice);
    let from = TimeWindow::date_from_days(first);
    let to = TimeWindow::date_from_days(first + dice.below(20) as f64);
    let when = match dice.below(10) {
        0 => When::period(from, to, Granularity::Day),
        1 => When::within(Some(from), Some(to), Granularity::Day),
        2 => When::on_or_after(from),
        _ => When::day(from),
    };
    let n_words = 3 + dice.below(5) as usize;
    let start = dice.below(WORDS.len() as u64) as usize;
    let title: Vec<&str> = WORDS
        .iter()
        .cycle()
        .skip(start)
        .take(n_words)
        .copied()
        .collect();
    let pick = |n: u64, of: usize| n as usize % of;
    Event {
        id: EventId(format!("event-{at}")),
        title: title.join(" "),
        kind: Kind::ALL
            .get(pick(dice.next(), Kind::ALL.len()))
            .copied()
            .unwrap_or(Kind::Other),
        status: Status::ALL
            .get(pick(dice.next(), Status::ALL.len()))
            .copied()
            .unwrap_or(Status::Happened),
        mentions: Vec::new(),
        when: Some(when),
        earlier: Vec::new(),
        places: Vec::new(),
        participants: vec![format!("Party {}", dice.below(N_NAMES))],
        origins: 1 + (dice.below(8) / 5) as u32,
        conflicts: Vec::new(),
        salience: 0.3 + 0.7 * dice.below(10_000) as f32 / 10_000.0,
    }
}

fn first_day(spread: Spread, dice: &mut Dice) -> f64 {
    let span = (f64::from(YEARS) * DAYS_A_YEAR) as u64;
    let back = match spread {
        Spread::Uniform => dice.below(span),
        Spread::Clustered => {
            let cluster = dice.below(N_CLUSTERS);
            // Square: near clusters lie close together, far ones are centuries apart.
            let share = cluster as f64 / N_CLUSTERS as f64;
            (share * share * span as f64) as u64 + dice.below(CLUSTER_DAYS)
        }
    };
    LAST_DAY - back as f64
}

/// Numbers that look thrown, from a seed (`SplitMix64`, Steele et al. 2014).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crowd_is_the_same_each_time_and_lies_in_its_years() {
        for spread in [Spread::Uniform, Spread::Clustered] {
            let (articles, events) = crowd(300, spread);
            assert_eq!(events, crowd(300, spread).1);
            assert_eq!((articles.len(), events.len()), (300, 300));
            let years = events
                .iter()
                .filter_map(|event| event.when.as_ref()?.earliest());
            assert!(years.clone().all(|day| (20..=2026).contains(&day.year())));
            assert!(years.clone().any(|day| day.year() < 1500));
        }
    }
}

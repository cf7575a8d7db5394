//! The events as they were known on a day: woven once for each day with news, and kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Dialog, Effect, Extraction, State, is_known_by};

/// So many mentions are kept in the events of all days together.
const MAX_KEPT: usize = 200_000;
/// So many days are kept in any case.
const MIN_KEPT: usize = 3;

/// What was known when, and how the days are played through.
#[derive(Clone, Debug, Default)]
pub struct Replay {
    /// The story is being played day by day.
    pub is_playing: bool,
    /// How fast.
    pub speed: Speed,
    /// What all articles say, while the events of a day are shown.
    pub(super) whole: Option<Arc<Extraction>>,
    /// What was known, by day with news.
    woven: BTreeMap<Date, Arc<Extraction>>,
    /// The day whose events are being woven.
    pub(super) weaving: Option<Date>,
    /// Counts extractions; what was woven of an older one is dropped.
    run: u64,
}

/// How many days with news a second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speed {
    /// One in two seconds.
    Half,
    /// One.
    #[default]
    Normal,
    /// Two.
    Double,
    /// Four.
    Fourfold,
}

impl Speed {
    /// All speeds, the slowest first.
    pub const ALL: [Self; 4] = [Self::Half, Self::Normal, Self::Double, Self::Fourfold];

    /// How long a day is shown.
    pub fn seconds_a_day(self) -> f64 {
        match self {
            Self::Half => 2.0,
            Self::Normal => 1.0,
            Self::Double => 0.5,
            Self::Fourfold => 0.25,
        }
    }

    /// What readers see.
    pub fn words(self) -> &'static str {
        match self {
            Self::Half => "0.5×",
            Self::Normal => "1×",
            Self::Double => "2×",
            Self::Fourfold => "4×",
        }
    }
}

impl Replay {
    /// Whether the events of the day that is looked at are not there yet.
    pub fn is_weaving(&self) -> bool {
        self.weaving.is_some()
    }

    /// Forgets what was woven of an extraction that no longer holds.
    pub(super) fn forget(&mut self) {
        *self = Self {
            speed: self.speed,
            is_playing: self.is_playing,
            run: self.run + 1,
            ..Self::default()
        };
    }

    /// Takes in what was woven; false if it is of an older extraction.
    pub(super) fn take_in(&mut self, run: u64, day: Date, woven: Arc<Extraction>) -> bool {
        if run != self.run {
            return false;
        }
        self.weaving = None;
        self.woven.insert(day, woven);
        true
    }

    /// Drops the days furthest from `day`, as far as there are too many.
    fn tidy(&mut self, day: Date, wanted: &[Date]) {
        let size = |found: &Arc<Extraction>| -> usize {
            let events = found.events.iter();
            events.map(|event| event.mentions.len()).sum()
        };
        let mut kept: usize = self.woven.values().map(size).sum();
        let mut days: Vec<Date> = self.woven.keys().copied().collect();
        days.retain(|other| !wanted.contains(other));
        days.sort_by_key(|other| other.since(day).map_or(0, |span| span.get_days().abs()));
        while MAX_KEPT < kept && MIN_KEPT < self.woven.len() {
            let Some(found) = days.pop().and_then(|far| self.woven.remove(&far)) else {
                break;
            };
            kept -= size(&found);
        }
    }
}

/// The last day with news up to `day`: no other has news of its own.
pub fn news_day(state: &State, day: Date) -> Date {
    let days = news_days(state);
    let at = days.partition_point(|news| *news <= day);
    at.checked_sub(1)
        .and_then(|at| days.get(at))
        .copied()
        .unwrap_or(day)
}

/// The days on which articles were published, in order.
pub fn news_days(state: &State) -> &[Date] {
    state.visible.as_deref().map_or(&[], |v| &v.news_days)
}

/// The last day with news before the one whose news `day` has.
pub fn day_before(state: &State, day: Date) -> Option<Date> {
    let (days, news) = (news_days(state), news_day(state, day));
    let at = days.partition_point(|other| *other < news);
    at.checked_sub(1).and_then(|at| days.get(at)).copied()
}

/// What was known by the end of `day`, if it has been woven.
pub fn known_on(state: &State, day: Date) -> Option<&Arc<Extraction>> {
    let has_all = (state.articles.iter()).all(|article| is_known_by(article, day));
    if has_all {
        return Some(whole(state));
    }
    state.replay.woven.get(&news_day(state, day))
}

/// What all articles say.
pub(super) fn whole(state: &State) -> &Arc<Extraction> {
    state.replay.whole.as_ref().unwrap_or(&state.found)
}

/// Puts what was known on the as-of day in the place of what is found, as soon as it is woven.
pub(super) fn show(state: &mut State) -> Vec<Effect> {
    let whole = Arc::clone(whole(state));
    let day = state.view.as_of.filter(|_| !state.is_stale);
    match day {
        None => {
            state.found = whole;
            state.replay.whole = None;
        }
        Some(day) => {
            if let Some(known) = known_on(state, day).cloned() {
                state.found = known;
            }
            state.replay.whole = Some(whole);
        }
    }
    let n_mentions = state.selected_event().map(|event| event.mentions.len());
    let is_there = |index: &usize| n_mentions.is_some_and(|n| *index < n);
    state.selection.mention = state.selection.mention.filter(is_there);
    super::visible::refresh(state);
    weave_next(state)
}

/// Asks for the first of the days that are wanted and not there, one at a time.
pub(super) fn weave_next(state: &mut State) -> Vec<Effect> {
    let wanted = wanted(state);
    if let Some(day) = state.view.as_of {
        state.replay.tidy(day, &wanted);
    }
    if state.replay.is_weaving() || state.is_stale {
        return Vec::new();
    }
    let missing = wanted
        .into_iter()
        .find(|day| known_on(state, *day).is_none());
    let Some(day) = missing else {
        return Vec::new();
    };
    state.replay.weaving = Some(day);
    vec![Effect::Weave {
        run: state.replay.run,
        day,
        found: Arc::clone(whole(state)),
        articles: state.articles.clone(),
    }]
}

/// The days to be woven, the most urgent first.
fn wanted(state: &State) -> Vec<Date> {
    let mut days: Vec<Date> = state.view.as_of.into_iter().collect();
    if let Some(Dialog::Changes { from, to }) = state.dialog {
        days.extend([to, from]);
    }
    if let Some(day) = state.view.as_of.filter(|_| state.replay.is_playing) {
        let next = news_days(state).iter().find(|news| day < **news);
        days.extend(next);
    }
    let before = state.view.as_of.and_then(|day| day_before(state, day));
    days.extend(before);
    days.into_iter().map(|day| news_day(state, day)).collect()
}

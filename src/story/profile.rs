//! What is known of an event from some of its mentions, in a form that compares fast.

use std::sync::Arc;

use super::names::{Names, PlaceSort};
use super::rarity::Rarity;
use super::topic::Topic;
use super::words::{Lists, Rank, content_words, hash, mix, rank};
use crate::model::{Article, Kind, Mention, Span, Status, When};

/// How many dates and words a profile keeps: enough for any one event, and no growth without end.
const MAX_DATES: usize = 8;
const MAX_WORDS: usize = 48;
/// What took place is reported at most so many days wrong.
pub(super) const WRONG_DAYS: i32 = 2;

/// What some mentions say of one event.
#[derive(Clone, Debug)]
pub(super) struct Profile {
    /// Indexes of its mentions.
    pub(super) members: Vec<usize>,
    /// Indexes of their articles, sorted, each once.
    pub(super) articles: Vec<usize>,
    pub(super) kind: Kind,
    /// Hash of the class of triggers.
    pub(super) class: u64,
    pub(super) sort: ClassSort,
    /// How many days apart from one another the set gives events of its class.
    pub(super) n_class_days: usize,
    /// A report says that it has been moved.
    pub(super) has_moved: bool,
    /// Hashes of the excerpts that tell of it, sorted, each once.
    pub(super) excerpts: Vec<u64>,
    /// Hashes of the triggers' base forms, sorted.
    pub(super) lemmas: Vec<u64>,
    pub(super) participants: Names,
    pub(super) places: Names,
    /// Words of the excerpts with their weight, sorted by hash.
    pub(super) words: Vec<(u64, f32)>,
    /// Dates with the number of mentions that give them, the best attested first.
    pub(super) dates: Vec<(When, u32)>,
    /// Article, first and last day of what an article tells with a time of its own as having taken place.
    pub(super) own_days: Vec<(usize, i32, i32)>,
    pub(super) statuses: Statuses,
    /// What its articles are about.
    pub(super) topic: Arc<Topic>,
    pub(super) rank: Rank,
    /// First and last day on which its articles appeared, counted from 1970.
    pub(super) published: Option<(i32, i32)>,
}

/// How the events of a class lie to other events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClassSort {
    Plain,
    /// Others lie within them: a war.
    Long,
    /// They are told step by step: a deployment.
    Phased,
    /// They befall a person but once: a death.
    Once,
    /// They are about another event: an invitation.
    About,
}

impl ClassSort {
    /// The sort of a class of triggers.
    pub(super) fn of(class: &str) -> Self {
        let lists = Lists::get();
        let sorts = [
            (&lists.long, Self::Long),
            (&lists.phased, Self::Phased),
            (&lists.once, Self::Once),
            (&lists.about, Self::About),
        ];
        let found = sorts
            .into_iter()
            .find(|(classes, _)| classes.contains(class));
        found.map_or(Self::Plain, |(_, sort)| sort)
    }
}

/// Which statuses its mentions have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Statuses {
    pub(super) real: u32,
    pub(super) expected: u32,
    pub(super) conditional: u32,
    pub(super) off: u32,
}

impl Profile {
    /// The profile of one mention.
    pub(super) fn new(
        index: usize,
        mention: &Mention,
        (article_index, article): (usize, &Article),
        topic: Arc<Topic>,
        rarity: &Rarity,
    ) -> Self {
        let text = &article.text;
        let before = Span::new(mention.excerpt.start, mention.trigger.start).of(text);
        let after = Span::new(mention.trigger.end, mention.excerpt.end).of(text);
        let published = article.published.when.as_ref();
        let published = published.and_then(|when| Some((when.earliest()?, when.latest()?)));
        Self {
            members: vec![index],
            articles: vec![article_index],
            kind: mention.kind,
            class: hash(mention.class.as_bytes()),
            sort: ClassSort::of(&mention.class),
            n_class_days: 1,
            has_moved: mention
                .status_span
                .is_some_and(|span| Lists::get().moved.contains(&span.of(text).to_lowercase())),
            excerpts: vec![mix(mix(article_index as u64) ^ mention.excerpt.start as u64)],
            lemmas: vec![hash(mention.lemma.as_bytes())],
            participants: Names::new(&mention.participants, rarity),
            places: Names::new(&mention.places, rarity),
            words: other_words(mention, text, rarity),
            dates: mention.when.iter().map(|when| (when.clone(), 1)).collect(),
            own_days: own_days(mention, article_index),
            statuses: Statuses::of(mention, article),
            topic,
            rank: rank(before, after),
            published: published.map(|(from, to)| (day_number(from), day_number(to))),
        }
    }

    /// The date that others are held against: the best attested, then the narrowest.
    pub(super) fn date(&self) -> Option<&When> {
        self.dates.first().map(|(when, _)| when)
    }

    /// Takes in what `other` knows.
    pub(super) fn absorb(&mut self, other: Self) {
        self.members.extend(other.members);
        if !is_subset(&other.articles, &self.articles) {
            Arc::make_mut(&mut self.topic).absorb(&other.topic);
        }
        merge_sorted(&mut self.articles, other.articles);
        merge_sorted(&mut self.excerpts, other.excerpts);
        merge_sorted(&mut self.lemmas, other.lemmas);
        self.participants.absorb(other.participants);
        self.places.absorb(other.places);
        self.absorb_words(&other.words);
        self.absorb_dates(other.dates);
        self.own_days.extend(other.own_days);
        self.own_days.truncate(MAX_DATES);
        self.statuses.absorb(other.statuses);
        self.rank.number = self.rank.number.or(other.rank.number);
        self.rank.is_earlier |= other.rank.is_earlier;
        self.has_moved |= other.has_moved;
        self.published = match (self.published, other.published) {
            (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
            (a, b) => a.or(b),
        };
    }

    /// Whether it shares an article with `other`.
    pub(super) fn shares_article(&self, other: &Self) -> bool {
        share(&self.articles, &other.articles)
    }

    /// Whether one excerpt tells of both.
    pub(super) fn shares_excerpt(&self, other: &Self) -> bool {
        share(&self.excerpts, &other.excerpts)
    }

    /// Whether one article tells both of this and of `other` with times of their own that lie apart: it
    /// hardly contradicts itself.
    pub(super) fn is_told_apart_from(&self, other: &Self) -> bool {
        self.own_days.iter().any(|(article, first, last)| {
            let is_apart = |(of, from, to): &(usize, i32, i32)| {
                of == article && (to + WRONG_DAYS < *first || last + WRONG_DAYS < *from)
            };
            other.own_days.iter().any(is_apart)
        })
    }

    /// The dates of a few days.
    pub(super) fn narrow_dates(&self) -> impl Iterator<Item = &When> + Clone {
        const FEW_DAYS: i64 = 2;
        let dates = self.dates.iter().map(|(when, _)| when);
        dates.filter(|when| breadth_days(when) <= FEW_DAYS && !when.approximate)
    }

    fn absorb_words(&mut self, others: &[(u64, f32)]) {
        for (word, weight) in others {
            match self.words.binary_search_by_key(word, |(own, _)| *own) {
                Ok(at) => {
                    if let Some((_, own)) = self.words.get_mut(at) {
                        *own += weight;
                    }
                }
                Err(at) => self.words.insert(at, (*word, *weight)),
            }
        }
        // Some room above the limit, so that the sorting is not done for each mention.
        if 2 * MAX_WORDS < self.words.len() {
            self.words
                .sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            self.words.truncate(MAX_WORDS);
            self.words.sort_by_key(|(word, _)| *word);
        }
    }

    fn absorb_dates(&mut self, others: Vec<(When, u32)>) {
        for (when, count) in others {
            let has_room = self.dates.len() < MAX_DATES;
            match self.dates.iter_mut().find(|(own, _)| *own == when) {
                Some((_, own)) => *own += count,
                None if has_room => self.dates.push((when, count)),
                None => (),
            }
        }
        self.dates.sort_by_cached_key(|(when, count)| {
            (
                std::cmp::Reverse(*count),
                breadth_days(when),
                when.to_edtf(),
            )
        });
    }

    /// The places of one sort.
    pub(super) fn places_of(&self, sort: PlaceSort) -> impl Iterator<Item = u64> + '_ {
        self.places
            .iter()
            .filter(move |name| name.sort == sort)
            .map(|name| name.key)
    }
}

impl Statuses {
    fn of(mention: &Mention, article: &Article) -> Self {
        let mut statuses = Self::default();
        let latest = mention.when.as_ref().and_then(When::latest);
        let is_past = latest < article.published.when.as_ref().and_then(When::earliest);
        match mention.status {
            // What is said to be planned for a day gone by says nothing of whether it took place.
            Status::Planned | Status::Proposed if latest.is_some() && is_past => (),
            Status::Happened | Status::Ongoing => statuses.real = 1,
            Status::Planned | Status::Proposed => statuses.expected = 1,
            Status::Conditional => statuses.conditional = 1,
            Status::Denied | Status::Cancelled => statuses.off = 1,
        }
        statuses
    }

    fn absorb(&mut self, other: Self) {
        self.real += other.real;
        self.expected += other.expected;
        self.conditional += other.conditional;
        self.off += other.off;
    }

    /// All mentions say that it took place.
    pub(super) fn is_real_only(self) -> bool {
        self.real > 0 && self.expected + self.conditional + self.off == 0
    }

    /// No mention says that it took place, some that it will.
    pub(super) fn is_expected_only(self) -> bool {
        self.expected > 0 && self.real == 0
    }

    /// All mentions say that it was called off or did not take place.
    pub(super) fn is_off_only(self) -> bool {
        self.off > 0 && self.real + self.expected + self.conditional == 0
    }

    /// All mentions make it depend on something else.
    pub(super) fn is_conditional_only(self) -> bool {
        self.conditional > 0 && self.real + self.expected + self.off == 0
    }
}

/// The article of a report with the first and the last day that its own words give for what happened; nothing if they
/// give none.
fn own_days(mention: &Mention, article: usize) -> Vec<(usize, i32, i32)> {
    let is_real = matches!(mention.status, Status::Happened);
    let when = mention.when.as_ref();
    let when = when.filter(|_| is_real && mention.timex.is_some());
    let ends = when.and_then(|when| Some((when.earliest()?, when.latest()?)));
    ends.map(|(from, to)| (article, day_number(from), day_number(to)))
        .into_iter()
        .collect()
}

/// The words of the excerpt that are neither the trigger nor a name: those count by themselves.
fn other_words(mention: &Mention, text: &str, rarity: &Rarity) -> Vec<(u64, f32)> {
    let names = mention.places.iter().chain(&mention.participants);
    let spans = names.map(|name| name.span).chain([mention.trigger]);
    let counted: Vec<u64> = spans
        .flat_map(|span| content_words(span.of(text)))
        .collect();
    content_words(mention.excerpt.of(text))
        .into_iter()
        .filter(|word| !counted.contains(word))
        .map(|word| (word, rarity.weight(word)))
        .collect()
}

/// Days since 1970-01-01.
pub(super) fn day_number(day: jiff::civil::Date) -> i32 {
    const EPOCH: jiff::civil::Date = jiff::civil::date(1970, 1, 1);
    EPOCH.until(day).map_or(0, |span| span.get_days())
}

/// How many days a date can lie in; an open end counts as a century.
pub(super) fn breadth_days(when: &When) -> i64 {
    const OPEN_DAYS: i64 = 36_500;
    when.width_days().unwrap_or(OPEN_DAYS)
}

/// Sets how many days the set gives events of each class, days that nearly touch counted as one.
pub(super) fn count_class_days(profiles: &mut [Profile]) {
    const NEAR_DAYS: i32 = 2;
    let mut days: Vec<(u64, i32)> = profiles
        .iter()
        .flat_map(|profile| profile.narrow_dates().map(|when| (profile.class, when)))
        .filter_map(|(class, when)| Some((class, day_number(when.earliest()?))))
        .collect();
    days.sort_unstable();
    let counts: Vec<(u64, usize)> = days
        .chunk_by(|a, b| a.0 == b.0)
        .filter_map(|of_class| {
            let apart = of_class.chunk_by(|a, b| b.1 - a.1 <= NEAR_DAYS);
            Some((of_class.first()?.0, apart.count()))
        })
        .collect();
    for profile in profiles {
        let found = counts.binary_search_by_key(&profile.class, |(class, _)| *class);
        let count = found.ok().and_then(|at| counts.get(at));
        profile.n_class_days = count.map_or(1, |(_, count)| *count);
    }
}

fn share<T: Ord>(a: &[T], b: &[T]) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    few.iter().any(|item| many.binary_search(item).is_ok())
}

fn is_subset<T: Ord>(few: &[T], many: &[T]) -> bool {
    few.iter().all(|item| many.binary_search(item).is_ok())
}

fn merge_sorted<T: Ord>(into: &mut Vec<T>, from: Vec<T>) {
    for item in from {
        if let Err(at) = into.binary_search(&item) {
            into.insert(at, item);
        }
    }
}

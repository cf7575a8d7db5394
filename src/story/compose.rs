//! Makes the event of a group of mentions.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::conflict::conflicts;
use super::dates::{DateGroup, count_origins, date_groups, is_after, is_real};
use super::headline::headline;
use super::history::earlier_plans;
use super::member::Member;
use super::names::name_key;
use super::origin::origins;
use super::words::mix;
use crate::model::{
    Article, ArticleId, Event, EventId, Kind, MINOR_BELOW, Mention, Name, Status, Step, When,
};

/// What says too little to be an event of the story.
const TOO_LITTLE: f32 = 0.9 * MINOR_BELOW;

/// The event of `mentions` (at least one, sorted by article and place) with their articles. What is
/// told in passing speaks of it only if no other mention does. `text_of` has the hash of an article's text.
pub(super) fn compose(
    mentions: &[(&Mention, &Article)],
    text_of: impl Fn(ArticleId) -> u64,
) -> Option<Event> {
    let mut telling: Vec<usize> = (0..mentions.len()).collect();
    telling.retain(|at| mentions.get(*at).is_some_and(|(m, _)| !m.is_minor()));
    let id = event_id(mentions, text_of)?;
    if telling.is_empty() || telling.len() == mentions.len() {
        return of_telling(id, mentions);
    }
    let told: Vec<_> = (telling.iter().filter_map(|at| mentions.get(*at)).copied()).collect();
    let mut event = of_telling(id, &told)?;
    let claims = event.conflicts.iter_mut().flat_map(|c| &mut c.claims);
    for mention in claims.flat_map(|claim| &mut claim.mentions) {
        *mention = telling.get(*mention).copied().unwrap_or_default();
    }
    let mut told = std::mem::take(&mut event.mentions).into_iter();
    let all = mentions.iter().map(|(mention, _)| {
        let is_told = !mention.is_minor();
        let told = is_told.then(|| told.next()).flatten();
        told.unwrap_or_else(|| (*mention).clone())
    });
    event.mentions = all.collect();
    Some(event)
}

fn of_telling(id: EventId, mentions: &[(&Mention, &Article)]) -> Option<Event> {
    let members: Vec<Member<'_>> = mentions
        .iter()
        .zip(origins(mentions))
        .map(|((mention, article), origin)| Member {
            mention,
            article,
            origin,
            published: article.published.when.as_ref().and_then(When::latest),
        })
        .collect();
    let dates = date_groups(&members);
    let n_origins = count_origins(members.iter());
    let when = dates.first().map(|group| group.when.clone());
    let status_now = status(&members, when.as_ref())?;
    let title = headline(&members, &dates, status_now)?;
    let mut salience = salience(&members, n_origins);
    if is_bare(&members, &title, when.as_ref()) {
        salience = salience.min(TOO_LITTLE);
    }
    Some(Event {
        id,
        title,
        kind: kind(&members)?,
        status: status_now,
        earlier: earlier_plans(&members, when.as_ref(), status),
        when,
        places: best_names(&members, |mention| &mention.places),
        participants: best_names(&members, |mention| &mention.participants),
        origins: u32::try_from(n_origins).unwrap_or(u32::MAX),
        conflicts: conflicts(&members, &dates),
        salience,
        mentions: members
            .iter()
            .map(|member| dated_by_others(member.mention, dates.first()))
            .collect(),
    })
}

/// What a mention leaves open, the date that another report of the event states.
fn dated_by_others(mention: &Mention, best: Option<&DateGroup>) -> Mention {
    let mut mention = mention.clone();
    let Some(best) = best.filter(|best| best.is_stated) else {
        return mention;
    };
    let is_open = mention.timex.is_none()
        && mention
            .when
            .as_ref()
            .is_some_and(|when| when.width_days().is_none() && when.is_compatible(&best.when));
    let is_closed = best.when.width_days().is_some();
    if is_open && is_closed {
        mention.when = Some(best.when.clone());
        let words = format!(
            "another report of the event gives its date: {}",
            best.when.in_words()
        );
        mention.why.push(Step::new(words, None));
    }
    mention
}

/// From the text of the article that told of it first and the place of its trigger, so that neither
/// later articles nor the file's name change it.
fn event_id(
    mentions: &[(&Mention, &Article)],
    text_of: impl Fn(ArticleId) -> u64,
) -> Option<EventId> {
    let told = |(mention, article): &&(&Mention, &Article)| {
        let day = article.published.known_by();
        (day.is_none(), day, mention.article, mention.trigger)
    };
    let telling = mentions.iter().filter(|(mention, _)| !mention.is_echo());
    let (mention, article) = telling.min_by_key(told)?;
    let place = [mention.trigger.start, mention.trigger.end];
    let sum = place
        .into_iter()
        .fold(text_of(article.id), |sum, at| mix(mix(sum) ^ at as u64));
    Some(EventId(format!("e{sum:016x}")))
}

/// The kind of the most mentions.
fn kind(members: &[Member<'_>]) -> Option<Kind> {
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for member in members {
        *counts.entry(member.mention.kind).or_default() += 1;
    }
    let best = counts
        .into_iter()
        .min_by_key(|(kind, count)| (Reverse(*count), *kind));
    best.map(|(kind, _)| kind)
}

/// That it took place, if a report from its day or later says so; else what the latest reports say.
fn status(members: &[Member<'_>], when: Option<&When>) -> Option<Status> {
    let latest = members.iter().map(|member| member.published).max()?;
    let of = |is_counted: &dyn Fn(&Member<'_>) -> bool| -> Vec<Status> {
        let counted = members.iter().filter(|member| is_counted(member));
        counted.map(|member| member.mention.status).collect()
    };
    // Without a publication date the days that are named tell most: `as early as Friday`.
    let of_days = of(&|member| latest.is_none() && member.mention.timex.is_some());
    let (real, open): (Vec<Status>, Vec<Status>) =
        of_days.into_iter().partition(|status| is_real(*status));
    if real.len() < open.len() {
        return most_frequent(&open);
    }
    let is_latest = |member: &Member<'_>| member.published == latest;
    let took_place = |member: &Member<'_>| {
        is_real(member.mention.status) && (latest.is_none() || is_after(member.published, when))
    };
    let of_latest = of(&is_latest);
    let is_denied = of_latest.iter().all(|status| *status == Status::Denied);
    if !is_denied && members.iter().any(took_place) {
        let newest = of(&|member| is_latest(member) && took_place(member));
        return most_frequent(&newest).or_else(|| most_frequent(&of(&took_place)));
    }
    // What is called off and brought back to life in one report is planned.
    let last = |wanted| of_latest.iter().rposition(|status| *status == wanted);
    let is_revived =
        last(Status::Cancelled).is_some() && last(Status::Cancelled) < last(Status::Planned);
    if is_revived {
        return Some(Status::Planned);
    }
    most_frequent(&of_latest)
}

/// Of two as frequent, the surer.
fn most_frequent(statuses: &[Status]) -> Option<Status> {
    let mut counts: BTreeMap<Status, usize> = BTreeMap::new();
    for status in statuses {
        *counts.entry(*status).or_default() += 1;
    }
    let best = counts
        .into_iter()
        .min_by_key(|(status, count)| (Reverse(*count), *status));
    best.map(|(status, _)| status)
}

/// The names of all mentions in their fullest form: those of the most origins first, then of the
/// most mentions, then the first.
fn best_names(members: &[Member<'_>], of: impl Fn(&Mention) -> &Vec<Name>) -> Vec<String> {
    struct Attested<'a> {
        full: &'a str,
        origins: Vec<usize>,
        count: usize,
        first: (usize, usize),
    }
    let mut names: BTreeMap<u64, Attested<'_>> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        for (at, name) in of(member.mention).iter().enumerate() {
            let attested = names.entry(name_key(name)).or_insert_with(|| Attested {
                full: &name.full,
                origins: Vec::new(),
                count: 0,
                first: (index, at),
            });
            if attested.full.len() < name.full.len() {
                attested.full = &name.full;
            }
            attested.count += 1;
            if let Err(at) = attested.origins.binary_search(&member.origin) {
                attested.origins.insert(at, member.origin);
            }
        }
    }
    let mut names: Vec<Attested<'_>> = names.into_values().collect();
    names.sort_by_key(|name| (Reverse((name.origins.len(), name.count)), name.first));
    names.into_iter().map(|name| name.full.to_owned()).collect()
}

/// `Agreement`: one word without a name, told once and of no day of its own, says too little for the story.
fn is_bare(members: &[Member<'_>], title: &str, when: Option<&When>) -> bool {
    let has_day = when.is_some_and(|when| when.single_day().is_some());
    let has_names = |member: &Member<'_>| {
        !member.mention.participants.is_empty() || !member.mention.places.is_empty()
    };
    let is_once = matches!(members, [only] if !has_names(only));
    is_once && !has_day && !title.contains(' ')
}

/// That of the most salient mention, brought nearer to 1 by each further origin.
fn salience(members: &[Member<'_>], n_origins: usize) -> f32 {
    const LEFT_BY_ORIGIN: f32 = 0.85;
    let most = members
        .iter()
        .map(|member| member.mention.salience)
        .fold(0.0, f32::max);
    if most < MINOR_BELOW {
        return most;
    }
    let further = i32::try_from(n_origins.saturating_sub(1)).unwrap_or(i32::MAX);
    (1.0 - (1.0 - most) * LEFT_BY_ORIGIN.powi(further)).clamp(0.0, 1.0)
}

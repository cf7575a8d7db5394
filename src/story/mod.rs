//! One event out of many mentions: which belong together, how many independent origins they have,
//! where they contradict each other.

mod change;
mod compose;
mod conflict;
mod date_evidence;
mod dates;
mod echo;
mod gather;
mod headline;
mod history;
mod likeness;
mod member;
mod names;
mod origin;
mod profile;
mod rarity;
mod refine;
mod restated;
mod strays;
#[cfg(test)]
mod tests;
mod topic;
mod twins;
mod words;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rayon::iter::{
    IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _,
};

use crate::model::{Article, ArticleId, Event, EventId, Mention, When};

use profile::{Profile, breadth_days};
use rarity::Rarity;
use topic::Topic;
use words::hash;

/// Groups mentions of one set of articles into events, sorted by date and then by id. The order of
/// `mentions` and of threads never changes the result.
pub fn weave(articles: &[Article], mentions: Vec<Mention>) -> Vec<Event> {
    let (mut mentions, echoes) = echo::apart(mentions);
    let number_of: BTreeMap<_, usize> = (0..).zip(articles).map(|(n, a)| (a.id, n)).collect();
    mentions.sort_by(in_text_order);
    mentions.retain(|mention| number_of.contains_key(&mention.article));
    let by_id: BTreeMap<_, _> = articles
        .iter()
        .map(|article| (article.id, article))
        .collect();
    names::settle_classes(&mut mentions);
    refine::refine(&by_id, &mut mentions);
    let article_of = |mention: &Mention| -> Option<(usize, &Article)> {
        let number = *number_of.get(&mention.article)?;
        Some((number, articles.get(number)?))
    };
    let mut of_article: BTreeMap<usize, Vec<&Mention>> = BTreeMap::new();
    for mention in &mentions {
        if let Some((number, _)) = article_of(mention) {
            of_article.entry(number).or_default().push(mention);
        }
    }
    let profiles = profiles(articles, &mentions, &of_article, &number_of);
    let texts = text_hashes(articles);
    let is_minor = |profile: &Profile| {
        let mut members = profile.members.iter().filter_map(|at| mentions.get(*at));
        members.all(Mention::is_minor)
    };
    let (minor, profiles) = profiles.into_iter().partition(is_minor);
    let groups = gather::gather(most_telling_first(&texts, &mentions, profiles));
    let groups = gather::attach(groups, most_telling_first(&texts, &mentions, minor));
    let groups = groups.into_iter().map(|group| group.members).collect();
    let groups = strays::part(groups, &mentions);
    let groups = twins::join_twins(groups, &mentions);
    let groups = restated::join_restated(groups, &mentions, &by_id);
    let echoes = echo::of_groups(&groups, &mentions, &echoes);
    let text_of = |id: ArticleId| {
        let text = number_of.get(&id).and_then(|number| texts.get(*number));
        text.copied().unwrap_or_default()
    };
    let events = groups
        .par_iter()
        .zip(&echoes)
        .filter_map(|(group, echoes)| {
            let members = group.iter().filter_map(|index| mentions.get(*index));
            let mut members: Vec<&Mention> = members.chain(echoes.iter().copied()).collect();
            members.sort_by(|a, b| in_text_order(a, b));
            let members: Vec<(&Mention, &Article)> = members
                .into_iter()
                .filter_map(|mention| Some((mention, article_of(mention)?.1)))
                .collect();
            compose::compose(&members, text_of)
        });
    in_order(events.collect())
}

/// What each mention says of an event, by its number.
fn profiles(
    articles: &[Article],
    mentions: &[Mention],
    of_article: &BTreeMap<usize, Vec<&Mention>>,
    number_of: &BTreeMap<ArticleId, usize>,
) -> Vec<Profile> {
    let keys = rarity::keys_of_articles(articles, of_article);
    let rarity = Rarity::new(&keys);
    let topics = Topic::of_articles(&keys, &rarity);
    let profile = |(index, mention): (usize, &Mention)| {
        let number = *number_of.get(&mention.article)?;
        let of = (number, articles.get(number)?);
        let topic = topics.get(&number).cloned().unwrap_or_default();
        Some(Profile::new(index, mention, of, topic, &rarity))
    };
    let mut profiles: Vec<Profile> = mentions
        .par_iter()
        .enumerate()
        .filter_map(profile)
        .collect();
    profile::count_class_days(&mut profiles);
    profiles
}

/// The hash of each article's text: long, and asked for by every event.
fn text_hashes(articles: &[Article]) -> Vec<u64> {
    articles
        .par_iter()
        .map(|article| hash(article.text.as_bytes()))
        .collect()
}

fn in_text_order(a: &Mention, b: &Mention) -> std::cmp::Ordering {
    (a.article, a.trigger, a.excerpt, &a.title)
        .cmp(&(b.article, b.trigger, b.excerpt, &b.title))
}

/// Sorts profiles so that those with narrow dates and many names come first. What decides between
/// two that say as much is their text, not the number of their article.
fn most_telling_first(
    texts: &[u64],
    mentions: &[Mention],
    profiles: Vec<Profile>,
) -> Vec<Profile> {
    let mut keyed: Vec<_> = profiles
        .into_iter()
        .map(|profile| {
            let index = profile.members.first().copied().unwrap_or(0);
            let text = profile
                .articles
                .first()
                .and_then(|number| texts.get(*number));
            let trigger = mentions.get(index).map(|mention| mention.trigger);
            let breadth = profile.date().map_or(i64::MAX, breadth_days);
            let n_names = profile.participants.iter().count() + profile.places.iter().count();
            (
                (
                    breadth,
                    Reverse(n_names),
                    profile.published,
                    text.copied(),
                    trigger,
                ),
                profile,
            )
        })
        .collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, profile)| profile).collect()
}

/// Sorts by date, what has none last, then by id; and sees to it that no two ids are the same
/// (which two copies of one file can bring about).
fn in_order(mut events: Vec<Event>) -> Vec<Event> {
    events.sort_by_cached_key(|event| {
        let when = event.when.as_ref();
        let first = when.and_then(|when| when.earliest().or(when.latest()));
        let last = when.and_then(When::latest);
        let article = event.mentions.first().map(|mention| mention.article);
        (first.is_none(), first, last, event.id.clone(), article)
    });
    let mut seen: BTreeMap<EventId, u32> = BTreeMap::new();
    for event in &mut events {
        let count = seen.entry(event.id.clone()).or_insert(0);
        *count += 1;
        if 1 < *count {
            event.id = EventId(format!("{}-{count}", event.id.0));
        }
    }
    events
}

//! Mentions that only come back to an event: `the quake`, `his arrest`, told without a date or a name.

use std::collections::BTreeSet;

use crate::model::{ArticleId, Mention, Status, Step};
use crate::text::{Tense, WordClass};

use super::lexicon::{ACTION, Grammar, Triggers};
use super::status::status;
use super::support::follows_time_word;
use super::title_phrase::{is_possessive, noun_phrase_start};
use super::trigger::Candidate;
use super::view::View;

/// What may come back to an event.
pub(super) struct Echo {
    mention: Mention,
    /// A word that names such events by itself may come back to one that another word named.
    is_strong: bool,
}

/// A candidate that is no event by itself, if it is definite and told as real.
pub(super) fn echo(article: ArticleId, view: &View<'_>, candidate: &Candidate) -> Option<Echo> {
    let class = Triggers::get().classes.get(candidate.class)?;
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    let is_told = group.is_some_and(|group| {
        group.tense == Tense::Past && group.modal.is_none() && !group.is_negated
    });
    let is_definite = if candidate.is_noun {
        is_known_noun(view, candidate)
    } else {
        candidate.is_strong && is_told
    };
    let (status, status_span) = status(view, candidate)?;
    let is_real = matches!(status, Status::Happened | Status::Ongoing | Status::Planned);
    if class.id == ACTION || candidate.is_aside || !is_definite || !is_real {
        return None;
    }
    let trigger = view.span(candidate.first, candidate.last);
    let words = format!(
        "\u{201c}{}\u{201d} comes back to the event",
        trigger.of(view.text)
    );
    let mention = Mention {
        article,
        excerpt: view.sentence.span,
        trigger,
        lemma: candidate.lemma.clone(),
        class: class.id.clone(),
        kind: candidate.kind,
        status,
        status_span,
        when: None,
        timex: None,
        why: vec![Step::new(words, Some(trigger))],
        places: Vec::new(),
        participants: Vec::new(),
        quantities: Vec::new(),
        title: String::new(),
        salience: 0.0,
    };
    Some(Echo {
        mention,
        is_strong: candidate.is_strong,
    })
}

/// `the quake`, `nine deaths`, `Lima's fire`; not `a quake` or `any quake`, which are others, nor `talk
/// of quakes`, though `after protests` comes back to them.
fn is_known_noun(view: &View<'_>, candidate: &Candidate) -> bool {
    let first = noun_phrase_start(view, candidate.first);
    let opening = first.saturating_sub(1)..candidate.first;
    let opens_other = |at: usize| Grammar::get().of_another.contains(view.word(at));
    let is_known = |at: usize| {
        is_possessive(view, at)
            || matches!(
                view.class(at),
                Some(WordClass::Determiner | WordClass::Number)
            )
    };
    let is_plural = view.word(candidate.last).ends_with('s');
    let is_occasion = is_plural && follows_time_word(view, candidate);
    (is_occasion || opening.clone().any(is_known)) && !opening.clone().any(opens_other)
}

/// The mentions, which stand in text order, with those echoes that have something to come back to.
pub(super) fn with_echoes(mut mentions: Vec<Mention>, echoes: Vec<Echo>) -> Vec<Mention> {
    let told = mentions.iter().filter(|mention| !mention.is_minor());
    let told: BTreeSet<(&str, &str)> = told
        .map(|mention| (mention.class.as_str(), mention.lemma.as_str()))
        .collect();
    let classes: BTreeSet<&str> = told.iter().map(|(class, _)| *class).collect();
    let comes_back = |echo: &Echo| {
        let (class, lemma) = (echo.mention.class.as_str(), echo.mention.lemma.as_str());
        let trigger = echo.mention.trigger;
        // The mentions stand in text order.
        let next = mentions.partition_point(|mention| mention.trigger.end <= trigger.start);
        let is_new = mentions
            .get(next)
            .is_none_or(|mention| !mention.trigger.overlaps(trigger));
        let is_named =
            told.contains(&(class, lemma)) || echo.is_strong && classes.contains(class);
        is_named && is_new
    };
    let found = echoes.into_iter().filter(comes_back);
    let found: Vec<Mention> = found.map(|echo| echo.mention).collect();
    mentions.extend(found);
    mentions.sort_by_key(|mention| mention.trigger);
    mentions
}

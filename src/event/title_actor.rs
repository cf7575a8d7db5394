//! Who acts, by the dependency tree.

use crate::model::NameClass;
use crate::text::grammar::{ActorLink, Breadth};
use crate::text::{Tense, VerbGroup, WordClass};

use super::antecedent::is_person;
use super::lexicon::Grammar;
use super::syntax::Actor;
use super::title_phrase::{
    Phrase, end_of_chain, is_preposition, noun_phrase_end, start_of_chain,
};
use super::title_relative::with_its_event;
use super::title_render::{Style, render, short};
use super::title_words::TitleWords;
use super::view::{View, is_finite};

/// So long, in characters, a noun phrase may be where room is scarce.
const SHORT: usize = 28;
/// A subject is at most so long, in characters, if it can be had shorter.
const LONG: usize = 36;
/// And never longer than this.
const LONGEST: usize = 48;

/// The subject of the verb group that starts at `before`, if the tree names one.
pub(super) fn actor(view: &View<'_>, before: usize, style: Style) -> Option<String> {
    let group = (view.sentence.verbs.iter()).find(|group| group.first == before)?;
    let syntax = view.syntax()?;
    let actor = syntax.actor(group.head)?;
    let head = with_its_event(view, group, syntax.token(actor.head)?);
    let head = syntax.read.word_of_token(head)?;
    let head_token = syntax.token(head)?;
    let is_while = TitleWords::get().whiles.contains(view.word(head_token));
    if is_while || view.is_time(head_token) || !is_likely(view, group, &actor) {
        return None;
    }
    let head = syntax.name_beside(head).unwrap_or(head);
    let head = who_is_meant(view, group, head);
    let whole = hyphened(view, head).and_then(|phrase| render(view, phrase, style));
    let whole = whole.filter(|words| words.chars().count() <= LONGEST);
    let words = whole.or_else(|| noun_phrase(view, head, style))?;
    let owner = ["'s", "’s"].iter().find_map(|s| words.strip_suffix(s));
    let owner = owner.filter(|_| actor.link == ActorLink::Owner);
    Some(owner.map_or(words.clone(), str::to_owned))
}

/// `behind a counter with her son, who had …`: who acts is a person, wherever the tree hangs the clause. A noun right
/// before `who` is one.
fn who_is_meant(view: &View<'_>, group: &VerbGroup, head: usize) -> usize {
    const NEAR: usize = 8;
    let who = (group.first.checked_sub(1)).filter(|at| view.word(*at) == "who");
    let is_one = |at: usize| {
        let name = view.name_at(at);
        name.is_some_and(|name| name.class == NameClass::Person) || is_person(view.word(at))
    };
    let is_next = (head + 1..group.first).all(|at| [",", "who"].contains(&view.word(at)));
    let is_known = is_next || is_one(head) || view.name_at(head).is_some();
    let Some(who) = who.filter(|_| !is_known) else {
        return head;
    };
    let is_clause = |at: usize| {
        let group = view.group_at(at).and_then(|at| view.sentence.verbs.get(at));
        group.is_some_and(is_finite)
    };
    let mut before = (who.saturating_sub(NEAR)..who)
        .rev()
        .take_while(|at| !is_clause(*at));
    before.find(|at| is_one(*at)).unwrap_or(head)
}

/// `money-losing operation`, whichever of its words the tree takes for its head.
fn hyphened(view: &View<'_>, head: usize) -> Option<Phrase> {
    let is_hyphen = |at: usize| view.word(at) == "-";
    let first = head
        .checked_sub(2)
        .filter(|_| is_hyphen(head - 1) && view.is_glued(head - 1));
    let first = first.unwrap_or(head);
    let chain = end_of_chain(view, first);
    let last = (first < chain)
        .then(|| noun_phrase_end(view, first))
        .flatten()?;
    (chain < last).then_some(Phrase { first, last })
}

/// The object of a verb.
pub(super) struct Object {
    pub(super) words: String,
    /// The token that heads it.
    pub(super) head: usize,
    /// Its last token.
    pub(super) last: usize,
}

/// The object of a verb by the tree, if it follows the verb at once (`emptied almost all of the shelves`).
pub(super) fn object(
    view: &View<'_>,
    group: &VerbGroup,
    from: usize,
    style: Style,
) -> Option<Object> {
    let syntax = view.syntax()?;
    let (head, first, last) = syntax.object(group.head)?;
    let is_next = (from..first)
        .all(|at| matches!(view.class(at), Some(WordClass::Adverb)) || view.is_time(at));
    let words = (is_next && from <= first && !view.is_time(syntax.token(head)?))
        .then(|| noun_phrase(view, head, style))?;
    Some(Object {
        words: words?,
        head: syntax.token(head)?,
        last,
    })
}

/// Whether the verb has a subject of its own though it stands below another verb: `names of products taken off
/// the shelves`, `had the man released`.
pub(super) fn has_own_actor(view: &View<'_>, group: &VerbGroup) -> bool {
    let syntax = view.syntax().filter(|_| !is_finite(group));
    let actor = syntax.and_then(|syntax| syntax.actor(group.head));
    actor.is_some_and(|actor| {
        let links = [
            // `were damaged and two men injured`
            ActorLink::Own,
            ActorLink::Described,
            ActorLink::Object,
            ActorLink::Owner,
        ];
        links.contains(&actor.link) && is_likely(view, group, &actor)
    })
}

/// Whether the group is a participle that describes the noun before it, though it could be the past: `people moved to
/// the coast are safe`. Not what is said, nor what has an object.
pub(super) fn is_reduced(view: &View<'_>, group: &VerbGroup) -> bool {
    let may_be = group.first == group.last
        && group.tense == Tense::Past
        && !Grammar::get().speech.contains(&group.lemma)
        && (is_preposition(view, group.last + 1)
            || noun_phrase_end(view, group.last + 1).is_none());
    may_be
        && view
            .syntax()
            .is_some_and(|s| s.is_reduced(group.head, view.sentence.is_heading))
}

/// Whether the words between allow what the tree says: no other verb may stand between a verb and its own
/// subject, nor a noun right before a verb whose subject stands farther away.
fn is_likely(view: &View<'_>, group: &VerbGroup, actor: &Actor) -> bool {
    let is_passed =
        |at: &usize| view.is_time(*at) || matches!(view.class(*at), Some(WordClass::Adverb));
    let nearest = (0..group.first).rev().find(|at| !is_passed(at));
    let nearest = nearest.map(|at| before_region(view, at));
    let beside = nearest.filter(|at| {
        view.name_at(*at).is_some()
            || matches!(view.class(*at), Some(WordClass::Noun | WordClass::Number))
    });
    match actor.link {
        // `A magnitude 6.4 earthquake struck`: the phrase goes on to the verb.
        ActorLink::Own if beside.is_some_and(|at| actor.last < at) => false,
        ActorLink::Own => {
            let between = |other: &VerbGroup| {
                actor.last < other.first && other.last < group.first && is_finite(other)
            };
            !view.sentence.verbs.iter().any(between)
        }
        ActorLink::Shared => beside.is_none(),
        ActorLink::Described => {
            beside.is_some() && (!is_finite(group) || is_reduced(view, group))
        }
        ActorLink::Object => beside.is_some_and(|at| at <= actor.last),
        ActorLink::Owner => beside.is_some(),
        ActorLink::Controlled => group.tense == Tense::Gerund,
    }
}

/// The last token of `Alpine` for that of `Alpine, Texas`; others as they are.
fn before_region(view: &View<'_>, at: usize) -> usize {
    let region = view.name_at(at).filter(|name| {
        matches!(name.class, NameClass::Country | NameClass::Place) && !view.is_time(at)
    });
    let town = region.and_then(|name| {
        let comma = view.tokens_of(name.span).0.checked_sub(1)?;
        let town = comma.checked_sub(1).filter(|_| view.word(comma) == ",")?;
        view.name_at(town).map(|_| town)
    });
    town.unwrap_or(at)
}

/// The noun phrase that the word `head` of the tree heads, in the words of a headline.
pub(super) fn noun_phrase(view: &View<'_>, head: usize, style: Style) -> Option<String> {
    let syntax = view.syntax()?;
    let phrase = |breadth: Breadth| {
        let runs = syntax.phrase(head, breadth, |token| view.is_time(token));
        let runs = with_whole_names(view, runs);
        let words: Option<Vec<String>> = runs
            .into_iter()
            .map(|(first, last)| render(view, Phrase { first, last }, style))
            .collect();
        words.map(|words| words.join(" "))
    };
    let all: &[Breadth] = match style {
        Style::Full => &[Breadth::Whole, Breadth::Of, Breadth::Bare],
        Style::Short => &[Breadth::Bare, Breadth::Of, Breadth::Whole],
    };
    let found: Vec<String> = all.iter().filter_map(|breadth| phrase(*breadth)).collect();
    let fits = |most: usize| found.iter().find(|words| words.chars().count() <= most);
    let person = || {
        let phrase = syntax.phrase(head, Breadth::Bare, |_| false);
        let is_joined = phrase.iter().any(|(first, last)| {
            (*first..=*last).any(|at| matches!(view.class(at), Some(WordClass::Coordinator)))
        });
        let last = phrase.last().filter(|_| !is_joined);
        last.and_then(|(_, last)| person(view, *last))
    };
    match style {
        Style::Short => person()
            .or_else(|| fits(SHORT).cloned())
            .or_else(|| found.iter().find_map(|words| without_owner(words)))
            .or_else(|| fits(LONG).cloned()),
        Style::Full => fits(LONG)
            .or_else(|| fits(LONGEST))
            .cloned()
            .or_else(person),
    }
}

/// `Foreign Office` of `UK's Foreign Office`.
fn without_owner(words: &str) -> Option<String> {
    let owned = ["'s ", "’s "]
        .iter()
        .find_map(|mark| words.split_once(mark));
    owned
        .map(|(_, rest)| rest.to_owned())
        .filter(|rest| rest.chars().count() <= LONG)
}

/// The person whose name ends at the token: of `bank president Anna Bell` she says enough.
fn person(view: &View<'_>, last: usize) -> Option<String> {
    let name = view.name_at(last)?;
    let is_person = name.class == NameClass::Person && view.tokens_of(name.span).1 == last;
    is_person.then(|| short(name, Style::Full))
}

/// The runs of tokens, made longer where they end inside a name or a word with hyphens.
fn with_whole_names(view: &View<'_>, runs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let mut whole: Vec<(usize, usize)> = Vec::new();
    for (mut first, mut last) in runs {
        first = name_around(view, first).map_or(first, |(start, _)| start.min(first));
        first = start_of_chain(view, first);
        last = name_around(view, last).map_or(last, |(_, end)| end.max(last));
        last = end_of_chain(view, last);
        match whole.last_mut() {
            Some((_, end)) if first <= *end + 1 => *end = last.max(*end),
            _ => whole.push((first, last)),
        }
    }
    whole
}

/// The tokens of the name at `at`; none for one that swallowed a verb of its headline.
fn name_around(view: &View<'_>, at: usize) -> Option<(usize, usize)> {
    let name = view.name_at(at).filter(|_| !view.is_time(at))?;
    let (first, last) = view.tokens_of(name.span);
    let has_verb = (first..=last).any(|at| view.group_at(at).is_some());
    (!has_verb).then_some((first, last))
}

//! Who acts, by the dependency tree.

use crate::model::NameClass;
use crate::text::grammar::{ActorLink, Breadth};
use crate::text::{VerbGroup, WordClass};

use super::syntax::Actor;
use super::title_phrase::Phrase;
use super::title_render::{Style, render, short};
use super::view::{View, is_finite};

/// A subject is at most so long, in characters, if it can be had shorter.
const LONG: usize = 36;
/// And never longer than this.
const LONGEST: usize = 48;

/// The subject of the verb group that starts at `before`, if the tree names one.
pub(super) fn actor(view: &View<'_>, before: usize, style: Style) -> Option<String> {
    let group = (view.sentence.verbs.iter()).find(|group| group.first == before)?;
    let syntax = view.syntax()?;
    let actor = syntax.actor(group.head)?;
    let head = actor.head;
    if view.is_time(syntax.token(head)?) || !is_likely(view, group, &actor) {
        return None;
    }
    let head = syntax.name_beside(head).unwrap_or(head);
    noun_phrase(view, head, style)
}

/// The object of a verb by the tree, where no plain noun phrase follows it (`emptied almost all of the shelves`), and
/// its last token.
pub(super) fn object(
    view: &View<'_>,
    group: &VerbGroup,
    from: usize,
    style: Style,
) -> Option<(String, usize)> {
    let syntax = view.syntax()?;
    let (head, first, last) = syntax.object(group.head)?;
    let is_next = (from..first)
        .all(|at| matches!(view.class(at), Some(WordClass::Adverb)) || view.is_time(at));
    let words = (is_next && from <= first && !view.is_time(syntax.token(head)?))
        .then(|| noun_phrase(view, head, style))?;
    Some((words?, last))
}

/// Whether the words between allow what the tree says: no other verb may stand between a verb and its own
/// subject, nor a noun right before a verb whose subject stands farther away.
fn is_likely(view: &View<'_>, group: &VerbGroup, actor: &Actor) -> bool {
    let is_passed =
        |at: &usize| view.is_time(*at) || matches!(view.class(*at), Some(WordClass::Adverb));
    let nearest = (0..group.first).rev().find(|at| !is_passed(at));
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
        ActorLink::Described => beside.is_some() && !is_finite(group),
    }
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
        Style::Short => person().or_else(|| fits(LONG).cloned()),
        Style::Full => fits(LONG)
            .or_else(|| fits(LONGEST))
            .cloned()
            .or_else(person),
    }
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
        last = name_around(view, last).map_or(last, |(_, end)| end.max(last));
        while is_hyphenated(view, last) {
            last += 2;
        }
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

/// Whether a hyphen joins the token to the next word.
fn is_hyphenated(view: &View<'_>, at: usize) -> bool {
    let span = |at: usize| view.sentence.tokens.get(at).map(|token| token.span);
    let (Some(one), Some(hyphen), Some(two)) = (span(at), span(at + 1), span(at + 2)) else {
        return false;
    };
    let is_hyphen = matches!(view.class(at + 1), Some(WordClass::Hyphen));
    is_hyphen && one.end == hyphen.start && hyphen.end == two.start
}

//! Headlines of nouns: `Talks between Peru and Chile in Lima`, `12-day war`.

use crate::model::{Name, NameClass, Status};
use crate::text::{Tense, VerbGroup};

use super::lexicon::{ACTION, Grammar};
use super::status_clause::word_before;
use super::title::{INVOLVING, MAX_CHARS, Subject, fit};
use super::title_phrase::{
    Phrase, is_possessive, is_preposition, noun_phrase_start, phrases_after,
};
use super::title_render::{Style, render, short};
use super::title_words::TitleWords;
use super::trigger::Candidate;
use super::view::View;

/// The headline of a noun with what hangs on it.
pub(super) fn nominal(
    view: &View<'_>,
    candidate: &Candidate,
    subject: &Subject<'_, '_>,
) -> Option<String> {
    let full = build(view, candidate, subject, Style::Full)?;
    if full.is_whole {
        return Some(full.words);
    }
    let short = build(view, candidate, subject, Style::Short)?;
    Some(short.words)
}

/// A noun form for a verb whose subject and object are not plain: `Arrests in Lyon`.
pub(super) fn noun_form(
    view: &View<'_>,
    candidate: &Candidate,
    subject: &Subject<'_, '_>,
) -> String {
    let id = candidate.class_id();
    let noun = match TitleWords::get().noun(&candidate.lemma) {
        Some(noun) => noun.to_owned(),
        // The class of verbs that no list names says nothing.
        None if id == ACTION || TitleWords::get().loose_classes.contains(id) => {
            return String::new();
        }
        None => id.replace('-', " "),
    };
    with_sides(view, candidate, subject, noun, Style::Full)
}

struct Built {
    words: String,
    is_whole: bool,
}

fn build(
    view: &View<'_>,
    candidate: &Candidate,
    subject: &Subject<'_, '_>,
    style: Style,
) -> Option<Built> {
    let first = core_start(view, candidate);
    let core = render(
        view,
        Phrase {
            first,
            last: candidate.last,
        },
        style,
    )?;
    let tails: Vec<String> = phrases_after(view, candidate.last + 1, 3)
        .into_iter()
        .map_while(|phrase| render(view, phrase, style))
        .collect();
    let marked = |words: String| mark(words, subject.status);
    let words = fit(&core, &tails);
    let is_whole = tails.iter().all(|tail| words.contains(tail));
    let words = with_sides(view, candidate, subject, words, style);
    Some(Built {
        words: marked(words),
        is_whole,
    })
}

/// Where the noun's own words begin: without owners that name nothing and without vague adjectives.
fn core_start(view: &View<'_>, candidate: &Candidate) -> usize {
    let words = TitleWords::get();
    let mut first = noun_phrase_start(view, candidate.first);
    if let Some(mark) = (first..candidate.first).find(|at| is_possessive(view, *at)) {
        let is_faint = mark
            .checked_sub(1)
            .is_some_and(|owner| words.faint_owners.contains(view.word(owner)));
        if is_faint {
            first = mark + 1;
        }
    }
    while first < candidate.first
        && (words.vague.contains(view.word(first))
            || matches!(
                view.class(first),
                Some(crate::text::WordClass::Verb { .. } | crate::text::WordClass::Hyphen)
            ))
    {
        first += 1;
    }
    first
}

fn mark(words: String, status: Status) -> String {
    let marked = match status {
        Status::Cancelled => format!("{words} cancelled"),
        Status::Denied => format!("{words} denied"),
        Status::Conditional => format!("possible {}", lower_first(&words)),
        _ => return words,
    };
    let says_so = words.contains("cancel") || words.contains("denie");
    if says_so || MAX_CHARS < marked.chars().count() {
        words
    } else {
        marked
    }
}

/// Adds the sides and the place if the words do not name them.
fn with_sides(
    view: &View<'_>,
    candidate: &Candidate,
    subject: &Subject<'_, '_>,
    words: String,
    style: Style,
) -> String {
    let named = |words: &str, name: &Name| mentions(words, view, name);
    let is_named = subject.participants.iter().any(|name| named(&words, name));
    let mut title = words;
    if !is_named {
        let with = between(view, candidate, subject, &title, style);
        title = with
            .filter(|w| w.chars().count() <= MAX_CHARS)
            .unwrap_or(title);
    }
    let with_place = place(view, subject, &title);
    if let Some(longer) = with_place.filter(|w| w.chars().count() <= MAX_CHARS) {
        return longer;
    }
    let is_bare = !title.contains(' ') && !is_named;
    let one = subject
        .participants
        .first()
        .filter(|name| is_bare && !(candidate.is_noun && name.class == NameClass::Person));
    one.map_or(title.clone(), |name| {
        format!("{title}{INVOLVING}{}", short(name, style))
    })
}

fn between(
    view: &View<'_>,
    candidate: &Candidate,
    subject: &Subject<'_, '_>,
    words: &str,
    style: Style,
) -> Option<String> {
    let id = candidate.class_id();
    let is_two_sided =
        TitleWords::get().two_sided.contains(id) && (candidate.is_noun || id == "meeting");
    let is_owner = subject
        .participants
        .first()
        .is_some_and(|name| acts_before(view, candidate, name));
    let is_open = !words.contains(" between ") && !words.contains(" with ");
    let sides: Vec<&Name> = subject
        .participants
        .iter()
        .filter(|name| name.class != NameClass::Unknown && !tells_of(view, candidate, name))
        .collect();
    // A minister is no side against his own country.
    let are_alike = |one: &Name, two: &Name| {
        (one.class == NameClass::Person) == (two.class == NameClass::Person)
    };
    let written: Vec<String> = sides.iter().map(|name| short(name, style)).collect();
    match (sides.as_slice(), written.as_slice()) {
        ([first, second], [one, two]) if is_two_sided && is_open => {
            are_alike(first, second).then(|| format!("{words} between {one} and {two}"))
        }
        (_, [one, ..])
            if is_owner
                && is_open
                && !words.contains(['’', '\''])
                && !words.contains(" of ") =>
        {
            Some(owned(one, &lower_first(words)))
        }
        _ => None,
    }
}

/// `a truce that Donald Trump announced`: who does something to the event is no side to it.
fn tells_of(view: &View<'_>, candidate: &Candidate, name: &Name) -> bool {
    let (first, last) = view.tokens_of(name.span);
    candidate.last < first && view.group_at(last + 1).is_some()
}

/// `Peru’s offer`, `US offer`
fn owned(owner: &str, words: &str) -> String {
    if owner.ends_with(['s', 'S']) {
        format!("{owner} {words}")
    } else {
        format!("{owner}’s {words}")
    }
}

/// Whether a headline gives the noun to who did it (`Rossi’s order`, for `Rossi signed an order`).
pub(super) fn is_done_by(
    view: &View<'_>,
    candidate: &Candidate,
    subject: &Subject<'_, '_>,
    words: &str,
) -> bool {
    subject.participants.first().is_some_and(|name| {
        let owners = [Style::Full, Style::Short].map(|style| owned(&short(name, style), ""));
        acts_before(view, candidate, name)
            && owners.iter().any(|owner| words.starts_with(owner))
    })
}

/// Whether the name stands before the trigger as a subject does.
fn acts_before(view: &View<'_>, candidate: &Candidate, name: &Name) -> bool {
    let (first, last) = view.tokens_of(name.span);
    let hangs = first.checked_sub(1).is_some_and(|before| {
        is_preposition(view, before)
            || view.word(before) == "the" && is_preposition(view, before.saturating_sub(1))
    });
    let is_alone = view.name_at(last + 1).is_none() && !is_possessive(view, last + 1);
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    // Not of `ordered an inquiry into the crash`.
    let before = word_before(view, candidate).map_or("", |at| view.word(at));
    let is_looked_into = Grammar::get().into.contains(before);
    let grammar = Grammar::get();
    // Who `declared an outbreak` does not have one.
    let is_light = |group: &VerbGroup| {
        grammar.light.contains(&group.lemma)
            && !grammar.speech.contains(&group.lemma)
            && !group.is_negated
    };
    // Not of `took over after the crash`.
    let is_object = |group: &VerbGroup| {
        let mut between = group.last + 1..candidate.first;
        !between.any(|at| is_preposition(view, at) && view.word(at) != "of")
    };
    let is_undergone = |group: &VerbGroup| group.is_passive || group.tense == Tense::Participle;
    let is_done = if candidate.is_noun {
        group.is_some_and(|group| is_light(group) && is_object(group)) && !is_looked_into
    } else {
        !group.is_some_and(is_undergone)
    };
    is_done && last < candidate.first && !hangs && (is_alone || name.class == NameClass::Person)
}

/// ` in Lima`, with the preposition of the text.
pub(super) fn place(view: &View<'_>, subject: &Subject<'_, '_>, words: &str) -> Option<String> {
    let name = subject.places.first()?;
    let is_open = !subject
        .places
        .iter()
        .any(|name| mentions(words, view, name));
    is_open.then_some(())?;
    let (first, _) = view.tokens_of(name.span);
    let before = (first.saturating_sub(2)..first)
        .rev()
        .map(|at| view.word(at))
        .find(|word| *word != "the");
    let preposition = before
        .filter(|word| ["at", "near", "off", "outside", "across", "around"].contains(word))
        .unwrap_or("in");
    let full = match name.full.as_str() {
        full @ ("Middle East" | "Far East" | "Near East" | "Arctic" | "Pentagon") => {
            format!("the {full}")
        }
        full => TitleWords::get().short_country(full).to_owned(),
    };
    Some(format!("{words} {preposition} {full}"))
}

fn mentions(words: &str, view: &View<'_>, name: &Name) -> bool {
    words.contains(&name.full)
        || words.contains(name.span.of(view.text))
        || words.contains(&short(name, Style::Short))
}

/// The words without their first capital, unless that is of a name.
pub(super) fn lower_first(words: &str) -> String {
    let mut chars = words.chars();
    let first_word = words.split(' ').next().unwrap_or("");
    let is_acronym = first_word.chars().skip(1).any(char::is_uppercase);
    let is_name = crate::text::class_of(first_word) != NameClass::Unknown;
    match chars.next() {
        Some(first) if !is_acronym && !is_name => first.to_lowercase().chain(chars).collect(),
        _ => words.to_owned(),
    }
}

//! Whom a pronoun before a verb stands for.

use crate::model::{Name, NameClass};
use crate::text::WordClass;

use super::antecedent::Antecedent;
use super::title_actor::noun_phrase;
use super::title_phrase::is_preposition;
use super::title_render::{Style, short};
use super::title_words::TitleWords;
use super::view::View;

/// `together with Japan`: what begins at `at` hangs on a preposition.
pub(super) fn is_in_phrase(view: &View<'_>, at: usize) -> bool {
    let mut before = (at.saturating_sub(3)..at).rev();
    let word = before.find(|at| {
        !matches!(
            view.class(*at),
            Some(WordClass::Determiner | WordClass::Adjective)
        )
    });
    word.is_some_and(|at| is_preposition(view, at))
}

/// Whom a pronoun stands for: the nearest fitting name before it, else that of the sentences before.
pub(super) fn resolve(
    view: &View<'_>,
    at: usize,
    antecedent: Option<&Antecedent<'_>>,
    style: Style,
) -> Option<String> {
    let of_person = match view.word(at) {
        "he" | "she" => true,
        "it" | "they" => false,
        _ => return None,
    };
    stands_for(view, at, of_person, antecedent, style)
}

/// Whom `him` or `her` after a verb stands for.
pub(super) fn resolve_object(
    view: &View<'_>,
    at: usize,
    antecedent: Option<&Antecedent<'_>>,
    style: Style,
) -> Option<String> {
    let is_owner = || {
        matches!(
            view.class(at + 1),
            Some(WordClass::Noun | WordClass::Adjective)
        )
    };
    let is_person = match view.word(at) {
        "him" => true,
        "her" => !is_owner(),
        _ => false,
    };
    // Who acts on him is somebody else.
    let is_other = |words: &String| {
        !names_in_clause(view, at).any(|name| name.full.ends_with(words.as_str()))
    };
    let found = is_person.then(|| stands_for(view, at, true, antecedent, style))?;
    found.filter(is_other)
}

/// The names before `at` in its clause.
fn names_in_clause<'v>(view: &'v View<'_>, at: usize) -> impl Iterator<Item = &'v Name> {
    let clause = view.clause_of(at);
    view.names.iter().filter(move |name| {
        let (first, _) = view.tokens_of(name.span);
        first < at && view.clause_of(first) == clause
    })
}

/// What `it` or `them` at `at` stands for as an object: the object of a verb before it in the sentence, else the noun
/// that the sentence before is about, unless the sentence takes that up as who acts.
pub(super) fn resolve_thing(
    view: &View<'_>,
    at: usize,
    antecedent: Option<&Antecedent<'_>>,
    style: Style,
) -> Option<String> {
    let wants_many = match view.word(at) {
        "it" => false,
        "them" => true,
        _ => return None,
    };
    let syntax = view.syntax()?;
    let mut before = view.sentence.verbs.iter().rev();
    let object = before.find_map(|group| {
        let (object, ..) = syntax.object(group.head).filter(|_| group.last < at)?;
        (syntax.is_plural(object) == wants_many).then_some(object)
    });
    if let Some(object) = object {
        return noun_phrase(view, object, style);
    }
    let is_taken_up = (0..at).any(|at| view.class(at) == Some(&WordClass::SubjectPronoun));
    let antecedent = antecedent.filter(|_| !is_taken_up)?;
    antecedent.thing(wants_many).map(str::to_owned)
}

/// The persons whom `he`, `she`, `him` and `her` in the clause of `at` stand for, each where the pronoun
/// stands.
pub(super) fn persons_meant(
    view: &View<'_>,
    at: usize,
    antecedent: Option<&Antecedent<'_>>,
) -> Vec<Name> {
    let clause = view.clause_of(at);
    let meant = (0..view.sentence.tokens.len()).filter(|at| view.clause_of(*at) == clause);
    let antecedent = antecedent.filter(|antecedent| antecedent.name().is_some());
    let meant = meant.filter_map(|at| {
        let is_subject = ["he", "she"].contains(&view.word(at));
        let full = if is_subject {
            resolve(view, at, antecedent, Style::Full)
        } else {
            resolve_object(view, at, antecedent, Style::Full)
        };
        Some(Name {
            full: full?,
            span: view.span(at, at),
            class: NameClass::Person,
        })
    });
    meant.collect()
}

fn stands_for(
    view: &View<'_>,
    at: usize,
    of_person: bool,
    antecedent: Option<&Antecedent<'_>>,
    style: Style,
) -> Option<String> {
    if let Some(name) = named_before(view, at, of_person) {
        return Some(short(name, style));
    }
    let noun = antecedent.and_then(|antecedent| antecedent.noun_for(view, at));
    if let Some(words) = noun {
        return Some(words.to_owned());
    }
    let words = antecedent.and_then(Antecedent::name).filter(|words| {
        if of_person {
            is_person(words)
        } else {
            // `They` are those of a country, not the country.
            let is_it = view.word(at) == "it";
            is_it && (is_thing(words) || crate::text::class_of(words) == NameClass::Country)
        }
    })?;
    let last = words.rsplit(' ').next().unwrap_or(words);
    let is_long = style == Style::Short && of_person;
    let shortest = if is_long {
        last
    } else {
        TitleWords::get().short_country(words)
    };
    Some(shortest.to_owned())
}

/// The first fitting name that is a subject in the sentence before the pronoun at `at`.
fn named_before<'v>(view: &'v View<'_>, at: usize, of_person: bool) -> Option<&'v Name> {
    let start = view.span(at, at).start;
    let fits = |class: NameClass| match class {
        NameClass::Person => of_person,
        NameClass::Country => !of_person && view.word(at) == "it",
        NameClass::Organisation | NameClass::Vessel => !of_person,
        _ => false,
    };
    let verbs = view.sentence.verbs.iter();
    let verbs = verbs.map(|group| view.span(group.first, group.last).start);
    let is_subject = |name: &&Name| {
        fits(name.class)
            && name.span.end <= start
            && !is_in_phrase(view, view.tokens_of(name.span).0)
            && verbs
                .clone()
                .any(|verb| name.span.end < verb && verb < start)
    };
    let is_unclassed_person = |name: &&Name| {
        of_person
            && name.class == NameClass::Unknown
            && name.full.contains(' ')
            && name.span.end <= start
    };
    let mut names = view.names.iter();
    names.find(|name| is_subject(name) || is_unclassed_person(name))
}

fn is_person(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or("").to_lowercase();
    (2..=4).contains(&words.split(' ').count())
        && crate::text::class_of(words) == NameClass::Unknown
        && !crate::text::is_organisation_word(&last)
}

/// A name of one word is rarely a person's that a text names for the first time.
fn is_thing(words: &str) -> bool {
    let class = crate::text::class_of(words);
    class != NameClass::Person && (class != NameClass::Unknown || !words.contains(' '))
}

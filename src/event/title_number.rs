//! Whether a subject takes its verb in the singular or the plural.

use crate::model::{Name, NameClass};
use crate::text::is_demonym;

use super::title_words::TitleWords;
use super::view::View;

/// Whether the verb after this subject has no `s`.
pub(super) fn is_plural(view: &View<'_>, agent: &str) -> bool {
    let words = || agent.split(' ');
    // Not of `20 to 30 divers`.
    let opens = |(word, next): (&str, &str)| {
        TitleWords::get().kept.contains(word) && !next.starts_with(|c: char| c.is_ascii_digit())
    };
    let joint = words().zip(words().skip(1)).position(opens);
    let head: Vec<&str> = words()
        .take(joint.filter(|at| 0 < *at).unwrap_or(usize::MAX))
        .collect();
    let head = head.join(" ");
    let head = head.as_str();
    let last = head.rsplit(' ').next().unwrap_or(head);
    let named =
        |name: &&Name| name.span.of(view.text).ends_with(last) || name.full.ends_with(last);
    // A name of the sentences before may be meant, too.
    let is_capital = head.contains(' ') && last.starts_with(char::is_uppercase);
    let is_name = is_capital || last == "US" || view.names.iter().any(|name| named(&name));
    let mut meant = view.names.iter().filter(named);
    let has_plural_end =
        last.ends_with('s') && !["ss", "us", "is"].iter().any(|end| last.ends_with(end));
    joins_two(view, agent)
        || meant.any(|name| is_team(view, name))
        || has_plural_end && (!is_name || is_demonym(last))
        || last
            .parse::<u32>()
            .is_ok_and(|number| number != 1 && (head == last || head.starts_with("All ")))
        || TitleWords::get().plurals.contains(&last.to_lowercase())
        || begins_with_number(head)
        || is_letters(last)
}

/// `MPs`
fn is_letters(word: &str) -> bool {
    let letters = word.strip_suffix('s').unwrap_or_default();
    1 < letters.len() && letters.chars().all(char::is_uppercase)
}

/// `Two Koreas`
fn begins_with_number(head: &str) -> bool {
    let numbers = &TitleWords::get().plurals;
    head.split_once(' ').is_some_and(|(first, rest)| {
        rest.ends_with('s') && numbers.contains(&first.to_lowercase())
    })
}

/// Whether an `and` outside of names joins several.
fn joins_two(view: &View<'_>, agent: &str) -> bool {
    const AND: &str = " and ";
    let in_names = |name: &Name| {
        // `Jazz, Funk and Soul Festival` may have lost its comma.
        let written = name.span.of(view.text).replace(',', "");
        if agent.contains(&written) {
            written.matches(AND).count()
        } else {
            0
        }
    };
    let most = view.names.iter().map(in_names).max();
    agent.matches(AND).count() > most.unwrap_or(0)
}

/// `the Sixers`, `the Democrats`: a name in the plural with an article, or that the grammar calls one; not `the
/// Netherlands` or `the Times`.
fn is_team(view: &View<'_>, name: &Name) -> bool {
    let words = name.span.of(view.text);
    let last = words.rsplit(' ').next().unwrap_or(words).to_lowercase();
    let (first, at) = view.tokens_of(name.span);
    let has_article = view.word(first) == "the"
        || first
            .checked_sub(1)
            .is_some_and(|at| view.word(at) == "the");
    let is_of_many = match name.class {
        NameClass::Country => false,
        NameClass::Person | NameClass::Unknown => has_article,
        _ => true,
    };
    is_of_many
        && last.ends_with('s')
        && !TitleWords::get().singular_names.contains(&last)
        && (has_article || view.is_plural_name(at))
}

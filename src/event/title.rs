//! Headlines of at most 60 characters, made of the event's own words.

use crate::model::{Kind, Name, Status};
use crate::text::VerbGroup;

use super::antecedent::Antecedent;
use super::headline::whole;
use super::status_clause::is_decreed;
use super::title_carried::{carried, governed, names_actor};
use super::title_noun::{is_done_by, lower_first, nominal, noun_form, place};
use super::title_verb::verbal;
use super::title_words::TitleWords;
use super::trigger::Candidate;
use super::view::View;

/// The longest title in characters.
pub(super) const MAX_CHARS: usize = 60;

/// What a title is made of.
pub(super) struct Subject<'a, 'v> {
    pub(super) participants: &'a [Name],
    pub(super) places: &'a [Name],
    pub(super) status: Status,
    /// Whom a pronoun before this sentence's verb stands for.
    pub(super) antecedent: Option<&'a Antecedent<'v>>,
}

/// The headline of an event.
pub(super) fn title(
    view: &View<'_>,
    candidate: &Candidate,
    subject: &Subject<'_, '_>,
) -> String {
    let words = if candidate.is_noun {
        of_noun(view, candidate, subject)
    } else {
        let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
        group.and_then(|group| whole(view, group)).or_else(|| {
            let words = verbal(view, candidate, subject);
            words.map(|words| with_place(view, subject, words))
        })
    };
    let title = words
        .map(|words| polish(&words))
        .filter(|words| !words.is_empty());
    title.unwrap_or_else(|| polish(&noun_form(view, candidate, subject)))
}

fn of_noun(
    view: &View<'_>,
    candidate: &Candidate,
    subject: &Subject<'_, '_>,
) -> Option<String> {
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    if group.is_some_and(|group| is_decreed(view, candidate, group))
        && let Some(words) = governed(view, candidate, subject)
    {
        return Some(with_place(view, subject, words));
    }
    let alone = nominal(view, candidate, subject);
    let names_somebody = alone.as_ref().is_some_and(|words| {
        words.contains(' ')
            && words.chars().skip(1).any(char::is_uppercase)
            && !is_loosely_joined(words)
    });
    if let Some(alone) = alone.as_ref().filter(|_| names_somebody) {
        let done = carried(view, candidate, subject).filter(|words| {
            is_done_by(view, candidate, subject, alone)
                || names_actor(view, candidate, alone, words)
        });
        let done = done.map(|words| {
            // `held consultations with counterparts in Peru`: they are there.
            if keeps_phrases(alone, &words) {
                with_place(view, subject, words)
            } else {
                words
            }
        });
        return Some(done.unwrap_or_else(|| alone.clone()));
    }
    carried(view, candidate, subject)
        .or_else(|| {
            // `Landslide` of `A landslide buried a village`
            let is_bare = |words: &String| {
                let does = |group: &VerbGroup| candidate.last + 1 == group.first;
                let is_force = matches!(candidate.kind, Kind::Disaster | Kind::Conflict);
                is_force
                    && !words.contains(' ')
                    && subject.status == Status::Happened
                    && group.is_some_and(does)
            };
            let is_loose = alone
                .as_ref()
                .is_some_and(|words| is_loosely_joined(words) || is_bare(words));
            let longer = is_loose.then(|| governed(view, candidate, subject))?;
            longer.filter(|words| 2 < words.split(' ').count())
        })
        .map(|words| with_place(view, subject, words))
        .or_else(|| alone.filter(|words| !words.is_empty()))
        .or_else(|| Some(noun_form(view, candidate, subject)))
}

/// Whether the phrases of one headline that name no place are in another.
fn keeps_phrases(headline: &str, other: &str) -> bool {
    let opens = |word: &&str| TitleWords::get().binding.contains(*word);
    let mut openers = headline.split(' ').filter(opens);
    openers.all(|opener| other.split(' ').any(|word| word == opener))
}

/// The headline of a noun with the verb that it hangs on, empty if there is none.
pub(super) fn title_with_verb(
    view: &View<'_>,
    candidate: &Candidate,
    subject: &Subject<'_, '_>,
) -> String {
    let words = governed(view, candidate, subject);
    words.map_or(String::new(), |words| {
        polish(&with_place(view, subject, words))
    })
}

/// Whether a headline only puts a noun beside a name (`Fire involving Peru`).
pub fn is_loosely_joined(title: &str) -> bool {
    title.contains(INVOLVING)
}

/// A headline that only puts a noun beside a name as newspapers write it: `Peru fire` for `Fire involving
/// Peru`. Others, and those of several names, stay as they are.
pub fn joined_as_in_print(title: &str) -> String {
    let Some((noun, name)) = title.split_once(INVOLVING) else {
        return title.to_owned();
    };
    let is_phrase = noun.split(' ').any(|word| TitleWords::get().is_loose(word));
    let is_owner = name.ends_with("'s") || name.ends_with("’s");
    if is_phrase || is_owner || name.contains(" and ") || name.contains(',') {
        return title.to_owned();
    }
    let noun = lower_first(noun);
    format!("{name} {noun}")
}

/// Joins a noun to a name when nothing better is known.
pub(super) const INVOLVING: &str = " involving ";

fn with_place(view: &View<'_>, subject: &Subject<'_, '_>, words: String) -> String {
    place(view, subject, &words)
        .filter(|longer| longer.chars().count() <= MAX_CHARS)
        .unwrap_or(words)
}

/// `head` and as many of `tails`, in order, as fit.
pub(super) fn fit(head: &str, tails: &[String]) -> String {
    let mut words = head.to_owned();
    for tail in tails {
        if is_half(tail) {
            continue;
        }
        let longer = format!("{words} {tail}");
        if longer.chars().count() <= MAX_CHARS {
            words = longer;
            continue;
        }
        // The first of two may fit where both do not.
        let first = tail
            .split(" and ")
            .next()
            .filter(|first| !first.starts_with("between "));
        let shorter = first.map(|first| format!("{words} {}", first.trim_end_matches(',')));
        return shorter
            .filter(|line| line.chars().count() <= MAX_CHARS)
            .unwrap_or(words);
    }
    words
}

/// `between Peru` that has lost its second side; not `between two gangs`.
fn is_half(tail: &str) -> bool {
    let sides = tail.strip_prefix("between ");
    sides.is_some_and(|sides| {
        let last = sides.rsplit(' ').next().unwrap_or(sides);
        let are_many = last.ends_with('s') && last.starts_with(char::is_lowercase);
        !sides.contains(" and ") && !are_many
    })
}

/// The parts with one space between them, empty ones left out.
pub(super) fn join_words(parts: &[String]) -> String {
    let kept: Vec<&str> = parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    kept.join(" ")
}

/// A capital first, at most 60 characters, cut between words and never after a small one.
pub(super) fn polish(words: &str) -> String {
    let words = words.replace(" , and ", " and ").replace(" ,", ",");
    let mut kept: Vec<&str> = Vec::new();
    let mut n_chars = 0;
    let is_long = MAX_CHARS < words.chars().count();
    for word in words.split_whitespace() {
        n_chars += word.chars().count() + usize::from(!kept.is_empty());
        if MAX_CHARS < n_chars {
            break;
        }
        kept.push(word);
    }
    let is_loose = |word: &str| {
        TitleWords::get().is_loose(word)
            && (is_long || !TitleWords::get().particles.contains(word))
    };
    while kept.last().is_some_and(|word| is_loose(word)) {
        kept.pop();
    }
    let line = kept.join(" ");
    let line = line.trim_matches(|c: char| !c.is_alphanumeric() && !"%)$€£.".contains(c));
    let line = line.trim_start_matches([')', '.', '%']);
    let mut chars = line.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::joined_as_in_print;

    #[test]
    fn a_noun_beside_one_name_follows_it() {
        let check = |title: &str, printed: &str| assert_eq!(joined_as_in_print(title), printed);
        check("Fire involving Peru", "Peru fire");
        check("Explosion involving Acme Corp", "Acme Corp explosion");
        for stays in [
            "Talks involving Peru and Chile",
            "Attack on ship involving Peru",
            "Fire involving St. Mary's",
            "Fire in Peru",
        ] {
            check(stays, stays);
        }
    }
}

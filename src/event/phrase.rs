//! The noun and prepositional phrases around a word, cut out for a headline.

use crate::text::WordClass;

use super::view::View;

/// The object after a verb, then the phrases that hang on it.
pub(super) fn object_and_phrases(view: &View<'_>, from: usize) -> Vec<String> {
    let mut found = Vec::new();
    let is_phrase = matches!(view.class(from), Some(WordClass::Preposition));
    let mut next = from;
    if !is_phrase {
        let end = phrase_end(view, from);
        if let Some(end) = end {
            found.push(join(view, from, end));
            next = end + 1;
        }
    }
    found.extend(phrases_after(view, next, 3));
    found
}

/// The first token of the noun phrase that ends at `last`, its determiner left out.
pub(super) fn noun_phrase_start(view: &View<'_>, last: usize) -> usize {
    let floor = view
        .clauses
        .get(view.clause_of(last))
        .map_or(0, |clause| clause.first);
    let mut first = last;
    while let Some(before) = first.checked_sub(1).filter(|before| floor <= *before) {
        let is_possessive = ["'s", "’s"].contains(&view.word(before));
        let fits = matches!(
            view.class(before),
            Some(
                WordClass::Noun
                    | WordClass::Name
                    | WordClass::Adjective
                    | WordClass::Number
                    | WordClass::Hyphen
            )
        ) || is_possessive;
        if !fits
            || view.is_time(before)
                && view.word(before) != "-"
                && !view.word(before + 1).starts_with('-')
                && !view.word(before).starts_with(|c: char| c.is_ascii_digit())
        {
            break;
        }
        first = before;
    }
    first
}

/// The last token of the noun phrase that starts at `from`.
fn phrase_end(view: &View<'_>, from: usize) -> Option<usize> {
    let mut end = None;
    for at in from..view.len().min(from + 9) {
        if view.is_time(at) || view.group_at(at).is_some() && !is_attribute(view, at) {
            break;
        }
        match view.class(at)? {
            WordClass::Noun | WordClass::Name | WordClass::Number => end = Some(at),
            WordClass::Adjective | WordClass::Determiner | WordClass::Hyphen => (),
            WordClass::Coordinator if end.is_some() && view.word(at) == "and" => (),
            WordClass::Verb { .. } if is_attribute(view, at) => (),
            WordClass::Sign if ["$", "%", "€", "£"].contains(&view.word(at)) => (),
            _ => break,
        }
    }
    end
}

fn is_attribute(view: &View<'_>, at: usize) -> bool {
    matches!(view.class(at + 1), Some(WordClass::Noun))
        && at.checked_sub(1).is_some_and(|before| {
            matches!(
                view.class(before),
                Some(WordClass::Determiner | WordClass::Adjective)
            )
        })
}

/// The prepositional phrases that follow at once, as words.
pub(super) fn phrases_after(view: &View<'_>, from: usize, most: usize) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = from;
    while found.len() < most {
        while view.is_time(at)
            || matches!(view.class(at), Some(WordClass::Preposition)) && view.is_time(at + 1)
        {
            at += 1;
        }
        let is_preposition = matches!(view.class(at), Some(WordClass::Preposition));
        let is_useful = ![
            "as",
            "like",
            "including",
            "than",
            "during",
            "amid",
            "after",
            "before",
            "since",
            "without",
            "per",
        ]
        .contains(&view.word(at));
        if !is_preposition || !is_useful {
            break;
        }
        let Some(end) = phrase_end(view, at + 1) else {
            break;
        };
        found.push(join(view, at, end));
        at = end + 1;
    }
    found
}

/// The words of tokens `first..=last`, articles and possessive pronouns left out, as written.
pub(super) fn join(view: &View<'_>, first: usize, last: usize) -> String {
    let mut words = String::new();
    let mut end = None;
    for at in first..=last {
        let Some(token) = view.sentence.tokens.get(at) else {
            break;
        };
        let word = token.span.of(view.text);
        let is_dropped = [
            "the", "a", "an", "its", "their", "his", "her", "this", "these", "those",
        ]
        .contains(&word);
        let is_opening =
            at == first && ["The", "A", "An", "Its", "Their", "His", "Her"].contains(&word);
        if is_dropped && view.name_at(at).is_none() || is_opening {
            continue;
        }
        let is_glued = end == Some(token.span.start);
        if !words.is_empty() && !is_glued {
            words.push(' ');
        }
        words.push_str(word);
        end = Some(token.span.end);
    }
    words
}

//! Whom a pronoun stands for that takes up the subject of the verb before it.

use crate::text::VerbGroup;

use super::announced::is_announced;
use super::antecedent::{Antecedent, is_empty, is_person};
use super::lexicon::Grammar;
use super::title_number::is_plural;
use super::title_render::Style;
use super::title_subject::agent;
use super::view::{View, is_finite};

/// `A mission was proposed, but it was not approved`: the subject of the verb before, without a name. What
/// somebody says of `it` is of something else; `he` may be who says so.
pub(super) fn same_subject(
    view: &View<'_>,
    at: usize,
    antecedent: Option<&Antecedent<'_>>,
    style: Style,
) -> Option<String> {
    let mut verbs = view.sentence.verbs.iter();
    let earlier = verbs.rfind(|group| group.last < at && is_finite(group))?;
    let is_speech = Grammar::get().speech.contains(&earlier.lemma);
    // `Radar lost it before it landed`: both are something else.
    let mut between = earlier.last + 1..at;
    if between.any(|between| view.word(between) == view.word(at)) {
        return None;
    }
    // Who says something may speak of somebody else, but not who does so `as he inspected the ruins`.
    let before = at.checked_sub(1).map_or("", |at| view.word(at));
    let is_apart = !is_speech || ["as", "while", "when", "after", "before"].contains(&before);
    let may_be = match view.word(at) {
        "it" => is_apart || says_of_itself(view, earlier, at),
        "he" | "she" => is_apart,
        _ => false,
    };
    let words = may_be.then(|| agent(view, earlier.first, antecedent, style))??;
    let fits = view.word(at) == "it" || is_person(&words);
    (fits && !is_plural(view, &words)).then_some(words)
}

/// `The bank said it would cut 900 jobs`: who says what `it` is going to do speaks of itself.
fn says_of_itself(view: &View<'_>, speech: &VerbGroup, it: usize) -> bool {
    let mut verbs = view.sentence.verbs.iter();
    let next = verbs.find(|group| it < group.first);
    let is_close = view.clause_of(speech.first) + 1 >= view.clause_of(it);
    is_close && !is_empty(view, it) && next.is_some_and(|group| is_announced(view, group))
}

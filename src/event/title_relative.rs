//! The object that a describing clause hangs on: `the ban that the court lifted`.

use crate::text::{VerbGroup, WordClass};

use super::clause::Link;
use super::lexicon::{Grammar, Triggers};
use super::title_phrase::{Phrase, noun_phrase_start};
use super::title_render::{Style, render};
use super::title_subject::phrase_before;
use super::title_verb::Frame;
use super::view::View;

impl Frame<'_, '_, '_> {
    /// The object of a verb with a subject of its own that describes it: `the ban that the court lifted`.
    pub(super) fn relative_object(&self) -> Option<String> {
        let clause = self
            .view
            .clauses
            .get(self.view.clause_of(self.group.first))?;
        let opens = ["that", "which"].contains(&self.view.word(clause.first));
        let has_subject = clause.first + 1 < self.group.first;
        // `says in a release that the jury found him guilty`
        let is_told = || {
            let syntax = self.view.syntax();
            syntax.is_some_and(|syntax| syntax.is_mark(clause.first))
        };
        let is_relative = clause.link == Link::Relative && opens && has_subject && !is_told();
        if self.is_passive() {
            None
        } else if is_relative {
            described_by(self.view, clause.first, self.style)
        } else {
            relative(self.view, self.bare_relative()?, self.style)
        }
    }

    /// Where a describing clause begins that no word opens: `the act the senate passed`.
    fn bare_relative(&self) -> Option<usize> {
        let view = self.view;
        let last = self.group.first.checked_sub(1)?;
        let is_noun = |at: usize| {
            view.name_at(at).is_some()
                || matches!(view.class(at), Some(WordClass::Noun | WordClass::Name))
        };
        let the = noun_phrase_start(view, last).checked_sub(1)?;
        let is_told_apart = matches!(view.class(the), Some(WordClass::Determiner));
        let before = the.checked_sub(1)?;
        // `last time the pair met`
        let is_occasion = Grammar::get().occasions.contains(view.word(before));
        let is_thing = is_noun(before) && !view.is_time(before) && !is_occasion;
        (is_noun(last) && is_told_apart && is_thing).then_some(the)
    }
}

/// What stands before `which` or `that` with what hangs on it: `voyage from Peru`.
fn described_by(view: &View<'_>, at: usize, style: Style) -> Option<String> {
    let last = at.checked_sub(1).filter(|last| !view.is_time(*last))?;
    let is_nominal = view.name_at(last).is_some()
        || matches!(view.class(last), Some(WordClass::Noun | WordClass::Number));
    let floor = view.clauses.get(view.clause_of(last))?.first;
    let whole = is_nominal
        .then(|| phrase_before(view, floor, last, style))
        .flatten();
    whole.or_else(|| relative(view, at, style))
}

/// What stands right before `who`, `which` or `that`.
pub(super) fn relative(view: &View<'_>, at: usize, style: Style) -> Option<String> {
    let before = at.checked_sub(1)?;
    let last = if view.word(before) == "," {
        before.checked_sub(1)?
    } else {
        before
    };
    let is_nominal = view.name_at(last).is_some()
        || matches!(view.class(last), Some(WordClass::Noun | WordClass::Number));
    if !is_nominal || view.is_time(last) {
        return None;
    }
    let last = described_noun(view, at)
        .filter(|noun| *noun < last)
        .unwrap_or(last);
    let first = noun_phrase_start(view, last);
    render(view, Phrase { first, last }, style).filter(|words| words.chars().count() <= 40)
}

/// The noun that the clause at `at` describes, by the tree: that of `a quake of great force that struck Lima`.
fn described_noun(view: &View<'_>, at: usize) -> Option<usize> {
    let verb = view.sentence.verbs.iter().find(|group| at <= group.first)?;
    let noun = view.syntax()?.described_by(verb.head)?;
    Some(with_its_event(view, verb, noun))
}

/// The noun at token `noun`, or the event that it only describes: storms strike, not their force, wherever the tree
/// hangs the clause.
pub(super) fn with_its_event(view: &View<'_>, verb: &VerbGroup, noun: usize) -> usize {
    let is_event = |at: usize| Triggers::get().noun(view.word(at)).is_some();
    if !Grammar::get().happening.contains(&verb.lemma) || is_event(noun) {
        return noun;
    }
    let owners = view.syntax().into_iter().flat_map(|s| s.owners_of(noun));
    let mut events = owners.filter(|owner| is_event(*owner));
    events.next().unwrap_or(noun)
}

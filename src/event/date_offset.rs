//! The date of what came so long after another event or before it: `on 17 June, two days before the sale begins`.

use jiff::{Span as Length, ToSpan as _};

use crate::model::{Step, Timex, TimexType, When};
use crate::text::WordClass;

use super::date::{Dated, is_calendar};
use super::lexicon::Grammar;
use super::trigger::Candidate;
use super::view::View;

/// A clause's verb stands at most so many words behind what opens the clause.
const MOST_WORDS: usize = 20;

/// The date of the candidate if its clause is opened by a length and `before` or `after`, and a day stands before
/// these. Lengths in months and years are too vague for a day.
pub(super) fn by_offset(view: &View<'_>, candidate: &Candidate) -> Option<Dated> {
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    let group = group.filter(|_| !candidate.is_noun);
    let first = group.map_or(candidate.first, |group| group.first.min(candidate.first));
    let opener = opener_before(view, first)?;
    let ends_at = |timex: &&Timex, at: usize| view.tokens_of(timex.span).1 + 1 == at;
    let mut timexes = view.timexes.iter();
    let length =
        timexes.find(|timex| timex.kind == TimexType::Duration && ends_at(timex, opener))?;
    let mut before = view.timexes.iter().rev();
    let day = before.find(|timex| timex.span.end <= length.span.start && is_calendar(timex))?;
    let from = day.when.as_ref().filter(|when| !when.approximate)?;
    let n_days = days_of(&length.value)?;
    let is_later = Grammar::get().offset_later.contains(view.word(opener));
    let n_days = if is_later { n_days } else { -n_days };
    let when = When::day(from.single_day()?.checked_add(n_days.days()).ok()?);
    let words = format!(
        "\u{201c}{} {}\u{201d} leads from there to {}",
        length.span.of(view.text),
        view.word(opener),
        when.in_words()
    );
    let mut why = day.steps.clone();
    why.push(Step::new(words, Some(length.span)));
    Some(Dated {
        when: Some(when),
        timex: Some(day.span),
        why,
        is_own: true,
        is_close: true,
    })
}

/// The nearest `before` or `after` with neither verb nor comma between it and the token `first`.
fn opener_before(view: &View<'_>, first: usize) -> Option<usize> {
    let grammar = Grammar::get();
    let mut words = (first.saturating_sub(MOST_WORDS)..first)
        .rev()
        .take_while(|at| view.group_at(*at).is_none())
        .take_while(|at| view.class(*at) != Some(&WordClass::Sign));
    words.find(|at| {
        let word = view.word(*at);
        grammar.offset_later.contains(word) || grammar.offset_earlier.contains(word)
    })
}

/// The days of a length in the form of ISO 8601; 0 for minutes and hours.
fn days_of(value: &str) -> Option<i64> {
    let length: Length = value.parse().ok()?;
    let is_exact = length.get_years() == 0 && length.get_months() == 0;
    is_exact.then(|| i64::from(length.get_weeks()) * 7 + i64::from(length.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_days_or_none() {
        for (value, days) in [
            ("P2D", Some(2)),
            ("P1W", Some(7)),
            ("PT10M", Some(0)),
            ("P1M", None),
            ("P2Y", None),
            ("PXD", None),
        ] {
            assert_eq!(days_of(value), days, "{value}");
        }
    }
}

//! Dates of events that everybody knows by their name: `since the 9/11 attacks`.

use jiff::civil::Date;

use crate::model::{Mention, Status, Step, When};
use crate::time::Named;

use super::title::polish;

/// Gives what the text calls by the name of a landmark the landmark's date.
///
/// Not if its sentence dates it in other words, or if the landmark was after the publication. `text` is that of the
/// mentions, `named` what [`crate::time::Landmarks`] finds in it.
pub fn date_by_landmarks(
    mentions: &mut [Mention],
    text: &str,
    named: &[Named<'_>],
    published: Option<Date>,
) {
    for mention in mentions.iter_mut().filter(|mention| !mention.is_echo()) {
        let is_undated = |named: &&Named<'_>| {
            let timex = mention.timex;
            timex.is_none_or(|timex| named.span.overlaps(timex))
        };
        let mut called = named.iter().filter(is_undated);
        let Some(named) = called.find(|named| named.span.contains(mention.trigger)) else {
            continue;
        };
        if mention.status == Status::Happened && is_over(&named.landmark.when, published) {
            let words = format!(
                "\u{201c}{}\u{201d} is {}, by the table of landmark events",
                named.span.of(text),
                named.landmark.words()
            );
            mention.when = Some(named.landmark.when.clone());
            mention.title = polish(named.span.of(text));
            // The place that the sentence names is that of what it tells besides.
            mention.places.clear();
            mention.why = vec![Step::new(words, Some(named.span))];
        }
    }
}

fn is_over(when: &When, published: Option<Date>) -> bool {
    let latest = when.latest();
    latest.is_some_and(|latest| published.is_none_or(|day| latest <= day))
}

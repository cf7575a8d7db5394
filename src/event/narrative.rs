//! Dates what has no date of its own by the way it is told: what a story tells next happened when the step
//! before it did, and what an article opens with in the present perfect is the news of its day.

use jiff::civil::Date;

use crate::model::{Span, Status, Step, When};

use super::reader::{Draft, Told};

/// How many sentences on a date still counts in news, and in what lies farther back.
const REACH_IN_NEWS: usize = 3;
const REACH: usize = 0;
/// What lies no farther back than this before the publication is news.
const NEWS_DAYS: i32 = 20;
/// A story is told of a day or two, not of a year.
const MOST_DAYS: i64 = 3;

/// The date that a story goes on from.
struct Anchor {
    when: When,
    timex: Span,
    last_sentence: usize,
    is_today: bool,
}

/// Gives the events of `drafts` that continue a dated one, or open the article as its news, a date.
pub(super) fn continue_dates(drafts: &mut [Draft], published: Option<Date>) {
    drafts.sort_by_key(|draft| (draft.sentence, draft.mention.trigger));
    let mut anchor: Option<Anchor> = None;
    for draft in drafts.iter_mut().filter(|draft| !draft.is_heading) {
        if draft.mention.timex.is_some() {
            if !draft.is_minor {
                anchor = anchor_of(draft, published);
            }
        } else if let Some(anchor) = anchor.as_ref().filter(|anchor| continues(draft, anchor)) {
            let step = Step::new(
                "no date of its own; goes on from what this dates",
                Some(anchor.timex),
            );
            date_by(draft, anchor.when.clone(), step);
        } else if let Some(day) = published.filter(|_| is_news(draft)) {
            let step = Step::new(
                format!("no date of its own; the news of the article's day, {day}"),
                None,
            );
            date_by(draft, When::day(day), step);
        }
    }
}

fn anchor_of(draft: &Draft, published: Option<Date>) -> Option<Anchor> {
    let when = draft.mention.when.as_ref()?;
    let is_narrow = when.width_days().is_some_and(|days| days <= MOST_DAYS);
    let is_step = draft.has_own_date && draft.mention.status == Status::Happened;
    let (latest, published) = (when.latest()?, published?);
    let is_news = latest.until(published).ok()?.get_days() <= NEWS_DAYS;
    (is_narrow && is_step).then(|| Anchor {
        when: when.clone(),
        timex: draft.mention.timex.unwrap_or(draft.mention.trigger),
        last_sentence: draft.sentence + if is_news { REACH_IN_NEWS } else { REACH },
        is_today: latest == published,
    })
}

fn continues(draft: &Draft, anchor: &Anchor) -> bool {
    let mention = &draft.mention;
    let when = mention.when.as_ref();
    let is_told = draft.told == Told::Step || draft.told == Told::News && anchor.is_today;
    draft.sentence <= anchor.last_sentence
        && is_told
        && when.is_none_or(|when| when.is_compatible(&anchor.when))
        && mention.status == Status::Happened
        && (!draft.is_noun || draft.is_light)
}

fn is_news(draft: &Draft) -> bool {
    draft.is_opening && draft.told == Told::News && draft.mention.status == Status::Happened
}

/// What is only inferred is no certain day.
fn date_by(draft: &mut Draft, when: When, step: Step) {
    draft.mention.when = Some(when.approximately());
    draft.mention.why = vec![step];
}

//! Dates what has no date of its own by the way it is told: what a story tells next happened when the step
//! before it did, and what an article opens with in the present perfect is the news of its day.

use jiff::civil::Date;

use crate::model::{Article, Mention, Span, Status, Step, When};
use crate::text::Document;

use super::lexicon::Grammar;
use super::reader::{Draft, Told};

/// How many sentences on a date still counts in news.
const REACH_IN_NEWS: usize = 3;
/// What lies no farther back than this before the publication is news.
const NEWS_DAYS: i32 = 20;
/// So many sentences are told of what lies before the story, once one of them says so by its date.
const BACKGROUND: usize = 2;
/// A story is told of a day or two, not of a year.
const MOST_DAYS: i64 = 3;
/// So many sentences below its headings say what an article is about.
const OPENING: usize = 2;

/// The date that a story goes on from.
struct Anchor {
    when: When,
    timex: Span,
    sentence: usize,
    is_news: bool,
    is_today: bool,
}

/// Whether an article opens with a day in court: the deeds that it tells of were before that.
pub(super) fn is_of_court(article: &Article, document: &Document) -> bool {
    let sentences = document.sentences.iter();
    let mut told = sentences.filter(|sentence| !article.is_boilerplate(sentence.span));
    let n_headings = told.clone().take_while(|s| s.is_heading).count();
    let words = &Grammar::get().court;
    told.by_ref().take(n_headings + OPENING).any(|sentence| {
        let text = sentence.span.of(&article.text).to_lowercase();
        text.split(|c: char| !c.is_alphabetic())
            .any(|word| words.contains(word))
    })
}

/// Gives the events of `drafts` that continue a dated one, or open the article as its news, a date.
/// What the article tells first, with a date of its own, is what the rest of it is mostly about; `is_of_court` tells
/// that this is a hearing.
pub(super) fn continue_dates(drafts: &mut [Draft], published: Option<Date>, is_of_court: bool) {
    drafts.sort_by_key(|draft| (draft.sentence, draft.mention.trigger));
    let mut near: Option<Anchor> = None;
    let mut lead: Option<Anchor> = None;
    let mut background: Option<usize> = None;
    for draft in drafts.iter_mut().filter(|draft| !draft.is_heading) {
        // A time of the day is one of the day that the story is about.
        let is_of_lead = draft.is_by_clock && lead.is_some();
        if draft.mention.timex.is_some() && !is_of_lead {
            if draft.is_by_clock {
                make_likely(draft);
            }
            // `found it on Wednesday, a day after it sank`: the story is at Wednesday.
            let is_of_near = |near: &Anchor| Some(near.timex) == draft.mention.timex;
            if !near.as_ref().is_some_and(is_of_near) {
                near = anchor_of(draft, published);
            }
            lead = lead.or_else(|| anchor_of(draft, published).filter(|anchor| anchor.is_news));
            if is_background(draft, lead.as_ref()) {
                background = Some(draft.sentence);
            }
            continue;
        }
        let is_reached = |anchor: &&Anchor| {
            let reach = if anchor.is_news { REACH_IN_NEWS } else { 0 };
            draft.sentence <= anchor.sentence + reach && continues(draft, anchor)
        };
        if is_of_court && Grammar::get().deeds.contains(&draft.mention.class) {
            continue;
        }
        let is_aside =
            background.is_some_and(|sentence| draft.sentence < sentence + BACKGROUND);
        let of_lead = || {
            let told = lead.as_ref().filter(|_| !is_aside);
            told.filter(|anchor| continues(draft, anchor))
        };
        if let Some(anchor) = near.as_ref().filter(is_reached) {
            let words = "no date of its own; goes on from what this dates";
            date_by(draft, &anchor.when, Step::new(words, Some(anchor.timex)));
        } else if let Some(anchor) = of_lead() {
            let words = "no date of its own; told of what the article began with, on this day";
            date_by(draft, &anchor.when, Step::new(words, Some(anchor.timex)));
        } else if let Some(day) = published.filter(|_| is_news(draft) && !draft.is_by_clock) {
            let words = format!("no date of its own; the news of the article's day, {day}");
            date_by(draft, &When::day(day), Step::new(words, None));
        }
    }
    date_with_verbs(drafts);
}

/// `The quake struck at 13:53`, and no word says on which day: most likely that of the publication.
fn make_likely(draft: &mut Draft) {
    let mention = &mut draft.mention;
    mention.when = mention.when.take().map(When::approximately);
    let words = "no word says on which day the clock stood so: about then";
    mention.why.push(Step::new(words, mention.timex));
}

/// Gives what goes with a verb the date of that verb: `came home on Friday, finding the door open`; and the verb that
/// of what goes with it: `killed two, leaving ten injured on Friday`.
fn date_with_verbs(drafts: &mut [Draft]) {
    for of_sentence in drafts.chunk_by_mut(|a, b| a.sentence == b.sentence) {
        let found: Vec<_> = of_sentence
            .iter()
            .map(|draft| companion(draft, of_sentence))
            .collect();
        for (draft, found) in of_sentence.iter_mut().zip(found) {
            if let Some((when, timex)) = found {
                let words = "no date of its own; goes with what this dates";
                date_by(draft, &when, Step::new(words, Some(timex)));
            }
        }
    }
}

/// The date of what goes with `draft` among those of its sentence, and the words that it is from.
fn companion(draft: &Draft, of_sentence: &[Draft]) -> Option<(When, Span)> {
    let goes_with = |one: &Draft, verb: &Draft| {
        one.goes_with.is_some() && one.goes_with == verb.group && !verb.is_noun
    };
    let other = of_sentence.iter().find(|other| {
        goes_with(draft, other) || goes_with(other, draft) && other.has_own_date
    })?;
    let (ours, theirs) = (draft.mention.when.as_ref(), other.mention.when.as_ref()?);
    let fits = draft.mention.timex.is_none()
        && theirs.width_days().is_some_and(|days| days <= MOST_DAYS)
        && ours.is_none_or(|when| when.is_compatible(theirs))
        && draft.mention.status == other.mention.status;
    let timex = other.mention.timex.unwrap_or(other.mention.trigger);
    fits.then(|| (theirs.clone(), timex))
}

/// Whether it lies before what the article is about: what follows it mostly does as well.
fn is_background(draft: &Draft, lead: Option<&Anchor>) -> bool {
    let latest = draft.mention.when.as_ref().and_then(When::latest);
    let first = lead.and_then(|lead| lead.when.earliest());
    draft.has_own_date
        && latest
            .zip(first)
            .is_some_and(|(latest, first)| latest < first)
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
        sentence: draft.sentence,
        is_news,
        is_today: latest == published,
    })
}

fn continues(draft: &Draft, anchor: &Anchor) -> bool {
    let mention = &draft.mention;
    let when = mention.when.as_ref();
    let is_told = draft.told == Told::Step || draft.told == Told::News && anchor.is_today;
    is_told
        && !draft.is_relative
        && (draft.is_by_clock || when.is_none_or(|when| when.is_compatible(&anchor.when)))
        && mention.status == Status::Happened
        && (!draft.is_noun || draft.is_light || is_toll(mention))
}

/// `nine injuries`: how many the story's event cost.
fn is_toll(mention: &Mention) -> bool {
    Grammar::get().tolls.contains(&mention.class) && !mention.quantities.is_empty()
}

fn is_news(draft: &Draft) -> bool {
    draft.is_opening && draft.told == Told::News && draft.mention.status == Status::Happened
}

/// What is only inferred is no certain day.
fn date_by(draft: &mut Draft, when: &When, step: Step) {
    draft.mention.when = Some(when.clone().approximately());
    draft.mention.why = vec![step];
}

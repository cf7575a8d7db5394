//! Clues of landmarks: who names an event that nobody foresaw writes after it began, and words
//! that count from the publication must count to the event beside them.

use jiff::civil::Date;

use super::clue::{Clue, Rank};
use super::clue_words::{WORDS, follows, sentence_of, tokens_of, words_before};
use super::context::one_line;
use super::days::{Days, later};
use super::landmark::{Landmarks, Named};
use super::tag::{read, resolve};
use crate::model::{Granularity, Span, Timex, When};
use crate::text::{Document, Sentence};

/// Words that count from the publication stand this near to the event that they date.
const NEAR_TOKENS: usize = 8;
/// Words like `last year` are tried for publication within so many years of the event.
const YEARS_AFTER: i16 = 12;
/// An anniversary is written of within so many days.
const ANNIVERSARY_DAYS: i32 = 60;

/// The clues of all landmarks that the text names.
pub(super) fn by_landmarks(
    text: &str,
    document: &Document,
    timexes: &[Timex],
    landmarks: &Landmarks,
) -> Vec<Clue> {
    let mut clues = Vec::new();
    for named in landmarks.named_in(text) {
        let Some(sentence) = sentence_of(document, named.span) else {
            continue;
        };
        clues.extend(bound(text, sentence, named));
        clues.extend(anniversary(text, sentence, named));
        let beside = beside(sentence, named.span, timexes);
        clues.extend(beside.and_then(|timex| counted(text, sentence, named, timex)));
    }
    clues
}

/// The event itself, before or after which the article must be written.
fn bound(text: &str, sentence: &Sentence, named: Named<'_>) -> Option<Clue> {
    let landmark = named.landmark;
    let (first, last) = (landmark.when.earliest()?, landmark.when.latest());
    let follows = |phrases| follows(text, sentence, named.span, phrases);
    let (words, days) = if !landmark.is_planned || follows(&WORDS.over) {
        ("it speaks of", Days::from(first))
    } else if follows(&WORDS.ahead) {
        ("it looks forward to", Days::upto(last?))
    } else {
        return None;
    };
    let words = format!("{words} “{}”: {}", named.span.of(text), landmark.words());
    Some(Clue::of_landmark(named, words, days))
}

/// `the 10th anniversary of` a landmark.
fn anniversary(text: &str, sentence: &Sentence, named: Named<'_>) -> Option<Clue> {
    let before = words_before(text, sentence, named.span, &WORDS.anniversary)?;
    let number = before.rsplit(char::is_whitespace).next()?;
    let digits = number.trim_end_matches(char::is_alphabetic);
    let years: i16 = digits.parse().ok().filter(|years| *years < 200)?;
    let first = named.landmark.when.earliest()?;
    let day = first.saturating_add(jiff::Span::new().years(years));
    let around = Days::between(later(day, -ANNIVERSARY_DAYS), later(day, ANNIVERSARY_DAYS));
    let words = format!("{number} anniversary of {}", named.landmark.words());
    Some(Clue::of_landmark(named, words, around))
}

/// The expression that counts from the publication and stands nearest to the landmark.
fn beside<'t>(sentence: &Sentence, named: Span, timexes: &'t [Timex]) -> Option<&'t Timex> {
    let (first, end) = tokens_of(sentence, named);
    let inside = timexes.iter().filter(|timex| {
        sentence.span.contains(timex.span)
            && timex.counts_from_publication
            && !timex.span.overlaps(named)
    });
    inside
        .map(|timex| {
            let (from, upto) = tokens_of(sentence, timex.span);
            let distance = from.saturating_sub(end) + first.saturating_sub(upto);
            (distance, timex)
        })
        .filter(|(distance, _)| *distance <= NEAR_TOKENS)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, timex)| timex)
}

/// `June last year` beside an event of June 2025: published in 2026. Each day of publication is
/// tried, coarsely, and those remain from which the words count to the event.
fn counted(text: &str, sentence: &Sentence, named: Named<'_>, timex: &Timex) -> Option<Clue> {
    let event = &named.landmark.when;
    let first = event.earliest()?;
    if event.latest().is_none() || !says_which_year(timex) {
        return None;
    }
    let alone = Document {
        sentences: vec![sentence.clone()],
    };
    let recipes = read(text, &alone);
    let counts_to_event = |day: Date| {
        let tagged = resolve(text, &recipes, Some(day), None);
        let same = tagged.iter().find(|found| found.span == timex.span);
        let when = same.and_then(|found| found.when.clone());
        when.is_some_and(|when| is_whole(&when) && when.is_compatible(event))
    };
    let stretches = months(first).filter(|(day, _)| counts_to_event(*day));
    let days = Days::of(stretches);
    if days.is_empty() {
        return None;
    }
    let words = format!(
        "“{}” stands beside {}",
        one_line(timex.span.of(text)),
        named.landmark.words()
    );
    Some(Clue {
        words,
        span: Some(timex.span),
        days,
        rank: Rank::Relative,
    })
}

/// Whether the words name a month or a year by its distance (`last June`, `two years ago`).
fn says_which_year(timex: &Timex) -> bool {
    !timex.value.ends_with("_REF")
}

fn is_whole(when: &When) -> bool {
    when.earliest().is_some()
        && when.latest().is_some()
        && Granularity::Month <= when.granularity
}

/// The months from that of `first` on, with their first and last days.
fn months(first: Date) -> impl Iterator<Item = (Date, Date)> {
    let start = first.first_of_month();
    (0..i32::from(YEARS_AFTER) * 12).filter_map(move |index| {
        let month = start.checked_add(jiff::Span::new().months(index)).ok()?;
        Some((month, month.last_of_month()))
    })
}

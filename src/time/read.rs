//! What a text says about times before anything is counted: the matches of its sentences, which
//! way each looks and which side of it is open. It does not change with the publication date.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::direction::{Bound, Direction, bound, direction};
use super::find::{Found, find};
use super::lex::Lexed;
use super::order::settle;
use super::rule::{Make, Rules, is_noun_like};
use super::slot::Slot;
use crate::model::Span;
use crate::text::{Document, TokenShape, WordClass};

/// A text with at least so many stated years, mostly far from its publication, tells a history.
const HISTORY_YEARS: usize = 6;

/// The time expressions of a text as recipes: what their words say, not yet counted from any date.
/// [`super::resolve`] makes dates of them, as often as the publication date changes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Reading {
    /// Number of the language whose rules read it.
    pub(super) language: usize,
    pub(super) items: Vec<Item>,
}

/// One expression.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Item {
    pub(super) sentence_index: usize,
    pub(super) found: Found,
    pub(super) span: Span,
    pub(super) direction: Option<Direction>,
    pub(super) bound: Option<(Bound, Span)>,
    /// A date in numbers whose order nothing tells.
    pub(super) has_two_orders: bool,
}

impl Reading {
    /// Whether the text tells a history, so that what it leaves open counts from what it said
    /// before rather than from its publication.
    pub fn tells_history(&self, published: Option<Date>) -> bool {
        tells_history(self.items.iter().map(|item| &item.found), published)
    }
}

/// The expressions of a document.
pub(super) fn read_with(rules: &Rules, text: &str, document: &Document) -> Vec<Item> {
    let sentences = rules.pack.terms.mended(text, &document.sentences);
    let mut items = Vec::new();
    for (sentence_index, sentence) in sentences.iter().enumerate() {
        if !rules.signals.may_match(text, sentence) {
            continue;
        }
        let lexed = Lexed::new(text, sentence, &rules.pack);
        let found = find(rules, &lexed);
        items.extend(found.into_iter().filter_map(|found| {
            let span = extent(text, &lexed, &found)?;
            let looks = looks_either_way(&found) && !is_attribute(&found, &lexed);
            Some(Item {
                sentence_index,
                direction: looks
                    .then(|| direction(&lexed, found.first, found.end))
                    .flatten(),
                bound: bound(&lexed, found.first).filter(|_| !is_of_noun(&found, &lexed)),
                span,
                found,
                has_two_orders: false,
            })
        }));
    }
    settle(rules, &mut items);
    items
}

fn extent(text: &str, lexed: &Lexed<'_>, found: &Found) -> Option<Span> {
    let first = found.first + usize::from(has_noun_s_article(found, text, lexed));
    let first = lexed.tokens.get(first)?.span;
    let last = lexed.tokens.get(found.end.checked_sub(1)?)?.span;
    let span = first.cover(last);
    // The stop of an abbreviation that ends a sentence is the sentence's, and `BC` has none.
    let words = last.of(text);
    let is_last = found.end == lexed.tokens.len();
    let is_initials =
        |word: &str| word.len() > 1 && word.bytes().all(|c| c.is_ascii_uppercase());
    let stop = words
        .strip_suffix('.')
        .filter(|word| !word.contains('.') && (is_last || is_initials(word)));
    Some(stop.map_or(span, |word| Span::new(first.start, last.start + word.len())))
}

/// `the 21 January trial`: the article is that of the noun behind the date.
fn has_noun_s_article(found: &Found, text: &str, lexed: &Lexed<'_>) -> bool {
    let parts = &found.parts;
    let is_season = parts.has(Slot::Season);
    // `the end of June`
    let is_part_of = parts
        .span(Slot::Mod)
        .is_some_and(|span| span.of(text).contains(' '));
    if is_part_of
        || found.make != Make::Calendar
        || found.lead.is_some()
        || !(parts.has(Slot::Month) || is_season)
        || parts.has(Slot::Year)
        || !lexed.pack.terms.articles.contains(lexed.word(found.first))
    {
        return false;
    }
    match lexed.class(found.end) {
        Some(WordClass::Noun) => lexed.shape(found.end) == Some(TokenShape::Lower),
        // `the Spring Offensive`
        Some(WordClass::Name) => {
            is_season && lexed.shape(found.end - 1) != Some(TokenShape::Lower)
        }
        _ => false,
    }
}

/// Whether the words alone leave open which year or week is meant.
fn looks_either_way(found: &Found) -> bool {
    let parts = &found.parts;
    let open = [
        Slot::Year,
        Slot::YearShift,
        Slot::Shift,
        Slot::Decade,
        Slot::Century,
    ];
    matches!(found.make, Make::Calendar | Make::Weekend | Make::Range)
        && !open.iter().any(|slot| parts.has(*slot))
}

/// `the late-November trip`: a month that a noun goes with looks no way by itself.
fn is_attribute(found: &Found, lexed: &Lexed<'_>) -> bool {
    let is_month = found.parts.has(Slot::Month) && !found.parts.has(Slot::Day);
    is_month && is_noun_like(lexed, found.end)
}

/// `since the 2010 merger`: what the preposition bounds is the merger, and the date is its own.
fn is_of_noun(found: &Found, lexed: &Lexed<'_>) -> bool {
    let has_article = [Some(found.first), found.first.checked_sub(1)]
        .into_iter()
        .flatten()
        .any(|at| lexed.class(at) == Some(&WordClass::Determiner));
    has_article && found.make == Make::Calendar && is_noun_like(lexed, found.end)
}

/// Whether a text tells a history, so that what it leaves open counts from what it said before.
fn tells_history<'f>(all: impl Iterator<Item = &'f Found>, published: Option<Date>) -> bool {
    let (mut far, mut near, mut deictic) = (0, 0, 0);
    for found in all {
        let parts = &found.parts;
        if let Some(year) = parts.get(Slot::Year) {
            let is_near =
                published.is_some_and(|day| (i32::from(day.year()) - year).abs() <= 1);
            if is_near {
                near += 1;
            } else {
                far += 1;
            }
        } else if is_deictic(found) {
            deictic += 1;
        }
    }
    far >= HISTORY_YEARS && far > 2 * deictic && far > near
}

fn is_deictic(found: &Found) -> bool {
    let parts = &found.parts;
    match found.make {
        Make::Calendar => parts.has(Slot::Weekday),
        Make::Shift => !parts.has(Slot::Anaphor),
        Make::Offset => parts.get(Slot::Way) == Some(-1) && !parts.has(Slot::Anaphor),
        _ => false,
    }
}

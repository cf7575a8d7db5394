//! Which sentences of an article events rest on, found fast for any stretch of its text.

use crate::model::{Article, ArticleId, Event, Mention, Span};
use crate::session::{Filters, State};

use super::evidence_excerpts::marks;
use super::ink::Ink;
use super::rich::{Look, Marked};

/// A sentence of one article that an event rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Evidence {
    /// The sentence.
    pub(super) span: Span,
    /// Index of the event.
    pub(super) event: usize,
    /// Index of the event's mention.
    pub(super) mention: usize,
}

/// All such sentences of an article, by place.
#[derive(Clone, Debug, Default)]
pub(super) struct EvidenceIndex {
    sorted: Vec<Evidence>,
    /// The furthest end up to each of them: tells where a search backward may stop.
    furthest: Vec<usize>,
}

impl EvidenceIndex {
    /// Collects them; those of minor events only if `filters` show those.
    pub(super) fn of(events: &[Event], filters: &Filters, article: ArticleId) -> Self {
        let mut sorted: Vec<Evidence> = Vec::new();
        let shown = events.iter().enumerate();
        for (event, found) in shown.filter(|(_, event)| filters.shows_salience(event)) {
            let here = found.mentions.iter().enumerate();
            let here = here.filter(|(_, mention)| mention.article == article);
            sorted.extend(here.map(|(index, mention)| Evidence {
                span: mention.excerpt,
                event,
                mention: index,
            }));
        }
        sorted.sort_by_key(|e| (e.span, e.event, e.mention));
        let furthest = sorted
            .iter()
            .scan(0, |end, evidence| {
                *end = evidence.span.end.max(*end);
                Some(*end)
            })
            .collect();
        Self { sorted, furthest }
    }

    /// Those that share at least one byte with `span`, by place.
    pub(super) fn within(&self, span: Span) -> Vec<Evidence> {
        let end = self.sorted.partition_point(|e| e.span.start < span.end);
        let mut found: Vec<Evidence> = Vec::new();
        let upto = self.sorted.get(..end).unwrap_or_default();
        for (evidence, furthest) in upto.iter().zip(&self.furthest).rev() {
            if *furthest <= span.start {
                break;
            }
            if evidence.span.overlaps(span) {
                found.push(*evidence);
            }
        }
        found.reverse();
        found
    }
}

/// The event and mention of a piece of evidence.
pub(super) fn resolve<'a>(
    state: &'a State,
    evidence: &Evidence,
) -> Option<(&'a Event, &'a Mention)> {
    let event = state.found.events.get(evidence.event)?;
    Some((event, event.mentions.get(evidence.mention)?))
}

/// The mention in focus, if it is in `article`: the chosen one, else the event's first there.
pub(super) fn focus(state: &State, article: ArticleId) -> Option<(&Event, usize)> {
    let event = state.selected_event()?;
    let is_here = |index: &usize| {
        let mention = event.mentions.get(*index);
        mention.is_some_and(|mention| mention.article == article)
    };
    let first_here = || (0..event.mentions.len()).find(is_here);
    let index = match state.selection.mention {
        Some(chosen) => Some(chosen).filter(is_here),
        None => first_here(),
    };
    index.map(|index| (event, index))
}

/// How the words of a paragraph look.
pub(super) fn marks_in(
    state: &State,
    article: &Article,
    paragraph: Span,
    evidence: &[Evidence],
    ink: &Ink,
) -> Vec<Marked> {
    let mut found: Vec<Marked> = Vec::new();
    let first_grey = article
        .boilerplate
        .partition_point(|span| span.end <= paragraph.start);
    let grey = article.boilerplate.iter().skip(first_grey);
    for span in grey.take_while(|span| span.start < paragraph.end) {
        let look = Look::Boilerplate;
        found.push(Marked { span: *span, look });
    }
    let focus = focus(state, article.id);
    for one in evidence {
        let Some((event, mention)) = resolve(state, one) else {
            continue;
        };
        let look = Look::Evidence(ink.kind(event.kind));
        found.push(Marked {
            span: one.span,
            look,
        });
        let is_focus = focus.is_some_and(|(e, m)| e.id == event.id && m == one.mention);
        if is_focus {
            let look = Look::Focus;
            found.push(Marked {
                span: one.span,
                look,
            });
            found.extend(marks(event, mention));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_overlaps_even_behind_short_ones() {
        let spans = [(0, 500), (10, 20), (30, 40), (600, 700)];
        let sorted: Vec<Evidence> = spans
            .iter()
            .enumerate()
            .map(|(event, (start, end))| Evidence {
                span: Span::new(*start, *end),
                event,
                mention: 0,
            })
            .collect();
        let furthest = vec![500, 500, 500, 700];
        let index = EvidenceIndex { sorted, furthest };
        let events = |start, end| -> Vec<usize> {
            let found = index.within(Span::new(start, end));
            found.iter().map(|evidence| evidence.event).collect()
        };
        assert_eq!(events(35, 45), [0, 2]);
        assert_eq!(events(450, 650), [0, 3]);
        assert_eq!(events(500, 600), Vec::<usize>::new());
        assert_eq!(events(0, 1000), [0, 1, 2, 3]);
    }
}

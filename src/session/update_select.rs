//! Selection: events, articles and mentions, linked both ways.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::visible::{days_of, shown_window};
use super::{Effect, Selection, State, update_several};
use crate::model::{ArticleId, Event, EventId, Span};

/// Selects an event with the articles that report it, and brings it into view.
pub(super) fn event(state: &mut State, id: Option<EventId>) {
    let event = id.as_ref().and_then(|id| state.event(id));
    let Some(event) = event else {
        state.selection.event = None;
        state.selection.also = Arc::default();
        state.selection.mention = None;
        return;
    };
    let articles = articles_of(event);
    let days = days_of(event);
    state.pointed = None;
    state.selection = Selection {
        event: id,
        also: Arc::default(),
        mention: None,
        articles,
    };
    if let Some((first, last)) = days {
        reveal(state, first, last);
    }
}

/// Selects a mention of the selected event.
pub(super) fn mention(state: &mut State, index: usize) {
    state.selection.mention = Some(index);
    state.pointed = None;
}

/// Selects articles; the selected event stays if one of them reports it.
pub(super) fn articles(state: &mut State, ids: Vec<ArticleId>) {
    let ids: BTreeSet<ArticleId> = ids.into_iter().collect();
    let reports = |event: &Event| !articles_of(event).is_disjoint(&ids);
    if !state.selected_event().is_some_and(reports) {
        state.selection.event = None;
        state.selection.mention = None;
    }
    state.selection.also = Arc::default();
    state.selection.articles = ids;
}

/// Opens an article in the reader view.
pub(super) fn read(state: &mut State, id: ArticleId, span: Option<Span>) {
    if state.article(id).is_some() {
        state.reader = Some(id);
        state.reader_span = span;
        state.pointed = span.map(|span| span.start);
    }
}

/// Shows or hides the grammar; with no article open, the one that is selected or the first.
pub(super) fn show_grammar(state: &mut State, shows: bool) -> Vec<Effect> {
    state.settings.shows_grammar = shows;
    if shows && state.reader.is_none() {
        let mention = state.selected_event().and_then(|event| {
            let index = state.selection.mention.unwrap_or(0);
            event.mentions.get(index).map(|m| (m.article, m.excerpt))
        });
        let selected = || state.selection.articles.first().copied();
        let first = || state.articles.first().map(|article| article.id);
        match mention {
            Some((id, excerpt)) => read(state, id, Some(excerpt)),
            None => {
                if let Some(id) = selected().or_else(first) {
                    read(state, id, None);
                }
            }
        }
    }
    vec![Effect::SaveSettings]
}

/// Closes the reader view.
pub(super) fn close_reader(state: &mut State) {
    state.reader = None;
    state.reader_span = None;
    state.pointed = None;
}

/// Drops from the selection what is no longer there.
pub(super) fn keep_what_is_there(state: &mut State) {
    if !state.is_stale {
        update_several::keep_what_is_there(state);
    }
    let n_mentions = state.selected_event().map(|event| event.mentions.len());
    if n_mentions.is_none() && !state.is_stale {
        state.selection.event = None;
    }
    state.selection.mention =
        (state.selection.mention).filter(|index| n_mentions.is_some_and(|n| *index < n));
    let there: BTreeSet<ArticleId> = state.articles.iter().map(|article| article.id).collect();
    state.selection.articles.retain(|id| there.contains(id));
    state.reader = state.reader.filter(|id| there.contains(id));
}

/// The articles that report an event.
pub(super) fn articles_of(event: &Event) -> BTreeSet<ArticleId> {
    event
        .mentions
        .iter()
        .map(|mention| mention.article)
        .collect()
}

/// Moves the window, without zooming, so that days outside it stand in its middle.
fn reveal(state: &mut State, first_days: f64, last_days: f64) {
    if state.view.window.is_none() {
        return;
    }
    let window = shown_window(state);
    if last_days < window.start_days || window.end_days < first_days {
        let middle = f64::midpoint(window.start_days, window.end_days);
        let to = f64::midpoint(first_days, last_days);
        state.view.window = Some(window.pan(to - middle));
    }
}

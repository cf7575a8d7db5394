//! What the reader sets, undoes and redoes; extraction runs again after each.

use super::update_open::settle;
use super::{Effect, State};
use crate::curate::Edit;
use crate::model::{Anchor, ArticleId, When};

/// Sets or unsets the publication date of articles.
pub(super) fn set_published(
    state: &mut State,
    ids: &[ArticleId],
    when: Option<When>,
) -> Vec<Effect> {
    let paths = paths_of(state, ids);
    push(state, Edit::Published { paths, when })
}

/// Says what the dates of articles count from.
pub(super) fn set_anchor(
    state: &mut State,
    ids: &[ArticleId],
    anchor: Option<Anchor>,
) -> Vec<Effect> {
    let paths = paths_of(state, ids);
    push(state, Edit::Anchor { paths, anchor })
}

/// Sets an article's title; an empty one is ignored.
pub(super) fn set_title(state: &mut State, id: ArticleId, title: String) -> Vec<Effect> {
    let Some(path) = paths_of(state, &[id]).pop() else {
        return Vec::new();
    };
    if title.trim().is_empty() {
        return Vec::new();
    }
    push(state, Edit::Title { path, title })
}

/// Sets the source of articles; an empty one is none.
pub(super) fn set_source(state: &mut State, ids: &[ArticleId], source: String) -> Vec<Effect> {
    let paths = paths_of(state, ids);
    push(state, Edit::Source { paths, source })
}

/// Undoes the last edit.
pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    let Some(words) = state.edits.undo().map(Edit::words) else {
        return Vec::new();
    };
    state.notice = Some(format!("Undone: {words}"));
    settle(state)
}

/// Redoes the last undone edit.
pub(super) fn redo(state: &mut State) -> Vec<Effect> {
    let Some(words) = state.edits.redo().map(Edit::words) else {
        return Vec::new();
    };
    state.notice = Some(format!("Done again: {words}"));
    settle(state)
}

fn push(state: &mut State, edit: Edit) -> Vec<Effect> {
    if edit.paths().is_empty() {
        return Vec::new();
    }
    state.notice = None;
    state.edits.push(edit);
    settle(state)
}

fn paths_of(state: &State, ids: &[ArticleId]) -> Vec<String> {
    let articles = ids.iter().filter_map(|id| state.article(*id));
    articles.map(|article| article.path.clone()).collect()
}

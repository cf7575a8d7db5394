//! Opening, pasting, closing; results of reading and extraction.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::replay::show;
use super::update_select::keep_what_is_there;
use super::visible::{refresh, visible_events};
use super::{Dialog, Effect, Extraction, History, Selection, State, Task, View, Work, sample};
use crate::curate::{self, EditLog};
use crate::model::{Article, ArticleId, Basis, Problem, Published, When};
use crate::{ingest, layout, time};

const N_RECENT: usize = 10;

/// Reads files and folders, at once or when the present reading is done.
pub(super) fn open(state: &mut State, paths: Vec<PathBuf>) -> Vec<Effect> {
    if paths.is_empty() {
        return Vec::new();
    }
    state.dialog = None;
    state.notice = None;
    remember(state, &paths);
    let mut effects = vec![Effect::SaveSettings];
    if is_reading(state) {
        state.queue.extend(paths);
    } else {
        effects.extend(read(state, paths));
    }
    effects
}

/// Replaces everything with the bundled sample.
pub(super) fn open_sample(state: &mut State) -> Vec<Effect> {
    let mut effects = close_all(state);
    state.loaded = sample::articles();
    effects.extend(settle(state));
    effects
}

/// Adds an article from pasted text.
pub(super) fn paste(
    state: &mut State,
    text: &str,
    title: &str,
    source: &str,
    published: Option<When>,
) -> Vec<Effect> {
    let id = next_id(state);
    let path = format!("pasted-{}.txt", id.0 + 1);
    let (article, problems) = ingest::pasted(id, &path, text, title, source);
    state.problems.extend(problems);
    let Some(mut article) = article else {
        state.notice = Some("Nothing to read in the pasted text".to_owned());
        return Vec::new();
    };
    state.dialog = None;
    let (stated, problems) = time::publication(&article);
    state.problems.extend(problems);
    article.published = match published {
        None => stated,
        when => Published {
            when,
            basis: Basis::Reader,
            span: None,
        },
    };
    state.loaded.push(article);
    settle(state)
}

/// Takes in what was read; a path that is there already is read afresh in its place.
pub(super) fn loaded(
    state: &mut State,
    run: u64,
    articles: Vec<Article>,
    problems: Vec<Problem>,
) -> Vec<Effect> {
    if run != state.run || !is_reading(state) {
        return Vec::new();
    }
    state.work = None;
    let n_before = state.problems.len();
    let n_read = articles.len();
    merge_problems(&mut state.problems, problems);
    for article in articles {
        take_in(&mut state.loaded, article);
    }
    if n_read == 0 {
        state.notice = Some("Nothing to read there".to_owned());
    }
    if n_read == 0 && n_before < state.problems.len() {
        state.dialog = Some(Dialog::Problems);
    }
    let queue = std::mem::take(&mut state.queue);
    if queue.is_empty() {
        return settle(state);
    }
    state.articles = curate::apply(&state.loaded, state.edits.active());
    refresh(state);
    read(state, queue)
}

/// Takes in the result of extraction, unless it is of an older run.
pub(super) fn extracted(
    state: &mut State,
    run: u64,
    found: Option<Arc<Extraction>>,
) -> Vec<Effect> {
    if run != state.run || is_reading(state) {
        return Vec::new();
    }
    state.work = None;
    if let Some(found) = found {
        let is_first = state.found.events.is_empty();
        state.articles = found.dated(&state.articles);
        state.found = found;
        state.replay.forget();
        state.is_stale = false;
        refresh(state);
        let effects = show(state);
        keep_what_is_there(state);
        if is_first {
            open_on_the_story(state);
        }
        return effects;
    }
    Vec::new()
}

/// The first events are shown without the few from long ago that would squeeze them.
fn open_on_the_story(state: &mut State) {
    let events = visible_events(state);
    let opening = layout::opening(&events, &state.articles);
    if opening != layout::fit(&events, &state.articles) && state.view.window.is_none() {
        state.view.window = Some(opening);
    }
}

/// Stops the work in progress; what was read before stays.
pub(super) fn cancel(state: &mut State) -> Vec<Effect> {
    let Some(work) = state.work.take() else {
        return Vec::new();
    };
    state.run += 1;
    state.queue.clear();
    state.notice = Some(format!("{}: stopped", work.task.words()));
    vec![Effect::Cancel]
}

/// Looks for the events of all articles, unless files are still read: then it comes after them.
pub(super) fn extract_again(state: &mut State) -> Vec<Effect> {
    if is_reading(state) {
        return Vec::new();
    }
    state.run += 1;
    state.is_stale = true;
    state.work = Some(Work {
        task: Task::Extracting,
        done: 0,
        total: state.articles.len(),
    });
    vec![Effect::Extract {
        run: state.run,
        articles: state.articles.clone(),
    }]
}

/// Takes articles out of the set.
pub(super) fn remove(state: &mut State, ids: &[ArticleId]) -> Vec<Effect> {
    let gone: BTreeSet<ArticleId> = ids.iter().copied().collect();
    state.loaded.retain(|article| !gone.contains(&article.id));
    if state.reader.is_some_and(|id| gone.contains(&id)) {
        state.reader = None;
    }
    settle(state)
}

/// Closes everything; settings stay.
pub(super) fn close_all(state: &mut State) -> Vec<Effect> {
    state.run += 1;
    state.loaded.clear();
    state.articles.clear();
    state.found = Arc::default();
    state.replay.forget();
    state.replay.is_playing = false;
    state.edits = EditLog::default();
    state.selection = Selection::default();
    state.history = History::default();
    state.reader = None;
    state.work = None;
    state.queue.clear();
    state.is_stale = false;
    state.problems.clear();
    state.dialog = None;
    state.notice = None;
    state.view = View {
        lanes: state.view.lanes,
        ..View::default()
    };
    refresh(state);
    vec![Effect::Cancel]
}

/// Applies the edits again and looks for events again.
pub(super) fn settle(state: &mut State) -> Vec<Effect> {
    state.articles = curate::apply(&state.loaded, state.edits.active());
    keep_what_is_there(state);
    refresh(state);
    if state.articles.is_empty() && !is_reading(state) {
        state.run += 1;
        state.work = None;
        state.found = Arc::default();
        state.replay.forget();
        state.is_stale = false;
        refresh(state);
        return vec![Effect::Cancel];
    }
    extract_again(state)
}

fn read(state: &mut State, paths: Vec<PathBuf>) -> Vec<Effect> {
    state.run += 1;
    state.is_stale = !state.articles.is_empty();
    state.work = Some(Work {
        task: Task::Reading,
        done: 0,
        total: 0,
    });
    vec![Effect::Load {
        run: state.run,
        paths,
        first_id: next_id(state),
    }]
}

fn is_reading(state: &State) -> bool {
    (state.work.as_ref()).is_some_and(|work| work.task == Task::Reading)
}

fn next_id(state: &State) -> ArticleId {
    let last = state.loaded.last().map_or(0, |article| article.id.0 + 1);
    ArticleId(last)
}

fn take_in(loaded: &mut Vec<Article>, mut article: Article) {
    let same = loaded.iter_mut().find(|old| old.path == article.path);
    if let Some(old) = same {
        article.id = old.id;
        *old = article;
        return;
    }
    let next = loaded.last().map_or(0, |last| last.id.0 + 1);
    article.id = ArticleId(article.id.0.max(next));
    loaded.push(article);
}

/// Problems of a file that was read again replace those of before.
fn merge_problems(problems: &mut Vec<Problem>, new: Vec<Problem>) {
    let paths: BTreeSet<&str> = new.iter().map(|problem| problem.path.as_str()).collect();
    problems.retain(|old| !paths.contains(old.path.as_str()));
    problems.extend(new);
}

fn remember(state: &mut State, paths: &[PathBuf]) {
    let entry: Vec<String> = paths
        .iter()
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    let recent = &mut state.settings.recent;
    recent.retain(|old| *old != entry);
    recent.insert(0, entry);
    recent.truncate(N_RECENT);
}

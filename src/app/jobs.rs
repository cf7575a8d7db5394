//! Threads for all that takes time; each sends its result back as a command.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, JoinHandle};

use eframe::egui;
use jiff::civil::Date;

use super::{dialogs, landmarks_file, picture};
use crate::model::{Article, ArticleId};
use crate::session::{
    Command, ExportRequest, Extraction, Progress, State, extract_with, files,
};

/// Work on threads, and the way back from them.
#[derive(Debug)]
pub(super) struct Jobs {
    ctx: egui::Context,
    sender: Sender<Command>,
    receiver: Receiver<Command>,
    current: Option<(Arc<Progress>, usize)>,
    asking: Arc<AtomicBool>,
    writing: Vec<JoinHandle<()>>,
}

impl Jobs {
    /// No work yet; `ctx` is woken when some is done.
    pub(super) fn new(ctx: egui::Context) -> Self {
        let (sender, receiver) = channel();
        Self {
            ctx,
            sender,
            receiver,
            current: None,
            asking: Arc::default(),
            writing: Vec::new(),
        }
    }

    /// Commands of work that is done.
    pub(super) fn finished(&self) -> Vec<Command> {
        self.receiver.try_iter().collect()
    }

    /// Articles done and in all (0 if not known) of the present work.
    pub(super) fn progress(&self) -> Option<(usize, usize)> {
        let (progress, total) = self.current.as_ref()?;
        Some((progress.done.load(Ordering::Relaxed), *total))
    }

    /// Asks the present work to stop.
    pub(super) fn cancel(&mut self) {
        if let Some((progress, _)) = self.current.take() {
            progress.cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// Waits for files that are being written, so that none is left half done.
    pub(super) fn finish(&mut self) {
        self.cancel();
        for thread in self.writing.drain(..) {
            drop(thread.join());
        }
    }

    /// Shows one of the system's dialogs, unless one is open already.
    pub(super) fn ask(&mut self, dialog: impl FnOnce() -> Option<Command> + Send + 'static) {
        if self.asking.swap(true, Ordering::Relaxed) {
            return;
        }
        let asking = Arc::clone(&self.asking);
        self.start("dateline-dialog", move || {
            let answer = dialog();
            asking.store(false, Ordering::Relaxed);
            answer
        });
    }

    /// Reads files and folders.
    pub(super) fn load(&mut self, run: u64, paths: Vec<PathBuf>, first_id: ArticleId) {
        let progress = self.begin(0);
        self.start("dateline-read", move || {
            let (articles, problems) = files::load(&paths, first_id, &progress);
            Some(Command::Loaded {
                run,
                articles,
                problems,
            })
        });
    }

    /// Looks for events.
    pub(super) fn extract(&mut self, run: u64, articles: Vec<Article>) {
        let progress = self.begin(articles.len());
        self.start("dateline-extract", move || {
            let found = find_events(&articles, &progress).map(Arc::new);
            Some(Command::Extracted { run, found })
        });
    }

    /// Weaves what was known on a day, beside any other work.
    pub(super) fn weave(
        &self,
        run: u64,
        day: Date,
        found: Arc<Extraction>,
        articles: Vec<Article>,
    ) {
        self.start("dateline-weave", move || {
            let found = Arc::new(found.as_of(&articles, day));
            Some(Command::Woven { run, day, found })
        });
    }

    /// Writes an export, or asks where to first.
    pub(super) fn export(&mut self, state: &State, request: ExportRequest) {
        let Some(path) = request.path.clone() else {
            self.ask(move || dialogs::save(&request));
            return;
        };
        let state = state.clone();
        let thread = self.start("dateline-export", move || {
            let written = picture::bytes(&state, &request)
                .and_then(|bytes| files::write_atomically(&path, &bytes));
            let told = written.map(|()| format!("Exported {}", path.display()));
            Some(Command::Exported(told))
        });
        self.writing.extend(thread);
    }

    fn begin(&mut self, total: usize) -> Arc<Progress> {
        self.cancel();
        let progress = Arc::new(Progress::default());
        self.current = Some((Arc::clone(&progress), total));
        progress
    }

    fn start(
        &self,
        name: &str,
        work: impl FnOnce() -> Option<Command> + Send + 'static,
    ) -> Option<JoinHandle<()>> {
        let sender = self.sender.clone();
        let ctx = self.ctx.clone();
        let thread = Builder::new().name(name.to_owned()).spawn(move || {
            if let Some(command) = work() {
                drop(sender.send(command));
            }
            ctx.request_repaint();
        });
        thread.ok()
    }
}

/// The events of the articles, with what the reader's own landmarks add.
fn find_events(articles: &[Article], progress: &Progress) -> Option<Extraction> {
    let path = landmarks_file::default_path();
    let (own, problem) = match path.map(|path| landmarks_file::load(&path)) {
        Some(Ok(own)) => (own, None),
        Some(Err(problem)) => (None, Some(problem)),
        None => (None, None),
    };
    let mut found = extract_with(articles, own.as_ref(), progress)?;
    found.problems.extend(problem);
    Some(found)
}

//! The program without its window: scripts of commands with what must hold after them.
//! See `tests/sessions/README.md` for the lines of a script.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

mod commands;
mod declared;
mod looked_up;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dateline::model::{Article, ArticleId, Event};
use dateline::session::{Command, Effect, Extraction, State, Visible, update};

#[test]
fn scripts_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions");
    let mut scripts: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    scripts.sort();
    assert!(6 <= scripts.len(), "only {} scripts", scripts.len());
    for script in scripts {
        let name = script.file_name().unwrap().to_string_lossy().into_owned();
        let mut session = Session::default();
        for (number, line) in fs::read_to_string(&script).unwrap().lines().enumerate() {
            session.place = format!("{name}:{}: {line}", number + 1);
            session.line(line.trim());
        }
    }
}

/// A state with stand-ins for what the window would do.
#[derive(Default)]
struct Session {
    state: State,
    /// Effects of the last command, by name.
    effects: Vec<String>,
    load: Option<(u64, ArticleId)>,
    old_load: Option<(u64, ArticleId)>,
    extract: Option<u64>,
    old_extract: Option<u64>,
    articles: Vec<Article>,
    events: Vec<Event>,
    place: String,
}

impl Session {
    fn line(&mut self, line: &str) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "" | "#" => {}
            "article" => self.articles.push(declared::article(rest)),
            "event" => self.events.push(self.event(rest)),
            "no-events" => self.events.clear(),
            "=" => self.expect(rest),
            "loaded" | "loaded-late" => self.loaded(word == "loaded-late"),
            "extracted" | "extracted-late" => self.extracted(word == "extracted-late"),
            _ => {
                let command = self.command(word, rest);
                self.run(command);
            }
        }
    }

    fn run(&mut self, command: Command) {
        self.effects.clear();
        for effect in update(&mut self.state, command) {
            let name = format!("{effect:?}");
            let name = name.split([' ', '(', '{']).next().unwrap_or_default();
            self.effects.push(name.to_owned());
            match effect {
                Effect::Load { run, first_id, .. } => {
                    self.old_load = self.load.replace((run, first_id));
                }
                Effect::Extract { run, .. } => self.old_extract = self.extract.replace(run),
                _ => {}
            }
        }
        assert_eq!(
            self.state
                .visible
                .as_deref()
                .cloned()
                .unwrap_or_else(|| Visible::of(&self.state)),
            Visible::of(&self.state),
            "{}: what is visible is not up to date",
            self.place
        );
    }

    /// The reader thread is done with the articles declared since.
    fn loaded(&mut self, is_late: bool) {
        let asked = if is_late { self.old_load } else { self.load };
        let (run, first_id) = asked.expect(&self.place);
        let articles = std::mem::take(&mut self.articles);
        let articles = articles.into_iter().zip(first_id.0..);
        let articles = articles.map(|(article, id)| Article {
            id: ArticleId(id),
            ..article
        });
        self.run(Command::Loaded {
            run,
            articles: articles.collect(),
            problems: Vec::new(),
        });
    }

    /// The extraction thread is done and found the events declared so far.
    fn extracted(&mut self, is_late: bool) {
        let asked = if is_late {
            self.old_extract
        } else {
            self.extract
        };
        let found = Extraction {
            events: self.events.clone(),
            ..Extraction::default()
        };
        self.run(Command::Extracted {
            run: asked.expect(&self.place),
            found: Some(Arc::new(found)),
        });
    }

    fn id(&self, path: &str) -> ArticleId {
        let article = self
            .state
            .articles
            .iter()
            .find(|article| article.path == path);
        article.expect(&self.place).id
    }

    fn ids(&self, paths: &str) -> Vec<ArticleId> {
        paths.split_whitespace().map(|path| self.id(path)).collect()
    }
}

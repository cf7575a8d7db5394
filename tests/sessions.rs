//! The program without its window: scripts of commands with what must hold after them.
//! See `tests/sessions/README.md` for the lines of a script.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dateline::layout::{LaneBy, TimeWindow};
use dateline::model::{
    Article, ArticleId, Basis, Event, EventId, Kind, Mention, Problem, Published, Span, Status,
    When,
};
use dateline::session::{
    Command, Dialog, Effect, Extraction, State, Visible, selected_indexes, update,
    visible_events,
};

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
            "article" => self.articles.push(article(rest)),
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

    /// `ferry disaster happened 2021-03-01 in a.txt b.txt | Title`, after the articles are there; an
    /// event is minor if its id begins with that word.
    fn event(&self, words: &str) -> Event {
        let (head, title) = words.split_once(" | ").expect(&self.place);
        let mut head = head.split_whitespace();
        let mut next = || head.next().expect(&self.place);
        let id = EventId(next().to_owned());
        let kind = Kind::from_id(next()).expect(&self.place);
        let status = Status::from_id(next()).expect(&self.place);
        let when = When::from_edtf(next());
        assert_eq!(next(), "in", "{}", self.place);
        let mentions = head.map(|path| mention(self.id(path), kind, status));
        let salience = if id.0.starts_with("minor") { 0.05 } else { 0.5 };
        Event {
            id,
            title: title.to_owned(),
            kind,
            status,
            when,
            places: vec!["Rotterdam".to_owned()],
            participants: vec!["Anna Visser".to_owned()],
            origins: 1,
            mentions: mentions.collect(),
            conflicts: Vec::new(),
            earlier: Vec::new(),
            salience,
        }
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

    fn command(&self, word: &str, rest: &str) -> Command {
        let (first, after) = rest.split_once(' ').unwrap_or((rest, ""));
        let kind = || Kind::from_id(rest).expect(&self.place);
        let status = || Status::from_id(rest).expect(&self.place);
        match word {
            "open" => Command::Open(rest.split_whitespace().map(PathBuf::from).collect()),
            "sample" => Command::OpenSample,
            "paste" => Command::Paste {
                text: rest.to_owned(),
                title: String::new(),
                source: "Pasted Post".to_owned(),
                published: When::from_edtf("2021-03-09"),
            },
            "cancel" => Command::Cancel,
            "again" => Command::ExtractAgain,
            "remove" => Command::Remove(self.ids(rest)),
            "close-all" => Command::CloseAll,
            "date" => Command::SetPublished(self.ids(after), When::from_edtf(first)),
            "title" => Command::SetTitle(self.id(first), after.to_owned()),
            "source" => Command::SetSource(self.ids(first), after.to_owned()),
            "undo" => Command::Undo,
            "redo" => Command::Redo,
            "read" => Command::Read(self.id(rest), None),
            "close-reader" => Command::CloseReader,
            "lanes" => Command::SetLanes(lanes(rest)),
            "hide-kind" => Command::ShowKind(kind(), false),
            "show-kind" => Command::ShowKind(kind(), true),
            "hide-status" => Command::ShowStatus(status(), false),
            "show-status" => Command::ShowStatus(status(), true),
            "minor" => Command::ShowMinor(rest == "on"),
            "clear-filters" => Command::ClearFilters,
            "search" => Command::Search(rest.to_owned()),
            "as-of" => Command::SetAsOf(named(rest).map(|day| day.parse().unwrap())),
            "paste-dialog" => Command::OpenDialog(Dialog::Paste),
            "close-dialog" => Command::CloseDialog,
            "export-fails" => Command::Exported(Err(Problem::with_file("a.svg", rest, ""))),
            "quit" => Command::Quit,
            _ => (self.on_timeline(word, rest))
                .unwrap_or_else(|| panic!("{}: no such command", self.place)),
        }
    }

    /// Moving about and selecting.
    fn on_timeline(&self, word: &str, rest: &str) -> Option<Command> {
        let id = || EventId(rest.to_owned());
        let command = match word {
            "select" => Command::SelectEvent(named(rest).map(|id| EventId(id.to_owned()))),
            "toggle" => Command::ToggleEvent(id()),
            "through" => Command::SelectThrough(id()),
            "select-events" => {
                let ids = rest.split_whitespace().map(str::to_owned);
                Command::SelectEvents(ids.map(EventId).collect())
            }
            "select-all" => Command::SelectAll,
            "show" => Command::ShowEvent(id()),
            "mention" => Command::SelectMention(rest.parse().unwrap()),
            "select-articles" => Command::SelectArticles(self.ids(rest)),
            "step" => Command::StepEvent(rest.parse().unwrap()),
            "step-in-lane" => Command::StepInLane(rest.parse().unwrap()),
            "step-lane" => Command::StepLane(rest.parse().unwrap()),
            "window" => Command::SetWindow(window(rest)),
            "move" => Command::MoveTo(window(rest).expect(&self.place)),
            "reveal" => Command::Reveal {
                window: window(rest),
                scroll_px: None,
            },
            "zoom-to-selection" => Command::ZoomToSelection,
            "scroll" => Command::ScrollTo(rest.parse().unwrap()),
            "back" => Command::Back,
            "forward" => Command::Forward,
            "zoom" => Command::Zoom(rest.parse().unwrap()),
            _ => return None,
        };
        Some(command)
    }

    fn expect(&self, rest: &str) {
        let (about, expected) = rest.split_once(' ').unwrap_or((rest, ""));
        let found = self.look_up(about);
        assert_eq!(found, expected, "{}", self.place);
    }

    fn look_up(&self, about: &str) -> String {
        let (about, name) = about.split_once(':').unwrap_or((about, ""));
        let found = self
            .look_up_shown(about)
            .or_else(|| self.look_up_named(about, name));
        found.unwrap_or_else(|| panic!("{}: nothing is called so", self.place))
    }

    /// What there is one of.
    fn look_up_shown(&self, about: &str) -> Option<String> {
        let state = &self.state;
        let path = |id: &ArticleId| state.article(*id).unwrap().path.clone();
        let at = |index: &usize| state.articles[*index].path.clone();
        let words = match about {
            "articles" => listed(state.articles.iter().map(|article| &article.path)),
            "listed" => listed(Visible::of(state).articles.iter().map(at)),
            "visible" => listed(visible_events(state).iter().map(|event| &event.id.0)),
            "selected" => state
                .selection
                .event
                .iter()
                .map(|id| id.0.clone())
                .collect(),
            "all-selected" => {
                let events = selected_indexes(state).into_iter();
                listed(events.map(|index| &state.found.events[index].id.0))
            }
            "mention" => state
                .selection
                .mention
                .iter()
                .map(usize::to_string)
                .collect(),
            "selected-articles" => listed(state.selection.articles.iter().map(path)),
            "reading" => state.reader.iter().map(path).collect(),
            "effects" => listed(self.effects.iter()),
            "work" => state.work.iter().map(|work| work.task.words()).collect(),
            "stale" => state.is_stale.to_string(),
            "window" => state.view.window.map_or("fit".to_owned(), days),
            "lanes" => format!("{:?}", state.view.lanes),
            "scroll" => state.view.scroll_px.to_string(),
            "can-go" => {
                let back = state.history.can_go_back().then_some("back");
                let forward = state.history.can_go_forward().then_some("forward");
                listed(back.iter().chain(forward.iter()))
            }
            "dialog" => opened(state.dialog.as_ref()),
            "notice" => state.notice.clone().unwrap_or_default(),
            "problems" => state.problems.len().to_string(),
            "recent" => listed(state.settings.recent.iter().map(|paths| paths.join("+"))),
            "has-events" => (!state.found.events.is_empty()).to_string(),
            _ => return None,
        };
        Some(words)
    }

    /// What there is one of for each article, kind or status.
    fn look_up_named(&self, about: &str, name: &str) -> Option<String> {
        let article = || self.state.article(self.id(name)).expect(&self.place);
        let counts = || Visible::of(&self.state).counts;
        let words = match about {
            "date" => article().published.when.iter().map(When::to_edtf).collect(),
            "basis" => article().published.basis.id().to_owned(),
            "title" => article().title.clone(),
            "source" => article().source.clone().unwrap_or_default(),
            "kind" => {
                let kind = Kind::from_id(name).expect(&self.place);
                counts().kinds.get(&kind).copied().unwrap_or(0).to_string()
            }
            "status" => {
                let status = Status::from_id(name).expect(&self.place);
                counts()
                    .statuses
                    .get(&status)
                    .copied()
                    .unwrap_or(0)
                    .to_string()
            }
            _ => return None,
        };
        Some(words)
    }
}

/// `a.txt 2021-03-02 Harbour Post | Title. Text.`
fn article(words: &str) -> Article {
    let (head, text) = words.split_once(" | ").unwrap();
    let mut head = head.splitn(3, ' ');
    let path = head.next().unwrap().to_owned();
    let when = When::from_edtf(head.next().unwrap());
    let basis = if when.is_some() {
        Basis::FileName
    } else {
        Basis::Unknown
    };
    Article {
        id: ArticleId(0),
        path,
        text: Arc::from(text),
        title: text.split('.').next().unwrap().to_owned(),
        source: head.next().map(str::to_owned),
        published: Published {
            when,
            basis,
            span: None,
        },
        ..Article::default()
    }
}

fn mention(article: ArticleId, kind: Kind, status: Status) -> Mention {
    Mention {
        article,
        excerpt: Span::new(0, 5),
        trigger: Span::new(0, 1),
        lemma: "happen".to_owned(),
        class: "happen".to_owned(),
        kind,
        status,
        status_span: None,
        when: None,
        timex: None,
        why: Vec::new(),
        places: Vec::new(),
        participants: Vec::new(),
        quantities: Vec::new(),
        title: "It happens".to_owned(),
        salience: 0.5,
    }
}

fn named(word: &str) -> Option<&str> {
    (word != "none").then_some(word)
}

/// `2021-03-01 2021-03-11`, or `fit`.
fn window(words: &str) -> Option<TimeWindow> {
    let (from, to) = words.split_once(' ')?;
    let days = |day: &str| TimeWindow::days_from_date(day.parse().unwrap());
    Some(TimeWindow::new(days(from), days(to)))
}

fn days(window: TimeWindow) -> String {
    let day = |days| TimeWindow::date_from_days(days).to_string();
    format!("{} {}", day(window.start_days), day(window.end_days))
}

fn lanes(word: &str) -> LaneBy {
    match word {
        "kind" => LaneBy::Kind,
        "status" => LaneBy::Status,
        "article" => LaneBy::Article,
        _ => LaneBy::None,
    }
}

fn opened(dialog: Option<&Dialog>) -> String {
    dialog.map_or(String::new(), debug_word)
}

fn debug_word(value: &impl Debug) -> String {
    let words = format!("{value:?}");
    words.split('(').next().unwrap_or_default().to_owned()
}

fn listed(names: impl Iterator<Item = impl AsRef<str>>) -> String {
    let names: Vec<String> = names.map(|name| name.as_ref().to_owned()).collect();
    names.join(" ")
}

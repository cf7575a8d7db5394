//! All that the window shows, in one place. Only [`super::update`] changes it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Extraction, History, Replay, Visible};
use crate::curate::EditLog;
use crate::layout::{CalendarChoice, LaneBy, LaneSet, TimeWindow};
use crate::model::{Article, ArticleId, Event, EventId, Kind, Problem, Span, Status};

/// The state of the program.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The articles as ingest gave them, by rising id.
    pub loaded: Vec<Article>,
    /// The articles with the reader's edits, same order and ids.
    pub articles: Vec<Article>,
    /// What extraction found in `articles`, at the latest run that is done; with an as-of day, what
    /// was known by then.
    pub found: Arc<Extraction>,
    /// The reader's edits.
    pub edits: EditLog,
    /// What is visible.
    pub view: View,
    /// Where the reader has been.
    pub history: History,
    /// What was known when.
    pub replay: Replay,
    /// What is selected.
    pub selection: Selection,
    /// The article open in the reader view, if any.
    pub reader: Option<ArticleId>,
    /// Where the reader view should scroll to, if anywhere.
    pub reader_span: Option<Span>,
    /// The byte of that article whose sentence is looked at closely, if the reader chose one.
    pub pointed: Option<usize>,
    /// Work in progress.
    pub work: Option<Work>,
    /// What to read when the present reading is done.
    pub queue: Vec<PathBuf>,
    /// Whether `found` does not belong to `articles`, because extraction was stopped.
    pub is_stale: bool,
    /// What is visible, as [`super::update`] left it; `None` until the first command.
    pub visible: Option<Arc<Visible>>,
    /// What could not be read or understood.
    pub problems: Vec<Problem>,
    /// The dialog that is open, if any.
    pub dialog: Option<Dialog>,
    /// Kept between runs.
    pub settings: Settings,
    /// Language and region that the system is set to (`de-CH`), as far as known.
    pub place: Option<String>,
    /// The day that it is, as the clock of the machine says; none until that is known.
    pub today: Option<Date>,
    /// A short message for the status bar (`Exported talks.svg`).
    pub notice: Option<String>,
    /// Counts extraction runs; results of an older run are dropped.
    pub run: u64,
}

/// What part of the timeline is visible.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// Visible stretch of time; `None` fits all events.
    pub window: Option<TimeWindow>,
    /// How lanes are made.
    pub lanes: LaneBy,
    /// Their order, and which of them are collapsed.
    pub lane_set: LaneSet,
    /// What is filtered out.
    pub filters: Filters,
    /// Words to search for; empty for none.
    pub search: String,
    /// Only what was published up to this day; what lies after it is dimmed.
    pub as_of: Option<Date>,
    /// Vertical scroll of the canvas.
    pub scroll_px: f32,
}

/// What is hidden by filters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filters {
    /// Kinds switched off.
    pub hidden_kinds: BTreeSet<Kind>,
    /// Statuses switched off.
    pub hidden_statuses: BTreeSet<Status>,
    /// Minor events are shown as well.
    #[serde(default)]
    pub shows_minor: bool,
}

impl Filters {
    /// Whether an event weighs enough to be shown.
    pub fn shows_salience(&self, event: &Event) -> bool {
        self.shows_minor || !event.is_minor()
    }

    /// Whether kinds or statuses are switched off.
    pub fn hides_some(&self) -> bool {
        !self.hidden_kinds.is_empty() || !self.hidden_statuses.is_empty()
    }
}

/// What is selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The event shown as evidence.
    pub event: Option<EventId>,
    /// The events selected beside it; none if no event is shown.
    pub also: Arc<BTreeSet<EventId>>,
    /// Which of its mentions is in focus.
    pub mention: Option<usize>,
    /// Articles selected in the list.
    pub articles: BTreeSet<ArticleId>,
}

impl Selection {
    /// Whether an event is selected, shown as evidence or not.
    pub fn contains(&self, id: &EventId) -> bool {
        self.event.as_ref() == Some(id) || self.also.contains(id)
    }

    /// How many events are selected.
    pub fn n_events(&self) -> usize {
        usize::from(self.event.is_some()) + self.also.len()
    }
}

/// Work in progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// What is being done.
    pub task: Task,
    /// Articles done.
    pub done: usize,
    /// Articles in all; 0 if not known yet.
    pub total: usize,
}

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Files are read.
    Reading,
    /// Events are looked for.
    Extracting,
}

impl Task {
    /// The words of the status bar.
    pub fn words(self) -> &'static str {
        match self {
            Self::Reading => "Reading",
            Self::Extracting => "Finding events",
        }
    }
}

/// A dialog over the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Paste an article's text.
    Paste,
    /// Set title, source and date of articles.
    Details(Vec<ArticleId>),
    /// Export the picture.
    Export,
    /// Type a path (where no file dialog is to be had).
    OpenPath,
    /// What could not be read or understood.
    Problems,
    /// What changed from the end of one day to the end of another.
    Changes {
        /// The earlier day.
        from: Date,
        /// The later day.
        to: Date,
    },
    /// Keys and mouse.
    Keys,
    /// Version, licences, privacy.
    About,
}

/// What is kept between runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing that is shown or done, or not"
)]
pub struct Settings {
    /// Theme.
    pub theme: ThemeChoice,
    /// How the calendar is named and counted.
    pub calendar: CalendarChoice,
    /// Nothing glides, even where the system does not ask for that.
    pub moves_less: bool,
    /// Left panel shown.
    pub shows_articles: bool,
    /// Right panel shown.
    pub shows_evidence: bool,
    /// Legend shown.
    pub shows_legend: bool,
    /// The grammar of a sentence shown below the article.
    pub shows_grammar: bool,
    /// Width of the window; 0 until it is known.
    pub window_width_px: f32,
    /// Height of the window; 0 until it is known.
    pub window_height_px: f32,
    /// Width of the left panel.
    pub articles_width_px: f32,
    /// Width of the right panel.
    pub evidence_width_px: f32,
    /// Paths opened lately, the newest first, at most ten.
    pub recent: Vec<Vec<String>>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            calendar: CalendarChoice::default(),
            moves_less: false,
            shows_articles: true,
            shows_evidence: true,
            shows_legend: false,
            shows_grammar: false,
            window_width_px: 0.0,
            window_height_px: 0.0,
            articles_width_px: 236.0,
            evidence_width_px: 316.0,
            recent: Vec::new(),
        }
    }
}

/// Which theme the reader chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Strong contrasts, light on black.
    HighContrast,
}

impl State {
    /// The article with this id.
    pub fn article(&self, id: ArticleId) -> Option<&Article> {
        let index = self
            .articles
            .binary_search_by_key(&id, |article| article.id);
        index.ok().and_then(|index| self.articles.get(index))
    }

    /// The event with this id.
    pub fn event(&self, id: &EventId) -> Option<&Event> {
        self.found.event(id)
    }

    /// The selected event.
    pub fn selected_event(&self) -> Option<&Event> {
        self.selection.event.as_ref().and_then(|id| self.event(id))
    }
}

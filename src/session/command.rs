//! What can be done, and what the window must do outside the state in return.

use std::path::PathBuf;

use jiff::civil::Date;

use super::{Dialog, Extraction, Settings, Speed, ThemeChoice};
use crate::layout::{LaneBy, LaneSet, TimeWindow};
use crate::model::{Anchor, Article, ArticleId, EventId, Kind, Problem, Span, Status, When};

/// One thing the reader, or work that is done, asks of the state. Each has its own small handler.
#[derive(Clone, Debug)]
pub enum Command {
    /// Ask for files with the system's dialog.
    AskFiles,
    /// Ask for a folder with the system's dialog.
    AskFolder,
    /// Add files and folders (chosen, dropped, typed or recent).
    Open(Vec<PathBuf>),
    /// Replace all with the bundled sample.
    OpenSample,
    /// Add an article from pasted text.
    Paste {
        /// Its text; not empty.
        text: String,
        /// Title, or empty for the first line.
        title: String,
        /// Source, or empty.
        source: String,
        /// Publication date, if given.
        published: Option<When>,
    },
    /// Articles have been read.
    Loaded {
        /// The run that asked for them.
        run: u64,
        /// What was read.
        articles: Vec<Article>,
        /// What was not.
        problems: Vec<Problem>,
    },
    /// Extraction is done (`None`: cancelled).
    Extracted {
        /// The run that asked for it.
        run: u64,
        /// The result.
        found: Option<std::sync::Arc<Extraction>>,
    },
    /// Work got so far.
    Progressed {
        /// Done.
        done: usize,
        /// In all.
        total: usize,
    },
    /// Stop the work in progress.
    Cancel,
    /// Look for events again, after extraction was stopped.
    ExtractAgain,
    /// Take articles out of the set.
    Remove(Vec<ArticleId>),
    /// Close all articles.
    CloseAll,
    /// Set or (with `None`) unset the publication date of articles.
    SetPublished(Vec<ArticleId>, Option<When>),
    /// Say what the dates of articles count from, or (with `None`) leave it to their text.
    SetAnchor(Vec<ArticleId>, Option<Anchor>),
    /// Set an article's title.
    SetTitle(ArticleId, String),
    /// Set the source of articles.
    SetSource(Vec<ArticleId>, String),
    /// Undo the last edit.
    Undo,
    /// Redo the last undone edit.
    Redo,
    /// Select an event, or none.
    SelectEvent(Option<EventId>),
    /// Add an event to those selected, or take it out.
    ToggleEvent(EventId),
    /// Select all events in order of time from the one that is shown to this one, in their lane.
    SelectThrough(EventId),
    /// Select just these events.
    SelectEvents(Vec<EventId>),
    /// Select all events that pass the filters.
    SelectAll,
    /// Show the evidence of another of the selected events.
    ShowEvent(EventId),
    /// Select a mention of the selected event.
    SelectMention(usize),
    /// Select articles in the list.
    SelectArticles(Vec<ArticleId>),
    /// Go to the next (+1) or previous (-1) visible event in time order.
    StepEvent(i32),
    /// Go to the next (+1) or previous (-1) visible event of the same lane.
    StepInLane(i32),
    /// Go to the visible event nearest in time in the lane below (+1) or above (-1).
    StepLane(i32),
    /// Open an article in the reader view, scrolled to a place.
    Read(ArticleId, Option<Span>),
    /// Look closely at the sentence that holds this byte of the article in the reader view.
    PointAt(usize),
    /// Show or hide the grammar of a sentence in the reader view; showing it opens an article.
    ShowGrammar(bool),
    /// Close the reader view.
    CloseReader,
    /// Zoom in (above 1) or out (below 1) around the selected event, else the middle.
    Zoom(f64),
    /// Show this stretch of time; `None` fits all.
    SetWindow(Option<TimeWindow>),
    /// Show the stretch of time of what is selected.
    ZoomToSelection,
    /// Move to this stretch of time, as part of a movement.
    MoveTo(TimeWindow),
    /// Move so that what was just selected is in sight.
    Reveal {
        /// The stretch of time to show, if it must be another.
        window: Option<TimeWindow>,
        /// How far to scroll, if it must be otherwise.
        scroll_px: Option<f32>,
    },
    /// Go back to the view before this one.
    Back,
    /// Go forward to the view that was left by going back.
    Forward,
    /// Scroll the canvas.
    ScrollTo(f32),
    /// Make lanes another way.
    SetLanes(LaneBy),
    /// Put lanes into another order, or collapse some.
    ArrangeLanes(LaneSet),
    /// Show or hide a kind.
    ShowKind(Kind, bool),
    /// Show or hide a status.
    ShowStatus(Status, bool),
    /// Show or hide minor events.
    ShowMinor(bool),
    /// Show all kinds and statuses.
    ClearFilters,
    /// Search for words.
    Search(String),
    /// Only what was published up to a day.
    SetAsOf(Option<Date>),
    /// Go to the next (+1) or previous (-1) day on which articles were published.
    StepDay(i32),
    /// Play the story day by day, or pause.
    Play(bool),
    /// Play faster or slower.
    SetSpeed(Speed),
    /// While the story is played: the present day was shown long enough.
    Tick,
    /// What was known on a day is woven.
    Woven {
        /// The run that asked for it.
        run: u64,
        /// The day.
        day: Date,
        /// The result.
        found: std::sync::Arc<Extraction>,
    },
    /// Open a dialog.
    OpenDialog(Dialog),
    /// Close the dialog.
    CloseDialog,
    /// Another day has begun.
    SetToday(Date),
    /// Choose the theme.
    SetTheme(ThemeChoice),
    /// Replace the settings (panel widths, panels shown).
    SetSettings(Settings),
    /// Write a picture or data file: the bytes are made by the app.
    Export(ExportRequest),
    /// An export is done or failed.
    Exported(Result<String, Problem>),
    /// Put a message into the status bar.
    Notice(String),
    /// Leave the program.
    Quit,
}

/// What the export dialog asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportRequest {
    /// Where to; `None` asks with the system's dialog.
    pub path: Option<PathBuf>,
    /// `svg`, `png`, `pdf`, `json` or `csv`.
    pub format: String,
    /// Heading; empty for the dates.
    pub title: String,
    /// Width at scale 1.
    pub width_px: f32,
    /// Least height at scale 1 without legend and notes; 0 for as tall as needed.
    pub height_px: f32,
    /// 1 to 4, for PNG.
    pub scale: f32,
    /// Theme; light where it is left to the system.
    pub theme: ThemeChoice,
    /// Only the visible stretch of time.
    pub visible_only: bool,
    /// With a legend.
    pub legend: bool,
    /// With numbered source notes.
    pub notes: bool,
}

/// What the window must do; tests look at them instead.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Show the dialog for files, then send `Open`.
    AskFiles,
    /// Show the dialog for a folder, then send `Open`.
    AskFolder,
    /// Read these on a thread, then send `Loaded`.
    Load {
        /// The run.
        run: u64,
        /// Files and folders.
        paths: Vec<PathBuf>,
        /// Id of the first new article.
        first_id: ArticleId,
    },
    /// Extract on a thread, then send `Extracted`.
    Extract {
        /// The run.
        run: u64,
        /// The articles.
        articles: Vec<Article>,
    },
    /// Weave what was known on a day on a thread, then send `Woven`.
    Weave {
        /// The run.
        run: u64,
        /// The day.
        day: Date,
        /// What all articles say.
        found: std::sync::Arc<Extraction>,
        /// The articles.
        articles: Vec<Article>,
    },
    /// Stop reading or extracting.
    Cancel,
    /// Write an export, then send `Exported`.
    Export(ExportRequest),
    /// Save the settings.
    SaveSettings,
    /// Close the window.
    Quit,
}

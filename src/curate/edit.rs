//! The reader's edits, with undo as a moving cursor.

use serde::{Deserialize, Serialize};

use crate::model::{Anchor, When};

/// One thing the reader set. Articles are named by their path, so that edits outlive a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "edit")]
pub enum Edit {
    /// Publication date of articles; `None` goes back to what the article itself says.
    Published {
        /// The articles.
        paths: Vec<String>,
        /// The date.
        when: Option<When>,
    },
    /// What the dates of articles count from; `None` leaves it to the text.
    Anchor {
        /// The articles.
        paths: Vec<String>,
        /// From publication or from the story.
        anchor: Option<Anchor>,
    },
    /// Title of an article.
    Title {
        /// The article.
        path: String,
        /// The title; not empty.
        title: String,
    },
    /// Source of articles; an empty one is none.
    Source {
        /// The articles.
        paths: Vec<String>,
        /// The source.
        source: String,
    },
}

impl Edit {
    /// The articles it touches, by path.
    pub fn paths(&self) -> &[String] {
        match self {
            Self::Published { paths, .. }
            | Self::Anchor { paths, .. }
            | Self::Source { paths, .. } => paths,
            Self::Title { path, .. } => std::slice::from_ref(path),
        }
    }

    /// What it does, for the Edit menu and the status bar: `Undo: set publication date`.
    pub fn words(&self) -> &'static str {
        match self {
            Self::Published { when: Some(_), .. } => "set publication date",
            Self::Published { when: None, .. } => "unset publication date",
            Self::Anchor { .. } => "set what dates count from",
            Self::Title { .. } => "set title",
            Self::Source { .. } => "set source",
        }
    }
}

/// Edits in the order they were made; those after the cursor are undone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditLog {
    edits: Vec<Edit>,
    cursor: usize,
}

impl EditLog {
    /// Adds an edit and forgets the undone ones.
    pub fn push(&mut self, edit: Edit) {
        self.edits.truncate(self.cursor);
        self.edits.push(edit);
        self.cursor = self.edits.len();
    }

    /// The edits that hold, oldest first.
    pub fn active(&self) -> &[Edit] {
        self.edits.get(..self.cursor).unwrap_or_default()
    }

    /// Undoes the last edit that holds and returns it.
    pub fn undo(&mut self) -> Option<&Edit> {
        self.cursor = self.cursor.checked_sub(1)?;
        self.edits.get(self.cursor)
    }

    /// Makes the last undone edit hold again and returns it.
    pub fn redo(&mut self) -> Option<&Edit> {
        let edit = self.edits.get(self.cursor)?;
        self.cursor += 1;
        Some(edit)
    }

    /// The edit that `undo` would undo.
    pub fn next_undo(&self) -> Option<&Edit> {
        self.active().last()
    }

    /// The edit that `redo` would redo.
    pub fn next_redo(&self) -> Option<&Edit> {
        self.edits.get(self.cursor)
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        self.cursor > 0
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        self.cursor < self.edits.len()
    }
}

//! Something the program could not read or understand, with what the reader can do about it.

use super::Span;

/// A problem that did not stop the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as given.
    pub path: String,
    /// The place in its text, if there is one.
    pub span: Option<Span>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Problem {
    /// A problem with a whole file.
    pub fn with_file(
        path: impl Into<String>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            path: path.into(),
            span: None,
            message: message.into(),
            hint: hint.into(),
        }
    }
}

//! The state of the program, the commands that change it, and the pipeline from articles to events.

mod command;
mod pipeline;
mod state;
mod update;

pub use command::{Command, Effect, ExportRequest};
pub use pipeline::{Extraction, Progress, extract};
pub use state::{Dialog, Filters, Selection, Settings, State, ThemeChoice, View, Work};
pub use update::update;

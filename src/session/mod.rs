//! The state of the program, the commands that change it, and the pipeline from articles to events.

mod command;
pub mod crowd;
mod date_words;
pub mod files;
mod files_write;
mod grammar;
mod history;
mod inferred;
mod inferred_report;
mod pipeline;
pub mod sample;
mod state;
mod uncertain;
mod update;
mod update_edit;
mod update_open;
mod update_select;
mod update_several;
mod update_step;
mod update_view;
mod visible;

pub use crate::time::{Inference, Landmarks};
pub use command::{Command, Effect, ExportRequest};
pub use date_words::understand_date;
pub use grammar::{Sentences, Tree, TreeWord};
pub use history::History;
pub use inferred::{Inferred, with_inferred};
pub use pipeline::{Extraction, Progress, extract, extract_with};
pub use state::{Dialog, Filters, Selection, Settings, State, Task, ThemeChoice, View, Work};
pub use update::update;
pub use update_several::selected_indexes;
pub use visible::{Counts, Shown, Visible, is_known_by, shown, shown_window, visible_events};

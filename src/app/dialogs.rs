//! The system's dialogs for files and folders. They wait for the reader: call them on a thread.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::session::{Command, Dialog, ExportRequest};

/// Nobody cancels a dialog faster than this: there is none to be had on this machine.
const TOO_FAST_FOR_A_READER: Duration = Duration::from_millis(600);

/// Asks for article files.
pub(super) fn files() -> Option<Command> {
    asked(Command::OpenDialog(Dialog::OpenPath), || {
        rfd::FileDialog::new()
            .set_title("Open articles")
            .add_filter("Articles", &["txt", "md", "markdown", "text"])
            .add_filter("All files", &["*"])
            .pick_files()
            .map(Command::Open)
    })
}

/// Asks for a folder of articles.
pub(super) fn folder() -> Option<Command> {
    asked(Command::OpenDialog(Dialog::OpenPath), || {
        rfd::FileDialog::new()
            .set_title("Open a folder of articles")
            .pick_folder()
            .map(|folder| Command::Open(vec![folder]))
    })
}

/// Asks where to write an export.
pub(super) fn save(request: &ExportRequest) -> Option<Command> {
    let no_dialog = Command::Notice(
        "No file dialog on this machine: type a path into the export form".to_owned(),
    );
    asked(no_dialog, || {
        rfd::FileDialog::new()
            .set_title("Export")
            .set_file_name(format!("timeline.{}", request.format))
            .add_filter(request.format.to_uppercase(), &[request.format.as_str()])
            .save_file()
            .map(|path| Command::Export(with_path(request.clone(), path)))
    })
}

fn with_path(request: ExportRequest, path: PathBuf) -> ExportRequest {
    ExportRequest {
        path: Some(path),
        ..request
    }
}

/// What the dialog gave. Where neither portal nor zenity is installed it says `None` at once, the
/// same as for Cancel; `instead` then tells the reader another way.
fn asked(instead: Command, ask: impl FnOnce() -> Option<Command>) -> Option<Command> {
    let begun = Instant::now();
    let answer = ask();
    let was_shown = TOO_FAST_FOR_A_READER < begun.elapsed();
    answer.or_else(|| (!was_shown).then_some(instead))
}

//! Reads files and folders into articles, and writes files so that none is ever half written.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::Progress;
use crate::ingest;
use crate::model::{Article, ArticleId, Problem};
use crate::time;

pub use super::files_write::write_atomically;

/// More files than this at once are no set of articles but a whole disk.
const MAX_FILES: usize = 50_000;

/// Reads `paths` and all articles in those that are folders, in a stable order, numbered from
/// `first_id` on. What cannot be read is a problem; the rest loads. Stops early when cancelled.
pub fn load(
    paths: &[PathBuf],
    first_id: ArticleId,
    progress: &Progress,
) -> (Vec<Article>, Vec<Problem>) {
    let mut found = Found::default();
    for path in paths {
        found.add(path, progress);
    }
    let read: Vec<(Option<Article>, Vec<Problem>)> = found
        .files
        .par_iter()
        .map(|path| {
            if progress.cancelled.load(Ordering::Relaxed) {
                return (None, Vec::new());
            }
            let result = read_one(path);
            progress.done.fetch_add(1, Ordering::Relaxed);
            result
        })
        .collect();
    let mut articles = Vec::new();
    let mut problems = found.problems;
    let mut next_id = first_id.0;
    for (article, its_problems) in read {
        problems.extend(its_problems);
        if let Some(article) = article {
            articles.push(Article {
                id: ArticleId(next_id),
                ..article
            });
            next_id = next_id.saturating_add(1);
        }
    }
    (articles, problems)
}

/// The files to read, in order.
#[derive(Default)]
struct Found {
    files: Vec<PathBuf>,
    known: BTreeSet<PathBuf>,
    problems: Vec<Problem>,
}

impl Found {
    fn add(&mut self, path: &Path, progress: &Progress) {
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => self.add_folder(path, progress),
            Ok(meta) if meta.is_file() && is_article(path) => self.add_file(path.to_owned()),
            Ok(_) => self.problems.push(Problem::with_file(
                shown(path),
                "Only .txt and .md files can be opened.",
                "Save the article as plain text, or paste its text.",
            )),
            Err(error) => self.problems.push(unreadable(path, &error)),
        }
    }

    fn add_folder(&mut self, folder: &Path, progress: &Progress) {
        let mut has_articles = false;
        let walk = WalkDir::new(folder)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry));
        for entry in walk {
            if progress.cancelled.load(Ordering::Relaxed) {
                return;
            }
            match entry {
                Ok(entry) if is_article(entry.path()) && entry.path().is_file() => {
                    if MAX_FILES <= self.files.len() {
                        self.problems.push(too_many(folder));
                        return;
                    }
                    has_articles = true;
                    self.add_file(entry.into_path());
                }
                Ok(_) => (),
                Err(error) => self.problems.push(Problem::with_file(
                    error.path().map_or_else(|| shown(folder), shown),
                    "The folder cannot be read.",
                    "Check its permissions.",
                )),
            }
        }
        if !has_articles {
            self.problems.push(Problem::with_file(
                shown(folder),
                "The folder holds no .txt or .md file.",
                "Choose a folder with articles saved as text.",
            ));
        }
    }

    fn add_file(&mut self, path: PathBuf) {
        let real = path.canonicalize().unwrap_or_else(|_| path.clone());
        if self.known.insert(real) {
            self.files.push(path);
        }
    }
}

fn read_one(path: &Path) -> (Option<Article>, Vec<Problem>) {
    let name = shown(path);
    let bytes = match read_bytes(path) {
        Ok(bytes) => bytes,
        Err(problem) => return (None, vec![problem]),
    };
    let (article, mut problems) = ingest::article(ArticleId::default(), &name, &bytes);
    let article = article.map(|article| {
        let (published, its_problems) = time::publication(&article);
        problems.extend(its_problems);
        Article {
            published,
            saved: saved(path),
            ..article
        }
    });
    (article, problems)
}

/// The day on which a file was last written, if the system tells.
fn saved(path: &Path) -> Option<Date> {
    let modified = fs::metadata(path).ok()?.modified().ok()?;
    let at = Timestamp::try_from(modified).ok()?;
    Some(at.to_zoned(TimeZone::UTC).date())
}

/// The bytes of one file; a problem if it cannot be read or is too large for an article.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let file = fs::File::open(path).map_err(|error| unreadable(path, &error))?;
    let mut bytes = Vec::new();
    // One byte more than is allowed tells that it is too large, even of a pipe that never ends.
    file.take(ingest::MAX_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(path, &error))?;
    if ingest::MAX_BYTES < bytes.len() {
        return Err(ingest::too_large(&shown(path)));
    }
    Ok(bytes)
}

fn is_article(path: &Path) -> bool {
    path.extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| ingest::ENDINGS.contains(&ending.to_lowercase().as_str()))
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn too_many(folder: &Path) -> Problem {
    Problem::with_file(
        shown(folder),
        format!("Only the first {MAX_FILES} files were read."),
        "Open a smaller folder.",
    )
}

fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    use std::io::ErrorKind;
    let (message, hint) = match error.kind() {
        ErrorKind::IsADirectory => ("It is a folder.", "Name a file in it."),
        ErrorKind::NotFound => (
            "There is no such file or folder.",
            "It may have been moved or deleted; open it from its new place.",
        ),
        ErrorKind::PermissionDenied => (
            "No permission to read it.",
            "Change its permissions, or copy it to a folder of yours.",
        ),
        _ => {
            return Problem::with_file(
                shown(path),
                format!("It cannot be read ({error})."),
                "Check the disk or network drive it is on.",
            );
        }
    };
    Problem::with_file(shown(path), message, hint)
}

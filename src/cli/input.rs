//! The articles that a command line names: files, folders, stdin, a manifest or the sample.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::manifest::{self, Row};
use super::{InputArgs, UsageError};
use crate::model::{Article, ArticleId, Basis, Problem, Published};
use crate::session::{Progress, files, sample};
use crate::{ingest, time};

/// The path that stands for stdin.
const STDIN: &str = "-";

/// What was read, and what was not.
#[derive(Debug, Default)]
pub struct Input {
    /// The articles with their publication dates settled, ids counting from 0.
    pub articles: Vec<Article>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

impl Input {
    /// Whether something that was asked for is missing from the articles.
    pub fn lacks_something(&self) -> bool {
        let is_loaded = |path: &str| self.articles.iter().any(|article| article.path == path);
        self.articles.is_empty()
            || self
                .problems
                .iter()
                .any(|problem| !is_loaded(&problem.path))
    }
}

/// Reads the articles that `args` names. Wrong usage is an error; what cannot be read becomes a
/// problem.
pub fn load(args: &InputArgs) -> anyhow::Result<Input> {
    if args.is_empty() {
        let told = "name files or folders of articles, `-` for stdin, --set or --sample";
        return Err(UsageError(told.to_owned()).into());
    }
    let mut input = Input::default();
    let rows = match &args.set {
        Some(path) => read_manifest(path, &mut input.problems),
        None => Vec::new(),
    };
    if args.sample {
        input.articles = sample::articles();
    } else if args.paths.is_empty() {
        let paths: Vec<PathBuf> = rows.iter().map(|row| row.path.clone()).collect();
        read_paths(&paths, &mut input);
    } else {
        read_paths(&args.paths, &mut input);
    }
    apply_rows(&rows, &mut input.articles);
    if let Some(day) = args.published {
        let undated = input
            .articles
            .iter_mut()
            .filter(|a| a.published.when.is_none());
        undated.for_each(|article| article.published = Published::on(day, Basis::Given, None));
    }
    if input.articles.is_empty() && input.problems.is_empty() {
        let (message, hint) = (
            "no articles found",
            "give text files or folders that hold some",
        );
        input.problems.push(Problem::with_file("", message, hint));
    }
    Ok(input)
}

fn read_manifest(path: &Path, problems: &mut Vec<Problem>) -> Vec<Row> {
    let text = match fs::read(path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => {
            let message = format!("cannot be read: {error}");
            let path = path.display().to_string();
            problems.push(Problem::with_file(
                path,
                message,
                "give the path of a manifest",
            ));
            return Vec::new();
        }
    };
    let (rows, faults) = manifest::rows(path, &text);
    problems.extend(faults);
    rows
}

/// Files and folders first, stdin last.
fn read_paths(paths: &[PathBuf], input: &mut Input) {
    let is_stdin = |path: &PathBuf| path == Path::new(STDIN);
    let on_disk: Vec<PathBuf> = paths
        .iter()
        .filter(|path| !is_stdin(path))
        .cloned()
        .collect();
    let (articles, problems) = files::load(&on_disk, ArticleId(0), &Progress::default());
    input.articles.extend(articles);
    input.problems.extend(problems);
    if paths.iter().any(is_stdin) {
        read_stdin(input);
    }
}

/// The bytes of a file, or of stdin where `path` is `-`.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    if path != Path::new(STDIN) {
        return files::read_bytes(path);
    }
    let mut bytes = Vec::new();
    match io::stdin().lock().read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(error) => {
            let message = format!("cannot be read: {error}");
            Err(Problem::with_file(STDIN, message, "pass a text to stdin"))
        }
    }
}

fn read_stdin(input: &mut Input) {
    let bytes = match bytes(Path::new(STDIN)) {
        Ok(bytes) => bytes,
        Err(problem) => {
            input.problems.push(problem);
            return;
        }
    };
    let id = ArticleId(u32::try_from(input.articles.len()).unwrap_or(u32::MAX));
    let (article, problems) = ingest::article(id, STDIN, &bytes);
    input.problems.extend(problems);
    if let Some(mut article) = article {
        let (published, problems) = time::publication(&article);
        article.published = published;
        input.articles.push(article);
        input.problems.extend(problems);
    }
}

/// Gives date and source of each line to the article that it names.
fn apply_rows(rows: &[Row], articles: &mut [Article]) {
    let by_path: BTreeMap<PathBuf, &Row> =
        rows.iter().map(|row| (real_path(&row.path), row)).collect();
    if by_path.is_empty() {
        return;
    }
    for article in articles {
        let Some(row) = by_path.get(&real_path(Path::new(&article.path))) else {
            continue;
        };
        if row.published.is_some() {
            article.published = Published {
                when: row.published.clone(),
                basis: Basis::Given,
                span: None,
            };
        }
        if row.source.is_some() {
            article.source.clone_from(&row.source);
        }
    }
}

/// The path by which two names of one file can be compared.
fn real_path(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

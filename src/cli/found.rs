//! The events of what a command line names, and the publication dates that had to be inferred.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, anyhow};

use super::{Input, InputArgs, say};
use crate::model::Article;
use crate::session::{Extraction, Progress, extract_with};
use crate::time::Landmarks;

/// Finds the events of the articles; those without a date get the one that is inferred, and that
/// is said.
pub(super) fn find(input: &mut Input, args: &InputArgs) -> anyhow::Result<Extraction> {
    let own = args.landmarks.as_deref().map(read_landmarks).transpose()?;
    let found = extract_with(&input.articles, own.as_ref(), &Progress::default());
    let found = found.unwrap_or_default();
    say_inferred(&input.articles, &found);
    input.articles = found.dated(&input.articles);
    Ok(found)
}

fn read_landmarks(path: &Path) -> anyhow::Result<Landmarks> {
    let name = path.display();
    let toml = fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
    Landmarks::with_own(&toml)
        .map_err(|error| anyhow!("{name} is no table of landmarks: {error}"))
}

fn say_inferred(articles: &[Article], found: &Extraction) {
    for article in articles {
        if let Some(inference) = found.inferred.get(&article.id) {
            let (path, words) = (&article.path, inference.words_with_clues());
            say(&format!(
                "{path}: states no publication date; inferred: {words}"
            ));
        }
    }
}

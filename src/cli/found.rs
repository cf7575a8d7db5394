//! The events of what a command line names, and the publication dates that had to be inferred.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, anyhow};

use jiff::civil::Date;

use super::{Input, InputArgs, say};
use crate::model::Article;
use crate::session::{Extraction, Progress, extract_with, is_known_by};
use crate::time::Landmarks;

/// Finds the events of the articles; those without a date get the one that is inferred, and that
/// is said. With a day `as_of`, only what was published up to it counts and stays.
pub(super) fn find(
    input: &mut Input,
    args: &InputArgs,
    as_of: Option<Date>,
) -> anyhow::Result<Extraction> {
    let own = args.landmarks.as_deref().map(read_landmarks).transpose()?;
    let found = extract_with(&input.articles, own.as_ref(), &Progress::default());
    let found = found.unwrap_or_default();
    say_inferred(&input.articles, &found);
    input.articles = found.dated(&input.articles);
    let Some(day) = as_of else {
        return Ok(found);
    };
    let found = found.as_of(&input.articles, day);
    keep_known(input, day);
    Ok(found)
}

/// Leaves out what was not published by the end of `day`.
fn keep_known(input: &mut Input, day: Date) {
    let n_before = input.articles.len();
    input.articles.retain(|article| is_known_by(article, day));
    let n_left_out = n_before - input.articles.len();
    if n_left_out > 0 {
        say(&format!(
            "{n_left_out} of {n_before} articles left out: not known to be published by {day}"
        ));
    }
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

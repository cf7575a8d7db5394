//! The reader's own table of landmarks, beside the settings.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::model::Problem;
use crate::session::Landmarks;

/// Where the table is looked for on this machine, if it has such a place.
pub(super) fn default_path() -> Option<PathBuf> {
    let settings = super::settings_file::default_path()?;
    Some(settings.with_file_name("landmarks.toml"))
}

/// The landmarks of `path` with those of the program; none if there is no such file.
pub(super) fn load(path: &Path) -> Result<Option<Landmarks>, Problem> {
    let toml = match fs::read_to_string(path) {
        Ok(toml) => toml,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(problem(path, &error.to_string())),
    };
    let landmarks = Landmarks::with_own(&toml);
    landmarks.map(Some).map_err(|error| problem(path, &error))
}

fn problem(path: &Path, error: &str) -> Problem {
    Problem::with_file(
        path.to_string_lossy(),
        format!("Your landmarks are not used: {error}"),
        "Give each [[landmark]] a source, a list of names and a date like 2024-07-05 as when.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_a_wrong_one_told_and_none_is_fine() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("landmarks.toml");
        assert!(load(&path).expect("no problem").is_none());
        let right = "[[landmark]]\nsource = \"Chronicle\"\nnames = [\"Great Flood\"]\nwhen = \"1997\"\n";
        fs::write(&path, right).expect("written");
        let landmarks = load(&path).expect("no problem").expect("a table");
        assert_eq!(landmarks.named_in("the Great Flood").len(), 1);
        fs::write(&path, "landmark = 1").expect("written");
        let problem = load(&path).expect_err("a problem");
        assert!(problem.message.starts_with("Your landmarks are not used"));
    }
}

//! Settings between runs, as a small JSON file in the user's configuration folder.

use std::fs;
use std::path::{Path, PathBuf};

use crate::model::Problem;
use crate::session::Settings;

/// Where settings are kept on this machine, if it has such a place.
pub(super) fn default_path() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("", "", "dateline")?;
    Some(dirs.config_dir().join("settings.json"))
}

/// The settings of `path`; the usual ones if it is missing, unreadable or from another version.
pub(super) fn load(path: Option<&Path>) -> Settings {
    let text = path.and_then(|path| fs::read_to_string(path).ok());
    let read = text.and_then(|text| serde_json::from_str::<Settings>(&text).ok());
    within_reason(read.unwrap_or_default())
}

/// Writes the settings beside `path` first, so that a full disk leaves the old ones.
pub(super) fn save(path: &Path, settings: &Settings) -> Result<(), Problem> {
    write(path, settings).map_err(|error| {
        Problem::with_file(
            path.to_string_lossy(),
            format!("Settings are not saved: {error}"),
            "Check that the folder can be written to.",
        )
    })
}

fn write(path: &Path, settings: &Settings) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let file = tempfile::NamedTempFile::new_in(folder)?;
    serde_json::to_writer_pretty(&file, settings)?;
    file.persist(path)?;
    Ok(())
}

/// A file edited by hand must not make a panel of no width.
fn within_reason(settings: Settings) -> Settings {
    let usual = Settings::default();
    let width = |given: f32, usual: f32| {
        if (120.0..=1200.0).contains(&given) {
            given
        } else {
            usual
        }
    };
    Settings {
        articles_width_px: width(settings.articles_width_px, usual.articles_width_px),
        evidence_width_px: width(settings.evidence_width_px, usual.evidence_width_px),
        ..settings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::ThemeChoice;

    #[test]
    fn settings_come_back_and_broken_files_do_no_harm() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep/settings.json");
        assert_eq!(load(Some(&path)), Settings::default());
        let dark = Settings {
            theme: ThemeChoice::Dark,
            shows_legend: true,
            recent: vec![vec!["a b.txt".to_owned()]],
            ..Settings::default()
        };
        save(&path, &dark).expect("saved");
        assert_eq!(load(Some(&path)), dark);
        for broken in ["", "{", "[1,2]", "{\"theme\":7}", "\u{0}\u{1}"] {
            fs::write(&path, broken).expect("written");
            assert_eq!(load(Some(&path)), Settings::default(), "{broken:?}");
        }
        fs::write(&path, "{\"articles_width_px\":0.0,\"new\":1}").expect("written");
        assert_eq!(load(Some(&path)), Settings::default());
    }
}

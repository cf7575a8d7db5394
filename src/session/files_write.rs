//! Writes a file so that nobody ever sees half of it.

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use crate::model::Problem;

/// Writes `bytes` to a new file beside `path` and gives it the name `path` when it is complete.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let result = match fs::metadata(&target) {
        Ok(meta) if meta.is_dir() => Err(ErrorKind::IsADirectory.into()),
        // A pipe or a device cannot be replaced, only written to.
        Ok(meta) if !meta.is_file() => fs::write(&target, bytes),
        Ok(meta) => replace(&target, bytes, Some(meta.permissions())),
        Err(_) => replace(&target, bytes, None),
    };
    result.map_err(|error| unwritable(path, &error))
}

fn replace(
    target: &Path,
    bytes: &[u8],
    permissions: Option<fs::Permissions>,
) -> io::Result<()> {
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(ErrorKind::PermissionDenied.into());
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dateline-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // The usual rights of a new file; the user's umask takes its share.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}

fn unwritable(path: &Path, error: &io::Error) -> Problem {
    let (message, hint) = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (
            "The disk is full.",
            "Free some space, or save to another disk.",
        ),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => (
            "No permission to write there.",
            "Choose another folder, or change the permissions of this one.",
        ),
        ErrorKind::NotFound | ErrorKind::NotADirectory => (
            "The folder does not exist.",
            "Choose a folder that exists, or create it first.",
        ),
        ErrorKind::IsADirectory => ("This is a folder.", "Add a file name."),
        ErrorKind::InvalidFilename => (
            "The file name is not allowed there.",
            "Choose a shorter or simpler name.",
        ),
        kind => {
            // The error's own words may name the temporary file.
            let reason = error
                .raw_os_error()
                .map_or_else(|| kind.into(), io::Error::from_raw_os_error);
            return Problem::with_file(
                path.to_string_lossy(),
                format!("Not saved: The file could not be written ({reason})."),
                "Check the disk, or save to another folder.",
            );
        }
    };
    Problem::with_file(
        path.to_string_lossy(),
        format!("Not saved: {message}"),
        hint,
    )
}

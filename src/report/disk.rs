//! Puts what leaves on the disk: all of it or nothing, and never over something that is there unless asked to.
//!
//! A file is written beside its place under another name, synced, and only then given its name. It is the one place of this
//! room that touches the disk, and it reads nothing.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;
use thiserror::Error;

/// What becomes of a file that is there already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    #[default]
    Keep,
    /// It is replaced. A link is replaced itself; what it points to stays as it is.
    Replace,
}

/// Why nothing was written.
#[derive(Debug, Error)]
pub enum DiskError {
    /// There is a file of that name.
    #[error("{0} is there already and was left as it is")]
    Exists(PathBuf),
    /// There is a link of that name.
    #[error("{0} is a link to another place and was left as it is")]
    Link(PathBuf),
    /// There is something of that name that is no file: a folder, a device.
    #[error("{0} is there already and is no file that could be replaced")]
    NoFile(PathBuf),
    /// The path names no file.
    #[error("{0} is no name for a file")]
    NoName(PathBuf),
    /// The disk says no.
    #[error("{path} could not be written: {error}")]
    Failed {
        /// What.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

/// Writes a file.
///
/// # Errors
/// Why it was not written; then nothing is left of it.
pub fn write_file<T>(
    path: &Path,
    existing: Existing,
    write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
) -> Result<T, DiskError> {
    check(path, existing)?;
    let beside = beside(path)?;
    let failed = |error| DiskError::Failed { path: path.to_owned(), error };
    let result = create(&beside, write).map_err(failed).and_then(|written| {
        match existing {
            Existing::Keep => rename_new(&beside, path).map_err(|error| taken(path, error))?,
            Existing::Replace => fs::rename(&beside, path).map_err(failed)?,
        }
        sync_folder(path).map_err(failed)?;
        Ok(written)
    });
    if result.is_err() {
        // What can't be taken away has a name that says what it is.
        let _ = fs::remove_file(&beside);
    }
    result
}

/// Makes a folder with these files. A folder is never replaced.
///
/// # Errors
/// Why it was not made; then nothing is left of it.
pub fn write_folder<T>(
    path: &Path,
    names: &[String],
    mut write: impl FnMut(usize, &mut dyn Write) -> io::Result<T>,
) -> Result<Vec<T>, DiskError> {
    check(path, Existing::Keep)?;
    let beside = beside(path)?;
    let failed = |error| DiskError::Failed { path: path.to_owned(), error };
    let mut fill = || -> io::Result<Vec<T>> {
        fs::create_dir(&beside)?;
        let files = names.iter().enumerate();
        let written = files.map(|(at, name)| create(&beside.join(name), |to| write(at, to))).collect();
        File::open(&beside)?.sync_all()?;
        written
    };
    let result = fill().map_err(failed).and_then(|written| {
        rename_new(&beside, path).map_err(|error| taken(path, error))?;
        sync_folder(path).map_err(failed)?;
        Ok(written)
    });
    if result.is_err() {
        for name in names {
            let _ = fs::remove_file(beside.join(name));
        }
        let _ = fs::remove_dir(&beside);
    }
    result
}

/// Whether something stands in the way.
fn check(path: &Path, existing: Existing) -> Result<(), DiskError> {
    let Ok(found) = fs::symlink_metadata(path) else { return Ok(()) };
    let path = path.to_owned();
    match existing {
        Existing::Keep if found.is_symlink() => Err(DiskError::Link(path)),
        Existing::Keep if found.is_file() => Err(DiskError::Exists(path)),
        Existing::Replace if found.is_file() || found.is_symlink() => Ok(()),
        _ => Err(DiskError::NoFile(path)),
    }
}

/// A name in the same folder that nothing has: what is there is not touched.
fn beside(path: &Path) -> Result<PathBuf, DiskError> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = path.file_name().ok_or_else(|| DiskError::NoName(path.to_owned()))?;
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{}-{number}.unfinished", std::process::id()));
    Ok(path.with_file_name(hidden))
}

fn create<T>(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<T>) -> io::Result<T> {
    let mut file = BufWriter::new(OpenOptions::new().write(true).create_new(true).open(path)?);
    let written = write(&mut file)?;
    file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    Ok(written)
}

/// Gives the name only if nothing has it, in one step.
fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        // A file system that can't: a second name is given only where there is none, and no folder replaces what is not empty.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) if from.is_dir() => fs::rename(from, to),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {
            fs::hard_link(from, to)?;
            fs::remove_file(from)
        }
        renamed => Ok(renamed?),
    }
}

/// What came into the way since it was looked for.
fn taken(path: &Path, error: io::Error) -> DiskError {
    match error.kind() {
        io::ErrorKind::AlreadyExists => DiskError::Exists(path.to_owned()),
        _ => DiskError::Failed { path: path.to_owned(), error },
    }
}

/// A name is safe when its folder is.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{self, Write};
    use std::os::unix::fs::symlink;
    use std::path::Path;

    use super::{DiskError, Existing, write_file, write_folder};

    fn write(path: &Path, existing: Existing) -> Result<(), DiskError> {
        write_file(path, existing, |to| to.write_all(b"new"))
    }

    fn names(folder: &Path) -> Vec<String> {
        let listed = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = listed.collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_there_stays_unless_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dossier.md");
        write(&path, Existing::Keep).unwrap();
        fs::write(&path, "mine").unwrap();
        assert!(matches!(write(&path, Existing::Keep), Err(DiskError::Exists(_))));
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
        write(&path, Existing::Replace).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(names(folder.path()), ["dossier.md"]);
    }

    #[test]
    fn nothing_is_written_through_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("precious"), folder.path().join("link.md"));
        fs::write(&target, "mine").unwrap();
        symlink(&target, &link).unwrap();
        assert!(matches!(write(&link, Existing::Keep), Err(DiskError::Link(_))));
        write(&link, Existing::Replace).unwrap();
        assert_eq!(fs::read_to_string(&target).unwrap(), "mine");
        assert!(fs::symlink_metadata(&link).unwrap().is_file());
        let dangling = folder.path().join("dangling");
        symlink(folder.path().join("nowhere"), &dangling).unwrap();
        assert!(matches!(write(&dangling, Existing::Keep), Err(DiskError::Link(_))));
        assert!(!folder.path().join("nowhere").exists());
    }

    #[test]
    fn devices_and_folders_are_no_files() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(write(Path::new("/dev/full"), Existing::Replace), Err(DiskError::NoFile(_))));
        assert!(matches!(write(folder.path(), Existing::Replace), Err(DiskError::NoFile(_))));
        assert!(matches!(write(Path::new("/"), Existing::Keep), Err(DiskError::NoFile(_))));
        assert!(matches!(write(&folder.path().join("no/where"), Existing::Keep), Err(DiskError::Failed { .. })));
    }

    #[test]
    fn a_failure_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dossier.md");
        fs::write(&path, "mine").unwrap();
        let fails = |to: &mut dyn Write| -> io::Result<()> {
            to.write_all(&vec![b'x'; 100_000])?;
            Err(io::Error::other("no more"))
        };
        assert!(write_file(&path, Existing::Replace, fails).is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
        let tables = folder.path().join("tables");
        let files = ["a.csv".to_owned(), "b.csv".to_owned()];
        let made = write_folder(&tables, &files, |at, to| if at == 0 { to.write_all(b"a") } else { fails(to) });
        assert!(made.is_err());
        assert_eq!(names(folder.path()), ["dossier.md"]);
    }

    #[test]
    fn a_folder_is_made_whole_and_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let tables = folder.path().join("tables");
        let files = ["a.csv".to_owned(), "b.csv".to_owned()];
        write_folder(&tables, &files, |_, to| to.write_all(b"new")).unwrap();
        assert_eq!(names(&tables), ["a.csv", "b.csv"]);
        assert!(matches!(write_folder(&tables, &files, |_, to| to.write_all(b"")), Err(DiskError::NoFile(_))));
        assert_eq!(fs::read_to_string(tables.join("a.csv")).unwrap(), "new");
    }
}

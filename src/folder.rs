//! What a folder holds: names only, nothing of what they name.
//!
//! The standard library's reader of folders panics where a folder can't be closed, as on a failing disk; this one gives errors.

use std::ffi::{OsStr, OsString};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use rustix::fs::{Dir, Mode, OFlags, open};
use rustix::io::retry_on_intr;

/// What a folder holds, as far as it could be read.
#[derive(Debug)]
pub struct Listed {
    /// The names, sorted by their bytes.
    pub names: Vec<OsString>,
    /// Why there may be more.
    pub error: Option<io::Error>,
}

/// The names in the folder at `path`, a link to one included.
pub fn list(path: &Path) -> Listed {
    let mut names = Vec::new();
    let error = read(path, &mut names).err();
    names.sort_unstable();
    Listed { names, error }
}

fn read(path: &Path, names: &mut Vec<OsString>) -> io::Result<()> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let folder = retry_on_intr(|| open(path, flags, Mode::empty()))?;
    for entry in Dir::new(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_bytes();
        if name != b"." && name != b".." {
            names.push(OsStr::from_bytes(name).to_owned());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::ErrorKind;

    use super::list;

    #[test]
    fn names_are_sorted_and_all_there() {
        let folder = tempfile::tempdir().unwrap();
        let mut expected: Vec<String> = (0..2000).map(|number| format!("an article with a name {number}")).collect();
        expected.extend([".hidden".to_owned(), "Ærø".to_owned()]);
        expected.sort();
        for name in &expected {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let listed = list(folder.path());
        assert!(listed.error.is_none());
        assert!(listed.names.iter().eq(expected.iter().map(String::as_str)), "{:?}", listed.names);
    }

    #[test]
    fn what_is_no_folder_has_no_names() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let absent = folder.path().join("absent");
        for (path, expected) in [(file.path(), ErrorKind::NotADirectory), (absent.as_path(), ErrorKind::NotFound)] {
            let listed = list(path);
            assert_eq!((listed.names.len(), listed.error.unwrap().kind()), (0, expected));
        }
    }
}

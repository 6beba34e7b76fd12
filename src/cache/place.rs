//! Where the cache lies: one folder for each set of sources.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::model::Digest;

/// `XDG_CACHE_HOME/redstring`, or `~/.cache/redstring`; `None` where neither is known.
pub fn folder(xdg_cache_home: Option<OsString>, home: Option<OsString>) -> Option<PathBuf> {
    let absolute = |path: Option<OsString>| path.map(PathBuf::from).filter(|path| path.is_absolute());
    let cache = absolute(xdg_cache_home).or_else(|| absolute(home).map(|home| home.join(".cache")))?;
    Some(cache.join("redstring"))
}

/// Removes everything that is kept in the cache's folder.
///
/// # Errors
/// Where something can't be removed.
pub fn clear(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// The folder of these sources, the same from wherever they are named.
pub(super) fn of_sources(folder: &Path, paths: &[PathBuf]) -> PathBuf {
    let mut hash = Sha256::new();
    for path in paths {
        let whole = path.canonicalize().unwrap_or_else(|_| path.clone());
        hash.update((whole.as_os_str().len() as u64).to_le_bytes());
        hash.update(whole.as_os_str().as_bytes());
    }
    let mut first = [0; 8];
    first.iter_mut().zip(hash.finalize()).for_each(|(byte, hashed)| *byte = hashed);
    folder.join(Digest(first).to_string())
}

//! The files of the last visits: one for each set of sources, in the folder of states (XDG Base Directory Specification 0.8).
//!
//! They may be lost: nothing is told where one can't be read or written.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::app::Visit;
use crate::model::DocumentId;

/// The longest file that is read, in bytes.
const LONGEST: u64 = 16 * 1024 * 1024;

/// Where the last visit to the sources at `paths` is kept; `None` for the demo, and where there is no home. `variable` gives the
/// values of the environment.
pub fn place(paths: &[PathBuf], variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let set = |name| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = set("XDG_STATE_HOME").filter(|path| path.is_absolute());
    let base = base.or_else(|| Some(set("HOME")?.join(".local/state")))?;
    let mut sources: Vec<PathBuf> = paths.iter().filter_map(|path| path.canonicalize().ok()).collect();
    sources.sort_unstable();
    sources.dedup();
    let mut hash = Sha256::new();
    for source in &sources {
        hash.update(source.as_os_str().as_encoded_bytes());
        hash.update([0]);
    }
    let name = DocumentId::of_hash(hash.finalize());
    (!sources.is_empty()).then(|| base.join("redstring").join(format!("{name}.json")))
}

/// The last visit.
pub fn read(place: &Path) -> Option<Visit> {
    if !fs::metadata(place).ok()?.is_file() {
        return None;
    }
    let mut text = Vec::new();
    fs::File::open(place).ok()?.take(LONGEST).read_to_end(&mut text).ok()?;
    serde_json::from_slice(&text).ok().filter(Visit::is_known)
}

/// Keeps a visit, for the reader's eyes only: it names what was read.
pub fn write(place: &Path, visit: &Visit) -> io::Result<()> {
    let folder = place.parent().unwrap_or(Path::new("."));
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let beside = place.with_extension("part");
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&beside)?;
    file.write_all(&serde_json::to_vec(visit)?)?;
    fs::rename(beside, place)
}

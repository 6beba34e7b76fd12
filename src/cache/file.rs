//! One file that is written whole or not at all, and checked when it is read.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::OFlags;
use thiserror::Error;

use super::sum::sum;

/// What each file begins with.
const MAGIC: &[u8; 16] = b"redstring cache\n";
/// What this program finds things with: a hash of everything that an answer hangs on.
const FINDS_WITH: &str = env!("REDSTRING_FINDS_WITH");
/// The form of the files.
const FORM: u64 = 1;

/// Bytes before the content.
pub(super) const HEAD: usize = MAGIC.len() + 8 + 8 + 8;

/// Why a file is no use.
#[derive(Debug, Error)]
pub(super) enum Useless {
    /// There is none.
    #[error("there is none")]
    Missing,
    /// Another version of the program has written it.
    #[error("another version of redstring has written it")]
    Other,
    /// It is not what was written.
    #[error("it is damaged")]
    Damaged,
    /// It can't be read.
    #[error(transparent)]
    Unreadable(#[from] io::Error),
}

/// What the content of a file is preceded by.
pub(super) fn head(content: &[u8]) -> Vec<u8> {
    let mut head = MAGIC.to_vec();
    head.extend(version().to_le_bytes());
    head.extend((content.len() as u64).to_le_bytes());
    head.extend(sum(content).to_le_bytes());
    head
}

/// A file that was read and is whole.
pub(super) struct Content(Vec<u8>);

impl Content {
    /// What was written.
    pub(super) fn bytes(&self) -> &[u8] {
        self.0.get(HEAD..).unwrap_or_default()
    }
}

/// The content of the file at `path`.
pub(super) fn read(path: &Path) -> Result<Content, Useless> {
    let mut file = open(path)?;
    let mut bytes = Vec::with_capacity(usize::try_from(file.metadata()?.len()).unwrap_or_default().saturating_add(1));
    file.read_to_end(&mut bytes)?;
    let rest = bytes.strip_prefix(MAGIC).ok_or(Useless::Damaged)?;
    let (numbers, _) = rest.as_chunks::<8>();
    let [by, length, check, ..] = numbers else { return Err(Useless::Damaged) };
    if u64::from_le_bytes(*by) != version() {
        return Err(Useless::Other);
    }
    let content = bytes.get(HEAD..).unwrap_or_default();
    if content.len() as u64 != u64::from_le_bytes(*length) || sum(content) != u64::from_le_bytes(*check) {
        return Err(Useless::Damaged);
    }
    Ok(Content(bytes))
}

/// Opens a regular file to read.
pub(super) fn open(path: &Path) -> Result<File, Useless> {
    let flags = OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    match OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path) {
        Ok(file) if file.metadata()?.is_file() => Ok(file),
        Ok(_) => Err(Useless::Damaged),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Err(Useless::Missing)
        }
        Err(error) => Err(error.into()),
    }
}

/// Makes a file that only the user may read. Fails where there is one.
pub(super) fn create(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

/// Makes a folder that only the user may look into, with those above it.
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// Puts a file of this content in the place of what is at `path`, if anything is.
pub(super) fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let draft = path.with_extension("draft");
    // What a run before this one has left behind.
    if let Err(error) = fs::remove_file(&draft)
        && error.kind() != io::ErrorKind::NotFound
    {
        return Err(error);
    }
    let written = write(&draft, content).and_then(|()| fs::rename(&draft, path));
    if written.is_err() {
        drop(fs::remove_file(&draft));
    }
    written?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Makes sure that a folder's names are on the disk.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = create(path)?;
    file.write_all(&head(content))?;
    file.write_all(content)?;
    file.sync_all()
}

/// Form and origin of the files in one number.
fn version() -> u64 {
    sum(FINDS_WITH.as_bytes()).wrapping_add(FORM)
}

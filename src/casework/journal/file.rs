//! The journal's disk side: one locked file, read, cut and added to so that a crash at any moment leaves all that was
//! acknowledged.
//!
//! It knows bytes, not entries.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use rustix::fs::{FlockOperation, OFlags, flock};
use rustix::io::Errno;

use super::error::JournalError;

/// Between two tries to get a lock; a writer holds it for a few milliseconds.
const PAUSE: Duration = Duration::from_millis(5);
/// So many tries: five seconds.
const TRIES: u32 = 1000;

/// So often a file may be replaced by another while it is being locked.
const REPLACED: u32 = 10;

/// The largest file that is taken for a journal: 1 GiB, some million entries.
const LARGEST: u64 = 1 << 30;

/// Which file it is, whatever its path leads to later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    device: u64,
    number: u64,
}

/// A journal that no other program writes to while this lives.
#[derive(Debug)]
pub(super) struct Locked {
    file: File,
    path: PathBuf,
}

/// All bytes of the file at `path`, and which one it is; `None` where there is none.
pub(super) fn read(path: &Path) -> Result<Option<(Vec<u8>, Identity)>, JournalError> {
    let file = match OpenOptions::new().read(true).custom_flags(flags()).open(path) {
        Ok(file) => file,
        // Where a file stands in the way of its folder there is none either: the first save says so.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(error) => return Err(failed(path, "could not be opened", error)),
    };
    // Without a lock (a file system may have none) the worst is an end that looks damaged while another program writes it.
    let mut locked = Locked { file, path: path.to_owned() };
    locked.check_kind()?;
    drop(acquire(&locked.file, path, FlockOperation::NonBlockingLockShared));
    let bytes = locked.read_from(0)?;
    Ok(Some((bytes, locked.identity()?)))
}

impl Locked {
    /// Opens the journal at `path` for writing, makes it (0600, in a folder of 0700) where there is none, and locks it.
    pub(super) fn open(path: &Path) -> Result<Self, JournalError> {
        make_folder(folder(path))?;
        for _ in 0..REPLACED {
            let mut options = OpenOptions::new();
            let opened = options.read(true).append(true).create(true).mode(0o600).custom_flags(flags()).open(path);
            let file = opened.map_err(|error| failed(path, "could not be opened for writing", error))?;
            let locked = Self { file, path: path.to_owned() };
            locked.check_kind()?;
            acquire(&locked.file, path, FlockOperation::NonBlockingLockExclusive)?;
            // While waiting, the path may have got another file (git replaces files): then lock that one.
            let is_current = path.metadata().is_ok_and(|now| identity(&now) == locked.identity().ok());
            if is_current {
                return Ok(locked);
            }
        }
        Err(JournalError::Busy(path.to_owned()))
    }

    pub(super) fn identity(&self) -> Result<Identity, JournalError> {
        let metadata = self.file.metadata().map_err(|error| failed(&self.path, "could not be read", error))?;
        identity(&metadata).ok_or_else(|| JournalError::NotACasebook(self.path.clone()))
    }

    /// The bytes from `offset` on; empty where the file ends before.
    pub(super) fn read_from(&mut self, offset: u64) -> Result<Vec<u8>, JournalError> {
        let mut bytes = Vec::new();
        let read = self.file.seek(SeekFrom::Start(offset)).and_then(|_| self.file.read_to_end(&mut bytes));
        read.map_err(|error| failed(&self.path, "could not be read", error))?;
        Ok(bytes)
    }

    /// Keeps `bytes` in a file beside the journal, named after what they are, so that a second try makes no second file.
    pub(super) fn set_aside(&self, bytes: &[u8], name: &str) -> Result<PathBuf, JournalError> {
        let beside = |end: String| {
            let mut file = self.path.clone().into_os_string();
            file.push(end);
            PathBuf::from(file)
        };
        let (part, whole) = (beside(format!(".bad-{name}.part")), beside(format!(".bad-{name}")));
        let write = || {
            let mut options = OpenOptions::new();
            let mut file = options.write(true).create(true).truncate(true).mode(0o600).open(&part)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            std::fs::rename(&part, &whole)
        };
        write().map_err(|error| failed(&whole, "the damaged end could not be kept", error))?;
        self.sync_folder()?;
        Ok(whole)
    }

    /// Cuts the file after `length` bytes.
    pub(super) fn cut(&self, length: u64) -> Result<(), JournalError> {
        self.file.set_len(length).map_err(|error| failed(&self.path, "the damaged end could not be cut", error))
    }

    /// Makes sure that the file's name outlives a power cut.
    pub(super) fn sync_folder(&self) -> Result<(), JournalError> {
        sync(folder(&self.path))
    }

    /// Adds `bytes` after the first `length`, the file's own, in one write, and returns when they are on the disk. What fails
    /// is cut again as well as it can be; where it can't, the next reading finds a damaged end or entries that it knows
    /// already.
    pub(super) fn append(&mut self, bytes: &[u8], length: u64) -> Result<(), JournalError> {
        let written = self.file.write_all(bytes).and_then(|()| self.file.sync_all());
        written.map_err(|error| {
            drop(self.file.set_len(length));
            failed(&self.path, "could not be saved", error)
        })
    }

    fn check_kind(&self) -> Result<(), JournalError> {
        let fits = self.file.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() <= LARGEST);
        if fits { Ok(()) } else { Err(JournalError::NotACasebook(self.path.clone())) }
    }
}

impl Drop for Locked {
    /// Closing gives the lock back too, but closing may fail, and then this program would wait for itself.
    fn drop(&mut self) {
        flock(&self.file, FlockOperation::Unlock).unwrap_or_default();
    }
}

fn acquire(file: &File, path: &Path, how: FlockOperation) -> Result<(), JournalError> {
    for _ in 0..TRIES {
        match flock(file, how) {
            Ok(()) => return Ok(()),
            Err(Errno::WOULDBLOCK | Errno::INTR) => sleep(PAUSE),
            Err(error) => return Err(failed(path, "could not be locked", error.into())),
        }
    }
    Err(JournalError::Busy(path.to_owned()))
}

/// Makes `folder` and what is missing above it, for nobody else to look into; each new name is on the disk before it is used.
fn make_folder(folder: &Path) -> Result<(), JournalError> {
    if folder.is_dir() {
        return Ok(());
    }
    let missing: Vec<&Path> = folder.ancestors().take_while(|above| !above.is_dir() && **above != *"").collect();
    for new in missing.into_iter().rev() {
        match DirBuilder::new().mode(0o700).create(new) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                return Err(failed(new, "this folder could not be made", error));
            }
            _ => sync(self::folder(new))?,
        }
    }
    Ok(())
}

/// The folder that `path` lies in.
fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| **folder != *"").unwrap_or(Path::new("."))
}

fn sync(folder: &Path) -> Result<(), JournalError> {
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(|error| failed(folder, "this folder could not be written to disk", error))
}

fn identity(metadata: &std::fs::Metadata) -> Option<Identity> {
    metadata.is_file().then(|| Identity { device: metadata.dev(), number: metadata.ino() })
}

/// Opening never waits (for a pipe's other end) and never takes a terminal.
const fn flags() -> i32 {
    OFlags::NONBLOCK.union(OFlags::NOCTTY).bits().cast_signed()
}

fn failed(path: &Path, doing: &'static str, error: io::Error) -> JournalError {
    JournalError::Disk { path: path.to_owned(), doing, error }
}

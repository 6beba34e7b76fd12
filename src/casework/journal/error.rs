//! Why a casebook could not be read or saved, and what is odd about one that could.

use std::fmt;
use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Why a casebook could not be read or saved. What was to be saved stays in memory, and the next save writes all of it.
#[derive(Debug, Error)]
pub enum JournalError {
    /// The system refuses.
    #[error("{}: {doing}: {error}; {}", path.display(), remedy(error))]
    Disk {
        /// Of which file or folder.
        path: PathBuf,
        /// What could not be done.
        doing: &'static str,
        /// What the system says.
        error: io::Error,
    },
    /// It is something else. It is left as it is.
    #[error("{}: this is no casebook, and it is left as it is; name another file with --casebook", .0.display())]
    NotACasebook(PathBuf),
    /// It is in no form that is known, and says that it is of a later version. It is left as it is.
    #[error(
        "{}: this is no casebook that this redstring can read, for it is of version {version}, and versions up to {known} are \
         known; it is left as it is: update redstring, or name another file with --casebook",
        path.display()
    )]
    LaterForm {
        /// Which file.
        path: PathBuf,
        /// The version that it states.
        version: u64,
        /// The highest version that can be read.
        known: u64,
    },
    /// A newer program has written to it. It is left as it is.
    #[error(
        "{}: a newer redstring has written to this casebook (version {version}): it can be read only until redstring is updated",
        path.display()
    )]
    Newer {
        /// Which file.
        path: PathBuf,
        /// The version of what it wrote.
        version: u64,
    },
    /// Another program keeps it locked.
    #[error("{}: another program holds this casebook; what you did is kept and is saved with the next change", .0.display())]
    Busy(PathBuf),
}

/// What can be done about what the system says.
fn remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "make room on the disk: what you did is kept and is saved with the next change"
        }
        io::ErrorKind::ReadOnlyFilesystem => "nothing can be written there: name a file elsewhere with --casebook",
        io::ErrorKind::PermissionDenied => "you have no right to it: name a file elsewhere with --casebook",
        io::ErrorKind::IsADirectory | io::ErrorKind::NotADirectory => "name a file with --casebook",
        _ => "check the disk, or name a file elsewhere with --casebook",
    }
}

/// What was odd about a casebook. Nothing of it is shown as if it were right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A line is not what was written. It stays where it is and counts for nothing.
    DamagedLine(usize),
    /// The end is damaged, as after a crash. The next save cuts it and keeps it aside.
    DamagedEnd {
        /// After this line.
        after: usize,
        /// So many bytes.
        bytes: usize,
    },
    /// The damaged end was cut, and kept in this file.
    SetAside(PathBuf),
    /// Nothing is in it: the first change begins a casebook there.
    Empty,
    /// A newer program has written to it, so that it is read only.
    Newer(u64),
    /// The file was replaced by one that lacked entries; they are written to it again.
    Restored(usize),
}

impl Finding {
    /// Whether something of the casebook is not as it was written.
    pub const fn is_damage(&self) -> bool {
        !matches!(self, Self::Empty)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DamagedLine(line) => write!(f, "line {line} is damaged and counts for nothing"),
            Self::DamagedEnd { after, bytes } => {
                write!(
                    f,
                    "after line {after}, {bytes} bytes are damaged; the next change cuts them and keeps them aside"
                )
            }
            Self::SetAside(path) => write!(f, "the damaged end was cut and is kept in {}", path.display()),
            Self::Empty => write!(f, "the file is empty; the first change begins a new casebook in it"),
            Self::Newer(version) => write!(f, "a newer redstring (version {version}) wrote to it; it is read only"),
            Self::Restored(entries) => {
                write!(f, "the file was replaced by one without {entries} entries, which are written to it again")
            }
        }
    }
}

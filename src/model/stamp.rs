//! [`Stamp`]: what tells that a file has not changed, without reading it.

use std::os::unix::fs::MetadataExt;

use serde::{Deserialize, Serialize};

/// What the system says of a file. Its time of change can't be set by hand, and moves with each write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Device and number.
    file: (u64, u64),
    /// Bytes.
    size: u64,
    /// When it was last written, in nanoseconds since 1970.
    written: i64,
    /// When anything of it was last changed, in nanoseconds since 1970.
    changed: i64,
}

/// Changes that lie so near to one another may bear the same time, in nanoseconds.
const ONE_MOMENT: i64 = 1_000_000_000;

impl Stamp {
    /// Of what the system says of a file.
    pub fn of(metadata: &impl MetadataExt) -> Self {
        let nanoseconds = |seconds: i64, rest: i64| seconds.saturating_mul(1_000_000_000).saturating_add(rest);
        Self {
            file: (metadata.dev(), metadata.ino()),
            size: metadata.size(),
            written: nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
            changed: nanoseconds(metadata.ctime(), metadata.ctime_nsec()),
        }
    }

    /// Whether the file was changed so shortly before `start` that a later change may not show.
    pub const fn is_younger_than(&self, start: &Self) -> bool {
        self.changed.saturating_add(ONE_MOMENT) > start.changed
    }
}

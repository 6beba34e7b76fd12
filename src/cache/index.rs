//! [`Index`]: which files are kept, where, and by what each is known.

use serde::{Deserialize, Serialize};

use crate::model::Stamp;

use super::sum::sum;

/// All that is kept of some sources.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Index {
    /// The packs that hold it, by their numbers.
    pub(super) packs: Vec<Pack>,
    /// The files, each once.
    pub(super) entries: Vec<Entry>,
}

/// A pair of files that records are added to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Pack {
    /// Its number.
    pub(super) number: u64,
    /// How many bytes of texts it holds.
    pub(super) texts: u64,
    /// How many other bytes.
    pub(super) found: u64,
}

/// A file that is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// Its path below the given folder.
    pub(super) file: String,
    /// By what it is known.
    pub(super) known_by: KnownBy,
    /// The number of its pack.
    pub(super) pack: u64,
    /// Where its texts are, with their check sum.
    pub(super) texts: Stretch,
    /// How long each text is.
    pub(super) lengths: Vec<u32>,
    /// Where everything else is.
    pub(super) found: Stretch,
}

/// By what a file is known again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownBy {
    /// What the system says of it.
    pub stamp: Stamp,
    /// The SHA-256 of its bytes.
    pub content: [u8; 32],
    /// A check sum of what `metadata.csv` states of it.
    pub stated: u64,
    /// Whether it was so young that a later change may not show in its stamp.
    pub is_young: bool,
}

/// Bytes of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stretch {
    pub(super) start: u64,
    pub(super) length: u32,
    pub(super) sum: u64,
}

impl Stretch {
    pub(super) fn of(bytes: &[u8], start: u64) -> Self {
        Self { start, length: bytes.len() as u32, sum: sum(bytes) }
    }
}

/// How well a file is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It has not changed.
    Surely,
    /// It has not changed if its bytes have this SHA-256.
    IfItIs([u8; 32]),
}

impl Entry {
    /// Whether a file with this stamp, of which so much is stated, is the one that is kept.
    pub fn knows(&self, stamp: Stamp, stated: u64) -> Option<Known> {
        let is_same = self.known_by.stamp == stamp && !self.known_by.is_young;
        let known = if is_same { Known::Surely } else { Known::IfItIs(self.known_by.content) };
        (self.known_by.stated == stated).then_some(known)
    }

    /// The SHA-256 of the file that is kept.
    pub const fn content(&self) -> [u8; 32] {
        self.known_by.content
    }
}

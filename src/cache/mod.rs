//! What was read and found in files before, kept on disk so that a second start costs only what is new: texts, passages, names,
//! times, happenings; and what was made of all of them together. Nothing that the reader has done is in it.
//!
//! It is never trusted: what another version has written, what is damaged or does not fit is found anew, and said in one line.
//! What can't be written is not kept, and said. It holds text of the sources, so only the user may read it. It reads no article
//! and finds nothing itself.

mod place;

mod file;
mod sum;

mod index;
mod record;

mod pack;

mod kept;

mod keeping;

mod aside;

mod answer;

use std::path::{Path, PathBuf};

pub use answer::{Key, Place};
pub use index::{Entry, Known, KnownBy};
pub use keeping::Keeping;
pub use kept::Kept;
pub use place::{clear, folder};
pub use record::{Read, Record};

/// What is kept of some sources.
#[derive(Debug)]
pub struct Cache {
    /// What was kept before.
    pub kept: Kept,
    /// What is being kept now.
    pub keeping: Keeping,
}

impl Cache {
    /// Opens what is kept in `folder` of the sources below `paths`, to read and, where no other program does, to write. To be called
    /// before the sources are looked at.
    pub fn open(folder: &Path, paths: &[PathBuf]) -> Self {
        let place = place::of_sources(folder, paths);
        let mut keeping = Keeping::start(&place);
        let (mut kept, note) = Kept::open(&place);
        keeping.notes.extend(note);
        if kept.is_scattered() {
            kept = keeping.gather(kept);
        }
        Self { kept, keeping }
    }
}

/// A check sum of some words.
pub fn words_sum(words: &str) -> u64 {
    sum::sum(words.as_bytes())
}

#[cfg(test)]
mod tests;

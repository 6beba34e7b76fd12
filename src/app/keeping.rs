//! [`Keeping`]: whether what the reader has done is safe.

use std::sync::Arc;

use super::record::Record;

/// What is known of the casebook.
#[derive(Clone, Debug, Default)]
pub struct Keeping {
    /// What was done; `None` until the sources are read and the casebook is open.
    pub record: Option<Arc<Record>>,
    /// Why there is no casebook, ready to be shown.
    pub without: Option<String>,
    /// How many things were given to be kept.
    pub(super) given: u64,
    /// How many of them are safe.
    pub(super) safe: u64,
    /// Why the rest is not, ready to be shown.
    pub fault: Option<Fault>,
    /// Whether the reader was told on leaving that something is not safe.
    pub(super) was_warned: bool,
}

/// Why something could not be saved. It is kept in memory, and the next save tries again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// How many entries wait.
    pub count: usize,
    /// Why, ready to be shown.
    pub why: String,
}

/// Whether what was done is on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// Nothing was done.
    Nothing,
    /// Not yet.
    Saving,
    /// It is.
    Saved,
    /// It can't be written.
    Unsaved,
}

impl Keeping {
    /// Whether what was done is on the disk.
    pub const fn safety(&self) -> Safety {
        match &self.fault {
            Some(Fault { count: 1.., .. }) => Safety::Unsaved,
            _ if self.given > self.safe => Safety::Saving,
            _ if self.given > 0 => Safety::Saved,
            _ => Safety::Nothing,
        }
    }
}

//! [`Keeping`]: whether what the reader has done is safe.

use std::sync::Arc;

use crate::text::{Span, wrap};

use super::record::Record;

/// A banner takes no more lines than these from the panes.
const BANNER_LINES: usize = 3;

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

/// What stands above the panes while something is wrong with the casebook, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Banner {
    /// What is wrong, in a few words, with why and what to do behind them.
    pub words: String,
    /// So many bytes of it are the few words.
    pub what: u32,
}

impl Banner {
    /// Where the words break, for a line of so many cells.
    pub fn lines(&self, cells: u16) -> Vec<Span> {
        let mut lines = Vec::new();
        wrap(&self.words, Span::whole(&self.words), cells, &mut lines);
        lines.truncate(BANNER_LINES);
        lines
    }
}

impl Keeping {
    /// What is wrong, if anything is.
    pub fn banner(&self) -> Option<Banner> {
        let (what, why) = match (&self.fault, &self.without) {
            (Some(Fault { count: 0, why }), _) => ("Read only:".to_owned(), why),
            (Some(Fault { count: 1, why }), _) => ("1 entry not saved, kept in memory:".to_owned(), why),
            (Some(Fault { count, why }), _) => (format!("{count} entries not saved, kept in memory:"), why),
            (None, Some(without)) => ("Nothing can be kept:".to_owned(), without),
            (None, None) => return None,
        };
        Some(Banner { words: format!("{what} {why}"), what: what.len() as u32 })
    }

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

//! [`Record`]: the casebook as the session knows it: what was done, what undo would undo, whether all of it is safe.

use crate::casework::{History, Standing, describe};
use crate::model::{Entry, EntryId, Moment};
use crate::text::visible;

/// The history of a casebook, ready to be shown.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// Where it is kept, ready to be shown.
    pub path: String,
    /// What was done, latest first.
    pub deeds: Vec<Deed>,
    /// What undo would undo, in words.
    pub next_undo: Option<String>,
    /// What redo would do again, in words.
    pub next_redo: Option<String>,
}

/// One entry of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// Which.
    pub entry: EntryId,
    /// When it was done.
    pub at: Moment,
    /// Whether it holds.
    pub standing: Standing,
    /// What it did, ready to be shown.
    pub words: String,
    /// Whether it can be taken back: not what only says that something was undone or done again.
    pub can_be_reverted: bool,
}

impl Record {
    /// The record of a casebook at `path` with these entries.
    pub fn new<'e>(path: &str, entries: impl IntoIterator<Item = &'e Entry>) -> Self {
        let history = History::new(entries);
        let words = |entry: &Entry| visible(&describe(entry, &history)).into_owned();
        let deeds = history.entries().filter(|(entry, _)| !matches!(entry.act, crate::model::Act::Sources { .. }));
        let mut deeds: Vec<Deed> = deeds
            .map(|(entry, standing)| Deed {
                entry: entry.id,
                at: entry.at,
                standing,
                words: words(entry),
                can_be_reverted: !entry.act.is_housekeeping() && standing == Standing::Holds,
            })
            .collect();
        deeds.reverse();
        Self {
            path: visible(path).into_owned(),
            deeds,
            next_undo: history.next_undo().map(words),
            next_redo: history.next_redo().map(words),
        }
    }
}

//! Entries: what a journal keeps, one for each thing that the reader does.

use serde::{Deserialize, Serialize};

use crate::model::digest::{ContentHash, Digest};

use super::correction::Correction;
use super::moment::Moment;
use super::reference::Subject;

/// The name of an entry: the hash of what it says. Two journals that hold the same entry know it by the same name.
pub type EntryId = Digest<16>;

/// One thing that the reader did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The hash of the rest.
    pub id: EntryId,
    /// One more than the highest of all entries that its writer knew: whatever answers an entry comes after it, in every
    /// journal (L. Lamport, "Time, Clocks, and the Ordering of Events in a Distributed System", 1978).
    pub clock: u64,
    /// When it was made.
    pub at: Moment,
    /// What was done.
    pub act: Act,
}

/// What the reader did. Nothing is ever taken out of a journal: what is taken back is another entry that says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Act {
    /// Corrected what was found.
    Correct(Correction),
    /// Wrote a note.
    Note {
        /// Beside what.
        on: Subject,
        /// What it says.
        text: String,
    },
    /// Rewrote a note.
    EditNote {
        /// The entry that made it.
        note: EntryId,
        /// What it says from now on.
        text: String,
    },
    /// Put a tag on something.
    Tag {
        /// On what.
        on: Subject,
        /// The tag.
        tag: String,
    },
    /// Put a bookmark.
    Bookmark {
        /// On what.
        on: Subject,
        /// A word for the list of bookmarks; may be empty.
        label: String,
    },
    /// Marked as reviewed.
    Review {
        /// What.
        on: Subject,
    },
    /// Saved a search.
    SaveSearch {
        /// The name that it is found by.
        name: String,
        /// What is searched for.
        query: String,
    },
    /// Took entries back, whenever they were made: deleted notes, removed tags and bookmarks, reverted corrections.
    Revert {
        /// Which.
        entries: Vec<EntryId>,
    },
    /// Undid the last entry that was not undone.
    Undo {
        /// Which.
        entry: EntryId,
    },
    /// Did again what was undone last.
    Redo {
        /// Which.
        entry: EntryId,
    },
    /// Opened the casebook over these sources. Nothing that the reader did: it lets the casebook be found again.
    Sources {
        /// The smallest hashes of the documents, ascending: a sample that is the same wherever they lie.
        documents: Vec<ContentHash>,
        /// The hash of where they lay, so that a folder whose articles have all changed is known by its place.
        place: Option<ContentHash>,
    },
}

impl Act {
    /// Whether undo and redo pass over it.
    pub const fn is_housekeeping(&self) -> bool {
        matches!(self, Self::Undo { .. } | Self::Redo { .. } | Self::Sources { .. })
    }
}

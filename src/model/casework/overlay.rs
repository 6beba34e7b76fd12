//! [`Casework`]: what all entries of a journal come to, ready to be laid over a corpus.

use super::correction::Correction;
use super::entry::EntryId;
use super::moment::Moment;
use super::reference::Subject;

/// What holds of all that the reader has done: nothing undone, reverted or deleted is in it. Each list is in the order in which
/// the entries were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Casework {
    /// Corrections, to be applied one after the other.
    pub corrections: Vec<Corrected>,
    /// Notes, each as last written.
    pub notes: Vec<Remark>,
    /// Tags.
    pub tags: Vec<Tagging>,
    /// Bookmarks.
    pub bookmarks: Vec<Bookmark>,
    /// What has been reviewed.
    pub reviewed: Vec<Review>,
    /// Saved searches.
    pub searches: Vec<SavedSearch>,
}

/// A correction that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// The entry that made it.
    pub entry: EntryId,
    /// What it says.
    pub correction: Correction,
}

/// A note of the reader's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The entry that made it.
    pub entry: EntryId,
    /// Beside what it stands.
    pub on: Subject,
    /// What it says.
    pub text: String,
    /// When it was first written.
    pub at: Moment,
    /// When it was last rewritten.
    pub edited: Option<Moment>,
}

/// A tag on something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagging {
    /// The entry that made it.
    pub entry: EntryId,
    /// On what.
    pub on: Subject,
    /// The tag.
    pub tag: String,
}

/// A bookmark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// The entry that made it.
    pub entry: EntryId,
    /// On what.
    pub on: Subject,
    /// A word for the list of bookmarks; may be empty.
    pub label: String,
}

/// A search that was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSearch {
    /// The entry that made it.
    pub entry: EntryId,
    /// The name that it is found by.
    pub name: String,
    /// What is searched for.
    pub query: String,
}

/// Something that the reader has looked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The entry that says so.
    pub entry: EntryId,
    /// What.
    pub on: Subject,
}

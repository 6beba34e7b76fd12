//! Casework: what the reader adds to what is found. Corrections, notes, tags, bookmarks, what they are about, and the entries
//! that a journal keeps of them.
//!
//! No rules live here: the room [`crate::casework`] makes and folds these values, resolution reads them.

mod correction;
mod entry;
mod laid;
mod moment;
mod overlay;
mod reference;

pub use correction::{Correction, Part, Whose};
pub use entry::{Act, Entry, EntryId};
pub use laid::{Laid, Orphan, Place};
pub use moment::Moment;
pub use overlay::{Bookmark, Casework, Corrected, Remark, Review, SavedSearch, Tagging};
pub use reference::{DocumentRef, EntityRef, EventRef, Rivals, Subject, TextAnchor};

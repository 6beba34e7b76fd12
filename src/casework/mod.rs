//! What the reader adds: corrections, notes, tags and bookmarks, kept in a casebook and laid over the sources, which it never
//! touches.
//!
//! [`Journal`] keeps the entries on disk; [`History`] says which of them hold and folds them into a
//! [`crate::model::Casework`]; [`anchor`] and [`locate`] tie them to places that are found again after a text has changed;
//! [`find()`] tells which casebook belongs to which sources, and [`as_note`] and its like what the reader's words have to be. It does not apply a correction (resolution does), draws nothing,
//! and has no clock.
//!
//! # The form of a casebook
//! A text file, one JSON object a line, only ever added to:
//!
//! ```text
//! {"id":"…","redstring":"casebook","v":1}
//! {"id":"…","v":1,"clock":1,"at":"2026-11-22T01:05:00Z","do":{"note":{"on":{…},"text":"…"}}}
//! {"id":"…","v":1,"clock":2,"at":"2026-11-22T01:06:10Z","do":{"undo":{"entry":"…"}}}
//! ```
//!
//! `id` comes first: the first 16 bytes of the SHA-256 of the line's object without the id, byte for byte, in hexadecimal. It names the
//! entry and proves that the line is whole. `clock` is one more than the highest that its writer knew; entries are ordered by
//! clock and id, so the order of the lines does not matter and a line that stands twice counts once. Hence two casebooks of
//! the same sources are merged by putting their lines into one file: `redstring apply THEIRS --casebook MINE`, or git with
//! `*.jsonl merge=union` in `.gitattributes`.
//!
//! # What happens to damage
//! A damaged line counts for nothing and is reported. At the end of the file, where a crash leaves it, the next save cuts it
//! and keeps its bytes in a file beside the casebook, `….bad-HASH`. In the middle it stays where it is. A file without one
//! whole line is no casebook and is left alone.
//!
//! # Migration
//! A program reads every version up to its own and writes its own. It only adds lines: older ones stay as they are, each with
//! its version, so there is nothing to convert and nothing to lose. The version goes up when an entry may say what an older
//! program would not understand. A casebook with a line of a higher version, or with one that says more than its version
//! allows, is opened read-only: what is understood is shown, and the file is not touched.

mod anchors;
mod describe;
mod history;
mod journal;
mod place;
mod references;
mod shelf;
mod subjects;
mod words;

#[cfg(test)]
mod anchors_under_edits;
#[cfg(test)]
mod test_data;

pub use anchors::{anchor, locate, reference};
pub use describe::describe;
pub use history::{History, Standing};
pub use journal::{Adopted, Finding, Journal, JournalError};
pub use place::{Place, Sources, find, folder};
pub use references::{Ground, entity_reference, event_reference, find_entity, find_event};
pub use shelf::Shelf;
pub use subjects::{FoundSubject, find_subject};
pub use words::{as_name, as_note, as_tag};

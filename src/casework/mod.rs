//! What the reader adds.

mod anchors;
mod history;
mod journal;
mod references;
mod shelf;

#[cfg(test)]
mod anchors_under_edits;
#[cfg(test)]
mod test_data;

pub use anchors::{anchor, locate, reference};
pub use history::{History, Standing};
pub use journal::{Adopted, Finding, Journal, JournalError};
pub use references::{entity_reference, event_reference, find_entity, find_event};
pub use shelf::{Orphan, Shelf};

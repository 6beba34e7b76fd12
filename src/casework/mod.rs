//! What the reader adds.

mod anchors;
mod references;
mod shelf;

#[cfg(test)]
mod anchors_under_edits;
#[cfg(test)]
mod test_data;

pub use anchors::{anchor, locate, reference};
pub use references::{entity_reference, event_reference, find_entity, find_event};
pub use shelf::{Orphan, Shelf};

//! Events: what the timeline shows.

use crate::calendar::{Days, When};

use super::ids::{EntityIx, EventId, PassageIx};

/// A time with the passages that state it and the entities in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its lasting name.
    pub id: EventId,
    /// A short label in a passage's own words. Untrusted.
    pub label: String,
    /// When it happened, as precisely as it is stated.
    pub when: When,
    /// When it was reported: from the first to the last publication that states it.
    pub reported: Days,
    /// Who stands in its passages, most often first.
    pub entities: Vec<EntityIx>,
    /// The passages, in reading order.
    pub passages: Vec<PassageIx>,
    /// Whether its time hangs on an inferred publication date.
    pub is_inferred: bool,
}

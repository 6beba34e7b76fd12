//! Events: what the timeline shows.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::calendar::{Days, When};

use super::claim::Differs;
use super::ids::{EntityIx, EventId, PassageIx, TimeIx};

/// A time with the passages that state it and the entities in them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The expressions that date it, in reading order; one expression may date several events.
    pub times: Vec<TimeIx>,
    /// In what its passages, and those of other days that tell of the same, do not agree: the events of all those days share it.
    pub differs: Vec<Arc<Differs>>,
    /// Whether its time hangs on an inferred publication date.
    pub is_inferred: bool,
}

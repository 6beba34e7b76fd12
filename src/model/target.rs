//! Targets: anything that can be followed.

use std::sync::Arc;

use crate::calendar::Days;
use crate::text::Span;

use super::ids::{DocumentId, EntityId, EventId};

/// What a reader follows. It holds identities, so that it outlives the corpus it was chosen in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// Every passage of a document.
    Document(DocumentId),
    /// Every mention of an entity.
    Entity(EntityId),
    /// Every time expression that dates an event.
    Event(EventId),
    /// One place.
    Passage(DocumentId, Span),
    /// Every time expression that may fall on these days.
    Days(Days),
    /// Every place where these words stand, folded.
    Phrase(Arc<str>),
}

//! Targets: anything that can be followed.

use std::sync::Arc;

use crate::calendar::Days;
use crate::text::Span;

use super::ids::{DocumentId, EntityId, EventId};
use super::mention::{Confidence, Mention};

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
    /// Every place that this query of the search language finds.
    Search(Arc<str>),
    /// No place of its own: beside others, it leaves out the passages that hold this.
    Without(Box<Self>),
}

impl Target {
    /// The same left out, or taken in again.
    #[must_use]
    pub fn inverted(self) -> Self {
        match self {
            Self::Without(target) => *target,
            target => Self::Without(Box::new(target)),
        }
    }

    /// Whether it leaves out.
    pub const fn is_without(&self) -> bool {
        matches!(self, Self::Without(_))
    }
}

/// Which references count as places of an entity, beside its names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum References {
    /// None: names only.
    Hidden,
    /// Those that are sure enough to be shown without being asked for.
    #[default]
    Sure,
    /// All, the doubtful too.
    All,
}

impl References {
    /// Whether a reference is among them.
    pub fn hold(self, reference: &Mention) -> bool {
        match self {
            Self::Hidden => false,
            Self::Sure => reference.link.confidence >= Confidence::SHOWN,
            Self::All => true,
        }
    }

    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::Sure => "sure",
            Self::All => "all",
        }
    }
}

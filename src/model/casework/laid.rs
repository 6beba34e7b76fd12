//! [`Laid`]: casework as it lies over a corpus, each thing at its place; and [`Orphan`]: why something has none.

use std::collections::HashMap;

use thiserror::Error;

use crate::model::ids::{DocumentIx, EntityIx, EventIx};
use crate::text::Span;

use super::entry::EntryId;
use super::overlay::Casework;

/// Casework laid over a corpus. Positions in it are good for that corpus only.
#[derive(Clone, Debug, Default)]
pub struct Laid {
    /// All that holds. Its corrections are in the corpus already.
    pub casework: Casework,
    /// Where each note, tag, bookmark and review stands; those without a place are among the orphans.
    pub places: HashMap<EntryId, Place>,
    /// What no longer fits, with its reason, in the order of the lists of `casework`. A correction of several things stands
    /// here too where only some of them were found, and those were corrected.
    pub orphans: Vec<(EntryId, Orphan)>,
}

/// What a note, a tag or a bookmark stands beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A document.
    Document(DocumentIx),
    /// A stretch of a text.
    Text(DocumentIx, Span),
    /// A person, an organization or a place.
    Entity(EntityIx),
    /// An event of the timeline.
    Event(EventIx),
}

/// Why something of the reader's has no place in the sources as they are now. It stays in the journal and is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Orphan {
    /// Neither its bytes nor its path are there.
    #[error("its document is not among the sources")]
    DocumentGone,
    /// The quote stands nowhere in the document.
    #[error("its words no longer stand in the document")]
    WordsGone,
    /// The quote stands somewhere, but nothing shows that it is the same place.
    #[error("its words still stand in the document, but nothing around them shows that it is the same place")]
    ContextGone,
    /// The quote stands at several places that look like the old one.
    #[error("its words stand at several places that look alike")]
    Ambiguous,
    /// No mention of the entity is found, and none has its id.
    #[error("none of its mentions is found")]
    EntityGone,
    /// No expression that dates the event is found, and none has its id.
    #[error("none of its dates is found")]
    EventGone,
    /// The entity is found, and none of the mentions that were to be split off.
    #[error("none of the mentions to be split off is among the entity's")]
    PartGone,
    /// What is written as a date is none.
    #[error("its date can't be read")]
    NoDate,
}

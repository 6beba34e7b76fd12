//! What casework is about: places, documents, entities and events, named so that they are found again in another corpus.

use serde::{Deserialize, Serialize};

use crate::model::digest::ContentHash;
use crate::model::ids::{EntityId, EventId};
use crate::model::mention::Kind;
use crate::text::Span;

/// Anything that a note, a tag or a bookmark may stand beside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A document.
    Document(DocumentRef),
    /// A stretch of a text: some words, or a whole passage.
    Text(TextAnchor),
    /// A person, an organization or a place.
    Entity(EntityRef),
    /// An event of the timeline.
    Event(EventRef),
}

/// A document, by what is in it and by where it lies: one of the two finds it again when the other has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentRef {
    /// SHA-256 of the file.
    pub sha256: ContentHash,
    /// Path below the given folder. Untrusted.
    pub file: String,
}

/// A place in a text that can be found again after the text has changed: the `TextQuoteSelector` and `TextPositionSelector` of
/// the W3C Web Annotation Data Model, with what is needed to tell the place from others with the same words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextAnchor {
    /// Whose text.
    pub document: DocumentRef,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words. Untrusted.
    pub quote: String,
    /// Up to 32 characters before them. Untrusted.
    pub prefix: String,
    /// Up to 32 characters after them. Untrusted.
    pub suffix: String,
    /// How like this place the others were at which the same words stood; `None` where they stood nowhere else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rivals: Option<Rivals>,
}

impl TextAnchor {
    /// Where it stood when it was made.
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// How much of an anchor's prefix and suffix another place of the same words shared, in characters: what has to be exceeded
/// before prefix or suffix tells the two apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rivals {
    /// The longest end of the prefix that stood before another one.
    pub before: u32,
    /// The longest beginning of the suffix that stood after another one.
    pub after: u32,
}

/// A person, an organization or a place, by some of its mentions and by its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntityRef {
    /// Its id in the corpus that it was chosen in.
    pub id: EntityId,
    /// What it was.
    pub kind: Kind,
    /// Its name there. Untrusted.
    pub name: String,
    /// Up to eight of its mentions, from as many documents as possible.
    pub anchors: Vec<TextAnchor>,
}

/// An event, by some of the expressions that date it and by its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventRef {
    /// Its id in the corpus that it was chosen in.
    pub id: EventId,
    /// Its label there. Untrusted.
    pub label: String,
    /// Up to eight of its time expressions, from as many documents as possible.
    pub anchors: Vec<TextAnchor>,
}

//! What a note, a tag or a bookmark stands beside in the sources as they are now.

use crate::model::{Document, EntityId, EventId, Orphan, Subject};
use crate::text::Span;

use super::anchors::locate;
use super::references::{Ground, find_entity, find_event};
use super::shelf::Shelf;

/// A subject that was found again.
#[derive(Clone, Copy, Debug)]
pub enum FoundSubject<'d> {
    /// A document.
    Document(&'d Document),
    /// A stretch of a text.
    Text(&'d Document, Span),
    /// A person, an organization or a place.
    Entity(EntityId),
    /// An event.
    Event(EventId),
}

/// Finds a subject again.
///
/// # Errors
/// Why it is not found. What is about it stays in the journal and fits again when it comes back.
pub fn find_subject<'d>(
    subject: &Subject,
    shelf: &Shelf<'d>,
    ground: &impl Ground,
) -> Result<FoundSubject<'d>, Orphan> {
    match subject {
        Subject::Document(document) => shelf.find(document).map(FoundSubject::Document).ok_or(Orphan::DocumentGone),
        Subject::Text(anchor) => locate(anchor, shelf).map(|(document, span)| FoundSubject::Text(document, span)),
        Subject::Entity(entity) => find_entity(entity, shelf, ground).map(FoundSubject::Entity),
        Subject::Event(event) => find_event(event, shelf, ground).map(FoundSubject::Event),
    }
}

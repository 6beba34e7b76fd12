//! The reader's notes, tags and bookmarks by what they stand beside.

use std::collections::HashMap;

use crate::model::{DocumentIx, EntityIx, EntryId, EventIx, Laid, PassageIx, Place};
use crate::text::Span;

use super::Corpus;

/// A note, a tag, a bookmark or a review at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// The entry that made it.
    pub entry: EntryId,
    /// What it is.
    pub kind: AnnotationKind,
    /// Its position in the list of its kind in [`crate::model::Casework`].
    pub index: usize,
    /// Where it stands.
    pub place: Place,
}

/// What an annotation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnnotationKind {
    /// A note.
    Note,
    /// A tag.
    Tag,
    /// A bookmark.
    Bookmark,
    /// A mark that it was reviewed.
    Review,
}

/// All annotations that have a place, by what they stand beside; those in a text by its document.
#[derive(Clone, Debug, Default)]
pub(super) struct Annotations {
    documents: HashMap<DocumentIx, Vec<Annotation>>,
    entities: HashMap<EntityIx, Vec<Annotation>>,
    events: HashMap<EventIx, Vec<Annotation>>,
}

impl Annotations {
    pub(super) fn new(laid: &Laid) -> Self {
        let casework = &laid.casework;
        let notes = casework.notes.iter().map(|note| note.entry).enumerate();
        let tags = casework.tags.iter().map(|tag| tag.entry).enumerate();
        let bookmarks = casework.bookmarks.iter().map(|bookmark| bookmark.entry).enumerate();
        let reviewed = casework.reviewed.iter().map(|review| review.entry).enumerate();
        let all = notes
            .map(|one| (AnnotationKind::Note, one))
            .chain(tags.map(|one| (AnnotationKind::Tag, one)))
            .chain(bookmarks.map(|one| (AnnotationKind::Bookmark, one)))
            .chain(reviewed.map(|one| (AnnotationKind::Review, one)));
        let mut annotations = Self::default();
        for (kind, (index, entry)) in all {
            let Some(place) = laid.places.get(&entry).copied() else { continue };
            let annotation = Annotation { entry, kind, index, place };
            match place {
                Place::Document(at) | Place::Text(at, _) => {
                    annotations.documents.entry(at).or_default().push(annotation);
                }
                Place::Entity(at) => annotations.entities.entry(at).or_default().push(annotation),
                Place::Event(at) => annotations.events.entry(at).or_default().push(annotation),
            }
        }
        annotations
    }
}

impl Corpus {
    /// What stands beside a document, and in its text.
    pub fn annotations_of_document(&self, at: DocumentIx) -> &[Annotation] {
        self.annotations.documents.get(&at).map(Vec::as_slice).unwrap_or_default()
    }

    /// The documents that are marked as reviewed, in reading order.
    pub fn reviewed(&self) -> Vec<DocumentIx> {
        let laid = self.laid();
        let places = laid.casework.reviewed.iter().filter_map(|review| laid.places.get(&review.entry));
        let documents = places.filter_map(|place| if let Place::Document(at) = place { Some(*at) } else { None });
        let mut reviewed: Vec<DocumentIx> = documents.collect();
        reviewed.sort_unstable();
        reviewed.dedup();
        reviewed
    }

    /// Whether a document is marked as reviewed.
    pub fn is_reviewed(&self, at: DocumentIx) -> bool {
        let is_review = |one: &Annotation| one.kind == AnnotationKind::Review && one.place == Place::Document(at);
        self.annotations_of_document(at).iter().any(is_review)
    }

    /// What stands beside an entity.
    pub fn annotations_of_entity(&self, at: EntityIx) -> &[Annotation] {
        self.annotations.entities.get(&at).map(Vec::as_slice).unwrap_or_default()
    }

    /// What stands beside an event.
    pub fn annotations_of_event(&self, at: EventIx) -> &[Annotation] {
        self.annotations.events.get(&at).map(Vec::as_slice).unwrap_or_default()
    }

    /// What stands beside stretches of a text that overlap `span`.
    pub fn annotations_in(&self, document: DocumentIx, span: Span) -> impl Iterator<Item = (&Annotation, Span)> {
        self.annotations_of_document(document).iter().filter_map(move |annotation| match annotation.place {
            Place::Text(_, place) if place.overlaps(span) => Some((annotation, place)),
            _ => None,
        })
    }

    /// What stands beside stretches of a passage.
    pub fn annotations_of_passage(&self, at: PassageIx) -> impl Iterator<Item = (&Annotation, Span)> {
        let passage = self.passage(at);
        self.annotations_in(passage.document, passage.span)
    }
}

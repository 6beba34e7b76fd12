//! What no longer fits: casework whose places, documents, entities or events are not found in the sources as they are now.
//!
//! It stays in the journal, and it fits again when they come back.

use crate::model::{Casework, Correction, DocumentRef, EntityRef, EntryId, EventRef, Part, Subject, TextAnchor, Whose};

use super::anchors::locate;
use super::references::{Ground, find_entity, find_event};
use super::shelf::{Orphan, Shelf};

/// Every entry of `casework` that has something that is not found, with the first reason, in the order of its lists.
pub fn orphans(casework: &Casework, shelf: &Shelf<'_>, ground: &impl Ground) -> Vec<(EntryId, Orphan)> {
    let corrections = casework.corrections.iter().map(|one| (one.entry, of_correction(&one.correction)));
    let notes = casework.notes.iter().map(|one| (one.entry, vec![of_subject(&one.on)]));
    let tags = casework.tags.iter().map(|one| (one.entry, vec![of_subject(&one.on)]));
    let bookmarks = casework.bookmarks.iter().map(|one| (one.entry, vec![of_subject(&one.on)]));
    let reviewed = casework.reviewed.iter().map(|one| (one.entry, vec![of_subject(&one.on)]));
    let all = corrections.chain(notes).chain(tags).chain(bookmarks).chain(reviewed);
    let first_reason = |references: Vec<Reference<'_>>| {
        references.into_iter().find_map(|reference| check(reference, shelf, ground).err())
    };
    all.filter_map(|(entry, references)| Some((entry, first_reason(references)?))).collect()
}

/// Something that casework refers to.
#[derive(Clone, Copy)]
enum Reference<'c> {
    Document(&'c DocumentRef),
    Text(&'c TextAnchor),
    Entity(&'c EntityRef),
    Event(&'c EventRef),
}

fn check(reference: Reference<'_>, shelf: &Shelf<'_>, ground: &impl Ground) -> Result<(), Orphan> {
    match reference {
        Reference::Document(document) => shelf.find(document).map(drop).ok_or(Orphan::DocumentGone),
        Reference::Text(anchor) => locate(anchor, shelf).map(drop),
        Reference::Entity(entity) => find_entity(entity, shelf, ground).map(drop),
        Reference::Event(event) => find_event(event, shelf, ground).map(drop),
    }
}

fn of_subject(subject: &Subject) -> Reference<'_> {
    match subject {
        Subject::Document(document) => Reference::Document(document),
        Subject::Text(anchor) => Reference::Text(anchor),
        Subject::Entity(entity) => Reference::Entity(entity),
        Subject::Event(event) => Reference::Event(event),
    }
}

fn of_correction(correction: &Correction) -> Vec<Reference<'_>> {
    match correction {
        Correction::Merge { into, others } => std::iter::once(into).chain(others).map(Reference::Entity).collect(),
        Correction::Split { from, part, .. } => {
            let part: Vec<Reference<'_>> = match part {
                Part::Mentions(places) => places.iter().map(Reference::Text).collect(),
                Part::Documents(documents) => documents.iter().map(Reference::Document).collect(),
                Part::Alias(_) => Vec::new(),
            };
            std::iter::once(Reference::Entity(from)).chain(part).collect()
        }
        Correction::Rename { entity, .. }
        | Correction::ChangeKind { entity, .. }
        | Correction::Hide(entity)
        | Correction::Unhide(entity) => vec![Reference::Entity(entity)],
        Correction::AddMention { at, whose: Whose::Known(entity) } => {
            vec![Reference::Text(at), Reference::Entity(entity)]
        }
        Correction::RejectLink { mention, entity } | Correction::ConfirmLink { mention, entity } => {
            vec![Reference::Text(mention), Reference::Entity(entity)]
        }
        Correction::SetPublication { document, .. } => vec![Reference::Document(document)],
        Correction::AddMention { at, whose: Whose::New { .. } }
        | Correction::SetTime { at, .. }
        | Correction::LabelBoilerplate(at)
        | Correction::UnlabelBoilerplate(at) => vec![Reference::Text(at)],
    }
}

#[cfg(test)]
mod tests {
    use super::orphans;
    use crate::casework::references::Ground;
    use crate::casework::test_data::document;
    use crate::casework::{Orphan, Shelf, anchor, reference};
    use crate::model::{
        Bookmark, Casework, Corrected, Correction, Digest, Document, EntityId, EntityRef, EventId, Kind, Moment,
        Remark, Subject,
    };
    use crate::text::Span;

    /// A corpus that knows entity 1 by its id and nothing of its places.
    struct OnlyOne;

    impl Ground for OnlyOne {
        fn entity_at(&self, _: &Document, _: Span) -> Option<EntityId> {
            None
        }

        fn event_at(&self, _: &Document, _: Span) -> Option<EventId> {
            None
        }

        fn has_entity(&self, id: EntityId) -> bool {
            id == EntityId(1)
        }

        fn has_event(&self, _: EventId) -> bool {
            false
        }
    }

    #[test]
    fn what_is_not_found_is_listed_with_its_reason() {
        let before = document("a.txt", "Ms. Berg left the harbour at nine.");
        let entity = |id| EntityRef { id: EntityId(id), kind: Kind::Person, name: String::new(), anchors: Vec::new() };
        let note = |entry: u8, on| Remark {
            entry: Digest([entry; 16]),
            on,
            text: String::new(),
            at: Moment::default(),
            edited: None,
        };
        let merge = |entry: u8, other| Corrected {
            entry: Digest([entry; 16]),
            correction: Correction::Merge { into: entity(1), others: vec![entity(other)] },
        };
        let casework = Casework {
            corrections: vec![merge(1, 1), merge(2, 9)],
            notes: vec![
                note(3, Subject::Text(anchor(&before, Span::new(4, 8)).unwrap())),
                note(4, Subject::Document(reference(&before))),
            ],
            bookmarks: vec![Bookmark {
                entry: Digest([5; 16]),
                on: Subject::Document(reference(&document("gone.txt", "Gone."))),
                label: String::new(),
            }],
            ..Casework::default()
        };
        let documents = [document("a.txt", "Nobody left.")];
        let found = orphans(&casework, &Shelf::new(&documents), &OnlyOne);
        let expected = [(2, Orphan::EntityGone), (3, Orphan::WordsGone), (5, Orphan::DocumentGone)];
        assert_eq!(found, expected.map(|(entry, reason)| (Digest([entry; 16]), reason)));
    }
}

//! References to entities and events, by up to eight of their places: another recognizer may give them other ids and other
//! bounds, but their places stay.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;
use std::hash::Hash;

use crate::model::{Document, Entity, EntityId, EntityRef, Event, EventId, EventRef, Orphan, TextAnchor};
use crate::text::Span;

use super::anchors::{anchor, locate};
use super::shelf::Shelf;

/// So many places are kept of an entity or event.
const PLACES: usize = 8;

/// What an entity is found again by. `mentions` are its mentions in reading order.
pub fn entity_reference<'d>(entity: &Entity, mentions: impl Iterator<Item = (&'d Document, Span)>) -> EntityRef {
    EntityRef { id: entity.id, kind: entity.kind, name: entity.name.clone(), anchors: spread(mentions) }
}

/// What an event is found again by. `times` are the expressions that date it, in reading order.
pub fn event_reference<'d>(event: &Event, times: impl Iterator<Item = (&'d Document, Span)>) -> EventRef {
    EventRef { id: event.id, label: event.label.clone(), anchors: spread(times) }
}

/// What a corpus knows of places and ids, for telling what a reference means in it.
pub trait Ground {
    /// Whom a place names.
    fn entity_at(&self, document: &Document, span: Span) -> Option<EntityId>;

    /// What a place dates.
    fn event_at(&self, document: &Document, span: Span) -> Option<EventId>;

    /// Whether there is an entity with that id.
    fn has_entity(&self, id: EntityId) -> bool;

    /// Whether there is an event with that id.
    fn has_event(&self, id: EventId) -> bool;
}

/// The entity that a reference means in a corpus.
///
/// # Errors
/// [`Orphan::EntityGone`].
pub fn find_entity(wanted: &EntityRef, shelf: &Shelf<'_>, ground: &impl Ground) -> Result<EntityId, Orphan> {
    let at = |document: &Document, span| ground.entity_at(document, span);
    find(&wanted.anchors, wanted.id, shelf, at, |id| ground.has_entity(id)).ok_or(Orphan::EntityGone)
}

/// The event that a reference means in a corpus.
///
/// # Errors
/// [`Orphan::EventGone`].
pub fn find_event(wanted: &EventRef, shelf: &Shelf<'_>, ground: &impl Ground) -> Result<EventId, Orphan> {
    let at = |document: &Document, span| ground.event_at(document, span);
    find(&wanted.anchors, wanted.id, shelf, at, |id| ground.has_event(id)).ok_or(Orphan::EventGone)
}

/// What most of the places belong to now; of equals the one with the old id, else the one whose place stands first. Where no
/// place is found, the old id.
fn find<I: Copy + Eq + Hash>(
    places: &[TextAnchor],
    id: I,
    shelf: &Shelf<'_>,
    at: impl Fn(&Document, Span) -> Option<I>,
    is_known: impl Fn(I) -> bool,
) -> Option<I> {
    let found = places.iter().filter_map(|place| locate(place, shelf).ok());
    let mut votes: HashMap<I, usize> = HashMap::new();
    let mut order = Vec::new();
    for meant in found.filter_map(|(document, span)| at(document, span)) {
        match votes.entry(meant) {
            Slot::Occupied(mut count) => *count.get_mut() += 1,
            Slot::Vacant(first) => {
                first.insert(1);
                order.push(meant);
            }
        }
    }
    let most = votes.values().copied().max();
    let first_with_most = order.into_iter().find(|meant| votes.get(meant).copied() == most);
    match first_with_most {
        Some(_) if votes.get(&id).copied() == most => Some(id),
        Some(first) => Some(first),
        None => is_known(id).then_some(id),
    }
}

/// Anchors of up to eight places: one of each document as far as there are documents, then the next of each.
fn spread<'d>(places: impl Iterator<Item = (&'d Document, Span)>) -> Vec<TextAnchor> {
    let mut rounds: [Vec<(&Document, Span)>; PLACES] = Default::default();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (document, span) in places {
        let round = seen.entry(&document.file).or_default();
        if let Some(places) = rounds.get_mut(*round).filter(|places| places.len() < PLACES) {
            places.push((document, span));
        }
        *round += 1;
    }
    let chosen = rounds.into_iter().flatten().take(PLACES);
    chosen.filter_map(|(document, span)| anchor(document, span)).collect()
}

#[cfg(test)]
mod tests {
    use super::{find, spread};
    use crate::casework::shelf::Shelf;
    use crate::casework::test_data::document;
    use crate::model::TextAnchor;
    use crate::text::Span;

    fn places(text: &str) -> Vec<Span> {
        text.match_indices("Berg").map(|(at, found)| Span::from(at..at + found.len())).collect()
    }

    #[test]
    fn every_document_has_its_say_before_one_has_two() {
        let text = "Berg came. Berg saw. Berg went. Berg, Berg, Berg, Berg, Berg, Berg, Berg.";
        let documents: Vec<_> = ["a", "b", "c"].into_iter().map(|file| document(file, text)).collect();
        let all = documents.iter().flat_map(|document| places(text).into_iter().map(|span| (&**document, span)));
        let chosen = spread(all);
        let files: Vec<&str> = chosen.iter().map(|anchor| anchor.document.file.as_str()).collect();
        assert_eq!(files, ["a", "b", "c", "a", "b", "c", "a", "b"]);
        assert_eq!((chosen[0].start, chosen[3].start), (0, 11));
    }

    /// `named` says whom each place names now; the reference has the id 1.
    fn check(named: &[Option<u32>], known: &[u32], expected: Option<u32>) {
        let text = "Berg came early that day. Berg saw nothing of it at all. Berg went home before noon.";
        let documents = [document("a", text)];
        let anchors: Vec<TextAnchor> = spread(places(text).into_iter().map(|span| (&*documents[0], span)));
        let at = |_: &_, span: Span| places(text).iter().position(|place| *place == span).and_then(|at| named[at]);
        assert_eq!(find(&anchors, 1, &Shelf::new(&documents), at, |id| known.contains(&id)), expected);
    }

    #[test]
    fn it_fits_by_its_places_then_by_its_id() {
        check(&[Some(2), Some(3), Some(3)], &[1, 2, 3], Some(3));
        check(&[Some(2), Some(1), None], &[1, 2], Some(1));
        check(&[Some(2), Some(3), None], &[2, 3], Some(2));
        check(&[None, None, None], &[1], Some(1));
        check(&[None, None, None], &[2], None);
    }
}

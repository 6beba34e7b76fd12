//! Where things stand in the tables: made once for each corpus, and shared by those that differ in who is who only.

use std::collections::HashMap;

use crate::model::{DocumentId, DocumentIx, EntityId, EntityIx, EventId, EventIx, Resolved};

use super::phrase::Folds;
use super::postings::Postings;
use super::search::Searching;
use super::shared::Shared;

/// Where documents, passages, times and events stand.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub(super) document_of_id: HashMap<DocumentId, DocumentIx>,
    pub(super) event_of_id: HashMap<EventId, EventIx>,
    pub(super) passages_of_document: Postings,
    pub(super) mentions_of_passage: Postings,
    pub(super) references_of_passage: Postings,
    pub(super) times_of_passage: Postings,
    pub(super) events_of_passage: Postings,
    /// The event of each item of `events_of_passage`.
    pub(super) stated: Vec<EventIx>,
    pub(super) shared: Shared,
    pub(super) folds: Folds,
    pub(super) searching: Searching,
}

/// Where entities stand, and what names them.
#[derive(Debug, Default)]
pub(super) struct Who {
    pub(super) entity_of_id: HashMap<EntityId, EntityIx>,
    pub(super) mentions_of_entity: Postings,
    pub(super) references_of_entity: Postings,
}

impl Index {
    pub(super) fn new(resolved: &Resolved, folds: Folds, searching: Searching) -> Self {
        let ids = resolved.documents.iter().enumerate();
        let passages = resolved.passages.iter().map(|passage| Some(passage.document.0));
        let mentions = resolved.mentions.iter().map(|mention| Some(mention.passage.0));
        let references = resolved.references.iter().map(|reference| Some(reference.passage.0));
        let times = resolved.times.iter().map(|time| Some(time.passage.0));
        let stating =
            || (0..).zip(&resolved.events).flat_map(|(at, event)| event.passages.iter().map(move |p| (at, *p)));
        let events = stating().map(|(_, passage)| Some(passage.0));
        let count = resolved.passages.len();
        Self {
            document_of_id: ids.map(|(at, document)| (document.id, DocumentIx::at(at))).collect(),
            event_of_id: resolved.events.iter().enumerate().map(|(at, event)| (event.id, EventIx::at(at))).collect(),
            passages_of_document: Postings::new(resolved.documents.len(), passages),
            mentions_of_passage: Postings::new(count, mentions),
            references_of_passage: Postings::new(count, references),
            times_of_passage: Postings::new(count, times),
            events_of_passage: Postings::new(count, events.clone()),
            stated: stating().map(|(at, _)| EventIx(at)).collect(),
            shared: Shared::new(resolved),
            folds,
            searching,
        }
    }
}

impl Who {
    pub(super) fn new(resolved: &Resolved) -> Self {
        let entities = resolved.entities.iter().enumerate();
        let mut entity_of_id: HashMap<EntityId, EntityIx> =
            entities.map(|(at, entity)| (entity.id, EntityIx::at(at))).collect();
        for (old, now) in &resolved.redirects {
            if let Some(at) = entity_of_id.get(now).copied() {
                entity_of_id.entry(*old).or_insert(at);
            }
        }
        let count = resolved.entities.len();
        Self {
            entity_of_id,
            mentions_of_entity: Postings::new(count, resolved.mentions.iter().map(|one| Some(one.entity.0))),
            references_of_entity: Postings::new(count, resolved.references.iter().map(|one| Some(one.entity.0))),
        }
    }
}

//! The frozen answer: documents, passages, mentions, times, entities and events, indexed for jumping between them.
//!
//! A corpus never changes; a correction or a new file makes another one that shares the texts. It does not read files and does
//! not decide who is who. The one primitive is [`Corpus::hits`]: every place that a target stands at, in reading order.

mod hits;
mod phrase;
mod postings;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::model::{
    Document, DocumentId, DocumentIx, Entity, EntityId, EntityIx, Event, EventId, EventIx, Mention, MentionIx, Passage,
    PassageIx, Publication, Resolved, Skipped, TimeIx, TimeMention,
};
use crate::text::Span;

pub use hits::Hit;
use phrase::Folds;
use postings::Postings;

/// Everything known about a set of documents, frozen and indexed.
#[derive(Debug, Default)]
pub struct Corpus {
    resolved: Resolved,
    skipped: Vec<Skipped>,
    document_of_id: HashMap<DocumentId, DocumentIx>,
    entity_of_id: HashMap<EntityId, EntityIx>,
    event_of_id: HashMap<EventId, EventIx>,
    passages_of_document: Postings,
    mentions_of_passage: Postings,
    times_of_passage: Postings,
    mentions_of_entity: Postings,
    events_of_passage: Postings,
    /// The event of each item of `events_of_passage`.
    stated: Vec<EventIx>,
    folds: Folds,
}

impl Corpus {
    /// Indexes what was resolved. `skipped` are the files that could not be read, with reasons.
    pub fn new(resolved: Resolved, skipped: Vec<Skipped>) -> Self {
        let ids = resolved.documents.iter().enumerate();
        Self {
            document_of_id: ids.map(|(at, document)| (document.id, DocumentIx::at(at))).collect(),
            entity_of_id: resolved
                .entities
                .iter()
                .enumerate()
                .map(|(at, entity)| (entity.id, EntityIx::at(at)))
                .collect(),
            event_of_id: resolved.events.iter().enumerate().map(|(at, event)| (event.id, EventIx::at(at))).collect(),
            passages_of_document: Postings::new(
                resolved.documents.len(),
                resolved.passages.iter().map(|p| Some(p.document.0)),
            ),
            mentions_of_passage: Postings::new(
                resolved.passages.len(),
                resolved.mentions.iter().map(|m| Some(m.passage.0)),
            ),
            times_of_passage: Postings::new(resolved.passages.len(), resolved.times.iter().map(|t| Some(t.passage.0))),
            mentions_of_entity: Postings::new(
                resolved.entities.len(),
                resolved.mentions.iter().map(|m| Some(m.entity.0)),
            ),
            events_of_passage: Postings::new(
                resolved.passages.len(),
                resolved.events.iter().flat_map(|event| event.passages.iter().map(|passage| Some(passage.0))),
            ),
            stated: (0..)
                .zip(&resolved.events)
                .flat_map(|(at, event)| event.passages.iter().map(move |_| EventIx(at)))
                .collect(),
            folds: Folds::of(&resolved.documents),
            resolved,
            skipped,
        }
    }

    /// All documents, in reading order.
    pub fn documents(&self) -> &[Arc<Document>] {
        &self.resolved.documents
    }

    /// The document at `at`.
    pub fn document(&self, at: DocumentIx) -> &Document {
        &self.resolved.documents[at.index()]
    }

    /// When the document at `at` was published.
    pub fn publication(&self, at: DocumentIx) -> &Publication {
        &self.resolved.publications[at.index()]
    }

    /// All passages, in reading order.
    pub fn passages(&self) -> &[Passage] {
        &self.resolved.passages
    }

    /// The passage at `at`.
    pub fn passage(&self, at: PassageIx) -> &Passage {
        &self.resolved.passages[at.index()]
    }

    /// The words of the passage at `at`. Untrusted.
    pub fn words(&self, at: PassageIx) -> &str {
        let passage = self.passage(at);
        passage.span.of(&self.document(passage.document).text)
    }

    /// All mentions, in reading order.
    pub fn mentions(&self) -> &[Mention] {
        &self.resolved.mentions
    }

    /// The mention at `at`.
    pub fn mention(&self, at: MentionIx) -> &Mention {
        &self.resolved.mentions[at.index()]
    }

    /// All time expressions, in reading order.
    pub fn times(&self) -> &[TimeMention] {
        &self.resolved.times
    }

    /// The time expression at `at`.
    pub fn time(&self, at: TimeIx) -> &TimeMention {
        &self.resolved.times[at.index()]
    }

    /// All entities, most mentioned first.
    pub fn entities(&self) -> &[Entity] {
        &self.resolved.entities
    }

    /// The entity at `at`.
    pub fn entity(&self, at: EntityIx) -> &Entity {
        &self.resolved.entities[at.index()]
    }

    /// All events, earliest first.
    pub fn events(&self) -> &[Event] {
        &self.resolved.events
    }

    /// The event at `at`.
    pub fn event(&self, at: EventIx) -> &Event {
        &self.resolved.events[at.index()]
    }

    /// The files that could not be read, each with its reason.
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
    }

    /// Where the document of that lasting name stands in this corpus.
    pub fn document_ix(&self, id: DocumentId) -> Option<DocumentIx> {
        self.document_of_id.get(&id).copied()
    }

    /// Where the entity of that lasting name stands in this corpus.
    pub fn entity_ix(&self, id: EntityId) -> Option<EntityIx> {
        self.entity_of_id.get(&id).copied()
    }

    /// Where the event of that lasting name stands in this corpus.
    pub fn event_ix(&self, id: EventId) -> Option<EventIx> {
        self.event_of_id.get(&id).copied()
    }

    /// The positions of a document's passages: they stand together.
    pub fn passages_in(&self, document: DocumentIx) -> Range<usize> {
        self.passages_of_document.stretch(document.0)
    }

    /// The mentions in a passage, in the order of the text.
    pub fn mentions_in(&self, passage: PassageIx) -> &[Mention] {
        self.resolved.mentions.get(self.mentions_of_passage.stretch(passage.0)).unwrap_or_default()
    }

    /// The time expressions in a passage, in the order of the text.
    pub fn times_in(&self, passage: PassageIx) -> &[TimeMention] {
        self.resolved.times.get(self.times_of_passage.stretch(passage.0)).unwrap_or_default()
    }

    /// The mentions of an entity, in reading order.
    pub fn mentions_of(&self, entity: EntityIx) -> impl ExactSizeIterator<Item = MentionIx> + '_ {
        self.mentions_of_entity.of(entity.0).iter().map(|at| MentionIx(*at))
    }

    /// The time expressions that date an event, in reading order.
    pub fn times_of(&self, event: EventIx) -> impl ExactSizeIterator<Item = TimeIx> + '_ {
        self.event(event).times.iter().copied()
    }

    /// The events that a passage states, earliest first.
    pub fn events_in(&self, passage: PassageIx) -> impl Iterator<Item = EventIx> + '_ {
        self.events_of_passage.of(passage.0).iter().filter_map(|item| self.stated.get(*item as usize).copied())
    }

    /// The passage that holds the byte at `offset` of a document, or the last one before it, or else its first.
    pub fn passage_at(&self, document: DocumentIx, offset: u32) -> Option<PassageIx> {
        let here = self.passages_in(document);
        let passages = self.resolved.passages.get(here.clone())?;
        let after = passages.partition_point(|passage| passage.span.start <= offset);
        (!passages.is_empty()).then(|| PassageIx::at(here.start + after.saturating_sub(1)))
    }

    /// The words at a place of a document. Untrusted.
    pub fn quote(&self, document: DocumentIx, span: Span) -> &str {
        span.of(&self.document(document).text)
    }
}

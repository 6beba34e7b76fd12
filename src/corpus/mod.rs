//! The frozen answer: documents, passages, mentions, times, entities and events, indexed for jumping between them.
//!
//! A corpus never changes; a correction or a new file makes another one that shares the texts. It does not read files and does
//! not decide who is who. The one primitive is [`Corpus::hits`]: every place that a target stands at, in reading order.

mod annotations;
mod hits;
mod named;
mod phrase;
mod postings;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::model::{
    Document, DocumentId, DocumentIx, Entity, EntityId, EntityIx, Event, EventId, EventIx, Laid, Mention, MentionIx,
    Passage, PassageIx, Publication, References, Resolved, Skipped, TimeIx, TimeMention,
};
use crate::text::Span;

use annotations::Annotations;
pub use annotations::{Annotation, AnnotationKind};
pub use hits::Hit;
use phrase::Folds;
use postings::Postings;

/// Everything known about a set of documents, frozen and indexed, with the reader's casework laid over it.
///
/// What was found in the sources is kept beside what the reader's corrections make of it, so that other casework can be laid
/// over it. Both are shared with the corpora that are made of this one.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    found: Arc<Resolved>,
    /// What was found, corrected.
    resolved: Arc<Resolved>,
    index: Arc<Index>,
    skipped: Arc<[Skipped]>,
    laid: Laid,
    annotations: Annotations,
}

/// Where things stand in the tables.
#[derive(Debug, Default)]
struct Index {
    document_of_id: HashMap<DocumentId, DocumentIx>,
    entity_of_id: HashMap<EntityId, EntityIx>,
    event_of_id: HashMap<EventId, EventIx>,
    passages_of_document: Postings,
    mentions_of_passage: Postings,
    times_of_passage: Postings,
    mentions_of_entity: Postings,
    references_of_passage: Postings,
    references_of_entity: Postings,
    events_of_passage: Postings,
    /// The event of each item of `events_of_passage`.
    stated: Vec<EventIx>,
    folds: Folds,
}

impl Index {
    fn new(resolved: &Resolved, folds: Folds) -> Self {
        let ids = resolved.documents.iter().enumerate();
        let entities = resolved.entities.iter().enumerate();
        let mut entity_of_id: HashMap<EntityId, EntityIx> =
            entities.map(|(at, entity)| (entity.id, EntityIx::at(at))).collect();
        for (old, now) in &resolved.redirects {
            if let Some(at) = entity_of_id.get(now).copied() {
                entity_of_id.entry(*old).or_insert(at);
            }
        }
        let passages = resolved.passages.iter().map(|passage| Some(passage.document.0));
        let mentions_by_passage = resolved.mentions.iter().map(|mention| Some(mention.passage.0));
        let mentions_by_entity = resolved.mentions.iter().map(|mention| Some(mention.entity.0));
        let times_by_passage = resolved.times.iter().map(|time| Some(time.passage.0));
        let stating =
            || (0..).zip(&resolved.events).flat_map(|(at, event)| event.passages.iter().map(move |p| (at, *p)));
        let events_by_passage = stating().map(|(_, passage)| Some(passage.0));
        Self {
            document_of_id: ids.map(|(at, document)| (document.id, DocumentIx::at(at))).collect(),
            entity_of_id,
            event_of_id: resolved.events.iter().enumerate().map(|(at, event)| (event.id, EventIx::at(at))).collect(),
            passages_of_document: Postings::new(resolved.documents.len(), passages),
            mentions_of_passage: Postings::new(resolved.passages.len(), mentions_by_passage),
            times_of_passage: Postings::new(resolved.passages.len(), times_by_passage),
            mentions_of_entity: Postings::new(resolved.entities.len(), mentions_by_entity),
            references_of_passage: Postings::new(
                resolved.passages.len(),
                resolved.references.iter().map(|reference| Some(reference.passage.0)),
            ),
            references_of_entity: Postings::new(
                resolved.entities.len(),
                resolved.references.iter().map(|reference| Some(reference.entity.0)),
            ),
            events_of_passage: Postings::new(resolved.passages.len(), events_by_passage.clone()),
            stated: stating().map(|(at, _)| EventIx(at)).collect(),
            folds,
        }
    }
}

impl Corpus {
    /// Indexes what was resolved. `skipped` are the files that could not be read, with reasons.
    pub fn new(resolved: Resolved, skipped: Vec<Skipped>) -> Self {
        let found = Arc::new(resolved);
        Self {
            index: Arc::new(Index::new(&found, Folds::of(&found.documents))),
            resolved: Arc::clone(&found),
            found,
            skipped: skipped.into(),
            ..Self::default()
        }
    }

    /// What was found in the sources, before any correction.
    pub const fn found(&self) -> &Arc<Resolved> {
        &self.found
    }

    /// The same corpus with `resolved`, which corrections have made of what was found; `None` leaves it as it is.
    pub fn corrected(&self, resolved: Option<Arc<Resolved>>) -> Self {
        let Some(resolved) = resolved else { return self.clone() };
        let folds = self.index.folds.carried_over(&self.resolved.documents, &resolved.documents);
        Self { index: Arc::new(Index::new(&resolved, folds)), resolved, ..self.clone() }
    }

    /// The same corpus with `laid` at its places. The corrections of that casework are not applied by this.
    pub fn annotated(self, laid: Laid) -> Self {
        Self { annotations: Annotations::new(&laid), laid, ..self }
    }

    /// The reader's casework as it lies over this corpus.
    pub const fn laid(&self) -> &Laid {
        &self.laid
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

    /// All references, in reading order: roles and pronouns that stand for people, apart from the mentions. Two may stand at one
    /// place, where it means two people.
    pub fn references(&self) -> &[Mention] {
        &self.resolved.references
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

    /// When an entity is mentioned first and last, by its dated documents.
    pub fn seen(&self, at: EntityIx) -> Option<(DocumentIx, DocumentIx)> {
        let documents = self.entity(at).documents.iter().map(|(document, _)| *document);
        let mut dated = documents.filter(|document| self.publication(*document).value.is_some());
        let first = dated.next()?;
        Some((first, dated.next_back().unwrap_or(first)))
    }

    /// The files that could not be read, each with its reason.
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
    }

    /// Where the document of that lasting name stands in this corpus.
    pub fn document_ix(&self, id: DocumentId) -> Option<DocumentIx> {
        self.index.document_of_id.get(&id).copied()
    }

    /// Where the entity of that lasting name stands in this corpus, or the one that it was merged into, or that a better name was found for.
    pub fn entity_ix(&self, id: EntityId) -> Option<EntityIx> {
        self.index.entity_of_id.get(&id).copied()
    }

    /// Where the event of that lasting name stands in this corpus.
    pub fn event_ix(&self, id: EventId) -> Option<EventIx> {
        self.index.event_of_id.get(&id).copied()
    }

    /// The positions of a document's passages: they stand together.
    pub fn passages_in(&self, document: DocumentIx) -> Range<usize> {
        self.index.passages_of_document.stretch(document.0)
    }

    /// The mentions in a passage, in the order of the text.
    pub fn mentions_in(&self, passage: PassageIx) -> &[Mention] {
        self.resolved.mentions.get(self.index.mentions_of_passage.stretch(passage.0)).unwrap_or_default()
    }

    /// The references in a passage, in the order of the text.
    pub fn references_in(&self, passage: PassageIx) -> &[Mention] {
        self.resolved.references.get(self.index.references_of_passage.stretch(passage.0)).unwrap_or_default()
    }

    /// The mentions in a passage and those of its references that count, in the order of the text.
    pub fn spoken_of_in(&self, passage: PassageIx, references: References) -> Vec<&Mention> {
        let held = self.references_in(passage).iter().filter(|reference| references.hold(reference));
        let mut all: Vec<&Mention> = self.mentions_in(passage).iter().chain(held).collect();
        all.sort_by_key(|mention| mention.span.start);
        all
    }

    /// The time expressions in a passage, in the order of the text.
    pub fn times_in(&self, passage: PassageIx) -> &[TimeMention] {
        self.resolved.times.get(self.index.times_of_passage.stretch(passage.0)).unwrap_or_default()
    }

    /// The mentions of an entity, in reading order.
    pub fn mentions_of(&self, entity: EntityIx) -> impl ExactSizeIterator<Item = MentionIx> + '_ {
        self.index.mentions_of_entity.of(entity.0).iter().map(|at| MentionIx(*at))
    }

    /// The references that stand for an entity, in reading order.
    pub fn references_of(&self, entity: EntityIx) -> impl ExactSizeIterator<Item = &Mention> + '_ {
        self.index.references_of_entity.of(entity.0).iter().map(|at| &self.resolved.references[*at as usize])
    }

    /// The time expressions that date an event, in reading order.
    pub fn times_of(&self, event: EventIx) -> impl ExactSizeIterator<Item = TimeIx> + '_ {
        self.event(event).times.iter().copied()
    }

    /// The events that a passage states, earliest first.
    pub fn events_in(&self, passage: PassageIx) -> impl Iterator<Item = EventIx> + '_ {
        self.index
            .events_of_passage
            .of(passage.0)
            .iter()
            .filter_map(|item| self.index.stated.get(*item as usize).copied())
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

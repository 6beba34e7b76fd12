//! The frozen answer: documents, passages, mentions, times, entities and events, indexed for jumping between them.
//!
//! A corpus never changes; a correction or a new file makes another one that shares the texts. It does not read files and does
//! not decide who is who. The one primitive is [`Corpus::hits`]: every place that a target stands at, in reading order.

mod annotations;
mod hits;
mod index;
mod matrix;
mod named;
mod phrase;
mod postings;
mod search;
mod shared;

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
use index::{Index, Who};
pub use matrix::{Item, Matrix, MatrixRow, Rows};
use phrase::Folds;
use search::Searching;
pub use search::{QueryError, SearchIndex, is_query};

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
    who: Arc<Who>,
    skipped: Arc<[Skipped]>,
    laid: Laid,
    annotations: Annotations,
}

impl Corpus {
    /// Indexes what was resolved. `skipped` are the files that could not be read, with reasons.
    pub fn new(resolved: Resolved, skipped: Vec<Skipped>) -> Self {
        let found = Arc::new(resolved);
        Self {
            index: Arc::new(Index::new(&found, Folds::of(&found.documents), Searching::default())),
            who: Arc::new(Who::new(&found)),
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

    /// What was found, corrected: the tables that all of this is read from.
    pub fn resolved(&self) -> &Resolved {
        &self.resolved
    }

    /// The same corpus with `resolved`, which corrections have made of what was found; `None` leaves it as it is.
    pub fn corrected(&self, resolved: Option<Arc<Resolved>>) -> Self {
        let Some(resolved) = resolved else { return self.clone() };
        let folds = self.index.folds.carried_over(&self.resolved.documents, &resolved.documents);
        let searching = self.index.searching.carried_over(&resolved.documents);
        let (index, who) = (Arc::new(Index::new(&resolved, folds, searching)), Arc::new(Who::new(&resolved)));
        Self { resolved, index, who, ..self.clone() }
    }

    /// The same corpus with `resolved`, which is what it was but for who is who.
    pub fn with_others(&self, resolved: Resolved) -> Self {
        Self { who: Arc::new(Who::new(&resolved)), resolved: Arc::new(resolved), ..self.clone() }
    }

    /// Whether documents, passages, times and events stand where they do in `other`: who is who may differ.
    pub fn is_laid_out_as(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.index, &other.index)
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
    pub fn entities(&self) -> &[Arc<Entity>] {
        &self.resolved.entities
    }

    /// The entity at `at`.
    pub fn entity(&self, at: EntityIx) -> &Entity {
        &self.resolved.entities[at.index()]
    }

    /// All events, earliest first.
    pub fn events(&self) -> &[Arc<Event>] {
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
        self.who.entity_of_id.get(&id).copied()
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
        self.who.mentions_of_entity.of(entity.0).iter().map(|at| MentionIx(*at))
    }

    /// The references that stand for an entity, in reading order.
    pub fn references_of(&self, entity: EntityIx) -> impl ExactSizeIterator<Item = &Mention> + '_ {
        self.who.references_of_entity.of(entity.0).iter().map(|at| &self.resolved.references[*at as usize])
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

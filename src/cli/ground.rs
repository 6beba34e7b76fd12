//! What casework asks of a corpus to see whether its references still fit.

use crate::casework::Ground;
use crate::corpus::Corpus;
use crate::model::{Document, EntityId, EventId, PassageIx};
use crate::text::Span;

/// A corpus that references are looked up in.
pub(super) struct InCorpus<'c>(pub(super) &'c Corpus);

impl InCorpus<'_> {
    fn passage(&self, document: &Document, span: Span) -> Option<PassageIx> {
        self.0.passage_at(self.0.document_ix(document.id)?, span.start)
    }
}

impl Ground for InCorpus<'_> {
    /// A better recognizer may set other bounds: to overlap is enough.
    fn entity_at(&self, document: &Document, span: Span) -> Option<EntityId> {
        let mentions = self.0.mentions_in(self.passage(document, span)?);
        let named = mentions.iter().find(|mention| mention.span.overlaps(span))?;
        Some(self.0.entity(named.entity).id)
    }

    fn event_at(&self, document: &Document, span: Span) -> Option<EventId> {
        let times = self.0.times_in(self.passage(document, span)?);
        let stated = times.iter().filter(|time| time.expression.span.overlaps(span)).find_map(|time| time.event)?;
        Some(self.0.event(stated).id)
    }

    fn has_entity(&self, id: EntityId) -> bool {
        self.0.entity_ix(id).is_some()
    }

    fn has_event(&self, id: EventId) -> bool {
        self.0.event_ix(id).is_some()
    }
}

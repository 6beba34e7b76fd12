//! What a session leaves behind for the next one over the same sources.

use super::{Loading, State};
use crate::app::visit::{Followed, VERSION, Visit};
use crate::model::Target;

impl State {
    /// Where the reader is now; `None` where there is nothing to come back to: the demo, or sources that are not read yet.
    pub fn visit(&self) -> Option<Visit> {
        let corpus = &self.corpus;
        if self.settings.is_demo || self.loading != Loading::Done || corpus.documents().is_empty() {
            return None;
        }
        let event = match self.timeline.target(corpus) {
            Some(Target::Event(id)) => Some(id),
            _ => None,
        };
        Some(Visit {
            version: VERSION,
            focus: self.focus.number(),
            lower: self.lower.number(),
            is_zoomed: self.is_zoomed,
            targets: Followed::all(&self.target.targets),
            mark: self.mark.as_ref().map(|mark| (mark.from.number(), Followed::all(&mark.strand.targets))),
            document: self.reader.document,
            caret: self.reader.caret.at,
            in_documents: self.documents.current().map(|at| corpus.document(at).id),
            in_entities: self.entities.current().map(|at| corpus.entity(at).id),
            in_timeline: event,
            filter: self.filter.written(),
            known: corpus.documents().iter().map(|document| document.id).collect(),
        })
    }
}

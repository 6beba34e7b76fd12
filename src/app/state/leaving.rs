//! What a session leaves behind for the next one over the same sources.

use super::{Loading, State};
use crate::app::trail::Place;
use crate::app::visit::{Kept, VERSION, Visit};

/// Places of the trail that are kept.
const MOST_BEHIND: usize = 50;

impl State {
    /// Where the reader is now; `None` where there is nothing to come back to: the demo, or sources that are not read yet.
    pub fn visit(&self) -> Option<Visit> {
        let corpus = &self.corpus;
        if self.settings.is_demo || self.loading != Loading::Done || corpus.documents().is_empty() {
            return None;
        }
        let places = self.trail.places();
        let near = places.iter().skip(places.len().saturating_sub(MOST_BEHIND));
        Some(Visit {
            version: VERSION,
            here: Kept::of(&self.place()),
            is_zoomed: self.is_zoomed,
            filter: self.filter.written(),
            behind: near.map(Kept::of).collect(),
            marks: self.marks.iter().map(|(letter, place)| (*letter, Kept::of(place))).collect(),
            tray: self.tray.pieces.iter().map(|piece| (piece.document, piece.span.start, piece.span.end)).collect(),
            known: corpus.documents().iter().map(|document| document.id).collect(),
        })
    }

    /// Where the reader is: enough to come back to the very same sight.
    pub(in crate::app) fn place(&self) -> Place {
        let corpus = &self.corpus;
        let passage = self.passages.current().map(|held| {
            let passage = corpus.passage(held.passage);
            (corpus.document(passage.document).id, passage.span)
        });
        Place {
            focus: self.focus,
            lower: self.lower,
            targets: self.target.targets.clone(),
            mark: self.mark.as_ref().map(|mark| (mark.from, mark.strand.targets.clone())),
            document: self.reader.document,
            caret: self.reader.caret,
            top: self.reader.top,
            open: self.reader.open.clone(),
            in_documents: (self.documents.current().map(|at| corpus.document(at).id), self.documents.scroll),
            in_entities: (self.entities.current().map(|at| corpus.entity(at).id), self.entities.scroll),
            in_timeline: (self.timeline.target(corpus), self.timeline.scroll),
            in_passages: (passage, self.passages.scroll),
        }
    }
}

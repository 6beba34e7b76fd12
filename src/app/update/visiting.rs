//! Beginning where the last session over the same sources ended, and telling what is new since then.

use std::collections::HashSet;
use std::sync::Arc;

use crate::app::filter::{Known, parse};
use crate::app::state::State;
use crate::app::strand::counted;
use crate::app::trail::Trail;
use crate::app::tray::{MOST, Piece};
use crate::app::visit::{Kept, Visit};
use crate::model::DocumentId;
use crate::text::Span;

use super::{going, listing, marking, say};

/// Puts the reader back to where the last session ended, as far as that is there.
pub(super) fn resume(state: &mut State) {
    let Some(visit) = state.settings.visit.clone() else { return };
    let corpus = Arc::clone(&state.corpus);
    let mut place = visit.here.place();
    if marking::strand(state, &place.targets).hits.is_empty() {
        place.targets.clone_from(&state.target.targets);
    }
    place.mark.take_if(|(_, marked)| marking::strand(state, marked).hits.is_empty());
    if let Ok(parsed) = parse(&corpus, visit.filter(), Known::default()) {
        listing::keep(state, parsed.filter);
    }
    going::restore(state, &place);
    let caret = state.reader.caret;
    state.reader.go(caret.at, None);
    state.is_zoomed = visit.is_zoomed();
    state.trail = Trail::through(visit.behind.iter().map(Kept::place).collect());
    state.marks = visit.marks.iter().map(|(letter, kept)| (*letter, kept.place())).collect();
    let piece = |(document, start, end): &(DocumentId, u32, u32)| Piece {
        document: *document,
        span: Span::new(*start, (*end).max(*start)),
    };
    state.tray.pieces = visit.tray.iter().map(piece).take(MOST).collect();
    state.is_marking = false;
    state.news = news(state, &visit);
}

/// Tells how many documents are new.
pub(super) fn greet(state: &mut State) {
    if state.news.is_empty() || state.notice.is_some() {
        return;
    }
    let words = format!("{} new or changed since your last visit", counted(state.news.len(), "document"));
    say(state, &words);
}

/// The documents that were not there at the last visit.
fn news(state: &State, visit: &Visit) -> HashSet<DocumentId> {
    let known: HashSet<DocumentId> = visit.known().iter().copied().collect();
    let documents = state.corpus.documents().iter().map(|document| document.id);
    documents.filter(|id| !known.contains(id)).collect()
}

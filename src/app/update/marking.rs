//! Marking: what the cursor is on shows everywhere, and the reader follows along to it.

use std::sync::Arc;

use crate::app::pane::Pane;
use crate::app::state::{Mark, State};
use crate::app::strand::Strand;
use crate::corpus::Hit;
use crate::model::{DocumentIx, Target};

/// Marks the item under the cursor of the pane in focus, and lets the reader follow along.
pub(super) fn mark_current(state: &mut State) {
    match state.focus {
        Pane::Documents => {
            if let Some(document) = state.documents.current() {
                follow_document(state, document);
            }
        }
        Pane::Entities | Pane::Timeline => match super::following::under_cursor(state) {
            // A publication among the reports is a document like one of Documents.
            Some(Target::Document(id)) => {
                if let Some(document) = state.corpus.document_ix(id) {
                    follow_document(state, document);
                }
            }
            Some(target) => {
                super::going::set_search(state, None);
                mark(state, target);
                show_first(state);
            }
            None => {}
        },
        Pane::Passages => follow_passage(state),
        Pane::Reader => {}
    }
}

/// Marks `target` as the item under the cursor of the pane in focus.
pub(super) fn mark(state: &mut State, target: Target) {
    state.mark = if state.target.targets == [target.clone()] {
        None
    } else {
        let strand = strand(state, &[target]);
        Some(Mark { from: state.focus, strand })
    };
}

/// The strand of `targets` within the pins.
pub(super) fn strand(state: &State, targets: &[Target]) -> Strand {
    Strand::new(&state.corpus, targets, state.pinned_passages().as_deref(), state.references)
}

/// Shows a place of what `n` walks: one in sight, else one of the document being read, else the first.
pub(super) fn show_first(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let walked = state.walked();
    let is_read = |hit: &&Hit| !corpus.passage(hit.passage).zone.is_folded();
    let here = state.reader.position(&corpus).map(|here| walked.hits_in(&corpus, here)).unwrap_or_default();
    let sight = state.reader.in_sight();
    let in_sight = here.iter().filter(is_read).find(|hit| sight.holds(hit.span.start));
    let hit = in_sight.or_else(|| here.iter().find(is_read)).or_else(|| walked.hits.iter().find(is_read));
    if let Some(hit) = hit.or(walked.hits.first()).copied() {
        glance(state, hit);
    }
}

/// Lets the reader show a place without unfolding anything; a frozen one stays where it is.
fn glance(state: &mut State, hit: Hit) {
    if state.is_frozen(Pane::Reader) {
        return;
    }
    let corpus = Arc::clone(&state.corpus);
    let document = corpus.document(corpus.document_of(hit)).id;
    leave_once(state);
    state.reader.begin(&corpus, document, &mut state.pages);
    state.reader.go(hit.span.start, Some(hit.span));
    super::going::choose_document(state);
}

fn follow_document(state: &mut State, document: DocumentIx) {
    let corpus = Arc::clone(&state.corpus);
    let id = corpus.document(document).id;
    mark(state, Target::Document(id));
    state.mark.iter_mut().for_each(|mark| mark.from = Pane::Documents);
    if state.is_frozen(Pane::Reader) {
        return;
    }
    leave_once(state);
    state.reader.begin(&corpus, id, &mut state.pages);
    let first = state.walked().hits_in(&corpus, document).iter();
    let first = first.copied().find(|hit| !corpus.passage(hit.passage).zone.is_folded());
    if let Some(first) = first {
        state.reader.go(first.span.start, Some(first.span));
    }
}

fn follow_passage(state: &mut State) {
    state.mark = None;
    let first = state.passages.current().and_then(|held| state.listed().hits.get(held.first as usize)).copied();
    if let Some(first) = first {
        glance(state, first);
    }
}

/// Remembers the place before the first of several moves over items.
fn leave_once(state: &mut State) {
    if !std::mem::replace(&mut state.is_marking, true) {
        super::going::leave(state);
    }
}

//! Going to other places: back, forward, the next document; and remembering the place that is left.

use std::sync::Arc;

use crate::app::commands::Go;
use crate::app::pane::Pane;
use crate::app::panes::TimelineRow;
use crate::app::state::{Awaited, Mark, State};
use crate::app::strand::Strand;
use crate::app::trail::Place;
use crate::model::{DocumentIx, PassageIx, Target};

use super::{lettering, listing, marking, say};

pub(super) fn go(state: &mut State, go: Go) {
    match go {
        Go::Back => {
            let here = here(state);
            match state.trail.back(here) {
                Some(place) => restore(state, &place),
                None => say(state, "This is where you began"),
            }
        }
        Go::Forward => {
            let here = here(state);
            match state.trail.forward(here) {
                Some(place) => restore(state, &place),
                None => say(state, "Nothing ahead: you have not gone back"),
            }
        }
        Go::Mark => lettering::wait(state, Awaited::Mark),
        Go::Marked => lettering::wait(state, Awaited::Marked),
        Go::NextDocument => neighbour(state, |at| at.checked_add(1)),
        Go::PreviousDocument => neighbour(state, |at| at.checked_sub(1)),
    }
}

/// Remembers the place where the reader is, before it goes elsewhere.
pub(super) fn leave(state: &mut State) {
    let here = here(state);
    state.trail.leave(here);
}

/// Where the reader is.
pub(super) fn here(state: &State) -> Place {
    state.place()
}

/// Puts the reader back to a place.
pub(super) fn restore(state: &mut State, place: &Place) {
    let corpus = Arc::clone(&state.corpus);
    set_search(state, None);
    state.mark = None;
    (state.compare, state.table) = (None, None);
    if state.target.targets != place.targets {
        state.target = marking::strand(state, &place.targets);
        list_passages(state);
    }
    let mark = place.mark.as_ref().map(|(from, targets)| (*from, marking::strand(state, targets)));
    state.mark = mark.map(|(from, strand)| Mark { from, strand });
    put_focus(state, place.focus);
    state.lower = place.lower;
    // The window first, so that an item that has moved since is still brought into it.
    let (document, scroll) = place.in_documents;
    if !state.is_frozen(Pane::Documents) {
        state.documents.scroll = scroll;
    }
    if let Some(at) = document.and_then(|id| corpus.document_ix(id)) {
        choose(state, Pane::Documents, |state| state.documents.choose(at));
    }
    let (entity, scroll) = place.in_entities;
    if !state.is_frozen(Pane::Entities) {
        state.entities.scroll = scroll;
    }
    if let Some(at) = entity.and_then(|id| corpus.entity_ix(id)) {
        choose(state, Pane::Entities, |state| state.entities.choose(at));
    }
    let (listed, scroll) = &place.in_timeline;
    if !state.is_frozen(Pane::Timeline) {
        state.timeline.scroll = *scroll;
    }
    if let Some(listed) = listed {
        choose(state, Pane::Timeline, |state| state.timeline.choose_target(&corpus, listed));
    }
    let (passage, scroll) = place.in_passages;
    if !state.is_frozen(Pane::Passages) {
        state.passages.scroll = scroll;
    }
    let passage = passage.and_then(|(id, span)| corpus.passage_at(corpus.document_ix(id)?, span.start));
    if let Some(at) = passage {
        choose_passage(state, at);
    }
    restore_reader(state, place);
}

/// Puts the reader back to a place, and the words that they were at into sight: the screen may have another size by now.
pub(super) fn come(state: &mut State, place: &Place) {
    restore(state, place);
    if state.reader.top == 0 {
        let caret = state.reader.caret;
        state.reader.go(caret.at, caret.item);
    }
}

/// Puts the text being read back to where it was, its folds with it.
pub(super) fn restore_reader(state: &mut State, place: &Place) {
    let corpus = Arc::clone(&state.corpus);
    if let Some(document) = place.document.filter(|id| corpus.document_ix(*id).is_some()) {
        state.reader.begin(&corpus, document, &mut state.pages);
        state.reader.open.clone_from(&place.open);
        let (width, height) = (state.reader.width(), state.reader.height() as u16);
        state.reader.lay(&corpus, width, height, &mut state.pages);
        state.reader.caret = place.caret;
        state.reader.top = place.top;
    }
}

/// Puts a pane in focus, and in sight where it shares its place. What the list that is left marks becomes the target.
pub(super) fn focus(state: &mut State, pane: Pane) {
    if pane == state.focus {
        return;
    }
    let left = state.mark.take_if(|mark| matches!(mark.from, Pane::Entities | Pane::Timeline));
    if let Some(mark) = left {
        state.target = mark.strand;
        list_passages(state);
    }
    if pane == Pane::Passages {
        state.before_passages = state.focus;
    }
    put_focus(state, pane);
}

/// Closes Passages: the pane that was in focus before has it again, Timeline has its place. Whether it was in sight or in focus.
pub(super) fn close_passages(state: &mut State) -> bool {
    let was_open = state.lower == Pane::Passages;
    if state.focus == Pane::Passages {
        put_focus(state, state.before_passages);
    }
    state.lower = Pane::Timeline;
    was_open
}

/// Lists the passages of the search, else of the target.
pub(super) fn list_passages(state: &mut State) {
    if !state.is_frozen(Pane::Passages) {
        listing::with_passages(state, |passages, corpus, listed| passages.list(corpus, listed, None));
    }
}

/// Begins a search, changes it or ends it; Passages follows.
pub(super) fn set_search(state: &mut State, search: Option<Strand>) {
    if search.is_some() || state.search.is_some() {
        state.search = search;
        list_passages(state);
    }
}

/// Puts the cursors of lists out of focus on what all panes mark: the sign of a cursor and the target never disagree.
pub(super) fn align(state: &mut State) {
    // A document that is marked names nothing in these lists: they stay on what n walks.
    let marked = match state.marked().targets.as_slice() {
        [Target::Document(_)] => state.walked(),
        _ => state.marked(),
    };
    let event = match marked.targets.as_slice() {
        [Target::Entity(id)] => {
            if let Some(at) = state.corpus.entity_ix(*id).filter(|_| state.focus != Pane::Entities) {
                choose(state, Pane::Entities, |state| state.entities.choose(at));
            }
            None
        }
        [Target::Event(id)] => state.corpus.event_ix(*id),
        _ => None,
    };
    if state.focus == Pane::Timeline || state.is_frozen(Pane::Timeline) {
        return;
    }
    if let Some(at) = event {
        state.timeline.choose(at);
    } else {
        let shares =
            &state.search.as_ref().or(state.mark.as_ref().map(|mark| &mark.strand)).unwrap_or(&state.target).shares;
        state.timeline.show_first(|event| shares.event(event) > 0);
    }
}

/// Puts the cursor of a pane on something, unless the pane is frozen.
fn choose(state: &mut State, pane: Pane, put: impl FnOnce(&mut State)) {
    if !state.is_frozen(pane) {
        put(state);
    }
}

/// Puts the cursor of Passages on a passage, where it is listed.
pub(super) fn choose_passage(state: &mut State, at: PassageIx) {
    choose(state, Pane::Passages, |state| state.passages.choose(at));
}

fn put_focus(state: &mut State, pane: Pane) {
    state.focus = pane;
    if matches!(pane, Pane::Timeline | Pane::Passages) {
        state.lower = pane;
    }
}

/// Puts the cursor of Documents on what is being read, unless the reader is choosing there.
pub(super) fn choose_document(state: &mut State) {
    if state.focus != Pane::Documents
        && let Some(at) = state.reader.position(&state.corpus)
    {
        choose(state, Pane::Documents, |state| state.documents.choose(at));
    }
}

fn neighbour(state: &mut State, next: impl Fn(usize) -> Option<usize>) {
    let corpus = Arc::clone(&state.corpus);
    let rows = &state.documents.rows;
    let here = state.reader.position(&corpus).and_then(|here| rows.binary_search(&here).ok());
    let there: Option<DocumentIx> =
        here.map_or_else(|| rows.first().copied(), |here| next(here).and_then(|there| rows.get(there)).copied());
    let Some(there) = there else {
        return say(state, "No further document that way");
    };
    leave(state);
    state.reader.begin(&corpus, corpus.document(there).id, &mut state.pages);
    state.documents.choose(there);
}

/// Puts the cursors of Entities and Timeline on what the reader's caret rests on, where they list it.
pub(super) fn choose_item(state: &mut State, target: &Target) {
    match target {
        Target::Entity(id) => {
            if let Some(at) = state.corpus.entity_ix(*id) {
                choose(state, Pane::Entities, |state| state.entities.choose(at));
            }
        }
        Target::Event(id) => {
            if let Some(at) = state.corpus.event_ix(*id)
                && state.timeline.rows.contains(&TimelineRow::Event(at))
            {
                choose(state, Pane::Timeline, |state| state.timeline.choose(at));
            }
        }
        Target::Days(days) => choose(state, Pane::Timeline, |state| {
            state.timeline.go(*days);
        }),
        Target::Document(_) | Target::Passage(..) | Target::Phrase(_) | Target::Search(_) | Target::Without(_) => {}
    }
}

//! What arrives from outside: newer snapshots, progress. The cursors stay on what they were on.

use std::sync::Arc;

use crate::app::state::{Counts, Loading, Overlay, State};
use crate::app::why;
use crate::corpus::Corpus;
use crate::model::{EntityIx, Kind, Target};

use super::{following, listing, marking, visiting};

pub(super) fn snapshot(state: &mut State, corpus: Arc<Corpus>) {
    let kept = listing::Kept::of(state);
    state.counts = Counts::of(&corpus);
    let is_laid_out_anew = !corpus.is_laid_out_as(&state.corpus);
    state.corpus = corpus;
    state.candidates = None;
    if is_laid_out_anew || state.pins.is_some() {
        listing::again(state, &kept);
    } else {
        listing::again_by_entity(state, &kept);
    }
    let is_lost = state.target.hits.is_empty();
    if is_lost || !state.is_touched {
        begin(state);
        if !state.is_touched {
            visiting::resume(state);
        }
    }
    super::browsing::again(state);
    state.selection = state.selection.filter(|selection| state.corpus.document_ix(selection.document).is_some());
    if let Overlay::Finder(finder) = &state.overlay {
        // An open finder finds in what there is now.
        let typed = finder.field.clone();
        super::opening::open_finder(state, finder.purpose);
        if let Overlay::Finder(finder) = &mut state.overlay {
            finder.field = typed;
            finder.search(&state.corpus);
        }
    }
}

pub(super) fn progress(state: &mut State, read: u32, of: u32) {
    if state.loading != Loading::Stopped {
        state.loading = Loading::Reading { read, of };
    }
}

pub(super) fn loaded(state: &mut State) {
    if state.loading != Loading::Stopped {
        state.loading = Loading::Done;
    }
    visiting::greet(state);
    let is_free = matches!(state.overlay, Overlay::None);
    if state.corpus.documents().is_empty() && is_free {
        state.overlay = Overlay::Text(Box::new(why::nothing_read(&state.corpus)));
    }
}

/// The first sight: the most mentioned person is the target, the reader shows the first passage.
fn begin(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let all = || (0..corpus.entities().len()).map(EntityIx::at).filter(|at| !corpus.entity(*at).boilerplate_only);
    let most = |at: &EntityIx| (corpus.mentions_of(*at).len(), std::cmp::Reverse(*at));
    let person = all().filter(|at| corpus.entity(*at).kind == Kind::Person).max_by_key(most);
    if !state.is_touched {
        state.reader = crate::app::reading::Reading::default();
        super::settle(state);
    }
    if let Some(entity) = person.or_else(|| all().max_by_key(most)) {
        following::set_target(state, &[Target::Entity(corpus.entity(entity).id)]);
        state.entities.choose(entity);
        marking::show_first(state);
        state.is_marking = false;
    } else {
        following::set_target(state, &[]);
        if let Some(document) = corpus.documents().first() {
            state.reader.begin(&corpus, document.id, &mut state.pages);
        }
    }
    if !state.is_touched {
        state.trail = crate::app::trail::Trail::default();
    }
}

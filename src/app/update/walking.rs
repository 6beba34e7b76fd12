//! Walking: `n` and `N` step through every place of what the reader's title names, across documents.

use std::sync::Arc;

use crate::app::commands::Walk;
use crate::app::pane::Pane;
use crate::app::state::State;
use crate::app::strand::document_name;
use crate::corpus::{Corpus, Hit};
use crate::model::DocumentIx;
use crate::text::Span;

use super::{comparing, following, going, say};

pub(super) fn walk(state: &mut State, walk: Walk) {
    if state.compare.is_some() {
        return comparing::walk(state, walk);
    }
    // Walking what a list's cursor marks is following it.
    let chosen = state.mark.as_ref().filter(|mark| matches!(mark.from, Pane::Entities | Pane::Timeline));
    if let Some(targets) = chosen.filter(|_| state.search.is_none()).map(|mark| mark.strand.targets.clone()) {
        following::set_target(state, &targets);
    }
    let corpus = Arc::clone(&state.corpus);
    let here = state.reader.position(&corpus).unwrap_or_default();
    let place = (here, state.reader.caret.words());
    let walked = state.walked();
    let next = match walk {
        Walk::Next => after(&corpus, &walked.hits, place),
        Walk::Previous => before(&corpus, &walked.hits, place),
        Walk::NextDocument => after(&corpus, &walked.hits, (here, Span::new(u32::MAX, u32::MAX))),
        Walk::PreviousDocument => before(&corpus, &walked.hits, (here, Span::default()))
            .and_then(|last| first_in(&corpus, &walked.hits, last)),
    };
    let Some((at, turned)) = next.and_then(|at| Some((*walked.hits.get(at.index)?, at.turned))) else {
        let label = if walked.is_nothing() { "anything".to_owned() } else { walked.label.clone() };
        return say(state, &format!("No mention of {label} to go to"));
    };
    go_to(state, at, turned);
}

/// A step: which place, and whether it went round the end.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) index: usize,
    pub(super) turned: Option<&'static str>,
}

/// The place after `place`; after the last one, the first.
pub(super) fn after(corpus: &Corpus, hits: &[Hit], place: (DocumentIx, Span)) -> Option<Step> {
    let index = hits.partition_point(|hit| (corpus.document_of(*hit), hit.span) <= place);
    match index {
        _ if hits.is_empty() => None,
        _ if index < hits.len() => Some(Step { index, turned: None }),
        _ => Some(Step { index: 0, turned: Some("From the last to the first mention") }),
    }
}

/// The place before `place`; before the first one, the last.
pub(super) fn before(corpus: &Corpus, hits: &[Hit], place: (DocumentIx, Span)) -> Option<Step> {
    let index = hits.partition_point(|hit| (corpus.document_of(*hit), hit.span) < place);
    match index.checked_sub(1) {
        Some(index) => Some(Step { index, turned: None }),
        None if hits.is_empty() => None,
        None => Some(Step { index: hits.len() - 1, turned: Some("From the first to the last mention") }),
    }
}

/// The first place in the document of the place that `step` goes to.
fn first_in(corpus: &Corpus, hits: &[Hit], step: Step) -> Option<Step> {
    let document = corpus.document_of(*hits.get(step.index)?);
    let index = hits.partition_point(|hit| corpus.document_of(*hit) < document);
    Some(Step { index, ..step })
}

/// Shows a place of what is walked, unfolds what hides it and says so when another document is entered.
pub(super) fn go_to(state: &mut State, hit: Hit, turned: Option<&'static str>) {
    let corpus = Arc::clone(&state.corpus);
    let document = corpus.document_of(hit);
    let id = corpus.document(document).id;
    let crosses = state.reader.document != Some(id);
    if crosses {
        going::leave(state);
    }
    let unfolded = state.reader.show(&corpus, id, hit.span, &mut state.pages);
    if state.mark.as_ref().is_some_and(|mark| matches!(mark.from, Pane::Reader | Pane::Documents)) {
        state.mark = None;
    }
    going::choose_passage(state, hit.passage);
    going::choose_document(state);
    let mut words: Vec<String> = turned.map(str::to_owned).into_iter().collect();
    if crosses {
        words.push(format!("now in {}", document_name(&corpus, document)));
    }
    if unfolded {
        words.push("page furniture unfolded".to_owned());
    }
    if !words.is_empty() {
        say(state, &words.join(" · "));
    }
}

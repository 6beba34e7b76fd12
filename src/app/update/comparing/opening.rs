//! Opening the comparison: of two documents about the same, or of two accounts of an event.

use std::sync::Arc;

use crate::app::compare::{Account, Column, Compare};
use crate::app::differs::{cited_name, differing_words, pair, side_words};
use crate::app::pane::Pane;
use crate::app::reading::Reading;
use crate::app::scroll::Direction;
use crate::app::state::State;
use crate::app::strand::document_name;
use crate::corpus::{Corpus, Hit};
use crate::model::{Claim, DocumentIx, Side, Target};
use crate::text::visible;

use super::{partner, show, stepping};
use crate::app::update::{following, going, marking, say, settle};

/// Opens this document beside the one that has most of the same target; of an event that is told differently, two accounts.
pub(in crate::app::update) fn open(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let event = if state.focus == Pane::Timeline { state.timeline.current() } else { None };
    if let Some(accounts) = event.and_then(|at| pair(&corpus, corpus.event(at).differs.first()?)) {
        going::leave(state);
        return open_accounts(state, &corpus, accounts);
    }
    let first = match state.focus {
        Pane::Documents => state.documents.current(),
        _ => state.reader.position(&corpus),
    };
    let Some(first) = first else {
        return say(state, "No document to compare");
    };
    let Some(second) = partner(state, &corpus, &[first]) else {
        return say(state, "Comparing needs a second document");
    };
    tell_silence(state, &corpus, first, second);
    going::leave(state);
    let mut left = Reading::default();
    if state.reader.position(&corpus) == Some(first) {
        left = state.reader.clone();
    }
    let columns = vec![Column { reading: left, ..Column::default() }, Column::default()];
    state.compare = Some(Compare { columns, ..Compare::default() });
    // The columns get their size first, so that their passages are brought into sight.
    for _ in 0..2 {
        show(state, 0, first);
        show(state, 1, second);
        settle(state);
    }
    stepping::align(state);
}

/// Says which of two documents does not speak of what is walked.
fn tell_silence(state: &mut State, corpus: &Corpus, first: DocumentIx, second: DocumentIx) {
    let walked = state.walked();
    if walked.is_nothing() {
        return;
    }
    let (label, name) = (walked.label.clone(), document_name(corpus, first));
    if walked.count_in(first) == 0 {
        say(state, &format!("{name} does not have {label}"));
    } else if walked.count_in(second) == 0 {
        say(state, &format!("No other document has {label}"));
    }
}

/// Goes to the next event that sources tell differently, and opens two accounts of it.
pub(super) fn difference(state: &mut State, way: Direction) {
    let corpus = Arc::clone(&state.corpus);
    if !state.timeline.step_event(way, |at| !corpus.event(at).differs.is_empty()) {
        let side = if way == Direction::Down { "later" } else { "earlier" };
        return say(state, &format!("Nothing {side} is told differently"));
    }
    let Some(at) = state.timeline.current() else { return };
    let event = corpus.event(at);
    let target = Target::Event(event.id);
    if state.focus == Pane::Timeline {
        marking::mark(state, target);
    } else {
        following::set_target(state, &[target]);
    }
    if let Some(accounts) = event.differs.first().and_then(|differs| pair(&corpus, differs)) {
        open_accounts(state, &corpus, accounts);
        say(state, &format!("{}: {}", state.walked().label, differing_words(event).unwrap_or_default()));
    }
}

/// Opens two accounts of an event beside each other, each at the passage that gives it.
fn open_accounts(state: &mut State, corpus: &Arc<Corpus>, accounts: [(&Side, &Claim); 2]) {
    let columns = accounts.map(|(side, claim)| {
        let withdrawn = if claim.withdrawn.is_some() { " (withdrawn)" } else { "" };
        let speaker = claim.speaker.as_ref().map(|speaker| format!(" says {}", cited_name(corpus, speaker)));
        let value = side_words(&side.value);
        let full = format!("{value}{}{withdrawn}", speaker.unwrap_or_default());
        let says = [full, format!("{value}{withdrawn}"), value].map(|words| visible(&words).into_owned()).to_vec();
        let document = |claim: &Claim| corpus.passage(claim.passage).document;
        let here = side.claims.iter().filter(|other| document(other) == document(claim));
        let places = here.map(|claim| Hit { passage: claim.passage, span: claim.span }).collect();
        Column { account: Some(Account { says, places }), ..Column::default() }
    });
    state.compare = Some(Compare { columns: columns.into(), ..Compare::default() });
    // Twice: the columns get their size first, so that their passages are brought into sight.
    for _ in 0..2 {
        let columns = state.compare.iter_mut().flat_map(|compare| compare.columns.iter_mut());
        for (column, (_, claim)) in columns.zip(accounts) {
            let document = corpus.document(corpus.passage(claim.passage).document).id;
            column.reading.stand(corpus, document, claim.span, &mut state.pages);
        }
        settle(state);
    }
    stepping::align(state);
}

//! Two documents beside each other.

use std::sync::Arc;

use crate::app::commands::{Compare as Ask, Walk};
use crate::app::compare::{Account, Compare};
use crate::app::differs::{cited_name, pair, side_words};
use crate::app::finder::Purpose;
use crate::app::pane::Pane;
use crate::app::reading::Reading;
use crate::app::state::State;
use crate::app::strand::document_name;
use crate::corpus::{Corpus, Hit};
use crate::model::{Claim, DocumentIx, Side, Target};
use crate::text::visible;

use super::{going, opening, say, walking};

pub(super) fn compare(state: &mut State, ask: Ask) {
    match ask {
        Ask::ChooseLeft => return opening::open_finder(state, Purpose::Column(0)),
        Ask::ChooseRight => return opening::open_finder(state, Purpose::Column(1)),
        Ask::NextPassage => return walk(state, Walk::Next),
        Ask::PreviousPassage => return walk(state, Walk::Previous),
        Ask::Follow => return follow(state),
        Ask::Column | Ask::Swap => {}
    }
    if let Some(compare) = &mut state.compare {
        compare.active = 1 - compare.active;
        if ask == Ask::Swap {
            compare.columns.swap(0, 1);
            compare.accounts.swap(0, 1);
        }
    }
}

/// Opens this document beside the one that has most of the same target.
pub(super) fn open(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let event = if state.focus == Pane::Timeline { state.timeline.current() } else { None };
    if let Some([one, other]) = event.and_then(|at| pair(&corpus, corpus.event(at).differs.first()?)) {
        return open_accounts(state, &corpus, [one, other]);
    }
    let first = match state.focus {
        Pane::Documents => state.documents.current(),
        _ => state.reader.position(&corpus),
    };
    let Some(first) = first else {
        return say(state, "No document to compare");
    };
    let Some(second) = partner(state, &corpus, first) else {
        return say(state, "Comparing needs a second document");
    };
    if !state.walked().is_nothing() {
        let (label, name) = (state.walked().label.clone(), document_name(&corpus, first));
        if state.walked().count_in(first) == 0 {
            say(state, &format!("{name} does not have {label}"));
        } else if state.walked().count_in(second) == 0 {
            say(state, &format!("No other document has {label}"));
        }
    }
    going::leave(state);
    let mut left = Reading::default();
    if state.reader.position(&corpus) == Some(first) {
        left = state.reader.clone();
    }
    state.compare = Some(Compare { columns: [left, Reading::default()], ..Compare::default() });
    // The columns get their size first, so that their passages are brought into sight.
    show(state, 0, first);
    show(state, 1, second);
    super::settle(state);
    show(state, 0, first);
    show(state, 1, second);
}

/// Opens two accounts of an event beside each other, each at the passage that gives it.
fn open_accounts(state: &mut State, corpus: &Arc<Corpus>, accounts: [(&Side, &Claim); 2]) {
    going::leave(state);
    let given = accounts.map(|(side, claim)| {
        let withdrawn = if claim.withdrawn.is_some() { " (withdrawn)" } else { "" };
        let speaker = claim.speaker.as_ref().map(|speaker| format!(" says {}", cited_name(corpus, speaker)));
        let value = side_words(&side.value);
        let full = format!("{value}{}{withdrawn}", speaker.unwrap_or_default());
        let says = [full, format!("{value}{withdrawn}"), value].map(|words| visible(&words).into_owned()).to_vec();
        let places = side.claims.iter().map(|claim| Hit { passage: claim.passage, span: claim.span }).collect();
        Some(Account { says, places })
    });
    state.compare = Some(Compare { accounts: given, ..Compare::default() });
    // Twice: the columns get their size first, so that their passages are brought into sight.
    for _ in 0..2 {
        for (column, (_, claim)) in accounts.iter().enumerate() {
            let document = corpus.document(corpus.passage(claim.passage).document).id;
            if let Some(reading) = state.compare.as_mut().and_then(|compare| compare.columns.get_mut(column)) {
                reading.show(corpus, document, claim.span, &mut state.pages);
            }
        }
        super::settle(state);
    }
}

/// The other document that has most of what is walked, else the one that shares most entities, else the next.
fn partner(state: &State, corpus: &Corpus, first: DocumentIx) -> Option<DocumentIx> {
    let of_walked = state.walked().documents.iter().filter(|(document, _)| *document != first);
    let most = of_walked.max_by_key(|(document, count)| (*count, std::cmp::Reverse(*document)));
    let next = (first.index() + 1..corpus.documents().len()).chain(0..first.index()).next();
    most.map(|(document, _)| *document).or(next.map(DocumentIx::at))
}

/// Puts a document into a column, at its first place of what is walked.
fn show(state: &mut State, column: usize, document: DocumentIx) {
    let corpus = Arc::clone(&state.corpus);
    let id = corpus.document(document).id;
    let hits = state.walked().hits_in(&corpus, document);
    let first = hits.iter().find(|hit| !corpus.passage(hit.passage).zone.is_folded()).copied();
    let Some(compare) = &mut state.compare else { return };
    let Some(reading) = compare.columns.get_mut(column) else { return };
    let is_placed = reading.document == Some(id) && reading.caret.item.is_some();
    reading.begin(&corpus, id, &mut state.pages);
    match first {
        Some(hit) if !is_placed => reading.go(hit.span.start, Some(hit.span)),
        _ => reading.go(reading.caret.at, reading.caret.item),
    }
}

/// Puts the chosen document into a column.
pub(super) fn fill(state: &mut State, column: usize, target: &Target) {
    let Target::Document(id) = target else { return };
    if let Some(document) = state.corpus.document_ix(*id) {
        show(state, column, document);
        if let Some(compare) = &mut state.compare {
            compare.accounts.get_mut(column).into_iter().for_each(|account| *account = None);
            compare.active = column;
        }
    }
}

/// The next or previous place of what is walked, within the column in focus.
pub(super) fn walk(state: &mut State, walk: Walk) {
    let corpus = Arc::clone(&state.corpus);
    let Some(compare) = &state.compare else { return };
    let reading = compare.active();
    let Some(document) = reading.position(&corpus) else { return };
    let hits = compare.places(compare.active, state.walked(), &corpus);
    let place = (document, reading.caret.at);
    let step = match walk {
        Walk::Next | Walk::NextDocument => walking::after(&corpus, hits, place),
        Walk::Previous | Walk::PreviousDocument => walking::before(&corpus, hits, place),
    };
    let Some((hit, step)) = step.and_then(|step| Some((*hits.get(step.index)?, step))) else {
        let words = format!("{} does not mention {}", document_name(&corpus, document), state.walked().label);
        return say(state, &words);
    };
    let id = corpus.document(document).id;
    if let Some(compare) = &mut state.compare {
        compare.active_mut().show(&corpus, id, hit.span, &mut state.pages);
    }
    if let Some(turned) = step.turned {
        say(state, &format!("{turned} in this document"));
    }
}

/// Leaves the comparison and reads on in the column's document.
fn follow(state: &mut State) {
    let Some(compare) = state.compare.take() else { return };
    let corpus = Arc::clone(&state.corpus);
    let column = compare.active();
    if let Some(id) = column.document {
        state.reader.begin(&corpus, id, &mut state.pages);
        state.reader.open.clone_from(&column.open);
        let (width, height) = (state.reader.width(), state.reader.height() as u16);
        state.reader.lay(&corpus, width, height, &mut state.pages);
        state.reader.go(column.caret.at, column.caret.item);
    }
    going::focus(state, Pane::Reader);
    going::choose_document(state);
}

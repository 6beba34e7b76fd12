//! Documents beside each other: the columns, chosen, added, swapped and closed.

mod opening;
mod stepping;

use std::sync::Arc;

use crate::app::commands::Compare as Ask;
use crate::app::compare::{Column, MOST_COLUMNS, Scrolling};
use crate::app::finder::Purpose;
use crate::app::pane::Pane;
use crate::app::scroll::Direction;
use crate::app::state::State;
use crate::app::strand::document_name;
use crate::corpus::Corpus;
use crate::model::{DocumentIx, Target};

use super::{going, say};

pub(super) use opening::open;
pub(super) use stepping::{follow_along, walk};

pub(super) fn compare(state: &mut State, ask: Ask) {
    match ask {
        Ask::ChooseFirst => choose(state, 0),
        Ask::ChooseSecond => choose(state, 1),
        Ask::ChooseHere => choose(state, state.compare.as_ref().map_or(0, |compare| compare.active)),
        Ask::NextColumn => turn(state, 1),
        Ask::PreviousColumn => turn(state, MOST_COLUMNS - 1),
        Ask::Swap => swap(state),
        Ask::Add => add(state),
        Ask::Close => close(state),
        Ask::Scrolling => next_scrolling(state),
        Ask::NextPassage => stepping::step(state, Direction::Down),
        Ask::PreviousPassage => stepping::step(state, Direction::Up),
        Ask::NextDifference => opening::difference(state, Direction::Down),
        Ask::PreviousDifference => opening::difference(state, Direction::Up),
        Ask::Follow => follow(state),
    }
}

/// Aligns the columns anew: the corpus is another one, or other references count.
pub(super) fn again(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let Some(mut compare) = state.compare.take() else { return };
    compare.columns.retain(|column| column.reading.position(&corpus).is_some());
    if compare.columns.is_empty() {
        return;
    }
    compare.active = compare.active.min(compare.columns.len() - 1);
    for column in &mut compare.columns {
        let document = column.reading.position(&corpus).unwrap_or_default();
        for hit in column.account.iter_mut().flat_map(|account| &mut account.places) {
            hit.passage = corpus.passage_at(document, hit.span.start).unwrap_or_default();
        }
    }
    compare.align(&corpus, state.walked());
    state.compare = Some(compare);
}

/// Puts the chosen document into a column.
pub(super) fn fill(state: &mut State, column: usize, target: &Target) {
    let Target::Document(id) = target else { return };
    if let Some(document) = state.corpus.document_ix(*id) {
        if let Some(compare) = &mut state.compare {
            if let Some(column) = compare.columns.get_mut(column) {
                column.account = None;
            }
            compare.active = column;
        }
        show(state, column, document);
        stepping::align(state);
    }
}

fn choose(state: &mut State, column: usize) {
    super::opening::open_finder(state, Purpose::Column(column));
}

fn turn(state: &mut State, steps: usize) {
    if let Some(compare) = &mut state.compare {
        let columns = compare.columns.len();
        let steps = if steps == 1 { 1 } else { columns - 1 };
        compare.active = (compare.active + steps) % columns;
    }
}

/// The column in focus and the next one change places; the focus goes with it.
fn swap(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let Some(mut compare) = state.compare.take() else { return };
    let next = (compare.active + 1) % compare.columns.len();
    compare.columns.swap(compare.active, next);
    compare.active = next;
    compare.align(&corpus, state.walked());
    state.compare = Some(compare);
    stepping::align(state);
}

/// One more column: the document that has most of what is walked among those that have none yet.
fn add(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let Some(compare) = &state.compare else { return };
    if compare.columns.len() >= MOST_COLUMNS {
        return say(state, "Four columns at most: c chooses another document for this one, - closes it");
    }
    let shown: Vec<DocumentIx> = compare.columns.iter().filter_map(|column| column.reading.position(&corpus)).collect();
    let Some(document) = partner(state, &corpus, &shown) else {
        return say(state, "All documents are here already");
    };
    let Some(compare) = &mut state.compare else { return };
    let leading = compare.active;
    compare.columns.push(Column::default());
    compare.active = compare.columns.len() - 1;
    let column = compare.active;
    // The column gets its size first, so that its passage is brought into sight.
    super::settle(state);
    show(state, column, document);
    super::settle(state);
    stepping::align_by(state, leading);
    say(state, &format!("{} added", document_name(&corpus, document)));
}

/// Closes the column in focus; of two columns the other one is read on.
fn close(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let Some(mut compare) = state.compare.take() else { return };
    compare.columns.remove(compare.active);
    compare.active = compare.active.saturating_sub(usize::from(compare.active >= compare.columns.len()));
    let is_alone = compare.columns.len() < 2;
    compare.align(&corpus, state.walked());
    state.compare = Some(compare);
    if is_alone {
        return follow(state);
    }
    super::settle(state);
    stepping::align(state);
}

fn next_scrolling(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let Some(compare) = &mut state.compare else { return };
    compare.scrolling = compare.scrolling.next();
    compare.reword(&corpus);
    let words = match compare.scrolling {
        Scrolling::Aligned => "Aligned: each column stands at its own passage, and they step together",
        Scrolling::Linked => "Linked: all columns are as far through their documents",
        Scrolling::Independent => "Each column moves alone",
    };
    stepping::align(state);
    say(state, words);
}

/// Of the documents that are not `shown`, the one that has most of what is walked, else the next one.
fn partner(state: &State, corpus: &Corpus, shown: &[DocumentIx]) -> Option<DocumentIx> {
    let of_walked = state.walked().documents.iter().filter(|(document, _)| !shown.contains(document));
    let most = of_walked.max_by_key(|(document, count)| (*count, std::cmp::Reverse(*document)));
    let first = shown.first().map_or(0, |at| at.index());
    let others = (first + 1..corpus.documents().len()).chain(0..first).map(DocumentIx::at);
    most.map(|(document, _)| *document).or_else(|| others.into_iter().find(|other| !shown.contains(other)))
}

/// Puts a document into a column, at its first place of what is walked.
fn show(state: &mut State, column: usize, document: DocumentIx) {
    let corpus = Arc::clone(&state.corpus);
    let id = corpus.document(document).id;
    let hits = state.walked().hits_in(&corpus, document);
    let first = hits.iter().find(|hit| !corpus.passage(hit.passage).zone.is_folded()).copied();
    let Some(compare) = &mut state.compare else { return };
    let Some(Column { reading, .. }) = compare.columns.get_mut(column) else { return };
    let is_placed = reading.document == Some(id) && reading.caret.item.is_some();
    reading.begin(&corpus, id, &mut state.pages);
    match first {
        Some(hit) if !is_placed => reading.go(hit.span.start, Some(hit.span)),
        _ => reading.go(reading.caret.at, reading.caret.item),
    }
}

/// Leaves the comparison and reads on in the column's document.
fn follow(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let Some(compare) = state.compare.take() else { return };
    if let Some(column) = compare.active()
        && let Some(id) = column.document
    {
        state.reader.begin(&corpus, id, &mut state.pages);
        state.reader.open.clone_from(&column.open);
        let (width, height) = (state.reader.width(), state.reader.height() as u16);
        state.reader.lay(&corpus, width, height, &mut state.pages);
        state.reader.go(column.caret.at, column.caret.item);
    }
    going::focus(state, Pane::Reader);
    going::choose_document(state);
}

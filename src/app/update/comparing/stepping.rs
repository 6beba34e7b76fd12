//! Stepping through the comparison: the column in focus moves, the others go along as they are asked to.

use std::sync::Arc;

use crate::app::commands::Walk;
use crate::app::compare::{Compare, Scrolling};
use crate::app::scroll::Direction;
use crate::app::state::State;
use crate::app::strand::document_name;
use crate::app::update::{say, walking};
use crate::model::PassageIx;

/// Aligns the columns by what is walked; those beside the one in focus go to their passages of its row.
pub(super) fn align(state: &mut State) {
    let leading = state.compare.as_ref().map_or(0, |compare| compare.active);
    align_by(state, leading);
}

/// Aligns the columns by what is walked; all go to their passages of the row that the column `leading` is in.
pub(super) fn align_by(state: &mut State, leading: usize) {
    let corpus = Arc::clone(&state.corpus);
    let Some(mut compare) = state.compare.take() else { return };
    compare.align(&corpus, state.walked());
    let (is_aligned, was) = (compare.scrolling == Scrolling::Aligned, compare.row);
    state.compare = Some(compare);
    let row = row_of(state, leading).unwrap_or(was);
    if is_aligned {
        stand_beside(state, row, None);
    } else if let Some(compare) = &mut state.compare {
        compare.row = row;
    }
}

/// `n` and `N`, in the comparison.
pub(in crate::app::update) fn walk(state: &mut State, walk: Walk) {
    step(
        state,
        match walk {
            Walk::Next | Walk::NextDocument => Direction::Down,
            Walk::Previous | Walk::PreviousDocument => Direction::Up,
        },
    );
}

/// The next passages beside each other, or those before; where the columns are not aligned, the next place in the column in focus.
pub(super) fn step(state: &mut State, way: Direction) {
    let Some(compare) = &state.compare else { return };
    if compare.scrolling != Scrolling::Aligned {
        step_alone(state, way);
        return follow_along(state);
    }
    let rows = compare.alignment.rows.len();
    if rows == 0 {
        let label = state.walked().label.clone();
        return say(state, &format!("None of these documents has a passage about {label}"));
    }
    if rows == 1 {
        stand(state, 0);
        return say(state, "No other passages stand beside each other here");
    }
    let (row, turned) = match way {
        Direction::Down if compare.row + 1 < rows => (compare.row + 1, None),
        Direction::Down => (0, Some("From the last to the first passages")),
        Direction::Up if compare.row > 0 => (compare.row - 1, None),
        Direction::Up => (rows - 1, Some("From the first to the last passages")),
    };
    stand(state, row);
    if let Some(turned) = turned {
        say(state, turned);
    }
}

/// After the column in focus has moved: the others keep pace, or stand at what lies beside.
pub(in crate::app::update) fn follow_along(state: &mut State) {
    let Some(compare) = &mut state.compare else { return };
    match compare.scrolling {
        Scrolling::Independent => {}
        Scrolling::Linked => {
            let Some(leading) = compare.active().cloned() else { return };
            let active = compare.active;
            let others = compare.columns.iter_mut().enumerate().filter(|(at, _)| *at != active);
            others.for_each(|(_, column)| column.reading.keep_pace(&leading));
        }
        Scrolling::Aligned => {
            let here = compare.row;
            let active = compare.active;
            if let Some(row) = row_of(state, active).filter(|row| *row != here) {
                stand_beside(state, row, Some(active));
            }
        }
    }
}

/// The row that the caret of a column is in, or has passed last.
fn row_of(state: &State, column: usize) -> Option<usize> {
    let compare = state.compare.as_ref()?;
    let reading = &compare.columns.get(column)?.reading;
    let passage = state.corpus.passage_at(reading.position(&state.corpus)?, reading.caret.at)?;
    compare.alignment.row_of(column, passage)
}

/// All columns stand at their passages of a row. The focus leaves a column that has none.
fn stand(state: &mut State, row: usize) {
    stand_beside(state, row, None);
    if let Some(compare) = &mut state.compare {
        let has = |at: usize| compare.current().is_some_and(|row| row.passages.get(at).copied().flatten().is_some());
        if !has(compare.active) {
            compare.active = (0..compare.columns.len()).find(|at| has(*at)).unwrap_or(compare.active);
        }
    }
}

/// The columns but for `moved`, which is there already, stand at their passages of a row.
fn stand_beside(state: &mut State, row: usize, moved: Option<usize>) {
    let corpus = Arc::clone(&state.corpus);
    let Some(mut compare) = state.compare.take() else { return };
    compare.row = row;
    for at in (0..compare.columns.len()).filter(|at| Some(*at) != moved) {
        let own: Option<PassageIx> = compare.alignment.rows.get(row).and_then(|row| *row.passages.get(at)?);
        let Some(hit) = own.and_then(|own| first_place(state, &compare, at, own)) else { continue };
        let column = &mut compare.columns[at];
        if let Some(document) = column.reading.document {
            column.reading.stand(&corpus, document, hit, &mut state.pages);
        }
    }
    compare.reword(&corpus);
    state.compare = Some(compare);
}

/// The first place of what is walked in a passage of a column.
fn first_place(state: &State, compare: &Compare, column: usize, passage: PassageIx) -> Option<crate::text::Span> {
    let places = compare.places(column, state.walked(), &state.corpus);
    places.iter().find(|hit| hit.passage == passage).map(|hit| hit.span)
}

/// The next or previous place of what is walked, within the column in focus.
fn step_alone(state: &mut State, way: Direction) {
    let corpus = Arc::clone(&state.corpus);
    let Some(compare) = &state.compare else { return };
    let Some(reading) = compare.active() else { return };
    let Some(document) = reading.position(&corpus) else { return };
    let hits = compare.places(compare.active, state.walked(), &corpus);
    let place = (document, reading.caret.words());
    let step = match way {
        Direction::Down => walking::after(&corpus, hits, place),
        Direction::Up => walking::before(&corpus, hits, place),
    };
    let Some((hit, step)) = step.and_then(|step| Some((*hits.get(step.index)?, step))) else {
        let words = format!("{} does not mention {}", document_name(&corpus, document), state.walked().label);
        return say(state, &words);
    };
    let id = corpus.document(document).id;
    if let Some(column) = state.compare.as_mut().and_then(|compare| compare.columns.get_mut(compare.active)) {
        column.reading.show(&corpus, id, hit.span, &mut state.pages);
    }
    if let Some(turned) = step.turned {
        say(state, &format!("{turned} in this document"));
    }
}

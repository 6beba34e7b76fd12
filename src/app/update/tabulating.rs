//! The matrix: moving over its cells, ordering it, following a cell.

use std::sync::Arc;

use crate::app::commands::Table as Ask;
use crate::app::matrix::{Heading, Table};
use crate::app::pane::Pane;
use crate::app::state::State;
use crate::app::strand::document_name;
use crate::corpus::Rows;
use crate::model::Target;

use super::{following, going, say};

/// Opens the matrix on what is walked.
pub(super) fn open(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let of = if state.focus == Pane::Timeline { Rows::Events } else { Rows::Entities(None) };
    going::leave(state);
    state.table = Some(Table::new(&corpus, of, state.pinned_passages(), state.walked().targets.first()));
}

pub(super) fn table(state: &mut State, ask: Ask) {
    let corpus = Arc::clone(&state.corpus);
    let Some(table) = &mut state.table else { return };
    let last = Table::columns(&corpus).saturating_sub(1);
    match ask {
        Ask::NextColumn => table.column = (table.column + 1).min(last),
        Ask::PreviousColumn => table.column = table.column.saturating_sub(1),
        Ask::Order => table.order_by_column(&corpus),
        Ask::Kind => *table = table.next_kind(&corpus),
        Ask::Follow => follow(state),
    }
}

/// Lists the matrix anew for another corpus.
pub(super) fn again(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let within = state.pinned_passages();
    state.table = state.table.take().map(|table| table.again(&corpus, table.of, within));
}

/// Opens the passages of the cell under the cursor; of a row, all.
fn follow(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let Some(table) = &state.table else { return };
    let Some((target, row)) = table.target(&corpus).zip(table.current()) else {
        return say(state, "Nothing here to follow");
    };
    let mut targets = vec![target.clone()];
    if let Heading::Document(document) = Heading::at(table.column) {
        if row.count(document) == 0 {
            let words = format!("No passage found in {}", document_name(&corpus, document));
            return say(state, &words);
        }
        targets.push(Target::Document(corpus.document(document).id));
    }
    going::leave(state);
    state.table = None;
    going::choose_item(state, &target);
    following::follow_targets(state, &targets);
}

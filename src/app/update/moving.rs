//! Moving cursors, and which pane is in focus.

use crate::app::commands::{Focus, Move};
use crate::app::layout::layout;
use crate::app::pane::Pane;
use crate::app::scroll::Direction;
use crate::app::state::{Overlay, State};

use super::{going, marking, reading};

pub(super) fn step(state: &mut State, movement: Move) {
    let areas = layout(state.size, state);
    if let Overlay::Text(text) = &mut state.overlay {
        let height = usize::from(areas.popup.inside().height);
        let last = (text.rows.len() + 1).saturating_sub(height);
        text.top = movement.step(text.top, last, height);
        return;
    }
    if let Some(compare) = &mut state.compare {
        compare.active_mut().step(movement);
        return;
    }
    let height = usize::from(areas.pane(state.focus).inside().height);
    match state.focus {
        Pane::Reader => {
            state.reader.step(movement);
            reading::mark_caret(state);
            return;
        }
        Pane::Documents => move_list(&mut state.documents.scroll.cursor, movement, state.documents.rows.len(), height),
        Pane::Entities => move_list(&mut state.entities.scroll.cursor, movement, state.entities.rows.len(), height),
        Pane::Passages => move_list(&mut state.passages.scroll.cursor, movement, state.passages.rows.len(), height),
        Pane::Timeline => {
            move_list(&mut state.timeline.scroll.cursor, movement, state.timeline.rows.len(), height);
            state.timeline.rest(movement.direction());
        }
    }
    marking::mark_current(state);
}

fn move_list(cursor: &mut usize, movement: Move, rows: usize, height: usize) {
    *cursor = movement.step(*cursor, rows, height);
}

pub(super) fn focus(state: &mut State, focus: Focus) {
    match focus {
        Focus::Next => going::focus(state, neighbour(state, Direction::Down)),
        Focus::Previous => going::focus(state, neighbour(state, Direction::Up)),
        Focus::To(pane) => going::focus(state, pane),
        Focus::Zoom => state.is_zoomed = !state.is_zoomed,
    }
}

/// The next pane in the order of the numbers, those out of sight included: focus brings them into it.
fn neighbour(state: &State, direction: Direction) -> Pane {
    let panes = Pane::ALL.len();
    let step = if direction == Direction::Down { 1 } else { panes - 1 };
    let at = (state.focus as usize + step) % panes;
    Pane::ALL.get(at).copied().unwrap_or_default()
}

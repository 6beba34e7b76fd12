//! Moving cursors, and which pane is in focus.

use crate::app::commands::{Focus, Move};
use crate::app::layout::{layout, tray_rows};
use crate::app::matrix::Table;
use crate::app::pane::Pane;
use crate::app::scroll::Direction;
use crate::app::state::{Overlay, State};

use super::{comparing, going, listing, marking, reading, say};

pub(super) fn step(state: &mut State, movement: Move) {
    let areas = layout(state.size, state);
    if let Overlay::Text(text) = &mut state.overlay {
        let height = usize::from(areas.popup.inside().height);
        let last = (text.rows.len() + 1).saturating_sub(height);
        text.top = movement.step(text.top, last, height);
        return;
    }
    if matches!(state.overlay, Overlay::Tray) {
        let height = tray_rows(areas.popup.inside());
        state.tray.scroll.cursor = movement.step(state.tray.scroll.cursor, state.tray.pieces.len(), height);
        return;
    }
    if state.compare.is_some() {
        reading::active(state).step(movement);
        return comparing::follow_along(state);
    }
    if let Some(table) = &mut state.table {
        let height = usize::from(Table::area(areas.matrix).height);
        table.scroll.cursor = movement.step(table.scroll.cursor, table.rows.len(), height);
        return;
    }
    let height = usize::from(areas.list(state.focus).height);
    let (scroll, rows) = match state.focus {
        Pane::Reader => {
            state.reader.step(movement);
            return reading::mark_caret(state);
        }
        Pane::Documents => (&mut state.documents.scroll, state.documents.rows.len()),
        Pane::Entities => (&mut state.entities.scroll, state.entities.rows.len()),
        Pane::Timeline => (&mut state.timeline.scroll, state.timeline.rows.len()),
        Pane::Passages => (&mut state.passages.scroll, state.passages.rows.len()),
    };
    let before = scroll.cursor;
    scroll.cursor = movement.step(before, rows, height);
    let moved = scroll.cursor;
    if state.focus == Pane::Timeline {
        state.timeline.rest(movement.direction());
    }
    if moved != before {
        marking::mark_current(state);
    }
}

pub(super) fn focus(state: &mut State, focus: Focus) {
    match focus {
        Focus::Next => going::focus(state, neighbour(state, Direction::Down)),
        Focus::Previous => going::focus(state, neighbour(state, Direction::Up)),
        Focus::To(pane) => going::focus(state, pane),
        Focus::Zoom => state.is_zoomed = !state.is_zoomed,
        Focus::Freeze => freeze(state),
    }
}

/// The pane in focus stays as it stands from now on, or follows again.
fn freeze(state: &mut State) {
    let pane = state.focus;
    if thaw(state) {
        return say(state, &format!("{} follows again", pane.name()));
    }
    state.frozen.freeze(pane, state.filter.clone(), state.pins.clone(), state.listed().clone());
    say(state, &format!("{} stays as it stands, whatever is chosen elsewhere; gf lets it follow", pane.name()));
}

/// Lets the pane in focus follow again. Whether it was frozen.
pub(super) fn thaw(state: &mut State) -> bool {
    let was_frozen = state.frozen.thaw(state.focus);
    if was_frozen {
        let kept = listing::Kept::of(state);
        listing::again(state, &kept);
    }
    was_frozen
}

/// The next pane in the order of the numbers, those out of sight included: focus brings them into it.
fn neighbour(state: &State, direction: Direction) -> Pane {
    let panes = Pane::ALL.len();
    let step = if direction == Direction::Down { 1 } else { panes - 1 };
    let at = (state.focus as usize + step) % panes;
    Pane::ALL.get(at).copied().unwrap_or_default()
}

//! The mouse: a click focuses and marks, a second click on the same follows, the wheel scrolls what it is over, a border is dragged.

use crate::app::commands::{Choose, Command, Go, Item, Tray};
use crate::app::geometry::Area;
use crate::app::key::{Mouse, MouseAction};
use crate::app::layout::{Layout, bar_area, finder_rows, guide_rows, layout, picker_rows, text_area, tray_rows};
use crate::app::message::Effect;
use crate::app::page::Line;
use crate::app::pane::Pane;
use crate::app::reading::Reading;
use crate::app::scroll::Direction;
use crate::app::splits::{Border, Grip};
use crate::app::state::{Overlay, State};
use crate::text::{Span, cells};

use super::following::Found;
use super::{comparing, dating, going, marking, reading, run};

/// Rows that a notch of the wheel moves.
const NOTCH: usize = 3;

pub(super) fn mouse(state: &mut State, mouse: Mouse) -> Vec<Effect> {
    let areas = layout(state.size, state);
    let column = mouse.column.min(state.size.width.saturating_sub(1));
    let row = mouse.row.min(state.size.height.saturating_sub(1));
    match mouse.action {
        MouseAction::WheelDown => wheel(state, &areas, column, row, Direction::Down),
        MouseAction::WheelUp => wheel(state, &areas, column, row, Direction::Up),
        MouseAction::Back => return run(state, Command::Go(Go::Back)),
        MouseAction::Forward => return run(state, Command::Go(Go::Forward)),
        MouseAction::Drag => drag(state, &areas, column, row),
        MouseAction::Release => state.grip = None,
        MouseAction::Click => {
            state.is_touched = true;
            let is_covered = !areas.popup.is_empty();
            state.grip = areas.border_at(column, row).filter(|_| !is_covered);
            return click(state, &areas, column, row);
        }
    }
    Vec::new()
}

fn wheel(state: &mut State, areas: &Layout, column: u16, row: u16, direction: Direction) {
    let inside = areas.popup.inside();
    match &mut state.overlay {
        Overlay::Finder(finder) => {
            finder.scroll.wheel(direction, NOTCH, finder.choices.len(), finder_rows(inside));
            return;
        }
        Overlay::Guide(guide) => {
            guide.scroll.wheel(direction, NOTCH, guide.rows.len(), guide_rows(inside));
            return;
        }
        Overlay::Text(text) => {
            text.top = match direction {
                Direction::Down => text.top.saturating_add(NOTCH),
                Direction::Up => text.top.saturating_sub(NOTCH),
            };
            return;
        }
        Overlay::Leaving(_) => return,
        Overlay::Tray => {
            state.tray.scroll.wheel(direction, NOTCH, state.tray.pieces.len(), tray_rows(inside));
            return;
        }
        Overlay::Picker(picker) => {
            let height = picker_rows(inside, picker);
            picker.scroll.wheel(direction, NOTCH, picker.rows.len(), height);
            return;
        }
        Overlay::None | Overlay::Search(_) | Overlay::Filter(_) | Overlay::Prompt(_) => {}
    }
    if let Some(compare) = &mut state.compare {
        let under = compare.columns.iter_mut().zip(areas.columns).find(|(_, area)| area.holds(column, row));
        if let Some((column, _)) = under {
            column.reading.wheel(direction, NOTCH);
        }
        return;
    }
    let Some(pane) = areas.pane_at(column, row) else { return };
    let height = usize::from(areas.list(pane).height);
    match pane {
        Pane::Reader => state.reader.wheel(direction, NOTCH),
        Pane::Documents => state.documents.scroll.wheel(direction, NOTCH, state.documents.rows.len(), height),
        Pane::Entities => state.entities.scroll.wheel(direction, NOTCH, state.entities.rows.len(), height),
        Pane::Passages => state.passages.scroll.wheel(direction, NOTCH, state.passages.rows.len(), height),
        Pane::Timeline => {
            state.timeline.scroll.wheel(direction, NOTCH, state.timeline.rows.len(), height);
            state.timeline.rest(direction);
        }
    }
}

/// Moves the border that is held.
fn drag(state: &mut State, areas: &Layout, column: u16, row: u16) {
    let Some(Grip { border, ahead }) = state.grip else { return };
    let (start, whole) = areas.shared(border);
    let at = match border {
        Border::Left | Border::Right => column,
        Border::Documents | Border::Lower => row,
    };
    state.splits.put(border, (at + ahead).saturating_sub(start), whole);
}

fn click(state: &mut State, areas: &Layout, column: u16, row: u16) -> Vec<Effect> {
    match &state.overlay {
        Overlay::None | Overlay::Search(_) | Overlay::Filter(_) => {}
        _ => return click_box(state, areas.popup, column, row),
    }
    if let Some(compare) = &mut state.compare {
        let clicked = areas.columns.iter().enumerate().find(|(_, area)| area.holds(column, row));
        if let Some((at, area)) = clicked {
            compare.active = at;
            if let Some(below) = in_density_bar(*area, column, row) {
                jump(state, below);
                comparing::follow_along(state);
                return Vec::new();
            }
            let offset = state
                .compare
                .as_ref()
                .and_then(|compare| offset_at(state, compare.active()?, text_area(*area, state.measure), column, row));
            point(state, offset);
        }
        return Vec::new();
    }
    let Some(pane) = areas.pane_at(column, row) else { return Vec::new() };
    let was_focused = state.focus == pane;
    state.overlay = Overlay::None;
    going::focus(state, pane);
    let bar = bar_area(areas.pane(pane));
    if pane == Pane::Timeline && bar.holds(column, row) {
        dating::go_to_cell(state, column - bar.x);
        return Vec::new();
    }
    if let Some(below) = in_density_bar(areas.pane(pane), column, row).filter(|_| pane == Pane::Reader) {
        jump(state, below);
        reading::mark_caret(state);
        return Vec::new();
    }
    let inside = areas.list(pane);
    if !inside.holds(column, row) {
        return Vec::new();
    }
    if pane == Pane::Reader {
        let offset = offset_at(state, &state.reader, text_area(areas.pane(pane), state.measure), column, row);
        let before = state.reader.caret;
        point(state, offset);
        reading::mark_caret(state);
        let is_same = was_focused && before == state.reader.caret && before.item.is_some();
        return if is_same { run(state, Command::Item(Item::Follow)) } else { Vec::new() };
    }
    let (scroll, rows) = match pane {
        Pane::Documents => (&mut state.documents.scroll, state.documents.rows.len()),
        Pane::Entities => (&mut state.entities.scroll, state.entities.rows.len()),
        Pane::Timeline => (&mut state.timeline.scroll, state.timeline.rows.len()),
        Pane::Passages | Pane::Reader => (&mut state.passages.scroll, state.passages.rows.len()),
    };
    let clicked = scroll.top + usize::from(row - inside.y);
    if clicked >= rows {
        return Vec::new();
    }
    let is_same = was_focused && scroll.cursor == clicked;
    scroll.cursor = clicked;
    state.timeline.rest(Direction::Down);
    if is_same {
        return run(state, Command::Item(Item::Follow));
    }
    marking::mark_current(state);
    Vec::new()
}

/// The row of the density bar, in the border of a text's `area` on the right, that a cell is in.
fn in_density_bar(area: Area, column: u16, row: u16) -> Option<usize> {
    let inside = area.inside();
    let is_there = column + 1 == area.right() && (inside.y..inside.bottom()).contains(&row);
    is_there.then(|| usize::from(row - inside.y))
}

/// Goes to the first place of what is walked in the stretch that a row of the density bar stands for, else to the stretch.
fn jump(state: &mut State, below: usize) {
    let corpus = std::sync::Arc::clone(&state.corpus);
    let active = reading::active(state).clone();
    let Some(stretch) = active.rows_beside(below).map(|rows| active.stretch(&rows)) else { return };
    let document = active.position(&corpus);
    let hits = document.map(|document| state.walked().hits_in(&corpus, document)).unwrap_or_default();
    let first = hits.iter().find(|hit| stretch.holds(hit.span.start)).map(|hit| hit.span);
    let shown = first.filter(|span| active.page().fold_over(*span).is_none());
    reading::active(state).go(shown.map_or(stretch.start, |span| span.start), shown);
}

/// A click in a box chooses, a second one takes the choice; a click beside it closes it.
fn click_box(state: &mut State, popup: Area, column: u16, row: u16) -> Vec<Effect> {
    // What is being written is not lost by a slip of the hand.
    if matches!(state.overlay, Overlay::Prompt(_)) {
        return Vec::new();
    }
    if !popup.holds(column, row) {
        state.overlay = Overlay::None;
        return Vec::new();
    }
    let inside = popup.inside();
    // The line of typing and its rule stand above the other lists.
    let above = if matches!(state.overlay, Overlay::Tray) { 0 } else { 2 };
    let (scroll, rows, height) = match &mut state.overlay {
        Overlay::Tray => (&mut state.tray.scroll, state.tray.pieces.len(), tray_rows(inside)),
        Overlay::Finder(finder) => (&mut finder.scroll, finder.choices.len(), finder_rows(inside)),
        Overlay::Guide(guide) => (&mut guide.scroll, guide.rows.len(), guide_rows(inside)),
        Overlay::Picker(picker) => {
            let height = picker_rows(inside, picker);
            (&mut picker.scroll, picker.rows.len(), height)
        }
        Overlay::None
        | Overlay::Search(_)
        | Overlay::Filter(_)
        | Overlay::Text(_)
        | Overlay::Prompt(_)
        | Overlay::Leaving(_) => {
            return Vec::new();
        }
    };
    let Some(below) = row.checked_sub(inside.y + above).map(usize::from).filter(|below| *below < height) else {
        return Vec::new();
    };
    let clicked = scroll.top + below;
    let is_same = scroll.cursor == clicked;
    if clicked < rows {
        scroll.cursor = clicked;
    }
    match &state.overlay {
        _ if !is_same => Vec::new(),
        Overlay::Tray => run(state, Command::Tray(Tray::Follow)),
        _ => super::opening::choose(state, Choose::Accept),
    }
}

/// The offset of the text shown at a cell; beside a line, where the line begins.
fn offset_at(state: &State, reading: &Reading, text: Area, column: u16, row: u16) -> Option<u32> {
    let at = reading.page().rows.get(reading.top + usize::from(row.checked_sub(text.y)?))?;
    let Line::Text { span, .. } = at.line else { return Some(at.at).filter(|_| at.line.can_rest()) };
    let document = reading.position(&state.corpus)?;
    let shown = &state.corpus.document(document).text;
    let mut x = text.x;
    let under = cells(shown, span).find(|cell| {
        x = x.saturating_add(cell.width);
        x > column
    });
    Some(under.map_or(span.start, |cell| cell.span.start))
}

/// Puts the caret of the text in focus on the name or date at `offset`, else on the row.
fn point(state: &mut State, offset: Option<u32>) {
    let Some(offset) = offset else { return };
    let here = Some(Span::new(offset, offset.saturating_add(1)));
    let mut probe = reading::active(state).clone();
    probe.caret = crate::app::reading::Caret { at: offset, item: here };
    let item = reading::under_caret(state, &probe).map(|found| match found {
        Found::Mention(mention) => mention.span,
        Found::Time(time) => time.expression.span,
    });
    let active = reading::active(state);
    match item {
        Some(item) => active.go(item.start, Some(item)),
        None => active.go(offset, None),
    }
}

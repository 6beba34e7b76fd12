//! The panes, one file each.

mod compare;
mod documents;
mod entities;
mod matrix;
mod passages;
mod reader;
mod timeline;

pub(super) use compare::compare;
pub(super) use matrix::matrix;

use crate::app::{Area, Pane, State};

use super::canvas::Canvas;
use super::frame::Weight;
use super::theme::Theme;

/// Draws a pane into its area.
pub(super) fn draw(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, pane: Pane, state: &State) {
    let weight = Weight::of(state.focus() == pane);
    match pane {
        Pane::Documents => documents::draw(canvas, theme, area, state, weight),
        Pane::Reader => reader::draw(canvas, theme, area, state, weight),
        Pane::Entities => entities::draw(canvas, theme, area, state, weight),
        Pane::Timeline => timeline::draw(canvas, theme, area, state, weight),
        Pane::Passages => passages::draw(canvas, theme, area, state, weight),
    }
}

/// Lays the look of the cursor over its row, and its sign before it.
fn cursor(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, weight: Weight) {
    let (patch, sign) = match weight {
        Weight::Focused => (theme.cursor, theme.focus),
        Weight::Idle => (theme.idle_cursor, theme.dim),
    };
    canvas.text(line, 0, theme.glyphs.cursor, sign);
    canvas.patch(line, patch);
}

/// Left of column `end`, how many notes, tags and bookmarks stand there. Gives the column that is left.
fn annotated(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, end: u16, count: usize) -> u16 {
    if count == 0 {
        return end;
    }
    let sign = if count == 1 { theme.glyphs.note.to_owned() } else { format!("{}{count}", theme.glyphs.note) };
    let left = Area { width: end.saturating_sub(1), ..line };
    canvas.right(left, &sign, theme.notice).saturating_sub(1)
}

/// Words in the middle of an empty pane.
fn nothing(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, words: &str) {
    let inside = area.inside();
    canvas.clipped(super::canvas::row(inside, 0), 1, inside.width.saturating_sub(2), words, theme.dim);
}

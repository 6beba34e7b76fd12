//! What lies over the panes: finder, help and palette, explanations, and the keys that may follow a prefix.

mod explanation;
mod finder;
mod guide;
mod leaving;
mod picker;
mod prompt;
mod tray;
mod which_key;

pub(super) use explanation::explanation;
pub(super) use finder::finder;
pub(super) use guide::guide;
pub(super) use leaving::leaving;
pub(super) use picker::picker;
pub(super) use prompt::prompt;
pub(super) use tray::tray;
pub(super) use which_key::which_key;

use crate::app::Area;

use super::canvas::{Canvas, row};
use super::frame::{Priority, Title, Weight, Words, frame};
use super::theme::Theme;

/// Clears a box, draws its border and gives its inside less a column at each side.
fn open(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, left: Vec<Words>, right: Vec<Vec<Words>>) -> Area {
    canvas.clear(area, theme.screen);
    frame(canvas, theme, area, Weight::Focused, &Title { left, right, priority: Priority::Left });
    let inside = area.inside();
    Area { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside }
}

/// A line across, with words in it.
fn rule(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, words: &str) {
    let [_, _, _, _, across, _] = theme.glyphs.border;
    canvas.text(line, 0, &across.repeat(usize::from(line.width)), theme.line);
    if !words.is_empty() {
        canvas.text(line, 1, &format!(" {words} "), theme.dim);
    }
}

/// The row under the cursor of a list in a box.
fn chosen(canvas: &mut Canvas<'_>, theme: &Theme, line: Area) {
    canvas.text(line, 0, theme.glyphs.cursor, theme.focus);
    canvas.patch(line, theme.cursor);
}

/// The rows of `area` from `from` on.
fn rows(area: Area, from: u16, count: usize) -> impl Iterator<Item = Area> {
    (0..count).map(move |below| row(area, usize::from(from) + below))
}

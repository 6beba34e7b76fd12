//! The keys that may follow a prefix, shown when it waits.

use crate::app::{Area, State, layout, spelled};
use crate::text::width;

use super::super::canvas::Canvas;
use super::super::theme::Theme;
use super::{open, rows};

pub(in crate::ui) fn which_key(canvas: &mut Canvas<'_>, theme: &Theme, state: &State) {
    let Some((pressed, follows)) = state.continuations() else { return };
    let lines: Vec<(String, String)> = follows.into_iter().map(|follows| (follows.keys, follows.words)).collect();
    let keys = lines.iter().map(|(keys, _)| width(keys)).max().unwrap_or(1) as u16;
    let longest = lines.iter().map(|(_, words)| width(words)).max().unwrap_or(0) as u16;
    let footer = layout(state.size(), state).footer;
    let box_width = (keys + longest + 6).min(footer.width);
    let height = (lines.len() as u16 + 2).min(footer.y);
    let area = Area::new(footer.right().saturating_sub(box_width), footer.y - height, box_width, height);
    let prefix: String = pressed.iter().copied().map(spelled).collect();
    let inside = open(canvas, theme, area, vec![(prefix, theme.focus)], Vec::new());
    for (line, (shown, words)) in rows(inside, 0, usize::from(inside.height)).zip(lines) {
        canvas.text(line, 0, &shown, theme.focus);
        canvas.clipped(line, keys + 2, line.width.saturating_sub(keys + 2), &words, theme.text);
    }
}

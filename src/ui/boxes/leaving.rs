//! The box in which a reader says what leaves: passages, format, file.

use crate::app::{Area, Leaving, Scope, Stage, State};
use crate::text::visible;

use super::super::canvas::{Canvas, row};
use super::super::lines::field;
use super::super::theme::Theme;
use super::{open, rule};

/// Cells of the labels.
const LABELS: u16 = 9;

pub(in crate::ui) fn leaving(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, leaving: &Leaving, state: &State) {
    let right = vec![vec![("Enter writes, Esc closes".to_owned(), theme.dim)]];
    let inside = open(canvas, theme, area, vec![("Export".to_owned(), theme.focus)], right);
    let group =
        if leaving.format.is_dossier() { format!("passages by {}", leaving.group.name()) } else { "-".to_owned() };
    let what = visible(&leaving.what()).into_owned();
    let other = match leaving.scope {
        Scope::Listed => "Tab: everything",
        Scope::Everything => "Tab: what Passages lists",
    };
    let facts = [
        ("leaves", what, theme.strong, other),
        ("", leaving.leaves.clone(), theme.text, ""),
        ("stays", leaving.stays.clone(), theme.text, ""),
        ("as", leaving.format.name().to_owned(), theme.strong, "arrows"),
        ("", leaving.format.about().to_owned(), theme.dim, ""),
        ("grouped", group, theme.text, if leaving.format.is_dossier() { "^T" } else { "" }),
        ("folder", visible(&state.settings().folder).into_owned(), theme.text, ""),
    ];
    for (below, (label, words, style, keys)) in facts.into_iter().enumerate() {
        let line = row(inside, below);
        canvas.text(line, 0, label, theme.dim);
        let room = line.width.saturating_sub(LABELS + keys.len() as u16 + 2);
        canvas.clipped(line, LABELS, room, &words, style);
        canvas.right(line, keys, theme.focus);
    }
    let line = row(inside, 7);
    canvas.text(line, 0, "file", theme.dim);
    field(canvas, theme, line, LABELS, leaving.field.parts());
    rule(canvas, theme, row(inside, 8), "");
    let (words, style) = match &leaving.stage {
        Stage::Asking => ("A name with a path goes there; nothing is replaced without asking".to_owned(), theme.dim),
        Stage::Writing => ("Writing".to_owned(), theme.notice),
        Stage::Occupied(why) => (format!("Enter again replaces it: {why}"), theme.notice),
        Stage::Failed(why) => (why.clone(), theme.notice),
    };
    canvas.clipped(row(inside, 9), 0, inside.width, &words, style);
}

//! A line that is asked for: what it is about, what is typed, what is wrong with it.

use crate::app::{Area, Ask, Prompt};

use super::super::canvas::{Canvas, row};
use super::super::lines::field;
use super::super::theme::Theme;
use super::{open, rule};

pub(in crate::ui) fn prompt(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, prompt: &Prompt) {
    let right = match &prompt.ask {
        Ask::Rename(_, kind) => vec![vec![(format!("{}  ^T changes it", kind.name()), theme.kind(*kind))]],
        _ if prompt.is_note() => vec![vec![("^E writes it in your editor".to_owned(), theme.dim)]],
        Ask::Publication(_) | Ask::Time(_) => {
            vec![vec![("2016, 2016-12, 2016-12-29, 2016-12-20/2017-01".to_owned(), theme.dim)], Vec::new()]
        }
        _ => Vec::new(),
    };
    let inside = open(canvas, theme, area, vec![(prompt.title.clone(), theme.focus)], right);
    canvas.clipped(row(inside, 0), 0, inside.width, &prompt.about, theme.dim);
    rule(canvas, theme, row(inside, 1), "");
    let line = row(inside, 2);
    let column = canvas.text(line, 0, "> ", theme.focus);
    field(canvas, theme, line, column, prompt.field.parts());
    let said = prompt.wrong.map_or(("Enter saves, Esc leaves", theme.dim), |wrong| (wrong, theme.notice));
    canvas.clipped(row(inside, 4), 0, inside.width, said.0, said.1);
}

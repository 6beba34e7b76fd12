//! An explanation: facts beside their labels, quotes as such.

use ratatui::style::Modifier;

use crate::app::{Area, Explanation, Tone};

use super::super::canvas::Canvas;
use super::super::theme::Theme;
use super::{open, rows};

pub(in crate::ui) fn explanation(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, told: &Explanation) {
    let height = usize::from(area.inside().height);
    let below = told.rows.len().saturating_sub(told.top + height);
    let more = if below > 0 { format!("{below} more below") } else { String::new() };
    let right = vec![vec![(more, theme.dim)]];
    let inside = open(canvas, theme, area, vec![(told.title.clone(), theme.focus)], right);
    let shown = told.rows.get(told.top.min(told.rows.len())..).unwrap_or_default();
    for (line, row) in rows(inside, 0, height).zip(shown) {
        let (start, style) = match row.tone {
            Tone::Heading => (0, theme.strong),
            Tone::Plain => (Explanation::labels(), theme.text),
            Tone::Quote => (Explanation::labels(), theme.text.add_modifier(Modifier::ITALIC)),
        };
        canvas.clipped(line, 0, Explanation::labels() - 1, &row.label, theme.dim);
        canvas.text(line, start, &row.words, style);
    }
}

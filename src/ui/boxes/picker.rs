//! A list to choose from: what each is, its words, where it stands.

use crate::app::{Area, Choosable, Picker, Purpose, WHOLE, picker_rows};
use crate::text::{Span, clip, width, wrap};

use super::super::canvas::{Canvas, row};
use super::super::lines::field;
use super::super::theme::Theme;
use super::{chosen, open, rows, rule};

/// Cells of the labels' column at most.
const LABELS: usize = 16;

pub(in crate::ui) fn picker(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, picker: &Picker) {
    let at = (picker.scroll.cursor + 1).min(picker.rows.len());
    let right = vec![vec![(format!("{at}/{}", picker.rows.len()), theme.dim)]];
    let inside = open(canvas, theme, area, vec![(picker.title.clone(), theme.focus)], right);
    let line = row(inside, 0);
    let hint = match picker.purpose {
        Purpose::Casework(_) => "^T shows others",
        Purpose::Tag(_) => "Enter puts it on, or takes it off",
        Purpose::Split(_) => "Enter splits it off",
        Purpose::Batch => "Enter opens the passages",
    };
    let hint_at = canvas.right(line, hint, theme.dim);
    let column = canvas.text(line, 0, "> ", theme.focus);
    field(canvas, theme, Area { width: hint_at.saturating_sub(1), ..line }, column, picker.field.parts());
    rule(canvas, theme, row(inside, 1), "");
    let height = picker_rows(area.inside(), picker);
    if picker.rows.is_empty() {
        canvas.clipped(row(inside, 2), 2, inside.width.saturating_sub(2), &nothing(picker), theme.dim);
    }
    let labels = picker.items.iter().map(|item| width(&item.label)).max().unwrap_or(0).min(LABELS) as u16;
    let window = picker.scroll.window(picker.rows.len(), height);
    for (line, at) in rows(inside, 2, height).zip(window) {
        if picker.scroll.cursor == at {
            chosen(canvas, theme, line);
        }
        if let Some(item) = picker.rows.get(at).and_then(|at| picker.items.get(*at)) {
            draw(canvas, theme, line, item, labels);
        }
    }
    if let Some(item) = picker.current() {
        let below = (height as u16 + 2).min(inside.height);
        whole(canvas, theme, Area { y: inside.y + below, height: inside.height - below, ..inside }, item);
    }
}

/// What is under the cursor, whole as far as there is room: its place, and its words on several lines.
fn whole(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, item: &Choosable) {
    if area.height < WHOLE {
        return;
    }
    rule(canvas, theme, row(area, 0), &clip(&item.detail, usize::from(area.width.saturating_sub(4))));
    let room = area.width.saturating_sub(2);
    // Lines break before words that do not fit, so that some cells of each stay empty.
    let words = clip(&item.words, usize::from(room) * usize::from(WHOLE - 1));
    let mut lines = Vec::new();
    wrap(&words, Span::whole(&words), room, &mut lines);
    for (line, span) in rows(area, 1, usize::from(WHOLE - 1)).zip(lines) {
        canvas.text(line, 2, span.of(&words), theme.text);
    }
}

fn draw(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, item: &Choosable, labels: u16) {
    canvas.clipped(line, 2, labels, &item.label, theme.dim);
    let start = 2 + labels + 2;
    let room = line.width.saturating_sub(start);
    // The words keep the greater part of the row.
    let detail = clip(&item.detail, usize::from(room * 2 / 5)).into_owned();
    let end = canvas.right(line, &detail, theme.dim);
    let style = if item.is_dim { theme.dim } else { theme.text };
    canvas.clipped(line, start, end.saturating_sub(start + 2), &item.words, style);
}

fn nothing(picker: &Picker) -> String {
    match picker.purpose {
        Purpose::Tag(_) if picker.field.is_empty() => "Type a tag".to_owned(),
        Purpose::Tag(_) => "A new tag".to_owned(),
        Purpose::Casework(_) if picker.items.is_empty() => {
            "Nothing of this kind yet. In a pane, a writes a note, # a tag, * sets a bookmark".to_owned()
        }
        Purpose::Split(_) if picker.items.is_empty() => "It has one mention: nothing to split".to_owned(),
        Purpose::Batch if picker.items.is_empty() => "The list holds no line to search for".to_owned(),
        _ => "Nothing fits".to_owned(),
    }
}

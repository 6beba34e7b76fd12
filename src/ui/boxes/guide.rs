//! Help and palette: the table of commands, searchable.

use crate::app::{Area, Entry, Guide, GuideRow, days_words, guide_rows};
use crate::text::width;

use super::super::canvas::{Canvas, row};
use super::super::lines::field;
use super::super::theme::Theme;
use super::{chosen, open, rows, rule};

/// From this width on commands are listed with their names.
const WITH_NAMES: u16 = 90;
/// Cells of the keys' column at most: on 80 columns the longest description stands whole beside it.
const KEYS: usize = 19;

pub(in crate::ui) fn guide(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, guide: &Guide) {
    let (name, hint) = if guide.is_help() {
        ("Help", "type to search, arrows scroll, Esc closes")
    } else {
        ("Commands", "type to search, Enter runs, a number goes there")
    };
    let right = vec![vec![(hint.to_owned(), theme.dim)]];
    let inside = open(canvas, theme, area, vec![(name.to_owned(), theme.focus)], right);
    let line = row(inside, 0);
    let column = canvas.text(line, 0, if guide.is_help() { "/ " } else { ": " }, theme.focus);
    field(canvas, theme, line, column, guide.field.parts());
    rule(canvas, theme, row(inside, 1), "");
    let height = guide_rows(area.inside());
    if guide.rows.is_empty() {
        let typed = guide.field.text();
        let words = match (guide.date(), typed.trim().parse::<usize>()) {
            (Some(days), _) => format!("go to {} on the timeline", days_words(days)),
            (None, _) if guide.awaits_date() => "a date: 2016, 2016-12, 2016-12-29 or 2016-12..2017-01".to_owned(),
            (None, Ok(number)) if !guide.is_help() => format!("go to row {number}; in Reader, to paragraph {number}"),
            _ => "No command says that".to_owned(),
        };
        canvas.text(row(inside, 2), 2, &words, theme.dim);
    }
    let window = guide.scroll.window(guide.rows.len(), height);
    let shown = guide.rows.iter().filter_map(|row| match row {
        GuideRow::Entry(entry) => Some(width(&keys(guide, entry))),
        GuideRow::Group(_) | GuideRow::Sign(..) => None,
    });
    let keys_width = shown.max().unwrap_or(0).min(KEYS) as u16;
    // Names have room only where descriptions keep theirs.
    let has_names = !guide.is_help() && inside.width >= WITH_NAMES;
    let is_end = window.end == guide.rows.len();
    for (line, at) in rows(inside, 2, height).zip(window) {
        if !guide.is_help() && guide.scroll.cursor == at {
            chosen(canvas, theme, line);
        }
        match guide.rows.get(at) {
            Some(GuideRow::Group(name)) => {
                canvas.text(line, 0, name, theme.strong);
            }
            Some(GuideRow::Entry(entry)) => {
                canvas.clipped(line, 1, keys_width, &keys(guide, entry), theme.focus);
                let start = 1 + keys_width + 1;
                let end = if has_names { line.width.saturating_sub(26) } else { line.width };
                canvas.clipped(line, start, end.saturating_sub(start), entry.long, theme.text);
                if has_names {
                    canvas.right(line, entry.name, theme.dim);
                }
            }
            Some(GuideRow::Sign(sign, said)) => {
                canvas.text(line, 1, theme.glyphs.sign(*sign), theme.time);
                let start = 1 + keys_width.max(3) + 1;
                canvas.clipped(line, start, line.width.saturating_sub(start), said, theme.text);
            }
            None => {}
        }
    }
    if !is_end {
        let edge = row(area, usize::from(area.height.saturating_sub(1)));
        canvas.right(Area { width: edge.width.saturating_sub(2), ..edge }, " more ", theme.dim);
    }
}

fn keys(guide: &Guide, entry: &Entry) -> String {
    let keys = guide.keys(entry);
    if keys.is_empty() {
        return format!(":{}", entry.name);
    }
    // One key does different things in different panes: those of a single pane say which.
    let place = if entry.contexts.len() == 1 { entry.places() } else { String::new() };
    keys + &place
}

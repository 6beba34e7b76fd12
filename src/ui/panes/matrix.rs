//! The matrix: a row for each entity or event, a column for each document; counts as numbers and as shades.

use ratatui::style::{Modifier, Style};

use crate::app::{
    Area, Heading, State, Table, counted, document_name, matrix_columns, matrix_label, publication_in_short,
};
use crate::corpus::{Item, Rows};
use crate::model::DocumentIx;
use crate::text::{clip, visible, width};

use super::super::canvas::{Canvas, row};
use super::super::frame::{Priority, Title, Weight, frame};
use super::super::theme::Theme;

/// Draws the matrix.
pub(in crate::ui) fn matrix(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, table: &Table, state: &State) {
    let corpus = state.corpus();
    let (noun, counts) = match table.of {
        Rows::Entities(None) => ("entity", "mentions"),
        Rows::Entities(Some(kind)) => (kind.name(), "mentions"),
        Rows::Events => ("event", "passages"),
    };
    let inside = area.inside();
    let columns = matrix_columns(inside.width, corpus.documents().len());
    let shown = columns.documents.min(corpus.documents().len().saturating_sub(table.first_document()));
    let pinned = if table.within.is_some() { ", in what is pinned only" } else { "" };
    let counted_by = counted(corpus.documents().len(), "source");
    let left = vec![
        ("Matrix".to_owned(), theme.focus),
        (format!("  {} by {counted_by}{pinned}", counted(table.rows.len(), noun)), theme.text),
    ];
    let only = table.rows.iter().filter(|row| row.only(corpus).is_some()).count();
    let dot = theme.glyphs.dot;
    // Columns that are out of sight are never passed over in silence.
    let sight = if shown < corpus.documents().len() {
        let first = table.first_document() + 1;
        format!(" {dot} sources {first}-{} in sight", table.first_document() + shown)
    } else {
        String::new()
    };
    let right = [
        format!("{counts} in each source {dot} {only} in one source only{sight}"),
        format!("{only} in one source only{sight}"),
        format!("{only} in one only{sight}"),
        sight.trim_start_matches([' ', '\u{b7}']).to_owned(),
    ];
    let right = right.map(|words| vec![(words, theme.dim)]).to_vec();
    frame(canvas, theme, area, Weight::Focused, &Title { left, right, priority: Priority::Left });
    headings(canvas, theme, inside, table, state, counts);
    let rows = Table::area(area);
    if table.rows.is_empty() {
        canvas.clipped(rows, 1, rows.width.saturating_sub(2), "Nothing of this kind was found", theme.dim);
    }
    // The shade of a cell is its share of the greatest cell in sight: numbers say the rest.
    let window = table.scroll.window(table.rows.len(), usize::from(rows.height));
    let most = table.rows.iter().flat_map(|row| row.counts.iter().map(|(_, count)| *count)).max().unwrap_or(1);
    for (below, at) in window.enumerate() {
        let Some(item) = table.rows.get(at) else { continue };
        let line = row(rows, below);
        if at == table.scroll.cursor {
            super::cursor(canvas, theme, line, Weight::Focused);
        }
        let is_only = item.only(corpus).is_some();
        let (sign, hue) = match item.item {
            Item::Entity(entity) => {
                let kind = corpus.entity(entity).kind;
                (theme.glyphs.kind(kind), theme.kind(kind))
            }
            Item::Event(_) => (theme.glyphs.what(crate::app::What::Event), theme.time),
        };
        canvas.text(line, 1, sign, hue);
        canvas.clipped(line, 3, columns.name.saturating_sub(4), &matrix_label(corpus, item.item), hue);
        let number = |canvas: &mut Canvas<'_>, end: u16, words: &str, style: Style| {
            canvas.right(Area { width: end.min(line.width), ..line }, words, style)
        };
        let mut end = columns.name + columns.total;
        number(canvas, end, &item.total.to_string(), theme.text);
        end += columns.sources;
        let of = format!("{}/{}", item.counts.len(), corpus.documents().len());
        number(canvas, end, &of, if is_only { theme.notice } else { theme.dim });
        for document in (table.first_document()..table.first_document() + shown).map(DocumentIx::at) {
            end += columns.document;
            let count = item.count(document);
            let is_here = at == table.scroll.cursor && Heading::at(table.column) == Heading::Document(document);
            let mut style = shade(theme, count, most, is_only);
            if is_here {
                style = style.patch(theme.caret);
            }
            let bar = theme.glyphs.bars[if count == 0 { 0 } else { level(count, most) }];
            let words = if count == 0 { theme.glyphs.none.to_owned() } else { format!("{bar} {count:>3}") };
            number(canvas, end, &words, style);
        }
    }
    foot(canvas, theme, inside, table, state);
}

/// Names of the columns in two lines, the one that rows are ordered by marked, the one under the cursor bright.
fn headings(canvas: &mut Canvas<'_>, theme: &Theme, inside: Area, table: &Table, state: &State, counts: &str) {
    let corpus = state.corpus();
    let columns = matrix_columns(inside.width, corpus.documents().len());
    let mut start = 0;
    let mut put = |canvas: &mut Canvas<'_>, at: usize, wide: u16, words: &str| {
        let style = if at == table.column { theme.focus } else { theme.dim };
        let mark = match (at == table.order, table.direction) {
            (false, _) => "",
            (true, crate::app::MatrixDirection::Most) => theme.glyphs.open,
            (true, crate::app::MatrixDirection::Least) => theme.glyphs.falling,
        };
        let room = usize::from(wide.saturating_sub(1));
        let (first, second) = two_lines(&visible(words), room.saturating_sub(width(mark)));
        let cell =
            Area { x: inside.x + start, width: wide.min(inside.width.saturating_sub(start)), height: 1, y: inside.y };
        if at == 0 {
            canvas.text(row(cell, 1), 3, &format!("{second}{mark}"), style);
            start += wide;
            return;
        }
        canvas.right(cell, &first, style);
        canvas.right(row(cell, 1), &format!("{second}{mark}"), style);
        start += wide;
    };
    put(canvas, 0, columns.name, "name");
    put(canvas, 1, columns.total, counts);
    put(canvas, 2, columns.sources, "sources");
    for document in (table.first_document()..corpus.documents().len()).take(columns.documents) {
        let name = document_name(corpus, DocumentIx::at(document));
        put(canvas, document + crate::app::BEFORE_DOCUMENTS, columns.document, &name);
    }
}

/// The last line: who is silent on the row under the cursor, or what the column is.
fn foot(canvas: &mut Canvas<'_>, theme: &Theme, inside: Area, table: &Table, state: &State) {
    let corpus = state.corpus();
    let Some(item) = table.current() else { return };
    let line = row(inside, usize::from(inside.height.saturating_sub(1)));
    let name = |at: DocumentIx| visible(&document_name(corpus, at)).into_owned();
    let silent = item.silent(corpus);
    let counts = format!(
        "{} in {} of {}",
        counted(item.total as usize, if matches!(item.item, Item::Event(_)) { "passage" } else { "mention" }),
        item.counts.len(),
        counted(corpus.documents().len(), "source")
    );
    let pinned = if table.within.is_some() { "in what is pinned, " } else { "" };
    let said = match (item.only(corpus), silent.len()) {
        (Some(only), _) => format!("{pinned}only in {}", name(only)),
        (None, 0) => "in every source".to_owned(),
        (None, _) => {
            format!("{pinned}not found in: {}", silent.iter().map(|at| name(*at)).collect::<Vec<_>>().join(", "))
        }
    };
    let label = clip(&matrix_label(corpus, item.item), usize::from(inside.width / 3)).into_owned();
    let mut column = canvas.text(line, 1, &label, theme.strong);
    column = canvas.text(line, column, &format!(": {counts} {} ", theme.glyphs.dot), theme.dim);
    let room = line.width.saturating_sub(column + 1);
    column = canvas.clipped(line, column, room, &said, theme.notice);
    if let Heading::Document(document) = Heading::at(table.column) {
        let words =
            format!("{} {} {}", name(document), theme.glyphs.dot, publication_in_short(corpus.publication(document)));
        let words = clip(&words, usize::from(line.width.saturating_sub(column + 3))).into_owned();
        if usize::from(line.width.saturating_sub(column)) > width(&words) + 3 {
            canvas.right(Area { width: line.width.saturating_sub(1), ..line }, &words, theme.dim);
        }
    }
}

/// How a count looks: nothing recedes, much stands out, what one source alone has is bright.
fn shade(theme: &Theme, count: u32, most: u32, is_only: bool) -> Style {
    match (count, level(count, most)) {
        (0, _) => theme.line,
        _ if is_only => theme.notice,
        (_, 1) => theme.dim,
        (_, 2 | 3) => theme.text,
        _ => theme.text.add_modifier(Modifier::BOLD),
    }
}

/// The height of a bar for a count, from 1 to 5.
fn level(count: u32, most: u32) -> usize {
    ((u64::from(count) * 5).div_ceil(u64::from(most.max(1))) as usize).clamp(1, 5)
}

/// Words in two lines of at most `room` cells; what does not fit is cut.
fn two_lines(words: &str, room: usize) -> (String, String) {
    if width(words) <= room {
        return (String::new(), words.to_owned());
    }
    let mut first = String::new();
    let mut rest = words;
    while let Some((word, after)) = rest.split_once(' ') {
        if width(&first) + width(word) + usize::from(!first.is_empty()) > room {
            break;
        }
        if !first.is_empty() {
            first.push(' ');
        }
        first.push_str(word);
        rest = after;
    }
    (first, clip(rest, room).into_owned())
}

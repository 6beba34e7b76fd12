//! The evidence tray: its pieces in the reader's own order, the one under the cursor in full with its citation.

use std::collections::HashSet;

use crate::app::{Area, Piece, State, counted, document_name, tray_rows};
use crate::report::Citation;
use crate::text::{Span, one_line, visible, width, wrap};

use super::super::canvas::{Canvas, row};
use super::super::theme::Theme;
use super::{chosen, open, rows, rule};

/// Cells of a piece's source at most.
const SOURCE: u16 = 26;

pub(in crate::ui) fn tray(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, state: &State) {
    let tray = state.tray();
    let corpus = state.corpus();
    let documents: HashSet<_> = tray.pieces.iter().map(|piece| piece.document).collect();
    let counts = format!("  {} from {}", counted(tray.pieces.len(), "piece"), counted(documents.len(), "document"));
    let left = vec![("Evidence tray".to_owned(), theme.focus), (counts, theme.text)];
    let right = vec![vec![("kept with the session; # tags all for good".to_owned(), theme.dim)]];
    let inside = open(canvas, theme, area, left, right);
    let height = tray_rows(area.inside());
    if tray.pieces.is_empty() {
        let words = "Nothing yet: e in Reader or Passages puts the passage in, or the words that V selects";
        canvas.clipped(row(inside, 0), 2, inside.width.saturating_sub(2), words, theme.dim);
        return;
    }
    let numbers = tray.pieces.len().to_string().len() as u16;
    let names =
        tray.pieces.iter().map(|piece| source(piece, state).map_or(0, |(name, place)| width(&name) + width(&place)));
    let room = names.max().unwrap_or(0).min(usize::from(SOURCE.min(inside.width / 3))) as u16;
    let window = tray.scroll.window(tray.pieces.len(), height);
    for (line, at) in rows(inside, 0, height).zip(window) {
        if at == tray.scroll.cursor {
            chosen(canvas, theme, line);
        }
        if let Some(piece) = tray.pieces.get(at) {
            let number = format!("{:>width$}", at + 1, width = usize::from(numbers));
            let start = canvas.text(line, 2, &number, theme.dim) + 2;
            draw(canvas, theme, line, (start, room), piece, state);
        }
    }
    rule(canvas, theme, row(inside, height), "");
    let Some((document, span)) = tray.current().and_then(|piece| piece.place(corpus)) else { return };
    let citation = Citation::new(corpus, document, span);
    let quote = visible(&one_line(citation.quote())).into_owned();
    let cited = visible(&citation.worded(state.citation())).into_owned();
    let room = usize::from(inside.height).saturating_sub(height + 1);
    let lines = |text: &str| {
        let mut found = Vec::new();
        wrap(text, Span::new(0, text.len() as u32), inside.width, &mut found);
        found.into_iter().map(|line| line.of(text).to_owned()).collect::<Vec<_>>()
    };
    let cited = lines(&cited);
    let of_quote = room.saturating_sub(cited.len()).max(1);
    let quote = lines(&quote).into_iter().take(of_quote).map(|line| (line, theme.text));
    let all = quote.chain(cited.into_iter().map(|line| (line, theme.dim)));
    for (line, (words, style)) in rows(inside, height as u16 + 1, room).zip(all) {
        canvas.text(line, 0, &words, style);
    }
}

/// A piece in a row: from a column on its source in so many cells, then its words.
fn draw(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, (start, room): (u16, u16), piece: &Piece, state: &State) {
    let (Some((name, place)), Some((document, span))) = (source(piece, state), piece.place(state.corpus())) else {
        let words = "its document is not among the sources";
        canvas.clipped(line, start, line.width.saturating_sub(start), words, theme.dim);
        return;
    };
    let column = canvas.clipped(line, start, room.saturating_sub(width(&place) as u16), &name, theme.text);
    canvas.text(line, column, &place, theme.dim);
    let words = visible(&one_line(state.corpus().quote(document, span))).into_owned();
    let start = start + room + 2;
    canvas.clipped(line, start, line.width.saturating_sub(start), &words, theme.text);
}

/// Document and paragraph of a piece, ready to be shown.
fn source(piece: &Piece, state: &State) -> Option<(String, String)> {
    let corpus = state.corpus();
    let (document, span) = piece.place(corpus)?;
    let paragraph = corpus.passage_at(document, span.start).map_or(0, |at| corpus.passage(at).paragraph);
    Some((visible(&document_name(corpus, document)).into_owned(), format!(" §{paragraph}")))
}

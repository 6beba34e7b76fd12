//! Passages: every passage of the target, its words around the mention, grouped by document.

use ratatui::style::{Modifier, Style};

use crate::app::{Area, Held, Pane, PassageRow, State, document_name, publication_words};
use crate::corpus::Hit;
use crate::model::DocumentIx;
use crate::text::{Span, cells, visible};

use super::super::canvas::{Canvas, row};
use super::super::frame::{Title, Weight, frame, name};
use super::super::theme::Theme;

/// Cells of the paragraph's number and the sign of the cursor.
const MARGIN: u16 = 6;

pub(super) fn draw(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, state: &State, weight: Weight) {
    let passages = state.passages();
    let target = state.target();
    let inside = area.inside();
    let mut left = name(theme, Pane::Passages, weight);
    if !target.is_nothing() {
        left.push((format!("  {}", target.label), theme.strong));
    }
    let short = format!("{} in {}{}", target.hits.len(), target.passages.len(), theme.glyphs.passages);
    let right = [target.counts(), format!("{} in {} passages", target.hits.len(), target.passages.len()), short];
    let right = right.into_iter().map(|words| vec![(words, theme.dim)]).chain([Vec::new()]).collect();
    frame(canvas, theme, area, weight, &Title { left, right });
    if passages.rows.is_empty() {
        return super::nothing(canvas, theme, area, "Nothing followed yet: Enter on an entity, event or date");
    }
    let window = passages.scroll.window(passages.rows.len(), usize::from(inside.height));
    for (below, at) in window.enumerate() {
        let line = row(inside, below);
        if passages.scroll.cursor == at {
            super::cursor(canvas, theme, line, weight);
        }
        match passages.rows.get(at) {
            Some(PassageRow::Document { document, passages, mentions, is_folded }) => {
                head(canvas, theme, line, state, *document, (*passages, *mentions), *is_folded);
            }
            Some(PassageRow::Passage(held)) => draw_row(canvas, theme, line, state, *held),
            None => {}
        }
    }
}

/// The head of a document's passages.
fn head(
    canvas: &mut Canvas<'_>,
    theme: &Theme,
    line: Area,
    state: &State,
    document: DocumentIx,
    counts: (u32, u32),
    is_folded: bool,
) {
    let corpus = state.corpus();
    let (passages, mentions) = counts;
    let [_, _, _, _, across, _] = theme.glyphs.border;
    canvas.text(line, 1, &across.repeat(usize::from(line.width.saturating_sub(2))), theme.line);
    let numbers = Area { width: line.width.saturating_sub(1), ..line };
    let end = canvas.right(numbers, &format!(" {mentions} in {passages}{}", theme.glyphs.passages), theme.dim);
    let sign = if is_folded { theme.glyphs.folded } else { theme.glyphs.open };
    let column = canvas.text(line, 1, &format!("{sign} "), theme.dim);
    let room = end.saturating_sub(column + 1);
    let column = canvas.clipped(line, column, room, &visible(&document_name(corpus, document)), theme.strong);
    let publication = corpus.publication(document);
    let inferred = if publication.is_inferred { theme.glyphs.inferred } else { "" };
    let date = format!(" {} {inferred}{} ", theme.glyphs.dot, publication_words(publication));
    canvas.clipped(line, column, end.saturating_sub(column + 1), &date, theme.dim);
}

fn draw_row(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, state: &State, held: Held) {
    let corpus = state.corpus();
    let passage = corpus.passage(held.passage);
    let hits = state.target().hits.get(held.first as usize..(held.first + held.count) as usize).unwrap_or_default();
    let Some(first) = hits.first() else { return };
    let numbers = Area { width: MARGIN.saturating_sub(1), ..line };
    canvas.right(numbers, &format!("{}{}", theme.glyphs.passages, passage.paragraph), theme.line);
    // What the cursor of another pane marks dims the passages that do not hold it.
    let is_apart = state.marks_from().is_some_and(|from| from != Pane::Passages) && !state.marked().holds(held.passage);
    let mut style = if is_apart || passage.zone.is_folded() { theme.dim } else { theme.text };
    if passage.zone.is_folded() {
        style = style.add_modifier(Modifier::ITALIC);
    }
    let room = line.width.saturating_sub(MARGIN + 1);
    let before = room * 2 / 5;
    let keyword = KeyWord { theme, text: &corpus.document(held.document).text, hits, style };
    keyword.draw(canvas, Area { x: line.x + MARGIN, width: room, ..line }, before, passage.span, *first);
}

/// A passage with its keyword at a fixed column.
struct KeyWord<'k> {
    theme: &'k Theme,
    text: &'k str,
    hits: &'k [Hit],
    style: Style,
}

impl KeyWord<'_> {
    /// Writes the passage so that `hit` begins at the column `before`, or earlier where little stands before it.
    fn draw(&self, canvas: &mut Canvas<'_>, line: Area, before: u16, passage: Span, hit: Hit) {
        // Four bytes a cell are enough for any letter, and a passage may be a megabyte long.
        let reach = u32::from(line.width) * 4;
        let near = hit.span.widened(reach, self.text).intersection(passage);
        let ahead = self.flow(Span::new(near.start, hit.span.start));
        let width: u16 = ahead.iter().map(|letter| letter.width).sum();
        let is_cut = width > before || near.start > passage.start;
        let room = before.saturating_sub(u16::from(is_cut));
        let mut kept = width.min(before);
        let mut skipped = ahead.len();
        if is_cut {
            kept = 0;
            while let Some(letter) = skipped.checked_sub(1).and_then(|at| ahead.get(at)) {
                if kept + letter.width > room {
                    break;
                }
                kept += letter.width;
                skipped -= 1;
            }
        } else {
            skipped = 0;
        }
        let mut column = before - kept;
        if is_cut && column > 0 {
            canvas.text(line, column - 1, self.theme.glyphs.cut, self.theme.dim);
        }
        for letter in ahead.get(skipped..).unwrap_or_default() {
            column = self.put(canvas, line, column, letter);
        }
        let behind = self.flow(Span::new(hit.span.start, near.end));
        for letter in &behind {
            if column + letter.width >= line.width {
                canvas.text(line, line.width - 1, self.theme.glyphs.cut, self.theme.dim);
                return;
            }
            column = self.put(canvas, line, column, letter);
        }
    }

    fn put(&self, canvas: &mut Canvas<'_>, line: Area, column: u16, letter: &Letter) -> u16 {
        let is_hit = self.hits.iter().any(|hit| hit.span.holds(letter.at));
        let style = if is_hit { self.style.patch(self.theme.walked) } else { self.style };
        canvas.letter(line.x + column, line.y, &letter.shown, letter.width, style);
        column + letter.width
    }

    /// The letters of a stretch as one line: runs of white space as one space.
    fn flow(&self, span: Span) -> Vec<Letter> {
        let mut letters: Vec<Letter> = Vec::new();
        for cell in cells(self.text, span) {
            let is_blank = cell.span.of(self.text).chars().all(char::is_whitespace);
            if is_blank && letters.last().is_none_or(|last| last.shown == " ") && !letters.is_empty() {
                continue;
            }
            let (shown, width) = if is_blank { (" ".to_owned(), 1) } else { (cell.shown.into_owned(), cell.width) };
            letters.push(Letter { at: cell.span.start, shown, width });
        }
        letters
    }
}

/// A letter in one line.
struct Letter {
    at: u32,
    shown: String,
    width: u16,
}

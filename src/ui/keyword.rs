//! A passage in one line with its keyword at a fixed column.

use ratatui::style::{Modifier, Style};

use crate::app::Area;
use crate::corpus::Hit;
use crate::text::{Span, cells};

use super::canvas::Canvas;
use super::theme::Theme;

/// Bytes that a cell takes at most, but for letters under a heap of marks.
const BYTES_A_CELL: u32 = 4;

/// A passage with its keyword at a fixed column.
pub(super) struct Keyword<'k> {
    pub(super) theme: &'k Theme,
    /// The document's text.
    pub(super) text: &'k str,
    /// The passage.
    pub(super) passage: Span,
    /// The words to pick out; the first one is the keyword.
    pub(super) hits: &'k [Hit],
    /// Those of them that are no name: what stands for somebody's people, roles, pronouns.
    pub(super) slanted: &'k [Span],
    /// What the other words look like.
    pub(super) style: Style,
}

/// A letter in one line.
struct Letter {
    at: u32,
    shown: String,
    width: u16,
}

impl Keyword<'_> {
    /// Writes the passage so that the keyword begins at the column `before`.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, line: Area, before: u16) {
        let keyword = self.hits.first().map_or(Span::new(self.passage.start, self.passage.start), |hit| hit.span);
        // A passage may be a megabyte long: only what may fit is looked at.
        let reach = u32::from(line.width) * BYTES_A_CELL;
        let near = keyword.widened(reach, self.text).intersection(self.passage);
        let ahead = self.flow(Span::new(near.start, keyword.start));
        let width: u16 = ahead.iter().map(|letter| letter.width).sum();
        let is_cut = width > before || near.start > self.passage.start;
        let room = before.saturating_sub(u16::from(is_cut));
        let (first, kept) = tail(&ahead, room);
        let mut column = before - kept;
        if is_cut && column > 0 {
            canvas.text(line, column - 1, self.theme.glyphs.cut, self.theme.dim);
        }
        for letter in ahead.get(first..).unwrap_or_default() {
            column = self.put(canvas, line, column, letter);
        }
        for letter in self.flow(Span::new(keyword.start, near.end)) {
            if column + letter.width >= line.width {
                canvas.text(line, line.width.saturating_sub(1), self.theme.glyphs.cut, self.theme.dim);
                return;
            }
            column = self.put(canvas, line, column, &letter);
        }
    }

    fn put(&self, canvas: &mut Canvas<'_>, line: Area, column: u16, letter: &Letter) -> u16 {
        let is_hit = self.hits.iter().any(|hit| hit.span.holds(letter.at));
        let mut style = if is_hit { self.style.patch(self.theme.walked) } else { self.style };
        if self.slanted.iter().any(|span| span.holds(letter.at)) {
            style = style.remove_modifier(Modifier::BOLD).add_modifier(Modifier::ITALIC);
        }
        canvas.letter(line.x + column, line.y, &letter.shown, letter.width, style);
        column + letter.width
    }

    /// The letters of a stretch as one line: runs of white space as one space.
    fn flow(&self, span: Span) -> Vec<Letter> {
        let mut letters: Vec<Letter> = Vec::new();
        for cell in cells(self.text, span) {
            let is_blank = cell.span.of(self.text).chars().all(char::is_whitespace);
            if is_blank && letters.last().is_some_and(|last| last.shown == " ") {
                continue;
            }
            let (shown, width) = if is_blank { (" ".to_owned(), 1) } else { (cell.shown.into_owned(), cell.width) };
            letters.push(Letter { at: cell.span.start, shown, width });
        }
        letters
    }
}

/// Where the last letters begin that fit into `room`, and how many cells they take.
fn tail(letters: &[Letter], room: u16) -> (usize, u16) {
    let mut kept = 0;
    let fitting = letters.iter().rev().take_while(|letter| {
        let fits = kept + letter.width <= room;
        kept += if fits { letter.width } else { 0 };
        fits
    });
    let count = fitting.count();
    (letters.len() - count, kept)
}

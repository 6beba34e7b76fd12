//! [`Reading`]: a document being read: its page, the caret in it and the row that the window begins with.
//!
//! The reader and the columns of the comparison are readings. It follows nothing and draws nothing.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::corpus::Corpus;
use crate::model::{DocumentId, DocumentIx};
use crate::text::Span;

use super::commands::Move;
use super::page::{Fold, Page};
use super::scroll::Direction;

/// Rows above what was jumped to, as a part of the window: there is more to read below it.
const ABOVE: usize = 3;
/// Cells that a line has at most, until the reader has it otherwise.
pub(super) const MEASURE: u16 = 88;
/// Cells by which lines are made shorter or longer at once; the shortest and the longest that they can be made.
pub(super) const MEASURES: (u16, u16, u16) = (8, 40, 200);
/// Pages that are kept for coming back.
const KEPT: usize = 6;

/// A document being read.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Which one.
    pub document: Option<DocumentId>,
    /// Where the caret is.
    pub caret: Caret,
    /// The first row in sight.
    pub top: usize,
    /// The folded stretches that were opened, by their first byte.
    pub open: BTreeSet<u32>,
    page: Arc<Page>,
    laid: Option<Key>,
    width: u16,
    height: u16,
}

/// A place in a text, and the words that it rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Caret {
    /// The offset.
    pub at: u32,
    /// The name, date or hit that it rests on.
    pub item: Option<Span>,
}

impl Caret {
    /// The words that it rests on; without any, the place before whatever begins there.
    pub fn words(self) -> Span {
        self.item.unwrap_or(Span::new(self.at, self.at))
    }
}

/// What a page was made for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    document: DocumentId,
    hash: [u8; 32],
    passages: usize,
    width: u16,
    open: BTreeSet<u32>,
}

/// Pages made before, newest last.
#[derive(Clone, Debug, Default)]
pub struct Pages(Vec<(Key, Arc<Page>)>);

impl Reading {
    /// Begins to read a document at its beginning, unless it is being read already.
    pub fn begin(&mut self, corpus: &Corpus, document: DocumentId, pages: &mut Pages) {
        if self.document != Some(document) {
            *self = Self { document: Some(document), width: self.width, height: self.height, ..Self::default() };
        }
        self.lay(corpus, self.width, self.height, pages);
    }

    /// Reads a document at some words: unfolds what hides them and rests the caret on them. Whether something was unfolded.
    pub fn show(&mut self, corpus: &Corpus, document: DocumentId, span: Span, pages: &mut Pages) -> bool {
        self.begin(corpus, document, pages);
        let hidden = self.page.fold_over(span);
        if let Some(fold) = hidden {
            self.open.insert(fold.span.start);
            self.lay(corpus, self.width, self.height, pages);
        }
        self.go(span.start, Some(span));
        hidden.is_some()
    }

    /// Its page as it was last laid out.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Rows that its window has.
    pub fn height(&self) -> usize {
        usize::from(self.height)
    }

    /// Cells that its lines have.
    pub const fn width(&self) -> u16 {
        self.width
    }

    /// Where the document stands in `corpus`.
    pub fn position(&self, corpus: &Corpus) -> Option<DocumentIx> {
        self.document.and_then(|id| corpus.document_ix(id))
    }

    /// Lays it out anew for a window, where the window, the folds or the text have changed. The caret's row keeps its place.
    pub fn lay(&mut self, corpus: &Corpus, width: u16, height: u16, pages: &mut Pages) {
        let was_laid = self.laid.is_some();
        let held = self.row().saturating_sub(self.top);
        (self.width, self.height) = (width, height);
        let Some((id, at)) = self.document.and_then(|id| Some((id, corpus.document_ix(id)?))) else {
            self.page = Arc::default();
            self.laid = None;
            return;
        };
        let key = Key {
            document: id,
            hash: corpus.document(at).sha256,
            passages: corpus.passages_in(at).len(),
            width,
            open: self.open.clone(),
        };
        if self.laid.as_ref() != Some(&key) {
            self.page = pages.get(&key, || Page::new(corpus, at, width, &self.open));
            self.laid = Some(key);
            if was_laid {
                self.top = self.row().saturating_sub(held);
            } else {
                self.reveal();
            }
        }
        self.settle();
    }

    /// The row of the caret.
    pub fn row(&self) -> usize {
        let row = self.page.row_of(self.caret.at);
        // Rows made up for the title share the offset of the first row of text, which `row_of` prefers.
        row.min(self.page.rows.len().saturating_sub(1))
    }

    /// Puts the caret somewhere and brings it into sight; the window moves only where it must.
    pub fn go(&mut self, at: u32, item: Option<Span>) {
        self.caret = Caret { at, item };
        self.reveal();
    }

    /// As [`Reading::show`], with the words in the upper third of the window wherever the page is long enough.
    pub fn stand(&mut self, corpus: &Corpus, document: DocumentId, span: Span, pages: &mut Pages) {
        self.show(corpus, document, span, pages);
        self.top = self.row().saturating_sub(self.height() / ABOVE);
        self.settle();
    }

    /// Brings the window as far through its page as another one is through its own.
    pub fn keep_pace(&mut self, other: &Self) {
        let hidden = |reading: &Self| reading.page.rows.len().saturating_sub(reading.height());
        let (own, others) = (hidden(self), hidden(other));
        let top = other.top * own / others.max(1);
        match top.checked_sub(self.top) {
            Some(lines) => self.wheel(Direction::Down, lines),
            None => self.wheel(Direction::Up, self.top - top),
        }
    }

    /// The fold that the caret rests on or in.
    pub fn fold_here(&self) -> Option<Fold> {
        self.page.folds().find(|fold| fold.span.holds(self.caret.at))
    }

    /// Moves the caret by rows.
    pub fn step(&mut self, movement: Move) {
        let rows = self.page.rows.len();
        let from = self.row();
        let to = self.rest(movement.step(from, rows, self.height()), movement.direction());
        if let Some(row) = to.and_then(|to| self.page.rows.get(to)) {
            self.caret = Caret { at: row.at, item: None };
        }
        let is_first = movement.direction() == Direction::Up && to.is_none_or(|to| self.rest_above(to));
        self.settle();
        if is_first {
            self.top = 0;
        }
    }

    /// Turns the wheel: the window moves, the caret only where it would be left behind.
    pub fn wheel(&mut self, direction: Direction, lines: usize) {
        let last_top = self.page.rows.len().saturating_sub(self.height());
        self.top = match direction {
            Direction::Down => self.top.saturating_add(lines).min(last_top),
            Direction::Up => self.top.saturating_sub(lines),
        };
        // The rows at the edges are kept clear, as `settle` keeps them: else it would turn the window back.
        let margin = self.margin();
        let above = if self.top == 0 { 0 } else { margin };
        let below = if self.top == last_top { 0 } else { margin };
        let in_sight = self.top + above..(self.top + self.height() - below).min(self.page.rows.len());
        if !in_sight.contains(&self.row()) {
            let row = match direction {
                Direction::Down => self.rest(in_sight.start, Direction::Down),
                Direction::Up => self.rest(in_sight.end.saturating_sub(1), Direction::Up),
            };
            if let Some(row) = row.and_then(|row| self.page.rows.get(row)) {
                self.caret = Caret { at: row.at, item: None };
            }
        }
    }

    /// How far the end of the window is through the page, in percent.
    pub fn percent(&self) -> usize {
        let rows = self.page.rows.len();
        if rows <= self.height() { 100 } else { (self.top + self.height()).min(rows) * 100 / rows }
    }

    /// The nearest row from `from` on that a caret may rest on, else the nearest the other way.
    fn rest(&self, from: usize, direction: Direction) -> Option<usize> {
        let can_rest = |at: &usize| self.page.rows.get(*at).is_some_and(|row| row.line.can_rest());
        let on = from..self.page.rows.len();
        let back = 0..(from + 1).min(self.page.rows.len());
        match direction {
            Direction::Down => on.clone().find(can_rest).or_else(|| back.rev().find(can_rest)),
            Direction::Up => back.rev().find(can_rest).or_else(|| on.clone().find(can_rest)),
        }
    }

    /// Whether nothing above `row` can be rested on.
    fn rest_above(&self, row: usize) -> bool {
        !self.page.rows.iter().take(row).any(|row| row.line.can_rest())
    }

    /// Brings the caret into sight: where it is in sight nothing moves, else it comes to the upper third.
    fn reveal(&mut self) {
        let row = self.row();
        let margin = usize::from(self.height() > 4);
        let in_sight = self.top + margin..(self.top + self.height()).saturating_sub(margin);
        let is_at_start = self.top == 0 && row < margin;
        if self.height() > 0 && !in_sight.contains(&row) && !is_at_start {
            self.top = row.saturating_sub(self.height() / ABOVE);
            if self.rest_above(row) {
                self.top = 0;
            }
        }
        self.settle();
    }

    /// Rows that stay in sight above and below the caret where there is room.
    fn margin(&self) -> usize {
        2.min(self.height().saturating_sub(1) / 2)
    }

    /// Keeps the caret in sight and the window full.
    fn settle(&mut self) {
        let row = self.row();
        let margin = self.margin();
        let lowest = (row + margin + 1).saturating_sub(self.height());
        let highest = row.saturating_sub(margin);
        self.top = self.top.clamp(lowest.min(highest), highest);
        self.top = self.top.min(self.page.rows.len().saturating_sub(self.height()));
    }

    /// The rows of the page that a row of the density bar beside it stands for; `None` below the end.
    pub fn rows_beside(&self, below: usize) -> Option<Range<usize>> {
        let (rows, height) = (self.page.rows.len(), self.height().max(1));
        let beside = if rows > height { below * rows / height..(below + 1) * rows / height } else { below..below + 1 };
        (beside.start < rows).then_some(beside)
    }

    /// The stretch of the text from the first of some rows to the one behind the last.
    pub fn stretch(&self, rows: &Range<usize>) -> Span {
        let at = |row: usize| self.page.rows.get(row).map_or(u32::MAX, |row| row.at);
        Span::new(at(rows.start), at(rows.end))
    }

    /// The stretch of the text in sight.
    pub fn in_sight(&self) -> Span {
        let rows = &self.page.rows;
        let start = rows.get(self.top).map_or(0, |row| row.at);
        let end = rows.get(self.top + self.height()).map_or(u32::MAX, |row| row.at);
        Span::new(start, end)
    }
}

impl Pages {
    fn get(&mut self, key: &Key, make: impl FnOnce() -> Page) -> Arc<Page> {
        if let Some((_, page)) = self.0.iter().find(|(kept, _)| kept == key) {
            return Arc::clone(page);
        }
        let page = Arc::new(make());
        if self.0.len() >= KEPT {
            self.0.remove(0);
        }
        self.0.push((key.clone(), Arc::clone(&page)));
        page
    }
}

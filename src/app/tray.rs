//! [`Tray`]: passages and words that the reader has put aside as evidence, in an order of their own.
//!
//! It is of the session, which is resumed over the same sources. What must not be lost goes into the casebook.

use crate::corpus::Corpus;
use crate::model::{DocumentId, DocumentIx, PassageIx};
use crate::text::Span;

use super::scroll::Scroll;

/// Pieces that it holds at most.
pub const MOST: usize = 1_000;

/// Words of a document. Good for all corpora: where the document is gone, the piece has no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The document.
    pub document: DocumentId,
    /// The words.
    pub span: Span,
}

/// What was put aside.
#[derive(Clone, Debug, Default)]
pub struct Tray {
    /// The pieces, in the reader's own order.
    pub pieces: Vec<Piece>,
    /// Cursor and window.
    pub scroll: Scroll,
}

impl Piece {
    /// Where it stands; `None` where its document is not among the sources.
    pub fn place(&self, corpus: &Corpus) -> Option<(DocumentIx, Span)> {
        let document = corpus.document_ix(self.document)?;
        (!self.span.of(&corpus.document(document).text).is_empty()).then_some((document, self.span))
    }
}

impl Tray {
    /// The piece under the cursor.
    pub fn current(&self) -> Option<&Piece> {
        self.pieces.get(self.scroll.cursor)
    }

    /// Moves the piece under the cursor by a place, and the cursor with it. Whether it could be moved.
    pub(super) fn shift(&mut self, steps: isize) -> bool {
        let here = self.scroll.cursor;
        let there = here.saturating_add_signed(steps);
        let can = there != here && there < self.pieces.len() && here < self.pieces.len();
        if can {
            self.pieces.swap(here, there);
            self.scroll.cursor = there;
        }
        can
    }

    /// Takes the piece under the cursor out.
    pub(super) fn remove(&mut self) -> Option<Piece> {
        (self.scroll.cursor < self.pieces.len()).then(|| self.pieces.remove(self.scroll.cursor))
    }

    /// The passages that the pieces touch, in the order of the pieces, each once.
    pub fn passages(&self, corpus: &Corpus) -> Vec<PassageIx> {
        let mut found: Vec<PassageIx> = Vec::new();
        for (document, span) in self.pieces.iter().filter_map(|piece| piece.place(corpus)) {
            let touched = corpus.passages_in(document).map(PassageIx::at).filter(|at| {
                let own = corpus.passage(*at).span;
                own.start < span.end && span.start < own.end
            });
            found.extend(touched);
        }
        let mut seen = std::collections::HashSet::new();
        found.retain(|at| seen.insert(*at));
        found
    }
}

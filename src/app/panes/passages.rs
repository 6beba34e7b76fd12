//! Passages: every passage of the target, keyword in context, grouped by document.

use std::collections::HashSet;

use crate::app::scroll::Scroll;
use crate::app::strand::{Held, Strand};
use crate::corpus::Corpus;
use crate::model::{DocumentId, DocumentIx, PassageIx};

/// The list of passages.
#[derive(Clone, Debug, Default)]
pub struct Passages {
    /// Cursor and window.
    pub scroll: Scroll,
    /// What is listed.
    pub rows: Vec<PassageRow>,
    /// The documents whose passages are folded away.
    folded: HashSet<DocumentId>,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageRow {
    /// The head of a document's passages.
    Document {
        /// Which one.
        document: DocumentIx,
        /// How many passages.
        passages: u32,
        /// How many mentions.
        mentions: u32,
        /// Whether they are folded away.
        is_folded: bool,
    },
    /// A passage.
    Passage(Held),
}

impl Passages {
    /// Lists the passages of `target`; the cursor stays in its passage, else it goes to the first.
    pub fn list(&mut self, corpus: &Corpus, target: &Strand, kept: Option<PassageIx>) {
        self.rows.clear();
        for of_document in target.passages.chunk_by(|a, b| a.document == b.document) {
            let Some(first) = of_document.first() else { continue };
            let is_folded = self.folded.contains(&corpus.document(first.document).id);
            self.rows.push(PassageRow::Document {
                document: first.document,
                passages: of_document.len() as u32,
                mentions: of_document.iter().map(|held| held.count).sum(),
                is_folded,
            });
            if !is_folded {
                self.rows.extend(of_document.iter().map(|held| PassageRow::Passage(*held)));
            }
        }
        self.scroll.cursor = 1.min(self.rows.len().saturating_sub(1));
        if let Some(kept) = kept {
            self.choose(kept);
        }
    }

    /// The passage under the cursor.
    pub fn current(&self) -> Option<Held> {
        match self.rows.get(self.scroll.cursor)? {
            PassageRow::Passage(held) => Some(*held),
            PassageRow::Document { .. } => None,
        }
    }

    /// The document that the cursor is in.
    pub fn document(&self) -> Option<DocumentIx> {
        match self.rows.get(self.scroll.cursor)? {
            PassageRow::Passage(held) => Some(held.document),
            PassageRow::Document { document, .. } => Some(*document),
        }
    }

    /// Puts the cursor on a passage, where it is listed.
    pub fn choose(&mut self, passage: PassageIx) {
        let is_it = |row: &PassageRow| matches!(row, PassageRow::Passage(held) if held.passage == passage);
        if let Some(row) = self.rows.iter().position(is_it) {
            self.scroll.cursor = row;
        }
    }

    /// Folds the passages of the document under the cursor away.
    pub fn fold(&mut self, corpus: &Corpus, target: &Strand) {
        let Some(document) = self.document() else { return };
        self.folded.insert(corpus.document(document).id);
        self.list(corpus, target, None);
        let is_it =
            |row: &PassageRow| matches!(row, PassageRow::Document { document: other, .. } if *other == document);
        self.scroll.cursor = self.rows.iter().position(is_it).unwrap_or_default();
    }

    /// Shows the passages of the document under the cursor again.
    pub fn unfold(&mut self, corpus: &Corpus, target: &Strand) {
        let cursor = self.scroll.cursor;
        let Some(document) = self.document() else { return };
        self.folded.remove(&corpus.document(document).id);
        self.list(corpus, target, None);
        self.scroll.cursor = cursor;
    }
}

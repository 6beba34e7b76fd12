//! Documents: what was read, in reading order.

use crate::app::scroll::Scroll;
use crate::app::strand::Strand;
use crate::corpus::Corpus;
use crate::model::{DocumentId, DocumentIx};

/// The list of documents.
#[derive(Clone, Debug, Default)]
pub struct Documents {
    /// Cursor and window.
    pub scroll: Scroll,
    /// The documents listed.
    pub rows: Vec<DocumentIx>,
}

impl Documents {
    /// Lists the documents, or those that have a place of `pins`; the cursor stays on `kept`.
    pub fn list(&mut self, corpus: &Corpus, pins: Option<&Strand>, kept: Option<DocumentId>) {
        self.rows = match pins {
            Some(pins) => pins.documents.iter().map(|(document, _)| *document).collect(),
            None => (0..corpus.documents().len()).map(DocumentIx::at).collect(),
        };
        if let Some(kept) = kept.and_then(|id| corpus.document_ix(id)) {
            self.choose(kept);
        }
    }

    /// The document under the cursor.
    pub fn current(&self) -> Option<DocumentIx> {
        self.rows.get(self.scroll.cursor).copied()
    }

    /// Puts the cursor on a document, where it is listed.
    pub fn choose(&mut self, document: DocumentIx) {
        if let Ok(row) = self.rows.binary_search(&document) {
            self.scroll.cursor = row;
        }
    }
}

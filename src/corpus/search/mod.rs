//! Full-text search: a query language over a positional index of all texts. Case and accents do not matter.
//!
//! The index is made at the first search, or before by who has the time ([`Corpus::prepare_search`]); it is shared by all corpora of
//! the same texts. It answers where words stand, not how well a document fits: hits come in reading order.

mod evaluate;
mod finding;
mod index;
mod query;
mod words;

use std::sync::{Arc, OnceLock};

use crate::model::{Document, DocumentId, DocumentIx};

use super::{Corpus, Hit};
use evaluate::Evaluation;
use finding::Searched;
pub use index::SearchIndex;
use query::parse;
pub use query::{QueryError, is_query};

/// The index of a corpus's texts, once it is made.
#[derive(Clone, Debug, Default)]
pub(super) struct Searching(Arc<OnceLock<Indexed>>);

/// The index, and which texts it is of.
#[derive(Debug)]
struct Indexed {
    documents: Vec<DocumentId>,
    index: SearchIndex,
}

impl Searching {
    /// The same for the same texts in another order; anew for others.
    pub(super) fn carried_over(&self, now: &[Arc<Document>]) -> Self {
        let Some(indexed) = self.0.get() else { return self.clone() };
        let sorted = |mut ids: Vec<DocumentId>| {
            ids.sort_unstable();
            ids
        };
        let is_same = sorted(indexed.documents.clone()) == sorted(now.iter().map(|document| document.id).collect());
        if is_same { self.clone() } else { Self::default() }
    }

    fn of(&self, documents: &[Arc<Document>]) -> &Indexed {
        self.0.get_or_init(|| Indexed {
            documents: documents.iter().map(|document| document.id).collect(),
            index: SearchIndex::new(documents.iter().map(|document| &*document.text)),
        })
    }
}

impl Corpus {
    /// Every place that a query of the search language finds, in reading order, each once.
    ///
    /// # Errors
    /// What in the query can't be read, and where.
    pub fn search(&self, query: &str) -> Result<Vec<Hit>, QueryError> {
        let ask = parse(query)?;
        let indexed = self.index.searching.of(self.documents());
        let documents: Vec<DocumentIx> = indexed.documents.iter().filter_map(|id| self.document_ix(*id)).collect();
        let texts: Vec<&str> = documents.iter().map(|at| &*self.document(*at).text).collect();
        let searched = Searched { index: &indexed.index, texts: &texts };
        Ok(Evaluation { corpus: self, searched, documents: &documents }.hits(&ask))
    }

    /// Whether a query can be read.
    ///
    /// # Errors
    /// What in it can't be read, and where.
    pub fn check_query(query: &str) -> Result<(), QueryError> {
        parse(query).map(drop)
    }

    /// Makes the index of the texts, unless it is made: the first search need not wait for it then.
    pub fn prepare_search(&self) {
        self.index.searching.of(self.documents());
    }
}

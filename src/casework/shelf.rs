//! [`Shelf`]: documents that are found again by what is in them, or else by where they lie. And [`Orphan`]: what is not found.

use std::collections::HashMap;
use std::sync::Arc;

use thiserror::Error;

use crate::model::{ContentHash, Document, DocumentRef};

/// Documents, ready to be looked up.
#[derive(Debug, Default)]
pub struct Shelf<'d> {
    by_content: HashMap<ContentHash, Vec<&'d Document>>,
    by_file: HashMap<&'d str, &'d Document>,
}

impl<'d> Shelf<'d> {
    /// A shelf of these documents.
    pub fn new(documents: &'d [Arc<Document>]) -> Self {
        let mut shelf = Self::default();
        for document in documents {
            shelf.by_content.entry(ContentHash::from(&**document)).or_default().push(document);
            shelf.by_file.insert(&document.file, document);
        }
        shelf
    }

    /// The document with the same bytes, of several the one at the same path; else what lies at that path now.
    pub fn find(&self, wanted: &DocumentRef) -> Option<&'d Document> {
        let here = self.by_file.get(wanted.file.as_str()).copied();
        let Some(same) = self.by_content.get(&wanted.sha256) else { return here };
        same.iter().copied().find(|document| document.file == wanted.file).or_else(|| same.first().copied())
    }
}

/// Why something of the reader's has no place in the sources as they are now. It stays in the journal and is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Orphan {
    /// Neither its bytes nor its path are there.
    #[error("its document is not among the sources")]
    DocumentGone,
    /// The quote stands nowhere in the document.
    #[error("its words no longer stand in the document")]
    WordsGone,
    /// The quote stands somewhere, but nothing shows that it is the same place.
    #[error("its words still stand in the document, but nothing around them shows that it is the same place")]
    ContextGone,
    /// The quote stands at several places that look like the old one.
    #[error("its words stand at several places that look alike")]
    Ambiguous,
    /// No mention of the entity is found, and none has its id.
    #[error("none of its mentions is found")]
    EntityGone,
    /// No expression that dates the event is found, and none has its id.
    #[error("none of its dates is found")]
    EventGone,
}

//! [`Shelf`]: documents that are found again by what is in them, or else by where they lie.

use std::collections::HashMap;
use std::sync::Arc;

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

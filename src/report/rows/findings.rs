//! What is amiss with the sources: what could not be read, what has no text or no date, what is there twice.

use std::collections::HashMap;

use serde::Serialize;

use crate::corpus::Corpus;
use crate::model::{ContentHash, Document, DocumentIx, Likeness};

use super::row::Row;

/// Something that was found about a file.
#[derive(Serialize)]
pub struct FindingRow<'c> {
    /// Whether the file's content is missing from the answers because of it.
    fails: bool,
    finding: &'static str,
    file: &'c str,
    detail: String,
}

impl FindingRow<'_> {
    /// Whether a check fails by it.
    pub const fn fails(&self) -> bool {
        self.fails
    }
}

/// Everything that is amiss, what is missing first.
pub fn findings(corpus: &Corpus) -> Vec<FindingRow<'_>> {
    let mut rows: Vec<FindingRow<'_>> = corpus
        .skipped()
        .iter()
        .map(|skipped| FindingRow {
            fails: skipped.is_failure,
            finding: if skipped.is_failure { "unreadable" } else { "passed over" },
            file: &skipped.file,
            detail: skipped.reason.clone(),
        })
        .collect();
    let first = first_of_each(corpus);
    for (at, document) in (0..).map(DocumentIx).zip(corpus.documents()) {
        let mut add = |fails, finding, detail| {
            rows.push(FindingRow { fails, finding, file: &document.file, detail });
        };
        let is_empty = document.text.trim().is_empty();
        if is_empty {
            add(true, "no text", "nothing to read in it: check what it is".to_owned());
        }
        if let Some(first) = first.get(&ContentHash::from(&**document)).filter(|first| **first != document.file) {
            add(false, "duplicate", format!("the same bytes as {first}"));
        }
        for sharing in corpus.sharings_of(at) {
            if sharing.likeness == Likeness::Near && sharing.documents[1] == at {
                let other = &corpus.document(sharing.documents[0]).file;
                add(false, "near copy", format!("{} % the same as {other}", sharing.percent()));
            }
        }
        if corpus.publication(at).value.is_none() && !is_empty {
            add(false, "undated", "state its date in a header or in metadata.csv".to_owned());
        }
        for note in document.notes.iter().filter(|note| !is_told_otherwise(&note.0)) {
            add(false, "odd", note.0.clone());
        }
    }
    rows.sort_by_key(|row| (!row.fails, row.finding));
    rows
}

/// Of each content, the first file in the order of paths.
fn first_of_each(corpus: &Corpus) -> HashMap<ContentHash, &str> {
    let mut first: HashMap<ContentHash, &str> = HashMap::new();
    for document in corpus.documents().iter().filter(|document| !document.text.is_empty()) {
        let Document { file, .. } = &**document;
        let known = first.entry(ContentHash::from(&**document)).or_insert(file);
        *known = file.as_str().min(known);
    }
    first
}

/// Notes that have a row of their own.
fn is_told_otherwise(note: &str) -> bool {
    note == "empty"
}

impl Row for FindingRow<'_> {
    const TABLE: &'static [&'static str] = &["finding", "file", "detail"];
    const CSV: &'static [&'static str] = &["finding", "fails", "file", "detail"];

    fn table(&self) -> Vec<String> {
        vec![self.finding.to_owned(), self.file.to_owned(), self.detail.clone()]
    }

    fn csv(&self) -> Vec<String> {
        vec![self.finding.to_owned(), self.fails.to_string(), self.file.to_owned(), self.detail.clone()]
    }
}

//! The reader's notes, tags and bookmarks.

use serde::Serialize;

use crate::corpus::Corpus;
use crate::model::{Place, Subject};
use crate::report::remarks::Placed;

use super::row::Row;

/// One note, tag or bookmark.
#[derive(Serialize)]
pub struct RemarkRow<'c> {
    entry: String,
    /// Note, tag or bookmark.
    kind: &'static str,
    text: &'c str,
    /// Document, text, entity or event.
    on: &'static str,
    /// The name of the entity, the label of the event, the quote, or the document's file.
    name: &'c str,
    doc: Option<&'c str>,
    start: Option<u32>,
    end: Option<u32>,
    at: Option<String>,
    /// Why it has no place in these sources.
    orphan: Option<String>,
}

/// These, in the order in which they were made.
pub fn remarks<'c>(corpus: &'c Corpus, remarks: &[&Placed<'c>]) -> Vec<RemarkRow<'c>> {
    remarks.iter().map(|placed| row(corpus, placed)).collect()
}

fn row<'c>(corpus: &'c Corpus, placed: &Placed<'c>) -> RemarkRow<'c> {
    let (on, name) = match placed.on {
        Subject::Document(document) => ("document", &*document.file),
        Subject::Text(anchor) => ("text", &*anchor.quote),
        Subject::Entity(entity) => ("entity", &*entity.name),
        Subject::Event(event) => ("event", &*event.label),
    };
    let (doc, span) = match placed.place {
        Ok(Place::Document(at)) => (Some(&*corpus.document(at).file), None),
        Ok(Place::Text(at, span)) => (Some(&*corpus.document(at).file), Some(span)),
        Ok(Place::Entity(_) | Place::Event(_)) | Err(_) => (None, None),
    };
    RemarkRow {
        entry: placed.entry.to_string(),
        kind: placed.kind.name(),
        text: placed.text,
        on,
        name,
        doc,
        start: span.map(|span| span.start),
        end: span.map(|span| span.end),
        at: placed.at.map(|at| at.to_string()),
        orphan: placed.place.err().map(|reason| reason.to_string()),
    }
}

impl Row for RemarkRow<'_> {
    const TABLE: &'static [&'static str] = &["kind", "text", "on", "name", "orphan"];
    const CSV: &'static [&'static str] =
        &["entry", "kind", "text", "on", "name", "doc", "start", "end", "at", "orphan"];

    fn table(&self) -> Vec<String> {
        let orphan = self.orphan.clone().unwrap_or_default();
        vec![self.kind.to_owned(), self.text.to_owned(), self.on.to_owned(), self.name.to_owned(), orphan]
    }

    fn csv(&self) -> Vec<String> {
        let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        vec![
            self.entry.clone(),
            self.kind.to_owned(),
            self.text.to_owned(),
            self.on.to_owned(),
            self.name.to_owned(),
            self.doc.unwrap_or_default().to_owned(),
            number(self.start),
            number(self.end),
            self.at.clone().unwrap_or_default(),
            self.orphan.clone().unwrap_or_default(),
        ]
    }
}

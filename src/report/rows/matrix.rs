//! The matrix: who or what stands in which document, and how often; and in which it was not found.

use serde::Serialize;

use crate::calendar::When;
use crate::corpus::{Corpus, Item, Matrix, MatrixRow, Rows};
use crate::model::{DocumentIx, EntityIx, PassageIx};

/// Rows with a column for each document.
pub struct Grid<'c> {
    /// The documents' files, in reading order. Untrusted.
    documents: Vec<&'c str>,
    /// An item each, most counted first.
    pub rows: Vec<Counted<'c>>,
}

/// An item with its counts.
#[derive(Serialize)]
pub struct Counted<'c> {
    id: String,
    /// person, organization, place or event.
    kind: &'static str,
    name: &'c str,
    /// When an event happened, as EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    edtf: Option<String>,
    /// Mentions of an entity, references left out; passages that state an event.
    count: u32,
    /// In how many documents.
    sources: usize,
    counts: Vec<Count<'c>>,
    /// The documents in which it was not found.
    not_found_in: Vec<&'c str>,
    #[serde(skip)]
    cells: Vec<u32>,
}

#[derive(Serialize)]
struct Count<'c> {
    doc: &'c str,
    count: u32,
}

/// The matrix of a corpus, or of some of its passages, ascending.
pub fn matrix<'c>(corpus: &'c Corpus, rows: Rows, within: Option<&[PassageIx]>) -> Grid<'c> {
    let documents = corpus.documents().iter().map(|document| document.file.as_str()).collect();
    let matrix = Matrix::new(corpus, rows, within);
    Grid { documents, rows: matrix.rows.iter().map(|row| counted(corpus, row)).collect() }
}

fn counted<'c>(corpus: &'c Corpus, row: &MatrixRow) -> Counted<'c> {
    let file = |at: DocumentIx| corpus.document(at).file.as_str();
    let (id, kind, name, edtf) = match row.item {
        Item::Entity(at) => entity(corpus, at),
        Item::Event(at) => {
            let event = corpus.event(at);
            (event.id.to_string(), "event", event.label.as_str(), When::edtf(event.when))
        }
    };
    Counted {
        id,
        kind,
        name,
        edtf,
        count: row.total,
        sources: row.counts.len(),
        counts: row.counts.iter().map(|(at, count)| Count { doc: file(*at), count: *count }).collect(),
        not_found_in: row.silent(corpus).into_iter().map(file).collect(),
        cells: (0..corpus.documents().len()).map(|at| row.count(DocumentIx::at(at))).collect(),
    }
}

fn entity(corpus: &Corpus, at: EntityIx) -> (String, &'static str, &str, Option<String>) {
    let entity = corpus.entity(at);
    (entity.id.to_string(), entity.kind.name(), &entity.name, None)
}

impl Grid<'_> {
    /// Headings of table and csv: the documents by their files.
    pub fn headings(&self) -> Vec<String> {
        let first = ["kind", "name", "edtf", "count", "sources"].into_iter();
        first.chain(self.documents.iter().copied()).map(str::to_owned).collect()
    }

    /// Cells of a row. Untrusted.
    pub fn cells(&self, row: &Counted<'_>) -> Vec<String> {
        let first = [
            row.kind.to_owned(),
            row.name.to_owned(),
            row.edtf.clone().unwrap_or_default(),
            row.count.to_string(),
            row.sources.to_string(),
        ];
        first.into_iter().chain(row.cells.iter().map(u32::to_string)).collect()
    }
}

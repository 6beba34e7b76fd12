//! What a search finds: passages with the places in them, and for several queries at once what each came to.

use serde::Serialize;

use crate::corpus::{Corpus, Hit};
use crate::model::References;
use crate::report::{Furniture, Selection};

use super::passages::{PassageRow, passages};
use super::row::{Place, Row, list};

/// A passage with the places in it that a query finds.
#[derive(Serialize)]
pub struct FoundRow<'c> {
    #[serde(flatten)]
    passage: PassageRow<'c>,
    hits: Vec<Place>,
}

/// What one query of several came to.
#[derive(Serialize)]
pub struct BatchRow<'c> {
    /// Its line in the list, from 1.
    line: u32,
    query: String,
    hits: usize,
    passages: usize,
    /// The documents that have it, in reading order.
    documents: Vec<&'c str>,
    /// What in the query can't be read.
    error: Option<String>,
}

/// What a saved search came to.
#[derive(Serialize)]
pub struct SavedRow<'c> {
    /// The name that it is saved under. Untrusted.
    name: &'c str,
    #[serde(flatten)]
    answer: BatchRow<'c>,
}

/// The passages that have `hits`, which are in reading order; those of headers are left out.
pub fn found<'c>(corpus: &'c Corpus, hits: &[Hit]) -> Vec<FoundRow<'c>> {
    let all = hits.iter().map(|hit| hit.passage).collect();
    let selection = Selection::new(corpus, all, Vec::new(), Furniture::Kept);
    let rows = passages(corpus, &selection, References::Hidden, &[]);
    let with_hits = rows.into_iter().zip(selection.passages()).map(|(passage, at)| {
        let own = hits.iter().skip(hits.partition_point(|hit| hit.passage < *at)).take_while(|hit| hit.passage == *at);
        FoundRow { passage, hits: own.map(|hit| hit.span.into()).collect() }
    });
    with_hits.collect()
}

/// A row for each line of a list of queries, one a line; empty lines and those that begin with `#` are left out.
pub fn batch<'c>(corpus: &'c Corpus, queries: &str) -> Vec<BatchRow<'c>> {
    let lines = (1..).zip(queries.lines().map(str::trim));
    let asked = lines.filter(|(_, query)| !query.is_empty() && !query.starts_with('#'));
    asked.map(|(line, query)| answered(corpus, line, query)).collect()
}

/// A row for each search that the casebook has saved, in the order in which they were.
pub fn saved(corpus: &Corpus) -> Vec<SavedRow<'_>> {
    let searches = (1..).zip(&corpus.laid().casework.searches);
    searches.map(|(line, saved)| SavedRow { name: &saved.name, answer: answered(corpus, line, &saved.query) }).collect()
}

fn answered<'c>(corpus: &'c Corpus, line: u32, query: &str) -> BatchRow<'c> {
    let (hits, error) = match corpus.search(query) {
        Ok(hits) => (hits, None),
        Err(error) => (Vec::new(), Some(error.to_string())),
    };
    let each = |same: fn(&Corpus, &Hit, &Hit) -> bool| hits.chunk_by(move |a, b| same(corpus, a, b));
    let documents = each(|corpus, a, b| corpus.document_of(*a) == corpus.document_of(*b));
    BatchRow {
        line,
        query: query.to_owned(),
        hits: hits.len(),
        passages: each(|_, a, b| a.passage == b.passage).count(),
        documents: documents
            .filter_map(|hits| hits.first())
            .map(|hit| corpus.document(corpus.document_of(*hit)).file.as_str())
            .collect(),
        error,
    }
}

impl BatchRow<'_> {
    /// What is wrong with the query.
    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// How often it was found.
    pub const fn hits(&self) -> usize {
        self.hits
    }

    /// In a line for a list: what was asked and what it came to. Untrusted.
    pub fn told(&self) -> (String, String) {
        let found = match &self.error {
            Some(error) => format!("line {}: {error}", self.line),
            None if self.hits == 0 => "found nowhere".to_owned(),
            None => format!(
                "{}, {}, {}",
                many(self.hits, "hit"),
                many(self.passages, "passage"),
                many(self.documents.len(), "document")
            ),
        };
        (self.query.clone(), found)
    }
}

impl SavedRow<'_> {
    /// What is wrong with the query.
    pub fn error(&self) -> Option<&str> {
        self.answer.error()
    }
}

/// So many of these.
fn many(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

impl Row for FoundRow<'_> {
    const TABLE: &'static [&'static str] = PassageRow::TABLE;
    const CSV: &'static [&'static str] =
        &["doc", "start", "end", "text", "before", "after", "mentions", "names", "times", "fit", "hits"];

    fn table(&self) -> Vec<String> {
        self.passage.table()
    }

    fn csv(&self) -> Vec<String> {
        let hits = list(self.hits.iter().map(|hit| format!("{}-{}", hit.start, hit.end)));
        self.passage.csv().into_iter().chain([hits]).collect()
    }
}

impl Row for BatchRow<'_> {
    const TABLE: &'static [&'static str] = &["line", "query", "hits", "passages", "documents", "error"];
    const CSV: &'static [&'static str] = &["line", "query", "hits", "passages", "documents", "error"];

    fn table(&self) -> Vec<String> {
        let mut cells = self.csv();
        if let Some(documents) = cells.get_mut(4) {
            *documents = self.documents.len().to_string();
        }
        cells
    }

    fn csv(&self) -> Vec<String> {
        vec![
            self.line.to_string(),
            self.query.clone(),
            self.hits.to_string(),
            self.passages.to_string(),
            list(self.documents.iter().map(ToString::to_string)),
            self.error.clone().unwrap_or_default(),
        ]
    }
}

impl Row for SavedRow<'_> {
    const TABLE: &'static [&'static str] = &["name", "line", "query", "hits", "passages", "documents", "error"];
    const CSV: &'static [&'static str] = &["name", "line", "query", "hits", "passages", "documents", "error"];

    fn table(&self) -> Vec<String> {
        std::iter::once(self.name.to_owned()).chain(self.answer.table()).collect()
    }

    fn csv(&self) -> Vec<String> {
        std::iter::once(self.name.to_owned()).chain(self.answer.csv()).collect()
    }
}
